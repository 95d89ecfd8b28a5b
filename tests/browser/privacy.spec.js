// What leaves the page and what stays behind: nothing.
import { readdirSync } from "node:fs";
import { answer, fillBySection, healthy, questions, toResult, toTimeline } from "./support/form.js";
import { site } from "./support/site.js";
import { button, expect, open, settled, test, title } from "./support/test.js";

const welcome = "Thinking about microneedling?";
const somebody = {
  ...healthy, concerns: ["acne-scars"], "scar-kind": ["raised"], immune: ["blood-borne-virus"], isotretinoin: "past-12-months",
  "isotretinoin-last-date": "2026-01-15", "planned-date": "2026-07-07", "event-date": "2026-12-24",
};
const stored = (page) => page.evaluate(async () => ({
  local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker?.getRegistrations() ?? []).length,
}));
const nothing = { local: 0, session: 0, cookies: "", databases: 0, caches: 0, workers: 0 };

test("address, titles and history never tell of an answer, and nothing is stored", async ({ page }) => {
  const addresses = new Set();
  page.on("framenavigated", (frame) => addresses.add(frame.url()));
  const states = new Set();
  const look = async () => states.add(await page.evaluate(() => JSON.stringify(Object.keys(history.state ?? {}))));
  await open(page);
  await button(page, "Start the questions").click();
  await fillBySection(page, somebody, { each: look });
  await button(page, "See my result").click();
  await expect(page.locator("[data-outcome]")).toBeVisible();
  await look();
  await button(page, "See my timeline").click();
  await expect(title(page, "Your timeline")).toBeVisible();
  await look();
  expect([...addresses]).toEqual([new URL("/", page.url()).href]);
  expect([...states]).toEqual(['["start","entry"]']);
  const titles = await page.evaluate(() => globalThis.watched.titles);
  expect(titles.length).toBeGreaterThanOrEqual(9);
  for (const text of titles) expect(text).toMatch(/^((Step \d+ of \d+: )?(Questions|Check your answers|Your result|Your timeline|Microneedling: is it right for you\?) – )?Needlewise$/);
  expect(await stored(page)).toEqual(nothing);
});

test("only own static files are asked for, and none once there is a question to answer", async ({ page }) => {
  await open(page);
  await expect.poll(() => page.requests.some(({ url }) => /inter-600/.test(url)), "the second weight comes after the first picture").toBe(true);
  await settled(page);
  await page.waitForLoadState("networkidle");
  const files = new Set(readdirSync(site, { recursive: true }).map((name) => `/${name}`));
  files.add("/");
  for (const { method, url, body } of page.requests) {
    const { pathname, search } = new URL(url);
    expect({ method, search, body, known: files.has(pathname) || url }).toEqual({ method: "GET", search: "", body: null, known: true });
  }
  const before = page.requests.length;
  await toTimeline(page, somebody);
  await button(page, "How is it going?").click();
  await button(page, "Urgent signs").click();
  await expect(title(page, "Urgent signs after treatment")).toBeVisible();
  expect(page.requests.slice(before)).toEqual([]);
});

test.describe("deleting", () => {
  const dialog = (page) => page.getByRole("dialog", { name: "Delete all your answers?" });

  test("the dialog holds the focus and gives it back: by Escape, by 'No', by a press beside it", async ({ page }) => {
    await open(page);
    const opener = button(page, "Delete my answers");
    const closings = [
      () => page.keyboard.press("Escape"),
      () => button(dialog(page), "No, keep them").click(),
      () => page.mouse.click(5, 400),
    ];
    for (const close of closings) {
      await opener.click();
      await expect(dialog(page)).toBeVisible();
      await expect(button(dialog(page), "No, keep them")).toBeFocused();
      for (let presses = 0; presses < 4; ++presses) {
        await page.keyboard.press("Tab");
        expect(await page.evaluate(() => document.activeElement === document.body || Boolean(document.activeElement.closest("dialog")))).toBe(true);
      }
      await close();
      await expect(dialog(page)).toHaveCount(0);
      await expect(opener).toBeFocused();
    }
  });

  test("afterwards nothing is left: not on the page, not behind Back or Forward, not stored", async ({ page }) => {
    await open(page);
    await toTimeline(page, somebody);
    await page.goBack();
    await expect(page.locator("[data-outcome]")).toBeVisible();
    await button(page, "Delete my answers").click();
    await button(dialog(page), "Yes, delete everything").click();
    await expect(title(page, welcome)).toBeFocused();
    await expect(button(page, "Start the questions")).toBeVisible();

    const traces = async () => page.evaluate((linkIds) => {
      const html = document.documentElement.outerHTML;
      return {
        ids: linkIds.filter((linkId) => html.includes(`"q/${linkId}`) || html.includes(`"review/${linkId}`)),
        findings: document.querySelectorAll("[data-finding], [data-outcome], [data-item]").length,
        checked: document.querySelectorAll("input:checked").length,
        dates: /2026-07-07|7 July|2026-01-15|15 January|24 December/.test(html),
        title: document.title, address: location.href, entry: history.state?.entry,
      };
    }, questions.map(({ linkId }) => linkId));
    const clean = { ids: [], findings: 0, checked: 0, dates: false, title: "Microneedling: is it right for you? – Needlewise", address: new URL("/", page.url()).href, entry: 0 };
    await expect.poll(traces).toEqual(clean);
    expect(await stored(page)).toEqual(nothing);

    await page.evaluate(() => history.forward());
    await settled(page);
    await expect(title(page, welcome)).toBeVisible();
    expect(await traces()).toEqual(clean);

    await button(page, "Start the questions").click();
    await expect(title(page, "About you")).toBeVisible();
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await page.goBack();
    await expect(title(page, welcome)).toBeVisible();
    await button(page, "I have been treated already").click();
    await expect(page.getByLabel("Day of the treatment")).toHaveValue("");
  });

  test("signs that were ticked are gone, too", async ({ page }) => {
    await open(page);
    await button(page, "I have been treated already").click();
    await page.getByLabel("Day of the treatment").fill("2026-02-20");
    await button(page, "Show my timeline").click();
    await button(page, "How is it going?").click();
    await page.getByRole("checkbox").first().click();
    await expect(page.getByRole("checkbox").first()).toBeChecked();
    await button(page, "Delete my answers").click();
    await button(dialog(page), "Yes, delete everything").click();
    await button(page, "I have been treated already").click();
    await page.getByLabel("Day of the treatment").fill("2026-02-20");
    await button(page, "Show my timeline").click();
    await button(page, "How is it going?").click();
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
  });
});

test("a reload forgets", async ({ page }) => {
  await open(page);
  await toResult(page, somebody);
  await page.reload();
  await expect(button(page, "Start the questions")).toBeVisible({ timeout: 30_000 });
  await button(page, "Start the questions").click();
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await answer(page, "age-band", "22-plus");
  await page.goBack(); // what lies before the reload leads nowhere
  await expect(title(page, welcome)).toBeVisible();
});
