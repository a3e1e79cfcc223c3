import { expect } from "@open-wc/testing";
import { emulateMedia, sendMouse, setViewport } from "@web/test-runner-commands";
import type { AuditLogViewer } from "../../src/index.js";
import { en } from "../support/english.js";
import { findAxeProblems, rulesIn } from "../support/axe.js";
import { click, fill, press } from "../support/user-input.js";
import { getAll, getAllByText, getFocused, get, hasFocus, findElement, getName, getText } from "../support/screen.js";
import { NOW } from "../support/clock.js";
import { cleanUp, showViewer, waitUntil } from "./support.js";

const field = (viewer: AuditLogViewer) => get(viewer, "button", /^Date range/);
const dialog = (viewer: AuditLogViewer) => get(viewer, "dialog", "Date range");
const day = (viewer: AuditLogViewer, name: string) => get(dialog(viewer), "gridcell", new RegExp(`^${name}(?:,|$)`));
const input = (viewer: AuditLogViewer, name: string) => get(dialog(viewer), "textbox", name) as HTMLInputElement;
const values = (viewer: AuditLogViewer) =>
  ["Start date", "Start time", "End date", "End time"].map((name) => plain(input(viewer, name).value));
/** Spaces of every width are one space. */
const plain = (text: string) => text.replace(/\s+/g, " ");

async function open(viewer: AuditLogViewer): Promise<void> {
  await click(field(viewer));
  await waitUntil(() => findElement(viewer, "button", "Apply"), "the dates");
}

async function closed(viewer: AuditLogViewer): Promise<void> {
  await waitUntil(() => !findElement(viewer, "dialog", "Date range"), "the dialog to close");
}

async function say(viewer: AuditLogViewer, text: string | RegExp): Promise<void> {
  const fits = (all: string) => (typeof text === "string" ? all.indexOf(text) !== -1 : text.test(all));
  await waitUntil(
    () => fits(plain(getText(dialog(viewer)))),
    `"${String(text)}" in "${plain(getText(dialog(viewer)))}"`,
  );
}

/** The line that says how long the range is; "" while there is none. */
const summary = (viewer: AuditLogViewer) =>
  getAllByText(dialog(viewer), / in US\/Eastern[.:]/)
    .map((one) => plain(getText(one)).trim())
    .join();

async function typed(viewer: AuditLogViewer, texts: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(texts)) await fill(input(viewer, name), text);
}

describe("date range", () => {
  afterEach(async () => {
    cleanUp();
    document.documentElement.removeAttribute("dir");
    await emulateMedia({ forcedColors: "none" });
  });

  describe("presets", () => {
    it("are chosen by three clicks: the field, the preset, Search", async () => {
      const { viewer, server } = await showViewer();
      await click(field(viewer));
      await click(await waitUntil(() => findElement(viewer, "button", "Last 7 Days"), "the presets"));
      await closed(viewer);
      expect(hasFocus(field(viewer))).to.equal(true);
      expect(viewer.filters.range).to.deep.equal({ preset: "last-7-days" });
      expect(server.requests).to.have.length(0);
      await click(get(viewer, "button", "Search"));
      await waitUntil(() => server.requests.length > 0, "a request");
    });

    it("are not marked while other dates are entered, until these are canceled", async () => {
      const { viewer } = await showViewer();
      const current = () =>
        getAll(dialog(viewer), "button")
          .filter((one) => one.ariaCurrent === "true")
          .map(getName);
      for (const begin of [
        () => typed(viewer, { "Start date": "11/20/2026" }),
        () => click(day(viewer, "Thursday, October 22, 2026")),
      ]) {
        await open(viewer);
        expect(current()).to.deep.equal(["Last 24 Hours"]);
        await begin();
        await waitUntil(() => current()[0] === "Custom range", "the mark");
        expect(current()).to.have.length(1);
        await press("Escape");
        await closed(viewer);
      }
    });

    it("mark the one that is set, or Custom range", async () => {
      const { viewer } = await showViewer({ filters: { range: { preset: "today" } } as never });
      await open(viewer);
      const current = () =>
        getAll(dialog(viewer), "button")
          .filter((one) => one.ariaCurrent === "true")
          .map(getName);
      expect(current()).to.deep.equal(["Today"]);
      viewer.filters = { range: { from: "2026-11-01", until: "2026-11-03" } };
      await waitUntil(() => current()[0] === "Custom range", "the mark");
      await click(get(dialog(viewer), "button", "Custom range"));
      expect(hasFocus(input(viewer, "Start date"))).to.equal(true);
    });
  });

  describe("in another zone", () => {
    it("is chosen from its foot, and keeps the dates that were begun", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      await click(day(viewer, "Thursday, November 12, 2026"));
      await click(day(viewer, "Friday, November 13, 2026"));
      await click(get(dialog(viewer), "button", "Timezone: US/Eastern"));
      await waitUntil(() => findElement(dialog(viewer), "option", /^UTC/), "the zones");
      await click(get(dialog(viewer), "option", /^UTC/));
      await say(viewer, "2 days in UTC");
      expect(viewer.timezone).to.equal("UTC");
      expect(hasFocus(get(dialog(viewer), "button", "Timezone: UTC"))).to.equal(true);
      expect(values(viewer)).to.deep.equal(["Nov 12, 2026", "12:00 AM", "Nov 13, 2026", "11:59 PM"]);
      await click(get(dialog(viewer), "button", "Apply"));
      await closed(viewer);
      expect(viewer.filters.range).to.deep.equal({ from: "2026-11-12T00:00", until: "2026-11-14T00:00" });
    });

    it("keeps an unfinished date, with the current months beside it", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      await typed(viewer, { "End date": "tomorr" });
      // What is wrong is said when the field is left.
      await press("Tab");
      await click(get(dialog(viewer), "button", "Timezone: US/Eastern"));
      await waitUntil(() => findElement(dialog(viewer), "option", /^UTC/), "the zones");
      await click(get(dialog(viewer), "option", /^UTC/));
      await waitUntil(() => findElement(dialog(viewer), "button", "Timezone: UTC"), "the zone");
      expect(values(viewer)[2]).to.equal("tomorr");
      expect(day(viewer, "Monday, November 23, 2026").tabIndex).to.equal(0);
    });
  });

  describe("by mouse", () => {
    it("picks the start, previews the end, says what is in the range, and applies it", async () => {
      const { viewer, server } = await showViewer();
      await open(viewer);
      expect(getAll(dialog(viewer), "grid").map(getName)).to.deep.equal(["October 2026", "November 2026"]);
      await click(day(viewer, "Thursday, October 22, 2026"));
      const end = day(viewer, "Saturday, November 14, 2026");
      const { x, y } = end.getBoundingClientRect();
      await sendMouse({ type: "move", position: [Math.round(x + 9), Math.round(y + 9)] });
      await waitUntil(() => plain(input(viewer, "End date").value) === "Nov 14, 2026", "the preview");
      expect(getName(end)).to.equal("Saturday, November 14, 2026, end of range");
      expect(viewer.filters.range).to.deep.equal({ preset: "last-24-hours" });
      await click(end);
      await say(viewer, "24 days and 1 hour in US/Eastern: clocks go back on Nov 1.");
      expect(values(viewer)).to.deep.equal(["Oct 22, 2026", "12:00 AM", "Nov 14, 2026", "11:59 PM"]);
      expect(getName(day(viewer, "Thursday, October 22, 2026"))).to.contain("start of range");
      expect(getName(day(viewer, "Sunday, November 1, 2026"))).to.contain("in range");
      await click(get(dialog(viewer), "button", "Apply"));
      await closed(viewer);
      expect(viewer.filters.range).to.deep.equal({ from: "2026-10-22T00:00", until: "2026-11-15T00:00" });
      expect(plain(getName(field(viewer)))).to.equal("Date range Oct 22 – Nov 14, 2026");
      expect(hasFocus(field(viewer))).to.equal(true);
      expect(server.requests).to.have.length(0);
      await viewer.search();
      expect(plain(getText(get(viewer, "group", "Active filters")))).to.contain("Oct 22 – Nov 14, 2026");
    });

    it("starts again with an earlier day", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      await click(day(viewer, "Thursday, November 12, 2026"));
      await click(day(viewer, "Tuesday, November 3, 2026"));
      expect(getName(day(viewer, "Tuesday, November 3, 2026"))).to.contain("start and end of range");
      await click(day(viewer, "Friday, November 6, 2026"));
      await say(viewer, "4 days in US/Eastern.");
    });

    it("marks today, and picks no day of the future", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      expect(day(viewer, "Monday, November 23, 2026").ariaCurrent).to.equal("date");
      const future = day(viewer, "Tuesday, November 24, 2026");
      expect(future.ariaDisabled).to.equal("true");
      const before = values(viewer);
      await click(future);
      expect(values(viewer)).to.deep.equal(before);
      expect(get(dialog(viewer), "button", "Next month").ariaDisabled).to.equal("true");
    });

    it("turns the months", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      await click(get(dialog(viewer), "button", "Previous month"));
      await waitUntil(() => findElement(dialog(viewer), "grid", "September 2026"), "September");
      expect(findElement(dialog(viewer), "grid", "November 2026")).to.equal(undefined);
      expect(hasFocus(get(dialog(viewer), "button", "Previous month"))).to.equal(true);
      await click(get(dialog(viewer), "button", "Next month"));
      await waitUntil(() => findElement(dialog(viewer), "grid", "November 2026"), "November");
    });

    for (const [name, leave] of [
      ["Cancel", (viewer: AuditLogViewer) => click(get(dialog(viewer), "button", "Cancel"))],
      ["Escape", () => press("Escape")],
      ["a click elsewhere", () => sendMouse({ type: "click", position: [1500, 900] })],
    ] as const) {
      it(`throws the draft away: ${name}`, async () => {
        const { viewer } = await showViewer();
        await open(viewer);
        const before = values(viewer);
        await click(day(viewer, "Thursday, November 12, 2026"));
        await leave(viewer);
        await closed(viewer);
        expect(viewer.filters.range).to.deep.equal({ preset: "last-24-hours" });
        await open(viewer);
        expect(values(viewer)).to.deep.equal(before);
      });
    }
  });

  describe("by keyboard", () => {
    const onDay = (viewer: AuditLogViewer, name: string) => {
      const cell = day(viewer, name);
      cell.focus();
      return cell;
    };
    const arrives = (name: string) =>
      waitUntil(() => getName(getFocused()!).indexOf(name) === 0, `${name} to have the focus`);

    it("reaches everything by Tab in the order of the screen, and Tab out of it closes it", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      get(dialog(viewer), "button", "Custom range").focus();
      const seen: string[] = [];
      for (let tab = 0; tab < 10; tab += 1) {
        await press("Tab");
        seen.push(getName(getFocused()!).replace(/,.*/, ""));
      }
      expect(seen).to.deep.equal([
        "Start date",
        "Start time",
        "End date",
        "End time",
        "Previous month",
        "Next month",
        "Monday",
        "Timezone: US/Eastern",
        "Cancel",
        "Apply",
      ]);
      await press("Tab");
      await closed(viewer);
      expect(getName(getFocused()!)).to.equal("Performed by user");
    });

    it("walks by days, weeks, months and years, never past today", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      onDay(viewer, "Monday, November 23, 2026");
      for (const [key, name] of [
        ["ArrowLeft", "Sunday, November 22, 2026"],
        ["ArrowUp", "Sunday, November 15, 2026"],
        ["End", "Saturday, November 21, 2026"],
        ["Home", "Sunday, November 15, 2026"],
        ["ArrowRight", "Monday, November 16, 2026"],
        ["PageUp", "Friday, October 16, 2026"],
        ["Shift+PageUp", "Thursday, October 16, 2025"],
        ["Shift+PageDown", "Friday, October 16, 2026"],
        ["PageDown", "Monday, November 16, 2026"],
        ["ArrowDown", "Monday, November 23, 2026"],
        ["ArrowDown", "Monday, November 23, 2026"],
        ["PageDown", "Monday, November 23, 2026"],
      ] as const) {
        await press(key);
        await arrives(name);
      }
      expect(getAll(dialog(viewer), "gridcell").filter((cell) => cell.tabIndex === 0)).to.have.length(1);
    });

    it("clamps the day of a shorter month", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      onDay(viewer, "Saturday, October 31, 2026");
      await press("PageUp");
      await arrives("Wednesday, September 30, 2026");
    });

    it("picks by Enter and Space, previews where the focus is, and applies by Enter in a field", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      onDay(viewer, "Monday, November 2, 2026");
      await press("Enter", "ArrowDown");
      await arrives("Monday, November 9, 2026, end of range");
      await say(viewer, "8 days in US/Eastern.");
      await press("Space");
      await waitUntil(() => plain(input(viewer, "End date").value) === "Nov 9, 2026", "the end");
      input(viewer, "End date").focus();
      await press("Enter");
      await closed(viewer);
      expect(viewer.filters.range).to.deep.equal({ from: "2026-11-02T00:00", until: "2026-11-10T00:00" });
    });

    it("mirrors the arrows where the page runs from right to left", async () => {
      document.documentElement.dir = "rtl";
      const { viewer } = await showViewer();
      await open(viewer);
      onDay(viewer, "Monday, November 16, 2026");
      await press("ArrowLeft");
      await arrives("Tuesday, November 17, 2026");
      const [october, november] = getAll(dialog(viewer), "grid").map((grid) => grid.getBoundingClientRect().left);
      expect(october).to.be.greaterThan(november!);
    });
  });

  describe("typed", () => {
    it("takes dates and times as people write them, and shows the same days in the calendar", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      await typed(viewer, {
        "Start date": "9/3/2026",
        "Start time": "9:05",
        "End date": "2026-10-22",
        "End time": "9 pm",
      });
      await say(viewer, "49 days, 11 hours, and 56 minutes in US/Eastern.");
      await press("Enter");
      await closed(viewer);
      expect(viewer.filters.range).to.deep.equal({ from: "2026-09-03T09:05", until: "2026-10-22T21:01" });
      expect(plain(getName(field(viewer)))).to.equal("Date range Sep 3, 2026, 9:05 AM – Oct 22, 2026, 9:00 PM");
      await open(viewer);
      expect(values(viewer)).to.deep.equal(["Sep 3, 2026", "9:05 AM", "Oct 22, 2026", "9:00 PM"]);
    });

    it("keeps a typed time when a day is picked, and takes no time for the whole day", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      await typed(viewer, { "Start time": "9:00 AM", "End time": "" });
      await click(day(viewer, "Thursday, November 12, 2026"));
      await click(day(viewer, "Friday, November 13, 2026"));
      await click(get(dialog(viewer), "button", "Apply"));
      expect(viewer.filters.range).to.deep.equal({ from: "2026-11-12T09:00", until: "2026-11-14T00:00" });
    });

    it("says at the field that a date or time is invalid, keeps the text, and applies nothing", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      await typed(viewer, { "Start date": "Feb 30, 2026", "End time": "25:00" });
      await click(get(dialog(viewer), "button", "Apply"));
      await say(viewer, "Enter a date like Nov 23, 2026.");
      await say(viewer, "Enter a time like 9:05 PM.");
      expect(hasFocus(input(viewer, "Start date"))).to.equal(true);
      expect(input(viewer, "Start date").ariaInvalid).to.equal("true");
      expect(values(viewer)[0]).to.equal("Feb 30, 2026");
      expect(viewer.filters.range).to.deep.equal({ preset: "last-24-hours" });
      await typed(viewer, { "Start date": "11/20/2026", "End time": "11:59 PM" });
      await waitUntil(() => !input(viewer, "Start date").hasAttribute("aria-invalid"), "the mark to go");
    });

    it("says that the end is before the start, and applies nothing", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      await typed(viewer, { "Start date": "11/20/2026", "End date": "11/19/2026" });
      await press("Enter");
      await say(viewer, "End is before start.");
      expect(hasFocus(input(viewer, "End date"))).to.equal(true);
      expect(viewer.filters.range).to.deep.equal({ preset: "last-24-hours" });
    });

    it("says the length of a preset, and applies it as a preset, at any second", async () => {
      for (const [preset, says] of [
        ["last-24-hours", "1 day in US/Eastern."],
        ["last-7-days", "7 days in US/Eastern."],
        ["last-30-days", "30 days in US/Eastern: clocks go back on Nov 1."],
      ] as const) {
        const { viewer, clock } = await showViewer();
        clock.time = NOW + 30_500;
        viewer.filters = { range: { preset } };
        await open(viewer);
        await waitUntil(() => findElement(dialog(viewer), "grid", "November 2026"), "the months");
        expect(summary(viewer)).to.equal(says);
        // The clock goes on while the dialog is open.
        clock.time += 90_000;
        await click(get(dialog(viewer), "button", "Previous month"));
        await waitUntil(() => findElement(dialog(viewer), "grid", "September 2026"), "September");
        expect(summary(viewer)).to.equal(says);
        await click(get(dialog(viewer), "button", "Apply"));
        await closed(viewer);
        expect(viewer.filters.range).to.deep.equal({ preset });
        cleanUp();
      }
    });

    it("says the length of a range of some seconds, and takes today for one that cannot be read", async () => {
      const { viewer } = await showViewer();
      viewer.filters = { range: { from: "2026-11-01T10:00:10Z", until: "2026-11-01T10:00:25Z" } };
      await open(viewer);
      await waitUntil(() => summary(viewer) === "15 seconds in US/Eastern.", "the length");
      viewer.filters = { range: { from: "soon", until: "later" } };
      await waitUntil(() => summary(viewer) === "1 day in US/Eastern.", "today");
      await click(get(dialog(viewer), "button", "Apply"));
      await closed(viewer);
      expect(viewer.filters.range).to.deep.equal({ from: "2026-11-23T00:00", until: "2026-11-24T00:00" });
    });

    it("says that more than 90 days take longer", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      await typed(viewer, { "Start date": "8/25/2026", "Start time": "", "End date": "11/22/2026", "End time": "" });
      await say(viewer, "90 days and 1 hour in US/Eastern: clocks go back on Nov 1.");
      expect(getText(dialog(viewer))).not.to.contain("take longer");
      await typed(viewer, { "Start date": "8/24/2026" });
      await say(viewer, "Searches of more than 90 days take longer.");
    });

    it("keeps the wall times when another zone is chosen: the range is meant there", async () => {
      const { viewer } = await showViewer();
      const range = { from: "2026-10-22T09:05", until: "2026-10-23T00:00" };
      viewer.filters = { range };
      await open(viewer);
      const before = values(viewer);
      viewer.timezone = "Asia/Kolkata";
      await say(viewer, "14 hours and 55 minutes in Asia/Kolkata.");
      expect(values(viewer)).to.deep.equal(before);
      expect(viewer.filters.range).to.deep.equal(range);
      expect(plain(getName(field(viewer)))).to.equal("Date range Oct 22, 2026, 9:05 AM – 11:59 PM");
    });

    it("leaves an end that nobody touched as it was set", async () => {
      const { viewer } = await showViewer();
      viewer.filters = { range: { from: "2026-11-01T10:00:30Z", until: "2026-11-03T10:00:30" } };
      await open(viewer);
      expect(values(viewer)).to.deep.equal(["Nov 1, 2026", "5:00 AM", "Nov 3, 2026", "10:00 AM"]);
      await typed(viewer, { "End date": "11/4/2026" });
      await press("Enter");
      await closed(viewer);
      expect(viewer.filters.range).to.deep.equal({ from: "2026-11-01T10:00:30Z", until: "2026-11-04T10:01" });
    });
  });

  describe("nights in which the clock changes", () => {
    const NIGHTS = [
      {
        zone: "US/Eastern",
        start: ["3/8/2026", "1:59 AM"],
        end: ["3/8/2026", "3:00 AM"],
        says: "2 minutes in US/Eastern: clocks go forward on Mar 8.",
      },
      {
        zone: "US/Eastern",
        start: ["3/8/2026", "2:30 AM"],
        end: ["3/8/2026", "4:59 AM"],
        says: "1 hour and 30 minutes in US/Eastern. 2:30 AM does not exist on Mar 8: using 3:30 AM.",
      },
      {
        zone: "US/Eastern",
        start: ["11/1/2026", "1:30 AM"],
        end: ["11/1/2026", "1:59 AM"],
        says: "1 hour and 30 minutes in US/Eastern: clocks go back on Nov 1. 1:30 AM occurs twice on Nov 1: using the first.",
      },
      {
        zone: "Europe/Berlin",
        start: ["3/29/2026", ""],
        end: ["3/29/2026", ""],
        says: "23 hours in Europe/Berlin: clocks go forward on Mar 29.",
      },
      {
        zone: "Europe/Berlin",
        start: ["10/25/2026", ""],
        end: ["10/25/2026", "2:30 AM"],
        says: "2 hours and 31 minutes in Europe/Berlin. 2:30 AM occurs twice on Oct 25: using the first.",
      },
    ] as const;
    for (const { zone, start, end, says } of NIGHTS) {
      it(`${zone}: ${start.join(" ")} to ${end.join(" ")}`, async () => {
        const { viewer } = await showViewer({ timezone: zone });
        await open(viewer);
        await typed(viewer, {
          "Start date": start[0],
          "Start time": start[1],
          "End date": end[0],
          "End time": end[1],
        });
        await say(viewer, says);
      });
    }
  });

  describe("in the words of the locale", () => {
    for (const [locale, first, typedDate] of [
      ["en-US", "Sunday", "9/3/2026"],
      ["en-GB", "Monday", "3/9/2026"],
      ["de", "Montag", "3.9.2026"],
      ["fr", "lundi", "3 sept. 2026"],
      ["es", "lunes", "3 de septiembre de 2026"],
      ["ar-EG", "السبت", "٣‏/٩‏/٢٠٢٦"],
    ] as const) {
      it(`${locale}: the week begins with ${first}, and ${typedDate} is the third of September`, async () => {
        // What is tested is how dates are written and read; the controls keep their English names.
        const { viewer } = await showViewer({ locale, strings: en });
        await open(viewer);
        expect(getName(getAll(dialog(viewer), "columnheader")[0]!)).to.equal(first);
        const before = ["Start date", "Start time", "End date", "End time"].map((name) => input(viewer, name).value);
        await typed(viewer, {
          "Start date": typedDate,
          "Start time": before[1]!,
          "End date": before[2]!,
          "End time": before[3]!,
        });
        await press("Enter");
        await closed(viewer);
        expect(viewer.filters.range).to.deep.equal({ from: "2026-09-03T09:14", until: "2026-11-23T09:14" });
      });
    }
  });

  describe("for everybody", () => {
    for (const media of [
      { name: "light", theme: "light", forcedColors: "none" },
      { name: "dark", theme: "dark", forcedColors: "none" },
      { name: "forced colours", theme: "light", forcedColors: "active" },
    ] as const) {
      it(`axe finds nothing while a range is picked, with a field that is wrong: ${media.name}`, async () => {
        await emulateMedia({ forcedColors: media.forcedColors });
        const { viewer } = await showViewer({ theme: media.theme });
        await open(viewer);
        await click(day(viewer, "Thursday, November 12, 2026"));
        day(viewer, "Friday, November 20, 2026").focus();
        await say(viewer, "9 days");
        expect(await findAxeProblems(viewer, rulesIn(media.name))).to.deep.equal([]);
        await typed(viewer, { "End date": "?" });
        await press("Enter");
        await say(viewer, "Enter a date like");
        expect(await findAxeProblems(viewer, rulesIn(media.name))).to.deep.equal([]);
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
        expect(getAll(dialog(viewer), "grid").map(getName)).to.deep.equal(["November 2026"]);
        const box = dialog(viewer).getBoundingClientRect();
        expect(box.left, dir).to.be.at.least(0);
        expect(box.right, dir).to.be.at.most(320);
        expect(dialog(viewer).scrollWidth, dir).to.be.at.most(dialog(viewer).clientWidth);
        for (const role of ["button", "textbox", "gridcell"]) {
          for (const one of getAll(dialog(viewer), role)) {
            const { width, height } = (one.closest("label") ?? one).getBoundingClientRect();
            expect(Math.min(width, height), getName(one)).to.be.at.least(24);
          }
        }
        expect(await findAxeProblems(viewer), dir).to.deep.equal([]);
        await click(get(dialog(viewer), "button", "Previous month"));
        await waitUntil(() => findElement(dialog(viewer), "grid", "October 2026"), "October");
        await click(day(viewer, "Thursday, October 22, 2026"));
        await click(get(dialog(viewer), "button", "Next month"));
        await click(await waitUntil(() => findElement(viewer, "gridcell", /^Saturday, November 14, 2026/), "November"));
        await click(get(dialog(viewer), "button", "Apply"));
        await closed(viewer);
        expect(viewer.filters.range, dir).to.deep.equal({ from: "2026-10-22T00:00", until: "2026-11-15T00:00" });
        cleanUp();
      }
    });
  });
});
