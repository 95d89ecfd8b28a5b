// What is taken along is right by the readers of others, comes back the same, and says what is wrong with it if not.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import jsQR from "jsqr";
import { Fhir } from "fhir";
import { toTimeline } from "./support/form.js";
import { today } from "./support/site.js";
import { button, expect, open, test, title, watch } from "./support/test.js";

test.use({ timezoneId: "Europe/Berlin" });

async function toTake(page) {
  await open(page);
  await toTimeline(page);
  await button(page, "Take it with you").click();
  await expect(title(page, "Take it with you")).toBeFocused();
}
async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  return readFileSync(await download.path(), "utf8");
}
// The days of the sessions, as the timeline shows them.
const days = async (page) => {
  const sessions = page.getByRole("listitem").filter({ has: page.getByText(/^Session \d$/) });
  await expect(sessions).not.toHaveCount(0);
  return sessions.allInnerTexts();
};
async function otherPage(context) {
  const other = await context.newPage();
  await other.addInitScript(watch, today);
  return other;
}

async function shownLink(page) {
  await button(page, "Show the code").click();
  const link = page.getByText(/#code=[A-Z2-7]+$/);
  await expect(link).toBeVisible();
  return link.innerText();
}

test("a calendar program reads the file: sessions, the visit's hour after the clock change, and tasks", async ({ page }) => {
  await toTake(page);
  await page.getByLabel(/^Time of the visit/).fill("10:30");
  const text = await saved(page, "Save the calendar file");
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  const visit = events.find(({ uid }) => /session-1-day@/.test(uid));
  expect(visit.startDate.toJSDate().toISOString()).toBe("2026-04-04T08:30:00.000Z"); // summer time: two hours
  expect(visit.description).toContain("Trouble breathing");
  expect(visit.component.getFirstSubcomponent("valarm")).toBeTruthy();
  expect(Number(visit.sequence)).toBeGreaterThan(0);
  expect(events.some(({ uid }) => /prep-/.test(uid))).toBe(true);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);

  await page.getByRole("checkbox", { name: "What to do before" }).click();
  const less = new ICAL.Component(ICAL.parse(await saved(page, "Save the calendar file"))).getAllSubcomponents("vevent");
  expect(less.map((event) => event.getFirstPropertyValue("uid")).filter((uid) => /prep-/.test(uid))).toEqual([]);
  expect(less.map((event) => event.getFirstPropertyValue("uid"))).toContain(visit.uid);
});

test("a FHIR validator takes the file, and a new page goes on from it", async ({ page, context }) => {
  await toTake(page);
  const text = await saved(page, "Save the file");
  const { valid, messages } = new Fhir().validate(text, { errorOnUnexpected: true });
  expect(messages.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(valid).toBe(true);
  expect(JSON.parse(text)).toMatchObject({ resourceType: "QuestionnaireResponse", status: "completed", language: "en" });
  await page.goBack();
  const before = await days(page);
  expect(before.length).toBeGreaterThan(0);

  const other = await otherPage(context);
  await open(other);
  await button(other, "I have a saved file or code").click();
  const [chooser] = await Promise.all([other.waitForEvent("filechooser"), button(other, "Choose the file").click()]);
  await chooser.setFiles({ name: "my-answers.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await expect(title(other, "Your timeline")).toBeFocused();
  expect(await days(other)).toEqual(before);
});

test("parts of a file that are broken are listed, and the rest is kept", async ({ page }) => {
  await open(page);
  await button(page, "I have a saved file or code").click();
  const file = { resourceType: "QuestionnaireResponse", status: "in-progress", item: [
    { linkId: "nobody-asked", answer: [{ valueBoolean: true }] },
    { linkId: "age-band", answer: [{ valueCoding: { code: "22-plus" } }] }] };
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button(page, "Choose the file").click()]);
  await chooser.setFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(file)) });
  await expect(page.getByText("Not one of our questions: nobody-asked")).toBeVisible();
  await button(page, "Go on with these answers").click();
  await expect(page.getByRole("group").first()).toBeVisible();
});

test("a camera reads the code, its link restores the timeline, and the address forgets it", async ({ page, context }) => {
  await toTake(page);
  await expect(page.getByText(/hold your health answers/).first()).toBeVisible();
  const link = await shownLink(page);
  const picture = page.getByRole("img", { name: "Code with your answers, for a phone camera" });
  const shot = await picture.screenshot();
  const pixels = await page.evaluate(async (data) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))]));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context2d = canvas.getContext("2d");
    context2d.drawImage(image, 0, 0);
    return { width: image.width, height: image.height, data: [...context2d.getImageData(0, 0, image.width, image.height).data] };
  }, shot.toString("base64"));
  expect(jsQR(Uint8ClampedArray.from(pixels.data), pixels.width, pixels.height)?.data).toBe(link);
  const modules = Number((await picture.locator("svg").getAttribute("viewBox")).split(" ")[2]);
  expect((await picture.boundingBox()).width / modules).toBeGreaterThanOrEqual(4);
  await page.goBack();
  const before = await days(page);

  const other = await otherPage(context);
  await other.goto(link);
  await expect(title(other, "Your timeline")).toBeFocused();
  expect(other.url()).not.toContain("code");
  expect(await days(other)).toEqual(before);
});

test("a damaged, cut or foreign code says so and opens nothing", async ({ page, context }) => {
  await toTake(page);
  const link = await shownLink(page);
  for (const [code, said] of [[link.slice(0, -3), "The end of this code is missing."],
    [`${link.slice(0, -9)}${link.at(-9) === "Q" ? "R" : "Q"}${link.slice(-8)}`, "This code is damaged."]]) {
    const other = await otherPage(context);
    await other.goto(code);
    await expect(other.getByRole("main").getByText(said)).toBeVisible();
    expect(other.url()).not.toContain("code");
    await other.close();
  }
  const other = await otherPage(context);
  await open(other);
  await button(other, "I have a saved file or code").click();
  await button(other, "Open it").click();
  await expect(other.getByRole("main").getByText("There is no code yet.")).toBeVisible();
  await other.getByLabel("Code or link").fill(link);
  await button(other, "Open it").click();
  await expect(title(other, "Your timeline")).toBeFocused();
});

test("the result can be copied as plain text", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await toTake(page);
  await button(page, "Copy as text").click();
  await expect(page.getByRole("main").getByText("Copied. You can now paste it.")).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain("My answers before microneedling");
  expect(text).toContain("Session 1: Saturday 4 April 2026");
});

test("what is opened replaces answers only when the person says so", async ({ page, context }) => {
  await toTake(page);
  const link = await shownLink(page);
  const other = await otherPage(context);
  await open(other);
  await button(other, "Start the questions").click();
  await other.getByRole("radio", { name: "Under 18" }).click();
  await other.evaluate((code) => { location.hash = code; }, new URL(link).hash);
  const dialog = other.getByRole("dialog", { name: "Replace the answers here?" });
  await expect(button(dialog, "No, keep mine")).toBeFocused();
  await other.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(other.getByRole("radio", { name: "Under 18" })).toBeChecked();
  await other.evaluate((code) => { location.hash = code; }, new URL(link).hash);
  await button(dialog, "Yes, replace them").click();
  await expect(title(other, "Your timeline")).toBeFocused();
  expect(other.url()).not.toContain("code");
});

test("a session's day that has passed meanwhile is named among what could not be used", async ({ page, context }) => {
  await open(page);
  await toTimeline(page);
  await button(page, "Move session 1").click();
  await page.getByLabel("New date for session 1").fill("2026-04-10");
  await page.getByLabel("New date for session 1").blur();
  await expect(page.getByText(/Friday 10 April 2026/).first()).toBeVisible();
  await button(page, "Take it with you").click();
  const link = await shownLink(page);
  const other = await context.newPage();
  await other.addInitScript(watch, "2026-04-20");
  await other.goto(link);
  await expect(other.getByRole("listitem").filter({ hasText: "A saved day of the plan could not be used." })).toBeVisible();
});
