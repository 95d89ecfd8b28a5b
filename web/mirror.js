// Expects of C++: patches in order (semantics::difference), rectangles relative to the nearest placed ancestor.
import { isChoice, isField, makeElement, setAddress } from "./elements.js";

const attribute = (element, name, value) => {
  if (value === "" || value === undefined || value === false) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? "true" : value);
};
const yes = (state) => state === "yes";
const pixels = (parts) => parts / 64;

export class Mirror {
  #records = new Map(); // id -> record
  #byElement = new WeakMap(); // outer, control -> record
  #root = { children: [] };
  #places;
  #composing;
  #dialogs = new Set();
  #selects = new Set();

  // places: {top, content, bottom, overlays} for nodes without a parent. isComposing(element): an input method is on.
  constructor(places, isComposing) {
    this.#places = places;
    this.#composing = isComposing;
  }

  find(id) {
    return this.#records.get(id);
  }

  // The record an event's target belongs to.
  recordOf(target) {
    for (let element = target; element instanceof Element; element = element.parentElement) {
      const record = this.#byElement.get(element);
      if (record) return record;
    }
    return undefined;
  }

  apply(patches) {
    for (const patch of patches) this[`_${patch.op}`](patch);
    for (const dialog of this.#dialogs) this.#open(dialog);
    for (const select of this.#selects) this.writeBack(select); // its options came after it
  }

  _insert({ op, parent, at, ...node }) {
    const above = this.#records.get(parent);
    const record = { id: node.id, node: {}, parent: above, children: [], ...makeElement(node, this.#groupOf(above)) };
    this.#records.set(record.id, record);
    this.#byElement.set(record.outer, record);
    this.#byElement.set(record.control, record);
    this.#change(record, { name: "", ...node });
    this.#place(record, above, at);
    if (node.role === "dialog") this.#dialogs.add(record);
    if (node.role === "select") this.#selects.add(record);
  }

  _move({ id, parent, at }) {
    const record = this.#records.get(id);
    this.#takeOut(record);
    record.parent = this.#records.get(parent);
    this.#place(record, record.parent, at);
  }

  _update({ op, id, ...changes }) {
    const record = this.#records.get(id);
    this.#change(record, changes);
    if ("show" in changes && !record.parent) {
      const at = this.#root.children.indexOf(record);
      this.#takeOut(record);
      this.#place(record, undefined, at);
    }
  }

  _remove({ id }) {
    const record = this.#records.get(id);
    this.#takeOut(record);
    this.#forget(record);
    record.outer.remove();
  }

  clear() {
    for (const record of [...this.#root.children]) this._remove(record);
  }

  #forget(record) {
    this.#records.delete(record.id);
    this.#selects.delete(record);
    if (this.#dialogs.delete(record)) this.#close(record);
    record.children.forEach((child) => this.#forget(child));
  }

  #takeOut(record) {
    const siblings = (record.parent ?? this.#root).children;
    siblings.splice(siblings.indexOf(record), 1);
  }

  #holderOf(record) {
    if (record.parent) return record.parent.body;
    if (record.node.role === "dialog") return this.#places.overlays;
    if (record.node.show !== "chrome") return this.#places.content;
    return record.node.role === "contentinfo" ? this.#places.bottom : this.#places.top;
  }

  #place(record, parent, at) {
    const siblings = (parent ?? this.#root).children;
    siblings.splice(at, 0, record);
    const holder = this.#holderOf(record);
    const next = siblings.slice(at + 1).find((sibling) => sibling.outer.parentNode === holder);
    holder.insertBefore(record.outer, next?.outer ?? null);
  }

  #groupOf(record) {
    for (let above = record; above; above = above.parent) if (above.node.role === "radiogroup") return above.id;
    return record?.id ?? "";
  }

  // Brings the element up to what changed of its node.
  #change(record, changes) {
    const { outer, control, words, legend, node } = record;
    const before = { ...node };
    Object.assign(node, changes);
    const has = (...members) => members.some((member) => member in changes);
    const role = node.role;

    if (has("name")) {
      if (words) words.data = node.name;
      else attribute(control, "aria-label", node.name);
      if (legend) legend.hidden = !node.name;
    }
    if (has("describedBy")) attribute(control, "aria-describedby", node.describedBy);
    // What stands in a group may be in another language than its legend.
    if (has("lang")) attribute(legend ?? outer, "lang", node.lang);
    if (has("expanded")) {
      if (role === "details") control.open = yes(node.expanded);
      else attribute(control, "aria-expanded", node.expanded && String(yes(node.expanded)));
    }
    if (has("checked") && role === "button") attribute(control, "aria-pressed", node.checked && String(yes(node.checked)));
    // A group cannot be required or invalid in ARIA: its description says so.
    if (has("required") && (isField(role) || role === "radiogroup")) attribute(control, "aria-required", node.required);
    if (has("invalid")) {
      if (role !== "group") attribute(control, "aria-invalid", node.invalid);
      outer.classList.toggle("nw-is-invalid", Boolean(node.invalid));
    }
    if (has("disabled")) control.disabled = Boolean(node.disabled);
    if (has("hidden")) outer.classList.toggle("nw-hidden", Boolean(node.hidden));
    if (has("show")) {
      for (const show of ["painted", "native", "chrome"]) outer.classList.toggle(`nw-${show}`, node.show === show);
    } else if (!before.role) {
      outer.classList.add("nw-painted");
    }
    if (has("variant")) {
      attribute(outer, "data-variant", node.variant);
      attribute(control, "aria-current", node.variant === "current" && "step");
    }
    if (has("data")) {
      for (const key of Object.keys(before.data ?? {})) control.removeAttribute(`data-${key}`);
      for (const [key, value] of Object.entries(node.data)) control.setAttribute(`data-${key}`, value);
      node.data.bar?.split(" ", 3).forEach((end, at) => control.style.setProperty(`--bar-${at}`, `${end}%`));
    }
    if (has("text") && (words || isField(role))) {
      const [size, line, weight] = node.text.map(pixels);
      outer.style.setProperty("--size", `${size}px`);
      outer.style.setProperty("--line", `${line}px`);
      outer.style.setProperty("--weight", weight);
    }
    if (has("box")) this.#lay(outer, node.box.map(pixels));
    if (has("min", "max", "step")) this.#limit(record);
    if (has("valueText")) attribute(control, "aria-valuetext", node.valueText);
    if (has("value", "min", "max", "checked")) this.writeBack(record);
  }

  #lay(element, [x, y, width, height]) {
    const placed = width > 0 || height > 0;
    element.classList.toggle("nw-placed", placed);
    const { style } = element;
    style.left = placed ? `${x}px` : "";
    style.top = placed ? `${y}px` : "";
    style.width = placed ? `${width}px` : "";
    style.height = placed ? `${height}px` : "";
  }

  #limit({ control, node }) {
    if (node.role === "progress") {
      control.max = Number(node.max) || 1;
      return;
    }
    attribute(control, "min", node.min);
    attribute(control, "max", node.max);
    if (node.step) control.step = node.step;
  }

  // Makes the control show the model, whatever the browser made of the last click or key.
  writeBack(record) {
    const { control, node } = record;
    const value = node.value ?? "";
    if (isChoice(node.role)) {
      control.checked = yes(node.checked);
    } else if (node.role === "link") {
      setAddress(control, value);
    } else if (node.role === "hitarea") {
      control.htmlFor = value;
    } else if (node.role === "progress") {
      control.value = Number(value) || 0;
    } else if (node.role === "option") {
      control.value = value;
      if (yes(node.checked)) control.selected = true;
    } else if (isField(node.role) || node.role === "slider") {
      const unchanged = record.written === value;
      record.written = value;
      const editing = document.activeElement === control;
      if (this.#composing(control) || (editing && unchanged && isField(node.role)) || value === "!") return;
      if (control.value !== value) control.value = value;
    }
  }

  // After an action: the radios that the browser switched off are no patch, for to the model nothing happened to them.
  settle(record) {
    if (!this.#records.has(record.id)) return;
    if (record.node.role !== "radio") return this.writeBack(record);
    for (const radio of document.getElementsByName(record.control.name)) {
      const other = this.#byElement.get(radio);
      if (other) this.writeBack(other);
    }
  }

  focus(id, options) {
    const record = this.#records.get(id);
    if (!record) return;
    const target = record.focusable ?? record.control;
    target.focus(options);
    if (document.activeElement === target) return;
    target.tabIndex = -1;
    target.focus(options);
  }

  #open(record) {
    if (record.control.open || !record.control.isConnected) return;
    record.returnTo = document.activeElement;
    record.control.showModal();
  }

  #close(record) {
    if (record.control.open) record.control.close();
    if (record.returnTo?.isConnected) record.returnTo.focus();
  }
}
