// NOTICES.txt: the licences of everything the page ships, read from the packages that the build used.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const first = (...paths) => {
  const path = paths.find(existsSync);
  if (!path) throw new Error(`no licence text found: ${paths.join(", ")}`);
  return readFileSync(path, "utf8").trim();
};
const fetched = (name) => join(root, "build/web-objects/_deps", `${name}-src`);
const emscripten = [process.env.EMSDK && join(process.env.EMSDK, "upstream/emscripten"), "/usr/share/emscripten"].filter(Boolean);

// Debian's copyright files hold many licences: only the holders and the licence of the whole (`Files: *`) apply.
function ofTheWhole(text) {
  if (!/^Format: /.test(text)) return text;  // the project's own licence file
  const fields = text.split(/\n(?=[A-Z])/);
  const body = (field) => field.replace(/^\S+: ?/, "").split("\n").map((line) => line.replace(/^ {1,2}/, "").replace(/^\.$/, ""));
  const whole = fields.findIndex((field) => /^Files:\s*\*\s*$/.test(field));
  const holders = fields.slice(whole).find((field) => field.startsWith("Copyright:"));
  const licence = fields.find((field) => /^License: (Expat|MIT)\n/.test(field) && field.split("\n").length > 5);
  if (!holders || !licence) return text;
  const copyright = body(holders).filter(Boolean).map((line) => `Copyright (c) ${line.trim()}`);
  return `${copyright.join("\n")}\n\n${body(licence).slice(1).join("\n").trim()}`;
}

// Its package has the MIT licence by name, without the text.
const qrLicence = "Copyright (c) 2009 Kazuhiko Arase\n\nMIT License: https://opensource.org/licenses/MIT\n"
  + "The word 'QR Code' is a registered trademark of DENSO WAVE INCORPORATED.";

export function notices() {
  const parts = [
    ["Needlewise", first(join(root, "LICENSE"))],
    ["Dear ImGui, with stb_rect_pack, stb_textedit and stb_truetype",
      first(join(root, "build/dependencies/imgui/LICENSE.txt"), join(fetched("imgui"), "LICENSE.txt"))],
    ["nlohmann/json", ofTheWhole(first("/usr/share/doc/nlohmann-json3-dev/copyright", join(fetched("nlohmann_json"), "LICENSE.MIT")))],
    ["Inter (a subset of its letters)", first(join(root, "web/node_modules/@expo-google-fonts/inter/LICENSE_FONT"))],
    ["qrcode-generator", qrLicence],
    ["Emscripten", ofTheWhole(first("/usr/share/doc/emscripten/copyright", ...emscripten.map((path) => join(path, "LICENSE"))))],
    ["musl", first(...emscripten.map((path) => join(path, "system/lib/libc/musl/COPYRIGHT")))],
    ["libc++, libc++abi and compiler-rt",
      "Part of the LLVM project, under the Apache License 2.0 with LLVM exceptions, which ask for no notice where the\n"
      + "libraries are compiled into a program. https://llvm.org/LICENSE.txt"],
  ];
  const line = "-".repeat(100);
  return parts.map(([title, text]) => `${title}\n${line}\n${text}\n`).join("\n\n");
}
