/*
 * Rows that are selected with the mouse and copied. A browser copies the cells of a grid one a line; here a row is a line, and
 * its cells are parted by tabs, as spreadsheets take them.
 */

/** The selection in a shadow tree, as a range; undefined where there is none. */
function selectedRange(inside: Element): Range | undefined {
  const root = inside.getRootNode() as ShadowRoot & { getSelection?: () => Selection | null };
  // Chromium hides selections in a shadow tree from the document; getSelection of a shadow root is its own.
  const selection = root.getSelection ? root.getSelection() : inside.ownerDocument.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  if (root.getSelection) return selection.getRangeAt(0);
  const composed = selection.getComposedRanges?.({ shadowRoots: [root] })[0] ?? selection.getRangeAt(0);
  const range = inside.ownerDocument.createRange();
  if (!root.contains(composed.startContainer) || !root.contains(composed.endContainer)) return undefined;
  range.setStart(composed.startContainer, composed.startOffset);
  range.setEnd(composed.endContainer, composed.endOffset);
  return range;
}

/** Whether some text of an element is selected; a selection that only reaches its edge has none of it. */
function isSelected(part: Element, range: Range): boolean {
  if (!range.intersectsNode(part)) return false;
  const own = part.ownerDocument.createRange();
  own.selectNodeContents(part);
  if (range.compareBoundaryPoints(Range.START_TO_START, own) > 0) own.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, own) < 0) own.setEnd(range.endContainer, range.endOffset);
  return trimmed(own.toString()) !== "";
}

const trimmed = (text: string): string => text.replace(/\s+/g, " ").replace(/^ | $/g, "");

/** The text of a cell as it is on the screen; an address that was cut is whole, as in its tooltip. */
function cellText(cell: Element): string {
  const [only, ...others] = cell.children;
  const isCut = only instanceof HTMLElement && others.length === 0 && only.matches(".ltr[title]");
  return trimmed(isCut ? only.title : (cell.textContent ?? ""));
}

/**
 * Writes selected rows to the clipboard, one a line. Does nothing where the selection lies within one cell: that is copied
 * exactly as it is selected.
 *
 * @param rows each with its cells
 */
export function copyRows(event: ClipboardEvent, rows: readonly (readonly Element[])[]): void {
  const inside = rows[0]?.[0];
  const range = inside && selectedRange(inside);
  if (!range || !event.clipboardData) return;
  const selected = rows
    .map((cells) => cells.map((cell) => (isSelected(cell, range) ? cellText(cell) : undefined)))
    .filter((cells) => cells.some((text) => text !== undefined));
  if (selected.flat().filter((text) => text !== undefined).length < 2) return;
  // A first row that is selected from its middle on keeps its columns beneath those of the others.
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
