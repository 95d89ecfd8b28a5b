// Five hundred people one after the other on one tablet.
import { healthy, rush } from "./support/form.js";
import { attract, expect, startButton, test } from "./support/kiosk.js";
import { button } from "./support/test.js";

const somebody = { ...healthy, diabetes: "not-sure", isotretinoin: "past-12-months", "isotretinoin-last-date": "2025-11-19" };

test.describe("a whole day", () => {
  test.use({ viewport: { width: 390, height: 500 }, expected: [/ERR_FAILED/] });
  test("500 people one after the other leave no more behind than one", async ({ page }) => {
    test.setTimeout(400_000);
    await page.goto("/");
    await attract(page);
    for (let people = 0; people < 5; ++people) { // each with a page of their own
      await startButton(page).click();
      await button(page, "Start the questions").click();
      await rush(page, somebody);
      await button(page, "Delete my answers").click();
      await button(page, "Yes, delete everything").click();
      await attract(page);
    }
    // And the others in one window, the harder way: without network the page cannot be loaded anew.
    await page.route("**/*", (route) => route.abort());
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    async function measure() {
      for (let times = 0; times < 3; ++times) await session.send("HeapProfiler.collectGarbage");
      const { metrics } = await session.send("Performance.getMetrics");
      const of = (name) => metrics.find((metric) => metric.name === name).value;
      return {
        nodes: of("Nodes"), listeners: of("JSEventListeners"), documents: of("Documents"), heap: of("JSHeapUsedSize"),
        ...(await page.evaluate(() => ({ objects: { ...programs.objects }, memory: Math.max(...programs.bytes()), programs: programs.bytes().length, entries: history.length }))),
      };
    }
    // Gives how many frames the last one took.
    const visits = (count) => page.evaluate(async (count) => {
      const frame = () => new Promise(requestAnimationFrame);
      async function press(id) {
        while (!document.getElementById(id)) await frame();
        document.getElementById(id).click();
      }
      let before = 0;
      for (let person = 0; person < count; ++person) {
        before = watched.frames;
        await press("kiosk/start");
        await press("welcome/start");
        await press("q/age-band/22-plus");
        await press("banner/delete");
        await press("dialog/delete/yes");
        while (!document.getElementById("kiosk/start")) await frame();
        watched.said.length = watched.titles.length = 0;
      }
      return watched.frames - before;
    }, count);
    const earlyFrames = await visits(15);
    const early = await measure();
    const lateFrames = await visits(480);
    const late = await measure();
    expect(late).toEqual({
      ...early, heap: expect.any(Number), nodes: expect.any(Number),
      programs: expect.any(Number), memory: early.memory,
    });
    expect(lateFrames, "the last is as quick as the first").toBeLessThan(2 * earlyFrames);
    expect(late.nodes).toBeLessThan(early.nodes + 200);
    expect(late.heap).toBeLessThan(early.heap * 1.25);
    expect(late.programs).toBeLessThanOrEqual(early.programs + 2);
    await page.unrouteAll();
  });
});
