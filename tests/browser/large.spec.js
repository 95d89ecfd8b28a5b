// A form of 1000 questions in one section: in parts, each of them whole for find and screen readers.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { serve } from "../bench/figures.mjs";
import { writeLargeForm } from "../support/large_form.mjs";
import { printedQuestionnaire, root } from "./support/site.js";
import { button, expect, open, settled, test, title } from "./support/test.js";

const folder = `${root}build/large-form-test-${process.pid}`; // every worker makes its own
let server;

test.beforeAll(async () => {
  writeLargeForm(folder, 1000, 0);
  execFileSync(process.execPath, [`${root}web/tools/assemble.mjs`, "--protocol", folder, "--output", `${folder}/site`], { stdio: "ignore" });
  server = await serve(`${folder}/site`);
});
test.afterAll(() => {
  server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const group = (page, number) => page.locator(`[id="q/question-${number}"], [id="q/question-${number}/group"]`);

// The questions on the page by their numbers.
const asked = (page) => page.evaluate(() =>
  [...document.querySelectorAll("#nw-content fieldset")].map(({ id }) => Number(/question-(\d+)/.exec(id)[1])));

// Every change of the form's elements while something is done, by the id of what it belongs to.
async function changedBy(page, act) {
  await settled(page);
  await page.evaluate(() => {
    globalThis.changedIds = [];
    new MutationObserver((changes) => {
      for (const { target, addedNodes, removedNodes } of changes) {
        for (const node of [...addedNodes, ...removedNodes].length > 0 ? [...addedNodes, ...removedNodes] : [target]) {
          const element = node instanceof Element ? node : node.parentElement;
          globalThis.changedIds.push((element?.id || element?.querySelector("[id]")?.id || element?.closest("[id]")?.id) ?? "");
        }
      }
    }).observe(document.querySelector("#nw-content main"), { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await act();
  await settled(page);
  return page.evaluate(() => globalThis.changedIds);
}

test("every question is asked once, part by part, and all answers can be looked over", async ({ page }) => {
  test.setTimeout(150_000);
  await open(page, server.address);
  await button(page, "Start the questions").click();
  const seen = [];
  for (let parts = 0; parts < 40; ++parts) {
    await settled(page);
    if (await title(page, "Check your answers").isVisible()) break;
    const here = await asked(page);
    expect(here.length).toBeLessThanOrEqual(42);
    seen.push(...here);
    await button(page, "Next").click();
    await settled(page);
    const skip = button(page, "Skip this for now");
    if (await skip.isVisible()) await skip.click();
  }
  const unopened = (number) => number % 10 === 2; // nobody gave the answer that opens them
  expect(seen).toEqual(Array.from({ length: 1000 }, (_, at) => at + 1).filter((number) => !unopened(number)));
  await expect(page.getByRole("button", { name: /^Change: Question \d+:/ })).toHaveCount(900);
});

test("an answer opens its follow-up, and one that opens nothing changes nothing else", async ({ page }) => {
  await open(page, server.address);
  await button(page, "Start the questions").click();
  await expect(group(page, 1)).toBeVisible();
  const quiet = await changedBy(page, () => group(page, 8).getByRole("radio", { name: "Answer 2 to question 8" }).check());
  expect(quiet.filter((id) => !id.startsWith("q/question-8"))).toEqual([]);

  await expect(group(page, 2)).toHaveCount(0);
  const opening = await changedBy(page, () => page.getByRole("radiogroup", { name: /^Question 1:/ })
    .getByRole("radio", { name: "Answer 1 to question 1", exact: true }).check());
  await expect(page.getByRole("radiogroup", { name: "Question 2: and what came of that?" })).toBeVisible();
  // Later questions move as wholes: nothing in them is touched.
  expect(opening.filter((id) => /question-([3-9]|\d\d)\/(option|yes|no)/.test(id))).toEqual([]);
});

test("what other programs get is the questionnaire of this page", async ({ request }) => {
  const text = await (await request.get(`${server.address}/questionnaire.json`)).text();
  expect(text).toContain('"question-999"');
  expect(text === printedQuestionnaire(folder)).toBe(true); // too long to be compared in words
});
