// How the page's benches serve it, open a browser and print their figures.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { launchFlags, root } from "../browser/support/site.js";
import { chromium } from "../browser/support/test.js";

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
export const say = (what, figure, note = "") => console.log(`  ${what.padEnd(66)}${String(figure).padStart(12)}  ${note}`);
export const verdict = (figure, budget, unit) => (figure <= budget ? `budget ${budget} ${unit}` : `OVER the budget of ${budget} ${unit} by ${Math.round((figure / budget - 1) * 1000) / 10} %`);

// A folder, served until stop().
export async function serve(folder) {
  const server = spawn(process.execPath, [join(root, "web/tools/serve.mjs"), folder], { env: { ...process.env, PORT: "0" }, stdio: ["ignore", "pipe", "inherit"] });
  const address = await new Promise((resolve, reject) => {
    server.stdout.once("data", (text) => resolve(/http:\S+/.exec(String(text))[0]));
    server.once("exit", () => reject(new Error("the server did not start")));
  });
  return { address, stop: () => server.kill() };
}

export function launch() {
  const executable = process.env.NEEDLEWISE_CHROMIUM || "/usr/bin/chromium";
  return chromium.launch({ executablePath: existsSync(executable) ? executable : undefined, args: launchFlags });
}
