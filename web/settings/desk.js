// The desk where the settings are written: the form, beside it the page or the file, above them what is wrong.
import { button, freshId, make } from "./elements.js";
import { loadChecker } from "./checker.js";
import { format, longestText, makeDraft } from "./draft.js";
import { makeFields } from "./fields.js";
import { makeForm } from "./form.js";
import { makePreview } from "./preview.js";
import { makeProblems } from "./problems.js";
import { makeTextSide } from "./text_side.js";

function download(text) {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "application/json" })), download: "clinic.json" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// Throws the key of what is wrong.
async function readFile(file) {
  if (file.size > longestText) throw "settings/open/large";
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw "settings/open/unreadable";
  }
}

function makeBar({ draft, say, leave, showProblems, tell }) {
  const input = make("input", { type: "file", accept: ".json,application/json", hidden: true });
  const mayLose = () => !draft.unsaved || confirm(say("settings/lose"));
  input.addEventListener("change", async () => {
    const [file] = input.files;
    input.value = "";
    if (!file || !mayLose()) return;
    try {
      draft.begin(await readFile(file));
      tell(say("settings/open/done", { file: file.name }));
    } catch (reason) {
      if (typeof reason !== "string") throw reason;
      tell(say(reason, { file: file.name }), true);
    }
  });
  const undo = button(say("settings/undo"), () => {
    draft.undoAll();
    tell(say("settings/undone"));
  });
  const save = button(say("settings/download"), () => {
    if (!draft.usable) {
      tell(say("settings/not-saved"), true);
      return showProblems();
    }
    download(draft.text);
    draft.noteSaved();
    refresh();
    tell(say("settings/saved"));
  }, "nws-primary");
  const unsaved = make("span", { className: "nws-unsaved" });
  function refresh() {
    undo.disabled = !draft.changed;
    unsaved.textContent = draft.unsaved ? say("settings/unsaved") : "";
  }
  const element = make("div", { className: "nws-bar" }, input, unsaved,
    button(say("settings/open"), () => input.click()), undo, save,
    button(say("settings/close"), () => mayLose() && leave()));
  return { element, refresh };
}

const wide = matchMedia("(min-width: 900px)");

// What is seen beside the form; on a narrow screen, in its place.
function makeSides(say, changed) {
  const group = freshId();
  const inputs = ["form", "preview", "text"].map((value) => make("input", { type: "radio", name: group, value }));
  for (const input of inputs) input.addEventListener("change", () => changed(input.value));
  const element = make("fieldset", { className: "nws-switches nws-sides" }, make("legend", { className: "nws-hidden" }, say("settings/show")),
    ...inputs.map((input) => make("label", { className: `nws-check nws-show-${input.value}` }, input, make("span", {}, say(`settings/show/${input.value}`)))));
  function show(value) {
    inputs.find((input) => input.value === value).checked = true;
    changed(value);
  }
  function widen() {
    if (wide.matches && inputs[0].checked) show("preview");
  }
  wide.addEventListener("change", widen);
  return { element, show, close: () => wide.removeEventListener("change", widen) };
}

export async function openDesk({ content, languages, wasm, say, cover, leave }) {
  const { form: known, check } = await loadChecker(wasm, content);
  const tooLong = { severity: "error", code: "too-long", line: 0, column: 0, pointer: "", message: say("settings/too-long"), advice: "" };
  const draft = makeDraft(content.clinic ? format(content.clinic) : "{}\n", check, tooLong);
  const fields = makeFields({ draft, say });
  const parts = { draft, say, fields };
  const form = makeForm(parts, known, languages);
  const text = makeTextSide(parts);
  const preview = makePreview(parts);

  const toField = ({ control }) => {
    if (!wide.matches) sides.show("form");
    for (let around = control.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
    control.focus();
    control.scrollIntoView({ block: "center" });
  };
  const toText = (problem) => {
    sides.show("text");
    text.show(problem);
  };
  const problems = makeProblems({ ...parts, toField, toText });
  const told = make("p", { className: "nws-told", role: "status" });
  const tell = (what, bad = false) => {
    told.textContent = what;
    told.classList.toggle("nws-error", bad);
  };
  const ask = (event) => draft.unsaved && event.preventDefault();
  const bar = makeBar({ draft, say, tell, showProblems: problems.focus, leave() {
    removeEventListener("beforeunload", ask);
    preview.close();
    sides.close();
    leave();
  } });
  const layout = make("div", { className: "nws-layout" });
  const sides = makeSides(say, (side) => {
    layout.dataset.show = side;
    preview.refresh();
  });
  sides.show(wide.matches ? "preview" : "form");
  const unreadable = make("p", { className: "nws-error" });

  function refresh() {
    form.disabled = !draft.readable;
    unreadable.textContent = draft.readable ? "" : say("settings/unreadable");
    for (const part of [fields, text, problems, preview, bar]) part.refresh();
  }
  draft.onChange(() => {
    tell("");
    refresh();
  });
  addEventListener("beforeunload", ask);
  layout.append(sides.element, make("div", { className: "nws-form-side" }, unreadable, form),
    make("div", { className: "nws-aside" }, preview.element, text.element));
  cover.show(
    make("header", { className: "nws-top" }, make("h1", { tabIndex: -1 }, say("settings/title")), bar.element, told),
    make("main", {}, make("p", { className: "nws-hint" }, say("settings/about")), problems.element, layout));
  refresh();
}
