// The page on somebody else's page: embed.js on a website of another origin.
import { statSync } from "node:fs";
import { healthy, questions, rush } from "./support/form.js";
import { element, expect, frameIn, heard, readyFrame, test, told } from "./support/hosts.js";
import { site } from "./support/site.js";
import { button, settled, title } from "./support/test.js";

test.use({ viewport: { width: 800, height: 720 } });

const clinic = (host, more = {}) => ({ name: "Skin & Co", embed: { origins: [host.address], events: everything }, ...more });
const withSettings = '<needlewise-screening settings="clinic.json"></needlewise-screening>';
const brightness = (frame) => frame.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).slice(0, 3).map(Number).reduce((a, b) => a + b) / 3);
const height = (page) => element(page).evaluate(({ offsetHeight }) => offsetHeight);
const scrollTo = (page, y) => page.evaluate((y) => globalThis.scrollTo({ top: y, behavior: "instant" }), y);

const person = { ...healthy, concerns: ["acne-scars"], "scar-kind": ["flat-or-pitted"], diabetes: "not-sure", "planned-date": "2026-06-06" };
const everything = ["ready", "height", "section", "outcome", "booking", "deleted"];

// The website scrolls after the frame has changed: nobody clicks in between.
async function start(frame) {
  await button(frame, "Start the questions").click();
  await expect(title(frame, "About you")).toBeVisible();
  await settled(frame);
}
async function toResult(frame, answers = person) {
  await start(frame);
  await rush(frame, answers);
  await settled(frame);
  await button(frame, "See my result").click();
  await expect(frame.locator("[data-outcome]")).toBeVisible();
  await settled(frame);
}

// How many pixels of the frame that can be seen are not painted. within: what scrolls it, the window otherwise.
async function seenPart(page, within) {
  const box = await element(page).locator("iframe").boundingBox();
  const clip = within ? await page.locator(within).boundingBox() : { y: 0, height: page.viewportSize().height };
  return { top: Math.max(0, clip.y - box.y), bottom: Math.min(box.height, clip.y + clip.height - box.y) };
}
async function unpainted(page, frame, within) {
  const seen = await seenPart(page, within);
  return frame.evaluate(({ top, bottom }) => {
    const canvas = document.querySelector("canvas").getBoundingClientRect();
    const content = document.getElementById("nw-content").getBoundingClientRect();
    const from = Math.max(top, content.top);
    const to = Math.min(bottom, content.bottom);
    return Math.max(0, canvas.top - from, to - canvas.bottom);
  }, seen);
}

test.describe("on a website of another origin", () => {
  test("the whole way to the result by role and name, telling what the settings let it tell", async ({ page, host }) => {
    host.json("/clinic.json", clinic(host, { booking: { link: "https://clinic.example/book", outcomes: ["defer"] } }));
    host.page({ element: withSettings });
    await host.open();
    const frame = await readyFrame(page);
    await expect(frame.getByText("Skin & Co")).toBeVisible();
    await toResult(frame, { ...healthy, isotretinoin: "past-12-months", "isotretinoin-last-date": "2025-11-11" });
    await expect(frame.getByRole("link", { name: "Book an appointment" })).toHaveAttribute("href", "https://clinic.example/book");
    await page.context().route("https://clinic.example/**", (route) => route.fulfill({ contentType: "text/html", body: "<title>Book</title>" }));
    const [booking] = await Promise.all([page.waitForEvent("popup"), frame.getByRole("link", { name: "Book an appointment" }).click()]);
    await expect(booking).toHaveTitle("Book"); // an ordinary tab, out of the sandbox
    expect(await booking.evaluate(() => [globalThis.origin, globalThis.opener, document.referrer])).toEqual(["https://clinic.example", null, ""]);
    await booking.close();
    await expect.poll(() => told(page, "booking")).toEqual([["booking", {}, ""]]);
    const steps = (await told(page, "step")).map(([, detail]) => detail);
    expect(steps).toEqual(steps.map((_, index) => ({ number: index + 1, count: 8 })));
    expect(steps).toHaveLength(8);
    expect(await told(page, "outcome"), "not without a tap").toEqual([]);

    await button(frame, `Tell ${new URL(host.address).host}`).click();
    await expect.poll(() => told(page, "outcome")).toEqual([["outcome", { outcome: "defer", earliest: "2026-05-11" }, ""]]);
    await button(frame, "Delete my answers").click();
    await button(frame.getByRole("dialog"), "Yes, delete everything").click();
    await expect.poll(() => told(page, "closed")).toEqual([["closed", {}, ""]]);

    const said = JSON.stringify([await heard(page), await told(page)]);
    expect(questions.filter(({ linkId }) => said.includes(linkId)).map(({ linkId }) => linkId)).toEqual([]);
    const codes = new Set(questions.flatMap(({ options }) => options.map(({ code }) => code)));
    const words = said.match(/"[^"]*"/g).map((word) => word.slice(1, -1));
    expect(words.filter((word) => codes.has(word))).toEqual([]);
  });

  test("a long page is painted wherever the website scrolls to", async ({ page, host }) => {
    host.page({ before: "<p style='height:600px'>before</p>", after: "<p style='height:900px'>after</p>" });
    await page.setViewportSize({ width: 390, height: 700 });
    await host.open();
    await element(page).scrollIntoViewIfNeeded();
    const frame = await readyFrame(page);
    await toResult(frame);
    await button(frame, "See my timeline").click();
    await expect(title(frame, "Your timeline")).toBeVisible();
    await settled(frame);
    await expect.poll(() => height(page)).toBeGreaterThan(4500);
    await page.mouse.move(200, 350);
    let gaps = 0;
    const end = 600 + (await height(page));
    for (let y = 0; y < end; y += 230) {
      await scrollTo(page, y);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      if ((await unpainted(page, frame)) > 0) gaps += 1;
    }
    expect(gaps, "while scrolling").toBeLessThanOrEqual(1);
    for (const y of [end, 0, end / 2, 700]) {
      await scrollTo(page, y);
      await expect.poll(() => unpainted(page, frame)).toBe(0);
    }
  });
});

test.describe("what the settings let it tell", () => {
  for (const [what, embed] of [["no settings", undefined], ["settings without `embed`", {}], ["settings that tell the height only", { events: ["height"] }]]) {
    test(`${what}: no step, no outcome, and nobody is asked to tell one`, async ({ page, host }) => {
      if (embed) host.json("/clinic.json", { embed: embed.events ? { origins: [host.address], ...embed } : embed });
      host.page({ element: embed ? withSettings : undefined });
      await host.open();
      const frame = await readyFrame(page);
      await toResult(frame, healthy);
      await expect(frame.getByRole("button", { name: /^Tell / })).toHaveCount(0);
      await button(frame, "Delete my answers").click();
      await button(frame.getByRole("dialog"), "Yes, delete everything").click();
      await settled(frame);
      expect([...new Set((await told(page)).map(([type]) => type))].sort()).toEqual(["ready", "resize"]);
    });
  }

  test.describe("without the height", () => {
    test.use({ expected: [/needlewise-screening.*embed\.events/] });
    test("it scrolls in itself, and the website hears why", async ({ page, host }) => {
      host.json("/clinic.json", { embed: { origins: [host.address], events: ["section"] } });
      host.page({ element: withSettings });
      await host.open();
      const frame = await readyFrame(page);
      const before = await height(page);
      await start(frame);
      expect(await height(page)).toBe(before);
      expect((await heard(page)).filter(({ type }) => type === "height")).toEqual([]);
      expect((await told(page, "error")).map(([, { code }]) => code)).toEqual(["height"]);
      expect((await told(page, "step")).length).toBe(1);
    });
  });
});

test.describe("a website that", () => {
  test("has a strict policy shows it all the same", async ({ page, host, server }) => {
    const policy = `default-src 'none'; script-src 'self' ${server}; frame-src ${server}; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`;
    host.json("/clinic.json", clinic(host));
    host.page({ element: withSettings, headers: { "Content-Security-Policy": policy } });
    await host.open();
    const frame = await readyFrame(page);
    await start(frame);
    await expect.poll(() => told(page, "step").then(({ length }) => length)).toBe(1);
    expect(await frame.evaluate(() => globalThis.watched.violations)).toEqual([]);
  });

  test("is itself in a sandbox shows it, too", async ({ page, host }) => {
    host.page({ headers: { "Content-Security-Policy": "sandbox allow-scripts allow-popups allow-downloads allow-modals" } });
    await host.open();
    expect(await page.evaluate(() => globalThis.origin)).toBe("null");
    await start(await readyFrame(page));
  });

  for (const script of ["", "async", "defer"]) {
    test(`loads the script ${script || "at once"}, and twice`, async ({ page, host, server }) => {
      host.page({ script, head: `<script src="${server}/embed.js?again" ${script}></script>` });
      await host.open();
      await readyFrame(page);
      expect(await told(page, "error")).toEqual([]);
    });
  }

  test("is 320 pixels wide has no scrollbar across", async ({ page, host }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    host.page({ head: "<link rel=stylesheet href=/s.css>" });
    host.put("/s.css", "body{margin:0}", { type: "text/css" });
    await host.open();
    const frame = await readyFrame(page);
    const across = () => Promise.all([page, frame].map((one) => one.evaluate(() => document.documentElement.scrollWidth)));
    expect(await across()).toEqual([320, 320]);
    await toResult(frame);
    expect(await across()).toEqual([320, 320]);
  });

  test("shows it in a window that scrolls, opened later", async ({ page, host }) => {
    host.page({
      element: "<dialog id=d><div id=s><needlewise-screening></needlewise-screening></div></dialog><button id=o>Open</button><p style='height:1500px'>",
      head: "<link rel=stylesheet href=/s.css><script src=/s.js defer></script>",
    });
    host.put("/s.css", "#d{width:600px;max-height:none}#s{height:450px;overflow:auto}", { type: "text/css" });
    host.put("/s.js", "o.onclick=()=>d.showModal()", { type: "text/javascript" });
    await host.open();
    await page.waitForTimeout(500);
    expect(page.requests.filter(({ url }) => url.includes("needlewise.html")), "nothing while it is shut").toEqual([]);
    await page.getByRole("button", { name: "Open" }).click();
    const frame = await readyFrame(page);
    await start(frame);
    const scroll = (y) => page.locator("#s").evaluate((box, y) => box.scrollTo({ top: y, behavior: "instant" }), y);
    for (const y of [900, 300, 1300]) {
      await scroll(y);
      await expect.poll(() => unpainted(page, frame, "#s")).toBe(0);
    }
    await button(frame, "Next").click(); // nothing answered: goes to what is missing
    await expect(button(frame, "Skip this for now")).toBeVisible();
    await expect(frame.getByRole("radio").first()).toBeInViewport({ ratio: 1 });
    await scroll(1300);
    await button(frame, "Start again").click();
    await expect.poll(async () => frame.getByRole("dialog").evaluate((dialog, seen) => {
      const { top, bottom } = dialog.getBoundingClientRect();
      return top >= seen.top - 2 && bottom <= seen.bottom + 2;
    }, await seenPart(page, "#s"))).toBe(true); // the focus may have scrolled it since
  });

  test("hides it, shows it, and hides it again loses nothing", async ({ page, host }) => {
    host.page({ element: "<div id=tab hidden><needlewise-screening></needlewise-screening></div>" });
    await host.open();
    await page.waitForTimeout(300);
    expect(page.requests.filter(({ url }) => url.includes("needlewise.html"))).toEqual([]);
    const show = (shown) => page.locator("#tab").evaluate((tab, shown) => (tab.hidden = !shown), shown);
    await show(true);
    const frame = await readyFrame(page);
    await start(frame);
    await frame.getByRole("radio", { name: "22 or older" }).click();
    await settled(frame);
    const before = await height(page);
    await show(false);
    await page.waitForTimeout(300);
    await show(true);
    await settled(frame);
    await expect(frame.getByRole("radio", { name: "22 or older" })).toBeChecked();
    expect(await height(page)).toBe(before);
    await expect.poll(() => unpainted(page, frame)).toBe(0);
  });
});

test("several on a page keep to themselves, also going back", async ({ page, host }) => {
  host.page({ element: "<needlewise-screening id=one></needlewise-screening><needlewise-screening id=two height=500></needlewise-screening>" });
  await host.open();
  const one = await readyFrame(page, element(page).first());
  await element(page).last().scrollIntoViewIfNeeded();
  const two = await readyFrame(page, element(page).last());
  await start(two);
  await start(one);
  await one.getByRole("radio", { name: "22 or older" }).click();
  await settled(one); // it got taller, which moves the other one down
  await page.waitForTimeout(300);
  await button(two, "Back").click();
  await expect(title(two, "Thinking about microneedling?")).toBeVisible();
  await expect(title(one, "About you")).toBeVisible();
  await expect(one.getByRole("radio", { name: "22 or older" })).toBeChecked();
  expect(await element(page).last().evaluate(({ offsetHeight }) => offsetHeight)).toBe(500);
});

test("the browser's back and forward lead through it", async ({ page, host }) => {
  host.page();
  await host.open();
  const frame = await readyFrame(page);
  await start(frame);
  await page.evaluate(() => history.back());
  await expect(title(frame, "Thinking about microneedling?")).toBeVisible();
  await page.evaluate(() => history.forward());
  await expect(title(frame, "About you")).toBeVisible();
  expect(page.url()).toBe(`${host.address}/`);
});

test.describe("light and dark", () => {
  test("follow the website: its colours, its own switch, and the device where it goes by that", async ({ page, host }) => {
    host.page({ head: "<link rel=stylesheet href=/s.css>" });
    host.put("/s.css", ":root.night body{background:#111} :root.slow body{transition:background .3s} :root.both{color-scheme:light dark}", { type: "text/css" });
    await page.emulateMedia({ colorScheme: "dark" });
    await host.open();
    const frame = await readyFrame(page);
    const root = (name) => page.evaluate((name) => (document.documentElement.className = name), name);
    await expect.poll(() => brightness(frame), "a website that knows no dark").toBeGreaterThan(200);
    await root("night slow");
    await expect.poll(() => brightness(frame)).toBeLessThan(80);
    await root("");
    await expect.poll(() => brightness(frame)).toBeGreaterThan(200);
    await root("both");
    await expect.poll(() => brightness(frame)).toBeLessThan(80);
    await page.emulateMedia({ colorScheme: "light" });
    await expect.poll(() => brightness(frame)).toBeGreaterThan(200);
    await button(frame, "Dark").click(); // one's own choice comes first
    await expect.poll(() => brightness(frame)).toBeLessThan(80);
  });

  test("can be set", async ({ page, host }) => {
    host.page({ element: "<needlewise-screening theme=dark></needlewise-screening>" });
    await host.open();
    await expect.poll(async () => brightness(await readyFrame(page))).toBeLessThan(80);
    await element(page).evaluate((one) => one.setAttribute("theme", "light"));
    await expect.poll(async () => brightness(await readyFrame(page))).toBeGreaterThan(200);
  });
});

test.describe("its height", () => {
  for (const width of [320, 360, 390, 430, 600, 700, 820, 1024, 1039, 1040, 1200, 1440]) {
    test(`${width} pixels wide: the room held is enough for the first page, and not much more`, async ({ page, host }) => {
      await page.setViewportSize({ width, height: 400 });
      host.page({ script: "", head: "<link rel=stylesheet href=/s.css>", after: "<p id=after>after</p>" });
      host.put("/s.css", "body{margin:0}", { type: "text/css" });
      await host.open();
      const held = await height(page);
      const frame = await readyFrame(page);
      const needed = await frame.evaluate(() => document.body.getBoundingClientRect().height);
      expect(needed).toBeLessThanOrEqual(held);
      expect(held - needed).toBeLessThan(130);
      await scrollTo(page, held - 200);
      await settled(frame);
      expect(await height(page)).toBe(held);
      expect(await page.evaluate(() => [globalThis.shifts, document.documentElement.scrollWidth])).toEqual([[], width]);
    });
  }

  test("changes once with each page, and then not again", async ({ page, host }) => {
    await page.addInitScript(() => addEventListener("error", ({ message }) => (globalThis.watched.violations ??= []).push(message)));
    host.page();
    await host.open();
    const frame = await readyFrame(page);
    const resizes = async () => (await told(page, "resize")).length;
    expect(await resizes()).toBe(0);
    await start(frame);
    await page.waitForTimeout(1500);
    expect(await resizes()).toBe(1);
    const settledAt = await height(page);
    for (let width = 800; width > 500; width -= 60) {
      await page.setViewportSize({ width, height: 720 });
      await settled(frame);
    }
    await page.waitForTimeout(500);
    const after = await resizes();
    expect(after).toBeLessThanOrEqual(7);
    await page.waitForTimeout(1000);
    expect(await resizes()).toBe(after);
    expect(await height(page)).not.toBe(settledAt);
    expect(await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight), "nothing to scroll inside").toBe(0);
    expect(await page.evaluate(() => globalThis.oops)).toEqual([]);
    expect(await frame.evaluate(() => globalThis.watched.violations)).toEqual([]);
  });

  test("fills its box, or is a number, where the website wants that", async ({ page, host }) => {
    host.page({ element: "<div id=box><needlewise-screening height=fill></needlewise-screening></div>", head: "<link rel=stylesheet href=/s.css>" });
    host.put("/s.css", "#box{height:555px}", { type: "text/css" });
    await host.open();
    const frame = await readyFrame(page);
    expect(await height(page)).toBe(555);
    await start(frame);
    expect(await height(page)).toBe(555);
    expect(await frame.evaluate(() => document.documentElement.scrollHeight > innerHeight)).toBe(true);
    await element(page).evaluate((one) => one.setAttribute("height", "480"));
    expect(await height(page)).toBe(480);
  });

  test("a new page begins at its top, wherever the website was scrolled", async ({ page, host }) => {
    host.page({ before: "<p style='height:500px'>before</p>", after: "<p style='height:900px'>after</p>" });
    await host.open();
    await element(page).scrollIntoViewIfNeeded();
    const frame = await readyFrame(page);
    await start(frame);
    await button(frame, "Next").scrollIntoViewIfNeeded();
    await settled(frame);
    await button(frame, "Next").click();
    await expect(button(frame, "Skip this for now")).toBeVisible();
    await settled(frame);
    await expect(frame.getByRole("radio").first(), "what is missing").toBeInViewport({ ratio: 1 });
    await button(frame, "Skip this for now").click();
    await expect(title(frame, "Your goals")).toBeVisible();
    await settled(frame);
    await expect(title(frame, "Your goals")).toBeInViewport({ ratio: 1 });
    expect((await element(page).boundingBox()).y).toBeGreaterThanOrEqual(-1);
  });

  test("the keyboard's focus is always in view", async ({ page, host }) => {
    host.page({ before: "<p style='height:500px'>before</p>", after: "<p style='height:900px'>after</p>" });
    await host.open();
    await element(page).scrollIntoViewIfNeeded();
    const frame = await readyFrame(page);
    await start(frame);
    let steps = 0;
    for (; ; ++steps) {
      await page.keyboard.press("Tab");
      if (await frame.evaluate(() => !document.hasFocus() || document.activeElement === document.body)) break; // out of it
      await expect.poll(() => frame.evaluate(() => {
        const { top, bottom } = document.activeElement.getBoundingClientRect();
        return { top, bottom };
      }).then(async ({ top, bottom }) => {
        const seen = await seenPart(page);
        return top >= seen.top - 1 && bottom <= seen.bottom + 1;
      }), { message: `after ${steps + 1} steps` }).toBe(true);
    }
    expect(steps).toBeGreaterThan(10);
  });
});

test("loads nothing but the script until it is near, and is ready before it is seen", async ({ page, host }) => {
  host.json("/clinic.json", {});
  host.page({ before: "<p style='height:3000px'>before</p>", element: withSettings });
  await host.open();
  await page.waitForTimeout(700);
  expect(page.requests.map(({ url }) => new URL(url).pathname).sort()).toEqual(["/", "/embed.js", "/listening.js"].sort());
  expect(page.requests.every(({ url }) => !url.includes("clinic.json"))).toBe(true);
  await scrollTo(page, 3000 - 720 - 250); // still 250 pixels below the edge
  await expect.poll(() => told(page, "ready").then(({ length }) => length), { timeout: 30_000 }).toBe(1);
  expect(page.requests.filter(({ url, method }) => method !== "GET" || !/^(http:\/\/127|data:)/.test(url))).toEqual([]);
  await scrollTo(page, 3000);
  const frame = await readyFrame(page);
  await expect.poll(() => unpainted(page, frame)).toBe(0);
  expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(["", 0, 0]);
});

test("embed.js is small", () => {
  expect(statSync(`${site}/embed.js.br`).size).toBeLessThan(3072);
});

test("a plain frame works where scripts are not allowed: it scrolls in itself", async ({ page, host, server }) => {
  for (const file of ["index.html", "needlewise.html"]) {
    host.page({ script: null, element: `<iframe src="${server}/${file}" title="Screening" width="100%" height="600"></iframe>` });
    await host.open();
    const frame = page.frames().at(-1);
    await expect(button(frame, "Start the questions")).toBeVisible({ timeout: 30_000 });
    await start(frame);
  }
});
