// Fails when an include goes against the arrows of the design:
//   platform -> ui -> app -> formats -> core;  ui, app -> semantics -> core;  cli -> formats, core
// Dear ImGui is for ui and platform only, the browser's headers for platform only, and nlohmann/json for one .cpp of formats.
//   node tests/lint/include_arrows.mjs [ROOT]
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const allowed = {
  core: ["core"],
  formats: ["formats", "core"],
  semantics: ["semantics", "core"],
  app: ["app", "formats", "semantics", "core"],
  ui: ["ui", "app", "semantics", "core"],
  platform: ["platform", "ui", "app", "formats", "semantics", "core"],
  cli: ["cli", "formats", "core"],
};
const foreign = [
  { what: "Dear ImGui", pattern: /^(imgui|imstb)/, folders: ["ui", "platform"] },
  { what: "an ImGui backend", pattern: /^imgui_impl_/, folders: ["platform"] },
  { what: "Emscripten or WebGL", pattern: /^(emscripten|GLES|EGL|webgl)/, folders: ["platform"] },
  { what: "nlohmann/json", pattern: /^nlohmann\//, folders: ["formats"] },
];

// Every breach under ROOT/src, as "path:line: what is wrong".
export function breaches(root) {
  const found = [];
  const jsonUsers = new Set();
  const source = join(root, "src");
  const names = readdirSync(source, { recursive: true }).map((name) => name.replaceAll("\\", "/"));
  for (const name of names.filter((name) => /\.(hpp|cpp|h|inl)$/.test(name) && statSync(join(source, name)).isFile()).sort()) {
    const folder = name.split("/")[0];
    const text = readFileSync(join(source, name), "utf8");
    const report = (line, what) => found.push(`src/${name}:${line}: ${what}`);
    if (!(folder in allowed)) report(1, `src/${folder} is not a folder of the design`);
    if (/\.(hpp|h)$/.test(name) && !/^#pragma once$/m.test(text)) report(1, "a header begins with #pragma once");
    text.split("\n").forEach((line, index) => {
      const match = /^\s*#\s*include\s*([<"])([^>"]+)[>"]/.exec(line);
      if (!match) return;
      const [, mark, path] = match;
      for (const { what, pattern, folders } of foreign) {
        if (pattern.test(path) && !folders.includes(folder)) report(index + 1, `src/${folder} must not know ${what}: ${path}`);
      }
      if (/^nlohmann\//.test(path)) {
        jsonUsers.add(name);
        if (!name.endsWith(".cpp")) report(index + 1, "nlohmann/json must stay inside one .cpp");
      }
      const target = path.split("/")[0];
      if (target in allowed) {
        if (!allowed[folder]?.includes(target)) report(index + 1, `src/${folder} must not include src/${target}: ${path}`);
      } else if (mark === '"' && !foreign.some(({ pattern }) => pattern.test(path))) {
        report(index + 1, `write the path from src/, like "core/date.hpp": ${path}`);
      }
    });
  }
  if (jsonUsers.size > 1) found.push(`nlohmann/json is included in more than one file: ${[...jsonUsers].join(", ")}`);
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = breaches(resolve(process.argv[2] ?? fileURLToPath(new URL("../..", import.meta.url))));
  if (found.length) {
    console.error(found.join("\n"));
    process.exit(1);
  }
}
