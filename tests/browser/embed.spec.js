// The page on somebody else's page: embed.js on a website of another origin.
import { readFileSync } from "node:fs";
import { askedPages, healthy, questions, toResult, toTimeline } from "./support/form.js";
import { element, expect, readyFrame, test, told } from "./support/hosts.js";
import { button, title } from "./support/test.js";

test.use({ viewport: { width: 800, height: 720 } });

const person = { ...healthy, concerns: ["acne-scars"], "scar-kind": ["flat-or-pitted"], diabetes: "not-sure", "planned-date": "2026-06-06" };
const everything = ["ready", "height", "section", "outcome", "booking", "deleted"];

// Wherever the website stands, all of the frame that can be seen is painted.
async function unpainted(page, frame) {
  const box = await element(page).locator("iframe").boundingBox();
  const view = page.viewportSize();
  const seen = { top: Math.max(0, -box.y), bottom: Math.min(box.height, view.height - box.y) };
  return frame.evaluate(({ top, bottom }) => {
    const canvas = document.querySelector("canvas").getBoundingClientRect();
    const content = document.getElementById("nw-content").getBoundingClientRect();
    const from = Math.max(top, content.top);
    const to = Math.min(bottom, content.bottom);
    return Math.max(0, canvas.top - from, to - canvas.bottom);
  }, seen);
}

test("a long page is painted wherever the website scrolls to", async ({ page, host }) => {
  host.page({ before: "<p style='height:600px'>before</p>", after: "<p style='height:900px'>after</p>" });
  await page.setViewportSize({ width: 390, height: 700 });
  await host.open();
  await element(page).scrollIntoViewIfNeeded();
  const frame = await readyFrame(page);
  await toTimeline(frame, person);
  const height = () => element(page).evaluate(({ offsetHeight }) => offsetHeight);
  await expect.poll(height).toBeGreaterThan(4500);
  await page.mouse.move(200, 350);
  let gaps = 0;
  const end = 600 + (await height());
  for (let y = 0; y < end; y += 230) {
    await page.evaluate((y) => scrollTo({ top: y, behavior: "instant" }), y);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    if ((await unpainted(page, frame)) > 0) gaps += 1;
  }
  expect(gaps, "while scrolling").toBeLessThanOrEqual(1);
  for (const y of [end, 0, end / 2, 700]) {
    await page.evaluate((y) => scrollTo({ top: y, behavior: "instant" }), y);
    await expect.poll(() => unpainted(page, frame)).toBe(0);
  }
});
