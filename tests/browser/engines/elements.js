// Runs in the page: elements by role and accessible name, as HTML has them. That an engine's own accessibility tree
// sees them alike is a test of its own.

// wanted: {role, name, within}, the last one a {role, name} too. Without a name, every element of the role.
export function seek(wanted) {
  const roles = [
    ["button", "button"], ["radio", "input[type=radio]"], ["checkbox", "input[type=checkbox]"], ["slider", "input[type=range]"],
    ["spinbutton", "input[type=number]"], ["date", "input[type=date]"], ["heading", "h1, h2, h3"], ["dialog", "dialog"],
    ["region", "section"], ["radiogroup", "[role=radiogroup]"], ["group", "fieldset:not([role])"], ["listitem", "li"],
  ];
  const selector = Object.fromEntries(roles);
  const nameOf = (element) => element.getAttribute("aria-label")
    ?? (element.closest("label") ?? (element.localName === "fieldset" ? element.querySelector(":scope > legend") : element)).textContent;
  // What a modal dialog covers cannot be reached.
  const top = document.querySelector("dialog[open]") ?? document;
  const matching = (root, { role, name }) => [...document.querySelectorAll(selector[role])]
    .filter((element) => root.contains(element) && (name === undefined || nameOf(element).trim() === name) && element.checkVisibility());
  const roots = wanted.within ? matching(top, wanted.within) : [top];
  return roots.flatMap((root) => matching(root, wanted)).map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return {
      id: element.id, name: nameOf(element).trim(), left, top, width, height, checked: element.checked, value: element.value,
      valueText: element.getAttribute("aria-valuetext"), expanded: element.getAttribute("aria-expanded"),
      focused: element === document.activeElement,
      level: element.localName[0] === "h" ? Number(element.localName[1]) : undefined,
    };
  });
}

// Brings the element into the middle of the window; says where it can be pressed, or what lies over it there.
export async function uncover(id) {
  const element = document.getElementById(id);
  element.scrollIntoView({ block: "center", behavior: "instant" });
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const { left, top, width, height } = element.getBoundingClientRect();
  const at = { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
  const hit = document.elementFromPoint(at.x, at.y);
  const reached = element.contains(hit) || hit?.closest("label")?.control === element;
  return { ...at, covered: reached ? undefined : hit?.outerHTML.slice(0, 120) ?? "nothing" };
}
