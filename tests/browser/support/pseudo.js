// A page in a made-up language: what of it does not come from a catalogue, and what has no room.
import { expect, settled } from "./test.js";

// Runs in the page: every text and name that a person meets.
function readAll() {
  const texts = [];
  const add = (what, text) => text?.trim() && texts.push([what, text.trim()]);
  const home = document.querySelector("dialog[open]") ?? document.body;
  const isSeen = (element) => !element.closest("#nw-live, #nw-canvas, #print, option, script, style, noscript");
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

// What is no text of the catalogue: numbers, what sources are called, rules as staff see them, a code.
const isData = (what, text) => /^[\d\s.,:/+–—-]*$/.test(text) || /\/(source|trace|link)\//.test(`${what}/`);
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

export const press = (page, id) => page.locator(`[id="${id}"]`).click();

// Fills in the form by the ids of its nodes: names are foreign here.
export async function fillIn(page, person) {
  await page.evaluate(async (answers) => {
    const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    const find = (id) => document.getElementById(id);
    // A follow-up question is there after the next picture, however long that takes.
    async function taken() {
      for (let frames = 0; frames < 2; ++frames) await new Promise(requestAnimationFrame);
      await wait(20);
    }
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
      for (let steps = 0; steps < 200 && answerAll(); ++steps) await taken();
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

// Gives how many texts there are.
export async function expectSound(page, name) {
  const texts = await page.evaluate(readAll);
  const foreign = texts.filter(([what, text]) => !isData(what, text) && outsideBrackets(text) !== "");
  expect.soft(foreign.map((one) => one.join(": ").slice(0, 120)), `${name}: not from the catalogue`).toEqual([]);
  expect.soft(await page.evaluate(findClipped), `${name}: no room`).toEqual([]);
  return texts.length;
}

// Strengths and sources by their short names, and the list of what sources are called.
const withoutSources = (text) => (/^[A-Z][A-Z0-9-]+: .* · /.test(text) ? "" : text.replace(/\[[A-DX][^\]]*\]|\b[A-DX]\d*\b/g, ""));

// The page for paper, as wide as a sheet.
export async function expectSoundOnPaper(page, name) {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 710, height: 1000 }); // A4 without its margins
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => page.evaluate(() => document.getElementById("print").clientWidth)).toBe(710);
  await settled(page);
  const { foreign, clipped } = await page.evaluate(() => {
    const root = document.getElementById("print");
    const range = document.createRange();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const foreign = [];
    const clipped = [];
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      foreign.push(text.data);
      range.selectNodeContents(text);
      const own = text.parentElement.closest("td, th, p, li, h1, h2").getBoundingClientRect();
      const over = Math.max(...[...range.getClientRects()].flatMap(({ left, right }) => [right - own.right, own.left - left, right - innerWidth]));
      if (over > 4) clipped.push(`'${text.data.slice(0, 40)}' ${Math.round(over)} px`);
    }
    return { foreign, clipped };
  });
  expect(foreign.length, name).toBeGreaterThan(20);
  expect.soft(foreign.filter((text) => !isData("", text) && outsideBrackets(withoutSources(text)) !== ""), `${name}: not from the catalogue`).toEqual([]);
  expect.soft(clipped, `${name}: no room`).toEqual([]);
  await page.emulateMedia({ media: null });
  await page.setViewportSize(size);
}
