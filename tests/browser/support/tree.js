// The browser's own accessibility tree as an indented text: what a screen reader is given.

const states = ["checked", "expanded", "pressed", "required", "invalid", "disabled", "level", "focused", "modal"];
const unsaid = new Set(["InlineTextBox", "LineBreak", "ListMarker"]);
const shown = (text) => JSON.stringify(text.replace(/\s+/g, " ").trim());

// A line a node: role, name, what describes it, value, value in words, states.
function line({ role, name, description, value, inWords, properties = [] }) {
  const property = new Map(properties.map((one) => [one.name, one.value.value]));
  const words = [role.value];
  if (name?.value) words.push(shown(name.value));
  if (description?.value) words.push(`described ${shown(description.value)}`);
  if (value?.value !== undefined && value.value !== "") words.push(`value ${shown(String(value.value))}`);
  if (inWords) words.push(`in words ${shown(inWords)}`);
  for (const state of states) {
    const held = property.get(state);
    if (held === undefined || held === false || (state === "invalid" && held === "false")) continue;
    words.push(held === true ? state : `${state} ${held}`);
  }
  return words.join(" ");
}

export async function accessibilityTree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  // Some versions of Chromium give the number here instead of its words.
  for (const node of nodes.filter(({ role }) => role?.value === "slider")) {
    const { node: { attributes } } = await session.send("DOM.describeNode", { backendNodeId: node.backendDOMNodeId });
    node.inWords = attributes[attributes.indexOf("aria-valuetext") + 1];
  }
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  // A label's own text is the name of the control that it is for.
  const labels = new Set();
  for (const node of nodes) if (node.role?.value === "LabelText" || labels.has(node.parentId)) labels.add(node.nodeId);
  const lines = [];
  function write(node, depth, nameAbove) {
    const role = node.role?.value;
    if (unsaid.has(role)) return;
    const children = (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean);
    // What the page says to live regions is gone again after a second.
    const parts = role === "Date" || role === "status" || role === "alert";
    // Groupings without meaning, and a text that only repeats the name of what it stands in.
    const said = !node.ignored && role !== "generic" && role !== "none" && !(role === "StaticText" && (node.name?.value === nameAbove || labels.has(node.parentId))) && role !== "RootWebArea" && role !== "LabelText" && role !== "Legend";
    if (said) lines.push(`${"  ".repeat(depth)}${line(node)}`);
    const name = said ? node.name?.value : nameAbove;
    if (parts) return; // and a date's fields are the browser's own
    for (const child of children) write(child, depth + (said ? 1 : 0), name);
  }
  write(nodes[0], 0, undefined);
  return `${lines.join("\n")}\n`;
}
