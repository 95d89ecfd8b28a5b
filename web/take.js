// Expects of C++: nw_take_* (src/platform/take); what it makes is handed to the device here, and only when asked for.
import qrcode from "qrcode-generator";
import createTaker from "./needlewise_take.mjs";
import { copy } from "./copy.js";
import { instantiate } from "./instantiate.js";
import { localToday } from "./midnight.js";
import { makePrinter } from "./print.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

// In the language that the page speaks. page: see main.js.
async function loadTaker({ get, getContent, content, settings, clinic, spoken }) {
  const parts = spoken.files.length === 0 ? [spoken.later, "contentTake"] : [spoken.later];
  const [wasm, ...catalogues] = await Promise.all([get("takeWasm"), ...parts.map(getContent)]);
  const module = await new Promise((resolve, reject) => {
    createTaker({
      instantiateWasm(imports, receive) {
        instantiate(wasm, imports).then(({ instance, module: compiled }) => receive(instance, compiled), reject);
        return {};
      },
      locateFile: (path) => path,
      print: () => {},
      printErr: (text) => console.error(text),
    }).then(resolve, reject);
  });
  const program = module._nw_take_create();
  const put = (slot, text) => {
    const bytes = encoder.encode(text);
    const address = module._nw_take_text(program, slot, bytes.length); // the memory may grow: read HEAPU8 after it
    module.HEAPU8.set(bytes, address);
  };
  for (const [path, file] of [...content, ...spoken.files, ...(settings === undefined ? [] : [["clinic", clinic]])]) {
    put(0, path);
    put(1, JSON.stringify(file));
    module._nw_take_source(program);
  }
  put(0, spoken.tag);
  put(1, localToday());
  if (!module._nw_take_boot(program)) throw new Error("the content cannot be used");
  for (const { words, ...more } of catalogues.map(Object.fromEntries)) {
    put(0, JSON.stringify(words ?? more));
    module._nw_take_words(program);
  }
  return (what, input, options = {}) => {
    [what, input, JSON.stringify({ ...options, today: localToday() })].forEach((text, slot) => put(slot, text));
    const address = module._nw_take_run(program);
    return JSON.parse(decoder.decode(module.HEAPU8.subarray(address, address + module._nw_take_size(program))));
  };
}

// Only for this visit, and only in what the person takes along.
const randomId = () => [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// Its change event comes only if a file was chosen.
const chosenFile = () => new Promise((resolve) => {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ".json,application/json,application/fhir+json";
  input.addEventListener("change", () => resolve(input.files[0]), { once: true });
  input.click();
});

// The address stays as it is; only the code needs, and gets, the dense mode of capital letters and digits.
function codePicture(base, code) {
  const qr = qrcode(0, "M");
  if (base) qr.addData(base, "Byte");
  qr.addData(code, "Alphanumeric");
  qr.make();
  const quiet = 4;
  const count = qr.getModuleCount();
  const size = count + 2 * quiet;
  let path = "";
  for (let row = 0; row < count; ++row) {
    for (let column = 0; column < count; ++column) {
      if (qr.isDark(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`;
    }
  }
  const make = (tag, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  const svg = make("svg", { viewBox: `0 0 ${size} ${size}`, width: "100%", height: "100%", "shape-rendering": "crispEdges", "aria-hidden": "true" });
  svg.append(make("rect", { width: size, height: size, fill: "#fff" }), make("path", { d: path, fill: "#000" }));
  return svg;
}

// The instant of a day and a time by this device's clock, with the offset of that very day.
function appointment(session, day, time) {
  const parts = /^(\d{1,2})[:.h](\d{2})$/.exec(time ?? "");
  if (!parts || parts[1] > 23 || parts[2] > 59) return undefined;
  const [year, month, date] = day.split("-").map(Number);
  const moment = new Date(year, month - 1, date, Number(parts[1]), Number(parts[2]));
  return { session: Number(session), day: moment.toISOString().slice(0, 10), minute: moment.getUTCHours() * 60 + moment.getUTCMinutes() };
}

const messageFor = {
  "code-empty": "open/error/empty", "code-cut": "open/error/cut", "code-longer": "open/error/damaged",
  "code-newer": "open/error/newer", "code-other-questionnaire": "open/error/other",
  "code-changed-questionnaire": "open/error/changed", "wrong-questionnaire": "open/error/other",
  "wrong-resource": "open/error/no-file", "entered-in-error": "open/error/mistake", "unknown-modifier": "open/error/modifier",
};
const errorWord = (code) => messageFor[code] ?? (code.startsWith("json-") ? "open/error/no-file" : "open/error/damaged");

// page: see main.js.
export async function makeTake(page) {
  let run = await loadTaker(page);
  let planId = randomId();
  let shown; // [base, code] of the picture
  // A file opened from disk or a page in a frame has no address that another device could open.
  const base = /^https?:$/.test(location.protocol) && window === top ? location.href.replace(/#.*/, "") + "#code=" : "";

  function taken(word, lines = "", link = "") {
    const said = page.program.taken(word, lines, link);
    if (said) page.announce([[said, false]]);
    page.owe();
  }
  const printer = makePrinter(() => {
    const state = page.program.printable();
    return state && run("print-patient", state);
  });

  function open(what, input) {
    const opened = run(what, input);
    if (opened.error) return taken(errorWord(opened.error));
    planId = opened.planId || randomId();
    page.program.carryIn(opened.state, opened.leftOut);
    page.owe();
  }

  const ways = {
    calendar(state, [preparation, care, checks, alarms, session, day, time]) {
      const [one, two, three, four] = [preparation, care, checks, alarms].map((flag) => flag === "1");
      const at = session && appointment(session, day, time);
      if (session && !at) return taken("open/error/time");
      const now = new Date();
      const { text } = run("calendar", state, {
        preparation: one, care: two, checks: three, alarms: four, planId, appointments: at ? [at] : [],
        stamp: now.toISOString().replace(/[-:]|\.\d+/g, ""),
        sequence: Math.floor((now - Date.UTC(2020, 0)) / 1000),
      });
      download("microneedling.ics", "text/calendar", text);
      taken("take/calendar/done");
    },
    file(state) {
      const moment = new Date().toISOString().replace(/\.\d+/, "");
      download("my-answers.json", "application/fhir+json", run("file", state, { planId, moment }).text);
      taken("take/file/done");
    },
    code(state) {
      shown = [base, run("code", state, { planId }).text];
      taken("", "", shown.join(""));
    },
    hide() {
      shown = undefined;
      taken("");
    },
    async "copy-link"() {
      taken(await copy(shown.join("")) ? "take/copied" : "open/error/copy", "", shown.join(""));
    },
    async message(state) {
      taken(await copy(run("message", state).text) ? "take/copied" : "open/error/copy");
    },
    async share(state) {
      await navigator.share({ text: run("message", state).text });
      taken("take/shared");
    },
    async print(state, [whom]) {
      const time = new Date().toTimeString().slice(0, 5);
      if (!(await printer.print(run(`print-${whom}`, state, { time }), `for-${whom}`))) taken("open/error/print");
    },
    async "open-file"() {
      open("open-file", await (await chosenFile()).text());
    },
    // A whole link is taken too.
    "open-code": (state, [code = ""]) => open("open-code", code.replace(/^.*#code=/, "")),
  };

  return {
    async go(what, state) {
      const [name, ...rest] = what.split(" ");
      try {
        await ways[name](state, rest);
      } catch (error) {
        if (error.name === "AbortError") return; // the person closed the share sheet
        console.error(error);
        taken("open/error/device");
      }
    },
    // The picture goes into an element that the mirror makes.
    draw() {
      const place = document.getElementById("take/code/picture");
      if (!place || !shown || place.firstChild) return;
      place.append(codePicture(...shown));
      place.classList.add("nw-drawn");
    },
    // The same in another language.
    async speak() {
      run = await loadTaker(page);
    },
    forget() {
      printer.clear();
      run("code", ""); // puts nothing in the place of what it knew
      planId = randomId();
      shown = undefined;
    },
  };
}
