import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { TEST_MS } from "../../support/time-limits.mjs";
import { findViolations, listPlaces, collectProblems, startDemo, watchPlaces } from "./demo.mjs";
import { CHECKS, readIn, readSource } from "./gallery-checks.mjs";

/*
 * Every page of the demo, as `npm start` serves it: the viewer finds events, the page runs the source that it shows,
 * and the page around the viewer is as good as the viewer.
 */

/**
 * `runs`: the file that the browser must request if it runs the shown source. `found`: the least number of events.
 * `lines`: the most lines of source. `now`: the time of its clock. The clocks of plain and framed pages show a weekend
 * and an edge of the calendar.
 */
const PAGES = {
  "quick-start": {
    title: "Quick start",
    file: "index.html",
    runs: "/audit-log/audit-log-viewer.js",
    now: "2026-11-28T14:00:00.000Z",
  },
  react: { title: "React: a support ticket", file: "example.tsx", runs: "/react/example.tsx", found: 2, lines: 80 },
  vue: { title: "Vue: a security board", file: "Example.vue", runs: "/vue/Example.vue", lines: 85 },
  horizon: { title: "Horizon", file: "example.ts", runs: "/horizon/example.ts", now: "2028-03-01T05:30:00.000Z" },
  "many-events": { title: "100,000 events", file: "example.ts", runs: "/many-events/example.ts" },
  "hostile-host": {
    title: "Hostile host",
    file: "example.html",
    runs: "/hostile-host/example.html",
    frame: "A hostile page",
  },
  "strict-policy": {
    title: "Strict policy",
    file: "example.html",
    runs: "/strict-policy/example.html",
    frame: "A page with a strict policy",
    now: "2026-11-30T04:30:00.000Z",
  },
  "failing-servers": {
    title: "Slow and failing servers",
    file: "example.ts",
    runs: "/failing-servers/example.ts",
  },
};

/** The parts of every page that must not move while it loads. */
const PLACES = [".top", "h1", ".stage", ".source"];

/** A Monday morning in New York: the time of the pages' clocks. */
const NOW = "2026-11-23T14:14:00Z";

let demo;

let context;

let base;

before(async () => {
  demo = await startDemo();
  base = demo.base;
  context = await demo.browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
  });
});

after(() => demo?.stop());

/** Opens a page of the demo whose viewer has searched. `problems` are exceptions, errors in the console and violations. */
async function open(folder, { now = NOW } = {}) {
  const { title, frame, found = 10 } = PAGES[folder];
  const page = await context.newPage();
  page.setDefaultTimeout(TEST_MS);
  const problems = await collectProblems(page);
  await watchPlaces(page, PLACES);
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url())));
  await page.addInitScript(() => {
    // With data saving on, the viewer does not read ahead.
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  });
  await page.goto(`${base}/${folder}/?now=${now}`);
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  const root = frame ? page.frameLocator(`iframe[title="${frame}"]`) : page;
  const events = root.getByRole("button", { name: /^Details: / });
  const searchButton = root
    .getByRole("search", { name: "Audit log filters" })
    .getByRole("button", { name: "Search", exact: true });
  const read = () => readIn(root, found);
  await read();
  await page.getByRole("heading", { name: "Source" }).waitFor();
  return { page, root, events, searchButton, read, problems, asked, places: await listPlaces(page) };
}

/** Checks that the clock shows `now`, and that the events are those of the last day before it. */
async function checkClock(now, { root, events }) {
  const viewer = root.locator("audit-log-viewer");
  // Every way to read the clock.
  /* eslint-disable no-restricted-syntax */
  const times = await viewer.evaluate(() => [new Date().toISOString(), new Date(Date.now()).toISOString(), Date()]);
  /* eslint-enable no-restricted-syntax */
  assert.deepEqual([...times.slice(0, 2), new Date(times[2]).toISOString()], [now, now, now]);
  assert.equal(await events.count(), 10);
  const file = await viewer.evaluate(async (element) => {
    const { blob } = await element.exportEvents({ format: "ndjson", scope: "loaded", deliver: "blob" });
    return blob.text();
  });
  const newest = JSON.parse(file.slice(0, file.indexOf("\n")))["timestamp-datetime"];
  const age = new Date(now) - new Date(newest);
  assert.ok(age >= 0 && age < 86_400_000, `the newest event is of ${newest}`);
}

// Opening a page is slow, so the pages below cover the other instants.
test("the clock of a framed page is set by the address, also on the last evening of a year", async () => {
  const now = "2027-01-01T04:30:00.000Z";
  const shown = await open("strict-policy", { now });
  await checkClock(now, shown);
  assert.deepEqual(shown.problems, []);
  await shown.page.close();
});

describe("the gallery", () => {
  test("the first page links to it, and it links to every page", async () => {
    const page = await context.newPage();
    page.setDefaultTimeout(TEST_MS);
    await page.goto(base);
    await page.getByRole("link", { name: "All demos" }).click();
    await page.getByRole("heading", { level: 1, name: "Audit log viewer" }).waitFor();
    assert.deepEqual(await findViolations(page), []);
    const links = page.getByRole("listitem").getByRole("link");
    await links.first().waitFor();
    const titles = await links.allTextContents();
    assert.equal(titles[0], "Quick start");
    for (const { title } of Object.values(PAGES)) assert.ok(titles.includes(title), title);
    assert.deepEqual(titles.slice(-3), ["Hostile host", "Strict policy", "Slow and failing servers"]);
    const promises = await page.getByRole("listitem").getByRole("paragraph").allTextContents();
    assert.equal(promises.length, titles.length);
    for (const promise of promises) assert.match(promise, /^[A-Z][^.!?]{20,85}\.$/, "one short sentence");
    const images = page.getByRole("listitem").getByRole("img");
    assert.equal(await images.count(), titles.length);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      for (const image of await images.all()) {
        // The other scheme shows another picture, a moment later.
        await image.evaluate((element, isDark) => {
          const isShown = () => /-dark/.test(element.currentSrc) === isDark;
          return new Promise((done) =>
            isShown() ? done() : element.addEventListener("load", () => isShown() && done()),
          );
        }, colorScheme === "dark");
        await image.evaluate((element) => element.decode());
        const [source, alt, width, height] = await image.evaluate((element) => [
          ...[element.currentSrc, element.alt, element.naturalWidth, element.naturalHeight],
        ]);
        assert.equal(/-dark/.test(source), colorScheme === "dark", source);
        assert.deepEqual([width, height], [760, 475]);
        assert.ok(alt.length > 20, `${source}: ${alt}`);
        assert.ok((await (await fetch(source)).arrayBuffer()).byteLength < 60_000, source);
      }
    }
    const addresses = await links.evaluateAll((all) => all.map(({ href }) => href));
    for (const address of addresses) assert.equal((await fetch(address)).status, 200, address);
    await page.close();
  });
});

for (const [folder, { title, file, runs, frame, now, found = 10, lines = 20 }] of Object.entries(PAGES)) {
  describe(title, () => {
    let shown;
    before(async () => {
      shown = await open(folder, { now });
    });
    after(() => shown?.page.close());

    test("the viewer finds events, and the source that can be copied is the one that runs", async () => {
      const { page, events, searchButton, read, asked } = shown;
      assert.equal(await page.title(), `${title} - Audit log viewer`);
      await searchButton.click();
      await read();
      assert.ok((await events.count()) >= found);
      const ran = asked.some(({ pathname, search }) => pathname === runs && !/raw/.test(search));
      assert.ok(ran, `${runs} has to be what runs`);
      await page.getByRole("button", { name: "Copy", exact: true }).click();
      await page.getByText("Copied", { exact: true }).waitFor();
      const source = readSource(folder, file);
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), source);
      assert.ok(source.split("\n").length <= lines, `${source.split("\n").length} lines are too many to read`);
    });

    if (now) test(`its clock is set by the address: ${now}`, () => checkClock(now, shown));

    test("it links to the previous demo and to the next one", async () => {
      const { page } = shown;
      const folders = Object.keys(PAGES);
      const at = folders.indexOf(folder);
      for (const [way, other] of [
        ["prev", folders[at - 1]],
        ["next", folders[at + 1]],
      ]) {
        const links = await page.locator(`a[rel="${way}"]`).evaluateAll((all) => all.map(({ href }) => href));
        assert.deepEqual(links, other === undefined ? [] : [`${base}/${other}/`], way);
      }
    });

    test("nothing on the page moved while it was loading", () => {
      const { places } = shown;
      // A framed page has its own height.
      const watched = frame ? PLACES.filter((one) => one !== ".source") : PLACES;
      assert.deepEqual(
        watched.filter((one) => places[one]?.length !== 1).map((one) => [one, places[one]]),
        [],
      );
    });

    for (const [name, check] of Object.entries(CHECKS[folder] ?? {})) test(name, () => check(shown));

    test("the page is accessible, in both themes, down to 320 px, and nothing went wrong on it", async () => {
      const { page, problems } = shown;
      assert.deepEqual(await findViolations(page), []);
      await page.emulateMedia({ colorScheme: "dark" });
      await page.setViewportSize({ width: 320, height: 700 });
      assert.deepEqual(await findViolations(page), [], "dark and narrow");
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      assert.deepEqual(problems, []);
    });
  });
}
