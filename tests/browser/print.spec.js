// What comes out of a printer: all of it, nothing else, whole, and in black on white.
import { readFileSync } from "node:fs";
import { healthy, isAsked, judged, label, questions, response, toResult, toReview, toTimeline } from "./support/form.js";
import { holdDialog, ink, onPaper, plain } from "./support/paper.js";
import { fillIn, press } from "./support/pseudo.js";
import { judge, root, today } from "./support/site.js";
import { button, expect, open, test, title } from "./support/test.js";

const words = JSON.parse(readFileSync(`${root}assets/protocols/microneedling/words/en.json`, "utf8"));

// With much to say: six sessions, an event, points of three levels.
const busy = {
  ...healthy, "sessions-planned": 6, "event-date": "2026-07-04", allergies: ["hay-fever"], medicines: ["blood-thinner"],
  pigment: ["easy-dark-marks"], "skin-conditions": ["cold-sores"],
};
const withDoubts = { ...busy, heart: ["not-sure"], isotretinoin: "not-sure", "recent-illness": ["not-sure"] };

const findingsOf = (answers) => judge([{ today, response: response(answers) }])[0].findings;

async function toPrint(page, answers, whom) {
  await open(page);
  await toResult(page, answers);
  await button(page, "Take it with you").click();
  await expect(title(page, "Take it with you")).toBeFocused();
  await button(page, `Print for ${whom}`).click();
  await expect.poll(() => page.evaluate(() => globalThis.printed)).toBe(1);
}
// The rows and items of the page for paper, which may not be cut.
const wholeParts = (page) => page.locator("#print :is(.rows tr, .grid tbody tr, li)").evaluateAll((parts) =>
  parts.flatMap((part) => (part.cells ? [...part.cells] : [part]).map(({ textContent }) => textContent).filter(Boolean).slice(-1)));

test.beforeEach(({ page }) => page.addInitScript(holdDialog));

for (const format of ["A4", "Letter"]) {
  for (const [name, answers] of Object.entries({ "little to say": healthy, "much to say": busy })) {
    test(`for the patient on ${format}, with ${name}: two sheets with result, days and red flags`, async ({ page }) => {
      await toPrint(page, answers, "me");
      const parts = (await wholeParts(page)).map(plain);
      const { sheets } = await onPaper(page, format);
      const all = sheets.join(" ");
      expect(sheets.length).toBeLessThanOrEqual(2);
      for (const sheet of sheets) expect(sheet).toMatch(/^My microneedling plan Monday 2 March 2026/);
      for (const part of parts) expect(sheets.some((sheet) => sheet.includes(part)), `whole on one sheet: ${part}`).toBe(true);
      for (const { id } of findingsOf(answers)) expect(all).toContain(words[`rule/${id}/title`]);
      for (const text of ["Session 1 Saturday 4 April 2026", "Session 3 Saturday 30 May 2026", words["timeline/day-0/text"],
        words["timeline/prep-no-tan/text"], words["timeline/step-needling/text"], words["timeline/hands-off/text"],
        words["red-flag/flag-breathing"], "Call your local emergency number", words["red-flags/worried"]]) expect(all).toContain(text);
    });
  }

  test(`for the clinic on ${format}: one sheet with every answer, its finding and nothing that was not asked`, async ({ page }) => {
    await toPrint(page, withDoubts, "my clinic");
    const { sheets } = await onPaper(page, format);
    expect(sheets.length).toBe(1);
    for (const one of questions) {
      if (!isAsked(one, withDoubts)) {
        if (!questions.some((other) => other !== one && other.text.includes(one.text))) expect(sheets[0]).not.toContain(one.text);
        continue;
      }
      expect(sheets[0]).toContain(one.text);
      const codes = one.type === "choice" ? [withDoubts[one.linkId]].flat() : [];
      for (const code of codes) expect(sheets[0]).toContain(`${one.text} ${label(one.linkId, code)}`);
    }
    for (const { id, strength } of findingsOf(withDoubts)) {
      expect(sheets[0]).toContain(words[`rule/${id}/title`]);
      expect(sheets[0]).toContain(`${strength}: ${words[`strength/${strength}`]}`);
    }
    for (const text of ["To clarify: the patient was not sure", "Patient-reported, not verified.", "Not yet signed by a clinician."]) {
      expect(sheets[0]).toContain(text);
    }
  });
}

test("with more than a sheet holds, the clinic's table has its head again on the next and no row is cut", async ({ page }) => {
  const everything = { ...healthy };
  for (const { linkId, options, repeats } of questions) {
    if (repeats) everything[linkId] = options.filter(({ exclusive }) => !exclusive).map(({ code }) => code);
  }
  await toPrint(page, everything, "my clinic");
  const parts = (await wholeParts(page)).map(plain);
  const { sheets } = await onPaper(page);
  expect(sheets.length).toBeGreaterThan(1);
  for (const sheet of sheets.slice(0, 2)) expect(sheet).toMatch(/^My answers, for the clinic Patient-reported.*Question Answer Findings/);
  for (const part of parts) expect(sheets.some((sheet) => sheet.includes(part)), `whole on one sheet: ${part}`).toBe(true);
});

for (const tag of ["es", "fr", "de", "pt"]) {
  test(`with much to say in ${tag}, where words are longer, it still takes two sheets`, async ({ page }) => {
    await page.goto("/");
    await page.getByRole("combobox").selectOption(tag);
    await expect(page.locator("html")).toHaveAttribute("lang", tag);
    await press(page, "welcome/start");
    await fillIn(page, busy);
    for (const id of ["review/result", "result/timeline", "timeline/take", "take/print/patient"]) await press(page, id);
    await expect.poll(() => page.evaluate(() => globalThis.printed)).toBe(1);
    expect((await onPaper(page)).sheets.length).toBe(2);
  });
}

test("in Arabic it is set from right to left, with every finding, and nothing runs into its neighbour", async ({ page }) => {
  const arabic = JSON.parse(readFileSync(`${root}assets/protocols/microneedling/words/ar.json`, "utf8"));
  await page.goto("/");
  await page.getByRole("combobox").selectOption("ar");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await press(page, "welcome/start");
  await fillIn(page, busy);
  for (const id of ["review/result", "result/timeline", "timeline/take", "take/print/patient"]) await press(page, id);
  await page.emulateMedia({ media: "print" });
  const print = page.locator("#print");
  await expect(print).toBeVisible();
  const text = await print.evaluate((one) => one.textContent.replaceAll(/[\u2066-\u2069]/g, ""));
  for (const { id } of findingsOf(busy)) expect(text).toContain(arabic[`rule/${id}/title`].replaceAll(/[\u2066-\u2069]/g, ""));
  const laid = await print.evaluate((one) => {
    const [heading, note] = one.querySelector(".header").children;
    const box = (element) => element.getBoundingClientRect();
    const gaps = [...one.querySelectorAll(".rows tr")].map(({ cells: [name] }) => Number.parseFloat(getComputedStyle(name).paddingLeft));
    return {
      direction: getComputedStyle(one).direction, headed: box(heading).left > box(note).right,
      named: [...one.querySelectorAll(".rows tr")].every(({ cells: [name, said] }) => box(name).right > box(said).right), gap: Math.min(...gaps),
    };
  });
  expect(laid).toEqual({ direction: "rtl", headed: true, named: true, gap: 8 });
});

test("an answer that was hidden again is not printed", async ({ page }) => {
  await open(page);
  await toReview(page, { ...healthy, isotretinoin: "past-12-months", "isotretinoin-last-date": "2026-01-13" });
  await page.getByRole("button", { name: /^Change: Have you taken acne capsules/ }).click();
  await page.getByRole("radio", { name: label("isotretinoin", "never"), exact: true }).click();
  await button(page, "Back to my answers").click();
  await button(page, "See my result").click();
  await button(page, "Take it with you").click();
  await button(page, "Print for my clinic").click();
  await expect(page.locator("#print")).toBeAttached();
  const all = (await onPaper(page)).sheets.join(" ");
  expect(all).toContain(label("isotretinoin", "never"));
  expect(all).not.toContain("13 January 2026");
});

test("where treatment is not advised, no plan is printed", async ({ page }) => {
  await toPrint(page, { ...healthy, "changing-mole": "yes" }, "me");
  const all = (await onPaper(page)).sheets.join(" ");
  expect(all).toContain("There are no dates, as treatment is not advised right now.");
  expect(all).not.toContain("Session 1");
  expect(all).toContain(words["red-flag/flag-breathing"]);
});

test("the browser's own print gives the same page, which is gone afterwards and with a deletion", async ({ page }) => {
  await open(page);
  await toTimeline(page);
  expect((await onPaper(page)).sheets[0]).toMatch(/Your timeline/); // the screen: the page for paper is not there yet
  await button(page, "Take it with you").click();
  await expect.poll(async () => (await onPaper(page)).sheets[0]).toMatch(/^My microneedling plan/);
  await page.goBack();
  expect((await onPaper(page)).sheets[0]).toMatch(/^My microneedling plan/);
  await expect(page.locator("#print")).toHaveCount(0);
  await expect(page).toHaveTitle(/Your timeline/);
  await button(page, "Take it with you").click();
  await button(page, "Print for me").click();
  await expect(page.locator("#print")).toBeAttached();
  await expect(page.locator("#print")).toBeHidden(); // on the screen
  await button(page, "Delete my answers").click();
  await button(page.getByRole("dialog"), "Yes, delete everything").click();
  await expect(page.locator("#print")).toHaveCount(0);
  expect((await onPaper(page)).sheets[0]).toContain("Thinking about microneedling?");
});

test.describe("in a dark theme", () => {
  test.use({ colorScheme: "dark" });
  test("it is black on white, the page for paper and any other screen", async ({ page }) => {
    await open(page);
    await toReview(page);
    for (const printed of [await onPaper(page), await (async () => {
      await button(page, "See my result").click();
      await button(page, "Take it with you").click();
      await button(page, "Print for me").click();
      await expect(page.locator("#print")).toBeAttached();
      await page.emulateMedia({ media: "print" });
      const colors = await page.locator("#print :is(h1, h2, p, th, td, li)").evaluateAll((parts) => [...new Set(parts.map((part) => getComputedStyle(part).color))]);
      expect(colors).toEqual(["rgb(0, 0, 0)"]);
      await page.emulateMedia({ media: null });
      return onPaper(page);
    })()]) {
      const { share, edgeIsWhite } = ink(printed.pdf);
      expect(edgeIsWhite).toBe(true);
      expect(share).toBeLessThan(0.15);
      expect(share).toBeGreaterThan(0.002);
    }
  });
});
