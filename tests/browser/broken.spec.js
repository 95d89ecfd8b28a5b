// What a broken delivery shows: what failed, that nothing was sent, and a way to try again.
import { readFileSync, readdirSync } from "node:fs";
import { toReview } from "./support/form.js";
import { site } from "./support/site.js";
import { expect, ready, test, title } from "./support/test.js";

const failed = (page) => page.getByRole("heading", { level: 1, name: "This page could not be shown" });
const contentFile = () => `${site}/assets/${readdirSync(`${site}/assets`).find((name) => /^content\.[0-9a-f]+\.json$/.test(name))}`;

const breaks = [
  { what: "the program is missing", file: /needlewise\.[0-9a-f]+\.wasm$/, answer: { status: 404, contentType: "text/plain", body: "no such file" } },
  { what: "the program is cut off", file: /needlewise\.[0-9a-f]+\.wasm$/, answer: { contentType: "application/wasm", body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4]) } },
  { what: "the program is a page of the server's", file: /needlewise\.[0-9a-f]+\.wasm$/, answer: { contentType: "text/html", body: "<h1>Sign in</h1>" } },
  { what: "the content is missing", file: /content\.[0-9a-f]+\.json$/, answer: { status: 500, body: "" } },
  { what: "the content is cut off", file: /content\.[0-9a-f]+\.json$/, answer: { contentType: "application/json", body: '{"protocol/questionnaire.json": {' } },
  { what: "the font is missing", file: /inter-400\.[0-9a-f]+\.ttf$/, answer: { status: 404, body: "" } },
  { what: "the font is none", file: /inter-400\.[0-9a-f]+\.ttf$/, answer: { contentType: "font/ttf", body: "not a font" } },
];
test.describe("says so and can be tried again when", () => {
  test.use({ expected: [/.*/] });
  for (const { what, file, answer } of breaks) {
    test(what, async ({ page }) => {
      await page.route(file, (route) => route.fulfill(answer));
      await page.goto("/");
      await expect(failed(page)).toBeVisible({ timeout: 20_000 });
      await expect(page.getByRole("main").getByRole("alert")).toContainText("Nothing you entered was sent anywhere. Please try again, or ask the clinic's staff.");
      await expect(page.getByText("Loading…")).toHaveCount(0);
      await page.unroute(file);
      await page.getByRole("button", { name: "Try again" }).click();
      await ready(page);
    });
  }

  test("the network breaks off", async ({ page }) => {
    await page.route(/\.wasm$/, (route) => route.abort("connectionreset"));
    await page.goto("/");
    await expect(failed(page)).toBeVisible({ timeout: 20_000 });
  });
});

test.describe("content that cannot be trusted", () => {
  for (const [what, spoil] of [
    ["a rule that asks for a question that is not there", (content) => {
      const text = JSON.stringify(content["protocol/rules.json"]).replace(/"question":"isotretinoin"/, '"question":"isotretinoid"');
      content["protocol/rules.json"] = JSON.parse(text);
    }],
    ["no questions", (content) => delete content["protocol/questionnaire.json"]],
    ["clinic settings with an unknown parameter", (content) => (content.clinic = { parameters: { "no-such-parameter": 3 } })],
  ]) {
    test(`does not screen: ${what}`, async ({ page }) => {
      const content = JSON.parse(readFileSync(contentFile(), "utf8"));
      spoil(content);
      await page.route(/content\.[0-9a-f]+\.json$/, (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify(content) }));
      await page.goto("/");
      await expect(page.getByRole("heading", { level: 1, name: "Please ask staff" })).toBeVisible({ timeout: 30_000 });
      await expect(page.getByRole("heading", { name: "Details for staff" })).toBeVisible();
      await expect(page.getByRole("button", { name: "Start the questions" })).toHaveCount(0);
    });
  }
});

test.describe("without the second weight of the font", () => {
  test.use({ expected: [/404/] });
  test("the first one serves for both", async ({ page }) => {
    await page.route(/inter-600/, (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto("/");
    await ready(page);
    await page.getByRole("button", { name: "Start the questions" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "About you" })).toBeVisible();
  });
});

// A text that has not come would show as its key.
async function noKeys(page, where) {
  const texts = await page.evaluate(() => [...document.body.querySelectorAll("*")].flatMap(({ childNodes }) =>
    [...childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.trim())));
  expect(texts.length).toBeGreaterThan(10);
  expect(texts.filter((text) => /^[a-z-]+(\/[a-z0-9-]+)+$/.test(text)), where).toEqual([]);
}

test("a result whose words are still on their way says so, and comes by itself", async ({ page }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(/content-later/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/");
  await ready(page);
  await noKeys(page, "welcome");
  await page.getByRole("button", { name: "Urgent signs" }).click();
  await expect(title(page, "Urgent signs after treatment")).toBeVisible();
  await noKeys(page, "urgent signs");
  await page.goBack();
  await page.getByRole("button", { name: "I have been treated already" }).click();
  await page.getByRole("button", { name: "Show my timeline" }).click(); // without a date
  await expect(page.getByLabel("Day of the treatment")).toBeVisible();
  await noKeys(page, "treated");
  await page.goBack();
  await page.getByRole("button", { name: "Start the questions" }).click();
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page.getByRole("button", { name: "Skip this for now" })).toBeVisible();
  await noKeys(page, "form with answers missing");
  await page.goBack();
  await toReview(page);
  await noKeys(page, "review");
  await page.getByRole("button", { name: "See my result" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "One moment" })).toBeFocused();
  await expect(page.locator("[data-outcome]"), "nothing half said").toHaveCount(0);
  await page.getByRole("button", { name: "Back to where I was" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Check your answers" })).toBeFocused();
  await page.getByRole("button", { name: "See my result" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "One moment" })).toBeFocused();
  release();
  await expect(page.locator("[data-outcome]")).toHaveAttribute("data-outcome", "clear");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("what comes late is not waited for, and takes no answer away", async ({ page }) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  await page.route(/content-later/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/");
  await ready(page);
  await expect(page.getByRole("button", { name: "What is microneedling?" })).toHaveCount(0);
  await page.getByRole("button", { name: "Start the questions" }).click();
  const adult = page.getByRole("radio", { name: "22 or older" });
  await adult.click();
  release();
  await page.waitForResponse(/content-later/);
  await expect(adult).toBeChecked();
  await page.goBack();
  await expect(page.getByRole("button", { name: "What is microneedling?" })).toBeVisible();
  await page.goForward();
  await expect(adult).toBeChecked();
});
