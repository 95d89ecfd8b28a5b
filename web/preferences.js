// Expects of C++: dark, reduced motion, more contrast, and the root font size as a multiple of 16 px.

const queries = {
  dark: "(prefers-color-scheme: dark)",
  reducedMotion: "(prefers-reduced-motion: reduce)",
  moreContrast: "(prefers-contrast: more)",
  forcedColors: "(forced-colors: active)",
};

// changed(preferences) at once and with every change.
export function watchPreferences(changed) {
  const media = Object.fromEntries(Object.entries(queries).map(([name, query]) => [name, matchMedia(query)]));
  // One rem wide: resizes when the person changes the browser's text size.
  const probe = document.createElement("div");
  probe.className = "nw-probe";
  document.body.append(probe);

  let last = "";
  function tell() {
    const preferences = Object.fromEntries(Object.entries(media).map(([name, list]) => [name, list.matches]));
    preferences.textScale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
    const text = JSON.stringify(preferences);
    if (text === last) return;
    last = text;
    changed(preferences);
  }
  for (const list of Object.values(media)) list.addEventListener("change", tell);
  new ResizeObserver(tell).observe(probe);
  tell();
}
