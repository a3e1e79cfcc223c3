import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import type { AuditLogViewer } from "../../src/index.js";
import { findAxeProblems, getRules } from "../support/axe.js";
import { click, fill, press } from "../support/user-input.js";
import {
  getAll,
  getAllByText,
  getFocused,
  get,
  hasFocus,
  isOnScreen,
  findElement,
  getName,
  getText,
} from "../support/screen.js";
import { cleanUp, waitForRender, showViewer, waitUntil } from "./support.js";
import { openZones, showAndSearch, getSizes, SMALL, getToolbar, getZoneButton } from "./toolbar-support.js";

describe("edits that are not searched yet", () => {
  afterEach(cleanUp);

  const getMarks = (viewer: AuditLogViewer) => getAllByText(get(viewer, "search"), "Filters changed");

  for (const width of [1280, 900, 320])
    it(`are marked beside Search, once: ${width} px`, async () => {
      const { viewer } = await showAndSearch({}, width);
      expect(getMarks(viewer)).to.have.length(0);
      const measurePlaces = () =>
        ["textbox", "combobox", "button"]
          .flatMap((role) => getAll(get(viewer, "search"), role))
          .filter(isOnScreen)
          .map((one) => one.getBoundingClientRect())
          .map(({ left, top, width }) => `${left} ${top} ${width}`);
      const before = measurePlaces();
      expect(before.length).to.be.above(1);
      viewer.filters = { byUser: "maria" };
      await waitUntil(() => getMarks(viewer).length > 0, "the mark");
      expect(measurePlaces(), "fields and buttons stay under the pointer").to.deep.equal(before);
      expect(getMarks(viewer)).to.have.length(1);
      expect(viewer.scrollWidth).to.be.at.most(width);
      const search = getAll(viewer, "button", "Search").find(isOnScreen)!.getBoundingClientRect();
      const mark = getMarks(viewer)[0]!.getBoundingClientRect();
      expect(Math.abs(mark.top - search.top), "px away").to.be.at.most(48);
    });

  it("are announced once, politely, and the mark goes with the search", async () => {
    const { viewer } = await showAndSearch();
    const said: string[] = [];
    const region = get(viewer, "status");
    const observer = new MutationObserver(() => said.push(region.textContent ?? ""));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    await fill(get(viewer, "textbox", "Performed by user"), "maria");
    await waitUntil(() => said.length > 0, "the word");
    expect(said).to.deep.equal(["Filters changed"]);
    await press("Enter");
    await waitUntil(() => getMarks(viewer).length === 0, "the mark to go");
    observer.disconnect();
  });

  it("are not announced over a search that failed with them", async () => {
    const { viewer, server } = await showAndSearch();
    viewer.filters = { byUser: "maria" };
    await waitUntil(() => get(viewer, "status").textContent === "Filters changed", "the word");
    server.behavior.failures = [{ at: "every", kind: "403" }];
    await viewer.search();
    await waitForRender(viewer);
    expect(getMarks(viewer), "the fields still differ from the chips").to.have.length(1);
    expect(get(viewer, "status").textContent).not.to.contain("Filters changed");
  });
});

describe("the tools over the results", () => {
  afterEach(async () => {
    cleanUp();
    document.documentElement.removeAttribute("dir");
    await emulateMedia({ forcedColors: "none" });
  });

  it("have the order of the screen for Tab", async () => {
    const { viewer } = await showAndSearch();
    get(viewer, "radio", "Table").focus();
    const seen: string[] = [];
    for (let tab = 0; tab < 4; tab += 1) {
      await press("Tab");
      seen.push(getName(getFocused()!));
    }
    expect(seen).to.deep.equal(["Records per page", "Timezone: US/Eastern", "Toggle columns", "Refresh"]);
    const positions = [getSizes(viewer), getZoneButton(viewer), get(viewer, "button", "Refresh")].map(
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
    it(`show no words if there is little room, and keep their names: ${width} px`, async () => {
      const { viewer } = await showAndSearch({}, width);
      for (const [word, shown] of Object.entries(words))
        expect(getAllByText(getToolbar(viewer), word).length > 0, word).to.equal(shown);
      for (const tool of [
        getSizes(viewer),
        getZoneButton(viewer),
        get(viewer, "button", "Refresh"),
        get(viewer, "radio", "Table"),
      ])
        expect(tool.getBoundingClientRect().width, getName(tool)).to.be.at.least(24);
    });

  for (const [name, tool] of [
    ["Timezone", getZoneButton],
    ["Export", (viewer: AuditLogViewer) => get(viewer, "button", "Export")],
  ] as const)
    it(`close their pop-up when the focus leaves it with Tab: ${name}`, async () => {
      const { viewer } = await showAndSearch();
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
    const { viewer } = await showAndSearch({ timezone: "America/New_York" }, 320);
    const middles = [
      get(viewer, "radio", "Table"),
      getSizes(viewer),
      getZoneButton(viewer),
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
      const title = get(getToolbar(viewer), "heading").parentElement!;
      await waitUntil(() => headline.test(getText(title)), "the news");
      const findMiddle = (one: Element) => {
        const { top, bottom } = one.getBoundingClientRect();
        return (top + bottom) / 2;
      };
      expect(Math.abs(findMiddle(get(viewer, "button", word)) - findMiddle(title)), "px apart").to.be.at.most(2);
    });

  it("keep the time zone at 320 px while an export shows its progress", async () => {
    const { viewer, server } = await showAndSearch({ timezone: "America/New_York" }, 320);
    const place = () => getAllByText(getZoneButton(viewer), /New.York/)[0]!;
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
    it(`fit at 320 px, with the list of zones open: ${dir}`, async () => {
      document.documentElement.dir = dir;
      const { viewer } = await showAndSearch({ timezone: "America/Argentina/ComodRivadavia" }, 320);
      expect(viewer.scrollWidth).to.be.at.most(320);
      const place = viewer.getBoundingClientRect();
      for (const tool of [getSizes(viewer), getZoneButton(viewer), get(viewer, "button", "Refresh")]) {
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
      const { viewer } = await showAndSearch({ theme });
      viewer.filters = { byUser: "maria" };
      const field = await openZones(viewer);
      await press("ArrowDown");
      await waitUntil(() => field.hasAttribute("aria-activedescendant"), "the active option");
      expect(await findAxeProblems(viewer, getRules(name))).to.deep.equal([]);
    });
});
