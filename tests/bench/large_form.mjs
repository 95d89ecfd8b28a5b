// What one thing done costs in a form of 1000 questions, with the CPU throttled fourfold, and what it changes:
//   node tests/bench/large_form.mjs
// Builds pages with generated questionnaires beside build/web, from what web/build compiled.
import { execFileSync } from "node:child_process";
import { writeLargeForm } from "../support/large_form.mjs";
import { root, today } from "../browser/support/site.js";
import { button, open, settled, watch } from "../browser/support/test.js";
import { launch, median, say, serve, verdict } from "./figures.mjs";

const questions = 1000;
const budget = 16;

function build(name, inSection) {
  const protocol = `${root}build/${name}`;
  writeLargeForm(protocol, questions, inSection);
  execFileSync(process.execPath, [`${root}web/tools/assemble.mjs`, "--protocol", protocol, "--output", `${protocol}-site`], { stdio: "ignore" });
  return `${protocol}-site`;
}

// Runs in the page before its own scripts: how long each frame takes, from its start until the browser has laid out and
// painted what came of it; and what changed in the mirror.
function instrument() {
  const bench = (globalThis.bench = { frames: [], changes: 0, bytes: 0 });
  const request = requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (callback) => request((time) => {
    const begin = performance.now();
    callback(time);
    const worked = performance.now() - begin;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => bench.frames.push({ worked, whole: performance.now() - begin });
    port2.postMessage(0);
  });
  const parse = JSON.parse.bind(JSON);
  JSON.parse = (text, ...rest) => {
    bench.bytes += text.length;
    return parse(text, ...rest);
  };
  addEventListener("DOMContentLoaded", () => {
    new MutationObserver((changes) => (bench.changes += changes.length))
      .observe(document.getElementById("nw-content"), { subtree: true, childList: true, attributes: true, characterData: true });
  });
}

// Does things of one kind one after another, at rest before each. The first frames are those of warming up.
const measure = (page, kind, most) => page.evaluate(async ([kind, most]) => {
  const rest = () => new Promise((resolve) => setTimeout(resolve, 350));
  const { bench } = globalThis;
  const of = (selector) => [...document.querySelectorAll(`#nw-content ${selector}`)].map(({ id }) => id);
  const control = (id) => document.getElementById(id);
  const type = (id, number) => {
    const field = control(id);
    field.value += "abcdefgh"[number % 8];
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  const kinds = {
    choose: [of("input:is([type=radio], [type=checkbox])"), (id) => control(id).click()],
    type: [of("input[type=text]").flatMap((id) => [id, id, id, id]), type],
    scroll: [Array.from({ length: most }, (_, at) => (at + 1) * 900), (top) => scrollTo({ top, behavior: "instant" })],
    point: [of("label.nw-choice, #nw-content button"), (_, number) => {
      const targets = document.querySelectorAll("#nw-content label.nw-choice, #nw-content button");
      targets[number].dispatchEvent(new PointerEvent("pointerover", { bubbles: true, pointerType: "mouse" }));
    }],
  };
  const [targets, act] = kinds[kind];
  const found = [];
  for (const [number, target] of targets.slice(0, most).entries()) {
    await rest();
    Object.assign(bench, { frames: [], changes: 0, bytes: 0 });
    act(target, number);
    await rest();
    const longest = (part) => Math.max(0, ...bench.frames.map((frame) => frame[part]));
    found.push({ worked: longest("worked"), whole: longest("whole"), frames: bench.frames.length, changes: bench.changes, bytes: bench.bytes });
  }
  return found;
}, [kind, most]);

function print(what, found) {
  const of = (part) => median(found.map((one) => one[part]));
  const worst = Math.max(...found.map(({ worked }) => worked)).toFixed(1);
  say(`${what}: longest frame's work, median of ${found.length}`, `${of("worked").toFixed(1)} ms`, `${verdict(of("worked"), budget, "ms")}; worst ${worst}`);
  say("    the same with the browser's layout and painting", `${of("whole").toFixed(1)} ms`);
  say("    frames, changes of the document, bytes of patches", `${of("frames")}, ${of("changes")}, ${of("bytes")}`);
}

// From wherever the form is to the review, past whatever is missing.
const toReview = (page) => page.evaluate(async () => {
  const frames = async (count) => { while (count-- > 0) await new Promise(requestAnimationFrame); };
  for (let steps = 0; !document.getElementById("review/title"); ++steps) {
    if (steps > 4000) throw new Error("the form does not end");
    (document.getElementById("questions/skip") ?? document.getElementById("questions/next")).click();
    await frames(4);
  }
});

async function bench(browser, address, what, width) {
  const context = await browser.newContext({ viewport: { width, height: 1180 } });
  const page = await context.newPage();
  await page.addInitScript(watch, today);
  await page.addInitScript(instrument);
  await open(page, `${address}/`);
  await button(page, "Start the questions").click();
  await settled(page);
  const tools = await context.newCDPSession(page);
  const throttle = (rate) => tools.send("Emulation.setCPUThrottlingRate", { rate });
  console.log(`${questions} questions ${what}, ${width} px, 4x CPU`);
  const rows = async (...kinds) => {
    await throttle(4);
    for (const [name, kind, most] of kinds) print(name, await measure(page, kind, most));
    await throttle(1);
  };
  if (width > 640) await rows(["a choice", "choose", 16], ["a letter", "type", 8], ["a scroll", "scroll", 6]);
  else await rows(["a choice", "choose", 4]);
  await toReview(page);
  await rows(["a scroll through all answers", "scroll", 4], ["pointing at a button there", "point", 4]);
  await context.close();
}

const browser = await launch();
for (const [name, inSection, what] of [["large-flat", 0, "in one section"], ["large-sections", 20, "in sections of 20"]]) {
  const server = await serve(build(name, inSection));
  await bench(browser, server.address, what, 820);
  if (inSection === 0) await bench(browser, server.address, what, 390);
  server.stop();
}
await browser.close();
