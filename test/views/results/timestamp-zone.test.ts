import { expect } from "@open-wc/testing";
import { resetMouse } from "@web/test-runner-commands";
import { get, getText } from "../../support/screen.js";
import { createEnvironment, createEvent, type MountOptions } from "../support.js";
import { getCell, getRows, readTooltip, showTable } from "./results-table-support.js";

async function show(options: MountOptions = {}) {
  const { element } = await showTable({ events: [createEvent()], ...options });
  return { header: get(element, "columnheader", "Timestamp"), cell: getCell(getRows(element)[0]!, "timestamp") };
}

describe("the zone of timestamps", () => {
  afterEach(() => resetMouse());

  it("is in the table head, with its full id in the tooltip", async () => {
    const { header } = await show();
    expect(getText(header).trim()).to.equal("Timestamp New York");
    expect(header.title).to.equal("America/New_York");
    const short = await show({ environment: createEnvironment("US/Eastern") });
    expect(getText(short.header).trim()).to.equal("Timestamp US/Eastern");
  });

  it("is not the only one: the tooltip of a timestamp has UTC", async () => {
    const { cell } = await show();
    expect((await readTooltip(cell)).split("\n")[0]).to.equal("UTC Nov 22, 2026, 11:41:09 PM");
    const utc = await show({ environment: createEnvironment("UTC") });
    expect(await readTooltip(utc.cell)).to.not.contain("UTC");
  });
});
