import { ClientSideRowModelModule, createGrid, createTheme, ModuleRegistry } from "ag-grid-community";
import { putOnStage } from "./stage.mjs";

ModuleRegistry.registerModules([ClientSideRowModelModule]);

putOnStage({
  create(place, { columns, rowHeight }, rows) {
    const grid = createGrid(place, {
      theme: createTheme().withParams({
        rowHeight,
        headerHeight: rowHeight,
        fontFamily: "inherit",
        fontSize: "inherit",
      }),
      columnDefs: columns.map(({ field, title, width }) => ({ field, headerName: title, width, sortable: false })),
      rowData: rows,
      rowHeight,
    });
    return { setRows: (next) => grid.setGridOption("rowData", next), destroy: () => grid.destroy() };
  },
  rowAt: (place, index) => place.querySelector(`.ag-grid-scrolling-container > [row-index="${index}"]`),
  cellsOf: (row, { columns }) => columns.map(({ field }) => row.querySelector(`[col-id="${field}"]`)),
});
