import { expect } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { html } from "lit";
import type { ResultsTable } from "../../../src/views/results/results-table.js";
import "../../../src/views/results/results-table.js";
import { loadPart } from "../../../src/element/late-code.js";
import type { AuditEvent } from "../../../src/core/audit-event.js";
import { RowHeights } from "../../../src/views/results/rows/row-heights.js";
import { waitUntil } from "../../flows/support.js";
import { get, getParts } from "../../support/screen.js";
import { createEvent, getButton, mount, handleCommand, waitForUpdate } from "../support.js";

const EVENTS: readonly AuditEvent[] = Array.from({ length: 2000 }, (_, at) =>
  createEvent({ id: `event${at}`, affectedUser: `user${at}` }),
);

/** A table that scrolls with the page, and opens what it is asked to. */
async function mountList(events = EVENTS) {
  await loadPart("row-window");
  const { element, root } = await mount<ResultsTable>(
    html`<alv-results-table .events=${events}></alv-results-table>`,
    {},
  );
  handleCommand(root, "toggle-event", ({ id }) => (element.openId = element.openId === id ? null : id));
  const getRows = () => getParts(element, "row");
  const getIndex = (row: Element) => Number(row.getAttribute("aria-rowindex")) - 2;
  const isWhole = () => {
    const list = get(root.content, "table").querySelector("tbody")!.getBoundingClientRect();
    const [top, bottom] = [Math.max(0, list.top), Math.min(innerHeight, list.bottom)];
    const seen = getRows()
      .map((row) => row.getBoundingClientRect())
      .filter((row) => row.bottom > top && row.top < bottom);
    const covered = seen.reduce((sum, row) => sum + Math.min(row.bottom, bottom) - Math.max(row.top, top), 0);
    const details = getParts(element, "details").reduce(
      (sum, one) => sum + one.closest("tr")!.getBoundingClientRect().height,
      0,
    );
    return covered + details >= bottom - top - 2;
  };
  const scrollTo = async (top: number) => {
    scrollTo_(top);
    await waitUntil(
      () => isWhole() && getRows().every((row) => row.textContent.includes(`user`)),
      "rows on the screen",
    );
  };
  await waitUntil(isWhole, "the first rows");
  return { element, root, getRows, getIndex, scrollTo };
}

const scrollTo_ = (top: number) => document.scrollingElement!.scrollTo({ top, behavior: "instant" });
/** The number of rows that are not on the screen. */
function countAround(rows: readonly Element[]) {
  const boxes = rows.map((row) => row.getBoundingClientRect());
  return {
    above: boxes.filter(({ bottom }) => bottom <= 0).length,
    below: boxes.filter(({ top }) => top >= innerHeight).length,
  };
}
/** After a jump, the rows around the screen follow later. */
const waitForRest = (getRows: () => readonly Element[]) =>
  waitUntil(() => {
    const { above, below } = countAround(getRows());
    return above >= 2 && below >= 2;
  }, "the rows around the screen");

const nameOfRow = (row: Element) => /user\d+/.exec(row.textContent)?.[0];

describe("a list of 2,000 rows", () => {
  afterEach(() => scrollTo_(0));

  it("has only the rows around the screen in the document, and says how many there are", async () => {
    const { root, getRows, getIndex } = await mountList();
    expect(getRows().length).to.be.at.most(60);
    expect(get(root.content, "table").getAttribute("aria-rowcount")).to.equal("2001");
    expect(getRows().map(getIndex).slice(0, 3)).to.deep.equal([0, 1, 2]);
  });

  it("shows the right rows without a gap wherever it is scrolled to", async () => {
    const { element, getRows, getIndex, scrollTo } = await mountList();
    const end = element.scrollHeight;
    for (const share of [0.5, 0.25, 0.2505, 0.99, 1, 0.001, 0]) {
      await scrollTo(end * share);
      const indexes = getRows().map(getIndex);
      expect(indexes).to.deep.equal(indexes.map((_, at) => indexes[0]! + at));
      expect(getRows().map(nameOfRow)).to.deep.equal(indexes.map((at) => `user${at}`));
      expect(element.scrollHeight).to.be.closeTo(end, 1);
    }
  });

  it("has only the rows on the screen after a jump, and those around them once it rests", async () => {
    const { element, getRows, scrollTo } = await mountList();
    let jumped: { above: number; below: number } | undefined;
    addEventListener("scroll", () => requestAnimationFrame(() => (jumped = countAround(getRows()))), { once: true });
    await scrollTo(element.scrollHeight / 2);
    await waitUntil(() => jumped, "the frame of the jump");
    expect(jumped!.above).to.be.at.most(1);
    await waitForRest(getRows);
    // By one screen: the last row of the one before is still partly on it.
    jumped = undefined;
    addEventListener("scroll", () => requestAnimationFrame(() => (jumped = countAround(getRows()))), { once: true });
    await scrollTo(document.scrollingElement!.scrollTop + innerHeight);
    await waitUntil(() => jumped, "the frame of the next jump");
    expect(jumped!.above).to.be.at.most(1);
  });

  it("ends with the last row", async () => {
    const { element, getRows, scrollTo } = await mountList();
    await scrollTo(element.scrollHeight);
    expect(nameOfRow(getRows().at(-1)!)).to.equal("user1999");
  });

  it("keeps its height while an open event is scrolled away and back, and counts its details as a row", async () => {
    const { element, root, getRows, getIndex, scrollTo } = await mountList();
    getButton(getRows()[4]!, /./).click();
    await waitForUpdate(element);
    // The details are fully open now. In the next frame the list measures them.
    await waitForUpdate(element);
    expect(get(root.content, "table").getAttribute("aria-rowcount")).to.equal("2002");
    expect(getRows().slice(4, 7).map(getIndex)).to.deep.equal([4, 6, 7]);
    const height = element.scrollHeight;
    await scrollTo(30_000);
    expect(getParts(element, "details")).to.have.length(0);
    expect(element.scrollHeight).to.be.closeTo(height, 1);
    await scrollTo(0);
    await waitUntil(() => getParts(element, "details").length === 1, "the details");
    await waitUntil(() => Math.abs(element.scrollHeight - height) <= 1, "the height");
  });

  it("keeps the focus in a row that is scrolled away, and Tab goes to the row after it", async () => {
    const { element, getRows, scrollTo } = await mountList();
    const row = getRows()[3]!;
    getButton(row, /./).focus();
    await scrollTo(element.scrollHeight / 2);
    expect(row.matches(":focus-within")).to.equal(true);
    expect(nameOfRow(row)).to.equal("user3");
    await sendKeys({ press: "Tab" });
    await waitUntil(() => getRows().find((one) => one.matches(":focus-within")), "the focus");
    expect(nameOfRow(getRows().find((one) => one.matches(":focus-within"))!)).to.equal("user4");
  });

  it("has each row once after the focus has left a row that was scrolled away", async () => {
    const { element, getRows, getIndex, scrollTo } = await mountList();
    getButton(getRows()[3]!, /./).focus();
    await scrollTo(element.scrollHeight / 2);
    (element.shadowRoot!.activeElement as HTMLElement).blur();
    await scrollTo(element.scrollHeight / 4);
    await scrollTo(0);
    expect(getRows().map(getIndex)).to.deep.equal(getRows().map((_, at) => at));
  });

  it("keeps the rows of a selection in the document, and does not render again", async () => {
    const { element, root, getRows, scrollTo } = await mountList();
    const first = getRows()[2]!;
    getSelection()!.selectAllChildren(first);
    await scrollTo(3000);
    expect(first.isConnected).to.equal(true);
    await waitUntil(() => countAround(getRows()).below >= 2, "the rows below the screen");
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    await waitForUpdate(element);
    observer.observe(get(root.content, "table"), { attributes: true, childList: true, subtree: true });
    for (let frame = 0; frame < 5; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    observer.disconnect();
    getSelection()!.removeAllRanges();
    expect(changes).to.deep.equal([]);
  });

  it("grows at its end without moving a row", async () => {
    const { element, root, getRows, getIndex, scrollTo } = await mountList(EVENTS.slice(0, 1000));
    await scrollTo(20_000);
    await waitForRest(getRows);
    const before = getRows().map((row) => [getIndex(row), row.getBoundingClientRect().top]);
    element.events = EVENTS;
    await waitForUpdate(element);
    expect(getRows().map((row) => [getIndex(row), row.getBoundingClientRect().top])).to.deep.equal(before);
    expect(get(root.content, "table").getAttribute("aria-rowcount")).to.equal("2001");
  });

  it("is complete on paper, and partial again afterwards", async () => {
    const { element, getRows } = await mountList(EVENTS.slice(0, 300));
    dispatchEvent(new Event("beforeprint"));
    expect(getRows()).to.have.length(300);
    expect(nameOfRow(getRows()[299]!)).to.equal("user299");
    dispatchEvent(new Event("afterprint"));
    await waitForUpdate(element);
    expect(getRows().length).to.be.at.most(60);
  });
});

describe("heights of rows", () => {
  it("find the row at every offset, and the offset of every row", () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const heights = new RowHeights();
      const px = new Map(Array.from({ length: 9 }, (_, at) => [(at * 37 * seed) % 400, 41 + ((at * seed * 13) % 300)]));
      heights.note(px, false);
      let top = 0;
      for (let index = 0; index < 400; index += 1) {
        expect(heights.offset(index), `seed ${seed}, row ${index}`).to.be.closeTo(top, 0.001);
        expect(heights.indexAt(top + 0.01, 400), `seed ${seed}, start of row ${index}`).to.equal(index);
        top += px.get(index) ?? 41;
        expect(heights.indexAt(top - 0.01, 400), `seed ${seed}, end of row ${index}`).to.equal(index);
      }
    }
  });
});
