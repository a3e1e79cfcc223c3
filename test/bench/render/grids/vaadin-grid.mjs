import "@vaadin/grid/vaadin-grid.js";
import { putOnStage } from "./stage.mjs";

putOnStage({
  create(place, { columns, rowHeight }, rows) {
    const grid = document.createElement("vaadin-grid");
    grid.style.cssText = `block-size: 100%; --vaadin-grid-cell-padding: 0 8px; --bench-row: ${rowHeight}px`;
    for (const { field, title, width } of columns) {
      const column = document.createElement("vaadin-grid-column");
      grid.append(Object.assign(column, { path: field, header: title, width: `${width}px`, flexGrow: 0 }));
    }
    grid.items = rows;
    place.append(grid);
    return { setRows: (next) => void (grid.items = next), destroy: () => grid.remove() };
  },
  rowAt: (place, index) => {
    const rows = place.querySelector("vaadin-grid")?.shadowRoot?.querySelector("#items");
    return rows?.querySelector(`:scope > tr[aria-rowindex="${index + 2}"]:not([hidden])`);
  },
  *cellsOf(row) {
    for (const slot of row.querySelectorAll(":scope > td > slot")) yield slot.assignedElements()[0];
  },
  styles: "vaadin-grid::part(cell) { block-size: var(--bench-row); min-block-size: var(--bench-row); }",
});
