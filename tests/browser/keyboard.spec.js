// The whole way with the keyboard alone, on a tablet: Tab, Space, arrows, digits, Enter, Escape. No pointer at all.
import { control, group, healthy, isAsked, judged, question, response, sections, shownResult } from "./support/form.js";
import { judge, today } from "./support/site.js";
import { button, expect, open, test, title } from "./support/test.js";

test.use({ viewport: { width: 820, height: 1180 } });

const focused = (locator) => locator.evaluate((element) => element === document.activeElement);

// Goes on by Tab until the control has the focus.
async function tabTo(page, target, { back = false } = {}) {
  await expect(target).toBeAttached();
  for (let presses = 0; presses < 200; ++presses) {
    if (await focused(target)) return;
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
  }
  throw new Error(`Tab never reaches ${target}`);
}
// The focus must show: by an outline on the control, or painted from the state that it has.
const focusShows = (locator) => locator.evaluate((element) => element.matches(":focus-visible"));

async function press(page, name, key = "Enter") {
  await tabTo(page, button(page, name));
  await page.keyboard.press(key);
}

async function answerByKeys(page, linkId, value) {
  const one = question(linkId);
  if (one.type === "choice" && !one.repeats) {
    // Tab enters a group of radios at its first; arrows choose.
    const first = control(page, linkId, one.options[0].code);
    await tabTo(page, first);
    expect(await focusShows(first)).toBe(true);
    if (one.options[0].code === value) await page.keyboard.press("Space");
    for (let at = 0; one.options[at].code !== value; ++at) await page.keyboard.press("ArrowDown");
    await expect(control(page, linkId, value)).toBeChecked();
    expect(await focused(control(page, linkId, value))).toBe(true);
    return;
  }
  for (const each of [value].flat()) {
    const target = control(page, linkId, each);
    await tabTo(page, target);
    if (one.type === "choice") {
      await page.keyboard.press("Space");
      await expect(target).toBeChecked();
    } else {
      // The browser's order of day and month is its own: here both are the same.
      const [year, month, day] = String(each).split("-");
      await page.keyboard.type(one.type === "date" ? `${day}${month}${year}` : String(each));
      await expect(target).toHaveValue(String(each));
    }
  }
}

const person = {
  ...healthy,
  concerns: ["acne-scars", "pores-texture"], "scar-kind": ["flat-or-pitted"],
  isotretinoin: "past-12-months", "isotretinoin-last-date": "2026-01-01",
  medicines: ["bought-pain-relief"], "planned-date": "2026-04-04", "event-date": "2026-12-12", "sessions-planned": 3,
};

test("the whole way with the keyboard alone", async ({ page }) => {
  test.slow();
  await open(page);
  await press(page, "Start the questions");
  for (const section of sections) {
    await expect(title(page, section.text)).toBeFocused(); // a new page is read from its heading
    for (const one of section.questions) {
      if (isAsked(one, person) && person[one.linkId] !== undefined) await answerByKeys(page, one.linkId, person[one.linkId]);
    }
    await press(page, "Next", section.linkId === "health" ? "Space" : "Enter");
  }
  await expect(title(page, "Check your answers")).toBeFocused();
  await press(page, "See my result");
  await expect(title(page, "Too soon")).toBeFocused();
  expect(await shownResult(page)).toEqual(judged(judge([{ today, response: response(person) }])[0]));

  await test.step("a finding's reasons open and close", async () => {
    const details = page.getByRole("button", { name: "Why, and what would change it" }).first();
    await tabTo(page, details);
    await page.keyboard.press("Enter");
    await expect(details).toHaveAttribute("aria-expanded", "true");
    await expect(page.getByText("Because you said").first()).toBeVisible();
    expect(await focused(details)).toBe(true);
    await page.keyboard.press("Space");
    await expect(details).toHaveAttribute("aria-expanded", "false");
  });

  await press(page, "See my timeline");
  await expect(title(page, "Your timeline")).toBeFocused();

  await test.step("the day slider goes by arrows, Home and End", async () => {
    const slider = page.getByRole("slider", { name: "Day after the session" });
    await tabTo(page, slider);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(slider).toHaveAttribute("aria-valuetext", "Day 2, 3 Jul");
    await expect(page.getByRole("heading", { name: "Day 2: Friday 3 July 2026" })).toBeVisible();
    await page.keyboard.press("Home");
    await expect(page.getByRole("heading", { name: "Day 0: Wednesday 1 July 2026" })).toBeVisible();
    await page.keyboard.press("End");
    await expect(slider).toHaveValue(await slider.getAttribute("max"));
  });

  await test.step("another session by arrow", async () => {
    const first = page.getByRole("radio", { name: "Session 1", exact: true });
    await tabTo(page, first, { back: true });
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("radio", { name: "Session 2", exact: true })).toBeChecked();
  });

  await test.step("the dialog holds the focus, Escape leaves it where it was opened", async () => {
    await tabTo(page, button(page, "Delete my answers"), { back: true });
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Delete all your answers?" });
    await expect(dialog).toBeVisible();
    await expect(button(dialog, "No, keep them")).toBeFocused();
    for (let presses = 0; presses < 5; ++presses) {
      await page.keyboard.press("Tab");
      // Beside the dialog's buttons only the browser's own surface can come.
      expect(await page.evaluate(() => document.activeElement === document.body || Boolean(document.activeElement.closest("dialog")))).toBe(true);
    }
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(button(page, "Delete my answers")).toBeFocused();
    await expect(title(page, "Your timeline")).toBeVisible();
  });
});

test("arrow keys through a group choose, but never go on to the next question", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 }); // question by question
  await open(page);
  await press(page, "Start the questions");
  const age = question("age-band");
  await tabTo(page, control(page, "age-band", age.options[0].code));
  await page.keyboard.press("Space");
  for (const option of [...age.options.slice(1), age.options[0]]) {
    await page.keyboard.press("ArrowDown");
    await expect(control(page, "age-band", option.code)).toBeChecked();
  }
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700))); // longer than a pointer's choice waits
  await expect(group(page, "age-band")).toBeVisible();
});
