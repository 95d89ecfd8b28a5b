// Controls of the form: each shows one place of the draft, writes it, and says what is wrong with it.
import { button, freshId, make } from "./elements.js";

const pointerOf = (path) => path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

export function makeFields({ draft, say }) {
  const fields = [];

  // Writes a place; where it stands in something that needs another member, that one as well.
  function write(path, to, needs) {
    if (needs && to !== undefined && draft.at(needs) === undefined) draft.set(needs, false);
    draft.set(path, to);
  }

  // show(value): puts it into the control.
  function register({ path, control, error, hintId, show, after = () => {} }) {
    const field = {
      pointer: pointerOf(path), control, after,
      refresh() {
        if (document.activeElement !== control) show(draft.at(path));
      },
      complain(problems) {
        error.textContent = problems.map((problem) => sentence(problem, say)).join(" ");
        const wrong = problems.some(({ severity }) => severity === "error");
        error.className = wrong ? "nws-error" : "nws-warning";
        if (wrong) control.setAttribute("aria-invalid", "true");
        else control.removeAttribute("aria-invalid");
        control.setAttribute("aria-describedby", [hintId, problems.length > 0 && error.id].filter(Boolean).join(" "));
      },
    };
    control.addEventListener("blur", field.refresh);
    fields.push(field);
    return field;
  }
  const errorPlace = () => make("p", { className: "nws-error", id: freshId() });
  const hintPlace = (hint) => make("p", { className: "nws-hint", id: freshId() }, hint ?? "");

  // label above, control, hint, error
  function labelled({ path, label, hint, control, show, mark, after }) {
    control.id = freshId();
    const error = errorPlace();
    const hintElement = hint ? hintPlace(hint) : "";
    register({ path, control, error, hintId: hintElement?.id, show, after });
    return make("div", { className: "nws-field" },
      make("label", { for: control.id }, label), mark ?? "", control, hintElement, error);
  }

  function text({ path, label, hint, numeric = false, after, mark, needs }) {
    const control = make("input", { type: "text", autocomplete: "off", spellcheck: false, inputMode: numeric ? "numeric" : "text" });
    control.addEventListener("input", () => write(path, read(control.value, numeric), needs));
    return labelled({ path, label, hint, control, mark, after, show: (value) => (control.value = inWords(value)) });
  }

  function lines({ path, label, hint, rows = 4 }) {
    const control = make("textarea", { rows, spellcheck: false });
    control.addEventListener("input", () => {
      const all = control.value.split("\n").map((line) => line.trim()).filter(Boolean);
      draft.set(path, all.length > 0 ? all : undefined);
    });
    return labelled({ path, label, hint, control, show: (value) => (control.value = Array.isArray(value) ? value.map(inWords).join("\n") : inWords(value)) });
  }

  // options: [[value, name], …]; "" is left out of the file.
  function choice({ path, label, hint, options, mark, after, needs }) {
    const control = make("select", {}, ...options.map(([value, name]) => make("option", { value }, name)));
    control.addEventListener("change", () => write(path, control.value === "" ? undefined : control.value, needs));
    return labelled({ path, label, hint, control, mark, after, show(value) {
      const given = value === undefined ? "" : inWords(value);
      control.querySelector("[data-foreign]")?.remove();
      if (![...control.options].some((option) => option.value === given)) {
        control.append(make("option", { value: given, "data-foreign": "" }, given));
      }
      control.value = given;
    } });
  }

  function box(label, isOn, onChange) {
    const control = make("input", { type: "checkbox", checked: isOn });
    control.addEventListener("change", () => onChange(control.checked));
    return [control, make("label", { className: "nws-check" }, control, make("span", {}, label))];
  }

  // keep: written although it is as if left out.
  function flag({ path, label, leftOut = false, keep = false }) {
    const [control, row] = box(label, leftOut, (on) => draft.set(path, on === leftOut && !keep ? undefined : on));
    const error = errorPlace();
    register({ path, control, error, show: (value) => (control.checked = typeof value === "boolean" ? value : leftOut) });
    return make("div", {}, row, error);
  }

  // Ticks that make a list. leftOut: what counts where the list is not there.
  function several({ path, label, hint, options, leftOut = [], emptyIsOut = false }) {
    const error = errorPlace();
    const hintElement = hint ? hintPlace(hint) : "";
    const list = () => (Array.isArray(draft.at(path)) ? draft.at(path) : leftOut);
    const boxes = options.map(([value, name]) => {
      const [control, row] = box(name, false, (on) => {
        const others = list().filter((one) => one !== value);
        const next = on ? [...others, value] : others;
        const known = options.map(([one]) => one).filter((one) => next.includes(one));
        const all = [...known, ...next.filter((one) => !known.includes(one))];
        draft.set(path, all.length === 0 && emptyIsOut ? undefined : all);
      });
      return { control, row, value };
    });
    const group = make("fieldset", { className: "nws-group" }, make("legend", {}, label), hintElement,
      ...boxes.map(({ row }) => row), error);
    register({ path, control: boxes[0].control, error, hintId: hintElement?.id, show() {
      for (const { control, value } of boxes) control.checked = list().includes(value);
    } });
    // A tick that was just made has the focus, and still has to show what came of it.
    fields.at(-1).refresh = () => boxes.forEach(({ control, value }) => (control.checked = list().includes(value)));
    return group;
  }

  // Which field a problem belongs to: the one at its place, the nearest around it, or the first inside.
  function fieldOf({ pointer }) {
    const around = fields.filter((field) => pointer === field.pointer || pointer.startsWith(`${field.pointer}/`));
    const [nearest] = around.sort((one, other) => other.pointer.length - one.pointer.length);
    return nearest ?? (pointer ? fields.find((field) => field.pointer.startsWith(`${pointer}/`)) : undefined);
  }

  return {
    text, lines, choice, flag, several, register, errorPlace, hintPlace, button, fieldOf,
    forget(controls) {
      for (let at = fields.length - 1; at >= 0; --at) if (controls.includes(fields[at].control)) fields.splice(at, 1);
    },
    refresh() {
      // A list of fields makes them anew here.
      if (draft.readable) for (const field of [...fields]) field.refresh();
      for (const field of fields) {
        if (draft.readable) field.refresh();
        field.complain(draft.problems.filter((problem) => fieldOf(problem) === field));
        field.after();
      }
    },
  };
}

export const sentence = ({ message, advice }) => [message, advice].filter(Boolean)
  .map((text) => `${text[0].toUpperCase()}${text.slice(1)}${/[.…]$/.test(text) ? "" : "."}`).join(" ");

const inWords = (value) => (value === undefined || value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value));
// What is no whole number goes into the draft as it was typed: C++ says what is wrong with it.
const read = (text, numeric) => (text === "" ? undefined : numeric && /^-?\d{1,9}$/.test(text) ? Number(text) : text);
