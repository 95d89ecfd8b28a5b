// After one visit it works without network, also after an update; a new version is offered and never forced; what comes
// broken is no version. The server really stops here.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { answer, fillBySection, healthy, step, toTimeline } from "./support/form.js";
import { attract, pass, startButton } from "./support/kiosk.js";
import { launchFlags, root } from "./support/site.js";
import { button, chromium, ready, settled, title } from "./support/test.js";
import { expect, isNext, kept, keptFiles, nextContent, test } from "./support/versions.js";

test.use({ serviceWorkers: "allow", expected: [/ERR_CONNECTION_REFUSED/] });

const given = process.env.NEEDLEWISE_CHROMIUM || "/usr/bin/chromium";
const chromePath = existsSync(given) ? given : chromium.executablePath();
const offer = (page) => button(page, "Use the newer version");
const aboutOffline = (page) => page.getByText(/^Content \d/);

async function visit(page, address) {
  await page.goto(address);
  await ready(page);
}
async function firstVisit(page, server) {
  await visit(page, server.address);
  await kept(page);
}
// A page that stays open asks when the network comes back.
async function lookForNewer(page) {
  await expect(aboutOffline(page)).toContainText("Works without network");
  await page.evaluate(() => dispatchEvent(new Event("online")));
}
const isWaiting = (page) => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));

async function downloaded(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  return readFileSync(await download.path(), "utf8");
}
async function takeAlong(page) {
  await button(page, "Take it with you").click();
  expect(await downloaded(page, "Save the calendar file")).toContain("BEGIN:VCALENDAR");
  expect(JSON.parse(await downloaded(page, "Save the file"))).toMatchObject({ resourceType: "QuestionnaireResponse" });
  await button(page, "Show the code").click();
  const link = page.getByText(/#code=[A-Z2-7]+$/);
  await expect(link).toBeVisible();
  return link.innerText();
}
async function wholeWay(page) {
  await toTimeline(page);
  return takeAlong(page);
}

test.describe("after one visit", () => {
  test("everything works without network", async ({ page, server }) => {
    await firstVisit(page, server);
    await server.stop();
    const failed = [];
    page.on("requestfailed", (request) => request.failure().errorText !== "net::ERR_ABORTED" && failed.push(request.url())); // the page was left
    await page.reload();
    await ready(page);
    const link = await wholeWay(page);
    await button(page, "Delete my answers").click();
    await button(page, "Yes, delete everything").click();
    await button(page, "What is microneedling?").click();
    await expect(title(page, "About microneedling")).toBeVisible();
    await button(page, "Urgent signs").click();
    await expect(title(page, "Urgent signs after treatment")).toBeVisible();
    await page.goto("about:blank");
    await page.goto(link);
    await expect(title(page, "Your timeline")).toBeFocused({ timeout: 30_000 });
    for (const address of ["index.html", "?from=a-letter"]) await visit(page, server.address + address);
    expect(await page.evaluate(() => document.querySelector("meta[http-equiv]").content)).toContain("default-src 'none'");
    expect(failed.filter((url) => !url.endsWith("service-worker.js"))).toEqual([]);
  });

  test("so does the rest of that visit", async ({ page, server }) => {
    await firstVisit(page, server);
    await server.stop();
    await wholeWay(page);
  });

  test("nothing is kept but the files of this version, each as it was built", async ({ page, server }) => {
    await firstVisit(page, server);
    await wholeWay(page);
    await settled(page);
    const [files, ...others] = Object.values(await keptFiles(page));
    expect(others).toEqual([]);
    const built = readdirSync(server.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
      .map((entry) => `${entry.parentPath}/${entry.name}`.slice(server.folder.length))
      .filter((path) => !["/embed.js", "/needlewise.html", "/service-worker.js", "/questionnaire.json", "/NOTICES.txt"].includes(path));
    const digest = (path) => createHash("sha256").update(readFileSync(server.folder + path)).digest("hex");
    expect(files).toEqual(Object.fromEntries(built.map((path) => [path.replace("/index.html", "/"), digest(path)])));
  });

  test("what other websites use is never given from there", async ({ page, server }) => {
    await firstVisit(page, server);
    for (const path of ["embed.js", "needlewise.html", "NOTICES.txt"]) {
      const before = server.asked.length;
      expect(await page.evaluate((path) => fetch(path).then(({ ok }) => ok), path)).toBe(true);
      expect(server.asked.slice(before)).toContain(`/${path}`);
    }
    await server.stop();
    expect(await page.evaluate(() => fetch("needlewise.html").catch(() => "not there"))).toBe("not there");
  });
});

test.describe("a newer version", () => {
  test("is offered, not forced, and then works without network", async ({ page, server, versions }) => {
    await firstVisit(page, server);
    server.folder = versions.next;
    await page.reload();
    await ready(page);
    await expect(offer(page)).toBeVisible();
    await expect(isNext(page)).toHaveCount(0);
    await page.reload();
    await ready(page);
    await expect(offer(page)).toBeVisible();
    await expect(isNext(page)).toHaveCount(0);
    await offer(page).click();
    await expect(isNext(page)).toBeVisible({ timeout: 30_000 });
    await kept(page);
    await expect(offer(page)).toHaveCount(0);
    await expect.poll(async () => Object.keys(await keptFiles(page)).length, "the old one goes").toBe(1);
    await server.stop();
    await page.reload();
    await ready(page);
    await expect(isNext(page)).toBeVisible();
    await wholeWay(page);
  });

  test("that comes in the middle waits until nothing can get lost", async ({ page, server, versions }) => {
    await firstVisit(page, server);
    await button(page, "Start the questions").click();
    await answer(page, "age-band", "22-plus");
    server.folder = versions.next;
    await lookForNewer(page);
    await expect.poll(() => isWaiting(page)).toBe(true);
    await settled(page);
    await expect(page.getByRole("radio", { name: "22 or older" })).toBeChecked();
    await expect(offer(page)).toHaveCount(0);
    await page.goBack();
    await expect(button(page, "Go on where I was")).toBeVisible();
    await settled(page);
    await expect(offer(page), "answers would be lost").toHaveCount(0);
    await button(page, "Delete my answers").click();
    await button(page, "Yes, delete everything").click();
    await expect(offer(page)).toBeVisible();
    await offer(page).focus();
    await page.keyboard.press("Enter");
    await expect(isNext(page)).toBeVisible({ timeout: 30_000 });
  });

  test("that one tab takes leaves the other one as it is", async ({ page, context, server, versions }) => {
    await firstVisit(page, server);
    await button(page, "Start the questions").click();
    await answer(page, "age-band", "22-plus");
    server.folder = versions.next;
    const other = await context.newPage();
    await visit(other, server.address);
    await expect(offer(other)).toBeVisible();
    await offer(other).click();
    await expect(isNext(other)).toBeVisible({ timeout: 30_000 });
    await kept(other);
    await server.stop();
    await page.bringToFront();
    await expect(page.getByRole("radio", { name: "22 or older" })).toBeChecked();
    await expect(step(page)).toBeVisible();
    await page.goBack();
    await wholeWayFromHere(page);
    await button(page, "Delete my answers").click();
    await button(page, "Yes, delete everything").click();
    await expect(offer(page)).toBeVisible();
    expect(Object.keys(await keptFiles(page)).length, "both versions are there").toBe(2);
    await other.close();
    await offer(page).click();
    await expect(isNext(page)).toBeVisible({ timeout: 30_000 });
    await expect.poll(async () => Object.keys(await keptFiles(page)).length).toBe(1);
  });
  async function wholeWayFromHere(page) {
    await button(page, "See the questions from the top").click();
    await fillBySection(page, healthy, { skip: true });
    await button(page, "See my result").click();
    await button(page, "See my timeline").click();
    await takeAlong(page);
  }

  for (const fault of ["500", "404", "truncated", "short", "changed", "page"]) {
    test(`that comes broken (${fault}) is none, and is asked for again later`, async ({ page, server, versions }) => {
      await firstVisit(page, server);
      server.folder = versions.next;
      const broken = `/assets/${readdirSync(`${versions.next}/assets`).find((name) => /^content\..*\.json$/.test(name))}`;
      server.faults.set(broken, fault);
      await page.reload();
      await ready(page);
      await expect(aboutOffline(page)).toContainText(`Works without network. A newer version could not be loaded: ${broken.slice(1)}`);
      await server.stop();
      await page.reload();
      await ready(page);
      await expect(isNext(page)).toHaveCount(0);
      await expect(offer(page)).toHaveCount(0);
      await button(page, "Start the questions").click();
      await answer(page, "age-band", "22-plus");
      server.faults.clear();
      await server.start();
      await lookForNewer(page);
      await expect.poll(() => isWaiting(page)).toBe(true);
      await page.reload();
      await offer(page).click();
      await expect(isNext(page)).toBeVisible({ timeout: 30_000 });
    });
  }
});

test.describe("a power cut while a version is loaded", () => {
  // A browser of its own, that comes back with what it had on its disk.
  const started = [];
  async function launch(profile) {
    const browser = spawn(chromePath, [...launchFlags, "--headless", `--user-data-dir=${profile}`, "--remote-debugging-port=0", "about:blank"], {
      detached: true, stdio: ["ignore", "ignore", "pipe"],
    });
    started.push(browser);
    for await (const line of createInterface(browser.stderr)) {
      const [, address] = /DevTools listening on (\S+)/.exec(line) ?? [];
      if (!address) continue;
      browser.stderr.resume();
      const [context] = (await chromium.connectOverCDP(address)).contexts();
      return { browser, page: context.pages()[0] ?? (await context.newPage()) };
    }
    throw new Error("the browser did not start");
  }
  // With all of its processes, at once.
  async function cutPower({ pid, exitCode, signalCode }) {
    if (exitCode !== null || signalCode !== null) return;
    process.kill(-pid, "SIGKILL");
    await setTimeout(500);
  }
  test.afterEach(() => Promise.all(started.splice(0).map(cutPower)));
  for (const when of ["the first", "a newer"]) {
    test(`leaves what was there before: ${when}`, async ({ server, versions }) => {
      const profile = `${root}build/profile-${process.pid}-${when.length}`;
      rmSync(profile, { recursive: true, force: true });
      let { browser, page } = await launch(profile);
      if (when === "a newer") {
        await firstVisit(page, server);
        server.folder = versions.next;
      }
      const stalled = "/icons/icon-512.png";
      server.faults.set(stalled, "stalled");
      await visit(page, server.address);
      await expect.poll(() => server.asked.filter((path) => path === stalled).length, { timeout: 20_000 }).toBeGreaterThan(when === "a newer" ? 1 : 0);
      await cutPower(browser);

      ({ browser, page } = await launch(profile));
      server.faults.clear();
      if (when === "a newer") {
        await server.stop();
        await visit(page, server.address);
        await expect(isNext(page)).toHaveCount(0);
        await server.start();
        await lookForNewer(page);
        await expect(offer(page)).toBeVisible();
        await offer(page).click();
        await expect(isNext(page)).toBeVisible({ timeout: 30_000 });
      } else {
        await visit(page, server.address);
      }
      await kept(page);
      await server.stop();
      await page.reload();
      await ready(page);
      await cutPower(browser);
      rmSync(profile, { recursive: true, force: true });
    });
  }
});

test.describe("where it cannot be", () => {
  async function worksAsBefore(page, why) {
    await expect(aboutOffline(page)).toContainText(why);
    await toTimeline(page);
    await takeAlong(page);
  }
  const denied = {
    "no service workers": [() => delete Navigator.prototype.serviceWorker, "this browser cannot do it"],
    "service workers denied": [() => {
      ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException("denied", "SecurityError"));
    }, "the browser or the server did not allow it"],
    "not even to be looked at": [() => Object.defineProperty(Navigator.prototype, "serviceWorker", { get() {
      throw new DOMException("opaque", "SecurityError");
    } }), "this browser cannot do it"],
    "no https": [() => {
      Object.defineProperty(globalThis, "isSecureContext", { value: false });
      delete Navigator.prototype.serviceWorker;
    }, "this page was not opened over https"],
  };
  for (const [what, [deny, why]] of Object.entries(denied)) {
    test(what, async ({ page, server }) => {
      await page.addInitScript(deny);
      await visit(page, server.address);
      await worksAsBefore(page, why);
    });
  }

  test("no room to store it", async ({ page, server }) => {
    const session = await page.context().newCDPSession(page);
    await session.send("Storage.overrideQuotaForOrigin", { origin: server.address.slice(0, -1), quotaSize: 100_000 });
    await visit(page, server.address);
    await worksAsBefore(page, "a part could not be loaded or stored");
  });

  test("inside another page", async ({ page, server }) => {
    server.websites.set("/website", '<!doctype html><link rel="icon" href="data:,"><iframe src="./" width="800" height="600"></iframe>');
    await page.goto(`${server.address}website`);
    await expect(page.frameLocator("iframe").getByText("as it is shown inside another page")).toBeVisible({ timeout: 30_000 });
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  });
});

test.describe("in a waiting room", () => {
  const somebody = { ...healthy, isotretinoin: "past-12-months", "isotretinoin-last-date": "2025-11-19", "planned-date": "2026-07-23" };
  async function beginVisit(page) {
    await startButton(page).click();
    await expect(button(page, "Start the questions")).toBeVisible();
  }

  test("it starts anew without network, and staff read that it can", async ({ page, server, versions }) => {
    server.folder = versions.firstKiosk;
    await page.goto(server.address);
    await attract(page);
    await button(page, "For staff").click();
    await page.getByLabel("Staff PIN").fill("246810");
    await page.keyboard.press("Enter");
    await expect(title(page, "Waiting room: for staff")).toBeVisible();
    await expect(page.getByText("Without network this page cannot start anew")).toHaveCount(0);
    await server.stop();
    await button(page, "Back to the start screen").click();
    await attract(page);
    await page.evaluate(() => (globalThis.sameWindow = true));
    await beginVisit(page);
    await toTimeline(page, somebody);
    const seen = JSON.stringify(await keptFiles(page));
    await pass(page, 3600);
    await attract(page);
    expect(await page.evaluate(() => globalThis.sameWindow), "a new document").toBe(undefined);
    expect(JSON.stringify(await keptFiles(page)), "nothing was put there meanwhile").toBe(seen);
    const stored = await page.evaluate(async () => {
      const texts = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) texts.push(request.url, await (await cache.match(request)).text());
      }
      return JSON.stringify([texts, { ...localStorage }, { ...sessionStorage }, document.cookie]);
    });
    for (const mark of ["2025-11-19", "2026-07-23", "19 November 2025", "23 July 2026"]) expect(stored.includes(mark), mark).toBe(false);
  });

  test("a newer version comes in between two people, unasked", async ({ page, server, versions }) => {
    server.folder = versions.firstKiosk;
    await page.goto(server.address);
    await attract(page);
    await beginVisit(page);
    await button(page, "Start the questions").click();
    await answer(page, "age-band", "22-plus");
    server.folder = versions.nextKiosk;
    await lookForNewer(page);
    await expect.poll(() => isWaiting(page)).toBe(true);
    await settled(page);
    await expect(page.getByRole("radio", { name: "22 or older" })).toBeChecked();
    await page.goBack();
    await expect(offer(page)).toHaveCount(0);
    await button(page, "Delete my answers").click();
    await button(page, "Yes, delete everything").click();
    await attract(page);
    await server.stop();
    await beginVisit(page);
    await expect(isNext(page)).toBeVisible();
  });

  test("and at the start screen at once", async ({ page, server, versions }) => {
    server.folder = versions.firstKiosk;
    await page.goto(server.address);
    await attract(page);
    const version = () => page.evaluate(() => document.getElementById("needlewise-assets").dataset.version).catch(() => first);
    const first = await version();
    server.folder = versions.nextKiosk;
    await pass(page, 3700); // it looks for one each hour
    await expect.poll(version, { timeout: 30_000 }).not.toBe(first);
    await attract(page);
    await beginVisit(page);
    await expect(page.getByText(`Content ${nextContent} of`)).toBeVisible();
  });
});
