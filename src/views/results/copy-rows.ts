import { findSelectedRange } from "./text-selection.js";

/** Whether any text of an element is selected. A selection that ends at the element's edge contains none of it. */
function isSelected(part: Element, range: Range): boolean {
  if (!range.intersectsNode(part)) return false;
  const own = part.ownerDocument.createRange();
  own.selectNodeContents(part);
  if (range.compareBoundaryPoints(Range.START_TO_START, own) > 0) own.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, own) < 0) own.setEnd(range.endContainer, range.endOffset);
  return trimText(own.toString()) !== "";
}

const trimText = (text: string): string => text.replace(/\s+/g, " ").replace(/^ | $/g, "");

/** The text of a cell as it is on the screen; a shortened address is copied whole, from its tooltip. */
function readCellText(cell: Element): string {
  const [only, ...others] = cell.matches(".ltr") ? [cell] : cell.children;
  const isCut = only instanceof HTMLElement && others.length === 0 && only.matches(".ltr[title]");
  return trimText(isCut ? only.title : (cell.textContent ?? ""));
}

/**
 * Writes the selected rows to the clipboard as spreadsheets expect them: one line for each row, with tabs between the cells. (A
 * browser writes one line for each cell of a grid.) Does nothing if the selection is within one cell.
 *
 * @param rows the cells of each row
 */
export function copyRows(event: ClipboardEvent, rows: readonly (readonly Element[])[]): void {
  const inside = rows[0]?.[0];
  const range = inside && findSelectedRange(inside);
  if (!range || !event.clipboardData) return;
  const selected = rows
    .map((cells) => cells.map((cell) => (isSelected(cell, range) ? readCellText(cell) : undefined)))
    .filter((cells) => cells.some((text) => text !== undefined));
  if (selected.flat().filter((text) => text !== undefined).length < 2) return;
  // The first row may be selected from its middle: all rows start at the same column, so that columns stay aligned.
  const first = Math.min(...selected.map((cells) => cells.findIndex((text) => text !== undefined)));
  const lines = selected.map((cells) => {
    const last = cells.findLastIndex((text) => text !== undefined);
    return cells
      .slice(first, last + 1)
      .map((text) => text ?? "")
      .join("\t");
  });
  event.clipboardData.setData("text/plain", lines.join("\n"));
  event.preventDefault();
}
