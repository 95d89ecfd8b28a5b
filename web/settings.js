// The settings page, #/settings: for staff of the clinic, and made only where somebody opens it (README.md, "Settings page").
import { askFirst } from "./settings/ask_first.js";
import { coverPage } from "./settings/cover.js";
import { openDesk } from "./settings/desk.js";

const addressOf = (name) => new URL(SETTINGS_FILES[name], document.baseURI).href;

async function get(name) {
  const response = await fetch(addressOf(name));
  if (!response.ok) throw new Error(`${addressOf(name)}: ${response.status} ${response.statusText}`);
  return response;
}

const addStyle = () => new Promise((resolve, reject) => {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: addressOf("style") });
  link.addEventListener("load", resolve);
  link.addEventListener("error", () => reject(new Error(`${link.href} could not be loaded`)));
  document.head.append(link);
});
let style;

// A word with its {placeholders}; the key itself where there is none.
const speaker = (words) => (key, values = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), words[key] ?? key);

const languagesOfPage = () => Object.keys(JSON.parse(document.getElementById("needlewise-assets").textContent).languages);

let open = false;

// content: the files that the page was built from, by path. later(): the words that it fetches after its first question.
// trusted: somebody gave the PIN; all others are asked first. left(): called when the settings are closed.
export async function openSettings({ content, later, trusted = false, left = () => {} }) {
  if (open) return;
  open = true;
  try {
    const [words] = await Promise.all([get("words").then((response) => response.json()), (style ??= addStyle())]);
    const say = speaker(words);
    const cover = coverPage(say("settings/title"));
    const leave = () => {
      open = false;
      cover.remove();
      left();
    };
    const enter = async () => {
      const more = await later();
      await openDesk({ content, languages: languagesOfPage(), wasm: get("wasm"), say: speaker({ ...more, ...words }), cover, leave });
    };
    if (trusted) await enter();
    else askFirst({ cover, say, enter, leave });
  } catch (error) {
    open = false;
    throw error;
  }
}
