import { expect } from "@open-wc/testing";
import { html } from "lit";
import { Random } from "../../../demo/mocks/records/random.js";
import type { ResultsTable } from "../../../src/views/results/results-table.js";
import "../../../src/views/results/results-table.js";
import type { AuditEvent } from "../../../src/core/audit-event.js";
import { COLUMN_IDS, DEFAULT_COLUMNS, type ColumnId } from "../../../src/core/table-columns.js";
import { waitUntil } from "../../flows/support.js";
import { getAll, getParts } from "../../support/screen.js";
import { listSeeds } from "../../support/seeds.js";
import { createEvent, getButton, getText, handleCommand, mount, waitForUpdate } from "../support.js";

const WIDTH = 1280;
const createEvents = (count: number, user: string, random?: Random): AuditEvent[] =>
  Array.from({ length: count }, (_, at) =>
    createEvent({
      ...{ id: `${user}${at}`, affectedUser: `${user}${at}` },
      ...(random
        ? { action: random.pick(["login", "delete", "purge", ""]), byDomain: "d".repeat(random.int(0, 60)) }
        : {}),
    }),
  );

async function mountTable(events: readonly AuditEvent[], columns: readonly ColumnId[] = DEFAULT_COLUMNS) {
  const { element, root } = await mount<ResultsTable>(
    html`<alv-results-table .events=${events} .columns=${columns}></alv-results-table>`,
    { width: WIDTH },
  );
  handleCommand(root, "toggle-event", ({ id }) => (element.openId = element.openId === id ? null : id));
  const show = async (more: readonly AuditEvent[]) => {
    element.openId = null;
    element.events = more;
    await waitForUpdate(element);
  };
  return { element, show };
}

/** What the user sees of each row: its texts, its classes, and where it is. */
const readRows = (element: Element) =>
  getParts(element, "row").map((row) => ({
    text: getText(row),
    cells: [...row.children].map(({ className, clientWidth }) => `${className} ${clientWidth}`),
    top: row.offsetTop,
    place: row.dataset["row"],
  }));

const isWhole = (element: ResultsTable) => {
  const rows = getParts(element, "row");
  return rows.length === element.events.length && rows.every((row) => getText(row) !== "");
};
/** All rows of the document, also those that the user does not see. */
const readAll = (element: ResultsTable) =>
  [...element.renderRoot.querySelectorAll("tbody > tr")].map((row) => row.textContent).join();

describe("rows of a page that comes next", () => {
  it("are laid out before, but neither seen nor read", async () => {
    const [first, second] = [createEvents(25, "first"), createEvents(25, "second")];
    const { element } = await mountTable(first);
    const before = [readRows(element), element.getBoundingClientRect().height];
    await element.prepare(second);
    expect([readRows(element), element.getBoundingClientRect().height]).to.deep.equal(before);
    expect(readAll(element)).to.contain("second24");
    // The head is a row, too.
    expect(getAll(element, "row")).to.have.length(26);
  });

  it("are then shown, and the previous page is prepared instead", async () => {
    const [first, second] = [createEvents(25, "first"), createEvents(25, "second")];
    const { element, show } = await mountTable(first);
    const rows = getParts(element, "row");
    await element.prepare(second);
    await show(second);
    expect(getParts(element, "row").map(getText)).to.have.length(25);
    expect(getText(getParts(element, "row")[0]!)).to.contain("second0");
    expect(getParts(element, "row")).to.not.include(rows[0]);
    await show(first);
    expect(getParts(element, "row")).to.deep.equal(rows);
  });

  it("are gone as soon as other events are shown: a value that is hidden now may not stay in the document", async () => {
    const { element, show } = await mountTable(createEvents(25, "first"));
    await element.prepare(createEvents(25, "secret"));
    expect(readAll(element)).to.contain("secret");
    await show(createEvents(25, "other"));
    expect(readAll(element)).to.not.contain("secret");
    expect(readAll(element)).to.not.contain("first");
  });

  it("do not take the focus away from a row, and are not copied", async () => {
    const [first, second] = [createEvents(3, "first"), createEvents(3, "second")];
    const { element, show } = await mountTable(first);
    await element.prepare(second);
    getSelection()!.selectAllChildren(element);
    const data = new DataTransfer();
    const copy = new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true });
    element.renderRoot.querySelector("table")!.dispatchEvent(copy);
    expect(data.getData("text/plain")).to.not.contain("second");
    const button = getButton(getParts(element, "row")[1]!, /./);
    button.focus();
    const mixed = [...second.slice(0, 2), first[1]!];
    await element.prepare(mixed);
    await show(mixed);
    expect(button.matches(":focus")).to.equal(true);
  });

  it("leave no open row behind", async () => {
    const [first, second] = [createEvents(3, "first"), createEvents(3, "second")];
    const { element, show } = await mountTable(first);
    await element.prepare(second);
    element.openId = first[1]!.id;
    await waitForUpdate(element);
    await show(second);
    expect(getText(getParts(element, "row")[0]!)).to.contain("second0");
    expect(element.renderRoot.querySelectorAll('.open, [aria-expanded="true"]')).to.have.length(0);
  });

  it("are all there when the user copies them at once, also those below the window", async () => {
    const [first, second] = [createEvents(100, "first"), createEvents(80, "second")];
    const { element } = await mountTable(first);
    await waitUntil(() => isWhole(element), "the first page");
    const height = element.getBoundingClientRect().height;
    await element.prepare(second);
    element.events = second;
    await element.updateComplete;
    const lost = height - element.getBoundingClientRect().height;
    element.renderRoot.querySelector("table")!.dispatchEvent(new ClipboardEvent("copy"));
    expect(getParts(element, "row").map((row) => /second\d+/.exec(getText(row))?.[0])).to.deep.equal(
      second.map(({ affectedUser }) => affectedUser),
    );
    expect(height - element.getBoundingClientRect().height, "nothing moves").to.be.closeTo(lost, 1);
    expect(readAll(element)).to.not.contain("first99");
  });

  it("scroll sideways together with the rows that they replace", async () => {
    const [first, second] = [createEvents(3, "first"), createEvents(3, "second")];
    const { element, show } = await mountTable(first, COLUMN_IDS);
    element.widths = { affectedDomain: 900 };
    await waitForUpdate(element);
    const find = (name: string) => element.renderRoot.querySelector(`table > ${name}:not(.ahead)`)!;
    find("tbody").scrollLeft = 120;
    await waitUntil(() => find("thead").scrollLeft === 120, "the head");
    await element.prepare(second);
    await show(second);
    expect(find("tbody").scrollLeft).to.equal(120);
    find("tbody").scrollLeft = 40;
    await waitUntil(() => find("thead").scrollLeft === 40, "the head");
  });

  const { first: from, count } = listSeeds(2601, 6);
  for (let seed = from; seed < from + count; seed += 1) {
    it(`look like rows of a new table, whatever is prepared, shown, opened or changed before (seed ${seed})`, async () => {
      const random = new Random(seed);
      const pages = Array.from({ length: 4 }, (_, at) =>
        createEvents(random.pick([1, 7, 25, 40, 100]), `p${at}-`, random),
      );
      const { element, show } = await mountTable(pages[0]!);
      const steps: string[] = [];
      for (let step = 0; step < 14; step += 1) {
        const page = random.pick(pages);
        const act = random.pick(["prepare", "prepare", "show", "show", "open", "columns", "width"]);
        steps.push(`${act} ${page[0]!.id}`);
        if (act === "prepare") await element.prepare(page);
        else if (act === "show") await show(page);
        else if (act === "open") element.openId = random.pick(element.events).id;
        else if (act === "columns") element.columns = random.pick([COLUMN_IDS, DEFAULT_COLUMNS]);
        else element.widths = { byDomain: random.int(60, 300) };
        await waitForUpdate(element);
        await waitUntil(() => isWhole(element), steps.join());
      }
      await show(element.events);
      await waitUntil(() => isWhole(element), steps.join());
      const shown = readRows(element);
      const { element: fresh } = await mountTable(element.events, element.columns);
      fresh.widths = element.widths;
      await waitForUpdate(fresh);
      await waitUntil(() => isWhole(fresh), "a new table");
      expect(shown, steps.join()).to.deep.equal(readRows(fresh));
    });
  }
});
