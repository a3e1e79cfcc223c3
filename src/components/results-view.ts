/*
 * What shows results: a chunk of its own, fetched with the first search while the server answers. A page that
 * only shows the card, or a reader who has not searched yet, does not pay for them.
 */
import "./columns-menu.js";
import "./coverage-line.js";
import "./export-menu.js";
import "./found-template.js";
import "./notice.js";
import "./pagination.js";
import "./report-head.js";
import "./results-cards.js";
import "./results-table.js";
import "./statistics-bar.js";
import "./filter-chips.js";
