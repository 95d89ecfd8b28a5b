// What is wrong with the draft, as `needlewise check --clinic` says it, with ways to the place.
import { button, make } from "./elements.js";
import { sentence } from "./fields.js";

const quiet = 600; // milliseconds without a change until it is said
const most = 20;

// toField(field), toText(problem): go there.
export function makeProblems({ draft, say, fields, toField, toText }) {
  const summary = make("p", { role: "status" });
  const list = make("ul", { className: "nws-problems" });
  const element = make("section", { className: "nws-state", "aria-label": say("settings/problems/label") }, summary, list);
  let timer = 0;

  function item(problem) {
    const field = draft.readable && fields.fieldOf(problem);
    const ways = [
      field && button(say("settings/problem/to-field"), () => toField(field), "nws-small"),
      problem.line > 0 && button(say("settings/problem/to-text"), () => toText(problem), "nws-small"),
    ].filter(Boolean);
    const place = problem.line > 0 ? make("strong", {}, `${say("settings/problem/place", problem)}: `) : "";
    return make("li", { className: problem.severity === "error" ? "nws-is-error" : "nws-is-warning" },
      make("p", {}, place, sentence(problem, say), " ", problem.pointer ? make("code", {}, problem.pointer) : ""),
      make("div", { className: "nws-row" }, ...ways));
  }
  function summaryText() {
    const count = draft.problems.length;
    if (count === 0) return say("settings/problems/none");
    const number = count === 1 ? say("settings/problems/one") : say("settings/problems/count", { count });
    return `${number} ${say(draft.usable ? "settings/problems/usable" : "settings/problems/refused")}`;
  }
  return {
    element,
    focus: () => list.querySelector("button")?.focus(),
    refresh() {
      const shown = draft.problems.slice(0, most);
      const key = JSON.stringify(shown);
      element.dataset.state = draft.usable ? (shown.length > 0 ? "warning" : "good") : "error";
      if (list.dataset.key !== key) list.replaceChildren(...shown.map(item));
      list.dataset.key = key;
      clearTimeout(timer);
      const text = summaryText();
      if (summary.textContent === "") summary.textContent = text;
      else timer = setTimeout(() => summary.textContent !== text && (summary.textContent = text), quiet);
    },
  };
}
