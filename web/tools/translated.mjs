// Notes which English texts a translation was made from: words/<tag>.source.json beside words/<tag>.json, key to hash.
// `needlewise check` then names each text whose English has changed since.
//   node web/tools/translated.mjs [--folder DIR]... TAG [KEY...]     DIR: a protocol's folder or the page's words; default: both
// Run it when a translation is done; with keys (or beginnings of keys), when only these were translated anew.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {});
const isHelp = ({ type, extension = [] }) => type === "display"
  && extension.some(({ valueCodeableConcept: concept }) => concept?.coding?.some(({ code }) => code === "help"));

// What questionnaire.json and timeline.json say in the protocol's own language, by the keys of another (assets/README.md).
export function textsOutsideWords(folder) {
  const words = {};
  (function collect(items) {
    for (const { linkId, type, text, answerOption = [], item = [] } of items) {
      if (type === "display") continue;
      if (text) words[`${type === "group" ? "section" : "question"}/${linkId}/text`] = text;
      const help = item.filter(isHelp).map((one) => one.text);
      if (help.length > 0) words[`question/${linkId}/help`] = help.join("\n");
      for (const { valueCoding } of answerOption) if (valueCoding) words[`option/${linkId}/${valueCoding.code}`] = valueCoding.display;
      collect(item);
    }
  })(readJson(join(folder, "questionnaire.json")).item ?? []);
  for (const name of ["rules.json", "timeline.json"]) {
    for (const { id, kind, default: text } of readJson(join(folder, name)).parameters ?? []) {
      if (kind === "text") words[`parameter/${id}/default`] = text;
    }
  }
  return words;
}

// Every text of a folder in its own language.
export function originalsIn(folder) {
  const own = readJson(join(folder, "protocol.json")).language ?? "en";
  return { ...textsOutsideWords(folder), ...readJson(join(folder, "words", `${own}.json`)) };
}

// FNV-1a of the UTF-8 bytes, as src/formats/translation_checks.cpp has it.
export function textHash(text) {
  let hash = 2166136261;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 16777619);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

// The text that a key translates: its own, or `…/other` for another plural category of it.
function originalOf(key, originals) {
  return originals[key] ?? originals[key.replace(/(\/(in|ago))?\/(zero|one|two|few|many|other)$/, "/other")];
}

export function noteSources(folder, tag, keys = []) {
  const originals = originalsIn(folder);
  const path = join(folder, "words", `${tag}.source.json`);
  const before = readJson(path);
  const isMeant = (key) => keys.length === 0 || keys.some((one) => key === one || key.startsWith(`${one}/`));
  const noted = {};
  for (const key of Object.keys(readJson(join(folder, "words", `${tag}.json`)))) {
    const original = originalOf(key, originals);
    const hash = isMeant(key) && original !== undefined ? textHash(original) : before[key];
    if (hash) noted[key] = hash;
  }
  writeFileSync(path, `${JSON.stringify(noted, null, 2)}\n`);
  return path;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals: [tag, ...keys] } = parseArgs({ allowPositionals: true, options: { folder: { type: "string", multiple: true } } });
  const folders = values.folder ?? ["assets/protocols/microneedling", "assets/interface"].map((path) => join(root, path));
  if (!tag || folders.some((folder) => !existsSync(join(folder, "words", `${tag}.json`)))) {
    console.error("which language? node web/tools/translated.mjs [--folder DIR]... TAG [KEY...], where words/TAG.json is there");
    process.exit(2);
  }
  for (const folder of folders) console.log(relative(process.cwd(), noteSources(folder, tag, keys)));
}
