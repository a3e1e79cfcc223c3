/* The components that show results. The first search loads them while it waits for the server. */
import "../toolbar/columns-menu.js";
import "../results/coverage-line.js";
import "../results/notice.js";
import "../results/pagination.js";
import "../results/report-head.js";
import "../results/results-table.js";
import "../results/statistics-bar.js";
import "../filters/filter-chips.js";

export { foundStyles } from "./found.styles.js";
export { renderFound } from "./found-template.js";
