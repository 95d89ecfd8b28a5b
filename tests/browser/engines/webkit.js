// Debian's WebKitGTK by its own driver, in the little browser that comes with the library.
import { existsSync, readdirSync } from "node:fs";
import { Builder, By, Key } from "selenium-webdriver";
import { openDisplay } from "./display.js";
import { freePort, startOrTell, startProgram, temporaryFolder } from "./processes.js";

const keys = {
  Tab: Key.TAB, Space: " ", Enter: Key.ENTER, Escape: Key.ESCAPE, Home: Key.HOME, End: Key.END,
  Backspace: Key.BACK_SPACE, ArrowDown: Key.ARROW_DOWN, ArrowUp: Key.ARROW_UP, ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT,
};
const modifiers = { shift: Key.SHIFT, control: Key.CONTROL };

// The folder names the processor and the library's version, which differ from Debian to Debian.
function miniBrowser() {
  for (const processor of readdirSync("/usr/lib").filter((name) => name.endsWith("-linux-gnu"))) {
    for (const library of readdirSync(`/usr/lib/${processor}`).filter((name) => /^webkit(2)?gtk-/.test(name))) {
      const path = `/usr/lib/${processor}/${library}/MiniBrowser`;
      if (existsSync(path)) return path;
    }
  }
  throw new Error("no MiniBrowser in /usr/lib/*/webkit*gtk-*: is webkit2gtk-driver installed?");
}

async function startDriver(display, dark) {
  const home = temporaryFolder();
  const port = await freePort();
  const program = await startProgram("WebKitWebDriver", [`--port=${port}`], {
    env: {
      DISPLAY: display.name, HOME: home, XDG_RUNTIME_DIR: home, LANG: "C.UTF-8", GTK_THEME: dark ? "Adwaita:dark" : "Adwaita",
      LIBGL_ALWAYS_SOFTWARE: "1", WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", NO_AT_BRIDGE: "1",
    },
    ready: () => fetch(`http://127.0.0.1:${port}/status`).then(({ ok }) => ok, () => false),
  });
  return { program, address: `http://127.0.0.1:${port}` };
}

// Without the browser's own bars it can be as narrow as a phone.
const options = () => ({ binary: miniBrowser(), args: ["--automation", "--full-screen"] });

// Runs in the page. The driver keeps the console to itself, and there is no way in before the page's own scripts: what
// goes wrong while loading shows as a page that does not start.
function listen() {
  const heard = (globalThis.complaints = []);
  for (const kind of ["error", "warn"]) {
    const real = console[kind];
    console[kind] = (...parts) => {
      heard.push(parts.map(String).join(" "));
      real.apply(console, parts);
    };
  }
  addEventListener("error", ({ message }) => heard.push(message));
  addEventListener("unhandledrejection", ({ reason }) => heard.push(String(reason)));
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => heard.push(`policy: ${violatedDirective} ${blockedURI}`));
}

// Runs in the page, after the code's text and its parts were put in. Promises are awaited.
const call = (code) => `const [parts, done] = arguments;
  (async () => (${code})(...parts))().then((value) => done({ value }), (error) => done({ error: String(error) }));`;

export async function openWebKit({ width, height, dark = false }) {
  const display = await openDisplay({ width, height });
  const { program, address } = await startDriver(display, dark);
  const driver = await startOrTell("WebKitGTK's MiniBrowser", () => new Builder().usingServer(address)
    .withCapabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": options() }).build(), program);
  await driver.manage().window().setRect({ width, height });

  const moved = (x, y) => driver.actions().move({ x: Math.round(x), y: Math.round(y), duration: 0 });
  return {
    async goto(page) {
      await driver.get(page);
      await driver.executeScript(`(${listen})()`);
    },
    back: () => driver.navigate().back(),
    async evaluate(code, ...parts) {
      const { value, error } = await driver.executeAsyncScript(call(code), parts);
      if (error) throw new Error(error);
      return value;
    },
    moveTo: (x, y) => moved(x, y).perform(),
    clickAt: (x, y) => moved(x, y).click().perform(),
    async press(key, held = {}) {
      const holding = Object.keys(modifiers).filter((name) => held[name]).map((name) => modifiers[name]);
      const actions = driver.actions();
      for (const one of holding) actions.keyDown(one);
      actions.keyDown(keys[key] ?? key).keyUp(keys[key] ?? key);
      for (const one of holding) actions.keyUp(one);
      await actions.perform();
    },
    type: (text) => driver.actions().sendKeys(text).perform(),
    screenshot: async () => Buffer.from(await driver.takeScreenshot(), "base64"),
    complaints: () => driver.executeScript("return globalThis.complaints"),
    requests: () => driver.executeScript("return [location.href, ...performance.getEntriesByType('resource').map(({ name }) => name)]"),
    async perceives(id, role, name) {
      const element = await driver.findElement(By.id(id));
      return await element.getAriaRole() === role && await element.getAccessibleName() === name;
    },
    async close() {
      await driver.quit().catch(() => {});
      await program.stop();
      await display.close();
    },
  };
}
