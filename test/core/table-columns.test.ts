import { expect } from "@open-wc/testing";
import { computeColumnWidths, sumWidths } from "../../src/core/column-widths.js";
import {
  COLUMN_IDS,
  createColumnTemplate,
  DEFAULT_COLUMNS,
  isList,
  orderColumns,
  type ColumnId,
  type ColumnWidths,
  type Needs,
} from "../../src/core/table-columns.js";

describe("columns", () => {
  it("are eight, of which five are shown by default", () => {
    expect(COLUMN_IDS.length).to.equal(8);
    expect(DEFAULT_COLUMNS).to.deep.equal(["timestamp", "action", "affectedUser", "affectedDomain", "object"]);
  });

  it("are all shown if they do not fit: the table scrolls at any width", () => {
    for (const width of [320, 719, 1024]) expect(isList(COLUMN_IDS, width), `${width}`).to.equal(false);
    expect(isList([...DEFAULT_COLUMNS, "byIp"], 320)).to.equal(false);
    expect(sumWidths(computeColumnWidths(COLUMN_IDS, 1024, undefined, {}))).to.equal(1244);
  });

  it("are a list on a narrow page if only the default ones are on", () => {
    expect(isList(DEFAULT_COLUMNS, 719)).to.equal(true);
    expect(isList(["timestamp"], 719)).to.equal(true);
    expect(isList(DEFAULT_COLUMNS, 720)).to.equal(false);
  });

  it("keep the timestamp and their own order, whatever the user chooses", () => {
    expect(orderColumns([])).to.deep.equal(["timestamp"]);
    expect(orderColumns(["object", "action"])).to.deep.equal(["timestamp", "action", "object"]);
  });

  it("of the default ones always fit, also with long timestamps", () => {
    const sumLeastWidths = (template: string) =>
      Array.from(template.matchAll(/(?:minmax\()?(\d+)px(?:, [^)]*\))?/g), ([, px]) => Number(px)).reduce(
        (a, b) => a + b,
        0,
      );
    for (let chosen = 0; chosen < 32; chosen++) {
      const columns = orderColumns(DEFAULT_COLUMNS.filter((_, at) => chosen & (1 << at)));
      for (let width = 720; width <= 1300; width += 20)
        for (const timestamp of [164, 212])
          expect(sumLeastWidths(createColumnTemplate(columns, width, { timestamp }))).to.be.at.most(width);
    }
  });

  describe("with long domains", () => {
    const computeSum = (columns: readonly ColumnId[], width: number, needs: Needs) => {
      const widths = computeColumnWidths(columns, width, needs, {});
      return (id: ColumnId) => widths[columns.indexOf(id)];
    };

    it("give domains room before any other column has more than it needs", () => {
      const wide = computeSum(COLUMN_IDS, 1600, { affectedDomain: 400, byDomain: 240 });
      expect(wide("affectedDomain")).to.be.at.least(400);
      expect(wide("byDomain")).to.be.at.least(240);
      expect(wide("affectedUser")).to.be.at.least(108);
      // There is not enough for both: the affected one comes first.
      const tight = computeSum(COLUMN_IDS, 1340, { affectedDomain: 220, byDomain: 260 });
      expect(tight("affectedDomain")).to.equal(220);
      expect(tight("byDomain")).to.equal(208);
      expect(tight("affectedUser")).to.equal(108);
    });

    it("do not scroll for long domains, and none is wider than a column can be set", () => {
      for (const width of [720, 900, 1244, 1280, 1600]) {
        const all = computeColumnWidths(DEFAULT_COLUMNS, width, { affectedDomain: 5000 }, {});
        expect(sumWidths(all)).to.be.at.most(width);
      }
      expect(computeSum(COLUMN_IDS, 3000, { affectedDomain: 5000, byDomain: 700 })("byDomain")).to.be.at.least(640);
    });

    it("stay unchanged if the domains have enough room", () => {
      expect(createColumnTemplate(DEFAULT_COLUMNS, 1280, { affectedDomain: 90 })).to.equal(
        createColumnTemplate(DEFAULT_COLUMNS, 1280),
      );
    });
  });

  it("give wide typefaces more where every column has room for it", () => {
    const columns: ColumnId[] = ["timestamp", "action"];
    expect(createColumnTemplate(columns, 379)).to.equal("36px 164px minmax(176px, 1fr)");
    expect(createColumnTemplate(columns, 380)).to.equal("36px 164px minmax(180px, 1fr)");
  });

  it("give what is left to the affected domain, or to the last one", () => {
    expect(createColumnTemplate(["timestamp", "affectedDomain"], 900)).to.equal("36px 164px minmax(100px, 1fr)");
    expect(createColumnTemplate(["timestamp", "byIp"], 900)).to.equal("36px 164px minmax(174px, 1fr)");
    expect(createColumnTemplate(["timestamp"], 900, { timestamp: 210 })).to.equal("36px minmax(210px, 1fr)");
  });

  describe("with widths that the user has set", () => {
    const set = (widths: ColumnWidths, width: number, columns: readonly ColumnId[] = DEFAULT_COLUMNS) =>
      computeColumnWidths(orderColumns(columns), width, undefined, widths);

    it("have these widths, and the other columns share the rest", () => {
      expect(createColumnTemplate(DEFAULT_COLUMNS, 1280, undefined, { action: 240 })).to.equal(
        "36px 164px 240px minmax(108px, 0.4fr) minmax(100px, 1fr) minmax(142px, 0.4fr)",
      );
      expect(set({ action: 240 }, 1280)[1]).to.equal(240);
      expect(sumWidths(set({ action: 240 }, 1280))).to.equal(1280);
    });

    it("leave the rest empty if every flexible column has a width", () => {
      const widths = { affectedUser: 100, affectedDomain: 200, object: 120 };
      expect(sumWidths(set(widths, 1280))).to.be.below(1280);
    });

    it("are wider than the table if the user sets them so", () => {
      const widths = { affectedDomain: 640 };
      expect(set(widths, 1280, COLUMN_IDS)[3]).to.equal(640);
      expect(sumWidths(set(widths, 1280, COLUMN_IDS))).to.be.above(1280);
    });

    it("have the widths that a browser gives them, for every choice of columns", () => {
      const grid = document.createElement("div");
      grid.style.setProperty("display", "grid");
      document.body.append(grid);
      const settings: ColumnWidths[] = [{}, { action: 96 }, { affectedDomain: 300 }, { byIp: 64, object: 400 }];
      try {
        for (let chosen = 0; chosen < 256; chosen += 3) {
          const columns = COLUMN_IDS.filter((_, at) => chosen & (1 << at));
          for (const widths of settings) {
            for (const width of [720, 900, 1100, 1280, 1600]) {
              const shown = orderColumns(columns);
              grid.style.setProperty("width", `${width}px`);
              grid.style.setProperty("grid-template-columns", createColumnTemplate(shown, width, undefined, widths));
              const made = getComputedStyle(grid).gridTemplateColumns.split(" ").slice(1).map(parseFloat);
              const told = computeColumnWidths(shown, width, undefined, widths);
              expect(told.length).to.equal(made.length);
              told.forEach((px, at) =>
                expect(
                  px,
                  `${grid.style.gridTemplateColumns} at ${width}: ${told.join()} and ${made.join()}`,
                ).to.be.closeTo(made[at] ?? 0, 1),
              );
            }
          }
        }
      } finally {
        grid.remove();
      }
    });

    it("are the least that a column needs until the text is measured", () => {
      expect(computeColumnWidths(["timestamp", "action"], Infinity, undefined, {})).to.deep.equal([164, 180]);
    });
  });
});
