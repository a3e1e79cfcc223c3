import { expect } from "@open-wc/testing";
import { systemClock } from "../../src/core/clock.js";
import type { AuditLogViewer } from "../../src/index.js";
import { NOW } from "../support/clock.js";
import { click, fill } from "../support/user-input.js";
import { replaceDates } from "../support/host-dates.js";
import { getAll, get, findElement, getName, getText } from "../support/screen.js";
import { cleanUp, showViewer, waitUntil } from "./support.js";

/*
 * The classic portal's own page: its date library has replaced what a page asks the time with. The viewer takes the
 * computer's clock, as it does there.
 */
const listNames = (viewer: AuditLogViewer) => getAll(viewer, "button", /^Details: /).map(getName);
const page = (viewer: AuditLogViewer, number: number) =>
  waitUntil(
    () => findElement(viewer, "navigation", "Pagination")?.textContent?.match(`Page ${number}`),
    `page ${number}`,
  );

async function search(viewer: AuditLogViewer): Promise<string[]> {
  await click(get(viewer, "button", "Search"));
  await waitUntil(() => listNames(viewer).length === 10, "ten events");
  return listNames(viewer);
}

describe("on a page whose date library replaces Date.now and Date.parse", () => {
  let dates: { restore(): void } | undefined;
  const begin = async () => {
    // Whatever loads the page may ask the time; from here on the page's library has it.
    dates = replaceDates(NOW);
    return showViewer({ clock: systemClock });
  };
  afterEach(() => {
    dates?.restore();
    dates = undefined;
    cleanUp();
  });

  it("a search finds what it finds on an empty page, and so does the next page", async () => {
    const plain = await showViewer();
    const expected = await search(plain.viewer);
    await click(get(plain.viewer, "button", "Next"));
    await page(plain.viewer, 2);
    const expectedNext = listNames(plain.viewer);
    cleanUp();

    const { viewer } = await begin();
    expect(await search(viewer)).to.deep.equal(expected);
    await click(get(viewer, "button", "Next"));
    await page(viewer, 2);
    expect(listNames(viewer)).to.deep.equal(expectedNext);
  });

  it("a date range can be typed, and is named and searched", async () => {
    const { viewer, server } = await begin();
    await click(get(viewer, "button", /^Date range/));
    await waitUntil(() => findElement(viewer, "button", "Apply"), "the dates");
    const dialog = get(viewer, "dialog", "Date range");
    await fill(get(dialog, "textbox", "Start date"), "11/20/2026");
    await fill(get(dialog, "textbox", "End date"), "11/22/2026");
    await click(get(dialog, "button", "Apply"));
    await waitUntil(() => !findElement(viewer, "dialog", "Date range"), "the dialog to close");
    expect(getText(get(viewer, "button", /^Date range/))).to.contain("Nov 20");
    await search(viewer);
    const starts = server.requests.map(({ query }) => query.get("datetime-end")!).sort();
    expect(starts[starts.length - 1]).to.match(/^2026-11-2[23]T/);
  });

  it("details open, Investigate user reads the last year, and a file is named by the time", async () => {
    const { viewer } = await begin();
    await search(viewer);
    await click(
      get(
        viewer,
        "button",
        listNames(viewer).find((name) => /: Modify/.test(name))!,
      ),
    );
    await click(await waitUntil(() => findElement(viewer, "button", "Investigate user"), "the details"));
    await waitUntil(
      () => "preset" in viewer.filters.range && viewer.filters.range.preset === "last-year",
      "the last year",
    );
    await waitUntil(() => listNames(viewer).length > 0 && !findElement(viewer, "button", "Stop"), "events of the user");
    const { fileName, rows, blob } = await viewer.exportEvents({ deliver: "blob", scope: "range" });
    expect(fileName).to.equal("audit-log-range-2026-11-23-0914.csv");
    expect(rows).to.be.above(0);
    const csv = await blob!.text();
    expect(csv).to.match(/\r\n2026-1\d-\d\d \d\d:\d\d:\d\d,UTC-0[45]:00,2026-1\d-\d\dT/);
  });

  it("Refresh reads on", async () => {
    const { viewer, server } = await begin();
    await search(viewer);
    const sent = server.requests.length;
    await viewer.refresh();
    expect(server.requests.length).to.be.above(sent);
    expect(listNames(viewer)).to.have.length(10);
  });
});
