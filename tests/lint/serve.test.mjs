// The little web server: types, compression, headers, and nothing outside its folder.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const base = mkdtempSync(join(tmpdir(), "needlewise-serve-"));
const folder = join(base, "site");
let server;
let port;

// Sends the path as written: fetch would tidy away the dots.
const get = (path, headers = {}, method = "GET") => new Promise((resolve, reject) => {
  request({ host: "127.0.0.1", port, path, headers, method }, (response) => {
    const chunks = [];
    response.on("data", (chunk) => chunks.push(chunk));
    response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() }));
  }).on("error", reject).end();
});

before(async () => {
  mkdirSync(join(folder, "assets"), { recursive: true });
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  writeFileSync(join(folder, "needlewise.html"), "<!doctype html>");
  writeFileSync(join(folder, "service-worker.js"), "");
  writeFileSync(join(folder, "assets/a.wasm"), "plain");
  writeFileSync(join(folder, "assets/a.wasm.br"), "brotli");
  writeFileSync(join(folder, "assets/a.wasm.gz"), "gzip");
  writeFileSync(join(base, "secret.txt"), "secret");
  symlinkSync(join(base, "secret.txt"), join(folder, "link.txt"));
  server = spawn(process.execPath, [fileURLToPath(new URL("../../web/tools/serve.mjs", import.meta.url)), folder], {
    env: { ...process.env, PORT: "0" }, stdio: ["ignore", "pipe", "inherit"],
  });
  port = await new Promise((resolve) => server.stdout.on("data", (data) => resolve(/:(\d+)\s*$/.exec(String(data))[1])));
});
after(() => {
  server.kill();
  rmSync(base, { recursive: true });
});

test("the front page has the strict policy, frame-ancestors included", async () => {
  const { status, headers } = await get("/");
  assert.equal(status, 200);
  assert.equal(headers["content-type"], "text/html; charset=utf-8");
  assert.equal(headers["content-security-policy"],
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
  assert.equal(headers["x-content-type-options"], "nosniff");
  assert.equal(headers["referrer-policy"], "no-referrer");
  assert.equal(headers["cache-control"], "no-cache");
});
test("the single file keeps the policy it carries", async () => {
  assert.equal((await get("/needlewise.html")).headers["content-security-policy"], "frame-ancestors 'self'");
});
test("what leads to a new version is asked for each time", async () => {
  for (const [path, type] of [["/service-worker.js", "text/javascript; charset=utf-8"], ["/index.html", "text/html; charset=utf-8"]]) {
    const { headers } = await get(path);
    assert.deepEqual([headers["content-type"], headers["cache-control"]], [type, "no-cache"]);
  }
});
test("brotli is preferred, then gzip, then plain", async () => {
  for (const [accepted, body, encoding] of [["gzip, br", "brotli", "br"], ["gzip", "gzip", "gzip"], ["br;q=0, gzip", "gzip", "gzip"], ["", "plain", undefined]]) {
    const answer = await get("/assets/a.wasm", { "Accept-Encoding": accepted });
    assert.equal(answer.body, body);
    assert.equal(answer.headers["content-encoding"], encoding);
    assert.equal(answer.headers["content-type"], "application/wasm");
    assert.equal(answer.headers.vary, "Accept-Encoding");
    assert.match(answer.headers["cache-control"], /immutable/);
  }
});
test("HEAD sends headers only", async () => {
  const { status, headers, body } = await get("/assets/a.wasm", {}, "HEAD");
  assert.deepEqual([status, headers["content-length"], body], [200, "5", ""]);
});
test("nothing outside the folder is served", async () => {
  for (const path of ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/..%2f..%2fsecret.txt", "/..%5csecret.txt",
    "//secret.txt", "/link.txt", "/assets", "/nothing", "/%00"]) {
    const { status, body } = await get(path);
    assert.equal(status, 404, path);
    assert.doesNotMatch(body, /^secret/);
  }
  assert.equal((await get("/%zz")).status, 400);
  assert.equal((await get("/", {}, "POST")).status, 405);
});
