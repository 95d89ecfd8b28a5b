// Figures of the built page: bytes, time to the first question, from an answer to its picture, frames while idle, heap.
//   node tests/bench/page.mjs [FOLDER]      default build/web
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { healthy, toTimeline } from "../browser/support/form.js";
import { site, today } from "../browser/support/site.js";
import { button, open, settled, watch } from "../browser/support/test.js";
import { launch, median, say, serve, verdict } from "./figures.mjs";

const folder = process.argv[2] ?? site;
let address; // where it is served
const runs = Number(process.env.NEEDLEWISE_BENCH_RUNS || 5);

// --- bytes ---

function bytes() {
  console.log("bytes by file                                                          raw      brotli");
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const assets = JSON.parse(/id="needlewise-assets"[^>]*>([^<]*)</.exec(html)[1]);
  const script = /<script type="module" src="([^"]+)"/.exec(html)[1];
  const style = /<link rel="stylesheet" href="([^"]+)"/.exec(html)[1];
  const first = ["index.html", script, style, assets.wasm, assets.content, assets.font];
  const rest = [assets.fontBold, assets.contentLater, "manifest.webmanifest", "needlewise.html"];
  const size = (name) => [statSync(join(folder, name)).size, existsSync(join(folder, `${name}.br`)) ? statSync(join(folder, `${name}.br`)).size : statSync(join(folder, name)).size];
  const line = (name, [raw, packed]) => console.log(`  ${name.padEnd(60)}${String(raw).padStart(12)}${String(packed).padStart(12)}`);
  first.forEach((name) => line(name, size(name)));
  const total = first.map(size).reduce(([a, b], [c, d]) => [a + c, b + d]);
  line("to the first answerable question", total);
  say("", "", verdict(total[1], 220_000, "bytes"));
  console.log("  later or elsewhere");
  rest.forEach((name) => line(name, size(name)));
}

// --- time to the first question ---

// Presses "Start" as soon as it is there, and notes when what came.
function hurry() {
  const times = (globalThis.times = {});
  new MutationObserver(() => {
    const start = document.getElementById("welcome/start");
    if (start && !times.welcome) {
      times.welcome = performance.now();
      start.click();
    }
    if (!times.question && document.querySelector("#nw-content input[type=radio]")) {
      times.question = performance.now();
      requestAnimationFrame(() => setTimeout(() => (times.painted = performance.now())));
    }
  }).observe(document, { subtree: true, childList: true });
}

async function timeToQuestion(browser, { throttled }) {
  const context = await browser.newContext({ viewport: { width: 820, height: 1180 } });
  const page = await context.newPage();
  await page.addInitScript(hurry);
  if (throttled) {
    const tools = await context.newCDPSession(page);
    await tools.send("Network.enable");
    await tools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await tools.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 1.6e6 / 8 });
  }
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForFunction(() => globalThis.times?.painted, undefined, { timeout: 60_000, polling: 200 });
  const found = await page.evaluate(() => ({
    ...globalThis.times,
    readable: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
  }));
  await context.close();
  return found;
}

async function times(browser) {
  for (const throttled of [false, true]) {
    const found = [];
    for (let run = 0; run < runs; ++run) found.push(await timeToQuestion(browser, { throttled }));
    const of = (name) => Math.round(median(found.map((one) => one[name])));
    console.log(`time from opening, median of ${runs}, ${throttled ? "throttled (4x CPU, 1.6 Mbit/s, 150 ms)" : "plain"}, ms`);
    say("something readable (first contentful paint)", of("readable"), throttled ? verdict(of("readable"), 1000, "ms") : "");
    say("welcome with its buttons", of("welcome"));
    say("first question that can be answered, painted", of("painted"), throttled ? verdict(of("painted"), 1750, "ms (half of SurveyJS's 3.5 s)") : "");
  }
}

// --- from an answer to its picture, idle, heap ---

function instrument() {
  const frames = (globalThis.bench = { calls: 0, work: [], draws: 0, memories: [] });
  const request = requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (callback) => request((time) => {
    const begin = performance.now();
    callback(time);
    frames.calls += 1;
    frames.work.push(performance.now() - begin);
  });
  for (const name of ["drawElements", "drawArrays"]) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...parts) {
      frames.draws += 1;
      return draw.apply(this, parts);
    };
  }
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const real = WebAssembly[name];
    WebAssembly[name] = async (...parts) => {
      const result = await real.apply(WebAssembly, parts);
      const { exports } = result.instance ?? result;
      frames.memories.push(...Object.values(exports).filter((one) => one instanceof WebAssembly.Memory));
      return result;
    };
  }
}

// Presses the choices of a page of the form one after another, up to `most`. frames: the last one that changed anything.
const pressChoices = (page, most) => page.evaluate(async (most) => {
  const rest = () => new Promise((resolve) => setTimeout(resolve, 300));
  const found = [];
  let last = 0;
  new MutationObserver(() => (last = globalThis.bench.work.length))
    .observe(document.getElementById("nw-content"), { subtree: true, childList: true, attributes: true, characterData: true });
  for (const { id } of [...document.querySelectorAll("#nw-content input:is([type=radio], [type=checkbox])")].slice(0, most)) {
    await rest();
    globalThis.bench.work.length = 0;
    last = 0;
    document.getElementById(id)?.click();
    await rest();
    found.push({ frames: last, work: Math.max(...globalThis.bench.work) });
  }
  return found;
}, most);

async function answers(browser) {
  const context = await browser.newContext({ viewport: { width: 820, height: 1180 } });
  const page = await context.newPage();
  await page.addInitScript(watch, today);
  await page.addInitScript(instrument);
  await open(page, `${address}/`);
  await button(page, "Start the questions").click();
  await settled(page);
  console.log("from an answer to its painted result, built-in form by section (820 px, software WebGL)");
  const found = [];
  for (let section = 0; section < 6; ++section) {
    found.push(...await pressChoices(page, 12));
    await button(page, "Next").click();
    const skip = button(page, "Skip this for now");
    await settled(page);
    if (await skip.isVisible()) await skip.click();
    await settled(page);
  }
  const of = (name, share) => found.map((one) => one[name]).toSorted((a, b) => a - b)[Math.floor((found.length - 1) * share)];
  say("answers given", found.length);
  say("frames until the result stands", Math.max(...found.map(({ frames }) => frames)), verdict(Math.max(...found.map(({ frames }) => frames)), 1, "frame"));
  say("work in its longest frame: logic, layout, painting, mirror; median", `${of("work", 0.5).toFixed(1)} ms`, verdict(of("work", 0.5), 16, "ms"));
  say("the same, 95 of 100", `${of("work", 0.95).toFixed(1)} ms`);

  console.log("frames and draw calls in two seconds of idleness");
  const idle = async (where) => {
    await settled(page);
    const counts = () => page.evaluate(() => [globalThis.bench.calls, globalThis.bench.draws]);
    const before = await counts();
    await page.waitForTimeout(2000);
    const after = await counts();
    const painted = after[0] - before[0] + after[1] - before[1];
    say(where, `${after[0] - before[0]} + ${after[1] - before[1]}`, verdict(painted, 0, ""));
  };
  await idle("form");
  await page.reload();
  await toTimeline(page, { ...healthy, "event-date": "2199-12-12", "planned-date": "2199-06-06", "sessions-planned": 6 });
  await idle("timeline");
  const heap = await page.evaluate(() => Math.max(...globalThis.bench.memories.map(({ buffer }) => buffer.byteLength)));
  say("wasm heap after a full run", `${(heap / 2 ** 20).toFixed(1)} MB`, verdict(heap / 2 ** 20, 32, "MB"));
  await context.close();
}

const server = await serve(folder);
address = server.address;
try {
  bytes();
  const browser = await launch();
  await times(browser);
  await answers(browser);
  await browser.close();
} finally {
  server.stop();
}
