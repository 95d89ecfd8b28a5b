// What the clinic's settings say of the page around this one. The program checks the whole file; here it is only read,
// for it has to be known before anything is shown.
const known = ["ready", "height", "section", "outcome", "booking", "deleted"];
// What the page around can find out by itself.
const unasked = ["ready", "height"];

function originOf(address) {
  try {
    return new URL(address).origin;
  } catch {
    return undefined;
  }
}

export function parse(settings) {
  try {
    return typeof settings === "string" ? JSON.parse(settings) : settings;
  } catch {
    return undefined;
  }
}

// settings: text, parsed, or undefined. -> {allowed: may this origin show the page, tells: a set of events}
export function readTerms(settings, origin) {
  const { origins, events } = parse(settings)?.embed ?? {};
  const allowed = !Array.isArray(origins) || origins.length === 0 || origins.map(originOf).includes(origin);
  const listed = Array.isArray(events) && Array.isArray(origins);
  return { allowed, tells: new Set(listed ? known.filter((event) => events.includes(event)) : unasked) };
}
