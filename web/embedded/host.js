// The page around this one, where that is embed.js: what it hands in, and the little it is told. Never an answer, never
// a linkId: steps are numbers, an outcome goes out by the person's own click.
import { meetParent, readTheme } from "./meeting.js";
import { parse, readTerms } from "./terms.js";
import { watchVisiblePart } from "./visible.js";

export const isEmbedded = () => location.hash === "#embed" && parent !== window;

// The settings page, beside this file, may show it with settings that are being written: who can put a page there could
// change this file as well. A file that was opened from disk has no server.
const isOwnServer = (origin) => origin === location.origin && origin !== "null";

const root = document.documentElement;
const text = (id) => document.getElementById(id)?.textContent ?? "";
const staffNotes = () => [...document.querySelectorAll('[id^="ask-staff/note/"]')].map((note) => note.textContent);

export async function joinHost() {
  const { origin, port, language, settings, fitsContent, keepsHistory, isPreview, ...greeting } = await meetParent();
  let { theme } = greeting;
  let tells = new Set();
  let themeChanged = () => {};
  let partChanged = () => {};
  let ready = false;
  const tell = (type, more = {}) => port.postMessage({ type, ...more });
  const tellIf = (event, ...message) => tells.has(event) && tell(...message);
  const complain = (code, message) => tell("problem", { code, message });

  port.onmessage = ({ data }) => {
    if (data?.type !== "theme" || !readTheme(data.theme)) return;
    theme = data.theme;
    themeChanged();
  };

  let told = 0;
  function tellHeight() {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (!ready || height === told || innerWidth === 0) return;
    told = height;
    tell("height", { height });
  }

  // Only where the element cannot know better than the browser: a mouse is where it is, and so is what it presses.
  let pressing = false;
  function bringIntoView({ target }) {
    if (pressing || !target.matches?.(":focus-visible")) return;
    show(target);
  }
  function show(target) {
    const { top, bottom } = target.getBoundingClientRect();
    tell("see", { top, bottom });
  }
  const host = {
    fitsContent,
    keepsHistory,
    // Clinic settings in force, or undefined for none. content: the files this build came with. Throws where the page
    // around may not show this one.
    agree(content) {
      if (isPreview && isOwnServer(origin)) {
        const builtIn = content.findIndex(([path]) => path === "clinic");
        if (builtIn >= 0) content.splice(builtIn, 1);
        host.clinic = parse(settings);
        return settings;
      }
      const builtIn = content.find(([path]) => path === "clinic")?.[1];
      if (builtIn && settings !== undefined) {
        complain("settings-ignored", "this build has its own clinic settings: those handed in count for nothing");
      }
      const terms = readTerms(builtIn ?? settings, origin);
      if (!terms.allowed) {
        complain("origin", `the clinic settings do not name ${origin} in embed.origins: add it there`);
        const what = "failure/website";
        throw Object.assign(new Error(`${origin} is not among the websites that may show this page.`), { what });
      }
      tells = terms.tells;
      // Without a say in its height the page scrolls in itself.
      host.fitsContent = fitsContent && tells.has("height");
      if (fitsContent && !host.fitsContent) {
        complain("height", "the clinic settings do not let the height be told (embed.events): the page scrolls in itself");
      }
      root.classList.toggle("nw-embedded", host.fitsContent);
      host.clinic = builtIn ? undefined : parse(settings);
      return builtIn ? undefined : settings;
    },
    asksFor: language,
    // Settings handed in, as far as they can be read; set by agree.
    clinic: undefined,
    speaks(tag) {
      if (!language || language.split("-")[0] === tag.split("-")[0]) return;
      complain("language", `there are no words in the language "${language.slice(0, 20)}"`);
    },
    // Who may be told the outcome, as a person reads it; empty: nobody.
    sharesWith: () => (tells.has("outcome") ? origin.replace(/^https?:\/\//, "") : ""),
    preferences: () => theme && { dark: theme === "dark" },
    onTheme(changed) {
      themeChanged = changed;
    },
    // The part on the screen, for the view: see view.js.
    visible: () => {
      const part = watchVisiblePart(() => partChanged());
      return { part, onChange: (changed) => (partChanged = changed), late: true };
    },
    // The first picture stands, as tall as it will be.
    ready() {
      ready = true;
      tell("ready");
      if (document.getElementById("ask-staff/title")) {
        complain("settings", `nothing is screened, the page says "${text("ask-staff/title")}": ${staffNotes().join(" ")}`);
      }
      if (!host.fitsContent) return;
      new ResizeObserver(tellHeight).observe(document.body);
      tellHeight();
      addEventListener("pointerdown", () => (pressing = true), true);
      for (const type of ["pointerup", "pointercancel"]) addEventListener(type, () => (pressing = false), true);
      addEventListener("focusin", bringIntoView);
    },
    // What a frame of the page brought; after all of it was done.
    follow({ section, forget, top, scrollTo, height }, mirror) {
      if (section) tellIf("section", "step", { number: section[0], count: section[1] });
      if (forget) tellIf("deleted", "closed");
      if (!host.fitsContent) return;
      if (height !== undefined) tellHeight(); // before what may lie beyond the old one
      if (top) tell("top");
      const target = !top && mirror.find(scrollTo);
      if (target) show(target.outer);
    },
    act({ target: id }) {
      if (id === "result/booking") tellIf("booking", "booking");
      if (id !== "result/share") return;
      const { outcome, earliest = null } = document.querySelector("[data-outcome]")?.dataset ?? {};
      if (outcome) tellIf("outcome", "outcome", { outcome, earliest });
    },
    failed(what) {
      root.classList.remove("nw-embedded");
      complain("stopped", what);
    },
  };
  return host;
}
