import { expect } from "@open-wc/testing";
import { setViewport } from "@web/test-runner-commands";
import { Random } from "../../../demo/mocks/records/random.js";
import { COLUMN_IDS } from "../../../src/core/table-columns.js";
import { listSeeds } from "../../support/seeds.js";
import { WINDOW_SIZE } from "../../support/window-size.js";
import { createEvent, waitForUpdate } from "../support.js";
import { getRows, showTable } from "./results-table-support.js";

/** Letters of very different widths: in capitals, in other scripts, from right to left, and wider than the type is high. */
const LETTERS = [..."iIlmMwW@%019._-é中あж", "ש", "ع", "﷽", "👩‍💻"];

const getCells = (element: Element) => getRows(element).flatMap((row) => [...row.children].slice(1));
/** The element of a cell that cuts its text: the word of an action or an object, else the cell. */
const findBox = (cell: Element): Element => cell.querySelector(".clip") ?? cell;
const isTooWide = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth;
const cuts = (cell: Element) => getComputedStyle(findBox(cell)).overflowX === "clip";

/** The cells whose text reaches out of them. */
const findLoose = (element: Element) =>
  getCells(element)
    .filter((cell) => isTooWide(cell) && isTooWide(findBox(cell)) && !cuts(cell))
    .map((cell) => cell.textContent);

describe("a value that is too long for its cell", () => {
  afterEach(() => setViewport(WINDOW_SIZE));

  it("is cut, and others are not", async () => {
    const events = [createEvent({ affectedUser: "1015" }), createEvent({ affectedUser: "W".repeat(60) })];
    const { element } = await showTable({ events, columns: COLUMN_IDS });
    const users = [...element.renderRoot.querySelectorAll("td.col-affectedUser")];
    expect(users.map(cuts)).to.deep.equal([false, true]);
    expect(users.map(isTooWide)).to.deep.equal([false, true]);
  });

  it("keeps the last column away from the edge of the table", async () => {
    const events = Array.from({ length: 25 }, (_, at) => createEvent({ byDomain: "i".repeat(2 * at + 2) }));
    const { element } = await showTable({ events, columns: ["timestamp", "action", "byDomain"] });
    element.widths = { byDomain: 160 };
    await waitForUpdate(element);
    const whole = [...element.renderRoot.querySelectorAll("td.col-byDomain")].filter((cell) => !cuts(cell));
    expect(whole.length).to.be.within(1, events.length - 1);
    for (const cell of whole) {
      const text = document.createRange();
      text.selectNodeContents(cell);
      const end = cell.getBoundingClientRect().right - parseFloat(getComputedStyle(cell).paddingInlineEnd);
      expect(text.getBoundingClientRect().right, cell.textContent!).to.be.at.most(end);
    }
  });

  const { first: seed } = listSeeds(1610, 1);
  it(`never reaches into the next cell, in a window and a type of any size (seed ${seed})`, async () => {
    const random = new Random(seed);
    const write = () =>
      Array.from({ length: random.int(0, 40) }, () => random.pick(LETTERS)).join("") + "i".repeat(random.int(0, 40));
    const events = Array.from({ length: 25 }, () =>
      createEvent({
        ...{ action: write(), object: write(), affectedUser: write(), affectedDomain: write() },
        ...{ byUser: write(), byDomain: write(), byIp: write() },
      }),
    );
    const { element } = await showTable({ events, columns: COLUMN_IDS });
    for (const [width, size, family] of [
      [1440, "13px", "sans-serif"],
      [1440, "13px", "monospace"],
      [1024, "22px", "serif"],
      [760, "13px", "sans-serif"],
    ] as const) {
      element.style.setProperty("--alv-font-size-md", size);
      element.style.font = `400 ${size} ${family}`;
      await setViewport({ width, height: 800 });
      await waitForUpdate(element);
      expect(findLoose(element), `${width} px, ${size} ${family}`).to.deep.equal([]);
    }
  });
});
