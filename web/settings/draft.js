// The settings as they are being written. Their text is what counts: the form shows it and writes it, and whoever likes
// writes it by hand.

export const longestText = 1 << 20; // as much as a page around the embedded one may hand in
const usualOrder = ["name", "contact", "openingHours", "emergencyNumber", "colours", "logo", "language", "languages",
  "parameters", "products", "booking", "paging", "kiosk", "embed", "takeAlong"];

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const rank = (key) => (usualOrder.indexOf(key) + usualOrder.length + 1) % (usualOrder.length + 1);

// Of fromEntries, as a member may be called __proto__.
const inOrder = (settings) => Object.fromEntries(Object.entries(settings).sort(([one], [other]) => rank(one) - rank(other)));
export const format = (settings) => `${JSON.stringify(inOrder(settings), null, 2)}\n`;

// The value with what is at the path put in its place, or taken out where it is undefined; objects left empty go, too.
function edited(value, [key, ...rest], to) {
  const members = new Map(Object.entries(isObject(value) ? value : {}));
  const inner = rest.length > 0 ? edited(members.get(key), rest, to) : to;
  if (inner === undefined) members.delete(key);
  else members.set(key, inner);
  return members.size > 0 ? Object.fromEntries(members) : undefined;
}

function parse(text) {
  try {
    const value = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

// check(text): what is wrong with it (checker.js). tooLong: the problem of a text that is.
export function makeDraft(start, check, tooLong) {
  const listeners = [];
  let first = start; // what `undo all` leads back to
  let saved = start;
  let text;
  let value;
  let checked;

  function take(next) {
    text = next;
    checked = text.length > longestText ? { problems: [tooLong], accent: null } : check(text);
    const broken = checked.problems.some(({ code }) => code.startsWith("json-") || code === tooLong.code);
    value = broken ? undefined : parse(text.replace(/^\uFEFF/, ""));
    for (const changed of listeners) changed();
  }
  const at = (path) => path.reduce((inner, key) => (isObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined), value);

  const draft = {
    take,
    get text() { return text; },
    get problems() { return checked.problems; },
    get accent() { return checked.accent; },
    // Whether the form can show it; else only its text can be corrected.
    get readable() { return value !== undefined; },
    get usable() { return !checked.problems.some(({ severity }) => severity === "error"); },
    get unsaved() { return text !== saved; },
    get changed() { return text !== first; },
    at,
    set(path, to) {
      if (draft.readable && JSON.stringify(at(path)) !== JSON.stringify(to)) take(format(edited(value, path, to) ?? {}));
    },
    begin(next) {
      first = next;
      saved = next;
      take(next);
    },
    undoAll: () => take(first),
    noteSaved: () => (saved = text),
    onChange: (changed) => listeners.push(changed),
  };
  take(start);
  return draft;
}
