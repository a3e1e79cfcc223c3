import { expect } from "@open-wc/testing";
import { html } from "lit";
import "../../../src/features/export/export-menu.js";
import * as runCode from "../../../src/features/export/export-run.js";
import { ExportStore } from "../../../src/features/export/store.js";
import { LogStore } from "../../../src/search/log-store.js";
import { waitUntil } from "../../flows/support.js";
import { createTestClock } from "../../support/clock.js";
import { click } from "../../support/user-input.js";
import { get, hasFocus, findElement } from "../../support/screen.js";
import { mount } from "../../views/support.js";

/** An export of one loaded event; nothing is written. */
class LoadedStore extends ExportStore {
  constructor() {
    super(new LogStore(undefined), {
      clock: createTestClock(),
      zone: "UTC",
      isRedacted: false,
      isConnected: true,
      makeFiles: () => Promise.reject(new Error("No file is made here.")),
      loadRun: () => Promise.resolve(runCode),
    });
    this.update({ exportable: { rows: 1, pages: 1, isNothing: false, first: 0, last: 1000 } });
  }
}

describe("the export dialog", () => {
  it("says that its chunk cannot be fetched, and tries again", async () => {
    let [loads, isAvailable] = [0, false];
    const load = async () => {
      loads += 1;
      if (!isAvailable) throw new TypeError("Failed to fetch dynamically imported module");
      await import("../../../src/features/export/export-panel.js");
    };
    const { element } = await mount(
      html`<alv-export-menu .store=${new LoadedStore()} .loadPanel=${load}></alv-export-menu>`,
    );
    await click(get(element, "button", "Export"));
    await waitUntil(() => findElement(element, "dialog", "Export"), "the dialog");
    const again = await waitUntil(() => findElement(element, "button", "Try again"), "the way out");
    expect(findElement(element, "button", "CSV, loaded events")).to.equal(undefined);
    const before = loads;
    isAvailable = true;
    await click(again);
    const first = await waitUntil(() => findElement(element, "button", "CSV, loaded events"), "the choices");
    await waitUntil(() => hasFocus(first), "the focus");
    expect(loads).to.equal(before + 1);
  });
});
