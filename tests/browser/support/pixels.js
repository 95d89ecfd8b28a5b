// What the canvas shows, read inside the page right after each of its frames: quicker than screenshots, and free of
// what the browser itself paints on top.

// Runs in the page before its own scripts. One device pixel is one CSS pixel in the tests that use it.
export function keepPictures() {
  const pictures = { pending: 0 };
  Object.defineProperty(globalThis, "pictures", { value: pictures });
  const copy = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

  function keep() {
    const canvas = document.getElementById("nw-canvas");
    if (!canvas?.width) return;
    if (copy.canvas.width !== canvas.width || copy.canvas.height !== canvas.height) Object.assign(copy.canvas, { width: canvas.width, height: canvas.height });
    copy.globalCompositeOperation = "copy";
    copy.drawImage(canvas, 0, 0); // its buffer is gone after this task
    pictures.width = canvas.width;
    pictures.height = canvas.height;
  }
  const request = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (callback) => {
    pictures.pending += 1;
    return request((time) => {
      pictures.pending -= 1;
      const { draws } = globalThis.watched;
      callback(time);
      if (globalThis.watched.draws !== draws) keep(); // a frame that looks like the last one is not drawn
    });
  };

  pictures.frames = async (count) => {
    while (count-- > 0) await new Promise(globalThis.watched.nativeFrame);
    await pictures.after();
  };
  // After act(), when no more frame is owed: the whole canvas, a number a pixel.
  pictures.after = async (act = () => {}) => {
    await act();
    while (pictures.pending > 0) await new Promise(globalThis.watched.nativeFrame);
    const { width, height } = pictures;
    return { width, height, pixels: new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer) };
  };

  // A rectangle of the window in canvas pixels, `out` more on each side.
  pictures.area = (box, out = 0) => {
    const at = document.getElementById("nw-canvas").getBoundingClientRect();
    return { left: Math.floor(box.left - at.left - out), top: Math.floor(box.top - at.top - out), right: Math.ceil(box.right - at.left + out), bottom: Math.ceil(box.bottom - at.top + out) };
  };
  const within = ({ left, top, right, bottom }, x, y) => x >= left && x < right && y >= top && y < bottom;

  // How many pixels differ in each of the areas, and where any differs outside of all: {inside: [count], outside: area or null}.
  pictures.differences = (before, after, areas) => {
    const inside = areas.map(() => 0);
    let outside = null;
    for (let at = 0; at < before.pixels.length; ++at) {
      if (before.pixels[at] === after.pixels[at]) continue;
      const x = at % before.width;
      const y = (at - x) / before.width;
      let found = false;
      areas.forEach((area, number) => {
        if (!within(area, x, y)) return;
        inside[number] += 1;
        found = true;
      });
      if (found) continue;
      outside ??= { left: x, top: y, right: x + 1, bottom: y + 1 };
      outside.left = Math.min(outside.left, x);
      outside.right = Math.max(outside.right, x + 1);
      outside.bottom = y + 1;
    }
    return { inside, outside };
  };
}
