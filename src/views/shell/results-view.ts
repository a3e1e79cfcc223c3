/*
 * What shows results: a chunk of its own, fetched with the first search while the server answers. A page that
 * only shows the card, or a reader who has not searched yet, does not pay for them.
 */
import "../toolbar/columns-menu.js";
import "../results/coverage-line.js";
import "../results/notice.js";
import "../results/pagination.js";
import "../results/report-head.js";
import "../results/results-table.js";
import "../results/statistics-bar.js";
import "../filters/filter-chips.js";

export { foundTemplate } from "./found-template.js";
