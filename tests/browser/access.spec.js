// Accessibility that a machine can check: axe on every main screen in both views, targets, reflow.
import { createRequire } from "node:module";
import { everyScreen } from "./support/screens.js";
import { expect, open, pictureVersion, settled, test, textVersion } from "./support/test.js";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

// rules: those switched off.
async function violations(page, rules = []) {
  return page.evaluate(async (rules) => {
    const { passes, violations } = await globalThis.axe.run(document, {
      resultTypes: ["violations"],
      rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])),
    });
    if (passes.length < 10) throw new Error(`axe looked at ${passes.length} rules only`);
    return violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.slice(0, 4).map(({ target, failureSummary }) => `   ${target.join(" ")}\n      ${failureSummary.replaceAll("\n", " ")}`).join("\n")}`);
  }, rules);
}
// Shows what lies transparent over the canvas: axe passes over what it takes for invisible.
const lift = (page, on) => page.evaluate((on) => {
  for (const element of document.querySelectorAll("#nw-content .nw-painted, #nw-content .nw-words, #nw-content legend, #nw-content input")) {
    element.style.setProperty("color", on ? "CanvasText" : "");
    element.style.setProperty("opacity", on ? "1" : "");
  }
}, on);
// What may be pressed: the label around a choice counts with it.
const targets = (page) => page.evaluate(() => {
  const inDialog = document.querySelector("dialog[open]");
  const found = [];
  for (const control of (inDialog ?? document).querySelectorAll("button, input, select, textarea, a[href], summary")) {
    const choice = control.matches("[type=radio], [type=checkbox]");
    const { width, height } = (choice ? control.closest("label") : control).getBoundingClientRect();
    found.push({ id: control.id, width: Math.round(width * 10) / 10, height: Math.round(height * 10) / 10 });
  }
  return found;
});
// What lies outside of the window's width, and so would need scrolling to the side.
const overhang = (page) => page.evaluate(() => {
  const width = document.documentElement.clientWidth;
  const out = [...document.querySelectorAll("#nw-content .nw, #nw-top .nw, dialog .nw")].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > width + 0.5 || box.left < -0.5);
  }).map(({ id }) => id);
  return { scrolls: document.documentElement.scrollWidth > width, out };
});

for (const [width, schemes] of [[320, ["light"]], [390, ["light", "dark"]], [820, ["light"]], [1440, ["light", "dark"]]]) {
  for (const colorScheme of schemes) {
    test.describe(`${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" });

      test("axe finds nothing on any screen, painted or plain", async ({ page }) => {
        test.slow();
        await page.addInitScript({ path: axePath });
        await open(page);
        await everyScreen(page, async (name) => {
          // What is painted has its contrast tested in C++: axe cannot see the canvas.
          expect.soft(await violations(page, ["color-contrast"]), `${name}, painted`).toEqual([]);
          await lift(page, true);
          expect.soft(await violations(page, ["color-contrast"]), `${name}, painted, its transparency lifted`).toEqual([]);
          await lift(page, false);
          if (name === "dialog") return; // the same in both views, and nothing behind it can be pressed
          await textVersion(page);
          expect.soft(await violations(page), `${name}, plain`).toEqual([]);
          await pictureVersion(page);
          await settled(page);
        });
      });
    });
  }
}

for (const width of [320, 390, 820, 1440]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test("targets are at least 44 by 44, and nothing needs scrolling to the side, painted or plain", async ({ page }) => {
      test.slow();
      await open(page);
      const look = async (name) => {
        const small = (await targets(page)).filter(({ width, height }) => width < 44 || height < 44);
        expect.soft(small, `${name}: targets under 44 px`).toEqual([]);
        expect.soft(await overhang(page), `${name}: beyond the side`).toEqual({ scrolls: false, out: [] });
      };
      await everyScreen(page, async (name) => {
        await look(`${name}, painted`);
        if (name === "dialog") return;
        await textVersion(page);
        await look(`${name}, plain`);
        await pictureVersion(page);
      });
    });
  });
}
