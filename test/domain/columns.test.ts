import { expect } from "@open-wc/testing";
import { columnWidths, totalWidth } from "../../src/domain/column-widths.js";
import {
  COLUMN_IDS,
  columnTemplate,
  DEFAULT_COLUMNS,
  fittingColumns,
  type ColumnId,
  type ColumnWidths,
} from "../../src/domain/columns.js";

describe("columns", () => {
  it("are eight, of which five are shown by default", () => {
    expect(COLUMN_IDS.length).to.equal(8);
    expect(DEFAULT_COLUMNS).to.deep.equal(["timestamp", "action", "affectedUser", "affectedDomain", "object"]);
  });

  it("leave one by one, the least useful first", () => {
    const gone = (width: number) => COLUMN_IDS.filter((id) => fittingColumns(COLUMN_IDS, width).indexOf(id) === -1);
    expect(gone(1244)).to.deep.equal([]);
    expect(gone(1243)).to.deep.equal(["byDomain"]);
    expect(gone(1056)).to.deep.equal(["byDomain"]);
    expect(gone(1055)).to.deep.equal(["byDomain", "byIp"]);
    expect(gone(882)).to.deep.equal(["byDomain", "byIp"]);
    expect(gone(881)).to.deep.equal(["byUser", "byDomain", "byIp"]);
    expect(gone(320)).to.deep.equal(["byUser", "byDomain", "byIp"]);
  });

  it("stay longer when others are switched off", () => {
    const few: ColumnId[] = ["timestamp", "action", "byDomain"];
    expect(fittingColumns(few, 720)).to.deep.equal(few);
  });

  it("keep the timestamp and their own order, whatever is chosen", () => {
    expect(fittingColumns([], 1280)).to.deep.equal(["timestamp"]);
    expect(fittingColumns(["object", "action"], 1280)).to.deep.equal(["timestamp", "action", "object"]);
  });

  it("never need more than the width that they are given", () => {
    const least = (template: string) =>
      Array.from(template.matchAll(/(?:minmax\()?(\d+)px(?:, [^)]*\))?/g), ([, px]) => Number(px)).reduce(
        (a, b) => a + b,
        0,
      );
    for (let chosen = 0; chosen < 256; chosen++) {
      const columns = COLUMN_IDS.filter((_, at) => chosen & (1 << at));
      for (let at = 720; at <= 2600; at += 20) {
        const width = at > 1300 ? at - 580 : at;
        const time = at > 1300 ? 212 : 164;
        expect(least(columnTemplate(fittingColumns(columns, width, time), width, time))).to.be.at.most(width);
      }
    }
  });

  it("give wide typefaces more where every column has room for it", () => {
    const columns: ColumnId[] = ["timestamp", "action"];
    expect(columnTemplate(columns, 379)).to.equal("36px 164px minmax(176px, 1fr)");
    expect(columnTemplate(columns, 380)).to.equal("36px 164px minmax(180px, 1fr)");
  });

  it("give what is left to the affected domain, or to the last one", () => {
    expect(columnTemplate(["timestamp", "affectedDomain"], 900)).to.equal("36px 164px minmax(100px, 1fr)");
    expect(columnTemplate(["timestamp", "byIp"], 900)).to.equal("36px 164px minmax(174px, 1fr)");
    expect(columnTemplate(["timestamp"], 900, 210)).to.equal("36px minmax(210px, 1fr)");
  });

  describe("of widths that the reader has set", () => {
    const set = (widths: ColumnWidths, width: number, columns: readonly ColumnId[] = DEFAULT_COLUMNS) =>
      columnWidths(fittingColumns(columns, width, undefined, widths), width, undefined, widths);

    it("have them, and the others share what is left", () => {
      expect(columnTemplate(DEFAULT_COLUMNS, 1280, undefined, { action: 240 })).to.equal(
        "36px 164px 240px minmax(108px, 0.4fr) minmax(100px, 1fr) minmax(142px, 0.4fr)",
      );
      expect(set({ action: 240 }, 1280)[1]).to.equal(240);
      expect(totalWidth(set({ action: 240 }, 1280))).to.be.within(1276, 1280);
    });

    it("leave what is left empty when every flexible column has a width", () => {
      const widths = { affectedUser: 100, affectedDomain: 200, object: 120 };
      expect(totalWidth(set(widths, 1280))).to.be.below(1280);
    });

    it("are wider than the table when the reader wants it so, and nothing leaves for it", () => {
      const widths = { affectedDomain: 640 };
      expect(fittingColumns(COLUMN_IDS, 1280, undefined, widths)).to.deep.equal(COLUMN_IDS);
      expect(set(widths, 1280, COLUMN_IDS)[3]).to.equal(640);
      expect(totalWidth(set(widths, 1280, COLUMN_IDS))).to.be.above(1280);
    });

    it("make room for another column when they are narrow", () => {
      expect(fittingColumns(COLUMN_IDS, 1200)).to.not.include("byDomain");
      expect(fittingColumns(COLUMN_IDS, 1200, undefined, { affectedDomain: 100 })).to.include("byDomain");
    });

    it("come out as a browser makes them, for every choice of columns", () => {
      const grid = document.createElement("div");
      grid.style.setProperty("display", "grid");
      document.body.append(grid);
      const settings: ColumnWidths[] = [{}, { action: 96 }, { affectedDomain: 300 }, { byIp: 64, object: 400 }];
      try {
        for (let chosen = 0; chosen < 256; chosen += 3) {
          const columns = COLUMN_IDS.filter((_, at) => chosen & (1 << at));
          for (const widths of settings) {
            for (const width of [720, 900, 1100, 1280, 1600]) {
              const shown = fittingColumns(columns, width, undefined, widths);
              grid.style.setProperty("width", `${width}px`);
              grid.style.setProperty("grid-template-columns", columnTemplate(shown, width, undefined, widths));
              const made = getComputedStyle(grid).gridTemplateColumns.split(" ").slice(1).map(parseFloat);
              const told = columnWidths(shown, width, undefined, widths);
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

    it("are the least that a column needs as long as nothing is measured", () => {
      expect(columnWidths(["timestamp", "action"], Infinity, undefined, {})).to.deep.equal([164, 180]);
    });
  });
});
