// Sites in other languages, made up of the English words: built into a folder of this worker's own.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { originalsIn } from "../../../web/tools/translated.mjs";
import { servePage } from "./hosts.js";
import { root } from "./site.js";
import { test } from "./test.js";

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));
const protocolFolder = `${root}assets/protocols/microneedling`;
const interfaceFolder = `${root}assets/interface`;

// Placeholders stay as they are.
const outside = (text, change) => text.split(/(\{[^}]*\})/).map((part, at) => (at % 2 ? part : change(part))).join("");

const accents = Object.fromEntries([..."aeioucnsgkltzAEIOUCSZ"].map((letter, at) => [letter, [..."åéïøüçñšğķłťžÅÉÎØÛÇŠŽ"][at]]));
// Every text told from any other by its brackets, with letters that the first font lacks, and 40 % longer.
export const accented = (text) => text.split("\n").map((line) => {
  const changed = outside(line, (part) => part.replace(/[A-Za-z]/g, (letter) => accents[letter] ?? letter));
  const longer = "ôß".repeat(Math.ceil(line.length * 0.2));
  return `⟦${changed} ${longer.replace(/(.{8})/g, "$1 ").trim()}⟧`.replace("⟦", "‹").replace("⟧", "›");
}).join("\n");
// Words that Dear ImGui cannot set.
export const arabic = (text) => outside(text, (part) => part.replace(/[A-Za-z]+/g, (word) => "كلمة".slice(0, 1 + (word.length % 4))));
export const named = (tag) => (text) => outside(text, (part) => (part.trim() ? `${tag}:${part}` : part));

const kept = /^language\/label$|^source\//;
// Catalogues of a language: {interface, protocol}; change(text) makes each text of it.
export function catalogues(change) {
  const all = (words) => Object.fromEntries(Object.entries(words).map(([key, text]) => [key, kept.test(key) && change === arabic ? "اللغة" : change(text)]));
  return {
    interface: all(readJson(`${interfaceFolder}/words/en.json`)),
    protocol: all(originalsIn(protocolFolder)),
  };
}

// languages: {tag: change}. -> the folder of a site with English and these, and a function that takes it away.
export function buildSite(languages, { clinic } = {}) {
  const folder = `${root}build/browser-sites/${process.pid}-${Object.keys(languages).join("-")}`;
  rmSync(folder, { recursive: true, force: true });
  const copies = { protocol: join(folder, "protocol"), interface: join(folder, "interface") };
  const isEnglish = (path) => !/\/words\/(?!en\.json$)[^/]+$/.test(path);
  cpSync(protocolFolder, copies.protocol, { recursive: true, filter: isEnglish });
  cpSync(interfaceFolder, copies.interface, { recursive: true, filter: isEnglish });
  for (const [tag, change] of Object.entries(languages)) {
    for (const [part, words] of Object.entries(catalogues(change))) {
      writeFileSync(join(copies[part], "words", `${tag}.json`), JSON.stringify(words));
    }
  }
  mkdirSync(folder, { recursive: true });
  const settings = [];
  if (clinic) {
    writeFileSync(join(folder, "clinic.json"), JSON.stringify(clinic));
    settings.push("--clinic", join(folder, "clinic.json"));
  }
  const output = join(folder, "site");
  execFileSync(process.execPath, [
    `${root}web/tools/assemble.mjs`, "--protocol", copies.protocol, "--interface", copies.interface, ...settings, "--output", output,
  ], { stdio: ["ignore", "ignore", "inherit"] });
  return { site: output, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

// A test on a site of its worker: `languages` as for buildSite.
export const testIn = (languages, options) => test.extend({
  languageSite: [async ({}, use) => {
    const { site, remove } = buildSite(languages, options);
    const { address, close } = await servePage(site);
    await use({ site, address });
    close();
    remove();
  }, { scope: "worker", timeout: 120_000 }],
  baseURL: async ({ languageSite }, use) => use(languageSite.address),
});
