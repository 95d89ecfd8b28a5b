// Expects of C++: nw_site. Has the page kept for use without network (service-worker.js), and says when a newer one is
// there. Loaded once the first question can be answered; README.md, "Without network".

const anHour = 3_600_000;
const patience = 5000; // milliseconds for a worker to take over

// What keeps this browser from it (words: offline/off/…), if anything does.
function obstacle() {
  if (window !== top) return "framed";
  if (!isSecureContext) return "insecure";
  try {
    return navigator.serviceWorker ? undefined : "unsupported";
  } catch {
    return "unsupported"; // a sandboxed frame may not even look
  }
}

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const takenOver = () => Promise.race([
  new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true })),
  sleep(patience),
]);
// The version of a worker.
const ask = (worker, version) => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => resolve(data);
  worker.postMessage({ hello: version }, [port2]);
});

// page: see main.js.
export async function keepOffline({ version, tellSite, announce }) {
  let registration;
  let passedBy; // the worker that this page was loaded without (forced reload): what it keeps is not newer
  let why; // it does not work here
  let missing = ""; // of the version that was last tried
  let kept = version; // what comes with the next load
  let arrived = false; // since this page was loaded
  let unasked; // what takes it without asking anybody

  function isOffered() {
    const { active, waiting } = registration ?? {};
    return Boolean(active && !unasked && (waiting || (kept !== version && active !== passedBy)));
  }
  // A word's key, and the file it speaks of.
  function how() {
    if (why) return [`offline/off/${why}`, ""];
    if (!registration?.active) return [missing && "offline/off/incomplete", missing];
    return [missing ? "offline/no-update" : "offline/on", missing];
  }
  let said = false;
  let quiet = false; // the program must not be told anything
  async function show() {
    if (quiet) return;
    tellSite(version, ...how(), isOffered());
    await sleep(500); // until it is there, if it may be shown now
    const offer = document.getElementById("newer/text");
    if (said || quiet || !offer) return;
    said = true;
    announce([[offer.textContent, false]]);
  }

  async function greet() {
    const { active } = registration;
    if (!active) return;
    kept = await ask(active, version);
    show();
  }

  function follow(worker) {
    if (!worker) return;
    const isUpdate = Boolean(registration.active);
    missing = "";
    worker.addEventListener("statechange", () => {
      if (worker.state === "activated") greet();
      show();
      if (worker.state !== "installed" || !isUpdate) return;
      arrived = true;
      unasked?.();
    });
  }

  // Each load makes the browser look; a page that stays open has to ask for it.
  function lookForNewer() {
    let looked = Date.now();
    const look = (wait) => {
      if (!navigator.onLine || document.hidden || Date.now() - looked < wait) return;
      looked = Date.now();
      registration.update().catch(() => {});
    };
    setInterval(() => look(anHour / 2), anHour);
    document.addEventListener("visibilitychange", () => look(anHour));
    addEventListener("online", () => look(0));
  }

  async function takeNewer() {
    const { waiting } = registration ?? {};
    if (!waiting) return;
    const done = takenOver();
    waiting.postMessage({ takeOver: true });
    await done;
  }

  async function start() {
    registration = await navigator.serviceWorker.register("service-worker.js", { updateViaCache: "none" });
    const { serviceWorker } = navigator;
    passedBy = serviceWorker.controller ? undefined : registration.active;
    serviceWorker.addEventListener("message", ({ data }) => {
      if (!data.missing) return;
      missing = data.missing;
      show();
    });
    serviceWorker.addEventListener("controllerchange", greet);
    registration.addEventListener("updatefound", () => follow(registration.installing));
    follow(registration.installing);
    document.addEventListener("click", async ({ target }) => {
      if (!target.closest?.('[id="newer/go"]')) return;
      await takeNewer();
      location.reload();
    });
    lookForNewer();
    greet();
  }

  why = obstacle();
  if (!why) await start().catch(() => (why = "refused"));
  show();
  return {
    how,
    takeNewer,
    hush: (on) => (quiet = on),
    takeUnasked(then) {
      unasked = then;
      show();
      if (arrived) then();
    },
    // Or will not be, or not soon.
    untilKept: () => Promise.race([why || navigator.serviceWorker.controller || takenOver(), sleep(2 * patience)]),
  };
}
