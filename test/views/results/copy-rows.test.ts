import { expect } from "@open-wc/testing";
import { resetMouse, sendMouse } from "@web/test-runner-commands";
import { html, type LitElement } from "lit";
import "../../../src/views/results/results-cards.js";
import "../../../src/views/results/results-table.js";
import { COLUMN_IDS, type ColumnId } from "../../../src/core/table-columns.js";
import { press } from "../../support/user-input.js";
import { waitUntil } from "../../flows/support.js";
import { getAll, getAllByText, get, getPart, getParts } from "../../support/screen.js";
import { createEvent, mount } from "../support.js";

const EVENTS = [
  createEvent(),
  createEvent({ action: "login", object: "oauth", at: "2026-11-22T23:40:00Z", affectedUser: "" }),
  createEvent({
    at: "2026-11-22T23:39:00Z",
    byIp: "2001:db8:4c1e:90aa:7f03:12ff:fe9a:61b4",
    parameters: [{ name: "password", value: "geheim" }],
  }),
];

const LINES = [
  "Nov 22 06:41:09 PM\tModify/Update\t2104\tnorthgate-dental.example\tAnswer Rule\tmaria.ortiz\tharborline.example\t203.0.113.24",
  "Nov 22 06:40:00 PM\tLogin\t-\tnorthgate-dental.example\tOAuth\tmaria.ortiz\tharborline.example\t203.0.113.24",
  "Nov 22 06:39:00 PM\tModify/Update\t2104\tnorthgate-dental.example\tAnswer Rule\tmaria.ortiz\tharborline.example\t2001:db8:4c1e:90aa:7f03:12ff:fe9a:61b4",
];
const HEAD = "Timestamp New York\tAction\tAffected User\tAffected Domain\tObject\tBy User\tBy Domain\tIP Address";

const mountTable = (openId: string | null = null) =>
  mount(html`<alv-results-table .events=${EVENTS} .columns=${COLUMN_IDS} .openId=${openId}></alv-results-table>`);

/** The first and last letters of a cell on the screen. */
function ends(cell: Element): { first: [number, number]; last: [number, number] } {
  const range = document.createRange();
  range.selectNodeContents(cell);
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
  const left = Math.min(...boxes.map((box) => box.left));
  const right = Math.max(...boxes.map((box) => box.right));
  const y = Math.round(boxes[0]!.top + boxes[0]!.height / 2);
  return { first: [Math.round(left) + 1, y], last: [Math.round(right) - 1, y] };
}

/** Selects with the real mouse, and copies with the real keys. What is answered is what the clipboard has then. */
async function copyCells(from: [number, number], to: [number, number]): Promise<string> {
  await navigator.clipboard.writeText("nothing was copied");
  await sendMouse({ type: "move", position: from });
  await sendMouse({ type: "down" });
  await sendMouse({ type: "move", position: [Math.round((from[0] + to[0]) / 2), to[1]] });
  await sendMouse({ type: "move", position: to });
  await sendMouse({ type: "up" });
  let heard = false;
  addEventListener("copy", () => (heard = true), { once: true });
  await press("Control+C");
  await waitUntil(() => heard, "the copy");
  return (await navigator.clipboard.readText()).replace(/\r/g, "");
}

const getCell = (element: LitElement, row: number, column: ColumnId) =>
  getAll(getParts(element, "row")[row]!, "cell")[COLUMN_IDS.indexOf(column) + 1]!;

describe("rows that are selected and copied", () => {
  afterEach(() => resetMouse());

  it("have one line each, with tabs between their cells", async () => {
    const { element } = await mountTable();
    const text = await copyCells(ends(getCell(element, 0, "timestamp")).first, ends(getCell(element, 2, "byIp")).last);
    expect(text).to.equal(LINES.join("\n"));
  });

  it("include the head if it is selected, too", async () => {
    const { element, root } = await mountTable();
    const head = getAllByText(get(root.content, "columnheader", "Timestamp"), "Timestamp")[0]!;
    const text = await copyCells(ends(head).first, ends(getCell(element, 0, "byIp")).last);
    expect(text).to.equal([HEAD, LINES[0]].join("\n"));
  });

  it("keep their columns where the first row is selected from its middle on", async () => {
    const { element } = await mountTable();
    const text = await copyCells(ends(getCell(element, 0, "object")).first, ends(getCell(element, 1, "action")).last);
    expect(text.split("\n")).to.deep.equal([
      "\t\t\t\tAnswer Rule\tmaria.ortiz\tharborline.example\t203.0.113.24",
      "Nov 22 06:40:00 PM\tLogin",
    ]);
  });

  it("leave out the details between them, and hidden values", async () => {
    const { element } = await mountTable(EVENTS[2]!.id);
    const text = await copyCells(ends(getCell(element, 1, "timestamp")).first, ends(getCell(element, 2, "byIp")).last);
    expect(text).to.equal(LINES.slice(1).join("\n"));
    expect(text).to.not.contain("geheim");
  });

  it("do not change a selection within one cell, which is copied exactly", async () => {
    const { element } = await mountTable();
    const { first, last } = ends(getCell(element, 0, "affectedDomain"));
    const text = await copyCells(first, [Math.round((first[0] + last[0]) / 2), first[1]]);
    expect("northgate-dental.example".startsWith(text), text).to.equal(true);
    expect(text.length).to.be.within(4, 20);
  });

  it("have one line each as cards, too", async () => {
    const { element } = await mount(html`<alv-results-cards .events=${EVENTS}></alv-results-cards>`, { width: 700 });
    const cards = getParts(element, "card");
    const text = await copyCells(
      ends(getPart(cards[0]!, "badge")).first,
      ends(getAll(cards[1]!, "paragraph")[1]!.lastElementChild!).last,
    );
    const lines = text.split("\n");
    expect(lines.length).to.equal(2);
    expect(lines[0]!.split("\t").slice(0, 3)).to.deep.equal(["Modify/Update", "Answer Rule", "Nov 22 06:41:09 PM"]);
    expect(lines[0]).to.contain("maria.ortiz");
    expect(lines[1]!.split("\t").slice(0, 2)).to.deep.equal(["Login", "OAuth"]);
  });
});
