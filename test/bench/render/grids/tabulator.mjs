import { Tabulator } from "tabulator-tables";
import css from "tabulator-tables/dist/css/tabulator.min.css?inline";
import { putOnStage } from "./stage.mjs";

putOnStage({
  styles: css,
  async create(place, { columns, rowHeight }, rows) {
    const host = place.appendChild(document.createElement("div"));
    host.style.font = "inherit";
    const table = new Tabulator(host, {
      height: place.clientHeight,
      rowHeight,
      data: rows,
      columns: columns.map(({ field, title, width }) => ({ field, title, width })),
    });
    await new Promise((done) => table.on("tableBuilt", done));
    return { setRows: (next) => table.setData(next), destroy: () => table.destroy() };
  },
  rowAt: (place, index) => {
    // The rows in their order, without those that are out of sight; each has the event that it shows.
    const first = place.querySelector(".tabulator-table > .tabulator-row");
    return first?.parentElement.children[index];
  },
  cellsOf: (row) => row.querySelectorAll(":scope > .tabulator-cell"),
});
