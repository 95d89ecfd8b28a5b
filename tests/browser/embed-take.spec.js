// What a person takes along on a clinic's website, on a phone: each way works in the frame that embed.js makes, and
// where a website's own frame forbids one, the page says what to do instead.
import { readFileSync } from "node:fs";
import { healthy, rush } from "./support/form.js";
import { element, expect, readyFrame, test } from "./support/hosts.js";
import { button, settled, title } from "./support/test.js";

test.use({ viewport: { width: 390, height: 760 }, reducedMotion: "reduce" });

async function toTake(frame) {
  await button(frame, "Start the questions").click();
  await expect(title(frame, "About you")).toBeVisible();
  await settled(frame); // as tall as the new page
  await rush(frame, healthy);
  await button(frame, "See my result").click();
  await button(frame, "Take it with you").click();
  await expect(title(frame, "Take it with you")).toBeVisible();
  await settled(frame);
}
const says = (frame, text) => expect(frame.getByRole("main").getByText(text)).toBeVisible();
async function saved(page, frame, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), button(frame, name).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}
// What is on the clipboard, as a person finds it: pasted into a field of the website.
async function pasted(page) {
  await page.locator("#notes").fill("");
  await page.locator("#notes").focus();
  await page.keyboard.press("ControlOrMeta+v");
  return page.locator("#notes").inputValue();
}
const notes = "<textarea id=notes aria-label=Notes></textarea>";

test.describe("in embed.js's frame", () => {
  test("files are saved and opened again, and the page says where to look", async ({ page, host }) => {
    host.page();
    await host.open();
    const frame = await readyFrame(page);
    await toTake(frame);
    const calendar = await saved(page, frame, "Save the calendar file");
    expect(calendar.name).toBe("microneedling.ics");
    expect(calendar.text).toMatch(/^BEGIN:VCALENDAR/);
    await says(frame, /^The calendar file was made\. Look in your downloads.* If it is not there,/);
    const answers = await saved(page, frame, "Save the file");
    expect(JSON.parse(answers.text).resourceType).toBe("QuestionnaireResponse");
    await says(frame, /^The file was made\. Look in your downloads\. If it is not there,/);

    await button(frame, "Delete my answers").click();
    await button(frame.getByRole("dialog"), "Yes, delete everything").click();
    await button(frame, "I have a saved file or code").click();
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button(frame, "Choose the file").click()]);
    await chooser.setFiles({ name: answers.name, mimeType: "application/json", buffer: Buffer.from(answers.text) });
    await expect(title(frame, "Your timeline")).toBeVisible();
  });

  test("text and code are copied, and the code opens the answers again", async ({ page, host }) => {
    host.page({ after: notes });
    await host.open();
    const frame = await readyFrame(page);
    expect(await element(page).locator("iframe").getAttribute("sandbox"), "an origin of its own").not.toContain("allow-same-origin");
    await toTake(frame);
    await button(frame, "Copy as text").click();
    await says(frame, "Copied. You can now paste it.");
    await expect.poll(() => pasted(page)).toContain("My answers before microneedling");
    await button(frame, "Show the code").click();
    await expect(frame.getByRole("img", { name: "Code with your answers, for a phone camera" }).locator("svg")).toBeVisible();
    await says(frame, /^On the other device, open this page\./);
    await settled(frame); // the page grew below what was pressed
    await button(frame, "Copy the code").click();
    await says(frame, "Copied. You can now paste it.");
    await expect.poll(() => pasted(page)).toMatch(/^[A-Z2-7]+$/);
    const code = await pasted(page);

    await button(frame, "Delete my answers").click();
    await button(frame.getByRole("dialog"), "Yes, delete everything").click();
    await button(frame, "I have a saved file or code").click();
    await frame.getByLabel("Code or link").fill(code);
    await button(frame, "Open it").click();
    await expect(title(frame, "Your timeline")).toBeVisible();
  });

  test("the page for paper is printed, of this frame alone", async ({ page, host }) => {
    await page.addInitScript(() => {
      globalThis.printed = [];
      addEventListener("beforeprint", () => printed.push(document.getElementById("print")?.querySelector("h1").textContent));
    });
    host.page();
    await host.open();
    const frame = await readyFrame(page);
    await toTake(frame);
    await button(frame, "Print for my clinic").click();
    await expect.poll(() => frame.evaluate(() => printed)).toEqual(["My answers, for the clinic"]);
    expect(await page.evaluate(() => printed), "the website's own print").toEqual([]);
    await page.waitForTimeout(2500);
    await expect(frame.getByText(/^Did nothing open to print/)).toHaveCount(0);
  });

  test("the share sheet of a phone is offered where the frame may open it, and gets the text", async ({ page, host }) => {
    await page.addInitScript(() => {
      navigator.canShare = ({ text }) => Boolean(text);
      navigator.share = async ({ text }) => (globalThis.shared = text);
    });
    host.page();
    await host.open();
    const frame = await readyFrame(page);
    expect((await element(page).locator("iframe").getAttribute("allow")).split("; ")).toEqual(["clipboard-write", "web-share"]);
    await toTake(frame);
    await button(frame, "Share").click();
    await expect.poll(() => frame.evaluate(() => globalThis.shared)).toContain("My answers before microneedling");
    await says(frame, "Handed on.");
  });
  test.use({ expected: [/Unrecognized feature: 'web-share'/] }); // as this Chromium has no share sheet
});

test.describe("in a website's own frame that allows scripts alone", () => {
  test.use({ expected: [/clipboard|Clipboard|Download is disallowed|allow-modals|print/] });
  test("copying works, and nothing else fails without a word", async ({ page, host, server }) => {
    host.page({ script: null, element: `<iframe src="${server}/needlewise.html" title="Screening" width="100%" height="700" sandbox="allow-scripts"></iframe>`, after: notes });
    await host.open();
    const frame = page.frames().at(-1);
    await expect(button(frame, "Start the questions")).toBeVisible({ timeout: 30_000 });
    await toTake(frame);
    await button(frame, "Copy as text").click();
    await says(frame, "Copied. You can now paste it.");
    await expect.poll(() => pasted(page)).toContain("My answers before microneedling");
    await button(frame, "Print for me").click();
    await says(frame, /^Did nothing open to print\? .* another way here, or another browser\./);
    await button(frame, "Save the calendar file").click();
    await says(frame, /If it is not there, this browser could not save it\. .* another way here, or another browser\./);
    await expect(button(frame, "Share")).toHaveCount(0);
    await frame.evaluate(() => (document.execCommand = () => false));
    await button(frame, "Copy as text").click();
    await says(frame, /^This browser does not let the text be copied from here\. /);
  });
});
