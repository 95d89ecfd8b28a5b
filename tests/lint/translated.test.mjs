// The note of what a translation was made from (web/tools/translated.mjs).
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { noteSources, originalsIn, textHash } from "../../web/tools/translated.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

test("a text is known by the hash that `needlewise check` works out, too", () => {
  assert.deepEqual(["", "a", "\u00e9"].map(textHash), ["811c9dc5", "e40c292c", "1e9de8c1"]);
});

test("the originals are words, questions, options and texts of parameters", () => {
  const originals = originalsIn(join(root, "assets/protocols/microneedling"));
  for (const key of ["rule/pregnant/title", "question/age-band/text", "question/age-band/help", "option/age-band/22-plus", "section/about-you/text", "parameter/emergency-number/default"]) {
    assert.equal(typeof originals[key], "string", key);
  }
});

test("what was translated is noted, and of some keys only where they are named", (context) => {
  const folder = mkdtempSync(join(tmpdir(), "needlewise-"));
  context.after(() => rmSync(folder, { recursive: true }));
  cpSync(join(root, "assets/interface"), folder, { recursive: true });
  const words = (tag) => join(folder, "words", `${tag}.json`);
  const write = (tag, texts) => writeFileSync(words(tag), JSON.stringify(texts));
  write("en", { open: "Open", "days/one": "{count} day", "days/other": "{count} days" });
  write("xx", { open: "O", "days/few": "{count} d", "days/in/other": "{count} d", gone: "G" });
  const note = (...keys) => readJson(noteSources(folder, "xx", keys));
  const days = textHash("{count} days");
  assert.deepEqual(note(), { open: textHash("Open"), "days/few": days, "days/in/other": days });
  write("en", { open: "Open now", "days/other": "{count} whole days" });
  assert.deepEqual(note("days"), { open: textHash("Open"), "days/few": textHash("{count} whole days"), "days/in/other": textHash("{count} whole days") });
  assert.equal(note("open").open, textHash("Open now"));
});
