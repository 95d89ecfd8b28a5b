// The page in other languages: made-up ones, whose words are the English ones, marked.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { answer, control, healthy, toResult, toTimeline } from "./support/form.js";
import { pin, settings as kiosk, startButton } from "./support/kiosk.js";
import { accented, arabic, named, testIn } from "./support/languages.js";
import { button, expect, open, said, settled, textVersion, title } from "./support/test.js";

const test = testIn({ ar: arabic, "en-XA": accented, es: named("es") });
const es = named("es");
const choice = (page, name = "Language") => page.getByRole("combobox", { name, exact: true });
const html = (page) => page.locator("html");
const fetched = (page) => page.requests.map(({ url }) => url).filter((url) => /\/assets\/(words\.|language\.|inter-\d+-)/.test(url))
  .map((url) => url.replace(/.*\//, "").replace(/\.[0-9a-f]{10}\./, "."));

async function choose(page, tag, name = "Language") {
  await choice(page, name).selectOption(tag);
  await expect(html(page)).toHaveAttribute("lang", tag);
}
const openIn = async (page, heading, address = "/") => {
  await page.goto(address);
  await expect(title(page, heading)).toBeVisible({ timeout: 30_000 });
};
// Gives the page clinic settings.
const setClinic = (page, clinic) => page.route(/\/content\.[0-9a-f]+\.json$/, async (route) => {
  const response = await route.fetch();
  await route.fulfill({ response, json: { ...(await response.json()), clinic } });
});

for (const view of ["canvas", "plain"]) {
  test.describe(`${view} view`, () => {
    test("the language changes at any moment; answers, place and looks stay", async ({ page }) => {
      await open(page);
      if (view === "plain") await textVersion(page);
      await button(page, "Start the questions").click();
      await answer(page, "age-band", healthy["age-band"]);
      await button(page, "Dark").click();
      await button(page, "Larger text").click();
      expect(fetched(page), "no other language before it is chosen").toEqual([]);
      const height = () => choice(page, /Language/).evaluate((element) => Math.round(element.getBoundingClientRect().top));
      await choice(page).scrollIntoViewIfNeeded();
      await choice(page).focus();
      await settled(page);
      const before = await height();
      await choose(page, "es");
      await settled(page);
      expect(Math.abs(await height() - before), "it stays where it was").toBeLessThanOrEqual(1);
      await expect(title(page, es("About you"))).toBeVisible();
      await expect(choice(page, es("Language"))).toBeFocused();
      await expect(choice(page, es("Language"))).toHaveValue("es");
      await expect(button(page, es("Light"))).toBeVisible();
      await expect(page).toHaveTitle(/es:/);
      expect((await said(page)).map(({ text }) => text)).toContain(es("This page is now in English."));
      expect(fetched(page).sort()).toEqual(["es-later.json", "es.json", "language.js"]);
      await choose(page, "en-XA", es("Language"));
      await expect(title(page, accented("About you"))).toBeVisible();
      expect(fetched(page).filter((name) => name.startsWith("inter")), "the letters it needs come with it").toHaveLength(2);
      await choose(page, "en", accented("Language"));
      await expect(title(page, "About you")).toBeVisible();
      await expect(control(page, "age-band", healthy["age-band"])).toBeChecked();
      await choose(page, "es");
      await expect(title(page, es("About you"))).toBeVisible();
      expect(fetched(page).filter((name) => name === "es.json")).toHaveLength(1);
    });

    test("it can be chosen on the first screen, and each is named in itself", async ({ page }) => {
      await open(page);
      if (view === "plain") await textVersion(page);
      await expect(choice(page)).toHaveCount(1);
      const options = await choice(page).locator("option").evaluateAll((all) => all.map(({ lang, label }) => [lang, label]));
      expect(options).toEqual([["en", "English"], ["ar", "العربية"], ["en-XA", expect.any(String)], ["es", "Español"]]);
      await choose(page, "es");
      await expect(title(page, es("Thinking about microneedling?"))).toBeVisible();
    });
  });
}

const lostWords = [/Failed to load resource|Failed to fetch/];
test.describe("without network", () => {
test.use({ expected: lostWords });
test("where it does not come, the page says so and stays as it is", async ({ page }) => {
  await open(page);
  await button(page, "Start the questions").click();
  await answer(page, "age-band", healthy["age-band"]);
  const words = /\/assets\/words\./;
  await page.route(words, (route) => route.abort());
  await choice(page).selectOption("es");
  const message = "This language could not be loaded. Please check the connection, and choose it again.";
  await expect(page.getByText(message).first()).toBeVisible();
  await expect(choice(page)).toHaveAccessibleDescription(message);
  await expect(choice(page)).toHaveValue("en");
  expect((await said(page)).filter(({ live }) => live === "assertive").map(({ text }) => text)).toContain(message);
  await expect(html(page)).toHaveAttribute("lang", "en");
  await expect(control(page, "age-band", healthy["age-band"])).toBeChecked();
  await page.unroute(words);
  await choose(page, "es");
  await expect(page.getByText(es(message))).toHaveCount(0);
});
});
test("what is written from right to left is shown as text, without a way to the picture", async ({ page }) => {
  await open(page);
  await expect(page.locator("canvas")).toBeVisible();
  await choose(page, "ar");
  await expect(html(page)).toHaveAttribute("dir", "rtl");
  await expect(page.locator("canvas")).toBeHidden();
  await expect(button(page, arabic("Text version"))).toHaveCount(0);
  await expect(button(page, arabic("Picture version"))).toHaveCount(0);
  await choose(page, "en", "اللغة");
  await expect(html(page)).not.toHaveAttribute("dir", "rtl");
  await expect(page.locator("canvas")).toBeVisible();
  await expect(button(page, "Text version")).toBeVisible();
});

test("what is taken along is in the language of the page, also when that changes", async ({ page }) => {
  await open(page);
  await toTimeline(page);
  await choose(page, "es");
  const take = async () => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: /calendar file/ }).click();
    return readFileSync(await (await download).path(), "utf8").replaceAll("\r\n ", "");
  };
  await button(page, es("Take it with you")).click();
  expect(await take()).toContain("es:");
  await choose(page, "en", es("Language"));
  await expect(title(page, "Take it with you")).toBeVisible();
  await expect.poll(take).not.toContain("es:");
});

test.describe("with a browser in Spanish", () => {
  test.use({ locale: "es-MX" });

  test("the page begins in it", async ({ page }) => {
    await openIn(page, es("Thinking about microneedling?"));
    await expect(html(page)).toHaveAttribute("lang", "es");
  });

  test("the clinic's language comes first", async ({ page }) => {
    await setClinic(page, { language: "en" });
    await open(page);
  });

  test("languages that the clinic does not offer are none", async ({ page }) => {
    await setClinic(page, { languages: ["en-XA", "en"] });
    await open(page);
    await expect(choice(page).locator("option")).toHaveText([/Pseudo/, "English"]);
  });

  test("one language is no choice", async ({ page }) => {
    await setClinic(page, { languages: ["en"] });
    await open(page);
    await expect(page.getByRole("combobox")).toHaveCount(0);
  });

  test.describe("without network", () => {
    test.use({ expected: lostWords });
  test("without its words the page begins in its own, and says so", async ({ page }) => {
    await page.route(/\/assets\/words\./, (route) => route.abort());
    await open(page);
    await expect(page.getByText("This language could not be loaded.").first()).toBeVisible();
  });
  });
});

test("a website around it chooses the language", async ({ page }) => {
  await page.route("**/clinic.html", (route) => route.fulfill({
    contentType: "text/html",
    body: `<!doctype html><html lang="es"><title>A clinic</title><link rel="icon" href="data:,"><script src="embed.js" async></script>
      <needlewise-screening language="es"></needlewise-screening>`,
  }));
  await page.goto("/clinic.html");
  const frame = page.frameLocator("needlewise-screening iframe");
  await expect(frame.getByRole("heading", { level: 1, name: es("Thinking about microneedling?") })).toBeVisible({ timeout: 30_000 });
});

test("the one file has all of them inside", async ({ page, languageSite: { site } }) => {
  await open(page, pathToFileURL(`${site}/needlewise.html`).href);
  await choose(page, "es");
  await expect(title(page, es("Thinking about microneedling?"))).toBeVisible();
});

test("a tablet in a waiting room goes back to the clinic's language", async ({ page }) => {
  await setClinic(page, { ...kiosk, language: "en" });
  await page.goto("/");
  await expect(startButton(page)).toBeVisible({ timeout: 30_000 });
  await choose(page, "es");
  await button(page, es("Touch here to start")).click();
  await button(page, es("Delete my answers")).click();
  await button(page.getByRole("dialog"), es("Yes, delete everything")).click();
  await expect(startButton(page)).toBeVisible({ timeout: 30_000 });
  await expect(html(page)).toHaveAttribute("lang", "en");
});

test("staff read the summary in the clinic's language, whatever the patient's was", async ({ page }) => {
  await setClinic(page, { ...kiosk, language: "en" });
  await page.goto("/");
  await startButton(page).click({ timeout: 30_000 });
  await toResult(page, healthy);
  await choose(page, "es");
  await button(page, es("I am finished")).click();
  await button(page, es("For staff")).click();
  await page.getByLabel(es("Staff PIN")).fill(pin);
  await page.keyboard.press("Enter");
  await expect(title(page, "Summary for staff")).toBeVisible();
  await expect(html(page)).toHaveAttribute("lang", "en");
  await expect(page.getByText("es:")).toHaveCount(0);
});
