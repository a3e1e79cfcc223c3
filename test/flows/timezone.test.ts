import { expect } from "@open-wc/testing";
import type { AuditLogViewerEventMap } from "../../src/index.js";
import { click, press, type } from "../support/user-input.js";
import { getAll, get, hasFocus, findElement, getName, getText } from "../support/screen.js";
import { cleanUp, waitUntilIdle, showViewer, waitUntil } from "./support.js";
import { openZones, getRows, showAndSearch, getSizes, SMALL, getToolbar, getZoneButton } from "./toolbar-support.js";

describe("Timezone", () => {
  afterEach(cleanUp);

  it("shows all times in the chosen zone, without a request, and keeps the frozen range", async () => {
    const { viewer, server } = await showAndSearch({ timezone: "US/Eastern" });
    await click(getRows(viewer)[0]!);
    await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
    await waitUntilIdle(server);
    const before = server.requests.length;
    const [names, open] = [getRows(viewer).map(getName), viewer.filters.range];
    await openZones(viewer);
    await type("US/Pacific");
    await waitUntil(() => findElement(viewer, "option", /^US\/Pacific/), "the zone");
    await press("Enter");
    await waitUntil(() => findElement(viewer, "button", "Timezone: US/Pacific"), "the zone on its button");
    expect(hasFocus(getZoneButton(viewer))).to.equal(true);
    expect(viewer.timezone).to.equal("US/Pacific");
    expect(getText(get(viewer, "group", "Statistics"))).to.contain("US/Pacific");
    const now = getRows(viewer).map(getName);
    expect(now).to.have.length(names.length);
    const readHour = (name: string) => Number(/(\d+):\d+:\d+/.exec(name)![1]) % 12;
    now.forEach((name, at) => expect((readHour(names[at]!) - readHour(name) + 12) % 12).to.equal(3));
    expect(findElement(viewer, "button", "Copy details"), "the open event stays open").not.to.equal(undefined);
    await waitUntilIdle(server);
    expect(server.requests.length).to.equal(before);
    expect(viewer.filters.range).to.deep.equal(open);
    expect(getText(viewer)).not.to.contain("Filters changed");
  });

  for (const range of [{ from: "2026-11-23T02:00", until: "2026-11-23T03:00" }, { preset: "today" }] as const)
    it(`keeps what was searched as ${JSON.stringify(range)} until the next search, and says so`, async () => {
      const { viewer, server } = await showViewer({ timezone: "US/Eastern" }, SMALL);
      const readChips = () =>
        getText(findElement(viewer, "group", "Active filters") ?? document.createTextNode("")).trim();
      const asked: { from: number; until: number }[] = [];
      viewer.addEventListener("alv-results", (event) => {
        asked.push((event as AuditLogViewerEventMap["alv-results"]).detail.coverage.asked);
      });
      await viewer.search({ range });
      await waitUntil(() => getRows(viewer).length === 10, "the results");
      const chosen = readChips();
      const [searched] = asked;
      await openZones(viewer);
      await type("Asia/Tokyo");
      await waitUntil(() => findElement(viewer, "option", /^Asia\/Tokyo/), "the zone");
      await press("Enter");
      const isToday = "preset" in range;
      const there = isToday ? /Nov 23, 2026, 2:00 – 11:13\sPM$/ : /Nov 23, 2026, 4:00 – 4:59\sPM$/;
      await waitUntil(() => there.test(readChips()), `the range in Tokyo, not "${readChips()}"`);
      // A search would be for other instants.
      expect(getText(get(viewer, "search"))).to.contain("Filters changed");
      await waitUntilIdle(server);
      getSizes(viewer).focus();
      await press("ArrowDown");
      await waitUntil(() => getRows(viewer).length === 25, "a page of 25");
      await click(get(viewer, "button", "Refresh"));
      await waitUntil(() => /nothing new/.test(getText(getToolbar(viewer))), "the end of it");
      expect(asked.filter(({ from, until }) => from !== searched!.from || until !== searched!.until)).to.deep.equal([]);
      expect(readChips()).to.match(there);
      await click(get(viewer, "button", "Search"));
      await waitUntil(() => readChips() === chosen, "the range of a new search");
      expect(getText(get(viewer, "search"))).not.to.contain("Filters changed");
      const day = isToday ? "2026-11-22T15:00" : "2026-11-22T17:00";
      expect(asked.at(-1)!.from).to.equal(Date.parse(`${day}:00Z`));
    });

  it("is the zone in which the presets of the next search begin", async () => {
    const { viewer } = await showViewer({ timezone: "US/Eastern" }, SMALL);
    const begun: string[] = [];
    viewer.addEventListener("alv-results", (event) => {
      const { coverage } = (event as AuditLogViewerEventMap["alv-results"]).detail;
      begun.push(new Date(coverage.asked.from).toISOString());
    });
    await viewer.search({ range: { preset: "today" } });
    await openZones(viewer);
    await type("Asia/Tokyo");
    await waitUntil(() => findElement(viewer, "option", /^Asia\/Tokyo/), "the zone");
    await press("Enter");
    await waitUntil(() => viewer.timezone === "Asia/Tokyo", "the zone");
    await viewer.refresh();
    await viewer.search();
    // 09:14 in New York is 23:14 in Tokyo; a refresh keeps the range that was searched.
    const [first, last] = [begun[0], begun.at(-1)];
    expect(first).to.equal("2026-11-23T05:00:00.000Z");
    expect(last).to.equal("2026-11-22T15:00:00.000Z");
    expect(new Set(begun).size, begun.join()).to.equal(2);
  });

  for (const zone of ["US/Eastern", "US/Central", "US/Mountain", "US/Pacific", "UTC"])
    it(`takes ${zone}, as an attribute and from the list`, async () => {
      const warn = console.warn;
      const warnings: unknown[] = [];
      console.warn = (message: unknown) => warnings.push(message);
      try {
        const { viewer } = await showViewer({ timezone: zone }, SMALL);
        expect(getName(getZoneButton(viewer))).to.equal(`Timezone: ${zone}`);
        await openZones(viewer);
        const chosen = getAll(viewer, "option").filter(({ ariaSelected }) => ariaSelected === "true");
        expect(chosen.map((option) => getText(option).trim()).join()).to.contain(zone);
        expect(warnings).to.deep.equal([]);
      } finally {
        console.warn = warn;
      }
    });

  it("is closed by a click elsewhere, and by its own button", async () => {
    const { viewer } = await showAndSearch();
    await openZones(viewer);
    await click(getZoneButton(viewer));
    await waitUntil(() => !findElement(viewer, "dialog", "Timezone"), "the dialog to close");
    await openZones(viewer);
    await click(get(viewer, "heading", /events$/));
    await waitUntil(() => !findElement(viewer, "dialog", "Timezone"), "the dialog to close");
  });
});
