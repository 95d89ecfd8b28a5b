// Fails when a header of src/ does not compile alone: node tests/lint/headers.mjs (needs build/sanitizers configured).
import { compilerArguments, files, pool, remembered, root } from "./compile.mjs";

const seen = remembered("headers");
const failures = await pool(files("src", /\.hpp$/).filter((path) => !seen.has(path)), async (path, run) => {
  const flags = compilerArguments(path);
  if (!flags) return undefined;  // a folder that is not built here, such as platform/web
  const { code, output } = await run("clang++-19", [...flags, "-w", "-fsyntax-only", "-x", "c++", path]);
  if (code === 0) seen.add(path);
  return code === 0 ? undefined : output;
});
if (failures.length) {
  console.error(failures.join("\n").replaceAll(root, ""));
  process.exit(1);
}
