// NLM's LHC-Forms opens our questionnaire with the answers that the page saved, and the page goes on from what it gives back.
import { readFileSync } from "node:fs";
import { healthy, isAsked, label, question, questions, sections, toTimeline } from "./support/form.js";
import { test } from "./support/lforms.js";
import { site } from "./support/site.js";
import { button, expect, open, title } from "./support/test.js";

// Every kind of answer, and follow-ups that are asked.
const answers = {
  ...healthy, concerns: ["fine-lines", "acne-scars"], "scar-kind": ["flat-or-pitted"], isotretinoin: "past-12-months",
  "isotretinoin-last-date": "2025-06-01", "recent-4-weeks": ["tan", "home-roller"], "tan-date": "2026-02-03", "event-date": "2026-12-01",
  "sessions-planned": 4,
};

async function saveFile(page) {
  await button(page, "Take it with you").click();
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Save the file").click()]);
  return JSON.parse(readFileSync(await download.path(), "utf8"));
}
async function openFile(page, response) {
  await open(page);
  await button(page, "I have a saved file or code").click();
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button(page, "Choose the file").click()]);
  await chooser.setFiles({ name: "answers.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(response)) });
}

// {linkId: [code, date or number]}
function answersOf({ item: items }) {
  const valueOf = ({ valueCoding, valueDate, valueInteger }) => valueCoding?.code ?? valueDate ?? valueInteger;
  return Object.assign({}, ...items.map(({ linkId, answer, item = [] }) =>
    ({ ...answersOf({ item }), ...(answer && { [linkId]: answer.map(valueOf) }) })));
}

// --- LHC-Forms, by its documented calls ---

const showForm = (page, questionnaire, response) => page.evaluate(async ([questionnaire, response]) => {
  const { Util } = globalThis.LForms;
  const form = Util.convertFHIRQuestionnaireToLForms(questionnaire, "R4");
  await Util.addFormToPage(Util.mergeFHIRDataIntoLForms(response, form, "R4"), "form");
}, [questionnaire, response]);
const responseOf = (page) => page.evaluate(() => globalThis.LForms.Util.getFormFHIRData("QuestionnaireResponse", "R4", "#form"));

// It compares a date with a limit as if both were numbers (40.1.3, lhc-form-validation.js), so that no date is within any.
const ownMistake = / must be a value (greater|less) than or equal to \d{4}-\d\d-\d\d\.$/;
async function complaints(page) {
  const all = await page.evaluate(() => globalThis.LForms.Util.checkValidity("#form"));
  return (all ?? []).filter((text) => !ownMistake.test(text));
}

const asked = () => questions.filter((one) => isAsked(one, answers));
const texts = new Set([...sections, ...questions].map(({ text }) => text));
const shownTexts = async (form) =>
  (await form.innerText()).split("\n").map((line) => line.replace(/ \*$/, "")).filter((line) => texts.has(line));
const expectedTexts = () => sections.flatMap((section) =>
  [section.text, ...section.questions.filter((one) => isAsked(one, answers)).map(({ text }) => text)]);

const shownChoices = async (form) =>
  [...(await form.ariaSnapshot()).matchAll(/- (?:radio|checkbox) "(.*)" \[checked\]/g)].map(([, name]) => name);
const expectedChoices = () => asked().filter(({ type }) => type === "choice").flatMap(({ linkId, text, repeats }) =>
  [answers[linkId]].flat().map((code) => (repeats ? `Checkbox ${label(linkId, code)} for ${text}` : label(linkId, code))));

const asItWritesDates = (iso) => iso?.replace(/(\d+)-(\d+)-(\d+)/, "$2/$3/$1");

async function expectAllShown(form) {
  await expect.poll(() => shownTexts(form)).toEqual(expectedTexts());
  expect(await shownChoices(form)).toEqual(expectedChoices());
  for (const { linkId, text, type } of asked().filter((one) => one.type !== "choice")) {
    const value = type === "date" ? asItWritesDates(answers[linkId]) : answers[linkId];
    await expect(form.getByRole("textbox", { name: text, exact: true })).toHaveValue(String(value ?? ""));
  }
}

// Rosacea instead of nothing, with what is asked then.
async function goOnAnswering(form) {
  const { text } = question("skin-conditions");
  for (const code of ["none", "rosacea"]) await form.getByRole("checkbox", { name: `Checkbox ${label("skin-conditions", code)} for ${text}` }).click();
  const followUp = form.getByRole("radiogroup", { name: question("rosacea-kind").text });
  await followUp.getByRole("radio", { name: label("rosacea-kind", "redness-or-calm") }).click();
  return { "skin-conditions": ["rosacea"], "rosacea-kind": ["redness-or-calm"] };
}

test("LHC-Forms shows what the page saved, and the page goes on from what it gives back", async ({ page, lformsAddress }) => {
  await open(page);
  await toTimeline(page, answers);
  const saved = await saveFile(page);
  expect(Object.keys(answersOf(saved)).sort()).toEqual(Object.keys(answers).sort());

  await page.goto(lformsAddress);
  await showForm(page, JSON.parse(readFileSync(`${site}/questionnaire.json`, "utf8")), saved);
  const form = page.getByRole("main");
  await expectAllShown(form);
  expect(await complaints(page)).toEqual([]);
  expect(answersOf(await responseOf(page))).toEqual(answersOf(saved));

  const wanted = { ...answersOf(saved), ...(await goOnAnswering(form)) };
  await expect.poll(async () => answersOf(await responseOf(page))).toEqual(wanted);
  expect(await complaints(page)).toEqual([]);

  await openFile(page, await responseOf(page));
  await expect(title(page, "Your timeline"), "nothing in it was unknown").toBeFocused();
  expect(answersOf(await saveFile(page))).toEqual(wanted);
});
