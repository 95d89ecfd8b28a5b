// The Questionnaire that the command prints is one by the reading of others.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Fhir } from "fhir";
import { expect, test } from "./support/test.js";

const command = fileURLToPath(new URL("../../build/native/needlewise", import.meta.url));

test("a FHIR validator takes the printed Questionnaire", () => {
  expect(existsSync(command), "build the command first: tests/run --only native").toBe(true);
  const text = execFileSync(command, ["questionnaire"], { encoding: "utf8", maxBuffer: 1 << 26 });
  const { valid, messages } = new Fhir().validate(text, { errorOnUnexpected: true });
  expect(messages.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(valid).toBe(true);
});
