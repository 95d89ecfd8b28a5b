// A printed page: as Chromium puts it on paper, and as Debian's poppler reads it back.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// Every white space as one space, and no marks of direction; a line may be broken after a hyphen.
export const plain = (text) => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").replaceAll("- ", "-").trim();

// Before the page's scripts: keeps the print dialog away, and with it what ends a printing.
export const holdDialog = () => (globalThis.print = () => {
  globalThis.printed = (globalThis.printed ?? 0) + 1;
  dispatchEvent(new Event("beforeprint"));
});

function withFile(pdf, use) {
  const folder = mkdtempSync(join(tmpdir(), "needlewise-paper-"));
  try {
    writeFileSync(join(folder, "page.pdf"), pdf);
    return use(join(folder, "page.pdf"), join(folder, "picture"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// What the browser's own print gives: the text of each sheet in the order it was set, without the number of the sheet.
// It ends the printing, as closing the dialog does.
export async function onPaper(page, format = "A4") {
  const pdf = await page.pdf({ format, preferCSSPageSize: true, printBackground: true });
  const text = withFile(pdf, (file) => execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", file, "-"], { encoding: "utf8" }));
  return { pdf, sheets: text.split("\f").slice(0, -1).map((sheet) => plain(sheet).replace(/^\d+ \/ \d+ /, "")) };
}

// The share of a sheet that is dark, and whether its edge is white.
export function ink(pdf) {
  const picture = withFile(pdf, (file, to) => {
    execFileSync("pdftoppm", ["-gray", "-r", "40", "-f", "1", "-l", "1", "-singlefile", file, to]);
    return readFileSync(`${to}.pgm`);
  });
  const [header, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 40).toString("latin1"));
  const pixels = picture.subarray(header.length);
  const dark = pixels.filter((value) => value < 128).length;
  return { share: dark / (width * height), edgeIsWhite: pixels.subarray(0, 3 * width).every((value) => value > 250) };
}
