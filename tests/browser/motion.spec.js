// What moves: a follow-up that slides in, the chart's day that glides. Nothing with reduced motion.
import { answer, control, toTimeline } from "./support/form.js";
import { button, expect, open, settled, test } from "./support/test.js";

const owed = 3; // frames that any event may take (design.md section 6)

// How many frames drew something until the page came to rest again.
async function drawnFrames(page, act) {
  await settled(page);
  await page.evaluate(() => {
    const { prototype } = WebGL2RenderingContext;
    globalThis.drawn ??= { times: new Set() };
    globalThis.drawn.times.clear();
    if (globalThis.drawn.counts) return;
    globalThis.drawn.counts = true;
    const real = prototype.drawElements;
    prototype.drawElements = function (...args) {
      globalThis.drawn.times.add(document.timeline.currentTime);
      return real.apply(this, args);
    };
  });
  await act();
  await settled(page);
  return page.evaluate(() => globalThis.drawn.times.size);
}

async function motions(page) {
  await open(page);
  await button(page, "Start the questions").click();
  await answer(page, "age-band", "22-plus");
  await answer(page, "pregnancy", "none");
  await button(page, "Next").click();
  await page.mouse.move(2, 2);
  const plain = await drawnFrames(page, () => control(page, "device", "needle-only").press("Space"));
  const followUp = await drawnFrames(page, () => control(page, "concerns", "acne-scars").press("Space"));
  await expect(control(page, "scar-kind", "burn")).toBeVisible();
  await page.reload();
  await toTimeline(page);
  const slider = page.getByRole("slider", { name: "Day after the session" });
  await slider.focus();
  const day = await drawnFrames(page, () => page.keyboard.press("ArrowRight"));
  return { plain, followUp, day };
}

test("a follow-up slides in and the chart's day glides, and nothing else moves", async ({ page }) => {
  const { plain, followUp, day } = await motions(page);
  expect(plain).toBeLessThanOrEqual(owed);
  expect(followUp).toBeGreaterThan(owed);
  expect(day).toBeGreaterThan(owed);
});

test.describe("reduced motion", () => {
  test.use({ reducedMotion: "reduce" });
  test("takes no frames for animation", async ({ page }) => {
    const { plain, followUp, day } = await motions(page);
    expect(Math.max(plain, followUp, day)).toBeLessThanOrEqual(owed);
  });
});
