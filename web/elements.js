// Expects of C++: the roles of semantics::Role by the names of src/platform/web/frame_json.cpp.

const create = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

// What stands for a node:
//   outer    lies at the node's rectangle
//   control  carries the node's id, states and data
//   body     holds the elements of the node's children
//   words    text node that shows the name; without one the name becomes aria-label
//   focusable  what takes the focus when C++ asks for it, if not the control
const whole = (element, words) => ({ outer: element, control: element, body: element, words });
const landmark = (tag) => () => whole(create(tag));

function texts(tag, attributes) {
  return () => {
    const words = new Text();
    return whole(create(tag, attributes, words), words);
  };
}

const worded = (words) => create("span", { class: "nw-words" }, words);

// One naming mechanism for inputs: the label around them.
const field = (attributes, tag = "input") => () => {
  const words = new Text();
  const control = create(tag, { autocomplete: "off", ...attributes });
  const outer = create("label", { class: "nw-field" }, worded(words), control);
  return { outer, control, body: outer, words };
};
const choice = (type) => (node, group) => {
  const words = new Text();
  const control = create("input", type === "radio" ? { type, name: group } : { type });
  const outer = create("label", { class: "nw-choice" }, control, worded(words));
  return { outer, control, body: outer, words };
};

// A heading level makes the legend a heading too, which can then take the focus of a new page.
function fieldset(attributes) {
  return (node) => {
    const words = new Text();
    const title = node.level ? create(`h${node.level}`, { tabindex: -1 }, words) : words;
    const legend = create("legend", {}, title);
    const outer = create("fieldset", attributes, legend);
    return { ...whole(outer, words), legend, focusable: node.level ? title : undefined };
  };
}

function button() {
  const words = new Text();
  return whole(create("button", { type: "button" }, worded(words)), words);
}

// Only addresses that leave the page as a person expects: never a script.
const safeAddress = /^(https:|http:|tel:|mailto:|sms:|#|[\w./-]+$)/i;

export function setAddress(link, address) {
  if (!address || !safeAddress.test(address)) {
    link.removeAttribute("href");
    return;
  }
  link.href = address;
  if (/^https?:/i.test(address)) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
}

const isPicture = (address) => /^data:image\/(png|jpeg|webp|svg\+xml);base64,/.test(address ?? "");

const makers = {
  main: landmark("main"),
  banner: landmark("header"),
  contentinfo: landmark("footer"),
  region: landmark("section"),
  group: fieldset({}),
  radiogroup: fieldset({ role: "radiogroup" }),
  radio: choice("radio"),
  checkbox: choice("checkbox"),
  button,
  link: texts("a"),
  heading: (node) => texts(`h${Math.min(Math.max(node.level || 2, 1), 6)}`, { tabindex: -1 })(),
  text: texts("p"),
  list: () => whole(create("ul", { role: "list" })),
  listitem: texts("li"),
  // Explicit roles: a table whose cells are placed one by one is none to a browser.
  table: () => whole(create("table", { role: "table" })),
  row: () => whole(create("tr", { role: "row" })),
  columnheader: texts("th", { role: "columnheader", scope: "col" }),
  rowheader: texts("th", { role: "rowheader", scope: "row" }),
  cell: texts("td", { role: "cell" }),
  date: field({ type: "date" }),
  number: field({ type: "number", inputmode: "decimal", step: "any" }),
  textfield: field({ type: "text", spellcheck: "false", autocapitalize: "off", autocorrect: "off" }),
  textarea: field({ spellcheck: "false" }, "textarea"),
  select: () => {
    const parts = field({}, "select")();
    return { ...parts, body: parts.control };
  },
  option: texts("option"),
  slider: field({ type: "range" }),
  progress: () => whole(create("progress")),
  // A picture of the clinic's own is one; what is painted has only its name here.
  image: (node) => whole(isPicture(node.value) ? create("img", { alt: node.name ?? "", src: node.value }) : create("div", { role: "img" })),
  dialog: () => whole(create("dialog")),
  hitarea: () => whole(create("label", { "aria-hidden": "true" })),
  details: () => {
    const words = new Text();
    return whole(create("details", {}, create("summary", {}, words)), words);
  },
};

// node: members of the insert patch; group: name that ties the radios of a group together.
export function makeElement(node, group) {
  const parts = makers[node.role](node, group);
  parts.control.id = node.id;
  parts.outer.classList.add("nw", `nw-${node.role}`);
  return parts;
}

export const isChoice = (role) => role === "radio" || role === "checkbox";
export const isText = (role) => role === "textfield" || role === "textarea";
export const isField = (role) => isText(role) || role === "date" || role === "number" || role === "select";
// A hit area is hovered and pressed by itself, but its click is one of its control.
export const isInteractive = (role) =>
  role === "hitarea" ||
  isChoice(role) || isField(role) || role === "button" || role === "link" || role === "slider";
