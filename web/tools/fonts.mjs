// Cuts Inter down to the letters that Western languages need: build/fonts/inter-400.ttf and inter-600.ttf. What another
// language needs besides becomes small fonts of its own.
// TTF because Dear ImGui reads it; without layout features because ImGui applies none, so that painted and native
// text have the same widths.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const source = join(root, "web/node_modules/@expo-google-fonts/inter");
const folder = join(root, "build/fonts");

const weights = { 400: "400Regular/Inter_400Regular.ttf", 600: "600SemiBold/Inter_600SemiBold.ttf" };
const latin1 = "U+0020-007E,U+00A0-00FF,U+0152,U+0153,U+0178";
const signs = [..."\u2011–—‘’‚“”„…•‹›€™−×≤≥≈✓✗←↑→↓\u202f"];
const unicodes = `${latin1},${signs.map((sign) => "U+" + sign.codePointAt(0).toString(16)).join(",")}`;

const isInBase = (letter) => letter <= "\u00ff" || "\u0152\u0153\u0178".includes(letter) || signs.includes(letter);
// Scripts that Inter has and Dear ImGui can set; what is written in others is for the browser (web/language.js).
const isPaintable = (letter) => /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u.test(letter);

function cut(weight, letters, path) {
  execFileSync("pyftsubset", [
    join(source, weights[weight]), `--unicodes=${letters}`, `--output-file=${path}`,
    "--layout-features=", "--no-hinting", "--notdef-outline", "--drop-tables+=DSIG,GDEF,GPOS,GSUB,STAT,gasp",
  ], { stdio: ["ignore", "inherit", "inherit"] });
}
const version = () => JSON.parse(readFileSync(join(source, "package.json"), "utf8")).version;

// Returns the paths by weight; does nothing where they are there and made of the same letters.
export function makeFonts() {
  mkdirSync(folder, { recursive: true });
  const recipe = `${version()} ${unicodes} no layout tables, no hinting`;
  const recipePath = join(folder, "recipe.txt");
  const fonts = Object.fromEntries(Object.keys(weights).map((weight) => [weight, join(folder, `inter-${weight}.ttf`)]));
  const fresh = existsSync(recipePath) && readFileSync(recipePath, "utf8") === recipe;
  if (fresh && Object.values(fonts).every(existsSync)) return fonts;
  for (const [weight, path] of Object.entries(fonts)) cut(weight, unicodes, path);
  writeFileSync(recipePath, recipe);
  return fonts;
}

// The letters that a text has and those fonts lack: paths by weight. None where it lacks none, or where the browser has to
// set the text with fonts of its own.
export function makeFurtherLetters(text) {
  const all = [...new Set(text)];
  const letters = all.filter((letter) => !isInBase(letter) && /\p{L}/u.test(letter)).sort();
  if (letters.length === 0 || !all.every(isPaintable)) return {};
  const name = createHash("sha256").update(version() + letters.join("")).digest("hex").slice(0, 10);
  return Object.fromEntries(Object.keys(weights).map((weight) => {
    const path = join(folder, `inter-${weight}-${name}.ttf`);
    if (!existsSync(path)) {
      // Others may be building the same beside this.
      const fresh = `${path}.${process.pid}`;
      cut(weight, letters.map((letter) => `U+${letter.codePointAt(0).toString(16)}`).join(","), fresh);
      renameSync(fresh, path);
    }
    return [weight, path];
  }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(Object.values(makeFonts()).join("\n"));
