// Tests of the built page in Debian's Chromium, with software WebGL: *.spec.js of this folder. tests/run builds the page first.
//   NEEDLEWISE_TEST_SITE   the site to test, instead of build/web
//   NEEDLEWISE_TEST_PORT   where it is served, else somewhere that another run does not
import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { launchFlags, site } from "./support/site.js";

process.env.NEEDLEWISE_TEST_PORT ||= String(20_000 + (process.pid % 20_000)); // the workers read this file, too
const port = process.env.NEEDLEWISE_TEST_PORT;
const chromium = process.env.NEEDLEWISE_CHROMIUM || "/usr/bin/chromium";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.js",
  outputDir: "../../build/browser-results",
  snapshotPathTemplate: "{testDir}/screenshots/{arg}{ext}",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  globalTimeout: 25 * 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.NEEDLEWISE_BROWSER_JSON
    ? [["list"], ["json", { outputFile: process.env.NEEDLEWISE_BROWSER_JSON }]]
    : [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    serviceWorkers: "block", // else some requests pass by page.route; offline.spec.js has them
    locale: "en-GB",
    timezoneId: "Europe/London",
    viewport: { width: 1080, height: 720 }, // broad, and still quickly painted by software
    actionTimeout: 15_000,
    screenshot: "only-on-failure",
    launchOptions: { executablePath: existsSync(chromium) ? chromium : undefined, args: launchFlags },
  },
  webServer: {
    command: `node ../../web/tools/serve.mjs ${JSON.stringify(site)}`,
    env: { PORT: port },
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
