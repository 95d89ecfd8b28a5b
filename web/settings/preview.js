// The page itself with the draft, in a frame as embed.js makes it: sandboxed, with an origin of its own, so that nothing
// in it reaches these settings. It starts anew with each change, behind the one that is seen until then.
import { makeFrame } from "../embed/frame.js";
import { freshId, make } from "./elements.js";

const quiet = 500; // milliseconds without a change
const patience = 20_000;
const widths = { phone: 390, tablet: 820 };

export function makePreview({ draft, say }) {
  const stage = make("div", { className: "nws-stage" });
  const note = make("p", { className: "nws-hint", role: "status" });
  let width = "phone";
  let dark = false;
  let timer = 0;
  let shown;
  let coming;
  let wanted = "";

  function fit() {
    const scale = Math.min(1, stage.clientWidth / widths[width]);
    const left = `${(stage.clientWidth - scale * widths[width]) / 2}px`;
    for (const { element } of [shown, coming].filter(Boolean)) {
      Object.assign(element.style, { width: `${widths[width]}px`, height: `${stage.clientHeight / scale}px`, transform: `scale(${scale})`, left });
    }
  }
  const isSeen = () => stage.clientWidth > 0;

  function load(settings) {
    coming?.close();
    const frame = makeFrame({
      address: new URL("needlewise.html", document.baseURI), label: say("settings/preview/frame"),
      greet: async () => ({ preview: true, settings, language: "", theme: dark ? "dark" : "light", height: "own", history: false }),
      hear({ type, message }) {
        if (type === "problem") console.warn(message);
        if (type !== "ready" || coming !== frame) return;
        clearTimeout(given);
        shown?.close();
        shown = frame;
        coming = undefined;
        frame.element.classList.add("nws-shown");
        note.textContent = say("settings/preview/note");
      },
    });
    const given = setTimeout(() => coming === frame && (note.textContent = say("settings/preview/failed")), patience);
    coming = frame;
    frame.element.classList.add("nws-frame");
    stage.append(frame.element);
    fit();
  }

  // What lies beside the file is not at hand here.
  function settingsText() {
    if (!draft.readable) return draft.text;
    const { logo, ...others } = JSON.parse(draft.text);
    return JSON.stringify(/^data:/.test(logo) ? { logo, ...others } : others);
  }
  function update() {
    if (!isSeen()) return;
    if (!draft.usable) return void (note.textContent = say("settings/preview/waits"));
    const settings = settingsText();
    if (settings === wanted) return void (note.textContent = coming ? note.textContent : say("settings/preview/note"));
    wanted = settings;
    load(settings);
  }

  const group = freshId();
  const choice = (value) => {
    const input = make("input", { type: "radio", name: group, value, checked: value === width });
    input.addEventListener("change", () => {
      width = value;
      fit();
    });
    return make("label", { className: "nws-check" }, input, make("span", {}, say(`settings/preview/${value}`)));
  };
  const night = make("input", { type: "checkbox" });
  night.addEventListener("change", () => {
    dark = night.checked;
    for (const frame of [shown, coming]) frame?.send({ type: "theme", theme: dark ? "dark" : "light" });
  });
  new ResizeObserver(() => {
    fit();
    update();
  }).observe(stage);

  return {
    element: make("div", { className: "nws-side nws-preview-side" },
      make("fieldset", { className: "nws-switches" }, make("legend", { className: "nws-hidden" }, say("settings/preview/size")),
        choice("phone"), choice("tablet"), make("label", { className: "nws-check" }, night, make("span", {}, say("settings/preview/dark")))),
      stage, note),
    refresh() {
      clearTimeout(timer);
      timer = setTimeout(update, wanted ? quiet : 0);
    },
    close() {
      clearTimeout(timer);
      for (const frame of [shown, coming]) frame?.close();
    },
  };
}
