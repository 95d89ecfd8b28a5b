// Nothing is painted while nothing happens: frames and draw calls are counted from outside.
import { healthy, toResult, toTimeline } from "./support/form.js";
import { button, expect, open, settled, test, textVersion, title } from "./support/test.js";

async function idle(page, where) {
  await settled(page);
  const counts = () => page.evaluate(() => [globalThis.watched.frames, globalThis.watched.draws]);
  const before = await counts();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
  expect(await counts(), `painted while idle: ${where}`).toEqual(before);
}

test("no frame and no draw call in a second of idleness", async ({ page }) => {
  await open(page);
  await expect(page.getByText(/without network/), "all has come").toBeVisible();
  expect(await page.evaluate(() => globalThis.watched.draws), "drawing is counted").toBeGreaterThan(0);
  await idle(page, "welcome");
  await button(page, "Start the questions").click();
  await expect(title(page, "About you")).toBeVisible();
  await idle(page, "form");
  await page.getByRole("radio").first().focus();
  await idle(page, "form with a control focused");
  await page.getByRole("radio").nth(1).hover();
  await idle(page, "form with the pointer over a control");
  await page.goBack();
  await toResult(page);
  await idle(page, "result");
  await button(page, "See my timeline").click();
  await expect(title(page, "Your timeline")).toBeVisible();
  await idle(page, "timeline");
  await button(page, "Delete my answers").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await idle(page, "dialog");
});

test("nor in the plain view, and nothing is drawn there at all", async ({ page }) => {
  await open(page);
  await expect(page.getByText(/without network/), "all has come").toBeVisible();
  await textVersion(page);
  await settled(page);
  const before = await page.evaluate(() => globalThis.watched.draws);
  await toTimeline(page, { ...healthy });
  await idle(page, "plain timeline");
  expect(await page.evaluate(() => globalThis.watched.draws)).toBe(before);
});
