// The frame and the port to it. Not `allow-same-origin`: so the page in it has an origin of its own, which neither this
// page nor any other can look into, even where all come from one server. Links to sources open as ordinary tabs;
// printing counts as a modal, saving a file as a download.
const sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads";
// Copying and the share sheet, by a person's own press. A browser without the latter would complain of its name.
const allowed = `clipboard-write${navigator.share ? "; web-share" : ""}`;

const outcomes = ["clear", "prepare", "mention", "defer", "review", "exclude"];
const tallest = 100_000;

const isLength = (value) => Number.isFinite(value) && value >= 0 && value <= tallest;
const isCount = (value) => Number.isInteger(value) && value >= 1 && value <= 1000;
const isText = (value) => typeof value === "string" && value.length <= 10_000;
const isDate = (value) => value === null || /^\d{4}-\d\d-\d\d$/.test(value);

// What may come, and the shape of it; members that are not named here are left out.
const shapes = {
  ready: {}, top: {}, booking: {}, closed: {},
  height: { height: isLength },
  see: { top: isLength, bottom: isLength },
  step: { number: isCount, count: isCount },
  outcome: { outcome: (value) => outcomes.includes(value), earliest: isDate },
  problem: { code: isText, message: isText },
};

function read(data) {
  const type = data?.type;
  if (typeof type !== "string" || !Object.hasOwn(shapes, type)) return undefined;
  const members = Object.entries(shapes[type]);
  if (!members.every(([name, fits]) => fits(data[name]))) return undefined;
  return { type, ...Object.fromEntries(members.map(([name]) => [name, data[name]])) };
}

// greet(): what the page in it is to know. hear(message): what it says.
export function makeFrame({ address, label, greet, hear }) {
  const element = document.createElement("iframe");
  element.setAttribute("sandbox", sandbox);
  element.allow = allowed;
  element.referrerPolicy = "no-referrer";
  element.title = label;
  address.hash = "embed";
  element.src = address;

  let port;
  // Each page in the frame (it may load itself anew) gets a port of its own. The frame's origin is opaque, so the
  // greeting is open to whatever lies at that address: nothing in it is secret.
  element.addEventListener("load", async () => {
    port?.close();
    port = undefined;
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = ({ data }) => {
      const message = read(data);
      if (message) hear(message);
    };
    const greeting = await greet();
    if (port === channel.port1) element.contentWindow?.postMessage({ needlewise: 1, ...greeting }, "*", [channel.port2]);
  });

  return {
    element,
    send: (message) => port?.postMessage(message),
    close() {
      port?.close();
      port = undefined;
      element.remove();
    },
  };
}
