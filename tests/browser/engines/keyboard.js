// The form by keys alone: Tab, arrows, Space, Enter and digits, with the focus in sight at every step.
import assert from "node:assert/strict";
import { question } from "../support/questionnaire.js";
import { chosen, control } from "./form.js";
import { until } from "./page.js";
import { coloursIn, pixelsOf, readPicture } from "./picture.js";

export async function pressButton(page, name, key = "Enter") {
  await page.tabTo("button", name);
  await page.press(key);
}

// The focus is drawn around what has it, in the theme's colour.
export async function theFocusShows(page, role, name, within) {
  await page.settle();
  const { left, top, width, height } = await page.one(role, name, within);
  const colour = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--nw-focus").trim());
  const around = { left: left - 10, top: top - 10, width: width + 20, height: height + 20 };
  const pixels = pixelsOf(coloursIn(readPicture(await page.screenshot()), around), colour);
  assert.ok(pixels > 100, `the focus on ${role} '${name}' shows in ${colour}: ${pixels} pixels do`);
}

// Digits of a date: some browsers go from part to part by themselves, others by Tab.
async function typeDate(page, linkId, date) {
  const [year, month, day] = date.split("-");
  await page.type(`${day}${month}${year}`);
  if (await chosen(page, linkId, date)) return;
  const { id } = await page.focused();
  await page.press("Tab", { shift: true });
  await page.tabTo(...control(linkId));
  assert.equal((await page.focused()).id, id);
  for (const part of [day, month, year]) {
    await page.type(part);
    if (part !== year) await page.press("Tab");
  }
}

const looked = new Set();

export async function answerByKeys(page, linkId, value) {
  const one = question(linkId);
  const show = async (target) => {
    if (looked.has(target[0])) return;
    looked.add(target[0]); // each kind of control once: a look takes a while
    const [role, name, within] = target;
    await theFocusShows(page, role, name, within);
  };
  const tabTo = async (target) => {
    const [role, name, within] = target;
    await page.tabTo(role, name, { within });
    await show(target);
  };
  if (one.type === "choice" && !one.repeats) {
    // Tab enters a group of radios at its first; arrows choose.
    const codes = one.options.map(({ code }) => code);
    await tabTo(control(linkId, codes[0]));
    if (codes[0] === value) await page.press("Space");
    for (let at = 0; codes[at] !== value; ++at) await page.press("ArrowDown");
    await until(() => chosen(page, linkId, value), `${linkId} to be ${value}`);
    assert.ok((await page.one(...control(linkId, value))).focused, `${linkId} keeps the focus`);
    return;
  }
  for (const each of [value].flat()) {
    await tabTo(control(linkId, each));
    if (one.type === "date") await typeDate(page, linkId, each);
    else if (one.type === "integer") await page.type(String(each));
    else await page.press("Space");
    await until(() => chosen(page, linkId, each), `${linkId} to be ${each}`);
    assert.ok((await page.one(...control(linkId, each))).focused, `${linkId} keeps the focus`);
  }
}
