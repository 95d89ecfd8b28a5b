// The built page as a waiting room's tablet has it: with a kiosk in its clinic settings, its memory and its drawing
// watched from outside.
import { hashPin } from "../../../web/tools/pin.mjs";
import { expect, test as base } from "./test.js";

export const pin = "246810";
export const settings = {
  name: "Example Skin Clinic",
  kiosk: { enabled: true, idleSeconds: 60, warningSeconds: 20, summaryMinutes: 5, pin: hashPin(pin, { rounds: 100_000 }) },
};

// Runs in the page before its own scripts: keeps sight of each program's memory, as long as somebody else does.
function watchPrograms() {
  const memories = [];
  const note = ({ exports }) => {
    const memory = Object.values(exports).find((one) => one instanceof WebAssembly.Memory);
    if (memory) memories.push(new WeakRef(memory));
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...parts) => {
      const result = await original.apply(WebAssembly, parts);
      note(result.instance ?? result);
      return result;
    };
  }
  const objects = {};
  for (const kind of ["Texture", "Buffer", "Program", "Shader"]) {
    objects[kind] = 0;
    for (const [verb, by] of [["create", 1], ["delete", -1]]) {
      const original = WebGL2RenderingContext.prototype[verb + kind];
      WebGL2RenderingContext.prototype[verb + kind] = function (...parts) {
        if (verb === "create" || parts[0]) objects[kind] += by;
        return original.apply(this, parts);
      };
    }
  }
  const alive = () => memories.map((memory) => memory.deref()).filter(Boolean);
  globalThis.programs = {
    objects,
    bytes: () => alive().map((memory) => memory.buffer.byteLength),
    // Which of the texts lie in the memory of any program.
    holding(texts) {
      const contents = alive().map((memory) => new TextDecoder("latin1").decode(memory.buffer));
      return texts.filter((text) => contents.some((content) => content.includes(text)));
    },
  };
}

export const test = base.extend({
  clinic: [settings, { option: true }],
  page: async ({ page, clinic }, use) => {
    await page.addInitScript(watchPrograms);
    await page.route(/\/content\.[0-9a-f]+\.json$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), clinic } });
    });
    await use(page);
  },
});
export { expect };

export const startButton = (page) => page.getByRole("button", { name: "Touch here to start" });
export async function attract(page) {
  await expect(startButton(page)).toBeVisible({ timeout: 30_000 });
}
// Puts the tablet's clock forward, as after a sleep, and lets the page look at it.
export const pass = (page, seconds) => page.evaluate((seconds) => {
  globalThis.watched.later += seconds * 1000;
  document.dispatchEvent(new Event("visibilitychange"));
}, seconds);
