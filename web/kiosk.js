// Expects of C++: app::Kiosk, told of time and touch by nw_kiosk. A shared tablet: README.md, "Waiting room".

const news = { time: 0, open: 1, touched: 2, pinRight: 3, pinWrong: 4, reset: 5, offersSettings: 6 };
const phases = ["off", "attract", "visit", "warning", "handedOver", "summary", "staff", "gone"];
const wishes = [undefined, "checkPin", "print", "leave", "settings"];
const anHour = 3_600_000;
const patienceForNetwork = 3000;

// Seconds that never go back and go on while the tablet sleeps: of its two clocks one stops then in some browsers, and
// the other is set by people and by the network.
function makeClock() {
  let last = { running: performance.now(), wall: Date.now() };
  let passed = 0;
  return () => {
    const now = { running: performance.now(), wall: Date.now() };
    passed += Math.max(now.running - last.running, now.wall - last.wall, 0);
    last = now;
    return Math.floor(passed / 1000);
  };
}

const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

// Anything unusual is a wrong PIN.
async function isRight(typed, { salt, hash, iterations }) {
  try {
    const key = await crypto.subtle.importKey("raw", new TextEncoder().encode(typed), "PBKDF2", false, ["deriveBits"]);
    const how = { name: "PBKDF2", hash: "SHA-256", salt: bytesOf(salt), iterations };
    const made = new Uint8Array(await crypto.subtle.deriveBits(how, key, 256));
    const expected = bytesOf(hash);
    return expected.length === made.length && made.every((byte, at) => byte === expected[at]);
  } catch {
    return false;
  }
}

const isServed = /^http/.test(location.protocol);

// Keys of what does not work here (words: kiosk/off/…).
function whatIsOff(pin) {
  return Object.entries({
    "no-pin": !pin,
    insecure: pin && !globalThis.crypto?.subtle,
    "wake-lock": !navigator.wakeLock,
    "full-screen": !document.fullscreenEnabled,
    offline: isServed && !navigator.serviceWorker?.controller,
  }).filter(([, is]) => is).map(([key]) => key);
}

// Whether the page can be loaded anew now: from the network, or from what is kept of it.
async function isReachable() {
  if (!isServed) return true;
  try {
    const signal = AbortSignal.timeout?.(patienceForNetwork);
    return (await fetch(location.pathname, { cache: "no-store", signal })).ok;
  } catch {
    return false;
  }
}

// A pinch stays possible, for who needs it; the next person gets the page unzoomed.
function unzoom() {
  const viewport = document.querySelector("meta[name=viewport]");
  const usual = viewport.content;
  viewport.content = `${usual}, maximum-scale=1`;
  setTimeout(() => (viewport.content = usual), 300);
}

// One entry of the browser's history stands for all steps of a visit, so that their number is not left behind either.
function keepOneEntry(back) {
  let current = 0;
  let guarded = false;
  let arrived;
  const wrongPins = () => history.state?.wrongPins ?? 0;
  addEventListener("popstate", () => {
    guarded = false;
    if (arrived) arrived();
    else back(current);
  });
  function guard() {
    if (!guarded) history.pushState({ guard: true, wrongPins: wrongPins() }, "");
    guarded = true;
  }
  return {
    wrongPins,
    noteWrongPins: (count) => history.replaceState({ ...history.state, wrongPins: count }, ""),
    guard,
    follow: (entry) => (current = entry),
    forget() {},
    // To the first entry again.
    async leave() {
      const count = wrongPins();
      if (guarded || history.state?.guard) {
        await new Promise((resolve) => {
          arrived = resolve;
          history.back();
        });
        arrived = undefined;
      }
      current = 0;
      history.replaceState({ wrongPins: count }, "");
    },
  };
}

// Loads all there is, so that the network may go away at any moment afterwards.
async function fetchAll(addresses) {
  for (let seconds = 1; ; seconds = Math.min(2 * seconds, 60)) {
    const responses = await Promise.all(addresses.map((address) => fetch(address).then(async (response) => {
      await response.arrayBuffer();
      return response.ok;
    }, () => false)));
    if (responses.every(Boolean)) return;
    await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
  }
}

// settings: `kiosk` of the clinic's. program(): what wasm.js gives; frame() paints at once; loop() is loop.js's; restart()
// puts a new program in place of this one; speakToStaff() goes on in the clinic's language. editSettings(more), where
// there is that: opens the settings page.
export function makeKiosk({ pin }, { program, restart, frame, loop, speakToStaff, editSettings, keepOffline }) {
  const root = document.documentElement;
  const seconds = makeClock();
  let phase = "off";
  let wrongPins = 0;
  let counted = 0; // the second of which the picture tells
  let timer = 0;
  let hourly = 0;
  let closed = false; // nothing may be asked of the program any more
  let awake;

  let words = {};
  let goTo;
  let offline;

  const entries = keepOneEntry((current) => {
    if (closed || phase === "off" || phase === "attract") return;
    entries.guard();
    look(news.touched);
    if (phase !== "visit") return;
    if (current > 0) goTo(current - 1);
    else look(news.reset);
  });

  async function stayAwake() {
    awake = await navigator.wakeLock?.request("screen").catch(() => undefined);
  }
  // Only just after a touch; where it is refused the page does without.
  const fillScreen = () => document.fullscreenElement || root.requestFullscreen?.({ navigationUI: "hide" }).catch(() => {});

  const entering = {
    attract() {
      hourly = setTimeout(() => look(news.reset), anHour); // so a new version of the page comes in
    },
    visit() {
      entries.guard();
      fillScreen();
    },
    summary: speakToStaff,
    gone: startAnew,
    off: stop,
  };
  const granting = {
    async checkPin() {
      const right = await isRight(document.getElementById("kiosk/pin/field")?.value ?? "", pin);
      if (closed) return;
      look(right ? news.pinRight : news.pinWrong);
      loop().owe();
    },
    print: () => setTimeout(print),
    leave() {},
    settings: () => editSettings({ trusted: true, left: comeBack }).catch((error) => {
      console.error(error);
      return comeBack();
    }),
  };

  // Tells the program the time, and what else; then does what follows.
  function look(what = news.time, text = "", count = 0) {
    if (closed) return;
    const now = new Date();
    const second = seconds();
    const state = program().tellKiosk(what, text, second, 60 * now.getHours() + now.getMinutes(), count);
    if (state === -1) return stop(); // the settings cannot be used: it asks for staff as it is
    const before = phase;
    phase = phases[state & 15];
    if (state >> 8 > 0 || wrongPins > 0) entries.noteWrongPins((wrongPins = state >> 8));
    clearTimeout(timer);
    const wake = program().kioskWakeAfter();
    if (wake >= 0) timer = setTimeout(() => look(), 1000 * wake + 50);
    granting[wishes[(state >> 4) & 15]]?.();
    const countsDown = (phase === "warning" || wake === 1) && second !== counted;
    counted = second;
    if (what !== news.time || phase !== before || countsDown) loop().owe();
    if (phase === before) return;
    clearTimeout(hourly);
    if (!(before === "warning" && phase === "visit")) entering[phase]?.();
  }

  async function startAnew() {
    frame(); // takes everything off the page
    close();
    await entries.leave();
    await offline?.takeNewer(); // nobody is in the middle
    if (await isReachable()) {
      program().wipe();
      location.reload();
    } else {
      await restart();
      closed = false;
      open();
      loop().resume();
    }
  }

  function close() {
    closed = true;
    offline?.hush(true);
    clearTimeout(timer);
    clearTimeout(hourly);
    loop().stop();
  }

  function open() {
    phase = "off";
    offline?.hush(false);
    unzoom();
    const off = whatIsOff(pin);
    const canAsk = !off.includes("no-pin") && !off.includes("insecure");
    const [why, file] = offline?.how() ?? [];
    const said = off.map((key) => words[`kiosk/off/${key}`].replace("{why}", words[why]?.replace("{file}", file) ?? ""));
    look(news.open, said.join("\n"), canAsk ? entries.wrongPins() : -1);
    if (editSettings) look(news.offersSettings);
  }

  function listen() {
    listening = new AbortController();
    const on = (type, handler, options) => addEventListener(type, handler, { capture: true, signal: listening.signal, ...options });
    for (const type of ["pointerdown", "keydown", "input", "wheel", "click", "focusin"]) {
      on(type, (event) => {
        if (closed) event.stopImmediatePropagation();
        // The page moves the focus by itself, too.
        else if (type !== "focusin" || phase === "visit") look(news.touched);
      }, { passive: true });
    }
    for (const type of ["contextmenu", "dragstart", "copy", "cut"]) on(type, (event) => event.preventDefault());
    on("click", (event) => event.target.closest?.("a[href]") && event.preventDefault());
    on("keydown", ({ key, target }) => {
      if (key === "Enter" && target.id === "kiosk/pin/field") document.getElementById("kiosk/pin/ok").click();
    });
    document.addEventListener("visibilitychange", () => {
      look();
      if (!document.hidden) stayAwake();
    }, { signal: listening.signal });
    // A browser may keep a page it leaves, to show it again as it was.
    on("pagehide", () => {
      if (!closed) close();
      document.body.replaceChildren();
      program().wipe();
    });
    on("pageshow", ({ persisted }) => persisted && location.reload());
    on("online", () => phase === "attract" && look(news.reset));
  }
  let listening;

  // Staff left: the page is an ordinary one, until it is loaded again.
  function stop() {
    clearTimeout(timer);
    listening.abort();
    closed = true;
    root.classList.remove("nw-kiosk");
    awake?.release();
    if (document.fullscreenElement) document.exitFullscreen();
  }

  async function begin() {
    closed = false;
    root.classList.add("nw-kiosk");
    await entries.leave(); // where somebody reloaded in the middle
    listen();
    stayAwake();
  }

  // From the settings, which staff opened as they left.
  async function comeBack() {
    if (await isReachable()) return location.reload();
    await restart();
    await begin();
    open();
    loop().owe();
  }

  return {
    fetchAll,
    async start() {
      await begin();
      offline = await keepOffline().catch(() => {});
      await offline?.untilKept();
      open();
      offline?.takeUnasked(() => phase === "attract" && look(news.reset));
    },
    setWords: (text) => (words = JSON.parse(text)),
    keepHistory(goToEntry) {
      goTo = goToEntry;
      return entries;
    },
    // After each frame.
    look: () => look(),
  };
}
