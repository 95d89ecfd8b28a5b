// The timeline, the recovery check, urgent signs.
import { answer, control, group, healthy, question, toResult, toReview, toTimeline } from "./support/form.js";
import { button, expect, open, said, test, title } from "./support/test.js";

const region = (page, name) => page.getByRole("region", { name, exact: true });
const session = (page, number) => page.getByRole("list").getByRole("listitem").filter({ has: page.getByText(`Session ${number}`, { exact: true }) });
const slider = (page) => page.getByRole("slider", { name: "Day after the session" });

async function toTreated(page, date) {
  await button(page, "I have been treated already").click();
  await page.getByLabel("Day of the treatment").fill(date);
  await button(page, "Show my timeline").click();
  await expect(title(page, "Your timeline")).toBeVisible();
}

test("the slider goes by keyboard and mouse, and the day's card follows", async ({ page }) => {
  await open(page);
  await toTimeline(page); // session 1 on Saturday 4 April 2026
  await slider(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", "Day 1, 5 Apr");
  const card = region(page, "The day you chose");
  await expect(card.getByRole("heading", { name: "Day 1: Sunday 5 April 2026" })).toBeVisible();
  await expect(card.getByRole("list", { name: "Usual on this day" }).getByRole("listitem")).not.toHaveCount(0);

  const box = await slider(page).boundingBox();
  const last = Number(await slider(page).getAttribute("max"));
  const at = (day) => box.x + 13 + ((box.width - 26) * day) / last;
  await page.mouse.click(at(7), box.y + box.height / 2);
  await expect(slider(page)).toHaveValue("7");
  await expect(card.getByRole("heading", { name: "Day 7: Saturday 11 April 2026" })).toBeVisible();
  await page.mouse.move(at(7), box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(at(8), box.y + box.height / 2, { steps: 3 });
  await page.mouse.move(at(10), box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(slider(page)).toHaveValue("10");
  await expect(card.getByRole("heading", { name: "Day 10: Tuesday 14 April 2026" })).toBeVisible();
});

test.describe("with mouse and finger", () => {
  test.use({ hasTouch: true });

  test("one tap on a day of the chart opens it", async ({ page }) => {
    await open(page);
    await toTimeline(page);
    const picture = page.getByRole("img", { name: /^Drawing: on which days each sign/ });
    await picture.scrollIntoViewIfNeeded();
    const [box, track] = [await picture.boundingBox(), await slider(page).boundingBox()];
    const at = (day) => [track.x + 13 + ((track.width - 26) * day) / 28, box.y + box.height / 2];
    await page.mouse.click(...at(6));
    await expect(slider(page)).toHaveValue("6");
    await page.touchscreen.tap(...at(12));
    await expect(slider(page)).toHaveValue("12");
    await expect(region(page, "The day you chose").getByRole("heading", { name: /^Day 12: / })).toBeVisible();
  });
});

test("later days than the slider's have a button each", async ({ page }) => {
  await open(page);
  await toTimeline(page);
  const later = page.getByRole("button", { name: /^Days \d+ to \d+$/ }).first();
  const from = /\d+/.exec(await later.textContent())[0];
  await later.click();
  await expect(region(page, "The day you chose").getByRole("heading", { name: new RegExp(`^Day ${from}: `) })).toBeVisible();
});

test("the recovery of another session can be looked at", async ({ page }) => {
  await open(page);
  await toTimeline(page, { ...healthy, "sessions-planned": 3 });
  await expect(region(page, "The day you chose").getByRole("heading", { level: 3 }).first()).toHaveText("Day 0: Saturday 4 April 2026");
  await page.getByRole("radio", { name: "Session 2", exact: true }).click();
  await expect(page.getByRole("radio", { name: "Session 2", exact: true })).toBeChecked();
  await expect(region(page, "The day you chose").getByRole("heading", { level: 3 }).first()).toHaveText("Day 0: Saturday 2 May 2026");
});

test("a session can be moved, but not too early", async ({ page }) => {
  await open(page);
  await toTimeline(page, { ...healthy, "sessions-planned": 3 });
  await expect(session(page, 2)).toContainText("Saturday 2 May 2026");
  await button(page, "Move session 2").click();
  const field = session(page, 2).getByLabel("New date");
  await field.fill("2026-04-10");
  await expect(session(page, 2)).toContainText(/That is too early\. The earliest day is \w+ \d+ \w+ 2026\./);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(session(page, 2)).toContainText("Saturday 2 May 2026");
  await field.fill("2026-05-09");
  await expect(session(page, 2)).toContainText("Saturday 9 May 2026");
  await expect(session(page, 2)).not.toContainText("That is too early");
  await expect(session(page, 3)).toContainText("Saturday 6 June 2026");
  await button(page, "Undo my moves").click();
  await expect(session(page, 2)).toContainText("Saturday 2 May 2026");
  await expect(button(page, "Undo my moves")).toHaveCount(0);
});

test("an event has its last days, and sessions say when they are too close to it", async ({ page }) => {
  await open(page);
  await toTimeline(page, { ...healthy, "event-date": "2026-05-05", "sessions-planned": 3 });
  const event = page.getByRole("heading", { name: "Your event" });
  await expect(event).toBeVisible();
  await expect(page.getByText("Tuesday 5 May 2026, in about 9 weeks")).toBeVisible();
  await expect(page.getByText(/^Last comfortable treatment day: \w+ \d+ \w+ 2026$/)).toBeVisible();
  await expect(page.getByText(/^Last possible treatment day: \w+ \d+ \w+ 2026$/)).toBeVisible();
  await expect(page.getByText("Too close to your event.").first()).toBeVisible();
});

test("lists open and close", async ({ page }) => {
  await open(page);
  await toTimeline(page);
  const signs = page.getByRole("list", { name: "All signs as a list" });
  await expect(signs).toHaveCount(0);
  await page.getByRole("heading", { name: "All signs as a list" }).locator("xpath=following::button[1]").click();
  await expect(signs.getByRole("listitem")).not.toHaveCount(0);
  await page.getByRole("heading", { name: "All signs as a list" }).locator("xpath=following::button[1]").click();
  await expect(signs).toHaveCount(0);
  await expect(page.getByRole("list", { name: "Before your visit" }).getByRole("listitem")).not.toHaveCount(0);
});

test("'I have been treated already': a day alone leads to the timeline", async ({ page }) => {
  await open(page);
  await button(page, "I have been treated already").click();
  await expect(title(page, "When were you treated?")).toBeFocused();
  const field = page.getByLabel("Day of the treatment");
  const problem = "Please give the full day of your treatment. It cannot be in the future.";
  await button(page, "Show my timeline").click();
  await expect(page.getByRole("main").getByText(problem, { exact: true })).toBeVisible();
  await expect(field).toBeFocused();
  expect((await said(page)).map(({ text }) => text)).toContain(problem);
  await field.fill("2026-03-03");
  await button(page, "Show my timeline").click();
  await expect(title(page, "When were you treated?")).toBeVisible();
  await field.fill("2026-02-27");
  await expect(page.getByText("Friday 27 February 2026, 3 days ago")).toBeVisible();
  await button(page, "Show my timeline").click();
  await expect(title(page, "Your timeline")).toBeFocused();
  await expect(page.getByText("Counted from your treatment on Friday 27 February 2026, 3 days ago.")).toBeVisible();
  await expect(slider(page)).toHaveValue("3"); // today
  await expect(page.getByText('Trouble breathing, spreading redness, pus, fever or strong pain? Open "Urgent signs" at the top.')).toBeVisible();
});

test("'How is it going?' puts the most urgent first", async ({ page }) => {
  await open(page);
  await toTreated(page, "2026-02-27");
  await button(page, "How is it going?").click();
  await expect(title(page, "How is it going?")).toBeFocused();
  const summary = region(page, "What this means");
  await expect(summary).toContainText("Nothing ticked yet.");

  const signs = page.getByRole("group", { name: "What you may see after microneedling" });
  const usual = signs.getByRole("checkbox").first();
  await usual.click();
  await expect(usual).toBeChecked();
  await expect(summary.getByRole("listitem")).toHaveCount(1);

  const groups = page.getByRole("group");
  const sameDay = groups.nth(1).getByRole("checkbox").first();
  await sameDay.click();
  await expect(summary.getByRole("listitem")).toHaveCount(2);
  await expect(summary.getByRole("listitem").first()).toHaveAttribute("data-urgency", "same-day");
  const emergency = groups.nth(0).getByRole("checkbox").first();
  await emergency.click();
  await expect(summary.getByRole("listitem")).toHaveCount(3);
  await expect(summary.getByRole("listitem").first()).toHaveAttribute("data-urgency", "emergency");
  await expect(summary.getByRole("listitem").first()).toContainText("Call now.");
  // Nothing about self-care before what is urgent; and it is said at once.
  expect((await summary.innerText()).trim()).toMatch(/^Call/);
  expect((await said(page)).filter(({ live }) => live === "assertive").at(-1).text).toMatch(/^Call/);
  await emergency.click();
  await expect(summary.getByRole("listitem").first()).toHaveAttribute("data-urgency", "same-day");

  // Looked at another day the same sign can mean something else.
  await page.getByLabel("Day you look at").fill("2026-02-28");
  await expect(page.getByText("Day 1 after the session", { exact: true })).toBeVisible();
});

test("before the treatment day only urgent signs can be ticked", async ({ page }) => {
  await open(page);
  await toTimeline(page);
  await button(page, "How is it going?").click();
  await expect(page.getByText("Your treatment day has not come yet. Urgent signs always count.")).toBeVisible();
  await expect(page.getByRole("group", { name: "What you may see after microneedling" })).toHaveCount(0);
  await expect(page.getByRole("group").first().getByRole("checkbox").first()).toBeVisible();
});

test("urgent signs are one press away everywhere, and lead back to where one was", async ({ page }) => {
  await open(page);
  const thereAndBack = async (name) => {
    await expect(title(page, name)).toBeVisible();
    await button(page, "Urgent signs").click();
    await expect(title(page, "Urgent signs after treatment")).toBeFocused();
    await expect(page.getByRole("main")).toContainText(/999|112|911/);
    await button(page, "Back to where I was").click();
    await expect(title(page, name)).toBeVisible();
  };
  await thereAndBack("Thinking about microneedling?");
  await button(page, "What is microneedling?").click();
  await thereAndBack("About microneedling");
  await button(page, "Back to where I was").click();
  await button(page, "Start the questions").click();
  await answer(page, "age-band", "22-plus");
  await thereAndBack("About you");
  await expect(control(page, "age-band", "22-plus")).toBeChecked();
  await page.goBack();
  await button(page, "See the questions from the top").or(button(page, "Go on where I was")).first().click();
  await expect(group(page, "age-band").or(group(page, "pregnancy")).first()).toBeVisible();
  await page.goBack();
  await toTreated(page, "2026-02-20");
  await thereAndBack("Your timeline");
  await button(page, "How is it going?").click();
  await page.getByRole("group").nth(1).getByRole("checkbox").first().click();
  await thereAndBack("How is it going?");
  await expect(page.getByRole("group").nth(1).getByRole("checkbox").first()).toBeChecked();
});

test("from review and result, too, to urgent signs and back", async ({ page }) => {
  await open(page);
  await toReview(page);
  for (const [name, on] of [["Check your answers", "See my result"], ["No warning signs found", "See my timeline"]]) {
    await button(page, "Urgent signs").click();
    await expect(title(page, "Urgent signs after treatment")).toBeVisible();
    await button(page, "Back to where I was").click();
    await expect(title(page, name)).toBeVisible();
    await button(page, on).click();
  }
  await expect(title(page, "Your timeline")).toBeVisible();
});

test("no plan says why there is none", async ({ page }) => {
  await open(page);
  const { "planned-date": date, ...undated } = healthy;
  await toTimeline(page, undated);
  await expect(page.getByText("There is no date yet. Give a planned date in the questions to see your days.")).toBeVisible();
  expect(question("planned-date").text).toBeTruthy();
  expect(date).toBeTruthy();
});
