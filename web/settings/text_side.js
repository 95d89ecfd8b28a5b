// The settings file itself, to be read and written by hand.
import { freshId, make } from "./elements.js";
import { sentence } from "./fields.js";

// The UTF-16 offset of a line and a column, both from 1; columns count characters as C++ does.
function offsetOf(text, line, column) {
  const lines = text.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return before + [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length;
}

export function makeTextSide({ draft, say }) {
  const area = make("textarea", { className: "nws-text", id: freshId(), spellcheck: false, autocomplete: "off", wrap: "off" });
  const wrong = make("p", { className: "nws-error", id: freshId() });
  area.addEventListener("input", () => draft.take(area.value));
  const element = make("div", { className: "nws-side nws-text-side" },
    make("label", { for: area.id }, say("settings/text/label")), area, wrong);
  return {
    element,
    refresh() {
      if (area.value !== draft.text) area.value = draft.text;
      const [problem] = draft.problems;
      const place = problem?.line ? `${say("settings/problem/place", problem)}: ` : "";
      wrong.textContent = problem ? place + sentence(problem, say) : "";
      area.setAttribute("aria-invalid", String(!draft.usable));
      area.setAttribute("aria-describedby", wrong.id);
    },
    // Puts the cursor there.
    show({ line, column }) {
      const at = offsetOf(area.value, line, column);
      area.focus();
      area.setSelectionRange(at, at);
      const height = parseFloat(getComputedStyle(area).lineHeight) || 20;
      area.scrollTop = Math.max(0, (line - 1) * height - area.clientHeight / 2);
    },
  };
}
