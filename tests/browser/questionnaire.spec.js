// The Questionnaire that the command prints is one by the reading of others.
import { Fhir } from "fhir";
import { printedQuestionnaire } from "./support/site.js";
import { expect, test } from "./support/test.js";

test("a FHIR validator takes the printed Questionnaire", () => {
  const { valid, messages } = new Fhir().validate(printedQuestionnaire(), { errorOnUnexpected: true });
  expect(messages.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(valid).toBe(true);
});
