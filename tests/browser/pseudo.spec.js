// A language made of the English one, accented, in brackets and 40 % longer: what is seen without brackets does not come
// from a catalogue, and what has no room for it will have none for a real language.
import { healthy } from "./support/form.js";
import { accented, testIn } from "./support/languages.js";
import { expect, settled } from "./support/test.js";

const test = testIn({ "en-XA": accented });

// Runs in the page: every text and name that a person meets.
function readAll() {
  const texts = [];
  const add = (what, text) => text?.trim() && texts.push([what, text.trim()]);
  const home = document.querySelector("dialog[open]") ?? document.body;
  const isSeen = (element) => !element.closest("#nw-live, #nw-canvas, option, script, style, noscript");
  const walker = document.createTreeWalker(home, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (isSeen(node.parentElement)) add(node.parentElement.closest("[id]")?.id ?? "?", node.data);
  }
  for (const element of home.querySelectorAll("[aria-label], [aria-valuetext], [alt], [title], [placeholder]")) {
    for (const name of ["aria-label", "aria-valuetext", "alt", "title", "placeholder"]) add(`${element.id} ${name}`, element.getAttribute(name));
  }
  add("title", document.title);
  return texts;
}

// Runs in the page: what reaches out of the window, of its own box, or (painted) of its control's rectangle.
function findClipped() {
  const wrong = [];
  const name = (element) => element.closest("[id]")?.id || element.querySelector("[id]")?.id || element.className;
  const wide = document.documentElement;
  if (wide.scrollWidth > wide.clientWidth) wrong.push(`the page is ${wide.scrollWidth} wide`);
  for (const element of document.querySelectorAll(".nw, .nw-words")) {
    const style = getComputedStyle(element);
    if (style.clipPath !== "none" || !element.getClientRects().length || element.closest(".nw-hidden, select")) continue;
    const box = element.getBoundingClientRect();
    if (box.width > 1 && (box.right > innerWidth + 1 || box.left < -1)) wrong.push(`${name(element)}: beyond the window's side`);
    const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const holder = element.closest("button, label, a") ?? element;
    // Said with what it is about, and painted without.
    const saysMore = holder.matches(".nw-painted.nw-button") && /.‹/.test(holder.textContent);
    const own = holder.getBoundingClientRect();
    if (own.width < 2 || saysMore) continue;
    for (const text of texts) {
      const range = document.createRange();
      range.selectNodeContents(text);
      const over = Math.max(...[...range.getClientRects()].filter(({ width }) => width > 1).flatMap((line) =>
        [line.right - own.right, own.left - line.left, line.bottom - own.bottom - 3, own.top - line.top - 3]));
      // A space at a line's end may hang out of it.
      if (over > 6) wrong.push(`${name(element)}: '${text.data.slice(0, 30)}' ${Math.round(over)} px out of its box`);
    }
  }
  return [...new Set(wrong)];
}

// What is no text of the catalogue: numbers, what sources are called, rules as staff see them.
const isData = (what, text) => /^[\d\s.,:/+–—-]*$/.test(text) || /\/(source|trace)\//.test(`${what}/`);
// Whole when all letters outside of the brackets are gone.
function outsideBrackets(text) {
  let depth = 0;
  let rest = "";
  for (const letter of text) {
    if (letter === "‹") depth += 1;
    else if (letter === "›") depth -= 1;
    else if (depth === 0) rest += letter;
  }
  return rest.replace(/[^\p{L}]/gu, "");
}

const person = {
  ...healthy, concerns: ["acne-scars", "dark-patches"], "scar-kind": ["flat-or-pitted"], diabetes: "not-sure", medicines: ["bought-pain-relief"],
  isotretinoin: "past-12-months", "isotretinoin-last-date": "2025-11-11", "skin-conditions": ["cold-sores"],
  "planned-date": "2026-06-06", "event-date": "2026-12-12", "sessions-planned": 3,
};

const press = (page, id) => page.locator(`[id="${id}"]`).click();

// Fills in the form by the ids of its nodes: names are foreign here.
async function fillIn(page) {
  await page.evaluate(async (answers) => {
    const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    const find = (id) => document.getElementById(id);
    function answerAll() {
      for (const [linkId, values] of Object.entries(answers)) {
        for (const one of [values].flat()) {
          const choice = find(`q/${linkId}/${one}`);
          const field = find(`q/${linkId}`);
          if (choice && !choice.checked) return choice.click() ?? true;
          if (!choice && field instanceof HTMLInputElement && field.value !== String(one)) {
            field.focus();
            field.value = one;
            for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
            field.blur();
            return true;
          }
        }
      }
      return false;
    }
    for (let pages = 0; pages < 100 && !find("review/title"); ++pages) {
      const before = find("questions/step")?.textContent + find("questions/title")?.textContent;
      for (let steps = 0; steps < 200 && answerAll(); ++steps) await wait(40);
      find("questions/next")?.click();
      for (let tries = 0; tries < 20; ++tries) {
        await wait(25);
        if (find("review/title") || find("questions/skip")) break;
        if (find("questions/step")?.textContent + find("questions/title")?.textContent !== before) break;
      }
      find("questions/skip")?.click();
      await wait(40);
    }
  }, person);
}

async function everyScreen(page, visit) {
  const there = async (id, name) => {
    await expect(page.locator(`[id="${id}"]`).first()).toBeAttached();
    await settled(page);
    await visit(name);
  };
  await there("welcome/title", "welcome");
  await press(page, "welcome/explainer");
  await there("explainer/title", "explainer");
  await page.goBack();
  await press(page, "welcome/open");
  await there("open/title", "open saved");
  await page.goBack();
  await press(page, "welcome/start");
  await press(page, "questions/next");
  await there("questions/skip", "form with answers missing");
  await fillIn(page);
  await there("review/title", "review");
  await press(page, "review/result");
  await expect(page.locator("[data-outcome]")).toBeVisible();
  await page.locator("[data-finding] button").evaluateAll((all) => all.forEach((one) => one.ariaExpanded === "false" && one.click()));
  await there("result/timeline", "result");
  await press(page, "result/timeline");
  await expect(page.locator('[id^="session/"], [id^="timeline/"]').first()).toBeAttached();
  for (let left = 20; left > 0; --left) {
    const closed = page.locator('main button[aria-expanded="false"]').first();
    if (await closed.count() === 0) break;
    await closed.click();
  }
  await there("timeline/title", "timeline");
  await press(page, "banner/red-flags");
  await there("red-flags/title", "urgent signs");
  await press(page, "banner/delete");
  await there("dialog/delete", "dialog");
}

for (const width of [390, 1080]) {
  for (const view of ["canvas", "plain"]) {
    test.describe(`${width} px, ${view} view`, () => {
      test.use({ viewport: { width, height: 844 }, reducedMotion: "reduce" });

      test("every text comes from the catalogue, and has room", async ({ page }) => {
        test.slow();
        await page.goto("/");
        await page.getByRole("combobox").selectOption("en-XA");
        await expect(page.locator("html")).toHaveAttribute("lang", "en-XA");
        if (view === "plain") await press(page, "footer/plain-view");
        let seen = 0;
        await everyScreen(page, async (name) => {
          const texts = await page.evaluate(readAll);
          seen += texts.length;
          const foreign = texts.filter(([what, text]) => !isData(what, text) && outsideBrackets(text) !== "");
          expect.soft(foreign.map((one) => one.join(": ").slice(0, 120)), `${name}: not from the catalogue`).toEqual([]);
          expect.soft(await page.evaluate(findClipped), `${name}: no room`).toEqual([]);
        });
        expect(seen).toBeGreaterThan(300);
      });
    });
  }
}
