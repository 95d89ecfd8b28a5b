// Example plans for two people at one screen, without any answers.
import { button, expect, open, settled, test, textVersion, title } from "./support/test.js";

test.use({ reducedMotion: "reduce" });

const sessions = (page, plan) => page.locator(`[id="present/plan-${plan}/list"]`).getByRole("listitem");
const slider = (page, name) => page.getByRole("slider", { name, exact: true });
async function present(page) {
  await open(page);
  await button(page, "Example plan").click();
  await expect(title(page, "Example plan")).toBeFocused();
}

test("starts from a date without questions, and says that it is an example", async ({ page }) => {
  await present(page);
  await expect(page.getByText(/^An example to look at together\./)).toBeVisible();
  await expect(sessions(page, 1)).toHaveCount(3);
  await page.getByLabel("First session").fill("2026-05-04");
  await expect(sessions(page, 1).first()).toContainText("Monday 4 May 2026");
  await expect(sessions(page, 1).nth(1)).toContainText("Monday 1 June 2026");
  await page.getByLabel("First session").fill("2026-02-01"); // looking back is no treatment
  await expect(sessions(page, 1).first()).toContainText("Sunday 1 February 2026");
  await expect(page.getByText(/Counted from your treatment/)).toHaveCount(0);
});

test("two plans beside each other against an event, with the keyboard alone", async ({ page }) => {
  await present(page);
  await page.getByLabel("First session").fill("2026-05-04");
  await page.getByRole("checkbox", { name: "Compare two plans" }).press("Space");
  await expect(sessions(page, 2)).toHaveCount(4);
  await expect(slider(page, "Time between sessions, Plan B")).toHaveAttribute("aria-valuetext", "Time between sessions: 6 weeks");
  await page.getByLabel(/^A big event/).fill("2026-07-04");
  await expect(sessions(page, 1).last()).toContainText(/Close to your event|Too close to your event/);
  await expect(page.getByText("The event is on day 5 after session 3.")).toBeVisible();
  await slider(page, "Number of sessions, Plan A").press("ArrowLeft");
  await expect(sessions(page, 1)).toHaveCount(2);
  await slider(page, "Time between sessions, Plan A").press("ArrowRight");
  await expect(sessions(page, 1).last()).toContainText("Monday 8 June 2026");
  await slider(page, "Time between sessions, Plan A").press("Home");
  await expect(page.getByText("This time between sessions is outside the usual range.")).toBeVisible();
  await expect(sessions(page, 1).last()).toContainText("Closer than your clinic");
});

test("concerns change the plan, and one without a plan has none", async ({ page }) => {
  await present(page);
  await button(page, "What is it for?").click();
  await page.getByRole("checkbox", { name: /hair/i }).click();
  await expect(page.getByText(/no plan for hair loss/)).toBeVisible();
  await expect(sessions(page, 1)).toHaveCount(0);
  await page.getByRole("checkbox", { name: /hair/i }).click();
  await page.getByRole("checkbox", { name: /stretch marks/i }).click();
  await expect(sessions(page, 1).first()).toBeVisible();
});

test("the arrow keys step through the days of the chosen plan", async ({ page }) => {
  await present(page);
  await page.getByRole("checkbox", { name: "Compare two plans" }).click();
  const day = slider(page, "Day after the session");
  await expect(day).toHaveAttribute("aria-valuetext", /^Day 0, /);
  await day.press("ArrowRight");
  await day.press("ArrowRight");
  await expect(day).toHaveAttribute("aria-valuetext", /^Day 2, /);
  await page.getByRole("radio", { name: "Plan B" }).click();
  await page.getByRole("radio", { name: "Session 2" }).click();
  await expect(day).toHaveAttribute("aria-valuetext", /^Day 2, /);
});

test("opens at its address, in large type, and leaves no answers behind", async ({ page }) => {
  await page.goto("/#present");
  await expect(title(page, "Example plan")).toBeVisible();
  const large = await title(page, "Example plan").evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
  await page.getByLabel(/^A big event/).fill("2027-07-04");
  await button(page, "Back").click();
  await expect(button(page, "Start the questions")).toBeVisible(); // not "Go on": nothing was answered
  await button(page, "Delete my answers").click();
  await button(page.getByRole("dialog"), "Yes, delete everything").click();
  await button(page, "Example plan").click();
  await expect(page.getByLabel(/^A big event/)).toHaveValue("");
  await textVersion(page);
  await settled(page);
  expect(large).toBeGreaterThan(30);
  await expect(title(page, "Example plan")).toBeVisible();
});
