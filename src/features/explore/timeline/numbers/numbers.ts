/* What says the numbers of the timeline: its foot, the folded line, and a table for screen readers and on paper. */
export { renderFoot, renderFolded } from "./foot.js";
export { NumbersTable as Table } from "./numbers-table.js";
export { numbersStyles as styles } from "./numbers.styles.js";
