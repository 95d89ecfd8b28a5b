// Which part of a frame as tall as its content is on the screen. The frame itself does not scroll, and hears nothing of
// the windows around it that do; the browser tells through intersections, also across origins and nested scrollers.
const bandHeight = 64;

// changed(): part() is another. {top, bottom} in pixels of the frame.
export function watchVisiblePart(changed) {
  const root = document.documentElement;
  let part = { top: 0, bottom: Math.min(innerHeight, screen.height) };

  // A fresh observation always answers, with the exact part.
  const whole = new IntersectionObserver((entries) => {
    const { intersectionRect: { top, bottom } } = entries.at(-1);
    if (bottom <= top) return; // out of sight: what was seen last will be near what is seen next
    const same = top === part.top && bottom === part.bottom;
    part = { top, bottom };
    placeDialogs();
    if (!same) changed();
  });
  function measure() {
    whole.disconnect();
    whole.observe(root);
  }

  // Scrolling moves one of these in or out; which of them are seen is known at once, and the exact part a little later.
  const seen = new Set();
  function look(entries) {
    for (const { target, isIntersecting } of entries) seen[isIntersecting ? "add" : "delete"](target);
    const numbers = [...seen].map((one) => one.number);
    if (numbers.length === 0) return;
    part = { top: bandHeight * Math.min(...numbers), bottom: bandHeight * (Math.max(...numbers) + 1) };
    changed();
    measure();
  }
  const column = document.createElement("div");
  column.className = "nw-bands";
  column.ariaHidden = "true";
  document.body.append(column);
  const bands = new IntersectionObserver(look);
  function cut() {
    const count = Math.ceil(innerHeight / bandHeight);
    while (column.childElementCount > count) {
      bands.unobserve(column.lastChild);
      seen.delete(column.lastChild);
      column.lastChild.remove();
    }
    while (column.childElementCount < count) {
      const number = column.childElementCount;
      bands.observe(column.appendChild(Object.assign(document.createElement("div"), { number })));
    }
    measure();
  }

  // A dialog lies in the part that is seen once it has opened: its focus may have scrolled the windows around. Then it
  // stays there, as all else on the page does.
  let placed;
  function placeDialogs() {
    const dialog = document.querySelector("dialog[open]") ?? undefined;
    const box = dialog?.getBoundingClientRect();
    if (dialog && dialog === placed && box.bottom > part.top && box.top < part.bottom) return;
    placed = dialog;
    root.style.setProperty("--nw-seen-top", `${part.top}px`);
    root.style.setProperty("--nw-seen-height", `${part.bottom - part.top}px`);
  }

  addEventListener("resize", cut);
  for (const type of ["pointerdown", "keydown", "focusin"]) addEventListener(type, measure, { capture: true, passive: true });
  cut();
  placeDialogs();
  return () => part;
}
