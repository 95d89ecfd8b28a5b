// Light or dark: what the attribute says, else what the page around looks like where the element stands.

const device = matchMedia("(prefers-color-scheme: dark)");
const parentOf = (element) => element.parentElement ?? element.getRootNode().host;

// From 0 to 1, or nothing where it is more transparent than not. Of a computed colour: rgb(1, 2, 3), rgba(1, 2, 3, 0.5),
// color(srgb 0.1 0.2 0.3 / 0.5), or oklch(0.2 …), lab(20 …) and their like, which begin with the lightness.
function lightness(color) {
  const [, kind, space, rest] = /^([a-z]+)\(([a-z][\w-]* )?(.*)\)$/.exec(color) ?? [];
  const [first, second, third, opaque = 1] = (rest?.match(/[\d.]+/g) ?? []).map(Number);
  if (first === undefined || opaque < 0.5) return undefined;
  if (!space && !kind.startsWith("rgb")) return kind.startsWith("ok") ? first : first / 100;
  return (0.2126 * first + 0.7152 * second + 0.0722 * third) / (space ? 1 : 255);
}

function isDark(element) {
  for (let above = element; above; above = parentOf(above)) {
    const light = lightness(getComputedStyle(above).backgroundColor);
    if (light !== undefined) return light < 0.45;
  }
  // Nothing painted: the browser's own canvas, which is dark only where the page says that it can be.
  const schemes = getComputedStyle(element).colorScheme ?? "";
  return /\bdark\b/.test(schemes) && (!/\blight\b/.test(schemes) || device.matches);
}

// changed("dark" | "light"). now() and stop().
export function watchTheme(element, changed) {
  const now = () => {
    const wanted = element.getAttribute("theme");
    if (wanted === "dark" || wanted === "light") return wanted;
    return isDark(element) ? "dark" : "light";
  };
  let last = now();
  let handle = 0;
  const look = () => {
    handle ||= requestAnimationFrame(() => {
      handle = 0;
      const next = now();
      if (next === last) return;
      last = next;
      changed(next);
    });
  };
  // Sites switch by an attribute somewhere above, often with a transition.
  const observer = new MutationObserver(look);
  for (let above = element; above; above = parentOf(above)) observer.observe(above, { attributes: true });
  device.addEventListener("change", look);
  document.addEventListener("transitionend", look, true);
  return {
    now,
    stop() {
      observer.disconnect();
      cancelAnimationFrame(handle);
      device.removeEventListener("change", look);
      document.removeEventListener("transitionend", look, true);
    },
  };
}
