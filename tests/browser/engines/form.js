// Ways through the form, by mouse and by keys.
import assert from "node:assert/strict";
import { askedPages, isAsked, label, question, response, sections } from "../support/questionnaire.js";
import { judged, readResult } from "../support/result.js";
import { judge } from "../support/site.js";
import { today } from "./person.js";
import { until } from "./page.js";

const roleOf = ({ type, repeats }) => (type === "date" ? "date" : type === "integer" ? "spinbutton" : repeats ? "checkbox" : "radio");
const groupOf = ({ type, repeats, text }) => ({ role: type === "choice" && !repeats ? "radiogroup" : "group", name: text });

// The control of a question's answer, as find's parts.
export function control(linkId, code) {
  const one = question(linkId);
  return one.type === "choice" ? [roleOf(one), label(linkId, code), groupOf(one)] : [roleOf(one), one.text];
}
export async function chosen(page, linkId, code) {
  const { checked, value } = await page.one(...control(linkId, code));
  return question(linkId).type === "choice" ? checked : value === String(code);
}

export async function answer(page, linkId, value) {
  const { type } = question(linkId);
  for (const one of [value].flat()) {
    if (type === "choice") await page.click(...control(linkId, one));
    else await page.fill(...control(linkId), String(one));
    await until(() => chosen(page, linkId, one), `${linkId} to be ${one}`);
  }
}

const answered = (questions, person) => questions.filter((one) => isAsked(one, person) && person[one.linkId] !== undefined);

// by(page, linkId, value) answers, go(page, name) presses a button.
export async function fillBySection(page, person, { by = answer, go = (name) => page.click("button", name), each = async () => {} } = {}) {
  for (const section of sections) {
    await page.atTitle(section.text);
    for (const { linkId } of answered(section.questions, person)) await by(page, linkId, person[linkId]);
    for (const one of section.questions) {
      if (!isAsked(one, person)) assert.equal(await page.has(groupOf(one).role, one.text), false, `${one.linkId} is not asked`);
    }
    await each(section);
    await go("Next");
  }
  await page.atTitle("Check your answers");
}

// As on a phone, a question a page.
export async function fillByQuestion(page, person, { each = async () => {} } = {}) {
  for (const asked of askedPages(person)) {
    const [first] = asked;
    await page.one(groupOf(first).role, first.text);
    await each(first);
    for (const { linkId } of answered(asked, person)) await answer(page, linkId, person[linkId]);
    const goesOnByItself = asked.length === 1 && first.type === "choice" && !first.repeats;
    if (!goesOnByItself) await page.click("button", "Next");
    await until(async () => !await page.has(groupOf(first).role, first.text), `what comes after ${first.linkId}`);
  }
  await page.atTitle("Check your answers");
}

export async function theResultIsRight(page, person) {
  await page.one("region", "Your result");
  const [expected] = judge([{ today: today(), response: response(person) }]);
  assert.deepEqual(await page.evaluate(readResult), judged(expected));
}
