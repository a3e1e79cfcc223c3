import { ContextProvider } from "@lit/context";
import { expect } from "@open-wc/testing";
import { html, LitElement } from "lit";
import { exportContext, type ExportDesk } from "../../../src/features/export/context.js";
import "../../../src/features/export/export-menu.js";
import { NO_EXPORT } from "../../../src/features/export/state.js";
import { until } from "../../flows/support.js";
import { click } from "../../support/hands.js";
import { get, hasFocus, maybe } from "../../support/screen.js";
import { mount } from "../../views/helpers.js";

/** Fails at the first need: the chunk is not to be had. */
const desk = { needs: 0, available: false };

class TestDesk extends LitElement {
  readonly #provider = new ContextProvider(this, {
    context: exportContext,
    initialValue: {
      exportable: { rows: 1, pages: 1, isNothing: false, first: 0, last: 1000 },
      state: NO_EXPORT,
      need: async () => {
        desk.needs += 1;
        if (!desk.available) throw new TypeError("Failed to fetch dynamically imported module");
        await import("../../../src/features/export/export-panel.js");
      },
      start: () => undefined,
      stop: () => undefined,
      goOn: () => undefined,
      keep: () => undefined,
      dismiss: () => undefined,
    } satisfies ExportDesk,
  });

  override render() {
    void this.#provider;
    return html`<alv-export-menu></alv-export-menu>`;
  }
}
customElements.define("test-desk", TestDesk);

describe("the export dialog", () => {
  it("whose chunk cannot be fetched says so, and is tried again", async () => {
    const { element } = await mount<TestDesk>(html`<test-desk></test-desk>`);
    await click(get(element, "button", "Export"));
    await until(() => maybe(element, "dialog", "Export"), "the dialog");
    const again = await until(() => maybe(element, "button", "Try again"), "the way out");
    expect(maybe(element, "button", "CSV, loaded events")).to.equal(undefined);
    const before = desk.needs;
    desk.available = true;
    await click(again);
    const first = await until(() => maybe(element, "button", "CSV, loaded events"), "the choices");
    await until(() => hasFocus(first), "the focus");
    expect(desk.needs).to.equal(before + 1);
  });
});
