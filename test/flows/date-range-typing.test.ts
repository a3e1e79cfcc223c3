import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import type { AuditLogViewer } from "../../src/index.js";
import { en } from "../support/english.js";
import { click, press } from "../support/user-input.js";
import { getAll, getAllByText, get, hasFocus, findElement, getName, getText } from "../support/screen.js";
import { NOW } from "../support/clock.js";
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

/** Returns the line with the length of the range; "" if there is none. */
const readSummary = (viewer: AuditLogViewer) =>
  getAllByText(getDialog(viewer), / in US\/Eastern[.:]/)
    .map((one) => normalizeSpaces(getText(one)).trim())
    .join();

describe("date range", () => {
  afterEach(async () => {
    cleanUp();
    document.documentElement.removeAttribute("dir");
    await emulateMedia({ forcedColors: "none" });
  });

  describe("typed", () => {
    it("takes dates and times as people write them, and shows the same days in the calendar", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      await typeTexts(viewer, {
        "Start date": "9/3/2026",
        "Start time": "9:05",
        "End date": "2026-10-22",
        "End time": "9 pm",
      });
      await say(viewer, "49 days, 11 hours, and 56 minutes in US/Eastern.");
      await press("Enter");
      await waitUntilClosed(viewer);
      expect(viewer.filters.range).to.deep.equal({ from: "2026-09-03T09:05", until: "2026-10-22T21:01" });
      expect(normalizeSpaces(getName(getRangeField(viewer)))).to.equal(
        "Date range Sep 3, 2026, 9:05 AM – Oct 22, 2026, 9:00 PM",
      );
      await open(viewer);
      expect(listValues(viewer)).to.deep.equal(["Sep 3, 2026", "9:05 AM", "Oct 22, 2026", "9:00 PM"]);
    });

    it("keeps a typed time when a day is picked, and takes no time for the whole day", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      await typeTexts(viewer, { "Start time": "9:00 AM", "End time": "" });
      await click(getDay(viewer, "Thursday, November 12, 2026"));
      await click(getDay(viewer, "Friday, November 13, 2026"));
      await click(get(getDialog(viewer), "button", "Apply"));
      expect(viewer.filters.range).to.deep.equal({ from: "2026-11-12T09:00", until: "2026-11-14T00:00" });
    });

    it("says at the field that a date or time is invalid, keeps the text, and applies nothing", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      await typeTexts(viewer, { "Start date": "Feb 30, 2026", "End time": "25:00" });
      await click(get(getDialog(viewer), "button", "Apply"));
      await say(viewer, "Enter a date like Nov 23, 2026.");
      await say(viewer, "Enter a time like 9:05 PM.");
      expect(hasFocus(getInput(viewer, "Start date"))).to.equal(true);
      expect(getInput(viewer, "Start date").ariaInvalid).to.equal("true");
      expect(listValues(viewer)[0]).to.equal("Feb 30, 2026");
      expect(viewer.filters.range).to.deep.equal({ preset: "last-24-hours" });
      await typeTexts(viewer, { "Start date": "11/20/2026", "End time": "11:59 PM" });
      await waitUntil(() => !getInput(viewer, "Start date").hasAttribute("aria-invalid"), "the mark to go");
    });

    it("says that the end is before the start, and applies nothing", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      await typeTexts(viewer, { "Start date": "11/20/2026", "End date": "11/19/2026" });
      await press("Enter");
      await say(viewer, "End is before start.");
      expect(hasFocus(getInput(viewer, "End date"))).to.equal(true);
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
        await waitUntil(() => findElement(getDialog(viewer), "grid", "November 2026"), "the months");
        expect(readSummary(viewer)).to.equal(says);
        // The clock continues while the dialog is open.
        clock.time += 90_000;
        await click(get(getDialog(viewer), "button", "Previous month"));
        await waitUntil(() => findElement(getDialog(viewer), "grid", "September 2026"), "September");
        expect(readSummary(viewer)).to.equal(says);
        await click(get(getDialog(viewer), "button", "Apply"));
        await waitUntilClosed(viewer);
        expect(viewer.filters.range).to.deep.equal({ preset });
        cleanUp();
      }
    });

    it("says the length of a range of some seconds, and takes today for one that cannot be read", async () => {
      const { viewer } = await showViewer();
      viewer.filters = { range: { from: "2026-11-01T10:00:10Z", until: "2026-11-01T10:00:25Z" } };
      await open(viewer);
      await waitUntil(() => readSummary(viewer) === "15 seconds in US/Eastern.", "the length");
      viewer.filters = { range: { from: "soon", until: "later" } };
      await waitUntil(() => readSummary(viewer) === "1 day in US/Eastern.", "today");
      await click(get(getDialog(viewer), "button", "Apply"));
      await waitUntilClosed(viewer);
      expect(viewer.filters.range).to.deep.equal({ from: "2026-11-23T00:00", until: "2026-11-24T00:00" });
    });

    it("says that more than 90 days take longer", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      await typeTexts(viewer, {
        "Start date": "8/25/2026",
        "Start time": "",
        "End date": "11/22/2026",
        "End time": "",
      });
      await say(viewer, "90 days and 1 hour in US/Eastern: clocks go back on Nov 1.");
      expect(getText(getDialog(viewer))).not.to.contain("take longer");
      await typeTexts(viewer, { "Start date": "8/24/2026" });
      await say(viewer, "Searches of more than 90 days take longer.");
    });

    it("keeps the wall times when another zone is chosen", async () => {
      const { viewer } = await showViewer();
      const range = { from: "2026-10-22T09:05", until: "2026-10-23T00:00" };
      viewer.filters = { range };
      await open(viewer);
      const before = listValues(viewer);
      viewer.timezone = "Asia/Kolkata";
      await say(viewer, "14 hours and 55 minutes in Asia/Kolkata.");
      expect(listValues(viewer)).to.deep.equal(before);
      expect(viewer.filters.range).to.deep.equal(range);
      expect(normalizeSpaces(getName(getRangeField(viewer)))).to.equal("Date range Oct 22, 2026, 9:05 AM – 11:59 PM");
    });

    it("keeps an end that the user has not touched", async () => {
      const { viewer } = await showViewer();
      viewer.filters = { range: { from: "2026-11-01T10:00:30Z", until: "2026-11-03T10:00:30" } };
      await open(viewer);
      expect(listValues(viewer)).to.deep.equal(["Nov 1, 2026", "5:00 AM", "Nov 3, 2026", "10:00 AM"]);
      await typeTexts(viewer, { "End date": "11/4/2026" });
      await press("Enter");
      await waitUntilClosed(viewer);
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
        await typeTexts(viewer, {
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
        expect(getName(getAll(getDialog(viewer), "columnheader")[0]!)).to.equal(first);
        const before = ["Start date", "Start time", "End date", "End time"].map((name) => getInput(viewer, name).value);
        await typeTexts(viewer, {
          "Start date": typedDate,
          "Start time": before[1]!,
          "End date": before[2]!,
          "End time": before[3]!,
        });
        await press("Enter");
        await waitUntilClosed(viewer);
        expect(viewer.filters.range).to.deep.equal({ from: "2026-09-03T09:14", until: "2026-11-23T09:14" });
      });
    }
  });
});
