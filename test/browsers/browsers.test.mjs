import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { loadSource } from "../../scripts/load-source.mjs";
import { explainMissingFirefox, startFirefox } from "./support/firefox.mjs";
import { createPerson } from "./support/person.mjs";
import { startSite } from "./support/site.mjs";
import { startWebKit, explainMissingWebKit } from "./support/webkit.mjs";

/*
 * The built package in engines other than Chromium's: the quick start, the first use case of the user guide, every
 * pop-up, an export, and axe.
 */
const ENGINES = [
  { name: "Firefox", missing: explainMissingFirefox(), start: startFirefox },
  { name: "WebKit", missing: explainMissingWebKit(), start: startWebKit },
];

const WIDE = { width: 1280, height: 1400 };
const DETAILS = /^Details: /;

const COLUMNS = "Toggle columns";

/** Every pop-up: the control and the keys that open it, its role, and its content. */
const POPUPS = [
  {
    opener: ["button", /^Date range/],
    keys: ["Enter"],
    popup: ["dialog", "Date range"],
    shows: ["button", "Last 7 Days"],
  },
  {
    opener: ["button", /^Objects/],
    keys: ["Enter"],
    popup: ["combobox", "Find an object"],
    shows: ["option", "Dialing"],
  },
  {
    opener: ["combobox", "Affected domain"],
    types: "e",
    popup: ["listbox", "Affected domain"],
    shows: ["option", /example/],
  },
  {
    opener: ["button", /^Timezone/],
    keys: ["Enter"],
    popup: ["combobox", "Find a city or time zone"],
    shows: ["option", /UTC/],
  },
  { opener: ["button", COLUMNS], keys: ["Enter"], popup: ["menu", COLUMNS], shows: ["menuitem", "Clear all"] },
  {
    opener: ["button", "Export"],
    keys: ["Enter"],
    popup: ["dialog", "Export"],
    shows: ["button", "CSV, loaded events"],
  },
];

let site;
let scenario;

before(async () => {
  const [mocks] = await loadSource(process.cwd(), ["/demo/mocks/index.ts"]);
  scenario = mocks.BROKEN_ROUTING;
  site = await startSite();
});
after(() => site?.close());

for (const { name, missing, start } of ENGINES) {
  if (missing) console.log(missing);
  describe(name, { skip: missing }, () => {
    let browser;
    let person;

    before(async () => {
      browser = await start(WIDE);
      person = createPerson(browser);
      console.log(`${name}: ${browser.version}`);
    });
    after(() => browser?.close());
    beforeEach(async () => {
      await open();
    });

    const open = async (theme) => {
      await browser.open(site.url(theme));
      await person.sees("search", "Audit log filters");
    };

    /** Narrows the element around the viewer, because WebKit's window cannot be small without a window manager. */
    const hasWidth = (width) =>
      browser.evaluate((width) => {
        document.querySelector("main").style.width = `${width}px`;
        return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
      }, width);

    /** Searches with the current filters and waits until reading has ended. */
    const search = async () => {
      await browser.evaluate(() => {
        const viewer = document.querySelector("audit-log-viewer");
        viewer.addEventListener("alv-results", ({ detail }) => (window.results = detail), { once: true });
      });
      await person.click("button", "Search");
      await person.until(() => browser.evaluate(() => window.results !== undefined));
      await person.sees("table", "Audit events");
    };
    /** Opens a pop-up with the keyboard. */
    const opens = async ({ opener, keys, types }) => {
      await person.focusOn(...opener);
      await person.until(() => person.isFocused(...opener), `${opener[1]} to have the focus`);
      if (types) await browser.type(types);
      else await person.press(...keys);
    };
    const nothingWentWrong = async () => assert.deepEqual(await browser.evaluate(() => window.problems), []);

    test("the quick start: search, open an event, turn the page and come back", async () => {
      await search();
      const first = await person.names("button", DETAILS);
      assert.equal(first.length, 10);
      await person.click("button", DETAILS);
      await person.sees("button", "Copy details");
      await person.click("button", "Copy details");
      const [copy] = await person.until(() => browser.evaluate(() => window.copies.length > 0 && window.copies));
      assert.match(copy.text, /^Time: /m);
      // If the browser blocks the clipboard, the viewer shows the text to copy by hand.
      if (!copy.isAllowed) await person.sees("textbox", undefined);
      await person.click("button", "Next");
      await person.until(async () => /Page 2/.test(await person.texts("navigation", "Pagination")));
      const second = await person.names("button", DETAILS);
      assert.equal(second.length, 10);
      assert.notDeepEqual(second, first);
      await person.click("button", "Previous");
      await person.until(async () => /Page 1/.test(await person.texts("navigation", "Pagination")));
      assert.deepEqual(await person.names("button", DETAILS), first);
      await nothingWentWrong();
    });

    test("use case 1: a customer's routing changes of the last seven days, with a suggested domain", async () => {
      await person.fill("combobox", "Affected domain", scenario.domain.slice(0, 6));
      await person.sees("option", new RegExp(`^${scenario.domain}`));
      await person.press("ArrowDown", "Enter");
      await person.loses("option", new RegExp(`^${scenario.domain}`));
      await person.click("button", /^Objects/);
      for (const object of ["Dialing", "Route"]) {
        await person.fill("combobox", "Find an object", object);
        await person.click("option", object);
      }
      await person.press("Escape");
      await person.click("button", /^Date range/);
      await person.click("button", "Last 7 Days");
      await person.loses("dialog", "Date range");
      await search();
      const rows = (await person.texts("row")).slice(1);
      assert.ok(rows.length > 0);
      for (const row of rows) {
        assert.ok(row.includes(scenario.domain), row);
        assert.match(row, /Dialing|Route/);
      }
      assert.ok(rows.some((row) => /Delete.*Route/.test(row)));
      await nothingWentWrong();
    });

    test("a custom range: the user chooses days in the calendar and types a time", async () => {
      await person.click("button", /^Date range/);
      await person.click("gridcell", /^Thursday, November 19, 2026/);
      await person.click("gridcell", /^Friday, November 20, 2026/);
      await person.fill("textbox", "Start time", "6:00 AM");
      await person.press("Tab");
      await person.click("button", "Apply");
      await person.loses("dialog", "Date range");
      const { range } = await browser.evaluate(() => document.querySelector("audit-log-viewer").filters);
      assert.deepEqual(range, { from: "2026-11-19T06:00", until: "2026-11-21T00:00" });
      await search();
      const days = await person.names("button", DETAILS);
      assert.equal(days.length, 10);
      for (const name of days) assert.match(name, /Nov (19|20)/);
      await nothingWentWrong();
    });

    for (const width of [1240, 360]) {
      test(`each pop-up opens with the keyboard, stays in the window, gives the focus back: ${width} px`, async () => {
        await hasWidth(width);
        if (width < 720) await person.click("button", /^Filters/);
        await search();
        for (const { opener, keys, types, popup, shows } of POPUPS) {
          // The filters of a narrow viewer are folded.
          if (!(await person.there(...opener))) await person.click("button", /^Filters/);
          // The menu of columns is for tables, which a narrow viewer does not have.
          if (opener[1] === COLUMNS && !(await person.there(...opener))) continue;
          await opens({ opener, keys, types });
          await person.sees(...popup);
          await person.sees(...shows);
          await person.fits(...popup);
          await person.press("Escape");
          await person.loses(...popup);
          await person.until(() => person.isFocused(...opener), `${opener[1]} to have the focus again`);
        }
        await nothingWentWrong();
      });
    }

    test("an export from the menu writes every loaded event in the documented form", async () => {
      await search();
      await browser.evaluate(() => {
        document
          .querySelector("audit-log-viewer")
          .addEventListener("alv-export", ({ detail }) => (window.file = detail));
      });
      await person.click("button", "Export");
      await person.click("button", "CSV, loaded events");
      const file = await person.until(() => browser.evaluate(() => window.file));
      assert.equal(file.rows, 10);
      assert.match(file.fileName, /^audit-log-complete-2026-11-23-\d{4}\.csv$/);
      const written = await browser.evaluate(async () => {
        const viewer = document.querySelector("audit-log-viewer");
        const { blob, rows } = await viewer.exportEvents({ format: "csv", scope: "loaded", deliver: "blob" });
        return { text: await blob.text(), rows };
      });
      assert.equal(written.text.trimEnd().split("\r\n").length, written.rows + 1);
      assert.match(written.text, /^\uFEFF?Timestamp,UTC Offset,Timestamp \(UTC\),/);
      await nothingWentWrong();
    });

    for (const theme of ["light", "dark"]) {
      test(`axe finds nothing in any state, ${theme}`, async () => {
        await open(theme);
        assert.deepEqual(await person.axe(), [], "before the first search");
        await search();
        assert.deepEqual(await person.axe(), [], "results");
        await person.click("button", DETAILS);
        await person.sees("button", "Copy details");
        assert.deepEqual(await person.axe(), [], "a row open");
        for (const { opener, keys, types, popup, shows } of POPUPS) {
          await opens({ opener, keys, types });
          await person.sees(...shows);
          assert.deepEqual(await person.axe(), [], String(opener[1]));
          await person.press("Escape");
          await person.loses(...popup);
        }
        await person.click("radio", "Cards");
        await person.sees("list", "Audit events");
        assert.deepEqual(await person.axe(), [], "cards");
        await hasWidth(320);
        assert.deepEqual(await person.axe(), [], "narrow");
        assert.equal(await browser.evaluate(() => document.querySelector("audit-log-viewer").scrollWidth), 320);
        await nothingWentWrong();
      });
    }
  });
}
