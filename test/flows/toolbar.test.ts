import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import type { AuditLogViewer, AuditLogViewerEventMap } from "../../src/index.js";
import { findAxeProblems, rulesIn } from "../support/axe.js";
import { click, fill, press, type } from "../support/user-input.js";
import {
  getAll,
  getAllByText,
  getFocused,
  get,
  hasFocus,
  isOnScreen,
  findElement,
  getName,
  getPart,
  getText,
} from "../support/screen.js";
import { cleanUp, waitUntilIdle, waitForRender, showViewer, waitUntil } from "./support.js";

const SMALL = { events: 2000, days: 2 };
const sizes = (viewer: AuditLogViewer) => get(viewer, "combobox", "Records per page") as HTMLSelectElement;
const zones = (viewer: AuditLogViewer) => get(viewer, "button", /^Timezone: /);
const rows = (viewer: AuditLogViewer) => getAll(viewer, "button", /^Details: /);
const toolbar = (viewer: AuditLogViewer) => getPart(viewer, "toolbar");

async function searched(properties: Partial<AuditLogViewer> = {}, width = 1280) {
  const on = await showViewer(properties, { ...SMALL, width });
  await on.viewer.search();
  await waitUntil(() => rows(on.viewer).length > 0, "results");
  return on;
}

async function openZones(viewer: AuditLogViewer): Promise<HTMLInputElement> {
  await click(zones(viewer));
  const field = await waitUntil(() => findElement(viewer, "combobox", "Find a city or time zone"), "the search field");
  await waitUntil(() => hasFocus(field), "the focus in it");
  return field as HTMLInputElement;
}

describe("Records per page", () => {
  afterEach(cleanUp);

  it("offers 10, 25, 50, 100 and all in one list, and searches again with the new size", async () => {
    const { viewer, server } = await searched();
    const select = sizes(viewer);
    expect([...select.options].map((option) => option.text.trim())).to.deep.equal([
      ...["10 per page", "25 per page", "50 per page", "100 per page", "All in one list"],
    ]);
    expect(select.selectedOptions[0]!.text.trim()).to.equal("10 per page");
    const before = server.requests.length;
    select.focus();
    await press("ArrowDown");
    await waitUntil(() => rows(viewer).length === 25, "a page of 25");
    expect(server.requests.length).to.be.above(before);
    expect(viewer.pageSize).to.equal(25);
    expect(viewer.hasAttribute("page-size"), "the attribute is the page's").to.equal(false);
    expect(hasFocus(sizes(viewer)), "the focus stays").to.equal(true);
    expect(sizes(viewer).selectedOptions[0]!.text.trim()).to.equal("25 per page");
    expect(getAllByText(toolbar(viewer), "25"), "the number beside the arrow").to.have.length(1);
  });

  it("chosen during a search restarts that search, without filters typed meanwhile", async () => {
    const { viewer, server } = await showViewer({}, SMALL);
    const handle = server.handle.bind(server);
    let go = () => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    server.handle = async (request) => (await held, handle(request));
    const seen: string[] = [];
    viewer.addEventListener("alv-search", (event) => {
      seen.push((event as AuditLogViewerEventMap["alv-search"]).detail.filters.affectedUser);
    });
    await click(get(viewer, "button", "Search"));
    await waitUntil(() => seen.length === 1, "the search");
    await fill(get(viewer, "textbox", "Affected user"), "nobody");
    sizes(viewer).focus();
    await press("ArrowDown");
    await waitUntil(() => seen.length === 2, "the second one");
    go();
    await waitUntil(() => rows(viewer).length === 25, "a page of 25");
    expect(seen).to.deep.equal(["", ""]);
    expect(viewer.filters.affectedUser).to.equal("nobody");
    expect(getText(get(viewer, "search"))).to.contain("Filters changed");
  });

  it("follows the property", async () => {
    const { viewer } = await showViewer({ pageSize: 50 }, SMALL);
    expect(sizes(viewer).value).to.equal("50");
    viewer.pageSize = 100;
    await waitUntil(() => sizes(viewer).value === "100", "the other size");
  });
});

describe("Timezone", () => {
  afterEach(cleanUp);

  it("shows all times in the chosen zone, without a request, and keeps the frozen range", async () => {
    const { viewer, server } = await searched({ timezone: "US/Eastern" });
    await click(rows(viewer)[0]!);
    await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
    await waitUntilIdle(server);
    const before = server.requests.length;
    const [names, open] = [rows(viewer).map(getName), viewer.filters.range];
    await openZones(viewer);
    await type("US/Pacific");
    await waitUntil(() => findElement(viewer, "option", /^US\/Pacific/), "the zone");
    await press("Enter");
    await waitUntil(() => findElement(viewer, "button", "Timezone: US/Pacific"), "the zone on its button");
    expect(hasFocus(zones(viewer))).to.equal(true);
    expect(viewer.timezone).to.equal("US/Pacific");
    expect(getText(get(viewer, "group", "Statistics"))).to.contain("US/Pacific");
    const now = rows(viewer).map(getName);
    expect(now).to.have.length(names.length);
    const hour = (name: string) => Number(/(\d+):\d+:\d+/.exec(name)![1]) % 12;
    now.forEach((name, at) => expect((hour(names[at]!) - hour(name) + 12) % 12).to.equal(3));
    expect(findElement(viewer, "button", "Copy details"), "the open event stays open").not.to.equal(undefined);
    await waitUntilIdle(server);
    expect(server.requests.length).to.equal(before);
    expect(viewer.filters.range).to.deep.equal(open);
    expect(getText(viewer)).not.to.contain("Filters changed");
  });

  for (const range of [{ from: "2026-11-23T02:00", until: "2026-11-23T03:00" }, { preset: "today" }] as const)
    it(`keeps what was searched as ${JSON.stringify(range)} until the next search, and says so`, async () => {
      const { viewer, server } = await showViewer({ timezone: "US/Eastern" }, SMALL);
      const chips = () => getText(findElement(viewer, "group", "Active filters") ?? document.createTextNode("")).trim();
      const asked: { from: number; until: number }[] = [];
      viewer.addEventListener("alv-results", (event) => {
        asked.push((event as AuditLogViewerEventMap["alv-results"]).detail.coverage.asked);
      });
      await viewer.search({ range });
      await waitUntil(() => rows(viewer).length === 10, "the results");
      const chosen = chips();
      const [searched] = asked;
      await openZones(viewer);
      await type("Asia/Tokyo");
      await waitUntil(() => findElement(viewer, "option", /^Asia\/Tokyo/), "the zone");
      await press("Enter");
      const isToday = "preset" in range;
      const there = isToday ? /Nov 23, 2026, 2:00 – 11:13\sPM$/ : /Nov 23, 2026, 4:00 – 4:59\sPM$/;
      await waitUntil(() => there.test(chips()), `the range in Tokyo, not "${chips()}"`);
      // A search would be for other instants.
      expect(getText(get(viewer, "search"))).to.contain("Filters changed");
      await waitUntilIdle(server);
      sizes(viewer).focus();
      await press("ArrowDown");
      await waitUntil(() => rows(viewer).length === 25, "a page of 25");
      await click(get(viewer, "button", "Refresh"));
      await waitUntil(() => /nothing new/.test(getText(toolbar(viewer))), "the end of it");
      expect(asked.filter(({ from, until }) => from !== searched!.from || until !== searched!.until)).to.deep.equal([]);
      expect(chips()).to.match(there);
      await click(get(viewer, "button", "Search"));
      await waitUntil(() => chips() === chosen, "the range of a new search");
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
        expect(getName(zones(viewer))).to.equal(`Timezone: ${zone}`);
        await openZones(viewer);
        const chosen = getAll(viewer, "option").filter(({ ariaSelected }) => ariaSelected === "true");
        expect(chosen.map((option) => getText(option).trim()).join()).to.contain(zone);
        expect(warnings).to.deep.equal([]);
      } finally {
        console.warn = warn;
      }
    });

  it("is closed by a click elsewhere, and by its own button", async () => {
    const { viewer } = await searched();
    await openZones(viewer);
    await click(zones(viewer));
    await waitUntil(() => !findElement(viewer, "dialog", "Timezone"), "the dialog to close");
    await openZones(viewer);
    await click(get(viewer, "heading", /events$/));
    await waitUntil(() => !findElement(viewer, "dialog", "Timezone"), "the dialog to close");
  });
});

describe("edits that are not searched yet", () => {
  afterEach(cleanUp);

  const marks = (viewer: AuditLogViewer) => getAllByText(get(viewer, "search"), "Filters changed");

  for (const width of [1280, 900, 320])
    it(`are marked beside Search, once: ${width} px`, async () => {
      const { viewer } = await searched({}, width);
      expect(marks(viewer)).to.have.length(0);
      const places = () =>
        ["textbox", "combobox", "button"]
          .flatMap((role) => getAll(get(viewer, "search"), role))
          .filter(isOnScreen)
          .map((one) => one.getBoundingClientRect())
          .map(({ left, top, width }) => `${left} ${top} ${width}`);
      const before = places();
      expect(before.length).to.be.above(1);
      viewer.filters = { byUser: "maria" };
      await waitUntil(() => marks(viewer).length > 0, "the mark");
      expect(places(), "fields and buttons stay under the pointer").to.deep.equal(before);
      expect(marks(viewer)).to.have.length(1);
      expect(viewer.scrollWidth).to.be.at.most(width);
      const search = getAll(viewer, "button", "Search").find(isOnScreen)!.getBoundingClientRect();
      const mark = marks(viewer)[0]!.getBoundingClientRect();
      expect(Math.abs(mark.top - search.top), "px away").to.be.at.most(48);
    });

  it("are announced once, politely, and the mark goes with the search", async () => {
    const { viewer } = await searched();
    const said: string[] = [];
    const region = get(viewer, "status");
    const observer = new MutationObserver(() => said.push(region.textContent ?? ""));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    await fill(get(viewer, "textbox", "Performed by user"), "maria");
    await waitUntil(() => said.length > 0, "the word");
    expect(said).to.deep.equal(["Filters changed"]);
    await press("Enter");
    await waitUntil(() => marks(viewer).length === 0, "the mark to go");
    observer.disconnect();
  });

  it("do not speak over a search that failed with them", async () => {
    const { viewer, server } = await searched();
    viewer.filters = { byUser: "maria" };
    await waitUntil(() => get(viewer, "status").textContent === "Filters changed", "the word");
    server.behavior.failures = [{ at: "every", kind: "403" }];
    await viewer.search();
    await waitForRender(viewer);
    expect(marks(viewer), "the fields still differ from the chips").to.have.length(1);
    expect(get(viewer, "status").textContent).not.to.contain("Filters changed");
  });
});

describe("the tools over the results", () => {
  afterEach(async () => {
    cleanUp();
    document.documentElement.removeAttribute("dir");
    await emulateMedia({ forcedColors: "none" });
  });

  it("follow the screen in the order of Tab", async () => {
    const { viewer } = await searched();
    get(viewer, "radio", "Table").focus();
    const seen: string[] = [];
    for (let tab = 0; tab < 4; tab += 1) {
      await press("Tab");
      seen.push(getName(getFocused()!));
    }
    expect(seen).to.deep.equal(["Records per page", "Timezone: US/Eastern", "Toggle columns", "Refresh"]);
    const positions = [sizes(viewer), zones(viewer), get(viewer, "button", "Refresh")].map(
      (tool) => tool.getBoundingClientRect().left,
    );
    expect(positions).to.deep.equal([...positions].sort((one, other) => one - other));
  });

  for (const [width, words] of [
    [1280, { "per page": true, Refresh: true, Table: true }],
    [1000, { "per page": true, Refresh: false, Table: true }],
    [800, { "per page": false, Refresh: false, Table: true }],
    [500, { "per page": false, Refresh: false, Table: false }],
  ] as const)
    it(`give up words where there is little room, and keep their names: ${width} px`, async () => {
      const { viewer } = await searched({}, width);
      for (const [word, shown] of Object.entries(words))
        expect(getAllByText(toolbar(viewer), word).length > 0, word).to.equal(shown);
      for (const tool of [
        sizes(viewer),
        zones(viewer),
        get(viewer, "button", "Refresh"),
        get(viewer, "radio", "Table"),
      ])
        expect(tool.getBoundingClientRect().width, getName(tool)).to.be.at.least(24);
    });

  for (const [name, tool] of [
    ["Timezone", zones],
    ["Export", (viewer: AuditLogViewer) => get(viewer, "button", "Export")],
  ] as const)
    it(`close their pop-up when the focus leaves it with Tab: ${name}`, async () => {
      const { viewer } = await searched();
      await click(tool(viewer));
      const dialog = await waitUntil(() => findElement(viewer, "dialog", name), "the dialog");
      const isInside = () => dialog.matches(":focus-within");
      await waitUntil(isInside, "the focus in it");
      for (let tab = 0; isInside() && tab < 10; tab += 1) await press("Tab");
      await waitUntil(() => !findElement(viewer, "dialog", name), "it to close");
      expect(getFocused()).not.to.equal(null);
      expect(hasFocus(tool(viewer))).to.equal(false);
    });

  it("share one line at 320 px", async () => {
    const { viewer } = await searched({ timezone: "America/New_York" }, 320);
    const middles = [
      get(viewer, "radio", "Table"),
      sizes(viewer),
      zones(viewer),
      get(viewer, "button", "Refresh"),
      get(viewer, "button", "Export"),
    ].map((tool) => {
      const { top, bottom } = tool.getBoundingClientRect();
      return Math.round((top + bottom) / 2);
    });
    expect(Math.max(...middles) - Math.min(...middles)).to.be.at.most(2);
  });

  for (const [locale, word, headline] of [
    ["es", /^Actualizar/, /nada nuevo/],
    ["fr", /^Actualiser/, /rien de nouveau/],
  ] as const)
    it(`are on one line with the longest headline at 1280 px: ${locale}`, async () => {
      // The language may be there before the results are, or after.
      const { viewer } = await showViewer({ locale }, SMALL);
      await viewer.search();
      await waitUntil(() => findElement(viewer, "button", word), "the language");
      await viewer.refresh();
      const title = get(toolbar(viewer), "heading").parentElement!;
      await waitUntil(() => headline.test(getText(title)), "the news");
      const middle = (one: Element) => {
        const { top, bottom } = one.getBoundingClientRect();
        return (top + bottom) / 2;
      };
      expect(Math.abs(middle(get(viewer, "button", word)) - middle(title)), "px apart").to.be.at.most(2);
    });

  it("leave the zone its place at 320 px while an export says how far it is", async () => {
    const { viewer, server } = await searched({ timezone: "America/New_York" }, 320);
    const place = () => getAllByText(zones(viewer), /New.York/)[0]!;
    const isWhole = () => place().scrollWidth <= place().clientWidth;
    expect(isWhole()).to.equal(true);
    server.behavior.failures = [{ at: "every", kind: "hang" }];
    const exported = viewer.exportEvents({ scope: "range", deliver: "blob" }).catch(() => undefined);
    await waitUntil(() => /\d%$/.test((get(viewer, "button", /^Export/) as HTMLElement).title), "the part");
    expect(isWhole()).to.equal(true);
    viewer.remove();
    await exported;
  });

  for (const dir of ["ltr", "rtl"])
    it(`are whole at 320 px, with the list of zones open: ${dir}`, async () => {
      document.documentElement.dir = dir;
      const { viewer } = await searched({ timezone: "America/Argentina/ComodRivadavia" }, 320);
      expect(viewer.scrollWidth).to.be.at.most(320);
      const place = viewer.getBoundingClientRect();
      for (const tool of [sizes(viewer), zones(viewer), get(viewer, "button", "Refresh")]) {
        const { left, right } = tool.getBoundingClientRect();
        expect(left, getName(tool)).to.be.at.least(place.left);
        expect(right, getName(tool)).to.be.at.most(place.right);
      }
      await openZones(viewer);
      const { left, right } = get(viewer, "dialog", "Timezone").getBoundingClientRect();
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(window.innerWidth);
    });

  for (const [name, theme, forcedColors] of [
    ["light", "light", "none"],
    ["dark", "dark", "none"],
    ["forced colours", "light", "active"],
  ] as const)
    it(`axe finds nothing with the list of zones open and an option active: ${name}`, async () => {
      await emulateMedia({ forcedColors });
      const { viewer } = await searched({ theme });
      viewer.filters = { byUser: "maria" };
      const field = await openZones(viewer);
      await press("ArrowDown");
      await waitUntil(() => field.hasAttribute("aria-activedescendant"), "the active option");
      expect(await findAxeProblems(viewer, rulesIn(name))).to.deep.equal([]);
    });
});
