// What the checks that compile have in common: the flags of each folder, two jobs at a time, and a memory of clean files.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

export const files = (folder, pattern) => readdirSync(join(root, folder), { recursive: true })
  .map((name) => join(root, folder, name)).filter((path) => pattern.test(path) && statSync(path).isFile()).sort();

const database = JSON.parse(readFileSync(join(root, "build/sanitizers/compile_commands.json"), "utf8"));

// Include paths, definitions and the standard, as the first source of the same folder of src/ is compiled.
export function compilerArguments(path) {
  const folder = /\/src\/(platform\/[^/]+|[^/]+)\//.exec(path)?.[0];
  const entry = database.find(({ file }) => file.includes(folder));
  if (!entry) return undefined;
  const words = (entry.command.match(/"(?:[^"\\]|\\.)*"|(?:\\.|[^\s\\])+/g) ?? []).map((word) => word.replaceAll(/\\(.)/g, "$1"));
  const kept = [];
  words.forEach((word, index) => {
    if (/^-(D|I|std=)/.test(word)) kept.push(word);
    if (word === "-isystem") kept.push(word, words[index + 1]);
  });
  return kept;
}

// Files known to be clean, valid while they, every header of src/ and the checks' settings stay the same.
export function remembered(name) {
  const hash = createHash("sha256");
  for (const path of [...files("src", /\.hpp$/), ...files("tests/lint", /\.mjs$/), join(root, ".clang-tidy"), join(root, "CMakeLists.txt")]) {
    hash.update(path).update(readFileSync(path));
  }
  const common = hash.digest("hex");
  const store = join(root, "build/lint", `${name}.json`);
  mkdirSync(join(root, "build/lint"), { recursive: true });
  const known = new Set(existsSync(store) ? JSON.parse(readFileSync(store, "utf8")) : []);
  const kept = new Set();
  const key = (path) => createHash("sha256").update(common).update(path).update(readFileSync(path)).digest("hex");
  return {
    has(path) {
      const found = known.has(key(path));
      if (found) kept.add(key(path));
      return found;
    },
    add(path) {
      kept.add(key(path));
      writeFileSync(store, JSON.stringify([...kept]));
    },
  };
}

// Runs job(item, run) for every item, as many at a time as there are cores; gives back what the jobs returned.
export async function pool(items, job) {
  const run = (program, words) => new Promise((resolve) => {
    const child = spawn(program, words, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("error", (error) => resolve({ code: 1, output: String(error) }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
  const results = [];
  const left = [...items];
  await Promise.all(Array.from({ length: availableParallelism() }, async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) {
      const result = await job(item, run);
      if (result !== undefined) results.push(result);
    }
  }));
  return results;
}
