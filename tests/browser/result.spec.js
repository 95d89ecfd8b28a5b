// The result on the page is the one of the native command, for many answers.
import { execFileSync } from "node:child_process";
import { fillBySection, healthy, judged, question, randomAnswers, response, rush, shownResult, toResult } from "./support/form.js";
import { judge, root, today } from "./support/site.js";
import { button, expect, open, test, textVersion, title } from "./support/test.js";

const expectedOf = (sets) => judge(sets.map((answers) => ({ today, response: response(answers) }))).map(judged);

async function again(page) {
  await button(page, "Start again").click();
  await button(page.getByRole("dialog"), "Yes, delete everything").click();
  await expect(page.getByRole("heading", { level: 1, name: "Thinking about microneedling?" })).toBeVisible();
}
const showResult = async (page) => {
  await button(page, "See my result").click();
  await expect(page.locator("[data-outcome]")).toBeVisible();
};

// By the mouse, in the painted view.
const kinds = [
  { name: "mostly harmless answers", seeds: [11, 12, 13, 14], options: { calm: 0.85 } },
  { name: "answers of every kind", seeds: [21, 22, 23, 24], options: { calm: 0.4 } },
  { name: "gaps and wrong dates", seeds: [31, 32, 33, 34], options: { calm: 0.7, gaps: 0.08, wrongDates: 0.3 } },
];
for (const { name, seeds, options } of kinds) {
  test(`clicked through: ${name}`, async ({ page }) => {
    test.slow();
    const sets = seeds.map((seed) => randomAnswers(seed, options));
    const expected = expectedOf(sets);
    await open(page);
    for (const [at, answers] of sets.entries()) {
      await button(page, "Start the questions").click();
      await fillBySection(page, answers, { skip: true });
      await showResult(page);
      expect(await shownResult(page), `seed ${seeds[at]}: ${JSON.stringify(answers)}`).toEqual(expected[at]);
      await again(page);
    }
  });
}

for (const first of [100, 200]) {
  test(`twenty people, one after another, from seed ${first}`, async ({ page }) => {
    test.slow();
    const seeds = Array.from({ length: 20 }, (_, at) => first + at);
    const sets = seeds.map((seed, at) => randomAnswers(seed, { calm: 0.3 + 0.03 * at, gaps: at % 4 === 3 ? 0.1 : 0, wrongDates: at % 5 === 4 ? 0.4 : 0 }));
    const expected = expectedOf(sets);
    expect(new Set(expected.map(({ outcome }) => outcome)).size, "outcomes that come up").toBeGreaterThanOrEqual(4);
    await open(page);
    await textVersion(page); // the painted view is clicked through above
    for (const [at, answers] of sets.entries()) {
      await button(page, "Start the questions").click();
      await rush(page, answers);
      await showResult(page);
      expect(await shownResult(page), `seed ${seeds[at]}: ${JSON.stringify(answers)}`).toEqual(expected[at]);
      await again(page);
    }
  });
}

test("a finding says why, what would change it, its sources, and where they differ", async ({ page }) => {
  await open(page);
  await toResult(page, { ...healthy, isotretinoin: "past-12-months", "isotretinoin-last-date": "2026-01-01" });
  const finding = page.locator('[data-finding="isotretinoin-recent"]');
  await expect(finding).toHaveAttribute("data-level", "defer");
  await finding.getByRole("button", { name: "Why, and what would change it" }).click();
  for (const text of ["Because you said", "What would change this", "Sources", "Sources differ", "For staff"]) {
    await expect(finding.getByText(text, { exact: true }).first()).toBeVisible();
  }
  await expect(finding).toContainText(question("isotretinoin").text);
  const links = finding.getByRole("link");
  for (const link of await links.all()) {
    expect(await link.getAttribute("href")).toMatch(/^https?:/);
    expect(await link.getAttribute("rel")).toContain("noreferrer");
    expect(await link.getAttribute("target")).toBe("_blank");
  }
});

test("what was not sure leads back to its question", async ({ page }) => {
  await open(page);
  await toResult(page, { ...healthy, diabetes: "not-sure" });
  const heading = page.getByRole("heading", { name: `Not sure: ${question("diabetes").text}` });
  await expect(heading).toBeVisible();
  await page.getByRole("listitem").filter({ has: heading }).getByRole("button", { name: "Look at this question again" }).click();
  await expect(page.getByRole("radiogroup", { name: question("diabetes").text })).toBeVisible();
  await button(page, "Back to my answers").click();
  await expect(title(page, "Check your answers")).toBeVisible();
});

// The command's own defaults are what the page is held against: it must be the one of this build.
test("page and command carry the same content", async ({ page }) => {
  const { version } = JSON.parse(execFileSync(`${root}build/native/needlewise`, ["assess", "--today", today, "-"], {
    input: JSON.stringify(response(healthy)), encoding: "utf8",
  })).protocol;
  await open(page);
  await expect(page.getByRole("contentinfo")).toContainText(version);
});
