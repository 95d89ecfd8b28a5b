// Cuts Inter down to the letters that a language needs: build/fonts/inter-400.ttf and inter-600.ttf.
// TTF because Dear ImGui reads it; without layout features because ImGui applies none, so that painted and native
// text have the same widths.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const source = join(root, "web/node_modules/@expo-google-fonts/inter");
const folder = join(root, "build/fonts");

const weights = { 400: "400Regular/Inter_400Regular.ttf", 600: "600SemiBold/Inter_600SemiBold.ttf" };
const latin1 = "U+0020-007E,U+00A0-00FF,U+0152,U+0153,U+0178";
const signs = [..."\u2011–—‘’‚“”„…•‹›€™−×≤≥≈✓✗←↑→↓\u202f"];
const unicodes = `${latin1},${signs.map((sign) => "U+" + sign.codePointAt(0).toString(16)).join(",")}`;

// Returns the paths by weight; does nothing where they are there and made of the same letters.
export function makeFonts() {
  mkdirSync(folder, { recursive: true });
  const version = JSON.parse(readFileSync(join(source, "package.json"), "utf8")).version;
  const recipe = `${version} ${unicodes} no layout tables, no hinting`;
  const recipePath = join(folder, "recipe.txt");
  const fonts = Object.fromEntries(Object.keys(weights).map((weight) => [weight, join(folder, `inter-${weight}.ttf`)]));
  const fresh = existsSync(recipePath) && readFileSync(recipePath, "utf8") === recipe;
  if (fresh && Object.values(fonts).every(existsSync)) return fonts;
  for (const [weight, path] of Object.entries(fonts)) {
    execFileSync("pyftsubset", [
      join(source, weights[weight]), `--unicodes=${unicodes}`, `--output-file=${path}`,
      "--layout-features=", "--no-hinting", "--notdef-outline", "--drop-tables+=DSIG,GDEF,GPOS,GSUB,STAT,gasp",
    ], { stdio: ["ignore", "inherit", "inherit"] });
  }
  writeFileSync(recipePath, recipe);
  return fonts;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(Object.values(makeFonts()).join("\n"));
