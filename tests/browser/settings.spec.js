// The settings page: staff edit the clinic's file in the browser, see what comes of it, and take it with them.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { answer } from "./support/form.js";
import { printedQuestionnaire, root } from "./support/site.js";
import { button, expect, open, ready, test, title } from "./support/test.js";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const example = readFileSync(`${root}assets/clinic/example.json`, "utf8");
const field = (page, name) => page.getByLabel(name, { exact: true });
const section = (page, name) => page.getByRole("heading", { level: 2, name, exact: true });
const problems = (page) => page.getByRole("region", { name: "Problems" });
const file = (page) => page.getByLabel(/^The file, clinic\.json/);
const preview = (page) => page.frameLocator('iframe[title="Preview of the page"].nws-shown');
const show = (page, side) => page.getByRole("group", { name: "What to show" }).getByRole("radio", { name: side }).check();

async function enter(page, address = "/#/settings") {
  await page.goto(address);
  await button(page, "I work here: open the settings").click();
  await expect(title(page, "Clinic settings")).toBeFocused();
  await expect(problems(page)).toContainText("No problems");
}
async function openFile(page, body, name = "clinic.json") {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button(page, "Open a file").click()]);
  await chooser.setFiles({ name, mimeType: "application/json", buffer: Buffer.from(body) });
}
async function choosePicture(page, name, body) {
  await field(page, "Logo").setInputFiles({ name, mimeType: "image/svg+xml", buffer: Buffer.from(body) });
}
async function download(page) {
  const [saved] = await Promise.all([page.waitForEvent("download"), button(page, "Download clinic.json").click()]);
  expect(saved.suggestedFilename()).toBe("clinic.json");
  return readFileSync(await saved.path(), "utf8");
}
// What the command says of a file: its problems as text. tests/run builds it.
function commandSays(text, testInfo) {
  const command = `${root}build/native/needlewise`;
  expect(existsSync(command), "the command is built").toBe(true);
  const path = testInfo.outputPath("clinic.json");
  writeFileSync(path, text);
  const { stdout, status } = spawnSync(command, ["check", "--clinic", path], { encoding: "utf8" });
  return { text: stdout, status };
}
const written = async (page) => {
  await show(page, "File");
  return JSON.parse(await file(page).inputValue());
};

test.describe("the way in", () => {
  test("is asked for first, and leads back; nothing of it is loaded before", async ({ page }) => {
    await open(page);
    await page.waitForLoadState("networkidle");
    expect(page.requests.filter(({ url }) => /settings/.test(url))).toEqual([]);
    await page.goto("about:blank");
    await page.goto("/#/settings");
    await expect(title(page, "For staff of the clinic")).toBeFocused();
    expect(page.requests.filter(({ url }) => /settings\.[0-9a-f]+\.wasm/.test(url)), "its program").toEqual([]);
    await expect(page.locator("#nw-content")).toHaveJSProperty("inert", true); // nothing else can be reached
    await button(page, "Back to the questions").click();
    await ready(page);
    expect(new URL(page.url()).hash).toBe("");
    await button(page, "Start the questions").click();
    await expect(title(page, "About you")).toBeVisible();
  });

  test("leaves the answers that are there alone", async ({ page }) => {
    await open(page);
    await button(page, "Start the questions").click();
    await answer(page, "age-band", "22-plus");
    await page.evaluate(() => (location.hash = "#/settings"));
    await button(page, "I work here: open the settings").click();
    await expect(title(page, "Clinic settings")).toBeVisible();
    await expect(page).toHaveTitle("Clinic settings");
    await button(page, "Close").click();
    await expect(page.getByRole("radio", { name: "22 or older" })).toBeChecked();
    await expect(page).not.toHaveTitle("Clinic settings");
  });

  test("is closed in a frame", async ({ page }) => {
    await page.route("**/framed.html", (route) => route.fulfill({
      contentType: "text/html", body: '<!doctype html><title>A website</title><iframe src="/#/settings" width="800" height="600"></iframe>',
    }));
    await page.goto("/framed.html");
    const frame = page.frameLocator("iframe");
    await expect(frame.getByRole("button", { name: "Start the questions" })).toBeVisible({ timeout: 30_000 });
    await expect(frame.getByRole("heading", { name: "For staff of the clinic" })).toHaveCount(0);
  });
  test("is not in the single file", async ({ page }) => {
    await page.goto("/needlewise.html#/settings");
    await ready(page);
    await expect(title(page, "For staff of the clinic")).toHaveCount(0);
  });
});

test.describe("writing", () => {
  test("form and file follow each other, and all can be undone", async ({ page }) => {
    await enter(page);
    await field(page, "Name").fill("Skin & Co");
    await field(page, "How to reach you").fill("Phone 1\n\nhello@clinic.example\n");
    await section(page, "Waiting times").click();
    await field(page, "Wait after isotretinoin").fill("12");
    await section(page, "How strict").click();
    await field(page, "Age 18 to 21: how strict").selectOption({ label: "Talk first" });
    await section(page, "Taking the result along").click();
    await page.getByLabel("As a link").uncheck();
    expect(await written(page)).toEqual({
      name: "Skin & Co", contact: ["Phone 1", "hello@clinic.example"],
      parameters: { "wait-isotretinoin-recent": 12, "age-18-21-level": "review" }, takeAlong: { link: false },
    });
    await expect(page.getByText("Set by your clinic", { exact: true }).filter({ visible: true })).toHaveCount(2);
    await expect(page.getByText("Set by your clinic: 1", { exact: true }).filter({ visible: true })).toHaveCount(2);
    await page.getByLabel("As a link").check();
    await button(page, "Use the usual value: Wait after isotretinoin").click();
    expect(await written(page)).toEqual({
      name: "Skin & Co", contact: ["Phone 1", "hello@clinic.example"], parameters: { "age-18-21-level": "review" },
    });
    await file(page).fill('{"openingHours":"9 to 17","later":1}');
    await expect(field(page, "Opening hours")).toHaveValue("9 to 17");
    await expect(field(page, "Name")).toHaveValue("");
    await field(page, "Name").fill("A");
    expect(await written(page), "what the form does not know stays").toEqual({ name: "A", openingHours: "9 to 17", later: 1 });
    await button(page, "Undo all changes").click();
    expect(await written(page)).toEqual({});
    await expect(field(page, "Opening hours")).toHaveValue("");
  });

  test("own products are named beside an advice", async ({ page }) => {
    await enter(page);
    await section(page, "Own products").click();
    for (const name of ["Our gel", "Our cream"]) {
      await button(page, "Add a product").click();
      await field(page, "Name of the product").last().fill(name);
      await field(page, "Named beside").last().selectOption({ label: "Use plain moisturiser 3 to 4 times a day." });
    }
    await button(page, "Remove product 1").click();
    expect((await written(page)).products).toEqual([{ name: "Our cream", use: "plain-moisturiser" }]);
    await expect(field(page, "Name of the product")).toHaveValue("Our cream");
    await expect(problems(page)).toContainText("No problems");
  });

  test("problems have their line and column, lead to their place, and are those of the command", async ({ page }, testInfo) => {
    await enter(page);
    const text = '{\n  "name": "",\n  "colours": {"accent": "green"},\n  "surprise": 1,\n  "parameters": {"wait-isotretinoin-recent": 40}\n}\n';
    await openFile(page, text);
    await expect(problems(page)).toContainText("4 problems. The page would refuse this file");
    const said = await problems(page).getByRole("listitem").allInnerTexts();
    const places = said.map((one) => /Line (\d+), column (\d+)/.exec(one).slice(1).join(":"));
    const command = commandSays(text, testInfo);
    expect(command.status).toBe(1);
    expect(places).toEqual([...command.text.matchAll(/clinic\.json:(\d+:\d+):/g)].map(([, place]) => place));
    const ofWait = problems(page).getByRole("listitem").filter({ hasText: "wait-isotretinoin-recent" });
    await ofWait.getByRole("button", { name: "Go to the field" }).click();
    await expect(field(page, "Wait after isotretinoin")).toBeFocused();
    await expect(field(page, "Wait after isotretinoin")).toHaveAccessibleDescription(/is 40, not within 1 to 12/);
    await ofWait.getByRole("button", { name: "Show in the file" }).click();
    await expect(file(page)).toBeFocused();
    expect(await file(page).evaluate(({ value, selectionStart }) => value.slice(selectionStart, selectionStart + 2))).toBe("40");
    await button(page, "Download clinic.json").click();
    await expect(page.getByText("The page would refuse this file. Please solve the problems first.")).toBeVisible();
    await field(page, "Wait after isotretinoin").fill("12");
    await expect(problems(page)).toContainText("3 problems");
  });

  test("what is downloaded is what the command takes, and opens again the same", async ({ page }, testInfo) => {
    await enter(page);
    await openFile(page, example);
    await expect(page.getByText("clinic.json is open.")).toBeVisible();
    await field(page, "Name").fill("Skin Clínic “Ü”");
    const text = await download(page);
    expect(JSON.parse(text)).toEqual({ ...JSON.parse(example), name: "Skin Clínic “Ü”" });
    await openFile(page, text);
    await expect(field(page, "Name")).toHaveValue("Skin Clínic “Ü”");
    expect(await file(page).inputValue()).toBe(text);
    expect(commandSays(text, testInfo)).toEqual({ status: 0, text: expect.stringContaining("no problems") });
  });

  test("begins with the settings of the page", async ({ page }) => {
    await page.route(/\/content\.[0-9a-f]+\.json$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), clinic: JSON.parse(example) } });
    });
    await enter(page);
    await expect(field(page, "Name")).toHaveValue("Example Skin Clinic");
    expect(await written(page)).toEqual(JSON.parse(example));
  });

  test("asks before changes are lost, and keeps and sends nothing", async ({ page }) => {
    await enter(page);
    await field(page, "Name").fill("Not saved");
    await expect(preview(page).getByText("Not saved").first()).toBeVisible({ timeout: 30_000 });
    const asked = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      dialog.dismiss();
    });
    await button(page, "Close").click();
    await expect(title(page, "Clinic settings")).toBeVisible();
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => asked).toEqual(["confirm", "beforeunload"]);
    expect(await page.evaluate(async () => [{ ...localStorage }, { ...sessionStorage }, document.cookie, (await indexedDB.databases()).length])).toEqual([{}, {}, "", 0]);
    // What is kept for use without network are the page's own files.
    expect(await page.evaluate(async () => {
      const kept = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).matchAll()));
      const texts = await Promise.all(kept.flat().map((response) => response.text()));
      return texts.some((text) => text.includes("Not saved"));
    })).toBe(false);
    expect(page.requests.filter(({ method, body }) => method !== "GET" || body)).toEqual([]);
    expect(page.requests.filter(({ url }) => !url.startsWith("data:") && /Not|saved/.test(url))).toEqual([]);
  });
});

test.describe("the preview", () => {
  test("is the page with the new name and colour, on a phone and on a tablet", async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await enter(page);
    await field(page, "Name").fill("Skin & Co");
    await section(page, "Look").click();
    await field(page, "Accent colour").fill("#7a3b5d");
    await expect(page.getByText("Letters can be read well on it.")).toBeVisible();
    await expect(preview(page).getByText("Skin & Co").first()).toBeVisible({ timeout: 30_000 });
    const inFrame = (what) => preview(page).locator("html").evaluate((html, what) => (what === "width" ? innerWidth : getComputedStyle(html).getPropertyValue(what)), what);
    // With each change another frame takes the place of the one before.
    await expect(async () => expect(await inFrame("--nw-accent")).toBe("#7a3b5d")).toPass();
    expect(await inFrame("width")).toBe(390);
    await preview(page).getByRole("button", { name: "Start the questions" }).click();
    await expect(preview(page).getByRole("heading", { name: "About you" })).toBeVisible();
    await page.getByRole("radio", { name: "Tablet" }).check();
    await expect.poll(() => inFrame("width")).toBe(820);
    await field(page, "Accent colour").fill("#ffee00");
    await expect(page.getByText(/^So that letters can be read, it is shown as #/)).toBeVisible();
  });

  test("shows the draft also where the build has settings of its own", async ({ page }) => {
    await page.route("**/needlewise.html", async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/("content":"data:application\/json;base64,)([^"]*)"/, (_, before, data) => {
        const content = JSON.parse(Buffer.from(data, "base64").toString());
        return `${before}${Buffer.from(JSON.stringify({ ...content, clinic: { name: "Built in", embed: { origins: ["https://elsewhere.example"] } } })).toString("base64")}"`;
      });
      await route.fulfill({ response, body });
    });
    await enter(page);
    await field(page, "Name").fill("Skin & Co");
    await expect(preview(page).getByText("Skin & Co").first()).toBeVisible({ timeout: 30_000 });
    await expect(preview(page).getByText("Built in")).toHaveCount(0);
  });

  test("waits while the file is wrong", async ({ page }) => {
    await enter(page);
    await expect(preview(page).getByRole("button", { name: "Start the questions" })).toBeVisible({ timeout: 30_000 });
    await section(page, "Look").click();
    await field(page, "Accent colour").fill("green");
    await expect(page.getByText("The preview waits until the problems are solved.")).toBeVisible();
    await expect(preview(page).getByRole("button", { name: "Start the questions" })).toBeVisible();
  });
});

test.describe("bad input", () => {
  test("broken JSON: the place, and the form is off until it is mended", async ({ page }) => {
    await enter(page);
    await openFile(page, '{\n  "name": "A",\n  "contact": [}\n');
    await expect(problems(page)).toContainText("Line 3, column 15");
    await expect(field(page, "Name")).toBeDisabled();
    await show(page, "File");
    await expect(file(page)).toHaveAccessibleDescription(/Line 3, column 15/);
    await file(page).fill('{"name": "A"}');
    await expect(field(page, "Name")).toHaveValue("A");
    await expect(field(page, "Name")).toBeEnabled();
  });
  for (const [what, body, message] of [
    ["a huge file", " ".repeat(1_100_000), /clinic\.json is larger than 1 MB/],
    ["no text", Buffer.from([0xff, 0xfe, 0x00, 0x80]), /clinic\.json is no text/],
  ]) {
    test(what, async ({ page }) => {
      await enter(page);
      await field(page, "Name").fill("Stays");
      page.on("dialog", (dialog) => dialog.accept());
      await openFile(page, body);
      await expect(page.getByText(message)).toBeVisible();
      await expect(field(page, "Name")).toHaveValue("Stays");
    });
  }
  for (const [what, body] of [["a list", "[1]"], ["the same twice", '{"name":"A","name":"B"}'], ["a member called __proto__", '{"__proto__":{"name":"A"}}']]) {
    test(what, async ({ page }) => {
      await enter(page);
      await openFile(page, body);
      await expect(problems(page)).toContainText("1 problem. The page would refuse this file");
      await expect(field(page, "Name")).toHaveValue("");
    });
  }

  test("a logo is only ever a picture", async ({ page }) => {
    await enter(page);
    await section(page, "Look").click();
    const evil = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="top.oops=1"><script>top.oops=1</script><rect width="9" height="9"/></svg>';
    await choosePicture(page, "logo.svg", evil);
    await expect(page.getByRole("img", { name: "Your logo" })).toHaveJSProperty("naturalWidth", 9);
    expect((await written(page)).logo).toBe(`data:image/svg+xml;base64,${Buffer.from(evil).toString("base64")}`);
    expect(await page.evaluate(() => globalThis.oops)).toBe(undefined);
    for (const [name, body, message] of [
      ["logo.gif", "GIF89a", "This is no PNG, SVG, WebP or JPEG."],
      ["logo.png", "no picture", "This picture cannot be shown."],
      ["logo.svg", `<svg xmlns="http://www.w3.org/2000/svg">${" ".repeat(120_000)}</svg>`, "This picture has 121 KB. At most 100 KB, please: everybody waits for it."],
    ]) {
      await choosePicture(page, name, body);
      await expect(page.getByText(message)).toBeVisible();
    }
    await button(page, "Remove the logo").click();
    expect(await written(page)).toEqual({});
  });

  test("a PIN that is too short, or not the same twice", async ({ page }) => {
    await enter(page);
    await section(page, "Waiting room tablet").click();
    await field(page, "New PIN").fill("12345");
    await button(page, "Set the PIN").click();
    await expect(page.getByText("A PIN has 6 digits or more, and nothing but digits.")).toBeVisible();
    await field(page, "New PIN").fill("123456");
    await field(page, "New PIN again").fill("123465");
    await button(page, "Set the PIN").click();
    await expect(page.getByText("The two are not the same.")).toBeVisible();
    expect(await written(page)).toEqual({});
  });
});

test("the PIN that was set opens the waiting room, whose staff menu leads back to the settings", async ({ page, context }, testInfo) => {
  test.slow();
  await enter(page);
  await section(page, "Waiting room tablet").click();
  await page.getByLabel("There is a waiting room tablet").check();
  await expect(problems(page)).toContainText("The page can still use this file.");
  await field(page, "New PIN").fill("864209");
  await field(page, "New PIN again").fill("864209");
  await button(page, "Set the PIN").click();
  await expect(page.getByText("A PIN is set.")).toBeVisible();
  await expect(field(page, "New PIN")).toHaveValue("");
  await expect(problems(page)).toContainText("No problems");
  const text = await download(page);
  expect(text).not.toContain("864209");
  expect(await page.content()).not.toContain("864209");
  expect(commandSays(text, testInfo).status).toBe(0);

  const tablet = await context.newPage();
  await tablet.route(/\/content\.[0-9a-f]+\.json$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), clinic: JSON.parse(text) } });
  });
  await tablet.goto("/#/settings"); // the PIN comes first, whatever the address
  await expect(button(tablet, "Touch here to start")).toBeVisible({ timeout: 30_000 });
  await expect(title(tablet, "For staff of the clinic")).toHaveCount(0);
  await button(tablet, "For staff").click();
  await tablet.getByLabel("Staff PIN").fill("864209");
  await tablet.keyboard.press("Enter");
  await button(tablet, "Change settings").click();
  await expect(title(tablet, "Clinic settings")).toBeFocused();
  await section(tablet, "Waiting room tablet").click();
  await expect(tablet.getByText("A PIN is set.")).toBeVisible();
  await button(tablet, "Close").click();
  await expect(button(tablet, "Touch here to start")).toBeVisible({ timeout: 30_000 });
});

test("gives the questions for other programs as the command prints them, and keeps the draft meanwhile", async ({ page }) => {
  await enter(page);
  await field(page, "Name").fill("Stays");
  await section(page, "For other programs").click();
  const link = page.getByRole("link", { name: "Download the questions (FHIR Questionnaire)" });
  expect(page.requests.filter(({ url }) => /questionnaire/.test(url)), "before somebody asks for it").toEqual([]);
  const [saved] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(saved.suggestedFilename()).toBe("questionnaire.json");
  const text = readFileSync(await saved.path(), "utf8");
  expect(text === printedQuestionnaire()).toBe(true); // too long to be compared in words
  expect(JSON.parse(text)).toMatchObject({ resourceType: "Questionnaire", url: "urn:needlewise:questionnaire:microneedling" });
  await expect(field(page, "Name")).toHaveValue("Stays");
});

test("works by keyboard alone, and says what happens", async ({ page }) => {
  await page.goto("/#/settings");
  await expect(title(page, "For staff of the clinic")).toBeFocused();
  for (const key of ["Tab", "Tab", "Enter"]) await page.keyboard.press(key);
  await expect(title(page, "Clinic settings")).toBeFocused();
  const tabTo = async (target) => {
    for (let steps = 0; steps < 40 && !(await target.evaluate((element) => element === document.activeElement)); ++steps) await page.keyboard.press("Tab");
    await expect(target).toBeFocused();
  };
  await tabTo(field(page, "Name"));
  await page.keyboard.type("By keys");
  await tabTo(page.locator("summary").filter({ has: section(page, "Look") }));
  await page.keyboard.press("Enter");
  await tabTo(field(page, "Accent colour"));
  await page.keyboard.type("#12");
  await expect(problems(page).getByRole("status")).toHaveText(/^1 problem\. The page would refuse this file/);
  await page.keyboard.type("3456");
  await expect(problems(page).getByRole("status")).toHaveText(/^No problems/);
  expect(await written(page)).toEqual({ name: "By keys", colours: { accent: "#123456" } });
});

for (const [width, height, colorScheme] of [[1440, 900, "light"], [390, 844, "dark"]]) {
  test(`axe finds nothing at ${width} px, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await page.addInitScript({ path: axePath });
    const look = async () => {
      const found = await page.evaluate(async () => {
        const { violations } = await globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], iframes: false });
        return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
      });
      expect.soft(found).toEqual([]);
      expect(await page.evaluate(() => document.getElementById("nw-settings").scrollWidth), "no sideways scrolling").toBeLessThanOrEqual(width);
    };
    await page.goto("/#/settings");
    await expect(title(page, "For staff of the clinic")).toBeVisible();
    await look();
    await enter(page);
    await openFile(page, '{"colours":{"accent":"green"},"products":[{"name":"A","use":"B"}],"kiosk":{"enabled":true}}');
    await expect(problems(page)).toContainText("3 problems");
    for (const details of await page.locator("details").all()) await details.evaluate((element) => (element.open = true));
    await look();
    await show(page, "File");
    await look();
  });
}
