// What a person does on the page, by role and name, over a driver that only knows points, keys and pictures.
import assert from "node:assert/strict";
import { seek, uncover } from "./elements.js";

const patience = 10_000;

// Until the condition's value is something, and that value. Errors in between are part of the waiting.
export async function until(condition, what) {
  let last;
  for (const end = Date.now() + patience; Date.now() < end; ) {
    try {
      const value = await condition();
      if (value) return value;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  throw new Error(`waited in vain for ${what}`, { cause: last });
}

// Runs in the page.
const frames = async (count) => {
  for (; count > 0; --count) await new Promise(requestAnimationFrame);
};

export function makePage(driver) {
  const all = (role, name, within) => driver.evaluate(seek, { role, name, within });
  const told = (role, name) => `${role} '${name}'`;
  const one = (role, name, within) => until(async () => (await all(role, name, within))[0], told(role, name));
  const has = async (role, name) => (await all(role, name)).length > 0;

  // Where it can be pressed, once nothing moves or covers it any more.
  async function reach(role, name, within) {
    return until(async () => {
      const { id } = await one(role, name, within);
      const at = await driver.evaluate(uncover, id);
      if (at.covered) throw new Error(`it lies under ${at.covered}`);
      await driver.evaluate(frames, 2);
      const again = await driver.evaluate(uncover, id);
      return again.x === at.x && again.y === at.y && at;
    }, `${told(role, name)} to be within reach`);
  }
  async function click(role, name, within) {
    const { x, y } = await reach(role, name, within);
    await driver.clickAt(x, y);
  }

  // What has the focus: an empty id is the page itself, which is nowhere.
  const focused = () => driver.evaluate(() => {
    const { activeElement: element } = document;
    return { id: element.id, tag: element.localName, name: element.textContent };
  });
  async function tabTo(role, name, { within, back = false } = {}) {
    await one(role, name, within);
    for (let presses = 0; presses < 120; ++presses) {
      const target = (await all(role, name, within))[0];
      if (target?.focused) return target;
      await driver.press("Tab", { shift: back });
    }
    throw new Error(`Tab never reaches ${told(role, name)}`);
  }

  return {
    ...driver, all, one, has, click, focused, tabTo,
    atTitle: (name) => until(async () => (await all("heading", name)).some(({ level }) => level === 1), `the page '${name}'`),
    // Sets a field as the browser's own date picker does.
    async fill(role, name, value, within) {
      const { id } = await one(role, name, within);
      await driver.evaluate((id, value) => {
        const field = document.getElementById(id);
        field.focus();
        field.value = value;
        for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
      }, id, value);
    },
    // The pointer lies where nothing changes its looks, and nothing is being painted.
    async settle() {
      await driver.moveTo(1, 300);
      await driver.evaluate(async () => {
        for (let frames = 0; frames < 8; ++frames) await new Promise(requestAnimationFrame);
        await new Promise((resolve) => setTimeout(resolve, 350)); // longer than any movement on the page
        for (let frames = 0; frames < 4; ++frames) await new Promise(requestAnimationFrame);
      });
    },
    async equal(read, wanted, what) {
      let found;
      await until(async () => {
        found = await read();
        assert.deepEqual(found, wanted);
        return true;
      }, what).catch(() => assert.deepEqual(found, wanted, what));
    },
  };
}
