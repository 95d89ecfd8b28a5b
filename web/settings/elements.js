// make("p", { className: "x", "aria-hidden": "true" }, "text", child): names with a hyphen, and `for`, are attributes.
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (name.includes("-") || name === "for" || name === "role") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children);
  return element;
}

export const button = (label, onClick, className = "") => {
  const element = make("button", { type: "button", className: `nws-button ${className}` }, label);
  element.addEventListener("click", onClick);
  return element;
};

let last = 0;
export const freshId = () => `nws-${++last}`;
