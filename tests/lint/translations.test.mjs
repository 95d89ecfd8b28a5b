// What a FHIR Questionnaire carries in other languages becomes words of the page, and leaves the questionnaire itself.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readTranslations, withoutTranslations } from "../../web/tools/translations.mjs";

const url = "http://hl7.org/fhir/StructureDefinition/translation";
const inSpanish = (text) => ({ extension: [{ url, extension: [{ url: "lang", valueCode: "es" }, { url: "content", valueString: text }] }] });
const help = [{ url: "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl", valueCodeableConcept: { coding: [{ code: "help" }] } }];
const questionnaire = {
  resourceType: "Questionnaire",
  item: [{ linkId: "g", type: "group", text: "You", _text: inSpanish("Usted"), item: [{
    linkId: "q", type: "choice", text: "Well?", _text: inSpanish("¿Bien?"),
    answerOption: [{ valueCoding: { code: "y", display: "Yes", _display: inSpanish("Sí") } }],
    item: [
      { linkId: "h1", type: "display", text: "One", _text: inSpanish("Uno"), extension: help },
      { linkId: "h2", type: "display", text: "Two", extension: help },
    ],
  }] }],
};

test("translations become words by the keys of words files", () => {
  assert.deepEqual(readTranslations(questionnaire), { es: {
    "section/g/text": "Usted", "question/q/text": "¿Bien?", "option/q/y": "Sí", "question/q/help": "Uno\nTwo",
  } });
});

test("what is no translation is left aside", () => {
  for (const extension of [{ url }, { url, extension: [{ url: "lang", valueCode: "es" }] },
    { url, extension: [{ url: "lang", valueCode: "es" }, { url: "content", valueString: " " }] },
    { url: "urn:other", extension: inSpanish("x").extension[0].extension }]) {
    assert.deepEqual(readTranslations({ item: [{ linkId: "q", type: "string", text: "Q", _text: { extension: [extension] } }] }), {});
  }
});

test("the page's questionnaire carries no translations, and all else", () => {
  const text = JSON.stringify(withoutTranslations(questionnaire));
  assert.ok(!text.includes(url) && !text.includes("Usted"));
  assert.deepEqual(JSON.parse(text).item[0].item[0].item[0].extension, help);
  assert.equal(JSON.parse(text).item[0].item[0].answerOption[0].valueCoding.display, "Yes");
});
