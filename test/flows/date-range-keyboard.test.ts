import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import type { AuditLogViewer } from "../../src/index.js";
import { press } from "../support/user-input.js";
import { getAll, getFocused, get, getName } from "../support/screen.js";
import { cleanUp, showViewer, waitUntil } from "./support.js";
import { waitUntilClosed, getDay, getDialog, getInput, open, normalizeSpaces, say } from "./date-range-support.js";

describe("date range", () => {
  afterEach(async () => {
    cleanUp();
    document.documentElement.removeAttribute("dir");
    await emulateMedia({ forcedColors: "none" });
  });

  describe("by keyboard", () => {
    const focusDay = (viewer: AuditLogViewer, name: string) => {
      const cell = getDay(viewer, name);
      cell.focus();
      return cell;
    };
    const waitForFocusOn = (name: string) =>
      waitUntil(() => getName(getFocused()!).indexOf(name) === 0, `${name} to have the focus`);

    it("reaches everything by Tab in the order of the screen, and Tab out of it closes it", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      get(getDialog(viewer), "button", "Custom range").focus();
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
      await waitUntilClosed(viewer);
      expect(getName(getFocused()!)).to.equal("Performed by user");
    });

    it("walks by days, weeks, months and years, never past today", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      focusDay(viewer, "Monday, November 23, 2026");
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
        await waitForFocusOn(name);
      }
      expect(getAll(getDialog(viewer), "gridcell").filter((cell) => cell.tabIndex === 0)).to.have.length(1);
    });

    it("clamps the day of a shorter month", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      focusDay(viewer, "Saturday, October 31, 2026");
      await press("PageUp");
      await waitForFocusOn("Wednesday, September 30, 2026");
    });

    it("picks by Enter and Space, previews where the focus is, and applies by Enter in a field", async () => {
      const { viewer } = await showViewer();
      await open(viewer);
      focusDay(viewer, "Monday, November 2, 2026");
      await press("Enter", "ArrowDown");
      await waitForFocusOn("Monday, November 9, 2026, end of range");
      await say(viewer, "8 days in US/Eastern.");
      await press("Space");
      await waitUntil(() => normalizeSpaces(getInput(viewer, "End date").value) === "Nov 9, 2026", "the end");
      getInput(viewer, "End date").focus();
      await press("Enter");
      await waitUntilClosed(viewer);
      expect(viewer.filters.range).to.deep.equal({ from: "2026-11-02T00:00", until: "2026-11-10T00:00" });
    });

    it("mirrors the arrows where the page runs from right to left", async () => {
      document.documentElement.dir = "rtl";
      const { viewer } = await showViewer();
      await open(viewer);
      focusDay(viewer, "Monday, November 16, 2026");
      await press("ArrowLeft");
      await waitForFocusOn("Tuesday, November 17, 2026");
      const [october, november] = getAll(getDialog(viewer), "grid").map((grid) => grid.getBoundingClientRect().left);
      expect(october).to.be.greaterThan(november!);
    });
  });
});
