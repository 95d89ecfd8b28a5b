// Every main screen once, with much of what can open on it opened: visit(name) is called on each.
import { healthy, rush } from "./form.js";
import { button, expect, settled, title } from "./test.js";

// Many findings of many kinds.
const person = {
  ...healthy, concerns: ["acne-scars", "dark-patches"], "scar-kind": ["flat-or-pitted"], diabetes: "not-sure", medicines: ["bought-pain-relief"],
  isotretinoin: "past-12-months", "isotretinoin-last-date": "2025-11-11", "skin-conditions": ["cold-sores"],
  "planned-date": "2026-06-06", "event-date": "2026-12-12", "sessions-planned": 3,
};

export async function everyScreen(page, visit) {
  const there = async (name) => {
    await settled(page);
    await visit(name);
  };
  const opened = async (heading, name) => {
    await expect(title(page, heading)).toBeVisible();
    await there(name);
  };
  await opened("Thinking about microneedling?", "welcome");
  await button(page, "What is microneedling?").click();
  await opened("About microneedling", "explainer");
  await button(page, "Back to where I was").click();
  await button(page, "I have a saved file or code").click();
  await opened("Open what I saved", "open saved");
  await button(page, "Back to where I was").click();
  await button(page, "Start the questions").click();
  await expect(title(page, "About you")).toBeVisible();
  await button(page, "Next").click();
  await expect(button(page, "Skip this for now")).toBeVisible();
  await opened("About you", "form with answers missing");
  await rush(page, person);
  await button(page, "Change: When was your last capsule? Leave blank if not known.").click();
  await opened("Medicines and allergies", "form with follow-up and date");
  await button(page, "Back to my answers").click();
  await expect(title(page, "Check your answers")).toBeVisible();
  await page.getByRole("button", { name: /^Questions we left out/ }).click();
  await opened("Check your answers", "review");
  await button(page, "See my result").click();
  await expect(page.locator("[data-outcome]")).toBeVisible();
  const details = page.locator("[data-finding]").getByRole("button");
  await details.first().click();
  await details.last().click();
  await there("result");
  await button(page, "See my timeline").click();
  await expect(title(page, "Your timeline")).toBeVisible();
  await button(page, "Move session 2").click();
  const shows = page.getByRole("button", { name: "Show the list" });
  for (let left = await shows.count(); left > 0; --left) {
    await shows.first().click();
    await expect(shows).toHaveCount(left - 1);
  }
  await opened("Your timeline", "timeline");
  await button(page, "Take it with you").click();
  await opened("Take it with you", "take along");
  await button(page, "Back to where I was").click();
  await expect(title(page, "Your timeline")).toBeVisible();
  await button(page, "Urgent signs").click();
  await opened("Urgent signs after treatment", "urgent signs");
  await page.evaluate(() => scrollTo(0, 0));
  await button(page, "Delete my answers").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await there("dialog");
  await button(page.getByRole("dialog"), "Yes, delete everything").click();
  await button(page, "I have been treated already").click();
  await button(page, "Show my timeline").click();
  await opened("When were you treated?", "treated, with a problem");
  await page.getByLabel("Day of the treatment").fill("2026-02-27");
  await button(page, "Show my timeline").click();
  await opened("Your timeline", "timeline of a treatment");
  await button(page, "How is it going?").click();
  await expect(title(page, "How is it going?")).toBeVisible();
  const signs = page.getByRole("checkbox");
  await signs.last().click();
  await signs.first().click();
  await expect(page.getByRole("region", { name: "What this means" }).getByRole("listitem")).toHaveCount(2);
  await opened("How is it going?", "how is it going");
  await button(page, "Example plan").click();
  await expect(title(page, "Example plan")).toBeVisible();
  await page.getByRole("checkbox", { name: "Compare two plans" }).click();
  await page.getByLabel(/^A big event/).fill("2026-06-20");
  await opened("Example plan", "example plan");
}
