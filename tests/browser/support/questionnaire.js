// The built-in questionnaire as data, and a small model of its follow-ups of its own. Knows no browser.
import { readFileSync } from "node:fs";
import { root, today } from "./site.js";

const questionnaire = JSON.parse(readFileSync(`${root}assets/protocols/microneedling/questionnaire.json`, "utf8"));

const extension = (item, name) => item.extension?.find(({ url }) => url.endsWith(`/${name}`));
const bound = (item, name) => {
  const found = extension(item, name);
  if (!found) return undefined;
  return found._valueDate ? today : found.valueDate ?? found.valueInteger;
};

export const sections = questionnaire.item.map((section) => ({
  linkId: section.linkId,
  text: section.text,
  questions: section.item.filter(({ type }) => type !== "display").map((item) => ({
    linkId: item.linkId,
    text: item.text,
    type: item.type,
    required: Boolean(item.required),
    repeats: Boolean(item.repeats),
    minimum: bound(item, "minValue"),
    maximum: bound(item, "maxValue"),
    options: (item.answerOption ?? []).map((option) => ({
      code: option.valueCoding.code,
      label: option.valueCoding.display,
      exclusive: Boolean(extension(option, "questionnaire-optionExclusive")?.valueBoolean),
    })),
    when: item.enableWhen ?? [],
    any: item.enableBehavior === "any",
  })),
}));
export const questions = sections.flatMap((section) => section.questions);
export const question = (linkId) => questions.find((one) => one.linkId === linkId);
export const label = (linkId, code) => question(linkId).options.find((option) => option.code === code).label;

// answers: {linkId: code | [codes] | date | number}; absent: not answered.
export const given = (answers, linkId) => (answers[linkId] === undefined ? [] : [answers[linkId]].flat());
export function isAsked({ when, any }, answers) {
  const holds = ({ question: other, operator, answerCoding }) => {
    const values = isAsked(question(other), answers) ? given(answers, other) : [];
    return operator === "exists" ? values.length > 0 : values.includes(answerCoding.code);
  };
  return when.length === 0 || (any ? when.some(holds) : when.every(holds));
}

export function response(answers) {
  const value = ({ type }, one) =>
    type === "choice" ? { valueCoding: { code: one } } : type === "date" ? { valueDate: one } : { valueInteger: one };
  return {
    resourceType: "QuestionnaireResponse",
    status: "completed",
    questionnaire: "urn:needlewise:questionnaire:microneedling",
    item: questions.filter(({ linkId }) => given(answers, linkId).length > 0)
      .map((one) => ({ linkId: one.linkId, answer: given(answers, one.linkId).map((each) => value(one, each)) })),
  };
}

// Somebody of whom nothing speaks against a treatment.
export const healthy = Object.freeze({
  "age-band": "22-plus", pregnancy: ["none"], concerns: ["fine-lines"], area: ["face"], device: "needle-only", numbing: "clinic",
  "skin-today": ["none"], "changing-mole": "no", "spots-in-area": ["none"], "skin-conditions": ["none"], "scar-history": ["none"],
  pigment: ["none"], "bleeding-healing": ["none"], diabetes: "no", heart: ["none"], immune: ["none"], cancer: ["none"],
  "other-health": ["none"], "day-to-day": ["none"], isotretinoin: "never", medicines: ["none"], creams: ["none"], allergies: ["none"],
  "numbing-risks": ["none"], "recent-4-weeks": ["none"], "recent-12-months": ["none"], "recent-illness": ["none"],
  "planned-date": "2026-04-04",
});

// The pages that a person with these answers sees on a phone: a question each, its follow-ups with it.
export function askedPages(answers) {
  const pages = [];
  for (const section of sections) {
    let page; // each section begins a new one
    for (const one of section.questions.filter((each) => isAsked(each, answers))) {
      const follows = page && one.when.length > 0 && one.when.every((rule) => page.some(({ linkId }) => linkId === rule.question));
      if (follows) page.push(one);
      else pages.push((page = [one]));
    }
  }
  return pages;
}

// --- random answers ---

export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => { // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const plusDays = (date, days) => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

// calm: how often a question gets its harmless answer. gaps: how often one that must be answered is not.
export function randomAnswers(seed, { calm = 0.7, gaps = 0, wrongDates = 0 } = {}) {
  const random = randomNumbers(seed);
  const below = (count) => Math.floor(random() * count);
  const answers = {};
  for (const one of questions) {
    if (!isAsked(one, answers) || (one.required && random() < gaps)) continue;
    const { linkId, options } = one;
    if (one.type === "choice" && random() < calm && healthy[linkId] !== undefined) {
      answers[linkId] = healthy[linkId];
    } else if (one.type === "choice" && !one.repeats) {
      answers[linkId] = options[below(options.length)].code;
    } else if (one.type === "choice") {
      const first = options[below(options.length)];
      const chosen = options.filter((option) => option === first || (!first.exclusive && !option.exclusive && random() < 0.2));
      answers[linkId] = chosen.map(({ code }) => code);
    } else if (one.type === "integer") {
      if (random() < 0.5) answers[linkId] = 1 + below(12);
    } else if (random() < 0.75) {
      const ahead = one.minimum === today;
      const wrong = random() < wrongDates;
      const days = 1 + below(ahead ? 120 : 500);
      const open = one.maximum !== today && !ahead; // either way
      answers[linkId] = plusDays(today, (ahead !== wrong) || (open && random() < 0.5) ? days : -days);
    }
  }
  return answers;
}
