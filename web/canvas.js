// Expects of C++: to paint the window {top, height} of the content that it is given, on a context attached to it.

const longestDevicePixels = 4096;
const patienceForContext = 2000;
// A new drawing buffer costs more than painting: heights come in steps, and what is too tall is clipped.
const step = 512;

// Where the canvas lies: {top, height, ratio}. As tall as the content where that fits, else the viewport and half a
// screen each way; then it moves only when the viewport comes near its edge: scrolling is asynchronous, and a canvas
// that follows it swims behind the native fields. late: of scrolling is heard only afterwards (a frame that another page
// scrolls), so it lies further ahead.
export function placeCanvas(last, { width, contentHeight, scrolled, viewportHeight, devicePixelRatio, zoom, late }) {
  const ratio = Math.min(devicePixelRatio * zoom, Math.max(devicePixelRatio, longestDevicePixels / Math.max(width, 1)));
  const tallest = Math.max(Math.floor(longestDevicePixels / ratio), Math.ceil(viewportHeight) + 64);
  if (contentHeight <= tallest) {
    const keeps = last.ratio === ratio && last.height >= contentHeight && last.height < contentHeight + 2 * step;
    return { top: 0, height: keeps ? last.height : Math.min(Math.ceil(contentHeight / step) * step, tallest), ratio };
  }
  const height = Math.min(tallest, late ? tallest : Math.ceil(viewportHeight * 2), contentHeight);
  const lowest = contentHeight - height;
  const spare = Math.max(0, height - viewportHeight);
  const near = spare * (late ? 0.35 : 0.125);
  const tooHigh = last.top > 0 && scrolled - last.top < near;
  const tooLow = last.top < lowest && last.top + last.height - (scrolled + viewportHeight) < near;
  const fits = last.height === height && last.ratio === ratio && last.top <= lowest && !tooHigh && !tooLow;
  const top = fits ? last.top : Math.round(Math.min(Math.max(scrolled - spare / 2, 0), lowest));
  return { top, height, ratio };
}

// Keeps element and drawing buffer at their place; true if the buffer is new (and so empty).
export function sizeCanvas(canvas, { top, height, ratio }, width) {
  const columns = Math.max(1, Math.floor(width * ratio));
  const rows = Math.max(1, Math.floor(height * ratio));
  const style = canvas.style;
  style.top = `${top}px`;
  style.width = `${columns / ratio}px`;
  style.height = `${rows / ratio}px`;
  if (canvas.width === columns && canvas.height === rows) return false;
  canvas.width = columns;
  canvas.height = rows;
  return true;
}

const attributes = {
  alpha: true, premultipliedAlpha: true, antialias: false, depth: false, stencil: false, preserveDrawingBuffer: false,
};

// Making a context takes the browser a while: asked for while the program is still on its way. openContext() gives the same.
export function prepareContext(canvas) {
  try {
    canvas.getContext("webgl2", attributes);
  } catch {
    // openContext() finds out
  }
}

// The context, or nothing. onLost(), onRestored(context), onGivenUp(): lost and not back in two seconds.
export function openContext(canvas, { onLost, onRestored, onGivenUp }) {
  let context;
  try {
    context = canvas.getContext("webgl2", attributes);
  } catch {
    return undefined;
  }
  if (!context) return undefined;
  let timer = 0;
  canvas.addEventListener("webglcontextlost", (event) => {
    event.preventDefault(); // else it is never restored
    timer = setTimeout(onGivenUp, patienceForContext);
    onLost();
  });
  canvas.addEventListener("webglcontextrestored", () => {
    clearTimeout(timer);
    onRestored(context);
  });
  return context;
}
