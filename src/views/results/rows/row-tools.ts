/* What the table needs when it is used. The pointer or the focus loads it when it reaches the table or its pages. */
export { copyRows } from "../copy-rows.js";
export { RowsAhead } from "./rows-ahead.js";
export { showTooltip } from "./tooltip.js";
