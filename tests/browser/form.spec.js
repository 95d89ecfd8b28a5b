// The form's own ways: follow-ups, going on by itself, wrong dates, gaps, the figure, changing answers later.
import { answer, control, fillBySection, group, healthy, label, question, rush, step, toResult, toReview } from "./support/form.js";
import { button, expect, open, said, settled, test, title } from "./support/test.js";

const atSection = async (page, name) => {
  await open(page);
  await button(page, "Start the questions").click();
  await page.getByRole("region", { name: "Sections" }).getByRole("button", { name, exact: true }).click();
  await expect(title(page, name)).toBeVisible();
};
const region = (page, name) => page.getByRole("region", { name, exact: true });

test("a follow-up comes and goes with the answer that opens it, and what was said in it comes back", async ({ page }) => {
  await atSection(page, "Medicines and allergies");
  await expect(group(page, "isotretinoin-last-date")).toHaveCount(0);
  await answer(page, "isotretinoin", "past-12-months");
  await expect(group(page, "isotretinoin-last-date")).toBeVisible();
  await answer(page, "isotretinoin-last-date", "2025-12-24");
  await answer(page, "isotretinoin", "never");
  await expect(group(page, "isotretinoin-last-date")).toHaveCount(0);
  await answer(page, "isotretinoin", "past-12-months");
  await expect(control(page, "isotretinoin-last-date")).toHaveValue("2025-12-24");
  await expect(page.getByText("Wednesday 24 December 2025, about 10 weeks ago", { exact: true })).toBeVisible();
});

test("of two options in one frame the last counts, whatever their order on the page", async ({ page }) => {
  await atSection(page, "Medicines and allergies");
  const press = (...codes) => page.evaluate((ids) => ids.forEach((id) => document.getElementById(id).click()), codes.map((code) => `q/isotretinoin/${code}`));
  await press("now", "never");
  await settled(page);
  await expect(control(page, "isotretinoin", "never")).toBeChecked();
  await press("never", "now");
  await settled(page);
  await expect(control(page, "isotretinoin", "now")).toBeChecked();
});

test("'None of these' and the other answers put each other out", async ({ page }) => {
  await atSection(page, "Your health");
  await answer(page, "heart", ["heart-disease", "pacemaker"]);
  await answer(page, "heart", "none");
  await expect(control(page, "heart", "heart-disease")).not.toBeChecked();
  await expect(control(page, "heart", "pacemaker")).not.toBeChecked();
  await answer(page, "heart", "rhythm-problem");
  await expect(control(page, "heart", "none")).not.toBeChecked();
  await control(page, "heart", "rhythm-problem").click();
  await expect(control(page, "heart", "rhythm-problem")).not.toBeChecked();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a tapped choice goes on by itself, but not before it could be seen", async ({ page }) => {
    await open(page);
    await button(page, "Start the questions").tap();
    await expect(page.getByRole("checkbox", { name: "Go on by itself after I tap an answer" })).toBeChecked();
    // Timed inside the page: from the tap's click to the next question.
    const waited = page.evaluate(() => new Promise((resolve) => {
      let begin = 0;
      document.addEventListener("click", () => (begin = performance.now()), { once: true, capture: true });
      new MutationObserver((_, observer) => {
        if (document.getElementById("q/age-band")) return;
        observer.disconnect();
        resolve(performance.now() - begin);
      }).observe(document.getElementById("nw-content"), { subtree: true, childList: true });
    }));
    await answer(page, "age-band", "22-plus", "tap");
    await expect(group(page, "pregnancy")).toBeVisible();
    expect(await waited).toBeGreaterThanOrEqual(380); // 400 ms of frame time
    // Several answers can be ticked: never by itself.
    await answer(page, "pregnancy", "none", "tap");
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
    await expect(group(page, "pregnancy")).toBeVisible();
  });

  test("going on by itself can be switched off", async ({ page }) => {
    await open(page);
    await button(page, "Start the questions").tap();
    const advance = page.getByRole("checkbox", { name: "Go on by itself after I tap an answer" });
    await advance.tap();
    await expect(advance).not.toBeChecked();
    await answer(page, "age-band", "22-plus", "tap");
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
    await expect(group(page, "age-band")).toBeVisible();
    await expect(control(page, "age-band", "22-plus")).toBeChecked();
    await button(page, "Next").tap();
    await expect(group(page, "pregnancy")).toBeVisible();
  });

  test("a choice that opens a follow-up stays, and 'Back' before the time is up is not overtaken", async ({ page }) => {
    await open(page);
    await button(page, "Start the questions").tap();
    await answer(page, "age-band", "22-plus", "tap");
    await button(page, "Back").tap();
    await expect(page.getByRole("heading", { level: 1, name: "Thinking about microneedling?" })).toBeVisible();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
    await expect(page.getByRole("heading", { level: 1, name: "Thinking about microneedling?" })).toBeVisible();
  });

  test("a region of the figure that is tapped ticks its box, and the other way round", async ({ page }) => {
    await open(page);
    await button(page, "Start the questions").tap();
    await answer(page, "age-band", "22-plus", "tap");
    await expect(group(page, "pregnancy")).toBeVisible();
    await answer(page, "pregnancy", "none", "tap");
    await button(page, "Next").tap();
    await answer(page, "concerns", "fine-lines", "tap");
    await button(page, "Next").tap();
    await expect(group(page, "area")).toBeVisible();
    await page.locator('[id="figure/lips"]').tap();
    await expect(control(page, "area", "lips")).toBeChecked();
    await page.locator('[id="figure/chest"]').tap();
    await expect(control(page, "area", "chest")).toBeChecked();
    await expect(control(page, "area", "lips")).toBeChecked();
    await page.locator('[id="figure/lips"]').tap();
    await expect(control(page, "area", "lips")).not.toBeChecked();
    // The other way round it shows in the painting only.
    const scalp = await page.locator('[id="figure/scalp"]').boundingBox();
    const before = await page.screenshot({ clip: scalp });
    await answer(page, "area", "scalp", "tap");
    await expect(control(page, "area", "scalp")).toBeChecked();
    await expect.poll(async () => (await page.screenshot({ clip: scalp })).equals(before)).toBe(false);
  });
});

test.describe("dates", () => {
  const toSunburn = async (page) => {
    await atSection(page, "Recent treatments and events");
    await answer(page, "recent-4-weeks", "sunburn");
    await expect(control(page, "sunburn-date")).toBeVisible();
  };
  const isWrong = async (page, linkId, message) => {
    const field = control(page, linkId);
    const text = group(page, linkId).getByText(message, { exact: true });
    await expect(text).toBeVisible();
    await expect(field).toHaveAttribute("aria-invalid", "true");
    const describes = (await field.getAttribute("aria-describedby")).split(" ");
    expect(describes).toContain(await text.getAttribute("id"));
    await expect.poll(async () => (await said(page)).filter(({ live }) => live === "assertive").map(({ text }) => text)).toContain(message);
  };

  test("one in the future is refused where only the past can be, at the field and out loud", async ({ page }) => {
    await toSunburn(page);
    await answer(page, "sunburn-date", "2026-03-03");
    await isWrong(page, "sunburn-date", "This date is in the future. Please give the day it happened, or leave it blank.");
    await answer(page, "sunburn-date", "2026-03-02");
    await expect(control(page, "sunburn-date")).not.toHaveAttribute("aria-invalid", "true");
    await expect(page.getByText("Monday 2 March 2026, today", { exact: true })).toBeVisible();
  });

  test("one that has passed is refused where only the future can be", async ({ page }) => {
    await atSection(page, "Planning");
    await answer(page, "planned-date", "2026-03-01");
    await isWrong(page, "planned-date", "This date has passed. Please give today or a later day, or leave it blank.");
    await answer(page, "planned-date", "2026-03-03");
    await expect(page.getByText("Tuesday 3 March 2026, tomorrow", { exact: true })).toBeVisible();
  });

  test("one too far away is refused", async ({ page }) => {
    await toSunburn(page);
    await answer(page, "sunburn-date", "1899-12-31");
    await isWrong(page, "sunburn-date", "This date is too far away. Please check the year.");
  });

  test("half a date is an error, not 'not known'", async ({ page }) => {
    await toSunburn(page);
    await control(page, "sunburn-date").click({ position: { x: 20, y: 20 } });
    await page.keyboard.type("0202"); // day and month, no year
    await group(page, "recent-4-weeks").getByRole("checkbox").first().focus();
    await isWrong(page, "sunburn-date", "This is not a full date. Please give day, month and year, or leave it blank.");
    await button(page, "Next").click();
    await expect(title(page, "Recent treatments and events")).toBeVisible();
  });

  test("a day that does not exist is an error", async ({ page }) => {
    await toSunburn(page);
    await control(page, "sunburn-date").click({ position: { x: 20, y: 20 } });
    await page.keyboard.type("13022025");
    const dayFirst = (await control(page, "sunburn-date").inputValue()) === "2025-02-13"; // the order is the browser's
    await control(page, "sunburn-date").fill("");
    await group(page, "recent-4-weeks").getByRole("checkbox").first().focus();
    await control(page, "sunburn-date").click({ position: { x: 20, y: 20 } });
    await page.keyboard.type(dayFirst ? "30022025" : "02302025");
    expect(await control(page, "sunburn-date").evaluate((field) => [field.value, field.validity.badInput])).toEqual(["", true]);
    await group(page, "recent-4-weeks").getByRole("checkbox").first().focus();
    await isWrong(page, "sunburn-date", "This is not a full date. Please give day, month and year, or leave it blank.");
    await answer(page, "sunburn-date", "2026-02-28");
    await expect(page.getByText("Saturday 28 February 2026, 2 days ago", { exact: true })).toBeVisible();
    await expect(control(page, "sunburn-date")).not.toHaveAttribute("aria-invalid", "true");
  });

  test("'I don't know the date' goes with an empty field and says so in the review", async ({ page }) => {
    await toSunburn(page);
    const unknown = group(page, "sunburn-date").getByRole("checkbox", { name: "I don't know the date" });
    await answer(page, "sunburn-date", "2026-02-02");
    await unknown.click();
    await expect(unknown).toBeChecked();
    await expect(control(page, "sunburn-date")).toHaveValue("");
    await answer(page, "sunburn-date", "2026-02-02");
    await expect(unknown).not.toBeChecked();
    await unknown.click();
    await rush(page, { ...healthy, "recent-4-weeks": ["sunburn"] });
    const row = page.getByRole("listitem").filter({ has: page.getByText(question("sunburn-date").text, { exact: true }) });
    await expect(row).toContainText("You said you do not know");
  });
});

test("when the day changes, so does what is said of a date", async ({ page }) => {
  await atSection(page, "Planning");
  await answer(page, "planned-date", "2026-03-03");
  await expect(page.getByText("Tuesday 3 March 2026, tomorrow", { exact: true })).toBeVisible();
  await page.evaluate(() => {
    globalThis.watched.later = 2 * 86_400_000;
    document.dispatchEvent(new Event("visibilitychange")); // the device woke up
  });
  await expect(page.getByText("Tuesday 3 March 2026, yesterday", { exact: true })).toBeVisible();
  await expect(group(page, "planned-date")).toContainText("This date has passed.");
});

test("a section gone back to is not the end of the form: 'Next' goes on from there", async ({ page }) => {
  await open(page);
  await button(page, "Start the questions").click();
  await answer(page, "age-band", "22-plus");
  await answer(page, "pregnancy", "none");
  await button(page, "Next").click();
  await region(page, "Sections").getByRole("button", { name: "About you", exact: true }).click();
  await expect(title(page, "About you")).toBeVisible();
  await button(page, "Next").click();
  await expect(title(page, "Your goals")).toBeVisible();
  for (const name of ["About you", "Your goals", "About you"]) {
    await page.goBack();
    await expect(title(page, name)).toBeVisible();
  }
  await page.goBack();
  await button(page, "Go on where I was").click();
  await expect(title(page, "Your goals")).toBeVisible();
  await answer(page, "concerns", "fine-lines");
  await expect(button(page, "Next")).toBeVisible();
});

test("what is missing is said, marked and announced, and can be skipped for now", async ({ page }) => {
  await open(page);
  await button(page, "Start the questions").click();
  await button(page, "Next").click();
  const missing = region(page, "Something is missing");
  await expect(missing).toContainText("Some answers on this page are missing or need a look.");
  await expect(group(page, "age-band")).toContainText('Please choose an answer.');
  await expect(group(page, "pregnancy")).toContainText("Please tick all that fit");
  expect((await said(page)).filter(({ live }) => live === "assertive").map(({ text }) => text).join(" ")).toContain("Some answers on this page are missing");
  await expect(control(page, "age-band", "under-18")).toBeFocused();
  await answer(page, "age-band", "22-plus");
  await expect(group(page, "age-band")).not.toContainText("Please choose an answer");
  await button(page, "Skip this for now").click();
  await expect(title(page, "Your goals")).toBeVisible();
});

test("the review says what was left out and because of which answer, and leads to a question and back", async ({ page }) => {
  await open(page);
  await toReview(page);
  const isotretinoin = question("isotretinoin");
  await page.getByRole("button", { name: /^Questions we left out \(\d+\)$/ }).click();
  const left = page.getByRole("listitem").filter({ has: page.getByText(question("isotretinoin-last-date").text, { exact: true }) });
  await expect(left).toContainText(`Left out because of your answer to "${isotretinoin.text}": ${label("isotretinoin", "never")}.`);
  const notAsked = page.getByRole("listitem").filter({ has: page.getByText(question("scar-kind").text, { exact: true }) });
  await expect(notAsked).toContainText(label("concerns", "fine-lines"));

  await button(page, `Change: ${isotretinoin.text}`).click();
  await expect(control(page, "isotretinoin", "never")).toBeChecked();
  await answer(page, "isotretinoin", "now");
  await button(page, "Back to my answers").click();
  await expect(title(page, "Check your answers")).toBeVisible();
  const row = page.getByRole("listitem").filter({ has: button(page, `Change: ${isotretinoin.text}`) });
  await expect(row).toContainText(label("isotretinoin", "now"));
});

test("what is open is named in the review, and its first question is one press away", async ({ page }) => {
  await open(page);
  const { diabetes, ...rest } = healthy;
  await toReview(page, rest);
  await expect(page.getByText("Some questions still need an answer, or an answer needs a look.")).toBeVisible();
  await button(page, "Go to the first one").click();
  await expect(group(page, "diabetes")).toBeVisible();
  await answer(page, "diabetes", diabetes);
  await button(page, "Back to my answers").click();
  await expect(page.getByText("Some questions still need an answer, or an answer needs a look.")).toHaveCount(0);
});

test("a change after the result says what it did", async ({ page }) => {
  await open(page);
  await toResult(page);
  await expect(page.locator("[data-outcome]")).toHaveAttribute("data-outcome", "clear");
  await button(page, "Change my answers").click();
  await button(page, `Change: ${question("isotretinoin").text}`).click();
  await answer(page, "isotretinoin", "past-12-months");
  const change = region(page, "What your changes did");
  await expect(change).toContainText("New points:");
  await expect(change).toContainText(question("isotretinoin-last-date").text);
  await answer(page, "isotretinoin", "never");
  await expect(change).toHaveCount(0);
  await answer(page, "isotretinoin", "now");
  await button(page, "Back to my answers").click();
  await expect(region(page, "What your changes did")).toContainText(/Before: .+\. Now: .+\./);
  await button(page, "See my result").click();
  await expect(region(page, "What your changes did")).toContainText("New points:");
});

test("when the area changes, the answers that speak of it are looked at again", async ({ page }) => {
  await open(page);
  await toReview(page);
  await button(page, `Change: ${question("area").text}`).click();
  await answer(page, "area", "neck");
  await button(page, "Back to my answers").click();
  await expect(page.getByText("You changed the area. Please look again at the answers that speak of it.")).toBeVisible();
  await expect(page.getByText("You changed the area: is this still right?").first()).toBeVisible();
  const before = await page.getByText("You changed the area: is this still right?").count();
  await button(page, "Look at them now").click();
  await expect(group(page, "skin-today")).toContainText("You changed the area. Is this answer still right?");
  await group(page, "skin-today").getByRole("button", { name: "Yes, still right" }).click();
  await expect(group(page, "skin-today")).not.toContainText("You changed the area");
  await answer(page, "changing-mole", "not-sure"); // a new answer is a look, too
  await expect(group(page, "changing-mole")).not.toContainText("You changed the area");
  await button(page, "Back to my answers").click();
  expect(await page.getByText("You changed the area: is this still right?").count()).toBeLessThan(before);
});

test("the browser's Back and Forward go through the form and keep the answers", async ({ page }) => {
  await open(page);
  await button(page, "Start the questions").click();
  await fillBySection(page, healthy);
  const way = ["Planning", "Recent treatments and events", "Medicines and allergies", "Your health"];
  for (const name of way) {
    await page.goBack();
    await expect(title(page, name)).toBeVisible();
    await expect(title(page, name)).toBeFocused();
  }
  await expect(control(page, "diabetes", "no")).toBeChecked();
  for (const name of [...way.slice(0, -1).reverse(), "Check your answers"]) {
    await page.goForward();
    await expect(title(page, name)).toBeVisible();
  }
  await page.goBack();
  await expect(control(page, "planned-date")).toHaveValue(healthy["planned-date"]);
  // The page's own Back goes the same way: no step is there twice.
  await button(page, "Back").click();
  await expect(title(page, "Recent treatments and events")).toBeVisible();
  await page.goForward();
  await expect(title(page, "Planning")).toBeVisible();
  await expect(step(page)).toHaveText(/^Step 8 of 8$/);
});

test("'Start again' asks first, and then begins with nothing", async ({ page }) => {
  await open(page);
  await toResult(page);
  await button(page, "Start again").click();
  await button(page.getByRole("dialog"), "Yes, delete everything").click();
  await expect(page.getByRole("heading", { level: 1, name: "Thinking about microneedling?" })).toBeVisible();
  await button(page, "Start the questions").click();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
});
