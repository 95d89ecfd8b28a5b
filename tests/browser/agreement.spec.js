// What is painted and what can be pressed are the same thing: every control's picture lies at the control's rectangle,
// and every painted text lies under its own letters. Else a click, a screen magnifier or a found word would miss.
import { sections } from "./support/form.js";
import { keepPictures } from "./support/pixels.js";
import { everyScreen } from "./support/screens.js";
import { button, expect, open, settled, test, title } from "./support/test.js";

const ring = 5; // how far a focus ring reaches beyond its control, with its smoothed rim

// Runs in the page: what of each painted control on the screen changes with focus and pointer.
async function lookAtControls({ ring, pointer }) {
  const { pictures } = globalThis;
  const rectangle = (control) => (control.closest("label") ?? control).getBoundingClientRect();
  const inDialog = document.querySelector("dialog[open]");
  const controls = inDialog ? [] : [...document.querySelectorAll("#nw-content .nw-painted:is(button, a[href]), #nw-content .nw-painted > input")];
  const point = (type, at) => at.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: "mouse" }));
  const found = [];
  // The pointer itself stays where it was, over whatever is scrolled below it: that does not count.
  const silence = (event) => event.isTrusted && event.stopImmediatePropagation();
  addEventListener("pointerover", silence, true);
  point("pointerover", document.body);
  const rest = async () => {
    document.activeElement.blur();
    return pictures.after();
  };
  let before = await rest();
  let top = document.getElementById("nw-canvas").style.top;
  for (const control of controls) {
    control.scrollIntoView({ block: "nearest" });
    await globalThis.pictures.frames(2); // scrolling tells of itself later, and may move the canvas
    if (document.getElementById("nw-canvas").style.top !== top) {
      before = await rest();
      top = document.getElementById("nw-canvas").style.top;
    }
    const focused = await pictures.after(() => control.focus({ preventScroll: true, focusVisible: true }));
    const area = [pictures.area(rectangle(control), ring)];
    const focus = pictures.differences(before, focused, area);
    document.activeElement.blur();
    let hover;
    if (pointer) {
      const pointed = await pictures.after(() => point("pointerover", control));
      hover = pictures.differences(before, pointed, area);
      point("pointerover", document.body);
    }
    found.push({ id: control.id, quiet: control.localName === "a" || control.type === "range" || control.checked || control.ariaExpanded === "true", // looks the same under the pointer
      focus: [focus.inside[0], focus.outside], hover: hover && [hover.inside[0], hover.outside], area: area[0] });
  }
  removeEventListener("pointerover", silence, true);
  return found;
}

// Runs in the page: painted texts whose ink does not lie where their letters are.
async function lookAtTexts() {
  const longNamed = /^(Change|Show the list|Hide the list|Why, and what would change it|Sources and differing views): |^Days? \d.*: /; // shown without what follows; shown in two sizes
  const { pictures } = globalThis;
  document.activeElement.blur();
  const wrong = [];
  let seen = 0;
  if (document.querySelector("dialog[open]")) return { seen, wrong };
  const texts = document.createTreeWalker(document.getElementById("nw-content"), NodeFilter.SHOW_TEXT);
  let picture = await pictures.after();
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const owner = text.parentElement.closest(".nw");
    if (!owner?.classList.contains("nw-painted") || !text.data.trim() || longNamed.test(text.data)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const lines = [...range.getClientRects()].filter(({ width, height }) => width > 10 && height > 2);
    const hidden = owner.closest(".nw-hidden") || getComputedStyle(text.parentElement).clipPath !== "none" || owner.getBoundingClientRect().width === 0;
    if (hidden || owner.classList.contains("nw-slider")) continue; // a slider's name is not shown
    seen += 1;
    if (/\w-\w/.test(text.data) && lines.length > 1) continue; // browsers break lines at hyphens, too
    for (const [number, line] of lines.entries()) {
      const area = pictures.area(line);
      if (area.top < 0 || area.bottom > picture.height) continue;
      const counts = new Map();
      for (let y = area.top; y < area.bottom; ++y) for (let x = area.left; x < area.right; ++x) {
        const pixel = picture.pixels[y * picture.width + x];
        counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
      }
      const all = (area.right - area.left) * (area.bottom - area.top);
      const [ground, most] = [...counts].sort((a, b) => b[1] - a[1])[0];
      // Ink in the first and last letters' columns, and none just before and behind them.
      const inked = (from, to) => {
        for (let y = area.top + 2; y < area.bottom - 2; ++y) for (let x = Math.max(0, from); x < Math.min(picture.width, to); ++x) if (picture.pixels[y * picture.width + x] !== ground) return true;
        return false;
      };
      const problems = [];
      const slack = 3 + Math.ceil(0.015 * line.width);
      const onButton = owner.localName === "button"; // whose letters are centred as if it had no icon
      const end = onButton ? 34 : 4 + slack;
      if (1 - most / all < 0.05) problems.push(`ink on ${Math.round(100 * (1 - most / all))} %`);
      if (!inked(area.left, area.left + end)) problems.push("no ink at its begin");
      if (!inked(area.right - end, area.right)) problems.push("no ink at its end");
      if (!onButton && inked(area.left - 5, area.left - 3)) problems.push("ink before it");
      if (!onButton && inked(area.right + slack, area.right + slack + 2)) problems.push("ink behind it");
      if (problems.length > 0) wrong.push(`${text.parentElement.closest("[id]")?.id || owner.control?.id || owner.querySelector("[id]")?.id} line ${number + 1}/${lines.length} '${text.data.slice(0, 40)}': ${problems.join(", ")}`);
    }
  }
  return { seen, wrong };
}

// Runs in the page: chooses every choice that a screen has or gets, and tells what changed where it should not have.
async function choose() {
  const { pictures } = globalThis;
  const choices = () => [...document.querySelectorAll("#nw-content .nw-painted > :is([type=radio], [type=checkbox])")].map(({ id }) => id);
  const boxes = () => new Map([...document.querySelectorAll("#nw-content [id]")].map((element) => {
    const { left, top, right, bottom } = pictures.area(element.getBoundingClientRect());
    return [element.id, { top, all: [left, top, right, bottom, element.localName === "fieldset" ? "" : element.textContent].join() }];
  }));
  const done = new Set();
  const wrong = [];
  document.activeElement.blur();
  let before;
  for (let next = choices(); next.length > 0; next = choices().filter((id) => !done.has(id))) {
    const id = next[0];
    done.add(id);
    const control = document.getElementById(id);
    const canvas = document.getElementById("nw-canvas");
    const { scrollY: scrolled } = globalThis;
    control.scrollIntoView({ block: "nearest" });
    if (scrollY !== scrolled || !before) {
      await pictures.frames(2);
      before = await pictures.after();
    }
    const { top } = canvas.style;
    if (control.type === "radio" && control.checked) continue;
    const boxesBefore = boxes();
    const own = pictures.area(control.closest("label").getBoundingClientRect(), 1);
    // Another of its group may be given up for it, and the figure shows the same areas.
    const group = [...control.closest("fieldset, #nw-content").querySelectorAll(":scope > .nw-choice, :scope > .nw-hitarea")].map((label) => pictures.area(label.getBoundingClientRect(), 3));
    const after = await pictures.after(() => control.click());
    // Where something comes, goes or says something else, what lies below it moves.
    const boxesAfter = boxes();
    const ids = new Set([...boxesBefore.keys(), ...boxesAfter.keys()]);
    const moved = [...ids].filter((one) => boxesBefore.get(one)?.all !== boxesAfter.get(one)?.all);
    const from = Math.min(...moved.map((one) => Math.min(boxesBefore.get(one)?.top ?? Infinity, boxesAfter.get(one)?.top ?? Infinity)));
    const below = { left: 0, top: from - 30, right: before.width, bottom: Infinity };
    if (after.pixels.length === before.pixels.length && canvas.style.top === top) {
      const { inside, outside } = pictures.differences(before, after, [own, ...group, ...(moved.length > 0 ? [below] : [])]);
      if (inside[0] < 60 || outside) wrong.push(JSON.stringify({ id, inside: inside[0], outside, moved: moved.slice(0, 3) }));
    }
    before = canvas.style.top === top ? after : undefined;
  }
  return { seen: done.size, wrong };
}

// Counted, so that a selector that finds nothing any more is noticed.
const leastControls = 200;
const leastTexts = 700;

for (const width of [390, 1024]) {
  test.describe(`${width} px`, () => {
    // Broad canvases are slow to paint without a graphics card, so that one is low.
    test.use({ viewport: { width, height: width === 390 ? 844 : 520 }, reducedMotion: "reduce" });

    test.beforeEach(async ({ page }) => {
      await page.addInitScript(keepPictures);
      await open(page);
    });

    test("focus and pointer change a control's own picture, and nothing else", async ({ page }) => {
      test.setTimeout(400_000);
      let seen = 0;
      await everyScreen(page, async (name) => {
        if (name === "example plan" && width > 390) return; // the timeline's controls again, and slow to paint
        const found = await page.evaluate(lookAtControls, { ring, pointer: width === 390 }); // once will do: broad canvases are slow to paint
        seen += found.length;
        const wrong = found.filter(({ quiet, focus, hover }) => focus[0] < 60 || focus[1] || (hover && ((!quiet && hover[0] < 60) || hover[1])));
        expect.soft(wrong.map((one) => JSON.stringify(one)), name).toEqual([]);
      });
      expect(seen).toBeGreaterThan(leastControls);
    });

    test("every painted text lies under its own letters", async ({ page }) => {
      test.slow();
      let all = 0;
      await everyScreen(page, async (name) => {
        const { seen, wrong } = await page.evaluate(lookAtTexts);
        all += seen;
        expect.soft(wrong, name).toEqual([]);
      });
      expect(all).toBeGreaterThan(leastTexts);
    });
  });
}

test.describe("640 px", () => {
  test.use({ viewport: { width: 640, height: 844 }, reducedMotion: "reduce" });

  test("choosing changes the choice's own picture and its group's, and what follows from it", async ({ page }) => {
    test.slow();
    await page.addInitScript(keepPictures);
    await open(page);
    await button(page, "Start the questions").click();
    let all = 0;
    for (const { text } of sections) {
      await expect(title(page, text)).toBeVisible();
      await settled(page);
      const { seen, wrong } = await page.evaluate(choose);
      all += seen;
      expect.soft(wrong, text).toEqual([]);
      await button(page, "Next").click();
      const onward = button(page, "Skip this for now");
      await expect(onward.or(title(page).filter({ hasNotText: text }))).toBeVisible();
      if (await onward.isVisible()) await onward.click();
    }
    expect(all).toBeGreaterThan(150);
  });
});
