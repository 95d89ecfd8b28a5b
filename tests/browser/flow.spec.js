// From opening the page to one's own timeline: with the mouse by section, by touch question by question, and from disk.
import { copyFileSync, mkdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { answer, askedPages, control, fillBySection, group, healthy, judged, question, response, shownResult, step } from "./support/form.js";
import { judge, site, today } from "./support/site.js";
import { button, expect, open, test, title } from "./support/test.js";

test.use({ viewport: { width: 1440, height: 900 } });

// Speaks of most kinds of questions: several answers, follow-ups, dates that are given and not given, a number.
const person = {
  ...healthy,
  concerns: ["fine-lines", "acne-scars"], "scar-kind": ["flat-or-pitted"],
  "skin-conditions": ["rosacea", "cold-sores"], "rosacea-kind": "redness-or-calm",
  isotretinoin: "past-12-months", "isotretinoin-last-date": "2025-11-11",
  "recent-12-months": ["filler", "botulinum"], "filler-date": "2026-02-02",
  "planned-date": "2026-06-06", "event-date": "2026-12-12", "sessions-planned": 4,
};
const expected = () => judged(judge([{ today, response: response(person) }])[0]);

async function theResultAndTheTimeline(page, way = "click") {
  await expect(title(page, "Check your answers")).toBeVisible();
  await button(page, "See my result")[way]();
  await expect(page.getByRole("region", { name: "Your result" })).toBeVisible();
  expect(await shownResult(page)).toEqual(expected());
  await button(page, "See my timeline")[way]();
  await expect(title(page, "Your timeline")).toBeVisible();
  const sessions = page.getByRole("listitem").filter({ has: page.getByText(/^Session \d$/) });
  await expect(sessions).toHaveCount(4);
  await expect(sessions.first()).toContainText("Saturday 6 June 2026");
  await expect(page.getByRole("heading", { name: "Your event" })).toBeVisible();
}

test("with the mouse, section by section, to one's own timeline", async ({ page }) => {
  await open(page);
  await button(page, "Start the questions").click();
  await fillBySection(page, person);
  await theResultAndTheTimeline(page);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 });

  test("by touch, question by question, to one's own timeline", async ({ page }) => {
    await open(page);
    await button(page, "Start the questions").tap();
    const pages = askedPages(person);
    for (const [number, asked] of pages.entries()) {
      await expect(step(page)).toHaveText(new RegExp(`^Step ${number + 1} of `));
      for (const one of asked) {
        await expect(group(page, one.linkId)).toBeVisible();
        if (person[one.linkId] !== undefined) await answer(page, one.linkId, person[one.linkId], "tap");
      }
      const [first] = asked;
      const goesOnByItself = asked.length === 1 && first.type === "choice" && !first.repeats;
      if (!goesOnByItself) await button(page, "Next").tap();
    }
    await theResultAndTheTimeline(page, "tap");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

for (const [where, folder] of [["a plain path", "site"], ["a path with spaces and accents", "Ma clinique (été) 100% ü"]]) {
  test(`opened from disk at ${where}, with no server, to one's own timeline`, async ({ page }, info) => {
    const path = info.outputPath(folder, "needlewise.html");
    mkdirSync(info.outputPath(folder), { recursive: true });
    copyFileSync(`${site}/needlewise.html`, path);
    await open(page, pathToFileURL(path).href);
    await button(page, "Start the questions").click();
    await fillBySection(page, person);
    await theResultAndTheTimeline(page);
    expect(page.requests.filter(({ url }) => !url.startsWith("data:")).map(({ url }) => url)).toEqual([pathToFileURL(path).href]);
  });
}

test("a question's help is read out with it, and a date stands in words beside its field", async ({ page }) => {
  await open(page);
  await button(page, "Start the questions").click();
  await fillBySection(page, { ...healthy, "planned-date": "2026-03-30" }, {
    async each({ linkId }) {
      if (linkId === "planning") await expect(page.getByText("Monday 30 March 2026, in 4 weeks", { exact: true })).toBeVisible();
    },
  });
  await expect(page.getByText("Monday 30 March 2026, in 4 weeks")).toBeVisible();
  await button(page, `Change: ${question("diabetes").text}`).click();
  const described = await group(page, "diabetes").getAttribute("aria-describedby");
  if (described) await expect(page.locator(`[id="${described}"]`)).not.toHaveText("");
  await expect(control(page, "diabetes", "no")).toBeChecked();
});
