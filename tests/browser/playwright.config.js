// Tests of the built page in Debian's Chromium, with software WebGL: *.spec.js of this folder. tests/run builds the page first.
import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const port = Number(process.env.NEEDLEWISE_TEST_PORT || 8123);
const chromium = process.env.NEEDLEWISE_CHROMIUM || "/usr/bin/chromium";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.js",
  outputDir: "../../build/browser-results",
  snapshotPathTemplate: "{testDir}/screenshots/{arg}{ext}",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  globalTimeout: 15 * 60_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.NEEDLEWISE_BROWSER_JSON
    ? [["list"], ["json", { outputFile: process.env.NEEDLEWISE_BROWSER_JSON }]]
    : [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: "en-GB",
    timezoneId: "Europe/London",
    launchOptions: {
      executablePath: existsSync(chromium) ? chromium : undefined,
      args: [
        "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic", "--no-first-run",
      ],
    },
  },
  webServer: {
    command: "node ../../web/tools/serve.mjs",
    env: { PORT: String(port) },
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: !process.env.CI,
  },
});
