// The page as a person gets it, on a fixed day, watched from outside: what it asks of the network, what it draws,
// what it says to screen readers. After each test nothing may be left that a browser complained about.
import { expect, test as base } from "@playwright/test";
import { today } from "./site.js";

// Runs in the page before its own scripts.
export function watch(today) {
  const noon = new Date(`${today}T12:00:00`).getTime();
  const begin = performance.now();
  const RealDate = Date;
  globalThis.Date = class Date extends RealDate {
    constructor(...parts) {
      if (parts.length === 0) super(Date.now());
      else super(...parts);
    }
    static now() {
      return Math.round(noon + seen.later + performance.now() - begin);
    }
  };

  // later: milliseconds that the clock is put forward.
  const seen = { later: 0, violations: [], said: [], frames: 0, draws: 0, titles: [] };
  Object.defineProperty(globalThis, "watched", { value: seen });
  document.addEventListener("securitypolicyviolation", (event) => {
    seen.violations.push(`${event.violatedDirective}: ${event.blockedURI || event.sample}`);
  });
  const request = globalThis.requestAnimationFrame.bind(globalThis);
  seen.nativeFrame = request;
  globalThis.requestAnimationFrame = (callback) => request((time) => {
    seen.frames += 1;
    callback(time);
  });
  for (const name of ["drawElements", "drawArrays", "drawRangeElements", "drawElementsInstanced", "drawArraysInstanced", "clear"]) {
    const draw = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...parts) {
      seen.draws += 1;
      return draw.apply(this, parts);
    };
  }
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target.nodeName === "TITLE") seen.titles.push(document.title);
      const live = target instanceof Element && target.getAttribute("aria-live");
      if (live) for (const node of addedNodes) seen.said.push({ live, text: node.textContent });
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

export const test = base.extend({
  // Complaints that a test expects, as regular expressions.
  expected: [[], { option: true }],

  page: async ({ page, expected }, use) => {
    const complaints = [];
    const requests = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(`console ${message.type()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => complaints.push(`page error: ${error.stack}`));
    page.on("request", (request) => requests.push({ method: request.method(), url: request.url(), body: request.postData() }));
    page.requests = requests;
    await page.addInitScript(watch, today);
    await use(page);
    if (!page.isClosed()) {
      complaints.push(...(await page.evaluate(() => globalThis.watched?.violations ?? []).catch(() => [])).map((text) => `policy: ${text}`));
    }
    const unexpected = complaints.filter((text) => !expected.some((pattern) => pattern.test(text)) && !harmless.test(text));
    expect(unexpected, "what the browser complained about").toEqual([]);
    const own = page.ownAddress ?? "http://127.0.0.1:";
    const foreign = requests.filter(({ url }) => !url.startsWith(own) && !url.startsWith("data:") && !url.startsWith("blob:"));
    expect(foreign, "requests to anywhere else").toEqual([]);
  },
});

// Software WebGL says that it is slow, and Playwright that it blocks what is blocked in playwright.config.js.
const harmless = /GPU stall due to ReadPixels|Automatic fallback to software WebGL|Service Worker registration blocked by Playwright/;

export { expect };
export { chromium } from "@playwright/test";

// Opens the page and waits until it can be used.
export async function open(page, address = "/") {
  page.ownAddress = new URL(address, "http://127.0.0.1:").origin === "null" ? "file:" : undefined;
  await page.goto(address);
  await ready(page);
}
export async function ready(page) {
  await expect(page.getByRole("heading", { level: 1 }).filter({ hasNotText: /^Needlewise$/ })).toHaveText("Thinking about microneedling?", { timeout: 30_000 });
  await expect(page.getByText("Loading…")).toHaveCount(0);
}

export const title = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });
export const button = (page, name) => page.getByRole("button", { name, exact: true });

// Everything said so far to screen readers, {live, text}.
export const said = (page) => page.evaluate(() => globalThis.watched.said);

// No frame is being painted and none is owed: the browser had time for several, and the page asked for none.
export async function settled(page) {
  await page.evaluate(async () => {
    const { watched } = globalThis;
    for (let before; before !== watched.frames; ) {
      before = watched.frames;
      for (let frames = 0; frames < 5; ++frames) await new Promise(watched.nativeFrame);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
}

export const textVersion = async (page) => {
  await button(page, "Text version").click();
  await expect(page.locator("canvas")).toBeHidden();
};
export const pictureVersion = async (page) => {
  await button(page, "Picture version").click();
  await expect(page.locator("canvas")).toBeVisible();
};
