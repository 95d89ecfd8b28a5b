// clang-tidy over src/*.cpp, changed files first, until the budget is spent: node tests/lint/tidy.mjs [SECONDS]
// What was clean stays clean until it, a header or .clang-tidy changes. Needs build/sanitizers configured.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compilerArguments, files, pool, remembered, root } from "./compile.mjs";

const end = Date.now() + 1000 * Number(process.argv[2] ?? 360);
const seen = remembered("tidy");
const git = (...words) => execFileSync("git", ["-C", root, ...words], { encoding: "utf8" }).split("\n").filter(Boolean);
let changed = new Set();
try {
  changed = new Set([...git("diff", "--name-only", "HEAD~10"), ...git("ls-files", "--others", "--exclude-standard")].map((name) => join(root, name)));
} catch {
  // a young or shallow history: all files are alike
}
// What speaks to the browser compiles with Emscripten alone.
const isForBrowser = (path) => /^#include <emscripten/m.test(readFileSync(path, "utf8"));
const due = files("src", /\.cpp$/).filter((path) => !seen.has(path) && compilerArguments(path) && !isForBrowser(path))
  .sort((a, b) => Number(changed.has(b)) - Number(changed.has(a)));
let skipped = 0;
const failures = await pool(due, async (path, run) => {
  if (Date.now() > end) {
    skipped += 1;
    return undefined;
  }
  const { code, output } = await run("clang-tidy-19", ["--quiet", "-p", join(root, "build/sanitizers"), path]);
  if (code === 0) seen.add(path);
  return code === 0 ? undefined : output;
});
if (skipped) console.log(`clang-tidy: budget spent, ${skipped} of ${due.length} files not looked at`);
if (failures.length) {
  console.error(failures.join("\n").replaceAll(root, ""));
  process.exit(1);
}
