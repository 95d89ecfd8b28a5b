// Writes a FHIR R4 questionnaire of many questions of every type, as a protocol of its own:
//   node tests/support/large_form.mjs FOLDER [QUESTIONS [QUESTIONS_IN_A_SECTION]]
// Every tenth question opens a follow-up. With 0 in a section all stand in one.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const system = "urn:example:codes:large";
const options = (number, count) => Array.from({ length: count }, (_, at) => ({
  valueCoding: { system, code: `option-${at + 1}`, display: `Answer ${at + 1} to question ${number}` },
}));

// The questions' types take turns, so that what a test looks for has a known number.
function question(number) {
  const item = { linkId: `question-${number}`, text: `Question ${number}: which of these describes it best?`, required: number % 3 === 0 };
  switch (number % 10) {
    case 1: return { ...item, type: "choice", answerOption: options(number, 4) };
    case 2: return {
      ...item, type: "choice", text: `Question ${number}: and what came of that?`, answerOption: options(number, 3),
      enableWhen: [{ question: `question-${number - 1}`, operator: "=", answerCoding: { system, code: "option-1" } }],
    };
    case 3: return { ...item, type: "choice", repeats: true, answerOption: options(number, 5) };
    case 4: return { ...item, type: "date", text: `Question ${number}: on which day?` };
    case 5: return { ...item, type: "integer", text: `Question ${number}: how many?` };
    case 6: return { ...item, type: "string", text: `Question ${number}: in a few words?` };
    case 7: return { ...item, type: "boolean", text: `Question ${number}: is it so?` };
    case 8: return { ...item, type: "choice", answerOption: options(number, 2) };
    case 9: return { ...item, type: "text", text: `Question ${number}: at more length?` };
    default: return { ...item, type: "choice", answerOption: options(number, 6) };
  }
}

export function largeForm(count = 1000, inSection = 0) {
  const questions = Array.from({ length: count }, (_, at) => question(at + 1));
  const size = inSection || count;
  const sections = [];
  for (let at = 0; at < count; at += size) {
    const number = sections.length + 1;
    sections.push({ linkId: `section-${number}`, type: "group", text: `Part ${number}`, item: questions.slice(at, at + size) });
  }
  return {
    resourceType: "Questionnaire", status: "draft", url: "urn:example:questionnaire:large", version: "1", language: "en",
    title: `A form of ${count} questions`, item: sections,
  };
}

export function writeLargeForm(folder, count, inSection) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/questionnaire.json`, JSON.stringify(largeForm(count, inSection), undefined, 1));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, count, inSection] = process.argv.slice(2);
  writeLargeForm(folder, Number(count ?? 1000), Number(inSection ?? 0));
}
