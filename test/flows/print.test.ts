import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import type { AuditLogViewer } from "../../src/index.js";
import { COLUMN_IDS } from "../../src/core/table-columns.js";
import { listDeepElements } from "../support/contrast.js";
import { click } from "../support/user-input.js";
import { getAll, get, isOnScreen, findElement, getName, getText } from "../support/screen.js";
import { cleanUp, showViewer, waitUntil } from "./support.js";

const FEW = { events: 2000, days: 2 };
/** A sheet of A4 without its margins, and one of A5. */
const SHEETS = [718, 480];

async function startPrinting(viewer: AuditLogViewer): Promise<void> {
  await emulateMedia({ media: "print" });
  await waitUntil(() => findElement(viewer, "heading", "Audit events"), "the report");
}

const listElements = (viewer: AuditLogViewer) => listDeepElements(viewer.shadowRoot!);
const getRows = (viewer: AuditLogViewer) => getAll(viewer, "row").filter((row) => findElement(row, "cell"));

async function showAndSearch(properties: Partial<AuditLogViewer> = {}, width = SHEETS[0]) {
  const on = await showViewer(properties, { ...FEW, width });
  await on.viewer.search({ byUser: "*", objects: ["subscriber"] });
  await waitUntil(() => findElement(on.viewer, "button", /^Details: /), "results");
  // The table knows its width.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return on;
}

async function openFirst(viewer: AuditLogViewer): Promise<void> {
  await click(get(viewer, "button", /^Details: Modify/));
  await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
}

describe("a printed page", () => {
  afterEach(async () => {
    cleanUp();
    document.documentElement.removeAttribute("style");
    document.documentElement.removeAttribute("dir");
    await emulateMedia({ media: "screen", colorScheme: "light" });
  });

  it("says on top what was searched, how far back, in which zone, and when it was printed", async () => {
    const { viewer } = await showAndSearch({ timezone: "US/Pacific" });
    expect(findElement(viewer, "heading", "Audit events"), "nowhere on the screen").to.equal(undefined);
    await startPrinting(viewer);
    const text = getText(viewer);
    for (const said of [
      /Date range ?Last 24 Hours ?Nov 22, 2026, 06:14:00 AM PST to Nov 23, 2026, 06:14:00 AM PST/,
      /Objects ?Subscriber/,
      /Action ?All actions/,
      /Performed by user ?\*/,
      /Timezone ?US\/Pacific/,
      /Search coverage ?Checked [\d,]+ records/,
      /Printed ?Nov 23, 2026, 06:14:00 AM PST/,
      /Page 1/,
    ])
      expect(text).to.match(said);
    expect(text.indexOf("Printed"), "before the events").to.be.below(text.indexOf("Affected Domain"));
  });

  it("says the last second of a range of days, in the zone of the times", async () => {
    const { viewer } = await showViewer({ timezone: "US/Eastern" }, { ...FEW, width: SHEETS[0]! });
    await viewer.search({ range: { from: "2026-11-22T00:00", until: "2026-11-23T00:00" } });
    viewer.timezone = "UTC";
    await waitUntil(() => findElement(viewer, "button", /^Details: /), "results");
    await startPrinting(viewer);
    expect(getText(viewer)).to.match(
      /Date range ?Nov 22, 2026, 5:00\sAM – Nov 23, 2026, 4:59\sAM ?Nov 22, 2026, 05:00:00\sAM UTC to Nov 23, 2026, 04:59:59\sAM UTC/,
    );
  });

  for (const view of ["table", "cards"] as const)
    it(`has no buttons and everything that is on the screen: ${view}`, async () => {
      const { viewer } = await showAndSearch({ view });
      await openFirst(viewer);
      const sentence = getText(get(viewer, "group", "Event summary"));
      const facts = getText(get(viewer, "group", "Event details"));
      const shown = getAll(viewer, "button", /^Details: /).length;
      await startPrinting(viewer);
      expect(findElement(viewer, "search")).to.equal(undefined);
      for (const role of ["textbox", "combobox", "radio", "separator", "link"])
        expect(getAll(viewer, role).map(getText), role).to.deep.equal([]);
      // What is left are the parameters: words that the screen copies at a click.
      const buttons = getAll(viewer, "button").filter((button) => button.part.contains("parameter") === false);
      expect(buttons.map((button) => button.outerHTML)).to.deep.equal([]);
      expect(getText(get(viewer, "group", "Event summary"))).to.equal(sentence);
      expect(getText(get(viewer, "group", "Event details"))).to.equal(facts);
      expect(get(viewer, "group", "Statistics").checkVisibility()).to.equal(true);
      expect(getText(get(viewer, "navigation", "Pagination"))).to.match(/Page 1/);
      expect(
        view === "table"
          ? getRows(viewer).length - 1
          : getAll(viewer, "listitem").filter((one) => one.part.contains("card")).length,
      ).to.equal(shown);
    });

  for (const width of SHEETS)
    it(`fits ${width} px with every column that was chosen, and cuts no word`, async () => {
      const { viewer } = await showAndSearch({}, width);
      viewer.columns = COLUMN_IDS;
      await openFirst(viewer);
      await startPrinting(viewer);
      const heads = getAll(viewer, "columnheader").map((head) => head.ariaLabel);
      expect(heads.join()).to.equal(
        "Timestamp,Action,Affected User,Affected Domain,Object,By User,By Domain,IP Address",
      );
      const { left, right } = viewer.getBoundingClientRect();
      for (const element of listElements(viewer).filter(isOnScreen)) {
        const place = element.getBoundingClientRect();
        if (element.closest(".visually-hidden, svg")) continue;
        const what = `${element.localName}.${element.className}: ${getText(element).slice(0, 60)}`;
        expect(Math.floor(place.right), what).to.be.at.most(Math.ceil(right));
        expect(Math.ceil(place.left), what).to.be.at.least(Math.floor(left));
        const { overflowX, textOverflow } = getComputedStyle(element);
        if (overflowX !== "visible") expect(element.scrollWidth, what).to.be.at.most(element.clientWidth + 1);
        else expect(textOverflow === "ellipsis" && element.scrollWidth > element.clientWidth + 1, what).to.equal(false);
      }
    });

  it("has the whole of an address that the screen shortens", async () => {
    const long = "2001:db8:4c21:17:ffff:9c2e:9a:61b4";
    const { viewer } = await showViewer(
      {
        columns: COLUMN_IDS,
        redact: (record: unknown) => ({ ...(record as object), "by-ip": long }),
      } as Partial<AuditLogViewer>,
      { ...FEW, width: 1280 },
    );
    await viewer.search();
    await waitUntil(() => findElement(viewer, "button", /^Details: /), "results");
    const getAddressCell = () => {
      const column = getAll(viewer, "columnheader").findIndex((head) => getName(head) === "IP Address");
      return getText(getAll(getRows(viewer)[0]!, "cell")[column]!).trim();
    };
    expect(getAddressCell()).to.contain("…");
    await startPrinting(viewer);
    expect(getAddressCell()).to.equal(long);
  });

  it("is black on white from a dark screen, and every color comes with a word", async () => {
    document.documentElement.style.colorScheme = "dark";
    const { viewer } = await showAndSearch({ theme: "dark" });
    viewer.style.setProperty("--alv-surface", "#101010");
    viewer.style.setProperty("--alv-text", "#f0f0f0");
    await openFirst(viewer);
    await startPrinting(viewer);
    expect(getComputedStyle(viewer).backgroundColor).to.equal("rgb(255, 255, 255)");
    expect(getComputedStyle(viewer).color).to.equal("rgb(0, 0, 0)");
    for (const element of listElements(viewer).filter(isOnScreen)) {
      const { backgroundColor, color } = getComputedStyle(element);
      const [r, g, b, alpha = "1"] = backgroundColor.match(/[\d.]+/g) ?? [];
      const isLight = Number(alpha) === 0 || [r, g, b].every((part) => Number(part) >= 240);
      expect(isLight, `${element.localName}.${element.className}: ${backgroundColor}`).to.equal(true);
      if (element.closest("svg")) continue;
      const most = Math.max(...(color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number));
      expect(most, `${element.localName}.${element.className}: ${color}`).to.be.below(120);
    }
    const marks = listElements(viewer).filter((one) => one.matches(".badge, .object") && isOnScreen(one));
    expect(marks.length).to.be.above(0);
    for (const mark of marks) expect(getText(mark)).to.match(/\p{L}/u);
  });

  it("has no line beside an open row, in either direction", async () => {
    for (const dir of ["ltr", "rtl"]) {
      document.documentElement.dir = dir;
      const { viewer } = await showAndSearch();
      await openFirst(viewer);
      await startPrinting(viewer);
      const open = listElements(viewer).filter((one) => one.matches("tr.open"));
      expect(open).to.have.length(2);
      for (const row of open) expect(getComputedStyle(row).boxShadow).to.equal("none");
      cleanUp();
      await emulateMedia({ media: "screen" });
    }
  });

  it("repeats its head on each sheet and splits no row", async () => {
    const { viewer } = await showAndSearch();
    await startPrinting(viewer);
    const table = get(viewer, "table", "Audit events");
    expect(getComputedStyle(table).display).to.equal("table");
    expect(getComputedStyle(get(table, "rowgroup")).display).to.equal("table-header-group");
    for (const row of getRows(viewer)) {
      expect(getComputedStyle(row).display).to.equal("table-row");
      expect(getComputedStyle(row).breakInside).to.equal("avoid");
    }
  });

  it("is rendered at once when the browser says that it prints, and the screen is as before afterwards", async () => {
    const { viewer } = await showAndSearch({}, 1000);
    viewer.columns = COLUMN_IDS;
    const getHead = () => get(get(viewer, "table", "Audit events"), "rowgroup");
    const isScrolling = () => getComputedStyle(getHead()).overflowX !== "visible";
    await waitUntil(
      () => getAll(getHead(), "columnheader").length === 9 && isScrolling(),
      "a table that is wider than the viewer",
    );
    dispatchEvent(new Event("beforeprint"));
    expect(isScrolling(), "without a turn of the event loop").to.equal(false);
    dispatchEvent(new Event("afterprint"));
    expect(isScrolling()).to.equal(true);
  });

  it("says what was searched when nothing was found", async () => {
    const { viewer } = await showViewer({}, FEW);
    await viewer.search({ affectedUser: "nobody.here" });
    await waitUntil(() => findElement(viewer, "heading", "No events match"), "the state");
    await startPrinting(viewer);
    expect(getText(viewer)).to.match(/Affected user ?nobody\.here/);
    expect(getAll(viewer, "button").map(getText)).to.deep.equal([]);
  });
});
