import { expect } from "@open-wc/testing";
import { emulateMedia, sendMouse, setViewport } from "@web/test-runner-commands";
import type { AuditLogViewer } from "../../src/index.js";
import { findAxeProblems, getRules } from "../support/axe.js";
import { click, press } from "../support/user-input.js";
import { getAll, get, hasFocus, findElement, getName, getText } from "../support/screen.js";
import { cleanUp, showViewer, waitUntil } from "./support.js";
import {
  waitUntilClosed,
  getDay,
  getDialog,
  getRangeField,
  getInput,
  open,
  normalizeSpaces,
  say,
  typeTexts,
  listValues,
} from "./date-range-support.js";

describe("date range", () => {
  afterEach(async () => {
    cleanUp();
    document.documentElement.removeAttribute("dir");
    await emulateMedia({ forcedColors: "none" });
  });

  describe("presets", () => {
    it("are chosen by three clicks: the field, the preset, Search", async () => {
      const { viewer, server } = await showViewer();
      await click(getRangeField(viewer));
      await click(await waitUntil(() => findElement(viewer, "button", "Last 7 Days"), "the presets"));
      await waitUntilClosed(viewer);
      expect(hasFocus(getRangeField(viewer))).to.equal(true);
      expect(viewer.filters.range).to.deep.equal({ preset: "last-7-days" });
      expect(server.requests).to.have.length(0);
      await click(get(viewer, "button", "Search"));
      await waitUntil(() => server.requests.length > 0, "a request");
    });

    it("are not marked while other dates are entered, until these are canceled", async () => {
      const { viewer } = await showViewer();
      const listCurrent = () =>
        getAll(getDialog(viewer), "button")
          .filter((one) => one.ariaCurrent === "true")
          .map(getName);
      for (const begin of [
        () => typeTexts(viewer, { "Start date": "11/20/2026" }),
        () => click(getDay(viewer, "Thursday, October 22, 2026")),
      ]) {
        await open(viewer);
        expect(listCurrent()).to.deep.equal(["Last 24 Hours"]);
        await begin();
        await waitUntil(() => listCurrent()[0] === "Custom range", "the mark");
        expect(listCurrent()).to.have.length(1);
        await press("Escape");
        await waitUntilClosed(viewer);
      }
    });

    it("mark the one that is set, or Custom range", async () => {
      const { viewer } = await showViewer({ filters: { range: { preset: "today" } } as never });
      await open(viewer);
      const listCurrent = () =>
        getAll(getDialog(viewer), "button")
          .filter((one) => one.ariaCurrent === "true")
          .map(getName);
      expect(listCurrent()).to.deep.equal(["Today"]);
      viewer.filters = { range: { from: "2026-11-01", until: "2026-11-03" } };
      await waitUntil(() => listCurrent()[0] === "Custom range", "the mark");
      await click(get(getDialog(viewer), "button", "Custom range"));
      expect(hasFocus(getInput(viewer, "Start date"))).to.equal(true);
    });
  });

  describe("in another zone", () => {
    it("is chosen from its foot, and keeps the dates that were begun", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      await click(getDay(viewer, "Thursday, November 12, 2026"));
      await click(getDay(viewer, "Friday, November 13, 2026"));
      await click(get(getDialog(viewer), "button", "Timezone: US/Eastern"));
      await waitUntil(() => findElement(getDialog(viewer), "option", /^UTC/), "the zones");
      await click(get(getDialog(viewer), "option", /^UTC/));
      await say(viewer, "2 days in UTC");
      expect(viewer.timezone).to.equal("UTC");
      expect(hasFocus(get(getDialog(viewer), "button", "Timezone: UTC"))).to.equal(true);
      expect(listValues(viewer)).to.deep.equal(["Nov 12, 2026", "12:00 AM", "Nov 13, 2026", "11:59 PM"]);
      await click(get(getDialog(viewer), "button", "Apply"));
      await waitUntilClosed(viewer);
      expect(viewer.filters.range).to.deep.equal({ from: "2026-11-12T00:00", until: "2026-11-14T00:00" });
    });

    it("keeps an unfinished date, with the current months beside it", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      await typeTexts(viewer, { "End date": "tomorr" });
      // The message appears when the user leaves the field.
      await press("Tab");
      await click(get(getDialog(viewer), "button", "Timezone: US/Eastern"));
      await waitUntil(() => findElement(getDialog(viewer), "option", /^UTC/), "the zones");
      await click(get(getDialog(viewer), "option", /^UTC/));
      await waitUntil(() => findElement(getDialog(viewer), "button", "Timezone: UTC"), "the zone");
      expect(listValues(viewer)[2]).to.equal("tomorr");
      expect(getDay(viewer, "Monday, November 23, 2026").tabIndex).to.equal(0);
    });
  });

  describe("by mouse", () => {
    it("picks the start, previews the end, says what is in the range, and applies it", async () => {
      const { viewer, server } = await showViewer();
      await open(viewer);
      expect(getAll(getDialog(viewer), "grid").map(getName)).to.deep.equal(["October 2026", "November 2026"]);
      await click(getDay(viewer, "Thursday, October 22, 2026"));
      const end = getDay(viewer, "Saturday, November 14, 2026");
      const { x, y } = end.getBoundingClientRect();
      await sendMouse({ type: "move", position: [Math.round(x + 9), Math.round(y + 9)] });
      await waitUntil(() => normalizeSpaces(getInput(viewer, "End date").value) === "Nov 14, 2026", "the preview");
      expect(getName(end)).to.equal("Saturday, November 14, 2026, end of range");
      expect(viewer.filters.range).to.deep.equal({ preset: "last-24-hours" });
      await click(end);
      await say(viewer, "24 days and 1 hour in US/Eastern: clocks go back on Nov 1.");
      expect(listValues(viewer)).to.deep.equal(["Oct 22, 2026", "12:00 AM", "Nov 14, 2026", "11:59 PM"]);
      expect(getName(getDay(viewer, "Thursday, October 22, 2026"))).to.contain("start of range");
      expect(getName(getDay(viewer, "Sunday, November 1, 2026"))).to.contain("in range");
      await click(get(getDialog(viewer), "button", "Apply"));
      await waitUntilClosed(viewer);
      expect(viewer.filters.range).to.deep.equal({ from: "2026-10-22T00:00", until: "2026-11-15T00:00" });
      expect(normalizeSpaces(getName(getRangeField(viewer)))).to.equal("Date range Oct 22 – Nov 14, 2026");
      expect(hasFocus(getRangeField(viewer))).to.equal(true);
      expect(server.requests).to.have.length(0);
      await viewer.search();
      expect(normalizeSpaces(getText(get(viewer, "group", "Active filters")))).to.contain("Oct 22 – Nov 14, 2026");
    });

    it("starts again with an earlier day", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      await click(getDay(viewer, "Thursday, November 12, 2026"));
      await click(getDay(viewer, "Tuesday, November 3, 2026"));
      expect(getName(getDay(viewer, "Tuesday, November 3, 2026"))).to.contain("start and end of range");
      await click(getDay(viewer, "Friday, November 6, 2026"));
      await say(viewer, "4 days in US/Eastern.");
    });

    it("marks today, and picks no day of the future", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      expect(getDay(viewer, "Monday, November 23, 2026").ariaCurrent).to.equal("date");
      const future = getDay(viewer, "Tuesday, November 24, 2026");
      expect(future.ariaDisabled).to.equal("true");
      const before = listValues(viewer);
      await click(future);
      expect(listValues(viewer)).to.deep.equal(before);
      expect(get(getDialog(viewer), "button", "Next month").ariaDisabled).to.equal("true");
    });

    it("turns the months", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      await click(get(getDialog(viewer), "button", "Previous month"));
      await waitUntil(() => findElement(getDialog(viewer), "grid", "September 2026"), "September");
      expect(findElement(getDialog(viewer), "grid", "November 2026")).to.equal(undefined);
      expect(hasFocus(get(getDialog(viewer), "button", "Previous month"))).to.equal(true);
      await click(get(getDialog(viewer), "button", "Next month"));
      await waitUntil(() => findElement(getDialog(viewer), "grid", "November 2026"), "November");
    });

    for (const [name, leave] of [
      ["Cancel", (viewer: AuditLogViewer) => click(get(getDialog(viewer), "button", "Cancel"))],
      ["Escape", () => press("Escape")],
      ["a click elsewhere", () => sendMouse({ type: "click", position: [1500, 900] })],
    ] as const) {
      it(`discards the draft: ${name}`, async () => {
        const { viewer } = await showViewer();
        await open(viewer);
        const before = listValues(viewer);
        await click(getDay(viewer, "Thursday, November 12, 2026"));
        await leave(viewer);
        await waitUntilClosed(viewer);
        expect(viewer.filters.range).to.deep.equal({ preset: "last-24-hours" });
        await open(viewer);
        expect(listValues(viewer)).to.deep.equal(before);
      });
    }
  });

  describe("every display", () => {
    for (const media of [
      { name: "light", theme: "light", forcedColors: "none" },
      { name: "dark", theme: "dark", forcedColors: "none" },
      { name: "forced colours", theme: "light", forcedColors: "active" },
    ] as const) {
      it(`axe finds nothing while a range is picked, with a field that is wrong: ${media.name}`, async () => {
        await emulateMedia({ forcedColors: media.forcedColors });
        const { viewer } = await showViewer({ theme: media.theme });
        await open(viewer);
        await click(getDay(viewer, "Thursday, November 12, 2026"));
        getDay(viewer, "Friday, November 20, 2026").focus();
        await say(viewer, "9 days");
        expect(await findAxeProblems(viewer, getRules(media.name))).to.deep.equal([]);
        await typeTexts(viewer, { "End date": "?" });
        await press("Enter");
        await say(viewer, "Enter a date like");
        expect(await findAxeProblems(viewer, getRules(media.name))).to.deep.equal([]);
      });
    }

    it("shows one month in a narrow window, cuts nothing, and has targets of at least 24 px", async () => {
      for (const dir of ["ltr", "rtl"]) {
        document.documentElement.dir = dir;
        const { viewer } = await showViewer({}, { width: 320 });
        await setViewport({ width: 320, height: 740 });
        await click(get(viewer, "button", /^Filters/));
        await waitUntil(() => findElement(viewer, "button", /^Date range/)?.checkVisibility(), "the field");
        await open(viewer);
        expect(getAll(getDialog(viewer), "grid").map(getName)).to.deep.equal(["November 2026"]);
        const box = getDialog(viewer).getBoundingClientRect();
        expect(box.left, dir).to.be.at.least(0);
        expect(box.right, dir).to.be.at.most(320);
        expect(getDialog(viewer).scrollWidth, dir).to.be.at.most(getDialog(viewer).clientWidth);
        for (const role of ["button", "textbox", "gridcell"]) {
          for (const one of getAll(getDialog(viewer), role)) {
            const { width, height } = (one.closest("label") ?? one).getBoundingClientRect();
            expect(Math.min(width, height), getName(one)).to.be.at.least(24);
          }
        }
        expect(await findAxeProblems(viewer), dir).to.deep.equal([]);
        await click(get(getDialog(viewer), "button", "Previous month"));
        await waitUntil(() => findElement(getDialog(viewer), "grid", "October 2026"), "October");
        await click(getDay(viewer, "Thursday, October 22, 2026"));
        await click(get(getDialog(viewer), "button", "Next month"));
        await click(await waitUntil(() => findElement(viewer, "gridcell", /^Saturday, November 14, 2026/), "November"));
        await click(get(getDialog(viewer), "button", "Apply"));
        await waitUntilClosed(viewer);
        expect(viewer.filters.range, dir).to.deep.equal({ from: "2026-10-22T00:00", until: "2026-11-15T00:00" });
        cleanUp();
      }
    });
  });
});
