// Expects of C++: frames for a painted window of the content, or without paint while the plain view is on.
import { placeCanvas, sizeCanvas } from "./canvas.js";

const settled = 200; // milliseconds after the last pinch until the canvas is painted sharp

const ownWindow = { part: () => ({ top: 0, bottom: innerHeight }), onChange() {}, late: false };

// Which of the two renderings is on, and where the canvas lies. changed(): another frame is needed; now(): at once.
// visible: the part of the window that is on the screen, where the page around it scrolls (embedded/visible.js).
export function makeView({ content, canvas, banner, changed, now, visible = ownWindow }) {
  const root = document.documentElement;
  const reasons = new Set(); // why the plain view is on; none: the canvas
  let contentHeight = 0;
  let at = { top: 0, height: 1, ratio: 1 };
  let frameOf = "";
  let zoom = 1;
  let zoomTimer = 0;

  function measure() {
    const seen = window.visualViewport;
    const begin = content.getBoundingClientRect().top; // below the banner, minus what is scrolled away
    const bannerHeight = banner.firstElementChild?.getBoundingClientRect().height ?? 0;
    const zoomed = zoom > 1 && seen;
    const part = visible.part();
    const top = Math.max(part.top, bannerHeight);
    return {
      width: content.clientWidth,
      contentHeight: Math.max(contentHeight, 1),
      scrolled: reasons.size > 0 ? 0 : (zoomed ? seen.offsetTop : top) - begin,
      viewportHeight: zoomed ? seen.height : Math.max(part.bottom - top, 1),
      devicePixelRatio,
      zoom,
      late: visible.late,
    };
  }

  function place() {
    const now = measure();
    at = placeCanvas(at, now);
    if (reasons.size === 0) sizeCanvas(canvas, at, now.width);
    frameOf = JSON.stringify([now.width, at]);
    const viewportHeight = Math.max(innerHeight - (banner.firstElementChild?.offsetHeight ?? 0), 1);
    return { width: now.width, viewportHeight, ...at };
  }

  // Whether the canvas would lie elsewhere than in the last frame.
  function isDue() {
    const now = measure();
    return JSON.stringify([now.width, placeCanvas(at, now)]) !== frameOf;
  }

  const look = () => isDue() && changed();
  visible.onChange(() => isDue() && now());
  addEventListener("scroll", look, { passive: true });
  addEventListener("resize", changed);
  new ResizeObserver(look).observe(content);
  window.visualViewport?.addEventListener("scroll", look);
  window.visualViewport?.addEventListener("resize", () => {
    clearTimeout(zoomTimer);
    zoomTimer = setTimeout(() => {
      const { scale } = window.visualViewport;
      const next = scale < 1.05 ? 1 : Math.ceil(scale * 2) / 2;
      if (next === zoom) return;
      zoom = next;
      changed();
    }, settled);
  });
  // Every change of the ratio needs a new query: each is true for one ratio only.
  (function watchRatio() {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", () => {
      changed();
      watchRatio();
    }, { once: true });
  })();

  function want(reason, plain) {
    if (plain) reasons.add(reason);
    else reasons.delete(reason);
    root.classList.toggle("nw-plain", reasons.size > 0);
    root.classList.toggle("nw-canvas", reasons.size === 0);
  }
  addEventListener("beforeprint", () => want("print", true));
  addEventListener("afterprint", () => {
    want("print", false);
    changed();
  });

  return {
    place,
    isDue,
    want,
    isPlain: () => reasons.size > 0,
    setContentHeight(height) {
      contentHeight = height;
      content.style.height = `${height}px`;
    },
  };
}
