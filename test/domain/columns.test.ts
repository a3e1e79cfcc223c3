import { expect } from "@open-wc/testing";
import {
  COLUMN_IDS,
  columnTemplate,
  DEFAULT_COLUMNS,
  fittingColumns,
  type ColumnId,
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
});
