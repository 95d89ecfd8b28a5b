// Where the built page and the native command lie, and how Chromium is started for them.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
export const site = process.env.NEEDLEWISE_TEST_SITE || `${root}build/web`;
export const launchFlags = [
  "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", "--no-first-run",
];

// The day that the page under test takes for today: a Monday.
export const today = "2026-03-02";

const command = `${root}build/native/needlewise`;

// As `needlewise questionnaire` prints it: of the built-in protocol, or of that folder.
export const printedQuestionnaire = (protocol) =>
  execFileSync(command, ["questionnaire", ...(protocol ? ["--protocol", protocol] : [])], { encoding: "utf8", maxBuffer: 1 << 26 });

// Cases as of `needlewise assess --lines`, judged by the native command.
export function judge(cases) {
  const lines = cases.map((one) => JSON.stringify(one)).join("\n");
  const output = execFileSync(command, ["assess", "--lines", "-"], { input: lines, encoding: "utf8" });
  return output.trim().split("\n").map((line) => JSON.parse(line));
}
