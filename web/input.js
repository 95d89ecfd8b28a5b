// Expects of C++: actions by node id; hovered, pressed and focused ids for the looks it paints.
import { isChoice, isField, isInteractive } from "./elements.js";
import { actionKinds, actionMeans } from "./wasm.js";

// A click within this time of a key or a finger came from it; any other was made by assistive technology.
const sameGesture = 1000;

// act(action), changed(): the interaction differs from before.
export function listen({ mirror, act, changed }) {
  const interaction = { hovered: "", pressed: "", focused: "", focusVisible: false };
  const touched = new Set(); // records to settle after the next frame
  let composing = null;
  let lastPointer = -Infinity;
  let lastKey = -Infinity;

  const on = (type, handler, options) => document.addEventListener(type, handler, options);
  const interactiveAt = (target) => {
    const record = mirror.recordOf(target);
    return record && isInteractive(record.node.role) && !record.node.disabled ? record : undefined;
  };
  const means = () => {
    const latest = Math.max(lastPointer, lastKey);
    if (performance.now() - latest > sameGesture) return actionMeans.assistive;
    return lastPointer > lastKey ? actionMeans.pointer : actionMeans.keyboard;
  };
  function set(member, value) {
    if (interaction[member] === value) return;
    interaction[member] = value;
    changed();
  }
  function send(record, kind, value = "") {
    touched.add(record);
    act({ kind, means: means(), target: record.id, value });
  }
  // "!" is what the browser cannot read; else an unreadable date would look like an emptied one.
  const readField = ({ control }) => (control.validity?.badInput ? "!" : control.value);
  function commit(record) {
    const value = readField(record);
    if (record.sent === value) return;
    record.sent = value;
    send(record, actionKinds.change, value);
  }

  on("click", (event) => {
    const record = interactiveAt(event.target);
    const role = record?.node.role;
    // A label's own click comes back as one of its input; a hit area may have none.
    const itself = role === "hitarea" ? !record.node.value : isChoice(role) && event.target === record.control;
    if (role === "button" || role === "link" || itself) {
      send(record, actionKinds.activate);
    }
  });

  on("input", (event) => {
    const record = interactiveAt(event.target);
    if (!record || isChoice(record.node.role)) return;
    record.sent = undefined;
    send(record, actionKinds.input, readField(record));
  });
  on("change", (event) => {
    const record = interactiveAt(event.target);
    if (!record || isChoice(record.node.role)) return;
    // While a date is typed each key gives another date (year 2, 20, 202, 2026): it is committed on leaving the field.
    if (record.node.role === "date" && record.typing) return;
    commit(record);
  });
  on("focusout", (event) => {
    const record = mirror.recordOf(event.target);
    if (record && isField(record.node.role) && event.target === record.control) {
      const unread = record.control.validity?.badInput && record.sent !== "!";
      if (record.typing || unread) commit(record);
      record.typing = false;
      touched.add(record);
    }
    set("focused", "");
    set("focusVisible", false);
  });
  on("focusin", (event) => {
    const record = mirror.recordOf(event.target);
    if (record && isField(record.node.role)) record.sent = readField(record);
    set("focused", record?.id ?? "");
    set("focusVisible", event.target.matches(":focus-visible"));
  });

  on("cancel", (event) => {
    const record = mirror.recordOf(event.target);
    if (record?.node.role !== "dialog") return;
    event.preventDefault(); // the model closes it
    send(record, actionKinds.dismiss);
  }, true);

  on("pointerdown", (event) => {
    lastPointer = performance.now();
    const record = interactiveAt(event.target);
    if (record) record.typing = false;
    set("pressed", (event.isPrimary && record?.id) || "");
    // Beside the dialog is its backdrop.
    const dialog = mirror.recordOf(event.target);
    if (dialog?.node.role === "dialog" && event.target === dialog.control && isOutside(event, dialog.control)) {
      send(dialog, actionKinds.dismiss);
    }
  });
  function isOutside({ clientX, clientY }, element) {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return clientX < left || clientX > right || clientY < top || clientY > bottom;
  }
  const release = () => {
    lastPointer = performance.now();
    set("pressed", "");
  };
  on("pointerup", release);
  on("pointercancel", release);
  on("pointerover", (event) => {
    if (event.pointerType !== "touch") set("hovered", interactiveAt(event.target)?.id ?? "");
  });
  on("pointerout", (event) => event.relatedTarget === null && set("hovered", ""));

  on("keydown", (event) => {
    lastKey = performance.now();
    const record = interactiveAt(event.target);
    if (!record) return;
    if (record.node.role === "date" && event.key !== "Tab") {
      record.typing = true;
      if (event.key === "Enter") commit(record);
    }
    if (event.key === " " && !isField(record.node.role)) set("pressed", record.id);
    set("focusVisible", event.target.matches(":focus-visible"));
  }, true);
  on("keyup", () => {
    lastKey = performance.now();
    set("pressed", "");
  });

  on("compositionstart", (event) => (composing = event.target));
  on("compositionend", () => (composing = null));

  return {
    interaction,
    isComposing: (element) => composing === element,
    // Writes the model back over what the browser made of the last actions.
    settle() {
      for (const record of touched) mirror.settle(record);
      touched.clear();
      // A control that went away tells nobody that it lost the focus or the pointer.
      for (const member of ["hovered", "pressed", "focused"]) if (!mirror.find(interaction[member])) set(member, "");
    },
  };
}
