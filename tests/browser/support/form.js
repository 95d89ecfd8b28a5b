// Ways through the form on the page.
import { healthy, isAsked, label, question, sections } from "./questionnaire.js";
import { readResult } from "./result.js";
import { button, expect, pictureVersion, textVersion, title } from "./test.js";

export * from "./questionnaire.js";
export { judged } from "./result.js";

// A question's group by its text, and by an option where other questions have the same text.
export function group(page, linkId) {
  const { text, options, repeats, type } = question(linkId);
  const found = page.getByRole(type === "choice" && !repeats ? "radiogroup" : "group", { name: text, exact: true });
  return options.length === 0 ? found : found.filter({ has: page.getByRole(repeats ? "checkbox" : "radio", { name: options[0].label, exact: true }) });
}
export function control(page, linkId, code) {
  const { text, repeats, type } = question(linkId);
  if (type === "date") return page.getByLabel(text, { exact: true }).and(page.locator("input[type=date]"));
  if (type === "integer") return page.getByRole("spinbutton", { name: text, exact: true });
  return group(page, linkId).getByRole(repeats ? "checkbox" : "radio", { name: label(linkId, code), exact: true });
}

// way: "click" or "tap".
export async function answer(page, linkId, value, way = "click") {
  const { type } = question(linkId);
  for (const one of [value].flat()) {
    const target = control(page, linkId, one);
    if (type !== "choice") await target.fill(String(one));
    else await target[way]();
  }
}

export const step = (page) => page.getByRole("main").getByText(/^Step \d+ of \d+$/);

// From the first section to the review, section by section, with the mouse. skip: goes on over what is missing or wrong.
export async function fillBySection(page, answers, { each = async () => {}, skip = false } = {}) {
  for (const section of sections) {
    await expect(title(page, section.text)).toBeVisible();
    for (const one of section.questions) {
      if (!isAsked(one, answers)) {
        await expect(group(page, one.linkId), `${one.linkId} is not asked`).toHaveCount(0);
      } else if (answers[one.linkId] !== undefined) {
        await answer(page, one.linkId, answers[one.linkId]);
      }
    }
    await each(section);
    await button(page, "Next").click();
    if (skip) {
      const onward = button(page, "Skip this for now");
      await expect(onward.or(title(page).filter({ hasNotText: section.text }))).toBeVisible();
      if (await onward.isVisible()) await onward.click();
    }
  }
  await expect(title(page, "Check your answers")).toBeVisible();
}

// --- fast, for tests that are about what comes after the form ---

// Fills in the form by real control events from inside the page, from wherever it stands in the form to the review.
// Leaves gaps and wrong dates as they are. In the plain view meanwhile: software paints large canvases slowly.
export async function rush(page, answers) {
  const painted = await page.locator("canvas").isVisible();
  if (painted) await textVersion(page);
  await page.evaluate(async (answers) => {
    const frames = (count) => new Promise((resolve) => {
      const next = () => (count-- > 0 ? requestAnimationFrame(next) : resolve());
      next();
    });
    const find = (id) => document.getElementById(id);
    const until = async (condition, what) => {
      for (let tries = 0; tries < 600; ++tries) {
        if (condition()) return;
        await frames(1);
      }
      throw new Error(`waited in vain for ${what}`);
    };
    // Whether there was anything to do: then follow-ups may come.
    function fillIn() {
      let changed = false;
      for (const [linkId, values] of Object.entries(answers)) {
        for (const one of [values].flat()) {
          const choice = find(`q/${linkId}/${one}`);
          const field = find(`q/${linkId}`);
          if (choice && !choice.checked) {
            choice.click();
          } else if (!choice && field instanceof HTMLInputElement && field.value !== String(one)) {
            field.focus();
            field.value = one;
            field.dispatchEvent(new Event("input", { bubbles: true }));
            field.dispatchEvent(new Event("change", { bubbles: true }));
            field.blur();
          } else {
            continue;
          }
          changed = true;
        }
      }
      return changed;
    }
    for (let pages = 0; pages < 80; ++pages) {
      await until(() => find("questions/next") || find("review/title"), "a page of the form");
      if (find("review/title")) return;
      const here = () => [find("questions/step")?.textContent.split(" of ")[0], find("questions/title")?.textContent].join();
      const before = here();
      while (fillIn()) await frames(3);
      find("questions/next").click();
      await until(() => here() !== before || find("questions/skip"), "the next page");
      if (here() !== before) continue;
      find("questions/skip").click();
      await until(() => here() !== before, "the page after skipping");
    }
    throw new Error("the form does not end");
  }, answers);
  if (painted) await pictureVersion(page);
}

export async function toReview(page, answers = healthy) {
  await button(page, "Start the questions").click();
  await expect(step(page)).toBeVisible();
  await rush(page, answers);
  await expect(title(page, "Check your answers")).toBeVisible();
}
export async function toResult(page, answers = healthy) {
  await toReview(page, answers);
  await button(page, "See my result").click();
  await expect(page.getByRole("region", { name: "Your result" })).toBeVisible();
}
export async function toTimeline(page, answers = healthy) {
  await toResult(page, answers);
  await button(page, "See my timeline").click();
  await expect(title(page, "Your timeline")).toBeVisible();
}

// What the result says, as in the output of `needlewise assess`.
export const shownResult = (page) => page.locator("[data-outcome]").evaluate(readResult);
