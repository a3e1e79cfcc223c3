import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { TEST_MS } from "../../support/time-limits.mjs";
import { axe, listPlaces, collectProblems, ROOT, startDemo, watchPlaces } from "./demo.mjs";

/*
 * Every page of the demo, as `npm start` serves it: the viewer in it finds events, the source that can be copied is the one
 * that runs, and the page around it is as good as the viewer.
 */

/**
 * `runs`: what the browser has to ask for when the file that is shown is the one that runs. `found`: how many events the page
 * finds at least. `lines`: how long its source may be. `now`: the time of its clock. Plain pages and framed ones stand at a weekend
 * and at an edge of the calendar.
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

/** What keeps its place on every page while it loads. */
const PLACES = [".top", "h1", ".stage", ".source"];

/** A Monday morning in New York; the pages' clock is set to it, whatever the day is. */
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

/** Until the first page is whole; where there is little, it comes in parts. */
async function readIn(root, found = 10) {
  await root
    .getByRole("button", { name: /^Details: / })
    .nth(found - 1)
    .waitFor();
  await root.getByRole("button", { name: "Stop", exact: true }).waitFor({ state: "hidden" });
}

/** A page of the demo with a viewer that has searched; `problems` are exceptions, errors in the console and violations. */
async function open(folder, { now = NOW } = {}) {
  const { title, frame, found = 10 } = PAGES[folder];
  const page = await context.newPage();
  page.setDefaultTimeout(TEST_MS);
  const problems = await collectProblems(page);
  await watchPlaces(page, PLACES);
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url())));
  await page.addInitScript(() => {
    // Nothing is read ahead where data is saved.
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

/** The text between the marks of a file, or all of it. Written a second time here, so that both must be right. */
function readSource(folder, file) {
  const lines = readFileSync(join(ROOT, "demo", folder, file), "utf8")
    .trimEnd()
    .split("\n");
  const [from, to] = [/#region source/, /#endregion source/].map((mark) => lines.findIndex((line) => mark.test(line)));
  const part = from < 0 ? lines : lines.slice(from + 1, to);
  const depth = Math.min(...part.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length));
  return part.map((line) => line.slice(depth)).join("\n");
}

/** What else a page shows. */
const CHECKS = {
  "quick-start": {
    async "where the clipboard is refused, the source is selected"({ page }) {
      await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))));
      await page.getByRole("button", { name: "Copy", exact: true }).press("Enter");
      await page.getByText(/^Clipboard blocked/).waitFor();
      assert.equal(await page.evaluate(() => String(getSelection())), readSource("quick-start", "index.html"));
    },
  },
  react: {
    async "the open event goes into the notes, and each ticket keeps its own"({ page, events }) {
      const notes = page.getByRole("textbox", { name: "Notes" });
      const ticket = (id) => page.getByRole("button", { name: `Ticket ${id}` });
      assert.equal(await page.getByRole("button", { name: "Open an event to add it" }).isDisabled(), true);
      await events.first().click();
      await page.getByRole("button", { name: "Add the open event" }).click();
      const line = /: delete route of abc-plumbing\.example, recorded as tom\.becker@meridian-voice\.example, IP /;
      assert.match(await notes.inputValue(), line);
      await ticket(4809).click();
      await page
        .getByRole("button", { name: /^Details: Login failed/ })
        .first()
        .waitFor();
      assert.equal(await page.getByRole("textbox", { name: "Affected user" }).inputValue(), "1041");
      assert.equal(await notes.inputValue(), "");
      await ticket(4812).click();
      await page
        .getByRole("button", { name: /^Details: Delete/ })
        .first()
        .waitFor();
      assert.match(await notes.inputValue(), line);
    },
  },
  vue: {
    async "the board hears of results and of opened events, and changes the theme"({ page, events }) {
      await page.getByText("Reported address: 10 events on page 1, more available").waitFor();
      await page
        .getByRole("button", { name: /^Details: Login failed/ })
        .first()
        .waitFor();
      await page.getByRole("button", { name: "Next", exact: true }).click();
      await page.getByText(/^Reported address: 5 events on page 2/).waitFor();
      await page.getByRole("button", { name: "Deletions" }).click();
      await page.getByText(/^Deletions: 10 events on page 1/).waitFor();
      await events.first().click();
      const pivot = page.getByRole("button", { name: /^Everything from / });
      const address = (await pivot.textContent()).replace("Everything from ", "").trim();
      await pivot.click();
      await page.getByText(new RegExp(`^Everything from .*: \\d+ events on page 1`)).waitFor();
      assert.equal(await page.getByRole("textbox", { name: "Performed by IP address" }).inputValue(), address);
      const ground = () => page.locator("audit-log-viewer").evaluate((viewer) => getComputedStyle(viewer).colorScheme);
      assert.notEqual(await ground(), "dark");
      await page.getByLabel("Theme").selectOption("Northlight");
      assert.equal(await ground(), "dark");
    },
  },
  horizon: {
    async "the host's client asks, and the viewer follows the host's theme"({ page, root, searchButton }) {
      const scheme = () => root.locator("audit-log-viewer").evaluate((viewer) => getComputedStyle(viewer).colorScheme);
      assert.equal(await scheme(), "light");
      await page.getByRole("radio", { name: "Dark" }).check();
      assert.equal(await scheme(), "dark");
      const asked = Number(/\d+$/.exec(await page.locator("#brokered").textContent())[0]);
      await searchButton.click();
      await page.waitForFunction(
        (before) => Number(/\d+$/.exec(document.querySelector("#brokered").textContent)[0]) > before,
        asked,
      );
    },
  },
  "hostile-host": {
    async "both pages show the same in the same places"({ page }) {
      const [hostile, plain] = ["A hostile page", "The same page without hostile rules"].map((title) =>
        page.frameLocator(`iframe[title="${title}"]`),
      );
      // What the first search has found out about the server, the next one knows: both have searched more than once.
      const boxes = async (host) => {
        await host.getByRole("button", { name: "Search", exact: true }).click();
        await readIn(host);
        return host.locator("audit-log-viewer").evaluate((viewer) =>
          [...viewer.shadowRoot.querySelectorAll("*")].map((part) => {
            const { x, y, width, height } = part.getBoundingClientRect();
            return `${part.localName} ${[x, y, width, height].map(Math.round).join(" ")}`;
          }),
        );
      };
      const expected = await boxes(hostile);
      await page.getByRole("radio", { name: "Plain" }).check();
      assert.deepEqual(await boxes(plain), expected);
      assert.ok(expected.length > 10);
      // The rules and the built-ins are there: it is the viewer that does not mind.
      assert.match(await hostile.getByText(/toISOString/).textContent(), /replaced by the host/);
      assert.match(await plain.getByText(/toISOString/).textContent(), /1970-01-01/);
    },
  },
  "strict-policy": {
    async "nothing is reported while the viewer is used, and what violates the policy is"({ root, events, problems }) {
      await events.first().click();
      await root.getByRole("button", { name: "Copy details" }).waitFor();
      await root.getByRole("button", { name: /^Date range/ }).click();
      await root.getByRole("dialog", { name: "Date range" }).waitFor();
      const file = await root.locator("audit-log-viewer").evaluate(async (viewer) => {
        const { rows, blob } = await viewer.exportEvents({ format: "ndjson", scope: "loaded", deliver: "blob" });
        return { rows, lines: (await blob.text()).trimEnd().split("\n").length };
      });
      assert.deepEqual(file, { rows: 10, lines: 10 });
      const violations = root.locator("#violations");
      assert.equal(await violations.textContent(), "0");
      assert.deepEqual(problems, []);
      await root.getByRole("button", { name: "Violate the policy" }).click();
      await root.getByText(/^Refused by require-trusted-types-for, style-src-attr/).waitFor();
      assert.equal(await violations.textContent(), "2");
      // These were asked for.
      problems.length = 0;
    },
  },
  "many-events": {
    async "a scan through all of them holds few in memory"({ page }) {
      await page.getByRole("button", { name: "Search for one person" }).click();
      await page.getByText(/\. \d{2,} requests so far/).waitFor();
      const kept = Number(/keeps ([\d,]+) in/.exec(await page.locator("#kept").textContent())[1].replace(",", ""));
      // Today and three days before it.
      assert.ok(kept > 0 && kept <= 4 * Math.ceil(100_000 / 30), `${kept} are kept`);
    },
  },
  "failing-servers": {
    async "a failure reaches the reader, the page and the list, and is over when it is chosen away"(shown) {
      const { page, events, searchButton, problems } = shown;
      await page.getByLabel("Failure").selectOption("500");
      await searchButton.click();
      await page.getByText("The page heard: server, status 500.").waitFor();
      await page.getByText("/auditlog: 500").first().waitFor();
      await page.getByLabel("Failure").selectOption("none");
      await page.getByRole("button", { name: "Try again" }).click();
      await page.getByRole("button", { name: "Try again" }).waitFor({ state: "hidden" });
      await events.first().waitFor();
      // The browser lists every refused request.
      assert.ok(
        problems.length > 0 && problems.every((text) => /status of 500 .*\/(?:audit|access)log/.test(text)),
        problems.join(),
      );
      problems.length = 0;
    },
  },
};

/** The clock is set to `now`, and the events are those of the last day before it. */
async function standsAt(now, { root, events }) {
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

// Opening a page is dear: the other instants are those of the pages below.
test("the clock of a framed page is set by the address, also on the last evening of a year", async () => {
  const now = "2027-01-01T04:30:00.000Z";
  const shown = await open("strict-policy", { now });
  await standsAt(now, shown);
  assert.deepEqual(shown.problems, []);
  await shown.page.close();
});

describe("the gallery", () => {
  test("is reached from the page that opens first, and every page of it from there", async () => {
    const page = await context.newPage();
    page.setDefaultTimeout(TEST_MS);
    await page.goto(base);
    await page.getByRole("link", { name: "All demos" }).click();
    await page.getByRole("heading", { level: 1, name: "Audit log viewer" }).waitFor();
    assert.deepEqual(await axe(page), []);
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
        // Another scheme brings another picture, a moment later.
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

    if (now) test(`its clock is set by the address: ${now}`, () => standsAt(now, shown));

    test("it leads to the demo before it and to the one after it", async () => {
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
      // A framed page has a height of its own.
      const watched = frame ? PLACES.filter((one) => one !== ".source") : PLACES;
      assert.deepEqual(
        watched.filter((one) => places[one]?.length !== 1).map((one) => [one, places[one]]),
        [],
      );
    });

    for (const [name, check] of Object.entries(CHECKS[folder] ?? {})) test(name, () => check(shown));

    test("the page is accessible, in both themes, down to 320 px, and nothing went wrong on it", async () => {
      const { page, problems } = shown;
      assert.deepEqual(await axe(page), []);
      await page.emulateMedia({ colorScheme: "dark" });
      await page.setViewportSize({ width: 320, height: 700 });
      assert.deepEqual(await axe(page), [], "dark and narrow");
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      assert.deepEqual(problems, []);
    });
  });
}
