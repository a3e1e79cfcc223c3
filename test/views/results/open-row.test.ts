import { expect } from "@open-wc/testing";
import { resetMouse, sendKeys, sendMouse } from "@web/test-runner-commands";
import { html } from "lit";
import type { ResultsTable } from "../../../src/views/results/results-table.js";
import { getAllByText, get } from "../../support/screen.js";
import { getButton, waitForCommand, findMiddle, mount, handleCommand, waitForUpdate } from "../support.js";
import { countDetails, EVENTS, getRows, showTable } from "./results-table-support.js";

describe("a row of the results table", () => {
  afterEach(() => resetMouse());

  for (const key of ["Enter", "Space"]) {
    it(`opens and closes the details with ${key}`, async () => {
      const { element } = await showTable();
      const toggle = getButton(element, /Details: Modify/);
      toggle.focus();
      await sendKeys({ press: key });
      await waitForUpdate(element);
      expect(toggle.getAttribute("aria-expanded")).to.equal("true");
      const controlled = toggle.getAttribute("aria-controls") ?? "";
      expect(countDetails(element.shadowRoot!.getElementById(controlled)!)).to.equal(1);
      await sendKeys({ press: key });
      await waitForUpdate(element);
      expect(countDetails(element)).to.equal(0);
      expect(toggle.hasAttribute("aria-controls")).to.equal(false);
    });
  }

  it("opens the details of one row at a click anywhere on it, right beneath it", async () => {
    const { element } = await showTable();
    const row = getRows(element)[2] as HTMLElement;
    await sendMouse({ type: "click", position: findMiddle(row) });
    await waitForUpdate(element);
    expect(countDetails(element)).to.equal(1);
    expect(countDetails(row.nextElementSibling!)).to.equal(1);
    await sendMouse({ type: "click", position: findMiddle(getRows(element)[0] as HTMLElement) });
    await waitForUpdate(element);
    expect(countDetails(element)).to.equal(1);
    expect(getRows(element)[0]!.part.contains("row-open")).to.equal(true);
    expect(countDetails(getRows(element)[0]!.nextElementSibling!)).to.equal(1);
  });

  it("does not toggle when the click ends a selection of text", async () => {
    const { element } = await showTable();
    const domain = getAllByText(element, "northgate-dental.example")[2]!;
    const { left, top, height } = domain.getBoundingClientRect();
    const y = Math.round(top + height / 2);
    await sendMouse({ type: "move", position: [Math.round(left) + 2, y] });
    await sendMouse({ type: "down" });
    await sendMouse({ type: "move", position: [Math.round(left) + 90, y] });
    await sendMouse({ type: "up" });
    await waitForUpdate(element);
    expect(countDetails(element)).to.equal(0);
    // The next click drops the selection, and is a click like any other.
    await sendMouse({ type: "click", position: findMiddle(domain) });
    await waitForUpdate(element);
    expect(countDetails(element)).to.equal(1);
  });

  it("does not toggle at a click inside the details", async () => {
    const { element, root } = await showTable({ openId: EVENTS[2]?.id ?? null });
    let toggled = false;
    handleCommand(root, "toggle-event", () => (toggled = true));
    await sendMouse({ type: "click", position: findMiddle(get(element, "group", "Event details")) });
    expect(toggled).to.equal(false);
  });

  it("sends a command, and does not open by itself", async () => {
    const { element, root } = await mount<ResultsTable>(
      html`<alv-results-table .events=${EVENTS}></alv-results-table>`,
    );
    const asked = waitForCommand(root, "toggle-event");
    getButton(element, /Details: Login,/).click();
    expect((await asked).action).to.equal("login");
    expect(countDetails(element)).to.equal(0);
  });
});
