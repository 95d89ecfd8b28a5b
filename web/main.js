// Expects of C++: WebPage (src/platform/web): fonts and content in, then frames; all else is in the modules below.
import { makeAnnouncer } from "./announce.js";
import { openContext, prepareContext } from "./canvas.js";
import { isEmbedded, joinHost } from "./embedded/host.js";
import { takeFragment } from "./fragment.js";
import { keepHistory, noHistory } from "./history.js";
import { listen } from "./input.js";
import { makeLoop } from "./loop.js";
import { localToday, watchToday } from "./midnight.js";
import { Mirror } from "./mirror.js";
import { makePainter } from "./painter.js";
import { watchPreferences } from "./preferences.js";
import { makeView } from "./view.js";
import { actionKinds, loadWasm } from "./wasm.js";

const broughtCode = takeFragment();
const element = (id) => document.getElementById(`nw-${id}`);
let host; // the page around this one, where it is embed.js: only ever around the single file
const { textContent, dataset } = document.getElementById("needlewise-assets");
const assets = JSON.parse(textContent);

// The files of the languages besides the first have no address of their own but in the single file.
const addressOf = (name) => assets[name] ?? `${assets.words}${name}.json`;
async function get(name) {
  const address = addressOf(name);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status} ${response.statusText}`);
  return response;
}
async function getContent(name) {
  const text = await (await get(name)).text();
  try {
    return Object.entries(JSON.parse(text));
  } catch (error) {
    throw new Error(`${addressOf(name)}: ${error.message}`);
  }
}
const getBytes = async (name) => new Uint8Array(await (await get(name)).arrayBuffer());

// For native controls and the plain view the same letters as on the canvas.
async function showFont(bytes, weight) {
  const face = new FontFace("Needlewise", bytes, { weight: String(weight) });
  document.fonts.add(await face.load());
}

function setTheme(properties) {
  for (const [property, value] of properties) document.documentElement.style.setProperty(property, value);
  const surface = document.documentElement.style.getPropertyValue("--nw-surface");
  document.querySelector("meta[name=theme-color]").content = surface;
}

let words; // of the language that is spoken, where it is not the first

// A page that cannot go on says what, where, and offers the one thing a person can do.
function fail(what, error) {
  console.error(error);
  const box = document.createElement("main");
  box.id = "nw-failure";
  const say = (key) => words?.[key] ?? FAILURE_WORDS[key];
  const reason = say(what) ?? what;
  host?.failed(reason);
  const [title, text, detail, again] = ["h1", "p", "p", "button"].map((tag) => document.createElement(tag));
  title.textContent = say("failure/title");
  text.textContent = `${reason} ${say("failure/text")}`;
  detail.textContent = String(error?.message ?? error);
  detail.className = "nw-detail";
  again.textContent = say("failure/again");
  again.type = "button";
  again.addEventListener("click", () => location.reload());
  const message = document.createElement("div");
  message.setAttribute("role", "alert");
  box.append(message);
  for (const id of ["loading", "top", "content", "bottom", "overlays"]) element(id)?.remove();
  document.body.append(box);
  message.append(title, text, again, detail); // into the region that is there already: said at once
}

const wordsIn = (entries) => Object.fromEntries(entries).words ?? {};
// Words the first screen can do without; they keep being asked for while the network is away.
async function getLaterWords(name) {
  for (let seconds = 1; ; seconds = Math.min(2 * seconds, 60)) {
    const later = await getContent(name).catch(() => undefined);
    if (later) return JSON.stringify(wordsIn(later));
    await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
  }
}

// The waiting room's tablet: where the settings say so, and nowhere else is its module loaded.
function isKiosk(content) {
  const { enabled, open } = Object.fromEntries(content).clinic?.kiosk ?? {};
  return enabled === true && (open !== "address" || location.hash === "#kiosk");
}
const loadModule = (name) => import(new URL(assets[name], document.baseURI));
const loadKiosk = () => SINGLE_FILE ? import("./kiosk.js") : loadModule("kiosk");
const loadLanguage = () => SINGLE_FILE ? import("./language.js") : loadModule("language");
const loadTaking = () => SINGLE_FILE ? import("./take.js") : loadModule("take");

// The languages on offer in the clinic's order, and the one to begin with. asked: by the page around this one.
function chooseLanguage(tags, clinic, asked) {
  const offered = [clinic?.languages ?? tags].flat().filter((tag) => tags.includes(tag));
  if (offered.length === 0) offered.push(tags[0]);
  const match = (wanted) => [wanted, wanted?.split?.("-")[0]].find((tag) => offered.includes(tag));
  return [offered, [asked, clinic?.language, ...navigator.languages, tags[0]].map(match).find(Boolean) ?? offered[0]];
}

async function start() {
  let loop;
  const dead = (reason) => {
    loop?.stop();
    fail("failure/stopped", reason);
  };
  const meeting = SINGLE_FILE && isEmbedded() ? joinHost() : undefined;
  const arrivals = Promise.all([loadWasm(get("wasm"), dead), getBytes("font"), getContent("content"), meeting]);
  prepareContext(element("canvas"));
  let [wasm, font, content, around] = await arrivals;
  if (SINGLE_FILE) host = around;
  const settings = host?.agree(content);
  const clinic = host?.clinic ?? Object.fromEntries(content).clinic;
  const tags = Object.keys(assets.languages);
  const [offered, wanted] = chooseLanguage(tags, clinic, host?.asksFor);
  host?.speaks(wanted);
  // What is kept of a language; of others than the first see language.js.
  const first = { tag: tags[0], files: [], fonts: [], later: "contentLater" };
  const languages = new Map([[first.tag, first]]);
  const begin = wanted === first.tag ? first : await loadLanguage()
    .then(({ fetchLanguage }) => fetchLanguage(wanted, languages, getContent)).catch(() => first);
  let spoken;
  function setLanguage(language) {
    spoken = language;
    words = language.words;
    document.documentElement.dir = language.direction ?? "";
    wasm.offer(offered.flatMap((tag) => [tag, assets.languages[tag]]), language.plain);
    view?.want("language", language.plain);
  }
  let laterWords;
  let site = [dataset.version];
  let bold;
  let view;
  function furnish() {
    if (!wasm.addFont(font, 400)) throw new Error(`${assets.font}: not a font`);
    if (bold) wasm.addFont(bold, 600);
    for (const [bytes, weight] of begin.fonts) wasm.addFont(bytes, weight);
    for (const [path, file] of [...content, ...begin.files]) wasm.addSource(path, JSON.stringify(file));
    if (settings !== undefined) wasm.addSource("clinic", settings);
    if (!wasm.boot(begin.tag, localToday())) throw new Error(`${assets.content}: cannot be used`);
    if (navigator.canShare?.({ text: "." })) wasm.canShare(); // a frame may be forbidden to
    if (!host && !isKiosk(content)) wasm.present(location.hash === "#present");
    if (host) wasm.shareWith(host.sharesWith());
    wasm.tellSite(...site);
    if (laterWords) wasm.addWords(laterWords);
    setLanguage(begin);
    if (begin.tag !== wanted) wasm.speak("");
  }
  async function addBold() {
    bold = await getBytes("fontBold").catch(() => undefined); // without it, the regular one serves for both
    if (!bold) return;
    await showFont(bold, 600);
    wasm.addFont(bold, 600);
  }
  async function addWords() {
    laterWords = await getLaterWords(begin.later);
    if (spoken === begin) wasm.addWords(laterWords);
  }
  furnish();
  let kiosk;
  // For staff: by address, or after their PIN.
  const isSettings = (address) => !SINGLE_FILE && !kiosk && parent === window && address.endsWith("#/settings");
  async function editSettings(more) {
    const { openSettings } = await loadModule("settings");
    const later = async () => Object.fromEntries(await getContent("contentLater")).words;
    await openSettings({ content: Object.fromEntries(content), later, ...more });
  }
  if (!host && isKiosk(content)) {
    kiosk = (await loadKiosk()).makeKiosk(clinic.kiosk, {
      program: () => wasm, restart, frame: () => frame(performance.now() / 1000), loop: () => loop, keepOffline,
      speakToStaff: () => spoken.tag !== begin.tag && speak(begin.tag),
      editSettings: SINGLE_FILE ? undefined : editSettings,
    });
    const { languages: names, words: folder, ...files } = assets;
    const others = offered.filter((tag) => tag !== first.tag).flatMap((tag) => [tag, `${tag}-later`].map(addressOf));
    await kiosk.fetchAll([...Object.values(files), ...others]);
    await Promise.all([addWords(), addBold()]);
    kiosk.setWords(laterWords);
  }

  let input;
  const places = { top: element("top"), content: element("content"), bottom: element("bottom"), overlays: element("overlays") };
  const mirror = new Mirror(places, (control) => input.isComposing(control));
  const announce = makeAnnouncer(element("live"), element("status"), element("alert"));
  const fits = host?.fitsContent; // scrolled by the page around it
  view = makeView({
    content: places.content, canvas: element("canvas"), banner: places.top,
    changed: () => loop.owe(), now: () => loop.now(),
    visible: fits ? host.visible() : undefined,
  });
  setLanguage(begin);
  // For the modules that come later.
  const page = {
    languages, begin, get, getContent, wordsIn, showFont, announce, content, settings, clinic,
    get program() { return wasm; },
    get spoken() { return spoken; },
    set spoken(language) {
      setLanguage(language);
      taking?.then((along) => along.speak()).catch(() => (taking = undefined));
    },
    owe: () => loop.owe(),
    now: () => loop.now(),
    version: dataset.version,
    tellSite(...news) {
      wasm.tellSite(...(site = news));
      loop.owe();
    },
  };
  async function keepOffline() {
    if (!SINGLE_FILE) return (await loadModule("offline")).keepOffline(page);
    if (!host) page.tellSite(dataset.version, "offline/on"); // it has all in itself
  }
  const speak = (tag) => loadLanguage().then((module) => module.speak(tag, page), () => {
    announce([[wasm.speak(""), true]]);
    loop.owe();
  });
  function act(action) {
    host?.act(action);
    wasm.act(action);
    loop.owe();
  }
  const goTo = (entry) => act({ kind: actionKinds.history, value: String(entry) });
  const entries = host && !host.keepsHistory ? noHistory : (kiosk ?? { keepHistory }).keepHistory(goTo);
  let interactionChanged = true;

  // Taking along is a program of its own, fetched when somebody wants it.
  let taking;
  const loadTake = () => taking ??= loadTaking().then(({ makeTake }) => makeTake(page));
  async function takeAlong([what, state]) {
    try {
      await (await loadTake()).go(what, state);
    } catch (error) {
      taking = undefined;
      console.error(error);
      announce([[wasm.taken("open/error/device", "", ""), true]]);
    }
    loop.owe();
  }

  // Where the browser's own print is to give the page for paper, it has to be at hand: printing does not wait. But no
  // server is to see that somebody came to a result.
  function prepareToPrint() {
    const asked = SINGLE_FILE || mirror.find("take/title");
    if (!taking && !host && asked && wasm.printable()) loadTake().catch(() => (taking = undefined));
  }

  function take(news) {
    if (news.theme) setTheme(news.theme);
    if ("lang" in news) document.documentElement.lang = news.lang;
    if ("title" in news) document.title = news.title;
    if ("plain" in news) view.want("asked", news.plain);
    if ("height" in news) view.setContentHeight(news.height);
    if (news.patches) mirror.apply(news.patches);
    if (news.take) takeAlong(news.take);
    if (news.speak) speak(news.speak);
    if (news.forget) entries.forget();
    if (taking && (news.forget || news.patches)) taking.then((along) => (news.forget ? along.forget() : along.draw()), () => {});
    if ("entry" in news) entries.follow(news.entry);
    if (news.top) scrollTo({ top: 0, behavior: "instant" });
    if (news.focus) setTimeout(prepareToPrint, 1000);
    if (news.focus) mirror.focus(news.focus, { preventScroll: Boolean(news.top) });
    if (news.scrollTo) mirror.find(news.scrollTo)?.outer.scrollIntoView({ block: "nearest" });
    host?.follow(news, mirror);
    if (news.announce) announce(news.announce);
  }

  function frame(seconds) {
    // A second pass, before anything is shown, when the first one found the page taller or moved the canvas.
    for (let pass = 0; pass < 2; ++pass) {
      if (interactionChanged) wasm.setInteraction(input.interaction);
      interactionChanged = false;
      const place = view.place();
      const news = wasm.frame({ ...place, seconds, withoutPaint: view.isPlain() });
      if (draw) wasm.draw((memory, address) => draw(memory, address, place.ratio));
      if (news) take(news);
      if (!view.isDue()) break;
    }
    input.settle();
    if (kiosk) kiosk.look();
    return { animating: wasm.animating(), wakeAfter: wasm.wakeAfter() };
  }

  loop = makeLoop((seconds) => {
    try {
      return frame(seconds);
    } catch (error) {
      dead(error);
      return { animating: false, wakeAfter: -1 };
    }
  });
  input = listen({
    mirror, act,
    changed() {
      interactionChanged = true;
      loop.owe();
    },
  });

  let draw;
  function attach(context) {
    draw = context && makePainter(context);
    if (draw) wasm.attach();
    view.want("lost", !draw);
  }
  attach(openContext(element("canvas"), {
    onLost() {
      draw = undefined;
      wasm.detach();
    },
    onRestored(context) {
      attach(context);
      loop.owe();
    },
    onGivenUp() {
      view.want("lost", true);
      loop.owe();
    },
  }));
  let device;
  function prefer() {
    wasm.setPreferences({ ...device, ...host?.preferences() });
    loop.owe();
  }
  // A new program in place of this one, which knows nothing of what this one was told.
  async function restart() {
    const old = wasm;
    wasm = await loadWasm(old.compiled, dead);
    old.wipe();
    taking = undefined;
    mirror.clear();
    furnish();
    prefer();
    if (draw) wasm.attach();
    interactionChanged = true;
  }

  await kiosk?.start();
  watchPreferences(({ forcedColors, ...preferences }) => {
    view.want("forced", forcedColors);
    device = preferences;
    prefer();
  });
  host?.onTheme(prefer);
  watchToday((today) => {
    wasm.setToday(today);
    loop.owe();
  });
  if (isSettings(location.hash)) await editSettings();
  loop.owe();
  showFont(font, 400);

  const openCode = (code) => takeAlong([`open-code ${code}`, ""]);
  addEventListener("hashchange", ({ newURL }) => {
    const code = takeFragment(newURL);
    if (code !== undefined) openCode(code);
    if (isSettings(newURL)) editSettings().catch(console.error);
  });

  async function goOn() {
    element("loading")?.remove();
    if (kiosk) return; // it has all from the start
    const arrived = addWords().then(loop.owe);
    await new Promise((resolve) => setTimeout(resolve));
    await addBold();
    loop.owe();
    await arrived;
    if (broughtCode !== undefined) openCode(broughtCode);
    keepOffline().catch(() => {}); // with the next load
  }
  if (!host) return requestAnimationFrame(goOn);
  // A frame out of sight is given no time to paint, and still has to say how tall it is.
  loop.now();
  await goOn();
  loop.now();
  host.ready();
}

start().catch((error) => fail(error.what ?? "failure/not-loaded", error));
