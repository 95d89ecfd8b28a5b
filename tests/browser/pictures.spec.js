// The main screens as they look, compared with screenshots/. After a change that is meant:
// npx playwright test pictures.spec.js --update-snapshots, and look at every picture that changed.
import { everyScreen } from "./support/screens.js";
import { expect, open, settled, test } from "./support/test.js";

const chosen = { light: ["welcome", "explainer", "form with follow-up and date", "review", "result", "timeline"], dark: ["welcome", "result"] };
const fileOf = (name, width, colorScheme) => `${name.replaceAll(" ", "-")}-${width}-${colorScheme}.png`;

async function compare(page, file, height) {
  await page.mouse.move(1, height / 2);
  await settled(page);
  await expect.soft(page).toHaveScreenshot(file, {
    mask: [page.locator("input[type=date]"), page.getByRole("banner")], // the browser's own letters differ from version to version
    maxDiffPixelRatio: 0.002,
  });
}

for (const [width, height] of [[390, 844], [1440, 900]]) {
  for (const colorScheme of ["light", "dark"]) {
    test.describe(`${width} px, ${colorScheme}`, () => {
      test.use({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });

      test("screens look as before", async ({ page }) => {
        test.slow();
        await open(page);
        await everyScreen(page, async (name) => {
          if (!chosen[colorScheme].includes(name)) return;
          await page.evaluate(() => {
            document.activeElement.blur();
            scrollTo(0, 0);
          });
          await compare(page, fileOf(name, width, colorScheme), height);
          if (name !== "timeline") return;
          await page.getByRole("heading", { name: "What to expect" }).evaluate((title) => scrollTo(0, title.getBoundingClientRect().top - 80));
          await compare(page, fileOf("chart", width, colorScheme), height);
        });
      });
    });
  }
}
