// A language made of the English one, accented, in brackets and 40 % longer: what is seen without brackets does not come
// from a catalogue, and what has no room for it will have none for a real language.
import { healthy } from "./support/form.js";
import { pass, pin, settings } from "./support/kiosk.js";
import { accented, testIn } from "./support/languages.js";
import { expectSound, expectSoundOnPaper, fillIn, press } from "./support/pseudo.js";
import { expect, settled } from "./support/test.js";

const person = {
  ...healthy, concerns: ["acne-scars", "dark-patches"], "scar-kind": ["flat-or-pitted"], diabetes: "not-sure", medicines: ["bought-pain-relief"],
  isotretinoin: "past-12-months", "isotretinoin-last-date": "2025-11-11", "skin-conditions": ["cold-sores"],
  "planned-date": "2026-06-06", "event-date": "2026-12-12", "sessions-planned": 3,
};
const broken = { resourceType: "QuestionnaireResponse", status: "in-progress", item: [
  { linkId: "nobody-asked", answer: [{ valueBoolean: true }] }, { linkId: "age-band", answer: [{ valueCoding: { code: "22-plus" } }] },
  { linkId: "diabetes", answer: [{ valueCoding: { code: "perhaps" } }] }] };

const part = (page, id) => page.locator(`[id="${id}"]`).first();
const look = (page, visit) => async (id, name) => {
  await expect(part(page, id)).toBeAttached();
  await settled(page);
  await visit(name);
};

async function beforeTheForm(page, there) {
  await there("welcome/title", "welcome");
  await press(page, "welcome/explainer");
  await there("explainer/title", "explainer");
  await page.goBack();
  await press(page, "welcome/open");
  await press(page, "open/code/go");
  await there("take/outcome", "open saved, without a code");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), press(page, "open/file/go")]);
  await chooser.setFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(broken)) });
  await there("open/left-out", "opened in part");
  await press(page, "banner/delete");
  await press(page, "dialog/delete/yes");
}

async function fromFormToTimeline(page, there) {
  await press(page, "welcome/start");
  await press(page, "questions/next");
  await there("questions/skip", "form with answers missing");
  await fillIn(page, person);
  await there("review/title", "review");
  await press(page, "review/result");
  await expect(page.locator("[data-outcome]")).toBeVisible();
  await page.locator("[data-finding] button").evaluateAll((all) => all.forEach((one) => one.ariaExpanded === "false" && one.click()));
  await there("result/timeline", "result");
  await press(page, "result/timeline");
  await openAll(page);
  await there("timeline/title", "timeline");
}
async function openAll(page) {
  await expect(page.locator('[id^="session/"], [id^="timeline/"], [id^="present/"]').first()).toBeAttached();
  for (let left = 20; left > 0; --left) {
    const closed = page.locator('main button[aria-expanded="false"]').first();
    if (await closed.count() === 0) break;
    await closed.click();
  }
}

async function takenAlong(page, there) {
  await press(page, "timeline/take");
  await there("take/title", "take along");
  await press(page, "take/code/go");
  await expect(page.locator('[id="take/code/picture"] svg')).toBeAttached();
  const code = await part(page, "take/code/link").textContent();
  await press(page, "take/message/go");
  await there("take/outcome", "take along: text copied, code shown");
  await part(page, "take/calendar/time").fill("half past");
  await press(page, "take/calendar/go");
  await there("take/outcome", "take along: a wrong time");
  await part(page, "take/calendar/time").fill("");
  for (const [id, told] of [["take/calendar/go", "calendar saved"], ["take/file/go", "file saved"]]) {
    const [download] = await Promise.all([page.waitForEvent("download"), press(page, id)]);
    await download.delete();
    await there("take/outcome", `take along: ${told}`);
  }
  for (const whom of ["patient", "clinic"]) {
    await press(page, `take/print/${whom}`);
    await expect(page.locator(`#print.for-${whom}`)).toBeAttached();
    await expectSoundOnPaper(page, `on paper for the ${whom}`);
  }
  await there("take/outcome", "take along: nothing is printed");
  await page.evaluate((code) => { location.hash = code; }, new URL(code).hash);
  await there("dialog/replace", "what is opened replaces answers");
  await press(page, "dialog/replace/no");
}

async function afterTreatment(page, there) {
  await press(page, "banner/red-flags");
  await there("red-flags/title", "urgent signs");
  await press(page, "banner/delete");
  await there("dialog/delete", "dialog");
  await press(page, "dialog/delete/yes");
  await press(page, "welcome/treated");
  await press(page, "treated/show");
  await there("treated/problem", "treated, without a date");
  await part(page, "treated/date").fill("2026-02-27");
  await press(page, "treated/show");
  await there("timeline/check", "timeline of a treatment");
  await press(page, "timeline/check");
  await there("check/title", "how is it going");
  await page.locator('main input[type="checkbox"]').evaluateAll((all) => all.forEach((one) => one.click()));
  await there("check/readings", "how is it going, with every sign");
}

async function presented(page, there) {
  await press(page, "footer/present");
  await there("present/title", "example plan");
  await press(page, "present/compare");
  await openAll(page);
  await part(page, "present/event").fill("2026-06-20");
  await there("present/plan-2/list", "two example plans");
}

const test = testIn({ "en-XA": accented });
for (const width of [390, 1080]) {
  for (const view of ["canvas", "plain"]) {
    test.describe(`${width} px, ${view} view`, () => {
      test.use({ viewport: { width, height: 844 }, reducedMotion: "reduce", permissions: ["clipboard-read", "clipboard-write"] });

      test("every text comes from the catalogue, and has room", async ({ page }) => {
        test.slow();
        await page.addInitScript(() => (globalThis.print = () => {}));
        await page.goto("/");
        await page.getByRole("combobox").selectOption("en-XA");
        await expect(page.locator("html")).toHaveAttribute("lang", "en-XA");
        if (view === "plain") await press(page, "footer/plain-view");
        let seen = 0;
        const there = look(page, async (name) => (seen += await expectSound(page, name)));
        for (const part of [beforeTheForm, fromFormToTimeline, takenAlong, afterTreatment, presented]) await part(page, there);
        expect(seen).toBeGreaterThan(1000);
      });
    });
  }
}

const inWaitingRoom = testIn({ "en-XA": accented }, { clinic: { ...settings, name: "‹Skin›", language: "en-XA" } });
async function givePin(page, text) {
  await press(page, "kiosk/staff");
  await part(page, "kiosk/pin/field").fill(text);
  await press(page, "kiosk/pin/ok");
}
// Its own screens painted, the rest, which is the same as elsewhere, in the plain view.
for (const width of [390, 1024]) {
  inWaitingRoom.describe(`the waiting room, ${width} px`, () => {
    inWaitingRoom.use({ viewport: { width, height: 844 }, reducedMotion: "reduce" });

    inWaitingRoom("every text comes from the catalogue, and has room", async ({ page }) => {
      inWaitingRoom.slow();
      await page.goto("/");
      const there = look(page, (name) => expectSound(page, `waiting room: ${name}`));
      await there("kiosk/start", "start screen");
      await givePin(page, "111111");
      await there("kiosk/pin/message", "a wrong PIN");
      await part(page, "kiosk/pin/field").fill(pin);
      await press(page, "kiosk/pin/ok");
      await there("kiosk/menu/title", "menu for staff");
      await press(page, "kiosk/menu/back");
      await press(page, "kiosk/start");
      await press(page, "footer/plain-view");
      await there("welcome/start", "welcome");
      await press(page, "welcome/start");
      await fillIn(page, person);
      await press(page, "review/result");
      await there("kiosk/finish", "result");
      await pass(page, 61);
      await expect(part(page, "kiosk/still-there")).toBeVisible();
      await expectSound(page, "waiting room: warning"); // it counts down meanwhile
      await press(page, "kiosk/still-there/yes");
      await press(page, "kiosk/finish");
      await there("kiosk/hand-over/title", "handing over");
      await givePin(page, pin);
      await there("kiosk/summary/title", "summary for staff");
    });
  });
}
