// Who can do what to an embedded page: websites that mean ill, settings that are wrong, and what staff then see.
import { healthy, rush } from "./support/form.js";
import { element, expect, frameIn, heard, readyFrame, test, told } from "./support/hosts.js";
import { button, settled, title } from "./support/test.js";

test.use({ viewport: { width: 800, height: 720 } });

const withSettings = '<needlewise-screening settings="clinic.json"></needlewise-screening>';
const everything = ["ready", "height", "section", "outcome", "booking", "deleted"];
const codes = async (page) => (await told(page, "error")).map(([, { code }]) => code);

async function halfway(frame) {
  await button(frame, "Start the questions").click();
  await expect(title(frame, "About you")).toBeVisible();
  await settled(frame);
  await frame.getByRole("radio", { name: "22 or older" }).click();
  await settled(frame);
}
const untouched = async (frame) => {
  await settled(frame);
  await expect(title(frame, "About you")).toBeVisible();
  await expect(frame.getByRole("radio", { name: "22 or older" })).toBeChecked();
};

// The single file as `web/build --clinic` would make it.
async function buildIn(page, server, clinic) {
  await page.route(`${server}/needlewise.html`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/(id="needlewise-assets"[^>]*>)(.*?)(<\/script>)/s, (_, before, text, after) => {
      const assets = JSON.parse(text);
      const [head, data] = assets.content.split(",");
      const content = { ...JSON.parse(Buffer.from(data, "base64").toString()), clinic };
      return before + JSON.stringify({ ...assets, content: `${head},${Buffer.from(JSON.stringify(content)).toString("base64")}` }).replaceAll("<", "\\u003c") + after;
    });
    await route.fulfill({ response, body });
  });
}

test.describe("a hostile website", () => {
  test("cannot look into the frame, nor reach its scripts", async ({ page, host }) => {
    host.page();
    await host.open();
    await halfway(await readyFrame(page));
    const got = await page.evaluate(() => {
      const frame = document.querySelector("needlewise-screening").shadowRoot.querySelector("iframe");
      const attempt = (what) => {
        try {
          return String(what());
        } catch (error) {
          return error.name;
        }
      };
      return [
        frame.sandbox.value.split(" ").sort().join(" "),
        attempt(() => frame.contentDocument),
        attempt(() => frame.contentWindow.document),
        attempt(() => frame.contentWindow.eval("1")),
        attempt(() => frame.contentWindow.watched),
        attempt(() => frame.contentWindow.localStorage),
        attempt(() => frame.contentWindow.location.href),
        attempt(() => { frame.contentWindow.onmessage = () => {}; }),
      ];
    });
    expect(got).toEqual(["allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox allow-scripts", "null", ...Array(6).fill("SecurityError")]);
  });

  test("not even one from the page's own origin", async ({ page, host, server }) => {
    host.page({ path: "/own.html" });
    await page.route(`${server}/own.html`, async (route) => route.fulfill({ response: await route.fetch({ url: `${host.address}/own.html` }) }));
    await page.route(`${server}/listening.js`, async (route) => route.fulfill({ response: await route.fetch({ url: `${host.address}/listening.js` }) }));
    await page.goto(`${server}/own.html`);
    const frame = await readyFrame(page);
    await halfway(frame);
    expect(await frame.evaluate(() => globalThis.origin)).toBe("null");
    expect(await page.evaluate(() => {
      const inner = document.querySelector("needlewise-screening").shadowRoot.querySelector("iframe");
      try {
        return String(inner.contentWindow.document);
      } catch (error) {
        return inner.contentDocument ?? error.name;
      }
    })).toBe("SecurityError");
  });

  test("changes nothing by messages once the page has its port", async ({ page, host }) => {
    host.page();
    await host.open();
    const frame = await readyFrame(page);
    await halfway(frame);
    const answered = await page.evaluate(async () => {
      const { contentWindow } = document.querySelector("needlewise-screening").shadowRoot.querySelector("iframe");
      let answers = 0;
      for (const message of [
        { needlewise: 1, settings: '{"name":"Forged"}', theme: "dark", height: "auto" }, { type: "theme", theme: "dark" },
        { kind: 0, target: "dialog/delete/yes" }, "result/share", null, 7, [], { needlewise: { toString: null } }, "x".repeat(5e6),
      ]) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (answers += 1);
        contentWindow.postMessage(message, "*", [port2]);
        contentWindow.postMessage(message, "*");
        port1.postMessage({ type: "theme", theme: "dark" });
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
      return answers;
    });
    expect(answered).toBe(0);
    await untouched(frame);
    await expect(frame.getByText("Forged")).toHaveCount(0);
  });

  test("a frame beside it cannot greet in the website's place, nor speak in the page's", async ({ page, host }) => {
    host.put("/advert.html", `<script src="advert.js"></script>`);
    host.put("/advert.js", `
      const greet = () => {
        for (let index = 0; index < parent.length; ++index) {
          if (parent[index] === window) continue;
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => parent.postMessage({ caught: data }, "*");
          parent[index].postMessage({ needlewise: 1, settings: '{"name":"Forged"}', height: "auto" }, "*", [port2]);
        }
        for (const type of ["ready", "outcome", "height", "closed"]) parent.postMessage({ type, outcome: "clear", earliest: null, height: 9000 }, "*");
      };
      setInterval(greet, 1);`, { type: "text/javascript" });
    host.put("/caught.js", "globalThis.caught=[];addEventListener('message',({data})=>data&&data.caught&&caught.push(data.caught))", { type: "text/javascript" });
    host.page({ head: "<script src=caught.js></script>", after: "<iframe src=advert.html sandbox=allow-scripts></iframe>" });
    await host.open();
    const frame = await readyFrame(page);
    await halfway(frame);
    await untouched(frame);
    await expect(frame.getByText("Forged")).toHaveCount(0);
    expect(await page.evaluate(() => globalThis.caught)).toEqual([]);
    expect((await told(page)).filter(([type]) => ["outcome", "closed"].includes(type))).toEqual([]);
    expect((await element(page).boundingBox()).height).toBeLessThan(3000);
  });

  test("around the clinic's website cannot speak as that one", async ({ page, host }) => {
    host.page({ path: "/clinic.html" });
    host.put("/evil.html", `<link rel="icon" href="data:,"><iframe src="clinic.html" width="760" height="700"></iframe><script src="evil.js"></script>`);
    host.put("/evil.js", `
      globalThis.caught = [];
      setInterval(() => {
        const inner = frames[0];
        for (let index = 0; index < (inner?.length ?? 0); ++index) {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = ({ data }) => caught.push(data);
          inner[index].postMessage({ needlewise: 1, settings: '{"name":"Forged"}', height: "own" }, "*", [port2]);
        }
      }, 1);`, { type: "text/javascript" });
    await host.open("/evil.html");
    const clinic = page.frames().find((frame) => frame.url().endsWith("/clinic.html"));
    await expect(clinic.locator("needlewise-screening iframe")).toHaveCSS("opacity", "1", { timeout: 30_000 });
    const frame = page.frames().find((one) => one.url().endsWith("#embed"));
    await expect(button(frame, "Start the questions")).toBeVisible();
    await halfway(frame);
    await expect(frame.getByText("Forged")).toHaveCount(0);
    expect(await page.evaluate(() => globalThis.caught)).toEqual([]);
    await clinic.evaluate(() => scrollTo(0, 500)); // two windows around it: still painted where it is seen
    await settled(frame);
    expect(await frame.evaluate(() => document.querySelector("canvas").getBoundingClientRect().bottom >= Math.min(innerHeight, 1200))).toBe(true);
  });

  test.describe("that the settings do not name", () => {
    test.use({ expected: [[/needlewise-screening.*(embed\.origins|may not show)/, /is not among the websites/], { option: true }] });
    for (const [where, builtIn] of [["handed in", false], ["of the build itself", true]]) {
      test(`shows nothing: settings ${where}`, async ({ page, host, server }) => {
        const clinic = { embed: { origins: ["https://clinic.example"], events: everything } };
        if (builtIn) await buildIn(page, server, clinic);
        host.json("/clinic.json", builtIn ? { embed: { origins: [host.address] } } : clinic);
        host.page({ element: builtIn ? undefined : withSettings });
        await host.open();
        const frame = await frameIn(page);
        await expect(frame.getByRole("heading", { level: 1 })).toHaveText("This page could not be shown");
        await expect(frame.getByText(`${host.address} is not among the websites`)).toBeVisible();
        await expect(button(frame, "Start the questions")).toHaveCount(0);
        expect(await codes(page)).toContain("origin");
        expect((await told(page, "ready")).length).toBe(0);
      });
    }
  });

  test.describe("with settings of its own", () => {
    test.use({ expected: [/needlewise-screening.*count for nothing/] });
    test("has no say over those of the build", async ({ page, host, server }) => {
      await buildIn(page, server, { name: "The real clinic", embed: { origins: [host.address], events: ["height"] } });
      host.json("/clinic.json", { name: "Forged", embed: { origins: [host.address], events: everything } });
      host.page({ element: withSettings });
      await host.open();
      const frame = await readyFrame(page);
      await expect(frame.getByText("The real clinic")).toBeVisible();
      expect(await codes(page)).toEqual(["settings-ignored"]);
      await button(frame, "Start the questions").click();
      await settled(frame);
      await rush(frame, healthy);
      await settled(frame);
      await button(frame, "See my result").click();
      await expect(frame.locator("[data-outcome]")).toBeVisible();
      await expect(frame.getByRole("button", { name: /^Tell / })).toHaveCount(0);
      expect((await heard(page)).filter(({ type }) => !["ready", "height", "top", "see", "problem"].includes(type))).toEqual([]);
    });
  });

  // As the settings page does, which lies beside the file; this website does not.
  test("cannot pass for the settings page, whose draft would count", async ({ page, host, server }) => {
    await buildIn(page, server, { name: "The real clinic" });
    host.put("/raw.js", `
      const frame = document.createElement("iframe");
      frame.sandbox = "allow-scripts";
      frame.src = ${JSON.stringify(server)} + "/needlewise.html#embed";
      frame.onload = () => frame.contentWindow.postMessage({ needlewise: 1, preview: true, settings: '{"name":"Forged"}' }, "*", [new MessageChannel().port2]);
      document.body.append(frame);`, { type: "text/javascript" });
    host.page({ script: null, element: "", after: "<script src=raw.js></script>" });
    await host.open();
    const frame = page.frames().at(-1);
    await expect(frame.getByText("The real clinic")).toBeVisible({ timeout: 30_000 });
    await expect(frame.getByText("Forged")).toHaveCount(0);
  });

  for (const [what, settings] of [["an object", "({ name: 'Forged' })"], ["a number", "7"], ["nothing at all", "null"], ["two million letters", "'x'.repeat(2e6)"], ["a list", "'[]'"]]) {
    test(`that hands in ${what} for settings gets a page that judges nobody`, async ({ page, host, server }) => {
      host.put("/raw.js", `
        const frame = document.createElement("iframe");
        frame.sandbox = "allow-scripts";
        frame.src = ${JSON.stringify(server)} + "/needlewise.html#embed";
        frame.onload = () => frame.contentWindow.postMessage({ needlewise: 1, settings: ${settings}, language: {}, theme: 5, height: [] }, "*", [new MessageChannel().port2]);
        document.body.append(frame);`, { type: "text/javascript" });
      host.page({ script: null, element: "", after: "<script src=raw.js></script>" });
      await host.open();
      const frame = page.frames().at(-1);
      await expect(title(frame, "Please ask staff")).toBeVisible({ timeout: 30_000 });
      await expect(button(frame, "Start the questions")).toHaveCount(0);
    });
  }
});

// Patience of 20 seconds and more is over soon.
const hurry = (page) => page.addInitScript(() => {
  for (const name of ["setTimeout", "setInterval"]) {
    const real = globalThis[name];
    globalThis[name] = (call, delay, ...rest) => real(call, delay >= 20_000 ? delay / 20 : delay, ...rest);
  }
});

test.describe("what is off is said to staff", () => {
  test.use({ expected: [[/needlewise-screening/, /Failed to load resource/, /no greeting/, /frame-src/], { option: true }] });

  for (const [what, put, detail] of [
    ["settings that are not there", () => {}, /404/],
    ["settings that are no JSON", (host) => host.put("/clinic.json", '{"name":'), /nothing is screened/],
    ["settings with a mistake", (host) => host.json("/clinic.json", { name: "Skin & Co", contact: ["Call 01 23 45"], colour: "red" }), /colour/],
    ["settings that are far too long", (host) => host.put("/clinic.json", " ".repeat(2 ** 20 + 1)), /longer/],
  ]) {
    test(`${what}: nobody is judged, the website's console has the reason`, async ({ page, host }) => {
      put(host);
      const warnings = [];
      page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
      host.page({ element: withSettings });
      await host.open();
      const frame = await frameIn(page);
      await expect(title(frame, "Please ask staff")).toBeVisible({ timeout: 30_000 });
      if (what.includes("mistake")) await expect(frame.getByText("Call 01 23 45")).toBeVisible();
      await expect.poll(() => told(page, "ready").then(({ length }) => length)).toBe(1);
      await expect.poll(async () => (await told(page, "error")).some(([, { code, message }]) => code === "settings" && detail.test(message))).toBe(true);
      expect(warnings.some((text) => detail.test(text))).toBe(true);
    });
  }

  test("an attribute that does not exist, a language that has no words: the rest works", async ({ page, host }) => {
    host.page({ element: '<needlewise-screening colour="red" data-x="1" class="y" language="xx" height="tall"></needlewise-screening>' });
    await host.open();
    await halfway(await readyFrame(page));
    expect((await codes(page)).sort()).toEqual(["attribute", "language"]);
  });

  test("a frame that the website's policy keeps empty", async ({ page, host, server }) => {
    await hurry(page);
    host.page({ headers: { "Content-Security-Policy": `frame-src 'none'; script-src 'self' ${server}` } });
    await host.open();
    await expect(element(page).locator("iframe")).toHaveCount(1);
    await expect.poll(() => codes(page)).toEqual(["silent"]);
    await page.evaluate(() => (globalThis.watched.violations.length = 0));
  });

  test("a frame without embed.js around it: says so in the frame", async ({ page, host, server }) => {
    await hurry(page);
    host.page({ script: null, element: `<iframe src="${server}/needlewise.html#embed" sandbox="allow-scripts"></iframe>` });
    await host.open();
    const frame = page.frames().at(-1);
    await expect(frame.getByRole("heading", { level: 1 })).toHaveText("This page could not be shown");
    await expect(frame.getByText("embed.js")).toBeVisible();
  });
});
