// The built-in questionnaire as data, a small model of its follow-ups of its own, and ways through the form.
import { readFileSync } from "node:fs";
import { root, today } from "./site.js";
import { button, expect, pictureVersion, textVersion, title } from "./test.js";

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

// --- on the page ---

// A question's group by its text, and by an option where other questions have the same text.
export function group(page, linkId) {
  const { text, options, repeats, type } = question(linkId);
  const found = page.getByRole(type === "choice" && !repeats ? "radiogroup" : "group", { name: text, exact: true });
  return options.length === 0 ? found : found.filter({ has: page.getByRole(repeats ? "checkbox" : "radio", { name: options[0].label, exact: true }) });
}
export function control(page, linkId, code) {
  const { text, repeats, type } = question(linkId);
  if (type === "date") return page.getByLabel(text, { exact: true }).and(page.locator("input[type=date]"));
  if (type === "integer") return page.getByRole("spinbutton", { name: text, exact: true });
  return group(page, linkId).getByRole(repeats ? "checkbox" : "radio", { name: label(linkId, code), exact: true });
}

// way: "click" or "tap".
export async function answer(page, linkId, value, way = "click") {
  const { type } = question(linkId);
  for (const one of [value].flat()) {
    const target = control(page, linkId, one);
    if (type !== "choice") await target.fill(String(one));
    else await target[way]();
  }
}

export const step = (page) => page.getByRole("main").getByText(/^Step \d+ of \d+$/);

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

// From the first section to the review, section by section, with the mouse. skip: goes on over what is missing or wrong.
export async function fillBySection(page, answers, { each = async () => {}, skip = false } = {}) {
  for (const section of sections) {
    await expect(title(page, section.text)).toBeVisible();
    for (const one of section.questions) {
      if (!isAsked(one, answers)) {
        await expect(group(page, one.linkId), `${one.linkId} is not asked`).toHaveCount(0);
      } else if (answers[one.linkId] !== undefined) {
        await answer(page, one.linkId, answers[one.linkId]);
      }
    }
    await each(section);
    await button(page, "Next").click();
    if (skip) {
      const onward = button(page, "Skip this for now");
      await expect(onward.or(title(page).filter({ hasNotText: section.text }))).toBeVisible();
      if (await onward.isVisible()) await onward.click();
    }
  }
  await expect(title(page, "Check your answers")).toBeVisible();
}

// --- fast, for tests that are about what comes after the form ---

// Fills in the form by real control events from inside the page, from wherever it stands in the form to the review.
// Leaves gaps and wrong dates as they are. In the plain view meanwhile: software paints large canvases slowly.
export async function rush(page, answers) {
  const painted = await page.locator("canvas").isVisible();
  if (painted) await textVersion(page);
  await page.evaluate(async (answers) => {
    const frames = (count) => new Promise((resolve) => {
      const next = () => (count-- > 0 ? requestAnimationFrame(next) : resolve());
      next();
    });
    const find = (id) => document.getElementById(id);
    const until = async (condition, what) => {
      for (let tries = 0; tries < 600; ++tries) {
        if (condition()) return;
        await frames(1);
      }
      throw new Error(`waited in vain for ${what}`);
    };
    // Whether there was anything to do: then follow-ups may come.
    function fillIn() {
      let changed = false;
      for (const [linkId, values] of Object.entries(answers)) {
        for (const one of [values].flat()) {
          const choice = find(`q/${linkId}/${one}`);
          const field = find(`q/${linkId}`);
          if (choice && !choice.checked) {
            choice.click();
          } else if (!choice && field instanceof HTMLInputElement && field.value !== String(one)) {
            field.focus();
            field.value = one;
            field.dispatchEvent(new Event("input", { bubbles: true }));
            field.dispatchEvent(new Event("change", { bubbles: true }));
            field.blur();
          } else {
            continue;
          }
          changed = true;
        }
      }
      return changed;
    }
    for (let pages = 0; pages < 80; ++pages) {
      await until(() => find("questions/next") || find("review/title"), "a page of the form");
      if (find("review/title")) return;
      const here = () => [find("questions/step")?.textContent.split(" of ")[0], find("questions/title")?.textContent].join();
      const before = here();
      while (fillIn()) await frames(3);
      find("questions/next").click();
      await until(() => here() !== before || find("questions/skip"), "the next page");
      if (here() !== before) continue;
      find("questions/skip").click();
      await until(() => here() !== before, "the page after skipping");
    }
    throw new Error("the form does not end");
  }, answers);
  if (painted) await pictureVersion(page);
}

export async function toReview(page, answers = healthy) {
  await button(page, "Start the questions").click();
  await expect(step(page)).toBeVisible();
  await rush(page, answers);
  await expect(title(page, "Check your answers")).toBeVisible();
}
export async function toResult(page, answers = healthy) {
  await toReview(page, answers);
  await button(page, "See my result").click();
  await expect(page.getByRole("region", { name: "Your result" })).toBeVisible();
}
export async function toTimeline(page, answers = healthy) {
  await toResult(page, answers);
  await button(page, "See my timeline").click();
  await expect(title(page, "Your timeline")).toBeVisible();
}

// What the result says, as in the output of `needlewise assess`.
export async function shownResult(page) {
  return page.locator("[data-outcome]").evaluate((root) => {
    const list = (prefix) => [...root.querySelectorAll(`li[id^="${prefix}/"]`)].map(({ id }) => id.slice(prefix.length + 1)).sort();
    return {
      outcome: root.dataset.outcome,
      provisional: root.dataset.provisional ?? null,
      notBefore: root.dataset.notBefore ?? null,
      earliest: root.dataset.earliest ?? null,
      openEnded: root.dataset.openEnded === "true",
      findings: [...root.querySelectorAll("[data-finding]")]
        .map(({ dataset }) => [dataset.finding, dataset.level, dataset.clarify === "true", dataset.date ?? null].join(" ")).sort(),
      incomplete: list("result/incomplete"),
      errors: list("result/errors"),
    };
  });
}
export const judged = ({ outcome, provisional, notBefore, earliest, openEnded, findings, incomplete, errors }) => ({
  outcome, provisional, notBefore, earliest, openEnded,
  findings: findings.map(({ id, level, clarify, date }) => [id, level, clarify, date].join(" ")).sort(),
  incomplete: [...incomplete].sort(), errors: [...errors].sort(),
});
