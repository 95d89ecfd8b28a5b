// What screen readers are given, screen by screen, compared whole with accessibility/*.txt. After a change that is
// meant, read the difference as somebody who hears it, then: NEEDLEWISE_UPDATE_SNAPSHOTS=1 npx playwright test accessibility.spec.js
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { everyScreen } from "./support/screens.js";
import { root } from "./support/site.js";
import { expect, open, pictureVersion, settled, test, textVersion } from "./support/test.js";
import { accessibilityTree } from "./support/tree.js";

const folder = `${root}tests/browser/accessibility/`;
const updates = Boolean(process.env.NEEDLEWISE_UPDATE_SNAPSHOTS);

function compare(name, tree) {
  const path = `${folder}${name.replaceAll(/[^a-z]+/g, "-")}.txt`;
  tree = tree.replaceAll(/ Page [0-9a-f]{10}\.[^"]*/g, ""); // which build this is
  if (updates) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, tree);
  }
  expect.soft(tree, name).toBe(readFileSync(path, "utf8"));
}

test.use({ reducedMotion: "reduce" });

test("every screen's accessibility tree, the same painted and plain", async ({ page }) => {
  test.slow();
  await open(page);
  await everyScreen(page, async (name) => {
    const painted = await accessibilityTree(page);
    compare(name, painted);
    if (name === "dialog") return; // native in both
    await textVersion(page);
    await settled(page);
    const plain = await accessibilityTree(page);
    await pictureVersion(page);
    await settled(page);
    expect.soft(sameInBoth(plain), `${name}, plain`).toBe(sameInBoth(painted));
  });
});

// What differs on purpose: the plain view has no drawings, as the words say all that they do; and the button that leads
// to the other view, with the focus that it takes.
const sameInBoth = (tree) => tree.replaceAll(/^ *image "Drawing.*\n/gm, "").replaceAll(/"(Text|Picture) version"/g, '"the other view"').replaceAll(/ focused$/gm, "");
