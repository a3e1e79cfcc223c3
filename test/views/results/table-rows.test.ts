import { expect } from "@open-wc/testing";
import { html } from "lit";
import type { ResultsTable } from "../../../src/views/results/results-table.js";
import "../../../src/views/results/results-table.js";
import type { AuditEvent } from "../../../src/core/audit-event.js";
import { COLUMN_IDS, DEFAULT_COLUMNS, type ColumnId } from "../../../src/core/table-columns.js";
import { placeElements } from "../../../src/views/results/rows/place-elements.js";
import { waitUntil } from "../../flows/support.js";
import { getAll, getParts } from "../../support/screen.js";
import { createEvent, getButton, getText, mount, waitForUpdate } from "../support.js";

const createEvents = (count: number, user: string): AuditEvent[] =>
  Array.from({ length: count }, (_, at) => createEvent({ id: `${user}${at}`, affectedUser: `${user}${at}` }));

async function mountTable(events: readonly AuditEvent[], columns: readonly ColumnId[] = DEFAULT_COLUMNS) {
  const { element } = await mount<ResultsTable>(
    html`<alv-results-table .events=${events} .columns=${columns}></alv-results-table>`,
    { width: 1280 },
  );
  // A row that waits has no cells yet.
  const getUsers = () => getParts(element, "row").map((row) => getAll(row, "cell").slice(3, 4).map(getText).join(""));
  const show = async (more: readonly AuditEvent[]) => {
    element.events = more;
    await waitForUpdate(element);
  };
  return { element, getUsers, show };
}

const names = (events: readonly AuditEvent[]) => events.map(({ affectedUser }) => affectedUser);

describe("rows of a page", () => {
  it("show 100 events: the first ones at once, and all of them a few frames later", async () => {
    const events = createEvents(100, "first");
    const { getUsers } = await mountTable(events);
    expect(getUsers().slice(0, 25)).to.deep.equal(names(events).slice(0, 25));
    await waitUntil(() => String(getUsers()) === String(names(events)), "all rows");
  });

  it("show other events in the same elements", async () => {
    const [first, second] = [createEvents(100, "first"), createEvents(60, "second")];
    const { element, getUsers, show } = await mountTable(first);
    await waitUntil(() => String(getUsers()) === String(names(first)), "the first page");
    const before = getParts(element, "row");
    await show(second);
    await waitUntil(() => String(getUsers()) === String(names(second)), "the second page");
    expect(getParts(element, "row")).to.deep.equal(before.slice(0, 60));
  });

  it("are all up to date when the user copies them at once", async () => {
    const [first, second] = [createEvents(100, "first"), createEvents(100, "second")];
    const { element, getUsers, show } = await mountTable(first);
    await waitUntil(() => String(getUsers()) === String(names(first)), "the first page");
    await show(second);
    element.renderRoot.querySelector("table")!.dispatchEvent(new ClipboardEvent("copy"));
    expect(getUsers()).to.deep.equal(names(second));
  });

  it("keep the row and the focus of an event that stays", async () => {
    const events = createEvents(5, "stays");
    const { element, getUsers, show } = await mountTable(events);
    const row = getParts(element, "row")[2]!;
    getButton(row, /./).focus();
    const more = [...createEvents(2, "new"), ...events.slice(0, 3)];
    await show(more);
    expect(getUsers()).to.deep.equal(names(more));
    expect(getParts(element, "row")[4]).to.equal(row);
    expect(row.matches(":focus-within")).to.equal(true);
  });

  it("keep the row with the focus also if most of the other events are new", async () => {
    const events = createEvents(10, "stays");
    const { element, getUsers, show } = await mountTable(events);
    const row = getParts(element, "row")[1]!;
    getButton(row, /./).focus();
    const more = [...createEvents(8, "new"), ...events.slice(0, 2)];
    await show(more);
    expect(getUsers()).to.deep.equal(names(more));
    expect(getParts(element, "row")[9]).to.equal(row);
    expect(row.matches(":focus-within")).to.equal(true);
  });

  it("show each name whole, with and without marks, whatever the row has shown before", async () => {
    // The second letter of these is Cyrillic, at different places of the name.
    const users = ["m\u0430ria", "System", "joh\u043ea", "", "1004", "p\u0430ul.ortiz", "sam\u0430r", "lee"];
    const { getUsers, show } = await mountTable([createEvent()]);
    for (let turn = 0; turn < users.length; turn += 1) {
      const events = users.map((_, at) => createEvent({ affectedUser: users[(at + turn) % users.length]! }));
      await show(events);
      expect(getUsers(), `turn ${turn}`).to.deep.equal(names(events).map((name) => name || "-"));
    }
  });

  for (const { columns, usual, most } of [
    { columns: DEFAULT_COLUMNS, usual: 20, most: 25 },
    { columns: COLUMN_IDS, usual: 23, most: 33 },
  ]) {
    it(`have at most ${usual} elements, ${most} with marks, and no comments: ${columns.length} columns`, async () => {
      const events = [
        createEvent(),
        createEvent({ affectedUser: "System", byUser: "System", byIp: "", affectedDomain: "" }),
        createEvent({ action: "Login Failed (Bad Password)", byIp: "2001:db8:4c1e:90aa:7f03:12ff:fe9a:61b4" }),
      ];
      const { element } = await mountTable(events, columns);
      const rows = getParts(element, "row").map((row) => {
        const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
        const comments = document.createTreeWalker(row, NodeFilter.SHOW_COMMENT);
        let count = 0;
        while (texts.nextNode()) count += 1;
        expect(comments.nextNode()).to.equal(null);
        // Templates have spaces between the elements of the button.
        expect(count, "texts").to.be.at.most(columns.length + 6);
        for (const cell of getAll(row, "cell")) expect(cell.querySelectorAll("*").length, "in a cell").to.be.at.most(4);
        return row.querySelectorAll("*").length + 1;
      });
      expect(rows[0]).to.be.at.most(usual);
      expect(Math.max(...rows)).to.be.at.most(most);
    });
  }
});

describe("elements of a list", () => {
  const list = (order: readonly Element[]) => {
    const made = document.createElement("ul");
    made.append(...order);
    return made;
  };

  it("are sorted from any order, and the one with the focus is never moved", () => {
    const items = Array.from("abcdefg", (name) => Object.assign(document.createElement("li"), { title: name }));
    for (let seed = 1; seed <= 200; seed += 1) {
      const shuffle = (step: number) => items.map((_, at) => items[(at * step + seed) % items.length]!);
      const [before, after] = [shuffle(1 + (seed % 6)), shuffle(1 + ((seed * 5) % 6))];
      const fixed = seed % 3 === 0 ? undefined : items[seed % items.length];
      const made = list(before);
      const moved: Node[] = [];
      const insertBefore = made.insertBefore.bind(made);
      made.insertBefore = <T extends Node>(node: T, child: Node | null) => {
        moved.push(node);
        return insertBefore(node, child);
      };
      placeElements(made, after, fixed);
      expect([...made.children], `seed ${seed}`).to.deep.equal(after);
      expect(moved, `seed ${seed}`).not.to.include(fixed);
    }
  });
});
