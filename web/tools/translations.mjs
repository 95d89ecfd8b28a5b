// What a FHIR Questionnaire carries in translation extensions, as words: {tag: {key: text}}, by the keys of words/<tag>.json.
// src/formats/fhir_translations.cpp reads the same for the command.
const translationUrl = "http://hl7.org/fhir/StructureDefinition/translation";
const controlUrl = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";

function translationsOf(element) {
  const found = {};
  for (const { url, extension: parts = [] } of element?.extension ?? []) {
    if (url !== translationUrl) continue;
    const tag = parts.find((part) => part.url === "lang")?.valueCode;
    const content = parts.find((part) => part.url === "content");
    const text = content?.valueString ?? content?.valueMarkdown;
    if (typeof tag === "string" && tag && typeof text === "string" && text.trim()) found[tag] = text;
  }
  return found;
}

const isHelp = ({ type, extension = [] }) => type === "display"
  && extension.find(({ url }) => url === controlUrl)?.valueCodeableConcept?.coding?.[0]?.code === "help";

export function readTranslations(questionnaire) {
  const words = {};
  const put = (key, texts) => {
    for (const [tag, text] of Object.entries(texts)) (words[tag] ??= {})[key] = text;
  };
  const readItem = ({ linkId, type, _text, answerOption = [], item = [] }) => {
    put(`${type === "group" ? "section" : "question"}/${linkId}/text`, translationsOf(_text));
    for (const { valueCoding } of answerOption) {
      if (valueCoding) put(`option/${linkId}/${valueCoding.code}`, translationsOf(valueCoding._display));
    }
    const help = item.filter(isHelp).map(({ text, _text: extended }) => [text, translationsOf(extended)]);
    for (const tag of new Set(help.flatMap(([, texts]) => Object.keys(texts)))) {
      put(`question/${linkId}/help`, { [tag]: help.map(([text, texts]) => texts[tag] ?? text).join("\n") });
    }
    item.filter((child) => !isHelp(child)).forEach(readItem);
  };
  (questionnaire.item ?? []).forEach(readItem);
  return words;
}

// The page gets them as words of the chosen language only.
export function withoutTranslations(value) {
  if (Array.isArray(value)) return value.filter((one) => one?.url !== translationUrl).map(withoutTranslations);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutTranslations(one)]));
}
