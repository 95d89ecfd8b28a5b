// The page in the states that devices and people bring it into: zoomed, turned, notched, with large text, with a soft keyboard.
import { answer, control, toTimeline } from "./support/form.js";
import { button, expect, open, settled, test, title } from "./support/test.js";

const longest = 4096; // device pixels of the canvas, either way

// Device pixels a CSS pixel that the canvas is painted with, and whether it is within its limit.
const sharpness = (page) => page.locator("canvas").evaluate((canvas) => {
  const { width, height } = canvas.getBoundingClientRect();
  return { across: Math.round((canvas.width / width) * 100) / 100, down: Math.round((canvas.height / height) * 100) / 100, longest: Math.max(canvas.width, canvas.height) };
});
async function isSharp(page, ratio) {
  await settled(page);
  const { across, down, longest: side } = await sharpness(page);
  expect([across, down]).toEqual([ratio, ratio]);
  expect(side).toBeLessThanOrEqual(longest);
}
const noSideways = async (page) => expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
const devtools = (page) => page.context().newCDPSession(page);
const startQuestions = async (page) => {
  await open(page);
  await button(page, "Start the questions").click();
  await expect(page.getByText(/^Step \d+ of \d+$/).first()).toBeVisible();
};
// Whether a control can be seen whole, below what sticks to the top.
const isInSight = (locator, bottom = Infinity) => locator.evaluate((element, bottom) => {
  const { top, bottom: end } = element.getBoundingClientRect();
  const banner = document.querySelector(".nw-banner");
  const covered = getComputedStyle(banner).position === "sticky" ? banner.getBoundingClientRect().bottom : 0;
  return top >= covered && end <= Math.min(innerHeight, bottom);
}, bottom);

test.describe("400 % zoom of 1280 by 1024", () => {
  test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
  test("needs no scrolling sideways, reaches everything by keyboard, and is sharp", async ({ page }) => {
    await startQuestions(page);
    await noSideways(page);
    await isSharp(page, 4);
    const last = button(page, "Start again").last();
    for (let presses = 0; presses < 60 && !(await last.evaluate((element) => element === document.activeElement)); ++presses) {
      await page.keyboard.press("Tab");
      const hidden = await page.evaluate(() => {
        const focused = document.activeElement.closest("label") ?? document.activeElement;
        const { top, bottom } = focused.getBoundingClientRect();
        return focused === document.body || (bottom > 0 && top < innerHeight) ? null : focused.id;
      });
      expect(hidden, "focused out of sight").toBeNull();
    }
    await expect(last).toBeFocused();
    await isSharp(page, 4);
  });
});

for (const ratio of [1, 1.5, 2, 3]) {
  test.describe(`${ratio} device pixels a pixel`, () => {
    test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: ratio });
    test("are all painted", async ({ page }) => {
      await open(page);
      await isSharp(page, ratio);
    });
  });
}

test("a page that comes to another screen is painted sharp again", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await startQuestions(page);
  const session = await devtools(page);
  // A window's width changes a little, too: the emulation of a ratio alone sends no event.
  for (const [step, deviceScaleFactor] of [2, 1.5, 3, 1].entries()) {
    await session.send("Emulation.setDeviceMetricsOverride", { width: 391 + step, height: 844, deviceScaleFactor, mobile: false });
    await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(deviceScaleFactor);
    await expect.poll(async () => (await sharpness(page)).across).toBe(deviceScaleFactor);
    await isSharp(page, deviceScaleFactor);
  }
});

test.describe("a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true });

  test("turned and back keeps question, answers, what is half typed, and the focus", async ({ page }) => {
    await startQuestions(page);
    await answer(page, "age-band", "22-plus");
    const chosen = control(page, "age-band", "22-plus");
    await chosen.focus();
    for (const [width, height] of [[844, 390], [390, 844]]) {
      await page.setViewportSize({ width, height });
      await settled(page);
      await expect(chosen).toBeChecked();
      await expect(chosen).toBeFocused();
      await noSideways(page);
      await isSharp(page, 2);
    }
    await page.reload();
    await button(page, "I have been treated already").click();
    const day = page.getByLabel("Day of the treatment");
    await day.focus();
    await page.keyboard.type("02");
    await page.setViewportSize({ width: 844, height: 390 });
    await settled(page);
    await expect(day).toBeFocused();
    await page.keyboard.type("272026");
    await expect(day, "typing went on where it was").toHaveValue(/^2026-(02-27|.*)$/);
  });

  test("lying on its side is not eaten up by the banner", async ({ page }) => {
    await page.setViewportSize({ width: 844, height: 390 });
    await startQuestions(page);
    await page.evaluate(() => scrollTo(0, 300));
    await settled(page);
    const covered = await page.locator(".nw-banner").evaluate((banner) => Math.max(0, banner.getBoundingClientRect().bottom));
    expect(covered).toBeLessThan(390 / 4);
    await noSideways(page);
  });

  test("pinched is painted sharper once the fingers rest, within the canvas's limit", async ({ page }) => {
    await open(page);
    await isSharp(page, 2);
    const session = await devtools(page);
    await session.send("Emulation.setPageScaleFactor", { pageScaleFactor: 2 });
    await expect.poll(() => page.evaluate(() => visualViewport.scale)).toBe(2);
    await expect.poll(async () => (await sharpness(page)).across).toBe(4);
    expect((await sharpness(page)).longest).toBeLessThanOrEqual(longest);
    await session.send("Emulation.setPageScaleFactor", { pageScaleFactor: 1 });
    await expect.poll(async () => (await sharpness(page)).across).toBe(2);
  });

  test("with a notch keeps everything out of it", async ({ page }) => {
    await page.setViewportSize({ width: 844, height: 390 });
    await open(page);
    const session = await devtools(page);
    const insets = { top: 0, left: 47, right: 47, bottom: 21 };
    await session.send("Emulation.setSafeAreaInsetsOverride", { insets });
    await settled(page);
    const out = await page.evaluate(({ left, right }) => [...document.querySelectorAll("button, h1, p.nw-placed")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && (box.left < left - 13 || box.right > innerWidth - right + 13);
    }).map(({ id }) => id), insets);
    expect(out).toEqual([]);
    await noSideways(page);
    await session.send("Emulation.setSafeAreaInsetsOverride", { insets: { top: 47, left: 0, right: 0, bottom: 34 } });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.evaluate(() => scrollTo(0, 200));
    await settled(page);
    const top = await page.getByRole("banner").getByRole("button").first().evaluate((element) => element.getBoundingClientRect().top);
    expect(top, "the banner's buttons below the notch").toBeGreaterThanOrEqual(47);
  });

  test("with its keyboard out shows the field that is typed in", async ({ page }) => {
    await open(page);
    await button(page, "I have been treated already").click();
    const day = page.getByLabel("Day of the treatment");
    await day.focus();
    await page.setViewportSize({ width: 390, height: 360 }); // interactive-widget=resizes-content, and what other browsers scroll to
    await settled(page);
    expect(await isInSight(day)).toBe(true);
  });
});

for (const size of [20, 24, 32]) {
  test(`a browser's text size of ${size} px is followed, painted and native`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await startQuestions(page);
    const heights = () => page.evaluate(() => [document.querySelector("h1").getBoundingClientRect().height, parseFloat(getComputedStyle(document.querySelector("h1")).fontSize)]);
    const [, before] = await heights();
    const session = await devtools(page);
    await session.send("Page.enable");
    await session.send("Page.setFontSizes", { fontSizes: { standard: size, fixed: size } });
    await settled(page);
    await expect.poll(async () => (await heights())[1] / before).toBeCloseTo(size / 16, 1);
    await noSideways(page);
  });
}

test("more contrast repaints the page with stronger lines", async ({ page }) => {
  await open(page);
  const border = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--nw-border"));
  const before = await border();
  await page.emulateMedia({ contrast: "more" });
  await expect.poll(border).not.toBe(before);
});

test("fields ask the browser neither to complete nor to check the spelling of anything", async ({ page }) => {
  await open(page);
  await toTimeline(page);
  await button(page, "Move session 2").click();
  await settled(page);
  const fields = await page.locator("input:not([type=radio], [type=checkbox], [type=range]), textarea").evaluateAll((all) => all.map(({ id, type, autocomplete, spellcheck }) => ({ id, autocomplete, spellcheck: ["text", "textarea"].includes(type) && spellcheck })));
  expect(fields.length).toBeGreaterThan(0);
  expect(fields.filter(({ autocomplete, spellcheck }) => autocomplete !== "off" || spellcheck)).toEqual([]);
});

test("going back after a reload leaves the page at its start, and on from there works", async ({ page }) => {
  await page.goto("about:blank");
  await startQuestions(page);
  await page.reload();
  await expect(title(page, "Thinking about microneedling?")).toBeVisible();
  await button(page, "Start the questions").click();
  await expect(title(page, "About you")).toBeVisible();
  await page.goBack();
  await expect(title(page, "Thinking about microneedling?")).toBeVisible();
  await page.goForward();
  await expect(title(page, "About you")).toBeVisible();
});
