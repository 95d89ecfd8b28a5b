// Draws web/icons/*.png from the SVGs beside them, once they change (the PNGs are in the repository, so that no build needs
// a browser):  node web/tools/icons.mjs [CHROMIUM]      needs the packages of tests/browser
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { chromium } = createRequire(`${root}tests/browser/package.json`)("@playwright/test");
const icons = [
  ["needlewise.svg", "icon-192.png", 192],
  ["needlewise.svg", "icon-512.png", 512],
  ["needlewise-maskable.svg", "maskable-512.png", 512], // with room around: a launcher cuts its own shape out of it
  ["needlewise-maskable.svg", "apple-touch-icon.png", 180],
];

const browser = await chromium.launch({ executablePath: process.argv[2] ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const [drawing, picture, size] of icons) {
  const svg = readFileSync(`${root}web/icons/${drawing}`).toString("base64");
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<body style="margin:0"><img style="display:block" width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}">`);
  await page.locator("img").evaluate((image) => image.decode());
  await page.screenshot({ path: `${root}web/icons/${picture}`, omitBackground: true });
}
await browser.close();
