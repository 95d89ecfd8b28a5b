// Debian's Firefox by WebDriver BiDi, with its windows on a display that nobody sees.
import puppeteer from "puppeteer-core";
import { openDisplay } from "./display.js";
import { until } from "./page.js";
import { startOrTell, temporaryFolder } from "./processes.js";

const keys = { Space: " " };
const modifiers = { shift: "Shift", control: "Control" };

const preferences = (dark) => ({
  "layout.css.prefers-color-scheme.content-override": dark ? 0 : 1,
  "intl.accept_languages": "en-GB",
  // What the browser would ask of the network on its own account.
  "app.normandy.enabled": false, "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false,
});

export async function openFirefox({ width, height, dark = false }) {
  const display = await openDisplay({ width, height: height + 120 });
  const home = temporaryFolder();
  const browser = await startOrTell("Firefox", () => puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.NEEDLEWISE_FIREFOX || "/usr/bin/firefox-esr",
    headless: false,
    userDataDir: `${home}/profile`,
    args: [`--width=${width}`, `--height=${height + 120}`],
    extraPrefsFirefox: preferences(dark),
    env: { ...process.env, DISPLAY: display.name, HOME: home, LIBGL_ALWAYS_SOFTWARE: "1", LANG: "C.UTF-8" },
  }));
  const page = await browser.newPage(); // in the first one the address bar has the focus
  // With the size puppeteer sends the screen's orientation, which Firefox 140 (Debian 13) does not know.
  await page.setViewport({ width, height }).catch((error) => {
    if (!/setScreenOrientationOverride/.test(error.message)) throw error;
  });
  // … and then does not wait for the size either.
  const fits = async () => {
    const size = await page.evaluate(() => [innerWidth, innerHeight]);
    if (size[0] !== width || size[1] !== height) throw new Error(`it is ${size}`);
    return true;
  };
  await until(fits, `Firefox's window to be ${[width, height]}`);

  const complaints = [];
  const requests = [];
  page.on("console", (message) => ["error", "warn"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error.stack ?? error)));
  page.on("request", (request) => requests.push(request.url()));
  await page.evaluateOnNewDocument(() => addEventListener("securitypolicyviolation", (event) => {
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI || event.sample}`);
  }));

  return {
    goto: (address) => page.goto(address),
    // Firefox 140 does not tell when a step within the page is done: whoever goes back looks for what is there then.
    back: () => Promise.race([page.goBack().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 1000))]),
    evaluate: (code, ...parts) => page.evaluate(code, ...parts),
    moveTo: (x, y) => page.mouse.move(x, y),
    clickAt: (x, y) => page.mouse.click(x, y),
    async press(key, held = {}) {
      const holding = Object.keys(modifiers).filter((name) => held[name]).map((name) => modifiers[name]);
      for (const one of holding) await page.keyboard.down(one);
      await page.keyboard.press(keys[key] ?? key);
      for (const one of holding) await page.keyboard.up(one);
    },
    type: (text) => page.keyboard.type(text),
    screenshot: async () => Buffer.from(await page.screenshot()),
    complaints: () => complaints,
    requests: () => requests,
    // Whether the accessibility tree has this element under this role and name.
    async perceives(id, role, name) {
      const found = await page.$$(`::-p-aria([role="${role}"][name="${name.replaceAll('"', '\\"')}"])`);
      const ids = await Promise.all(found.map((element) => element.evaluate(({ id }) => id)));
      return ids.includes(id);
    },
    async close() {
      await browser.close().catch(() => {});
      await display.close();
    },
  };
}
