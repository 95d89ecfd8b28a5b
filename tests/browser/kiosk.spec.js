// A shared tablet in a waiting room: one person after another, and nothing of the last one left.
import { answer, healthy, toResult, toReview } from "./support/form.js";
import { attract, expect, pass, pin, settings, startButton, test } from "./support/kiosk.js";
import { button, settled, title } from "./support/test.js";

const dialog = (page, name) => page.getByRole("dialog", { name });
const stillThere = (page) => dialog(page, "Are you still there?");
const without = (member) => ({ ...settings, kiosk: { ...settings.kiosk, [member]: undefined } });

// Every kind of field, with values that nothing else on the page has.
const somebody = {
  ...healthy, concerns: ["acne-scars"], "scar-kind": ["raised"], diabetes: "not-sure", isotretinoin: "past-12-months",
  "isotretinoin-last-date": "2025-11-19", "planned-date": "2026-07-23", "event-date": "2027-10-29", "sessions-planned": 5,
};
const datesInWords = ["19 November 2025", "23 July 2026", "29 October 2027"];
const marks = ["2025-11-19", "2026-07-23", "2027-10-29", ...datesInWords,
  "q/isotretinoin/past-12-months", "q/scar-kind/raised", "finding/isotretinoin-recent"];

async function begin(page) {
  await page.goto("/");
  await attract(page);
}
async function start(page) {
  await startButton(page).click();
  await expect(button(page, "Start the questions")).toBeVisible();
}
async function finish(page) {
  await start(page);
  await toResult(page, somebody);
  await button(page, "I am finished").click();
  await expect(title(page, "Please hand the tablet back")).toBeFocused();
}
async function givePin(page, text) {
  await button(page, "For staff").click();
  await tryPin(page, text);
}
async function tryPin(page, text) {
  await page.getByLabel("Staff PIN").fill(text);
  await page.keyboard.press("Enter");
}

// What is left of somebody, anywhere.
async function traces(page) {
  const heap = await heapOf(page); // first: asking the page puts the marks into it
  const seen = await page.evaluate(async (marks) => {
    const html = document.documentElement.outerHTML;
    const storage = JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie,
      await indexedDB.databases(), (await caches.keys()).length]);
    return {
      memory: programs.holding(marks),
      page: marks.filter((mark) => html.includes(mark)),
      // The attract screen asks for the language alone.
      inputs: [...document.querySelectorAll("input, textarea, select")].map((field) => `${field.id}: ${field.value}`),
      findings: document.querySelectorAll("[data-finding], [data-outcome]").length,
      storage, title: document.title, address: location.pathname + location.search + location.hash,
      state: Object.keys(history.state ?? {}), entries: history.length,
    };
  }, marks);
  return { ...seen, heap: marks.filter((mark) => heap.includes(mark)) };
}
const clean = {
  memory: [], heap: [], page: [], inputs: ["language: en"], findings: 0, storage: '[{},{},"",[],0]', title: "Needlewise", address: "/", state: ["wrongPins"],
  entries: 3, // about:blank, the page, and the one that stands for a visit
};

async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  let text = "";
  session.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => (text += chunk));
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  await session.detach();
  return text;
}

test.describe("nothing is left of somebody", () => {
  test.setTimeout(150_000);
  const ways = {
    "who walks away": async (page) => {
      await pass(page, 61);
      await expect(stillThere(page)).toBeVisible();
      await pass(page, 21);
    },
    "whose tablet slept": (page) => pass(page, 3600),
    "who deletes": async (page) => {
      await button(page, "Delete my answers").click();
      await button(page, "Yes, delete everything").click();
    },
    "who reloads": (page) => page.reload(),
    "who goes back and back": async (page) => {
      for (let steps = 0; steps < 60; ++steps) {
        // Once more at the start would lead out; the title is bare as soon as all goes.
        const onward = await page.evaluate(() => document.title !== "Needlewise" && (history.back(), true)).catch(() => false);
        if (!onward) break;
        await page.waitForTimeout(80);
      }
    },
    "who leaves the page and comes again": async (page) => {
      await page.goto("/NOTICES.txt");
      await page.goBack();
    },
    "who hands over and whom nobody asks": async (page) => {
      await button(page, "I am finished").click();
      await expect(title(page, "Please hand the tablet back")).toBeVisible();
      await pass(page, 301);
    },
  };
  for (const [who, leave] of Object.entries(ways)) {
    test(who, async ({ page }) => {
      await begin(page);
      await start(page);
      await toReview(page, somebody);
      const during = await traces(page);
      expect(during.memory, "the search finds what is there").toEqual(expect.arrayContaining(datesInWords));
      expect(during.heap).toEqual(expect.arrayContaining(datesInWords));
      await button(page, "See my result").click();
      await expect(page.locator("[data-outcome]")).toBeVisible();
      await leave(page);
      await attract(page);
      await settled(page);
      const after = await traces(page);
      // A page that was left has an entry of its own.
      expect({ ...after, entries: clean.entries }).toEqual(clean);
      expect(after.entries).toBeLessThanOrEqual(4);
      await page.evaluate(() => history.forward());
      await attract(page);
      await start(page);
      await button(page, "Start the questions").click();
      await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    });
  }

  test("without network, in the same window", async ({ page }) => {
    await begin(page);
    await page.evaluate(() => (globalThis.sameWindow = true));
    await page.route("**/*", (route) => route.abort());
    await start(page);
    await toResult(page, somebody);
    await button(page, "Delete my answers").click();
    await button(page, "Yes, delete everything").click();
    await attract(page);
    await settled(page);
    expect(await page.evaluate(() => globalThis.sameWindow)).toBe(true);
    expect(await traces(page)).toEqual(clean);
    await start(page);
    await button(page, "Start the questions").click();
    await answer(page, "age-band", "22-plus");
    await page.unrouteAll();
  });
  test.use({ expected: [/ERR_FAILED/] });
});

test.describe("the warning", () => {
  test("is announced, and any touch goes on", async ({ page }) => {
    await begin(page);
    await start(page);
    await button(page, "Start the questions").click();
    await answer(page, "age-band", "22-plus");
    await pass(page, 61);
    await expect(button(stillThere(page), "Yes, go on")).toBeFocused();
    await expect(stillThere(page)).toContainText(/In (19|20|18) seconds all answers are deleted/);
    await pass(page, 9);
    await expect.poll(() => page.evaluate(() => watched.said.filter(({ live }) => live === "assertive").length)).toBe(1);
    await page.mouse.click(5, 5);
    await expect(stillThere(page)).toHaveCount(0);
    await expect(page.getByRole("radio", { name: "22 or older" })).toBeChecked();
    await pass(page, 61);
    await expect(stillThere(page)).toBeVisible();
    await page.keyboard.press("Shift");
    await expect(stillThere(page)).toHaveCount(0);
  });

  test("counts down by itself, with a picture for each number", async ({ page }) => {
    await begin(page);
    await start(page);
    await pass(page, 70);
    await expect(stillThere(page)).toBeVisible();
    await settled(page);
    const painted = await page.evaluate(async () => {
      const before = watched.frames;
      await new Promise((resolve) => setTimeout(resolve, 2000));
      return watched.frames - before;
    });
    expect(painted).toBeGreaterThan(0);
    expect(painted).toBeLessThan(20); // 120 would be one with every frame of the screen
    await pass(page, 5);
    await attract(page); // within five seconds
  });
});

test.describe("staff", () => {
  test("read a summary after their PIN, print it, and it is gone", async ({ page }) => {
    await page.addInitScript(() => (globalThis.print = () => (globalThis.printed = document.documentElement.outerHTML)));
    await begin(page);
    await finish(page);
    const text = await page.locator("body").innerText();
    expect(text).not.toMatch(/retin|diabet|scar/i);
    await givePin(page, "135790");
    await expect(page.getByText("This PIN is not right.").first()).toBeVisible();
    await tryPin(page, pin);
    await expect(title(page, "Summary for staff")).toBeFocused();
    await expect(page.getByText(/^Patient-reported, not verified\. Finished on Monday 2 March 2026 at 12:\d\d\. Content \d/)).toBeVisible();
    await expect(page.getByText(/Thursday|19 November 2025/).first()).toBeVisible();
    await expect(page.getByText("The patient was not sure.").first()).toBeVisible();
    await button(page, "Print").click();
    await expect.poll(() => page.evaluate(() => globalThis.printed?.includes("Summary for staff"))).toBe(true);
    await button(page, "Done: delete it all").click();
    await attract(page);
    await expect.poll(() => page.evaluate(() => globalThis.printed)).toBe(undefined); // a new document
    expect((await traces(page)).memory).toEqual([]);
  });

  test("see the summary go by itself", async ({ page }) => {
    await begin(page);
    await finish(page);
    await givePin(page, pin);
    await expect(title(page, "Summary for staff")).toBeVisible();
    await pass(page, 301);
    await attract(page);
  });

  test("leave the waiting room", async ({ page }) => {
    await begin(page);
    await givePin(page, pin);
    await expect(title(page, "Waiting room: for staff")).toBeVisible();
    await button(page, "Leave the waiting room").click();
    await expect(button(page, "Start the questions")).toBeVisible();
    await pass(page, 3600);
    await settled(page);
    await expect(button(page, "Start the questions")).toBeVisible();
    await page.reload();
    await attract(page);
  });

  test.describe("without network", () => {
    test.use({ expected: [/ERR_FAILED|dynamically imported/] });
    test("find the start screen again where the settings page does not come", async ({ page }) => {
      await begin(page);
      await page.evaluate(() => (globalThis.sameWindow = true));
      await page.route("**/*", (route) => route.abort());
      await givePin(page, pin);
      await button(page, "Change settings").click();
      await attract(page);
      expect(await page.evaluate(() => globalThis.sameWindow)).toBe(true);
      await start(page);
      await pass(page, 3600);
      await attract(page);
      await page.unrouteAll();
    });
  });

  test("who guess wait longer and longer, also after a reload", async ({ page }) => {
    await begin(page);
    await button(page, "For staff").click();
    for (let tries = 0; tries < 3; ++tries) {
      await tryPin(page, `00000${tries}`);
      await expect(page.getByText(/^This PIN is not right/).first()).toBeVisible();
      await expect(page.getByLabel("Staff PIN")).toHaveValue("");
    }
    await expect(page.getByText(/You can try again in \d+ seconds/).first()).toBeVisible();
    await tryPin(page, pin);
    await settled(page);
    await expect(title(page, "Waiting room: for staff")).toHaveCount(0);
    await page.reload();
    await attract(page);
    await button(page, "For staff").click();
    await expect(page.getByText(/You can try again in (2\d|30) seconds/).first()).toBeVisible();
    await pass(page, 31);
    await tryPin(page, pin);
    await expect(title(page, "Waiting room: for staff")).toBeVisible();
  });

  test.describe("without a PIN", () => {
    test.use({ clinic: without("pin") });
    test("read why they get no further", async ({ page }) => {
      await begin(page);
      await button(page, "For staff").click();
      await expect(dialog(page, "For staff")).toContainText("No staff PIN is set.");
      await expect(page.getByLabel("Staff PIN")).toHaveCount(0);
    });
  });

  test("read why they get no further where the page cannot check a PIN", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(Crypto.prototype, "subtle", { value: undefined }));
    await begin(page);
    await button(page, "For staff").click();
    await expect(dialog(page, "For staff")).toContainText("this page was not opened over https");
    await expect(page.getByLabel("Staff PIN")).toHaveCount(0);
  });
});

test.describe("the tablet", () => {
  test("offers no way out: no links, no menu, nothing to mark or to copy", async ({ page }) => {
    await begin(page);
    await start(page);
    await toResult(page, somebody);
    await page.locator("[data-finding]").getByRole("button").first().click();
    await expect(page.getByText("Sources", { exact: true })).toBeVisible();
    await expect(page.getByRole("link")).toHaveCount(0);
    const stopped = (type) => page.evaluate((type) => !document.querySelector("h1").dispatchEvent(new Event(type, { bubbles: true, cancelable: true })), type);
    for (const type of ["contextmenu", "copy", "cut", "dragstart"]) expect(await stopped(type), type).toBe(true);
    await page.keyboard.press("Control+a");
    expect(await page.evaluate(() => getSelection().toString())).toBe("");
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).overscrollBehavior)).toBe("none");
    expect(await page.evaluate(() => document.querySelector("meta[name=viewport]").content), "a pinch stays possible").not.toMatch(/maximum|user-scalable/);
  });

  test("has the usual looks again for the next person", async ({ page }) => {
    await begin(page);
    const usual = await page.evaluate(() => document.documentElement.getAttribute("style"));
    await start(page);
    await button(page, "Larger text").click();
    await button(page, "Dark").click();
    await button(page, "Text version").click();
    await expect(page.locator("canvas")).toBeHidden();
    await pass(page, 3600);
    await attract(page);
    await expect(page.locator("canvas")).toBeVisible();
    await expect.poll(() => page.evaluate(() => document.documentElement.getAttribute("style"))).toBe(usual);
  });

  test("goes on while its clock passes midnight and is put back", async ({ page }) => {
    await begin(page);
    await start(page);
    await button(page, "Start the questions").click();
    await answer(page, "age-band", "22-plus");
    await page.evaluate(() => (watched.later -= 3_600_000)); // daylight saving changes the shown hour only; this is more
    await pass(page, 30);
    await settled(page);
    await expect(page.getByRole("radio", { name: "22 or older" })).toBeChecked();
    await expect(stillThere(page)).toHaveCount(0);
  });

  test("goes on without WebGL", async ({ page }) => {
    await begin(page);
    await start(page);
    await page.evaluate(() => document.querySelector("canvas").getContext("webgl2").getExtension("WEBGL_lose_context").loseContext());
    await expect(page.locator("canvas")).toBeHidden();
    await button(page, "Start the questions").click();
    await answer(page, "age-band", "22-plus");
    await pass(page, 3600);
    await attract(page);
    await expect(page.locator("canvas")).toBeVisible();
  });

  test("has loaded all there is before it says that it is ready", async ({ page }) => {
    await begin(page);
    await page.waitForLoadState("networkidle");
    const before = page.requests.length;
    await start(page);
    await toResult(page, somebody);
    await button(page, "See my timeline").click();
    await expect(title(page, "Your timeline")).toBeVisible();
    expect(page.requests.slice(before)).toEqual([]);
  });
});

test.describe("only where the settings say so", () => {
  const byAddress = { ...settings, kiosk: { ...settings.kiosk, open: "address" } };
  test.describe("by address", () => {
    test.use({ clinic: byAddress });
    test("it is the usual page without #kiosk, and never loads the kiosk", async ({ page }) => {
      await page.goto("/");
      await expect(button(page, "Start the questions")).toBeVisible();
      await page.waitForLoadState("networkidle");
      expect(page.requests.filter(({ url }) => /kiosk\./.test(url))).toEqual([]);
    });
    test("it is a kiosk with #kiosk, and stays one", async ({ page }) => {
      await page.goto("/#kiosk");
      await attract(page);
      await start(page);
      await pass(page, 3600);
      await attract(page);
      expect(new URL(page.url()).hash).toBe("#kiosk");
    });
  });
  test.describe("wrongly", () => {
    test.use({ clinic: { ...settings, kiosk: { ...settings.kiosk, idleSeconds: 1 } } });
    test("it asks for staff", async ({ page }) => {
      await page.goto("/");
      await expect(title(page, "Please ask staff")).toBeVisible();
      await expect(startButton(page)).toHaveCount(0);
    });
  });
});
