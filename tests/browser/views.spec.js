// The plain view, and everything that leads to it and back.
import { answer, control, fillBySection, healthy, judged, response, shownResult, toReview, toTimeline } from "./support/form.js";
import { judge, today } from "./support/site.js";
import { button, expect, open, pictureVersion, settled, test, textVersion, title } from "./support/test.js";

const person = { ...healthy, isotretinoin: "past-12-months", "isotretinoin-last-date": "2025-11-11", "planned-date": "2026-06-06" };
const expected = () => judged(judge([{ today, response: response(person) }])[0]);
const canvas = (page) => page.locator("canvas");

async function worksThrough(page) {
  await button(page, "Start the questions").click();
  await fillBySection(page, person);
  await button(page, "See my result").click();
  await expect(page.locator("[data-outcome]")).toBeVisible();
  expect(await shownResult(page)).toEqual(expected());
  await button(page, "See my timeline").click();
  await expect(title(page, "Your timeline")).toBeVisible();
}

test("'Text version' and back keep place, answers and what is open", async ({ page }) => {
  await open(page);
  await button(page, "Start the questions").click();
  await answer(page, "age-band", "22-plus");
  await answer(page, "pregnancy", "none");
  await button(page, "Next").click();
  await answer(page, "concerns", "acne-scars");
  await textVersion(page);
  await expect(title(page, "Your goals")).toBeVisible();
  await expect(control(page, "concerns", "acne-scars")).toBeChecked();
  await answer(page, "scar-kind", "burn");
  await pictureVersion(page);
  await expect(control(page, "scar-kind", "burn")).toBeChecked();
  await button(page, "Back").click();
  await expect(control(page, "age-band", "22-plus")).toBeChecked();
  await textVersion(page);
  await button(page, "Delete my answers").click();
  await button(page.getByRole("dialog"), "Yes, delete everything").click();
  await expect(canvas(page), "the choice of view outlives a deletion").toBeHidden();
});

test("every screen has the same words in both views", async ({ page }) => {
  await open(page);
  await expect(button(page, "What is microneedling?")).toBeVisible(); // its words come last
  const words = () => page.getByRole("main").evaluate((main) => main.textContent);
  const same = async () => {
    const painted = await words();
    await textVersion(page);
    expect(await words()).toBe(painted);
    await pictureVersion(page);
  };
  await same();
  await toReview(page, person);
  await same();
  await button(page, "See my result").click();
  await expect(page.locator("[data-outcome]")).toBeVisible();
  await same();
  await button(page, "See my timeline").click();
  await expect(title(page, "Your timeline")).toBeVisible();
  await same();
});

test.describe("without WebGL 2", () => {
  test("the plain view works through to the timeline", async ({ page }) => {
    await page.addInitScript(() => {
      const real = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        return kind === "webgl2" ? null : real.call(this, kind, ...rest);
      };
    });
    await open(page);
    await expect(canvas(page)).toBeHidden();
    await worksThrough(page);
  });

  test("nor where asking for it throws", async ({ page }) => {
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => {
        throw new Error("no graphics here");
      };
    });
    await open(page);
    await expect(canvas(page)).toBeHidden();
    await expect(button(page, "Start the questions")).toBeVisible();
  });
});

test("a lost context gives the plain view after two seconds, a restored one the same picture again", async ({ page }) => {
  await open(page);
  await toReview(page, person);
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(2, 300);
  await settled(page);
  const picture = () => page.screenshot({ clip: { x: 100, y: 80, width: 800, height: 500 }, animations: "disabled" });
  const before = await picture();
  await page.evaluate(() => {
    globalThis.lost = document.querySelector("canvas").getContext("webgl2").getExtension("WEBGL_lose_context");
    globalThis.lost.loseContext();
  });
  await expect(canvas(page)).toBeHidden({ timeout: 15_000 });
  await expect(title(page, "Check your answers")).toBeVisible();
  await button(page, "See my result").click(); // nothing waits for the picture
  await expect(page.locator("[data-outcome]")).toBeVisible();
  await page.goBack();
  await expect(title(page, "Check your answers")).toBeVisible();
  await page.evaluate(() => globalThis.lost.restoreContext());
  await expect(canvas(page)).toBeVisible({ timeout: 15_000 });
  await settled(page);
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(2, 300);
  await expect.poll(async () => (await picture()).equals(before), { message: "the picture is as before" }).toBe(true);
});

test("a context that comes back at once never shows the plain view", async ({ page }) => {
  await open(page);
  await page.evaluate(async () => {
    const changes = (globalThis.views = []);
    new MutationObserver(() => changes.push(document.documentElement.className)).observe(document.documentElement, { attributeFilter: ["class"] });
    const gl = document.querySelector("canvas").getContext("webgl2").getExtension("WEBGL_lose_context");
    const lost = new Promise((resolve) => document.querySelector("canvas").addEventListener("webglcontextlost", () => setTimeout(resolve), { once: true }));
    gl.loseContext();
    await lost;
    const back = new Promise((resolve) => document.querySelector("canvas").addEventListener("webglcontextrestored", resolve, { once: true }));
    gl.restoreContext();
    await back;
  });
  await settled(page);
  await expect(canvas(page)).toBeVisible();
  expect(await page.evaluate(() => globalThis.views.filter((name) => name.includes("nw-plain")))).toEqual([]);
  await worksThrough(page);
});

test.describe("forced colours", () => {
  test.use({ forcedColors: "active" });
  test("are the plain view's, and it works through", async ({ page }) => {
    await open(page);
    await expect(canvas(page)).toBeHidden();
    await worksThrough(page);
    await page.emulateMedia({ forcedColors: "none" });
    await expect(canvas(page)).toBeVisible();
    await page.emulateMedia({ forcedColors: "active" });
    await expect(canvas(page)).toBeHidden();
  });
});

test("print is the plain page, without the canvas and in full", async ({ page }) => {
  await open(page);
  await toTimeline(page, person);
  await page.emulateMedia({ media: "print" });
  await expect(canvas(page)).toBeHidden();
  const lengths = await page.getByRole("main").evaluate((main) => [main.getBoundingClientRect().height, getComputedStyle(main.querySelector("h1")).color]);
  expect(lengths[0]).toBeGreaterThan(1500);
  expect(lengths[1]).not.toMatch(/^rgba\(.*, 0\)$/);
});

test("dark and light follow the device, and a choice of one's own", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page);
  const surface = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).slice(0, 3).map(Number).reduce((a, b) => a + b) / 3);
  await expect.poll(surface).toBeLessThan(80);
  await button(page, "Light").click();
  await expect.poll(surface).toBeGreaterThan(200);
  await button(page, "Dark").click();
  await expect.poll(surface).toBeLessThan(80);
});

test("the chart's bands stand as bars in the text version, mirrored where one reads from the right", async ({ page }) => {
  await open(page);
  await toTimeline(page);
  await textVersion(page);
  await button(page, "Show the list: All signs as a list").click();
  const redness = page.getByRole("listitem").filter({ hasText: "Redness, like sunburn" }).last();
  await expect(redness).toContainText("From day 0. Usual until day 2, possible until day 7.");
  const bar = (item) => item.evaluate((element) => {
    const { transform, height, backgroundImage } = getComputedStyle(element, "::after");
    const ends = [...backgroundImage.matchAll(/ ([\d.]+)%/g)].slice(0, 3).map(([, end]) => Math.round((Number(end) / 100) * 29));
    return { transform, height, ends };
  });
  expect(await bar(redness)).toEqual({ transform: "none", height: "14px", ends: [0, 3, 8] }); // to the end of day 2, of day 7
  await page.getByRole("combobox", { name: "Language" }).selectOption("ar");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  expect(await bar(page.locator('[id="item/redness/1"]'))).toEqual({ transform: "matrix(-1, 0, 0, 1, 0, 0)", height: "14px", ends: [0, 3, 8] });
});
