// The protocol's own numbers and levels: the usual value, what is allowed, and whether the clinic set another.
import { button, make } from "./elements.js";

const groups = ["wait", "level", "session", "care", "text"];

function parameterField({ draft, say, fields }, parameter, changed) {
  const { id, group } = parameter;
  const path = ["parameters", id];
  const mark = make("span", { className: "nws-mark", hidden: true }, say("settings/parameter/set"));
  const label = say(`parameter/${id}/name`);
  const usual = button(say("settings/parameter/usual"), () => {
    draft.set(path, undefined);
    field.querySelector("input, select").focus();
  }, "nws-small");
  usual.setAttribute("aria-label", say("settings/parameter/usual-of", { name: label }));
  const after = () => {
    const value = draft.at(path);
    mark.hidden = [undefined, parameter.default].includes(value);
    usual.hidden = value === undefined;
    changed();
  };
  const field = group === "level" ? levelField() : fields.text({ path, label, hint: hintOf(say, parameter), numeric: group !== "text", mark, after });
  function levelField() {
    const name = (level) => say(`level/${level}/name`);
    const options = [["", say("settings/parameter/usual-is", { value: name(parameter.default) })], ...parameter.allowed.map((level) => [level, name(level)])];
    return fields.choice({ path, label, options, mark, after });
  }
  field.append(usual);
  return field;
}

const hintOf = (say, { group, unit, default: usual, minimum, maximum }) => group === "text" ? say("settings/parameter/usual-is", { value: usual })
  : say("settings/parameter/range", { unit: say(`settings/unit/${unit}`), usual, minimum, maximum });

// Its title tells how many the clinic set.
function groupSection(parts, group, parameters, section) {
  const { say } = parts;
  const tally = make("span", { className: "nws-mark", hidden: true });
  const grid = make("div", { className: "nws-grid" });
  const count = () => {
    const own = grid.querySelectorAll(".nws-mark:not([hidden])").length;
    tally.hidden = own === 0;
    tally.textContent = say("settings/parameters/own", { count: own });
  };
  grid.append(...parameters.map((one) => parameterField(parts, one, count)));
  const hint = group === "text" ? "" : say(`settings/parameters/${group}-hint`);
  const element = section(say(`settings/parameters/${group}`), hint, grid);
  element.querySelector("summary").append(" ", tally);
  return element;
}

export function parameterSections(parts, { parameters, emergencyNumber }, section) {
  return groups.flatMap((group) => {
    const here = parameters.filter((one) => one.group === group && one.id !== emergencyNumber);
    return here.length === 0 ? [] : [groupSection(parts, group, here, section)];
  });
}
