// What web/build left in build/web: complete, compressed, within the budget, and under the strict policy.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

const folder = fileURLToPath(new URL("../../build/web/", import.meta.url));
const built = existsSync(join(folder, "index.html"));
const read = (name) => readFileSync(join(folder, name));
const text = (name) => read(name).toString("utf8");
const sha256 = (content) => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
const options = built ? {} : { skip: "run web/build first" };

test("every text, font and program has its brotli and gzip twin", options, () => {
  const names = readdirSync(folder, { recursive: true }).filter((name) => /\.(html|js|css|json|wasm|ttf|txt)$/.test(name));
  assert.ok(names.length >= 8);
  for (const name of names) {
    assert.ok(brotliDecompressSync(read(`${name}.br`)).equals(read(name)), name);
    assert.ok(gunzipSync(read(`${name}.gz`)).equals(read(name)), name);
  }
});
test("index.html names only files that are there, each hashed by its content", options, () => {
  const html = text("index.html");
  const { languages, language, words, ...assets } = JSON.parse(/id="needlewise-assets"[^>]*>([^<]*)</.exec(html)[1]);
  assert.deepEqual(Object.keys(assets).sort(), ["content", "contentLater", "contentTake", "font", "fontBold", "kiosk", "offline", "settings", "take", "takeWasm", "wasm"]);
  const [first, ...others] = Object.keys(languages);
  assert.equal(first, "en");
  if (others.length > 0) assets.language = language;
  for (const tag of others) {
    for (const part of [`${tag}.json`, `${tag}-later.json`]) JSON.parse(text(words + part));
  }
  const named = [...html.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, address]) => address);
  for (const address of new Set([...named, ...Object.values(assets)])) {
    assert.ok(existsSync(join(folder, address)), address);
    const digest = /\.([0-9a-f]{10})\.\w+$/.exec(address)?.[1];
    if (address.startsWith("assets/")) assert.equal(digest, createHash("sha256").update(read(address)).digest("hex").slice(0, 10));
  }
  JSON.parse(text(assets.content));
  JSON.parse(text(assets.contentLater));
});
test("a version of the page kept for use without network is all of it, by its digests", options, () => {
  const worker = text("service-worker.js");
  const files = new Map([...worker.matchAll(/\["([^"]+)","([^"]{44})"\]/g)].map(([, address, digest]) => [address, digest]));
  const names = readdirSync(folder, { recursive: true })
    .filter((name) => statSync(join(folder, name)).isFile() && !/\.(br|gz)$/.test(name))
    .filter((name) => !["embed.js", "needlewise.html", "service-worker.js", "questionnaire.json", "NOTICES.txt"].includes(name));
  assert.deepEqual([...files.keys()].sort(), names.map((name) => name.replace(/^index\.html$/, "./")).sort());
  for (const [address, digest] of files) {
    assert.equal(digest, createHash("sha256").update(read(address === "./" ? "index.html" : address)).digest("base64"), address);
  }
  const version = /data-version="([0-9a-f]{10})"/.exec(text("index.html"))[1];
  assert.ok(worker.includes(`"${version}"`));
  assert.ok(text("needlewise.html").includes(`data-version="${version}"`));
});
test("the manifest has what an installed page needs, and its icons are as large as it says", options, () => {
  const { icons, ...manifest } = JSON.parse(text("manifest.webmanifest"));
  assert.deepEqual([manifest.start_url, manifest.scope, manifest.display], ["./", "./", "standalone"]);
  for (const member of ["name", "short_name", "description", "lang", "theme_color", "background_color"]) assert.ok(manifest[member], member);
  assert.ok(icons.some(({ purpose }) => purpose === "maskable"));
  for (const { src, sizes, type } of icons) {
    const bytes = read(src);
    if (type === "image/png") assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, src);
  }
  assert.match(text("index.html"), /<link rel="apple-touch-icon" href="icons\/apple-touch-icon.png">/);
});
test("index.html has no inline script, style or handler", options, () => {
  const html = text("index.html");
  assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'/);
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=/);
  for (const [, attributes] of html.matchAll(/<script([^>]*)>/g)) assert.match(attributes, /src=|type="application\/json"/);
});
test("the single file needs no other file, and its policy allows exactly its own script and style", options, () => {
  const html = text("needlewise.html");
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)[1];
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)[1];
  const script = /<script>([\s\S]*?)<\/script>/.exec(html)[1];
  assert.equal(policy, `default-src 'none'; script-src ${sha256(script)} 'wasm-unsafe-eval'; style-src ${sha256(style)}; img-src data:; `
    + "font-src data:; connect-src data:; base-uri 'none'; form-action 'none'");
  const markup = html.replace(script, "").replace(style, "");
  assert.doesNotMatch(markup, /(?:href|src)="(?!data:|#|https:|tel:|mailto:)[^"]/);
  assert.doesNotMatch(markup, /<(script|img|link|iframe)[^>]*(?:href|src)="https?:/);
  assert.doesNotMatch(markup, /\sstyle=|\son\w+=/);
});
test("no script makes code from strings", options, () => {
  for (const name of readdirSync(join(folder, "assets")).filter((name) => name.endsWith(".js"))) {
    assert.doesNotMatch(text(`assets/${name}`), /\beval\(|new Function\(/);
  }
});
test("the notices name everything that is shipped", options, () => {
  for (const name of ["Needlewise", "Dear ImGui", "Omar Cornut", "nlohmann/json", "Niels Lohmann", "Inter", "SIL OPEN FONT LICENSE", "Emscripten", "musl", "qrcode-generator"]) {
    assert.ok(text("NOTICES.txt").includes(name), name);
  }
});
test("at most 220 KB go over the wire to the first question", options, () => {
  const html = text("index.html");
  const assets = JSON.parse(/id="needlewise-assets"[^>]*>([^<]*)</.exec(html)[1]);
  const script = /<script type="module" src="([^"]+)"/.exec(html)[1];
  const style = /<link rel="stylesheet" href="([^"]+)"/.exec(html)[1];
  const bytes = ["index.html", script, style, assets.wasm, assets.content, assets.font]
    .reduce((sum, name) => sum + statSync(join(folder, `${name}.br`)).size, 0);
  assert.ok(bytes <= 220_000, `${bytes} bytes`);
});
