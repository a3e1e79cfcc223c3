import { expect } from "@open-wc/testing";
import { emulateMedia, resetMouse, sendMouse } from "@web/test-runner-commands";
import { html } from "lit";
import type { ResultsTable } from "../../../src/views/results/results-table.js";
import "../../../src/views/results/results-table.js";
import { COLUMN_IDS, DEFAULT_COLUMNS, type ColumnId, type ColumnWidths } from "../../../src/core/table-columns.js";
import { loadPart } from "../../../src/element/late-code.js";
import { en } from "../../support/english.js";
import { waitUntil } from "../../flows/support.js";
import { press } from "../../support/user-input.js";
import { getAll, get, getName, getPart } from "../../support/screen.js";
import { getRules } from "../../support/axe.js";
import {
  createEnvironment,
  createEvent,
  expectAccessible,
  mount,
  handleCommand,
  waitForUpdate,
  type MountOptions,
} from "../support.js";

const EVENTS = [createEvent(), createEvent({ action: "login", object: "oauth" })];

interface TableOptions extends MountOptions {
  readonly columns?: readonly ColumnId[];
  readonly widths?: ColumnWidths;
  readonly openId?: string;
  /** Called with a function that stores the chosen widths. */
  readonly onChoice?: (store: () => void) => void;
}

/** A table whose widths are stored, as in the viewer. */
async function mountTable(options: TableOptions = {}) {
  const { columns = DEFAULT_COLUMNS, widths = {}, openId = null, onChoice = (store) => store() } = options;
  const { element, root } = await mount<ResultsTable>(
    html`<alv-results-table
      .events=${EVENTS}
      .columns=${columns}
      .widths=${widths}
      .openId=${openId}
    ></alv-results-table>`,
    options,
  );
  handleCommand(root, "prefer", (choice) => onChoice(() => (element.widths = choice.widths!)));
  const getSeparator = (column: string) => get(root.content, "separator", `Width of ${column}`);
  const getHeader = (column: string) => get(root.content, "columnheader", column);
  const measureWidth = (column: string) => Math.round(getHeader(column).getBoundingClientRect().width);
  return { element, root, separator: getSeparator, header: getHeader, width: measureWidth };
}

const NAMES: Readonly<Record<ColumnId, string>> = en.columnNames;
const findHead = (element: Element) => getAll(element, "rowgroup")[0]!;
const findBody = (element: Element) => getAll(element, "rowgroup")[1]!;
const findCell = (element: Element, column: ColumnId) =>
  getAll(getPart(element, "row"), "cell")[COLUMN_IDS.indexOf(column) + 1]!;
const readValue = (separator: Element) => Number(separator.getAttribute("aria-valuenow"));

/** Drags with the real mouse. @param onMove called wherever the pointer comes to, with how far that is from its start */
async function drag(separator: Element, by: number, onMove: (moved: number) => void = () => undefined) {
  const { left, top, width, height } = separator.getBoundingClientRect();
  const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  await sendMouse({ type: "move", position: [x, y] });
  // The first look at a separator of a table loads the code.
  await loadPart("column-sizer");
  await sendMouse({ type: "down" });
  for (const moved of [Math.round(by / 2), by]) {
    await sendMouse({ type: "move", position: [x + moved, y] });
    onMove(moved);
  }
  await sendMouse({ type: "up" });
}

describe("widths of columns", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  // In the viewer, it is loaded when the pointer or the focus reaches a separator.
  before(() => loadPart("column-sizer"));
  afterEach(() => resetMouse());

  it("follow a pointer that was pressed before their code was loaded", async () => {
    let finish: () => void = () => undefined;
    const loaded = new Promise<void>((resolve) => (finish = resolve));
    const environment = createEnvironment();
    const load: typeof environment.load = async (part) => {
      if (part === "column-sizer") await loaded;
      return environment.load(part);
    };
    const { separator, width } = await mountTable({ environment: { ...environment, load } });
    const before = width("Affected User");
    const found = separator("Affected User");
    const { left, top } = found.getBoundingClientRect();
    const [x, y] = [Math.round(left + found.clientWidth / 2), Math.round(top + found.clientHeight / 2)];
    await sendMouse({ type: "move", position: [x, y] });
    await sendMouse({ type: "down" });
    finish();
    await loadPart("column-sizer");
    await sendMouse({ type: "move", position: [x + 2, y] });
    await sendMouse({ type: "move", position: [x + 42, y] });
    expect(width("Affected User") - before).to.be.closeTo(40, 2);
    await sendMouse({ type: "up" });
    expect(width("Affected User") - before).to.be.closeTo(40, 2);
  });

  it("are given by a separator at the end of each header", async () => {
    const { root, separator, width } = await mountTable();
    expect(getAll(root.content, "separator").map(getName)).to.deep.equal(
      ["Timestamp", "Action", "Affected User", "Affected Domain", "Object"].map((name) => `Width of ${name}`),
    );
    const found = separator("Affected Domain");
    expect(readValue(found)).to.be.closeTo(width("Affected Domain"), 1);
    expect(found.getAttribute("aria-orientation")).to.equal("vertical");
    expect(found.tabIndex).to.equal(0);
    expect(found.getBoundingClientRect().width).to.be.at.least(24);
  });

  it("add up the keys that are pressed before the first one is applied", async () => {
    const choices: (() => void)[] = [];
    const { element, separator, width } = await mountTable({ onChoice: (store) => choices.push(store) });
    const usual = width("Action");
    separator("Action").focus();
    await press("ArrowRight", "ArrowRight");
    for (const store of choices) store();
    await waitForUpdate(element);
    expect(width("Action")).to.equal(usual + 16);
  });

  it("are set by arrow keys, Home and End; Enter restores the usual one", async () => {
    const { element, separator, width } = await mountTable();
    const usual = width("Action");
    separator("Action").focus();
    await press("ArrowRight", "ArrowRight", "ArrowLeft");
    await waitForUpdate(element);
    expect(width("Action")).to.equal(usual + 8);
    expect(readValue(separator("Action"))).to.equal(usual + 8);
    await press("Home");
    await waitForUpdate(element);
    expect(width("Action")).to.equal(64);
    await press("ArrowLeft");
    await waitForUpdate(element);
    expect(width("Action")).to.equal(64);
    await press("Enter");
    await waitForUpdate(element);
    expect(width("Action")).to.equal(usual);
    expect(element.widths).to.deep.equal({});
  });

  it("are mirrored in a right-to-left page", async () => {
    const { element, separator, width } = await mountTable({ dir: "rtl" });
    const usual = width("Action");
    separator("Action").focus();
    await press("ArrowLeft");
    await waitForUpdate(element);
    expect(width("Action")).to.equal(usual + 8);
    await drag(separator("Action"), -40);
    await waitForUpdate(element);
    expect(width("Action")).to.equal(usual + 48);
  });

  it("are dragged by the mouse; a double click restores the usual one", async () => {
    const { element, separator, width } = await mountTable();
    const usual = width("Action");
    await drag(separator("Action"), 60);
    await waitForUpdate(element);
    expect(width("Action")).to.equal(usual + 60);
    expect(element.widths).to.deep.equal({ action: usual + 60 });
    const { left, top, width: wide, height } = separator("Action").getBoundingClientRect();
    const position: [number, number] = [Math.round(left + wide / 2), Math.round(top + height / 2)];
    await sendMouse({ type: "click", position });
    separator("Action").dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
    await waitForUpdate(element);
    expect(width("Action")).to.equal(usual);
  });

  for (const dir of ["ltr", "rtl"] as const) {
    const forward = dir === "rtl" ? -1 : 1;
    for (const column of ["Timestamp", "Action", "Affected User", "Affected Domain", "Object"]) {
      it(`follow the pointer at the end of ${column}, ${dir}`, async () => {
        const { element, header, separator } = await mountTable({ dir });
        const end = () => header(column).getBoundingClientRect()[dir === "rtl" ? "left" : "right"];
        const start = header(column).getBoundingClientRect()[dir === "rtl" ? "right" : "left"];
        for (const by of [48, -32]) {
          const before = end();
          await drag(separator(column), forward * by, (moved) => expect(end() - before).to.be.closeTo(moved, 1));
          await waitForUpdate(element);
          if (findBody(element).scrollWidth > findBody(element).clientWidth) continue;
          expect(end() - before, "after the pointer has gone").to.be.closeTo(forward * by, 1);
          expect(header(column).getBoundingClientRect()[dir === "rtl" ? "right" : "left"]).to.be.closeTo(start, 1);
        }
      });
    }

    it(`follow arrow keys at the end of the last column, ${dir}`, async () => {
      const { element, header, separator } = await mountTable({ dir });
      const end = () => header("Object").getBoundingClientRect()[dir === "rtl" ? "left" : "right"];
      const before = end();
      separator("Object").focus();
      await press(dir === "rtl" ? "ArrowRight" : "ArrowLeft");
      await waitForUpdate(element);
      expect(end() - before).to.be.closeTo(-8 * forward, 1);
    });

    it(`follow the pointer in a table that is scrolled to its end, ${dir}`, async () => {
      const { element, header, separator } = await mountTable({ dir, width: 1000, columns: COLUMN_IDS });
      const body = findBody(element);
      body.scrollTo({ left: forward * 1000 });
      const end = () => header("By Domain").getBoundingClientRect()[dir === "rtl" ? "left" : "right"];
      const isThere = () =>
        Math.abs(body.scrollLeft) > 200 && Math.abs(findHead(element).scrollLeft - body.scrollLeft) < 1;
      await waitUntil(isThere, "the head to follow");
      const before = end();
      await drag(separator("By Domain"), forward * -60, (moved) => expect(end() - before).to.be.closeTo(moved, 1));
    });

    it(`scroll to an end that is set out of sight, ${dir}`, async () => {
      const { element, separator } = await mountTable({ dir });
      separator("Object").focus();
      await press("End");
      await waitForUpdate(element);
      const place = element.getBoundingClientRect();
      await waitUntil(() => {
        const { left, right } = separator("Object").getBoundingClientRect();
        return left >= place.left && right <= place.right;
      }, "the separator");
    });

    it(`scroll inside the table if they no longer fit, with head, button and timestamp in sight, ${dir}`, async () => {
      const { element, header, root } = await mountTable({ dir, columns: COLUMN_IDS, widths: { affectedDomain: 640 } });
      const body = findBody(element);
      expect(body.scrollWidth).to.be.above(1280);
      expect(element.scrollWidth).to.be.at.most(1280);
      const measureTimestamp = () => Math.round(header("Timestamp").getBoundingClientRect().left);
      const button = get(root.content, "button", /^Details: Login/);
      const before = [measureTimestamp(), button.getBoundingClientRect().left];
      const object = header("Object").getBoundingClientRect().left;
      body.scrollTo({ left: dir === "rtl" ? -200 : 200 });
      await waitForUpdate(element);
      await waitUntil(
        () => Math.abs(header("Object").getBoundingClientRect().left - object) > 190,
        "the head to follow",
      );
      expect([measureTimestamp(), button.getBoundingClientRect().left]).to.deep.equal(before);
      const cell = findCell(element, "object").getBoundingClientRect();
      expect(Math.abs(cell.left - header("Object").getBoundingClientRect().left)).to.be.below(2);
    });
  }

  it("keep the head at the top of the page", async () => {
    const { element, root } = await mountTable({ columns: COLUMN_IDS, widths: { affectedDomain: 640 } });
    const head = findHead(element);
    element.style.setProperty("margin-block-end", "2000px");
    root.style.setProperty("--alv-sticky-offset", "30px");
    try {
      window.scrollTo(0, 20);
      await waitForUpdate(element);
      expect(Math.round(head.getBoundingClientRect().top)).to.equal(30);
    } finally {
      window.scrollTo(0, 0);
    }
  });

  it("keep the details of an open row in sight", async () => {
    const { element } = await mountTable({
      columns: COLUMN_IDS,
      widths: { affectedDomain: 640 },
      openId: EVENTS[0]!.id,
    });
    const details = getPart(element, "details").getBoundingClientRect();
    expect(details.right).to.be.at.most(element.getBoundingClientRect().right);
  });

  for (const dir of ["ltr", "rtl"] as const) {
    for (const width of [320, 700, 1024]) {
      it(`of every chosen column hold at ${width} px, and the table scrolls inside, ${dir}`, async () => {
        const { element, root } = await mountTable({ dir, width, columns: COLUMN_IDS, openId: EVENTS[0]!.id });
        expect(getAll(root.content, "columnheader").slice(1).map(getName)).to.deep.equal(Object.values(NAMES));
        const body = findBody(element);
        expect(body.scrollWidth).to.equal(1244);
        expect(body.clientWidth).to.equal(width);
        expect(element.scrollWidth).to.be.at.most(width);
        const details = get(root.content, "button", "Copy details").getBoundingClientRect();
        const place = element.getBoundingClientRect();
        expect(details.left).to.be.at.least(place.left);
        expect(details.right).to.be.at.most(place.right);
      });
    }
  }

  it("have no effect on the list on a narrow page", async () => {
    const { element, root } = await mountTable({ width: 320, widths: { affectedDomain: 640 } });
    expect(getAll(root.content, "separator")).to.deep.equal([]);
    expect(element.scrollWidth).to.be.at.most(320);
  });

  for (const theme of ["light", "dark"] as const) {
    it(`have no accessibility problem, scrolled, ${theme}`, async () => {
      await mountTable({ theme, columns: COLUMN_IDS, widths: { affectedDomain: 640 } });
      await expectAccessible(getRules(theme));
    });
  }
});
