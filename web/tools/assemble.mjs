// Puts the site together in build/web/ from what the compilers left in build/ (web/build runs it):
//   node web/tools/assemble.mjs [--protocol DIR] [--interface DIR] [--clinic FILE] [--output DIR]   default output: build/web
//
// What the page can count on:
// - index.html has the comment `assets` in its head: here come the preloads, the stylesheet, the module script and
//   <script type="application/json" id="needlewise-assets" data-version="…">{"wasm","font","fontBold","content","contentLater","contentTake","take","takeWasm","kiosk","offline","settings","language","languages","words"}</script>
//   whose values are addresses (in needlewise.html: data: addresses), but for `languages`: tags and names, the first one's words
//   are in content; those of another are in `<words><tag>.json` and `<words><tag>-later.json` (in needlewise.html by name).
//   data-version is the version of the page.
// - main.js may import "./needlewise.mjs", Emscripten's loader. SINGLE_FILE is true in needlewise.html only.
// - styles/*.css may say url("needlewise:font-400") and url("needlewise:font-600").
// - FAILURE_WORDS has the words that are needed where nothing came.
// - content is one JSON object {path: parsed file}: `protocol/…` as in the protocol's folder, `interface/…` as in
//   assets/interface, and `clinic` where --clinic was given. contentLater has `words` {key: text} that may come late.
// - service-worker.js sees BUILD_VERSION, and BUILD_FILES: what a version of the page consists of, as [address, SHA-256].
// - manifest.webmanifest and icons/ are copied as they are.
// - questionnaire.json is what `needlewise questionnaire` prints of the protocol: for other programs, not for the page.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import esbuild from "esbuild";
import { makeFonts, makeFurtherLetters } from "./fonts.mjs";
import { siteCsp, singleFileCsp } from "./csp.mjs";
import { notices } from "./notices.mjs";
import { readTranslations, withoutTranslations } from "./translations.mjs";

// What the first question does not need: fetched after it. `never` are files for people and tests.
const never = [/\.schema\.json$/, /(^|\/)schemas?\//, /\.source\.json$/];
// Of the words, those of the explainer, the result and the timeline come later too, under `words`; those of the settings
// page with it alone. The page says so while they are on their way (src/ui/screens/waiting.cpp).
const laterWords = {
  protocol: /^(outcome|concern|level|strength|date-kind|clarify|difference|explainer|rule|timeline)\//,
  interface: /^(kiosk|newer|offline|explainer|change|change-by|trace|result|finding|sources|timeline|event|chart|strip|day|skin|care|sign|span|check|take|open|present)\//,
};
const takeWords = /^(timeline-text|calendar|print)\//; // only where something is taken along
const settingsWords = /^(settings\/|parameter\/.*\/name$)/; // only where a clinic edits its settings
const parameterNames = /^parameter\/.*\/name$/; // the page for the clinic says them, too
const failureWords = /^failure\//; // in main.js for the first language

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values: options } = parseArgs({
  options: { protocol: { type: "string" }, interface: { type: "string" }, clinic: { type: "string" }, output: { type: "string", default: "build/web" } },
});
const web = join(root, "web");
const output = resolve(root, options.output);
const fresh = `${output}.new`;

const hash = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 10);
const cspHash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const dataUrl = (type, bytes) => `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;
const jsonUrl = (value) => dataUrl("application/json", JSON.stringify(value));
const filesUnder = (folder) => !existsSync(folder) ? [] : readdirSync(folder, { recursive: true })
  .map((name) => join(folder, name)).filter((path) => statSync(path).isFile()).sort();

const written = new Map(); // address relative to index.html -> bytes
function put(address, bytes) {
  const path = join(fresh, address);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  written.set(address, Buffer.from(bytes));
  return address;
}
const putHashed = (name, bytes) => put(`assets/${basename(name, extname(name))}.${hash(bytes)}${extname(name)}`, bytes);

// Keeps in `words` what the first question may need, and puts aside what comes later.
function sortWords(words, later, parts) {
  const first = {};
  for (const [key, text] of Object.entries(words)) {
    if (takeWords.test(key) || parameterNames.test(key)) parts.take[key] = text;
    if (takeWords.test(key)) continue;
    else if (settingsWords.test(key)) parts.settings[key] = text;
    else if (failureWords.test(key)) parts.failure[key] = text;
    else if (later.test(key)) (parts.later.words ??= {})[key] = text;
    else first[key] = text;
  }
  return first;
}

// Of the sources the judgement needs the strength; what they are called is shown with a result, and comes with its words.
function sortSources({ sources }, parts) {
  parts.later.words ??= {};
  return { sources: sources.map(({ title, address = "", ...source }) => {
    parts.later.words[`source/${source.key}/title`] = title;
    parts.later.words[`source/${source.key}/address`] = address;
    return { ...source, title: source.key };
  }) };
}

// A logo beside the settings goes with them. The page shows it as a picture, in which nothing runs.
const logoTypes = { ".svg": "image/svg+xml", ".png": "image/png", ".webp": "image/webp", ".jpg": "image/jpeg", ".jpeg": "image/jpeg" };
const largestLogo = 100_000; // bytes: it is waited for by everybody
function withLogo(clinic, folder) {
  if (!clinic.logo || clinic.logo.startsWith("data:")) return;
  const path = join(folder, clinic.logo);
  if (!existsSync(path)) throw new Error(`${path}: the settings name this logo, but it is not there`);
  const bytes = readFileSync(path);
  if (bytes.length > largestLogo) throw new Error(`${path}: the logo has ${bytes.length} bytes; at most ${largestLogo}, please`);
  clinic.logo = dataUrl(logoTypes[extname(path).toLowerCase()], bytes);
}

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
const folders = {
  protocol: resolve(root, options.protocol ?? "assets/protocols/microneedling"),
  interface: resolve(root, options.interface ?? "assets/interface"),
};
const wordsPath = (part, tag) => join(folders[part], "words", `${tag}.json`);
const languagesOf = (part) => filesUnder(join(folders[part], "words")).map((path) => basename(path))
  .filter((name) => name.endsWith(".json") && !never.some((pattern) => pattern.test(name))).map((name) => basename(name, ".json"));

const questionnairePath = join(folders.protocol, "questionnaire.json");
const carried = existsSync(questionnairePath) ? readTranslations(readJson(questionnairePath)) : {};
// Of a folder's words file over what the questionnaire itself carries.
function readWords(part, tag) {
  const file = existsSync(wordsPath(part, tag)) ? readJson(wordsPath(part, tag)) : {};
  return part === "protocol" ? { ...carried[tag], ...file } : file;
}

// The languages that page and protocol have words in; first the one whose words the page brings with it.
function findLanguages() {
  const [ofInterface, ofProtocol] = [languagesOf("interface"), [...languagesOf("protocol"), ...Object.keys(carried)]];
  const information = join(folders.protocol, "protocol.json");
  const own = (existsSync(information) && readJson(information).language) || (existsSync(questionnairePath) && readJson(questionnairePath).language) || "en";
  const first = ofInterface.includes(own) ? own : "en";
  return [first, ...ofInterface.filter((tag) => tag !== first && ofProtocol.includes(tag))];
}
const languages = findLanguages();
// Each in itself, as in a list to choose from.
function nameOf(tag) {
  const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag);
  return name[0].toLocaleUpperCase(tag) + name.slice(1);
}
const languageNames = Object.fromEntries(languages.map((tag) => [tag, nameOf(tag)]));

function readContent() {
  const parts = { first: {}, later: {}, take: {}, failure: {}, settings: {} };
  const add = (key, path) => {
    if (never.some((pattern) => pattern.test(key))) return;
    const file = readJson(path);
    const [, folder, tag] = /^(protocol|interface)\/words\/(.*)\.json$/.exec(key) ?? [];
    if (key === "protocol/questionnaire.json") parts.first[key] = withoutTranslations(file);
    else if (key === "protocol/sources.json") parts.first[key] = sortSources(file, parts);
    else if (!tag) parts.first[key] = file;
    else if (tag === languages[0]) parts.first[key] = sortWords(file, laterWords[folder], parts);
  };
  for (const [prefix, folder] of Object.entries(folders)) {
    for (const path of filesUnder(folder).filter((path) => path.endsWith(".json"))) {
      add(`${prefix}/${relative(folder, path).replaceAll("\\", "/")}`, path);
    }
  }
  if (options.clinic) {
    add("clinic", options.clinic);
    withLogo(parts.first.clinic, dirname(options.clinic));
  }
  return parts;
}

// From right to left, what is set into a sentence would mix with it: numbers in groups change places, brackets turn round.
// Not within a date: it is set in itself, and one made of such parts alone would run from left to right.
function withIsolates(words) {
  const isRightToLeft = Object.values(words).some((text) => /^\p{Script=Arabic}|^\p{Script=Hebrew}/u.test(text));
  if (!isRightToLeft) return words;
  return Object.fromEntries(Object.entries(words).map(([key, text]) =>
    [key, key.startsWith("date/") ? text : text.replace(/\{[^}]+\}/g, "\u2068$&\u2069")]));
}

// A text that lacks what the first language's says, for that has changed since, is left out.
const placeholders = (text) => String([...new Set(text.match(/\{[^}]*\}/g))].sort());
const isCounted = /\/(zero|one|two|few|many)$/;
function withoutBehind(words, part) {
  const path = wordsPath(part, languages[0]);
  const own = existsSync(path) ? readJson(path) : {};
  const fits = ([key, text]) => isCounted.test(key) || own[key] === undefined || placeholders(own[key]) === placeholders(text);
  return Object.fromEntries(Object.entries(words).filter(fits));
}

// What a further language consists of: {first, later, letters}, complete: a text it lacks is there in the first language. Like the
// content, but all that is not needed for the first question is in `later`.
function readLanguage(tag, { first: { [`interface/words/${languages[0]}.json`]: usual }, later: usualLater, take: usualTake, failure: usualFailure }) {
  const parts = { first: {}, later: { words: { ...usualLater.words, ...usualTake } }, take: {}, failure: { ...usualFailure }, settings: {} };
  for (const part of Object.keys(folders)) {
    const words = readWords(part, tag);
    const wrong = Object.entries(words).find(([key, text]) => !settingsWords.test(key) && (typeof text !== "string" || !text.trim()));
    if (wrong) throw new Error(`${wordsPath(part, tag)}: ${wrong[0]} is no text`);
    parts.first[`${part}/words/${tag}.json`] = sortWords(withIsolates(withoutBehind(words, part)), laterWords[part], parts);
  }
  const own = `interface/words/${tag}.json`;
  parts.first[own] = { ...usual, ...parts.failure, ...parts.first[own] };
  Object.assign(parts.later.words, parts.take);
  const letters = makeFurtherLetters(JSON.stringify(parts.first) + JSON.stringify(parts.later));
  return { first: parts.first, later: parts.later, letters: Object.entries(letters) };
}

const fonts = makeFonts();
const font = Object.fromEntries(Object.entries(fonts).map(([weight, path]) => [weight, readFileSync(path)]));
const settingsModule = { mjs: join(root, "build/web-objects/needlewise_settings.mjs"), wasm: join(root, "build/web-objects/needlewise_settings.wasm") };
const takeModule = { mjs: join(root, "build/web-objects/needlewise_take.mjs"), wasm: join(root, "build/web-objects/needlewise_take.wasm") };
const module = { mjs: join(root, "build/web-objects/needlewise.mjs"), wasm: join(root, "build/web-objects/needlewise.wasm") };

// fontAddress: how a stylesheet names a font of that weight.
const ourImports = (fontAddress) => ({
  name: "needlewise",
  setup(build) {
    build.onResolve({ filter: /(^|\/)needlewise\.mjs$/ }, () => ({ path: module.mjs }));
    build.onResolve({ filter: /(^|\/)needlewise_take\.mjs$/ }, () => ({ path: takeModule.mjs }));
    build.onResolve({ filter: /(^|\/)needlewise_settings\.mjs$/ }, () => ({ path: settingsModule.mjs }));
    build.onResolve({ filter: /^needlewise:font-/ }, ({ path }) => ({ path: fontAddress(path.slice(-3)), external: true }));
  },
});

async function bundle({ entry, css, format, fontAddress, define }) {
  const result = await esbuild.build({
    ...(css ? { stdin: { contents: css.map((path) => `@import ${JSON.stringify(path)};`).join("\n"), resolveDir: "/", loader: "css" } }
      : { entryPoints: [entry], loader: { ".css": "text" } }),
    bundle: true, minify: true, write: false, format, charset: "utf8", legalComments: "none", logLevel: "warning",
    target: ["chrome100", "firefox100", "safari15.4"], supported: { "top-level-await": format === "esm" },
    plugins: [ourImports(fontAddress ?? (() => ""))],
    define, external: css ? ["data:*"] : [],
  });
  return result.outputFiles[0].text;
}

const template = readFileSync(join(web, "index.html"), "utf8");
const marker = /<!--\s*assets\s*-->/;
if (!marker.test(template)) throw new Error("web/index.html lacks the comment `assets` in its head");
const withoutComments = (html) => html.replace(/<!--(?!\[)[\s\S]*?-->\s*/g, "");
const assetsBlock = (assets, version) =>
  `<script type="application/json" id="needlewise-assets" data-version="${version}">${JSON.stringify(assets).replaceAll("<", "\\u003c")}</script>`;
// The policy comes before everything it is to govern, but after the charset, which must stand at the very top.
function withPolicy(html, policy) {
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const after = /<meta charset=[^>]*>/i.test(html) ? /(<meta charset=[^>]*>)/i : /(<head[^>]*>)/i;
  return html.replace(after, (found) => `${found}\n${meta}`);
}

const styles = filesUnder(join(web, "styles")).filter((path) => path.endsWith(".css"));
const siteStyles = styles.filter((path) => !path.endsWith("/embedded.css")); // embed.js frames the single file
const content = readContent();
const furtherLanguages = Object.fromEntries(languages.slice(1).map((tag) => [tag, readLanguage(tag, content)]));
const failure = { FAILURE_WORDS: JSON.stringify(content.failure) };

const withLetters = (letters, addressOf) => letters.length === 0 ? {} :
  { letters: Object.fromEntries(letters.map(([weight, path]) => [weight, addressOf(path, readFileSync(path))])) };

// One folder for all, so that the page carries one address; gives it.
function putLanguages() {
  const files = Object.entries(furtherLanguages).flatMap(([tag, { first, later, letters }]) => {
    const addresses = withLetters(letters, (path, bytes) => putHashed(basename(path), bytes));
    return [[`${tag}.json`, JSON.stringify({ ...first, ...addresses })], [`${tag}-later.json`, JSON.stringify(later)]];
  });
  const folder = `assets/words.${hash(files.flat().join("\n"))}/`;
  for (const [name, text] of files) put(folder + name, text);
  return folder;
}

// The settings page knows the addresses of its own parts, so that the page carries only one.
async function putSettings() {
  const files = {
    wasm: putHashed("settings.wasm", readFileSync(settingsModule.wasm)),
    words: putHashed("content-settings.json", JSON.stringify(content.settings)),
    style: putHashed("settings.css", await bundle({ css: [join(web, "settings/settings.css")] })),
  };
  return putHashed("settings.js", await bundle({ entry: join(web, "settings.js"), format: "esm", define: { SETTINGS_FILES: JSON.stringify(files) } }));
}

// As the command writes it, with the words of all languages: web/build made the command before.
function exportQuestionnaire() {
  const command = join(root, "build/native/needlewise");
  if (!existsSync(command)) throw new Error(`${command} is not there: it writes questionnaire.json. Build the preset \`native\` first`);
  return execFileSync(command, ["questionnaire", "--protocol", folders.protocol], { maxBuffer: 1 << 28 });
}

const serviceWorker = (files, version) => bundle({
  entry: join(web, "service-worker.js"), format: "iife",
  define: { BUILD_FILES: JSON.stringify(files), BUILD_VERSION: JSON.stringify(version) },
});
// Of all that is written so far, and of what will name it.
async function versionOfAll() {
  const parts = [...written].map(([address, bytes]) => `${address} ${hash(bytes)}`);
  return hash([...parts, template, siteCsp, await serviceWorker([], "")].join("\n"));
}

async function site() {
  const addresses = {
    wasm: putHashed("needlewise.wasm", readFileSync(module.wasm)),
    font: putHashed("inter-400.ttf", font[400]),
    fontBold: putHashed("inter-600.ttf", font[600]),
    content: putHashed("content.json", JSON.stringify(content.first)),
    contentLater: putHashed("content-later.json", JSON.stringify(content.later)),
    contentTake: putHashed("content-take.json", JSON.stringify(content.take)),
    take: putHashed("take.js", await bundle({ entry: join(web, "take.js"), format: "esm", define: { SINGLE_FILE: "false" } })),
    takeWasm: putHashed("take.wasm", readFileSync(takeModule.wasm)),
  };
  for (const name of ["kiosk", "offline"]) {
    addresses[name] = putHashed(`${name}.js`, await bundle({ entry: join(web, `${name}.js`), format: "esm" }));
  }
  addresses.languages = languageNames;
  if (languages.length > 1) {
    addresses.language = putHashed("language.js", await bundle({ entry: join(web, "language.js"), format: "esm" }));
    addresses.words = putLanguages();
  }
  addresses.settings = await putSettings();
  const script = putHashed("main.js", await bundle({ entry: join(web, "main.js"), format: "esm", define: { SINGLE_FILE: "false", ...failure } }));
  const fontAddress = (weight) => basename(weight === "400" ? addresses.font : addresses.fontBold);
  const style = putHashed("style.css", await bundle({ css: siteStyles, fontAddress }));
  for (const path of filesUnder(join(web, "icons"))) put(`icons/${relative(join(web, "icons"), path)}`, readFileSync(path));
  put("manifest.webmanifest", readFileSync(join(web, "manifest.webmanifest")));
  const version = await versionOfAll();
  const preload = (address) => `<link rel="preload" as="fetch" crossorigin href="${address}">`;
  const head = [
    `<link rel="stylesheet" href="${style}">`,
    ...["wasm", "content", "font"].map((name) => preload(addresses[name])),
    assetsBlock(addresses, version),
    `<script type="module" src="${script}"></script>`,
  ].join("\n");
  put("index.html", withoutComments(withPolicy(template.replace(marker, () => head), siteCsp)));
  const digest = (bytes) => createHash("sha256").update(bytes).digest("base64");
  const files = [...written].map(([address, bytes]) => [address === "index.html" ? "./" : address, digest(bytes)]);
  put("service-worker.js", await serviceWorker(files, version));
  // Not kept for use without network: its address stands in other people's pages, and needlewise.html beside it is the
  // one that it frames.
  put("embed.js", await bundle({ entry: join(web, "embed/embed.js"), format: "iife" }));
  // Nor this: patients have no use for it.
  put("questionnaire.json", exportQuestionnaire());
  return { version, firstLoad: [script, style, addresses.wasm, addresses.content, addresses.font, "index.html"] };
}

// The whole app in one file: opens from disk, where neither modules nor fetch of a neighbour work.
async function singleFile(version) {
  const script = await bundle({ entry: join(web, "main.js"), format: "iife", define: { SINGLE_FILE: "true", ...failure } });
  const style = await bundle({ css: styles, fontAddress: (weight) => dataUrl("font/ttf", font[weight]) });
  const assets = {
    wasm: dataUrl("application/wasm", readFileSync(module.wasm)),
    font: dataUrl("font/ttf", font[400]),
    fontBold: dataUrl("font/ttf", font[600]),
    content: jsonUrl(content.first),
    contentLater: jsonUrl(content.later),
    contentTake: jsonUrl(content.take),
    takeWasm: dataUrl("application/wasm", readFileSync(takeModule.wasm)),
    languages: languageNames,
  };
  for (const [tag, { first, later, letters }] of Object.entries(furtherLanguages)) {
    assets[tag] = jsonUrl({ ...first, ...withLetters(letters, (path, bytes) => dataUrl("font/ttf", bytes)) });
    assets[`${tag}-later`] = jsonUrl(later);
  }
  const policy = singleFileCsp(cspHash(script), cspHash(style));
  let html = withPolicy(template.replace(marker, () => `<style>${style}</style>\n${assetsBlock(assets, version)}`), policy);
  html = html.replace(/<link[^>]*\bhref="([^":]+)"[^>]*>\s*/g, (tag, href) => {
    const path = join(web, href);
    if (!/rel="icon/.test(tag) || !existsSync(path)) return "";
    const type = { ".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon" }[extname(path)] ?? "";
    return tag.replace(href, dataUrl(type, readFileSync(path)));
  });
  put("needlewise.html", withoutComments(html).replace("</body>", () => `<script>${script}</script>\n</body>`));
}

function compress() {
  for (const [address, bytes] of written) {
    if (!/\.(html|js|css|json|wasm|ttf|txt|svg|webmanifest)$/.test(address)) continue;
    const brotli = brotliCompressSync(bytes, { params: {
      [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    } });
    writeFileSync(join(fresh, `${address}.br`), brotli);
    writeFileSync(join(fresh, `${address}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

rmSync(fresh, { recursive: true, force: true });
const { version, firstLoad } = await site();
await singleFile(version);
put("NOTICES.txt", notices());
compress();
rmSync(`${output}.old`, { recursive: true, force: true });
if (existsSync(output)) renameSync(output, `${output}.old`);
renameSync(fresh, output);
rmSync(`${output}.old`, { recursive: true, force: true });

const wire = (address) => statSync(join(output, `${address}.br`)).size;
for (const address of firstLoad) console.log(`${String(wire(address)).padStart(8)}  ${address}`);
console.log(`${String(firstLoad.reduce((sum, address) => sum + wire(address), 0)).padStart(8)}  bytes on the wire (brotli) to the first question`);
