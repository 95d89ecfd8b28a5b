// What every engine has to do, from opening the page to one's own timeline.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { after, afterEach, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { questions } from "../support/questionnaire.js";
import { root, site } from "../support/site.js";
import { answer, chosen, control, fillByQuestion, fillBySection, theResultIsRight } from "./form.js";
import { answerByKeys, pressButton, theFocusShows } from "./keyboard.js";
import { makePage, until } from "./page.js";
import { makePerson } from "./person.js";
import { brightness, coloursIn, difference, ground, readPicture } from "./picture.js";
import { serveWebsite } from "./website.js";
import { cleanUp, startProgram, temporaryFolder } from "./processes.js";

const welcome = "Thinking about microneedling?";
const minutes = (count) => ({ timeout: count * 60_000 });

// name: of the folder for the pictures; open(size): a driver.
export function testEngine(name, open) {
  const pictures = `${root}build/engine-pictures/${name}`;
  const person = makePerson();
  const addresses = []; // of the servers here
  let server;
  let page;

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    server = await serve();
  });
  async function serve(env = {}, folder = site) {
    const program = await startProgram(process.execPath, [`${root}web/tools/serve.mjs`, folder], {
      env: { PORT: "0", ...env }, ready: (printed) => /http:\S+/.exec(printed)?.[0],
    });
    addresses.push(program.ready);
    return program;
  }
  after(async () => {
    await server?.stop();
    cleanUp();
  });

  // A browser for the tests of the group: one that does not start fails them all.
  function withBrowser(size) {
    before(async () => { page = makePage(await open(size)); });
    afterEach(theBrowserHasNoComplaint);
    after(() => page?.close());
  }
  async function theBrowserHasNoComplaint() {
    const marker = `heard at ${Date.now()}`;
    await page.evaluate((marker) => console.error(marker), marker);
    await until(async () => (await page.complaints()).some((text) => text.includes(marker)), "the browser's console to be heard");
    const complaints = (await page.complaints()).filter((text) => !text.startsWith("heard at "));
    assert.deepEqual(complaints, [], "what the browser complained about");
    const own = (address) => [...addresses, "data:", "blob:", "file:", "about:"].some((begin) => address.startsWith(begin));
    const requests = await page.requests();
    assert.ok(requests.length > 0, "requests are seen");
    assert.deepEqual(requests.filter((address) => !own(address)), [], "requests to anywhere else");
  }
  async function start(address = `${server.ready}/`) {
    await page.goto(address);
    await page.atTitle(welcome);
    await page.one("button", "What is microneedling?"); // its words come late, and last of all:
    await until(isKept, "the page to be kept for use without network");
    await page.settle(); // the second weight of the font may move what lies below a heading
  }
  const isKept = () => page.evaluate(() => document.getElementById("footer/version").textContent.endsWith("Works without network."));
  // Saves what is to be seen; it is really painted.
  async function look(screen) {
    await page.settle();
    const picture = await page.screenshot();
    writeFileSync(`${pictures}/${screen}.png`, picture);
    const seen = readPicture(picture);
    const [title] = (await page.all("heading")).filter(({ level, top, height }) => level === 1 && top > 60 && top + height < seen.height);
    // The title's own letters are transparent: what is seen there was painted.
    if (title) assert.ok(coloursIn(seen, title).size > 8, `${screen}: the title is painted`);
    assert.ok(coloursIn(seen).size > 60, `${screen}: more than one flat colour`);
    return seen;
  }
  const press = (name) => page.click("button", name);
  const painted = () => page.evaluate(() => {
    const canvas = document.querySelector("canvas");
    return canvas.checkVisibility() && canvas.getContext("webgl2") instanceof WebGL2RenderingContext;
  });
  async function toResult(who = person) {
    await press("See my result");
    await theResultIsRight(page, who);
  }
  async function toTimeline() {
    await press("See my timeline");
    await page.atTitle("Your timeline");
    for (let session = 1; session <= person["sessions-planned"]; ++session) {
      assert.ok(await page.has("radio", `Session ${session}`), `session ${session} is on the timeline`);
    }
    assert.ok(await page.has("heading", "Your event"));
  }

  describe(`${name}, a wide window`, () => {
    withBrowser({ width: 1080, height: 760 });

    test("with the mouse, from the welcome to one's own timeline, in a real picture", minutes(2), async () => {
      await start();
      assert.ok(await painted(), "WebGL 2 paints the page");
      await look("wide-1-welcome");
      await press("Start the questions");
      await fillBySection(page, person, {
        each: async ({ linkId }) => ["about-you", "medicines", "planning"].includes(linkId) && look(`wide-2-${linkId}`),
      });
      await look("wide-3-review");
      await toResult();
      await look("wide-4-result");
      await toTimeline();
      await look("wide-5-timeline");
      await page.evaluate(() => scrollTo(0, 700));
      await look("wide-6-timeline-below");
      await press("Urgent signs");
      await page.atTitle("Urgent signs after treatment");
      await look("wide-7-urgent-signs");
    });

    test("after one visit, without network", minutes(1), async () => {
      const other = await serve();
      await start(`${other.ready}/`);
      await other.stop();
      await start(`${other.ready}/`);
      assert.ok(await painted());
      await press("What is microneedling?");
      await page.atTitle("About microneedling");
    });

    test("on a clinic's website of another origin, which cannot look into it", minutes(1), async () => {
      const framed = await serve({ FRAME_ANCESTORS: "any" });
      const website = await serveWebsite(framed.ready);
      addresses.push(website.address);
      await page.goto(website.address);
      const element = () => page.evaluate(() => {
        const screening = document.querySelector("needlewise-screening");
        const frame = screening.shadowRoot?.querySelector("iframe") ?? screening.querySelector("iframe");
        return { told: globalThis.told, height: screening.offsetHeight, frame: frame?.offsetHeight, hides: frame && !frame.contentDocument };
      });
      await until(async () => (await element()).told.includes("ready"), "the page to be ready in its frame");
      const { height, frame, hides } = await element();
      assert.ok(height > 700 && Math.abs(height - frame) < 4, `as tall as what it shows: ${height}, ${frame}`);
      assert.ok(hides, "the website cannot look into the frame");
      const light = await look("wide-embed");
      await page.evaluate(() => document.documentElement.style.colorScheme = "dark");
      await until(async () => brightness(ground(coloursIn(readPicture(await page.screenshot())))) < 60, "the page to follow the website into the dark");
      assert.ok(brightness(ground(coloursIn(light))) > 200, "it was light before");
    });

    test("a tablet in a waiting room: nothing is left for the next person", minutes(2), async () => {
      const folder = temporaryFolder();
      writeFileSync(`${folder}/clinic.json`, JSON.stringify({ kiosk: { enabled: true, idleSeconds: 120 } }));
      execFileSync(process.execPath, [`${root}web/tools/assemble.mjs`, "--clinic", `${folder}/clinic.json`, "--output", `${folder}/site`], { stdio: "ignore" });
      const tablet = await serve({}, `${folder}/site`);
      await page.goto(`${tablet.ready}/`);
      for (const visit of ["first", "next"]) {
        await page.click("button", "Touch here to start");
        await press("Start the questions");
        await page.atTitle("About you");
        const youngest = await page.one("radio", "Under 18");
        assert.equal(await page.evaluate((id) => document.getElementById(id).checked, youngest.id), false, `the ${visit} person's answer`);
        await page.click("radio", "Under 18");
        await press("Delete my answers");
        await press("Yes, delete everything");
        await page.one("button", "Touch here to start");
      }
      await page.goto(`${tablet.ready}/`); // where complaints are heard from inside the page, that ended with the page
      await page.one("button", "Touch here to start"); // nothing of it is on its way any more
    });

    test("with the keyboard alone, to one's own timeline, the focus always in sight", minutes(2), async () => {
      await start();
      await page.tabTo("button", "Start the questions");
      await theFocusShows(page, "button", "Start the questions");
      await page.press("Enter");
      await fillBySection(page, person, { by: answerByKeys, go: (name) => pressButton(page, name, "Space") });
      assert.equal((await page.focused()).name, "Check your answers", "a new page is read from its title");
      await pressButton(page, "See my result");
      await theResultIsRight(page, person);
      assert.equal((await page.focused()).tag, "h1");
      await pressButton(page, "See my timeline");
      await page.atTitle("Your timeline");

      const slider = ["slider", "Day after the session"];
      await page.tabTo(...slider);
      await theFocusShows(page, ...slider);
      const before = (await page.one(...slider)).valueText;
      await page.press("ArrowRight");
      await until(async () => (await page.one(...slider)).valueText !== before, "another day");
      await page.tabTo("radio", "Session 1", { back: true });
      await page.press("ArrowRight");
      await until(async () => (await page.one("radio", "Session 2")).checked, "the second session");

      await page.tabTo("button", "Delete my answers", { back: true });
      await page.press("Enter");
      await until(async () => (await page.one("button", "No, keep them")).focused, "the dialog to have the focus");
      for (let presses = 0; presses < 5; ++presses) {
        await page.press("Tab");
        assert.ok(await page.evaluate(() => document.activeElement === document.body || Boolean(document.activeElement.closest("dialog"))));
      }
      await page.press("Escape");
      await until(async () => (await page.one("button", "Delete my answers")).focused, "the focus to be where the dialog was opened");
    });

    test("the browser's Back goes to the form's page before, with its answers; the text version keeps them too", minutes(1), async () => {
      await start();
      await press("Start the questions");
      await answer(page, "age-band", "22-plus");
      await answer(page, "pregnancy", "none");
      await press("Next");
      await page.atTitle("Your goals");
      await answer(page, "concerns", "acne-scars");
      await page.back();
      await page.atTitle("About you");
      assert.ok(await chosen(page, "age-band", "22-plus"));
      await press("Text version");
      await until(async () => !await painted(), "the text version");
      assert.ok(await chosen(page, "age-band", "22-plus"));
      await look("wide-8-text-version");
      await press("Next");
      await page.atTitle("Your goals");
      assert.ok(await chosen(page, "concerns", "acne-scars"));
      await answer(page, "scar-kind", "flat-or-pitted");
      await press("Picture version");
      await until(painted, "the picture version");
      assert.ok(await chosen(page, "scar-kind", "flat-or-pitted"));
      assert.equal(new URL(await page.evaluate(() => location.href)).pathname, "/");

      await press("Delete my answers");
      await page.one("dialog", "Delete all your answers?");
      await look("wide-9-dialog");
      await press("Yes, delete everything");
      await page.atTitle(welcome);
      await page.evaluate(() => history.forward());
      await page.settle();
      await page.atTitle(welcome);
      const left = await page.evaluate((linkIds) => ({
        ids: linkIds.filter((linkId) => document.documentElement.outerHTML.includes(`"q/${linkId}`)),
        stored: localStorage.length + sessionStorage.length + document.cookie.length,
        entry: history.state?.entry,
      }), questions.map(({ linkId }) => linkId));
      assert.deepEqual(left, { ids: [], stored: 0, entry: 0 });
      await press("Start the questions");
      await page.atTitle("About you");
      assert.ok((await page.all("radio")).every(({ checked }) => !checked), "nothing is chosen");
    });

    test("a lost picture gives the text version after a while, and comes back as it was", minutes(1), async () => {
      await start();
      const before = await look("wide-1-welcome");
      await page.evaluate(() => {
        globalThis.lost = document.querySelector("canvas").getContext("webgl2").getExtension("WEBGL_lose_context");
        globalThis.lost.loseContext();
      });
      await until(async () => !await page.evaluate(() => document.querySelector("canvas").checkVisibility()), "the text version");
      await press("Start the questions");
      await page.atTitle("About you");
      await page.back();
      await page.atTitle(welcome);
      await page.evaluate(() => globalThis.lost.restoreContext());
      await until(painted, "the picture again");
      await page.evaluate(() => document.activeElement.blur());
      const again = await look("wide-1-welcome-restored");
      // The pointer and the focus were elsewhere; a page that is not painted again differs by half of its pixels.
      assert.ok(difference(again, before) < 20_000, `the picture is as before: ${difference(again, before)} pixels are not`);
    });

    test("no frame in a second of idleness", minutes(1), async () => {
      await start();
      await press("Start the questions");
      await page.atTitle("About you");
      await page.settle();
      await page.evaluate(() => {
        globalThis.frames = 0;
        const request = globalThis.requestAnimationFrame;
        globalThis.requestAnimationFrame = (callback) => request((time) => {
          globalThis.frames += 1;
          callback(time);
        });
      });
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
      assert.equal(await page.evaluate(() => globalThis.frames), 0);
      await answer(page, "age-band", "22-plus");
      assert.ok(await page.evaluate(() => globalThis.frames) > 0, "frames are counted");
    });

    test("a number is typed and corrected, and pasted", minutes(1), async () => {
      await start();
      await press("Start the questions");
      await fillBySection(page, { ...person, "sessions-planned": undefined }, {
        async each({ linkId }) {
          if (linkId !== "planning") return;
          const field = control("sessions-planned");
          await page.click(...field);
          await page.type("63");
          await page.press("Backspace");
          await until(() => chosen(page, "sessions-planned", 6), "6 sessions");
          for (const key of ["a", "x"]) await page.press(key, { control: true });
          await until(() => chosen(page, "sessions-planned", ""), "no number");
          await page.press("v", { control: true });
          await until(() => chosen(page, "sessions-planned", 6), "6 sessions again");
          await page.press("Backspace");
          await page.type("4");
        },
      });
      await toResult();
    });

    test("its accessibility tree has the roles and names that the page gives", minutes(1), async () => {
      await start();
      await page.settle();
      const agrees = async (role) => {
        const elements = await page.all(role);
        assert.ok(elements.length > 0, role);
        for (const { id, name } of elements.slice(0, 3)) assert.ok(await page.perceives(id, role, name), `${role} '${name}'`);
      };
      for (const role of ["heading", "button"]) await agrees(role);
      await press("Start the questions");
      await page.atTitle("About you");
      for (const role of ["radiogroup", "radio", "group", "checkbox", "button"]) await agrees(role);
    });

    test("opened from disk, at a path with spaces and accents, to one's own timeline", minutes(2), async () => {
      const folder = `${temporaryFolder()}/Ma clinique (été) 100% ü`;
      mkdirSync(folder);
      copyFileSync(`${site}/needlewise.html`, `${folder}/needlewise.html`);
      await start(pathToFileURL(`${folder}/needlewise.html`).href);
      assert.ok(await painted(), "WebGL 2 paints the page");
      await press("Start the questions");
      await fillBySection(page, person);
      await toResult();
      await toTimeline();
      await look("wide-file-timeline");
    });
  });

  describe(`${name}, a narrow dark window`, () => {
    withBrowser({ width: 390, height: 844, dark: true });

    test("question by question, to one's own timeline, with nothing beside the window", minutes(2), async () => {
      await start();
      const fits = async () => assert.deepEqual(await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth > innerWidth]), [390, false]);
      await fits();
      assert.ok(brightness(ground(coloursIn(await look("narrow-1-welcome")))) < 60, "dark as the person's system is");
      await press("Start the questions");
      await fillByQuestion(page, person, {
        each: async ({ linkId }) => {
          await fits();
          if (["age-band", "area", "isotretinoin", "planned-date", "event-date"].includes(linkId)) await look(`narrow-2-${linkId}`);
        },
      });
      await look("narrow-3-review");
      await toResult();
      await fits();
      await look("narrow-4-result");
      await toTimeline();
      await fits();
      await look("narrow-5-timeline");
      await page.evaluate(() => scrollTo(0, 900));
      await look("narrow-6-timeline-below");
      await press("Delete my answers");
      await page.one("dialog", "Delete all your answers?");
      await look("narrow-7-dialog");
    });
  });
}
