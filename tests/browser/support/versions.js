// Versions of the page, and a server of their own for each test: it can be stopped, go over to another version, and break.
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { siteCspHeader } from "../../../web/tools/csp.mjs";
import { settings as kioskSettings } from "./kiosk.js";
import { root, site } from "./site.js";
import { test as base, expect } from "./test.js";

const types = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm",
  ".ttf": "font/ttf", ".svg": "image/svg+xml", ".png": "image/png", ".webmanifest": "application/manifest+json", ".txt": "text/plain",
};

// The same page with another version of its content, which the foot of the page tells.
export const nextContent = "99.0";
function assemble(folder, { next, kiosk }) {
  const output = join(folder, `${next ? "next" : "first"}${kiosk ? "-kiosk" : ""}`);
  if (existsSync(output)) return output;
  const protocol = join(folder, "protocol");
  const more = ["--output", output];
  if (next) {
    cpSync(`${root}assets/protocols/microneedling`, protocol, { recursive: true });
    const file = join(protocol, "protocol.json");
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), version: nextContent }));
    more.push("--protocol", protocol);
  }
  if (kiosk) {
    const file = join(folder, "clinic.json");
    writeFileSync(file, JSON.stringify(kioskSettings));
    more.push("--clinic", file);
  }
  execFileSync(process.execPath, [`${root}web/tools/assemble.mjs`, ...more]);
  return output;
}

// How a server fails: faults.set(path, kind).
const faults = {
  "500": (response) => response.writeHead(500).end("out of order"),
  "404": (response) => response.writeHead(404).end("not here"),
  truncated(response, headers, body) {
    response.writeHead(200, { ...headers, "Content-Length": body.length });
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
  },
  short: (response, headers, body) => response.writeHead(200, headers).end(body.subarray(0, body.length / 2)),
  changed: (response, headers, body) => response.writeHead(200, headers).end(Buffer.concat([body, Buffer.from("\n")])),
  page: (response) => response.writeHead(200, { "Content-Type": types[".html"] }).end("<h1>Sign in to the network</h1>"),
  stalled: (response, headers) => response.writeHead(200, headers).write(" "),
};

class Server {
  faults = new Map();
  websites = new Map(); // path to HTML, of somebody else
  asked = [];
  #server = createServer((request, response) => this.#answer(request, response));
  #port = 0;

  constructor(folder) {
    this.folder = folder;
  }
  get address() {
    return `http://127.0.0.1:${this.#port}/`;
  }
  // Nobody else gets the port meanwhile, as each worker's are far from the other's.
  async start() {
    this.#server.listen(this.#port, "127.0.0.1");
    await once(this.#server, "listening");
    this.#port = this.#server.address().port;
  }
  async stop() {
    if (!this.#server.listening) return;
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }
  #answer(request, response) {
    const path = request.url.split("?")[0];
    this.asked.push(path);
    const website = this.websites.get(path);
    if (website) return response.writeHead(200, { "Content-Type": types[".html"] }).end(website);
    const file = join(this.folder, path === "/" ? "index.html" : path);
    if (!existsSync(file) || !statSync(file).isFile()) return faults["404"](response);
    const headers = {
      "Content-Type": types[extname(file)], "Content-Security-Policy": siteCspHeader, "Vary": "Accept-Encoding",
      "Cache-Control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    };
    const fault = faults[this.faults.get(path)];
    if (fault) return fault(response, headers, readFileSync(file));
    const packed = `${file}.br`;
    if (!existsSync(packed) || /\.png$/.test(file)) return response.writeHead(200, headers).end(readFileSync(file));
    return response.writeHead(200, { ...headers, "Content-Encoding": "br" }).end(readFileSync(packed));
  }
}

export const test = base.extend({
  // versions.first, .next, .firstKiosk, .nextKiosk: folders.
  versions: [async ({}, use) => {
    const folder = `${root}build/versions-${process.pid}`;
    mkdirSync(folder, { recursive: true });
    await use({
      first: site,
      get next() { return assemble(folder, { next: true }); },
      get firstKiosk() { return assemble(folder, { kiosk: true }); },
      get nextKiosk() { return assemble(folder, { next: true, kiosk: true }); },
    });
    rmSync(folder, { recursive: true, force: true });
  }, { scope: "worker", timeout: 120_000 }],

  server: async ({ versions }, use) => {
    const server = new Server(versions.first);
    await server.start();
    await use(server);
    await server.stop();
  },
});

// The page has been kept, and says so at its foot.
export async function kept(page) {
  await expect(page.getByText(/Works without network\.$/)).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true);
}
export const isNext = (page) => page.getByText(new RegExp(`^Content ${nextContent} of`));

// Every kept file: cache → address → SHA-256.
export const keptFiles = (page) => page.evaluate(async () => {
  const digest = async (response) => {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const found = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    found[name] = {};
    for (const { url } of await cache.keys()) found[name][new URL(url).pathname] = await digest(await cache.match(url));
  }
  return found;
});
export { expect };
