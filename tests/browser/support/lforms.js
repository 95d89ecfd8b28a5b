// NLM's LHC-Forms as an integrator has it: its files and a form's place on a plain page, from a server of its own.
// web/setup fetches the files.
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { root } from "./site.js";
import { test as base, expect } from "./test.js";

const folder = `${root}build/dependencies/lforms/dist/lforms`;
const types = { ".js": "text/javascript", ".css": "text/css", ".png": "image/png" };
const scripts = ["webcomponent/assets/lib/zone.min.js", "webcomponent/lhc-forms.js", "fhir/R4/lformsFHIR.min.js"];
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>LHC-Forms</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="webcomponent/styles.css">${scripts.map((path) => `<script src="${path}" defer></script>`).join("")}
</head><body><main id="form"></main></body></html>`;

function answer(path) {
  if (path === "/") return { type: "text/html; charset=utf-8", body: page };
  const file = join(folder, path);
  return file.startsWith(folder) && existsSync(file) ? { type: types[extname(file)], body: readFileSync(file) } : undefined;
}

async function serve() {
  const server = createServer((request, response) => {
    const found = answer(request.url);
    if (found) response.writeHead(200, { "Content-Type": found.type }).end(found.body);
    else response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

export const test = base.extend({
  lformsAddress: async ({}, use) => {
    expect(existsSync(folder), "web/setup browsers fetches LHC-Forms").toBe(true);
    const server = await serve();
    await use(`http://127.0.0.1:${server.address().port}/`);
    server.close();
  },
});
