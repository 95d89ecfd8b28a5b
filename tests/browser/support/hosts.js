// Websites around the page: each test makes its own, on a port of its own (so another origin), with the built page on
// yet another one that lets itself be framed.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { site } from "./site.js";
import { test as base, expect } from "./test.js";

const serveScript = fileURLToPath(new URL("../../../web/tools/serve.mjs", import.meta.url));

async function listen(server) {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${server.address().port}`;
}

// The built page as a clinic's server has it, to be framed by anybody.
export async function servePage(folder = site) {
  const child = spawn(process.execPath, [serveScript, folder], {
    env: { ...process.env, PORT: "0", FRAME_ANCESTORS: "any" }, stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of child.stdout) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address) return { address, close: () => child.kill() };
  }
  throw new Error("the page is not served");
}

// files: path to {body, type, headers, status}; asked: paths in order.
async function serveFiles() {
  const files = new Map();
  const asked = [];
  const server = createServer((request, response) => {
    const path = request.url.split("?")[0];
    asked.push(path);
    const file = files.get(path);
    if (!file) return response.writeHead(404).end();
    response.writeHead(file.status ?? 200, { "Content-Type": file.type ?? "text/html; charset=utf-8", ...file.headers }).end(file.body);
  });
  return { files, asked, address: await listen(server), close: () => server.close() };
}

const html = (head, body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A clinic</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

// Everything that the elements tell, written down from the start: told = [[type, detail, id of the element]].
const listening = `globalThis.told = []; globalThis.oops = [];
addEventListener("error", (event) => oops.push(event.message));
for (const type of ["ready", "step", "resize", "outcome", "booking", "closed", "error"])
  document.addEventListener(type, (event) => event.target.localName === "needlewise-screening" && told.push([type, event.detail, event.target.id]), true);
// … and everything that comes out of the frames, before the element looks at it.
globalThis.heard = [];
globalThis.MessageChannel = class extends MessageChannel {
  constructor() {
    super();
    this.port1.addEventListener("message", ({ data }) => heard.push(data));
  }
};
globalThis.shifts = [];
new PerformanceObserver((list) => { for (const entry of list.getEntries()) shifts.push(entry.value); }).observe({ type: "layout-shift", buffered: true });`;

export const test = base.extend({
  server: [async ({}, use) => {
    const server = await servePage();
    await use(server.address);
    server.close();
  }, { scope: "worker" }],

  // A clinic's website: put(path, body), or page({…}) for one that uses embed.js; open() goes there.
  host: async ({ page, server }, use) => {
    const website = await serveFiles();
    const host = {
      address: website.address,
      asked: website.asked,
      put: (path, body, more) => website.files.set(path, { body, ...more }),
      json: (path, value) => website.files.set(path, { body: JSON.stringify(value), type: "application/json" }),
      page({ path = "/", script = "async", head = "", before = "", element = "<needlewise-screening></needlewise-screening>", after = "", headers } = {}) {
        website.files.set("/listening.js", { body: listening, type: "text/javascript" });
        const tag = script === null ? "" : `<script src="${server}/embed.js" ${script}></script>`;
        website.files.set(path, { body: html(`<script src="listening.js"></script>${tag}${head}`, before + element + after), headers });
      },
      async open(path = "/") {
        await page.goto(website.address + path);
      },
    };
    await use(host);
    website.close();
  },
});

export const heard = (page) => page.evaluate(() => globalThis.heard);
export const element = (page) => page.locator("needlewise-screening");
export const told = (page, type) => page.evaluate((type) => globalThis.told.filter(([one]) => !type || one === type), type);

// The frame in the element, once the page in it stands.
export async function frameIn(page, which = element(page)) {
  const handle = await which.locator("iframe").elementHandle({ timeout: 30_000 });
  const frame = await handle.contentFrame();
  await expect(which.locator("iframe")).toHaveCSS("opacity", "1", { timeout: 30_000 });
  return frame;
}
// … and can be used.
export async function readyFrame(page, which = element(page)) {
  const frame = await frameIn(page, which);
  await expect(frame.getByRole("button", { name: "Start the questions" })).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => told(page, "ready").then(({ length }) => length)).toBeGreaterThan(0);
  return frame;
}

export { expect };
