import { defineCustomElements } from "@revolist/revogrid/loader";
import { putOnStage } from "./stage.mjs";

const defined = defineCustomElements();

putOnStage({
  async create(place, { columns, rowHeight }, rows) {
    await defined;
    const grid = document.createElement("revo-grid");
    grid.style.cssText = "block-size: 100%; font: inherit";
    Object.assign(grid, {
      readonly: true,
      rowSize: rowHeight,
      columns: columns.map(({ field, title, width }) => ({ prop: field, name: title, size: width })),
      source: rows,
    });
    place.append(grid);
    return { setRows: (next) => void (grid.source = next), destroy: () => grid.remove() };
  },
  rowAt: (place, index) => place.querySelector(`revogr-data[type="rgRow"] .rgRow[data-rgrow="${index}"]`),
  cellsOf: (row, { columns }) => columns.map((_, at) => row.querySelector(`[data-rgcol="${at}"]`)),
});
