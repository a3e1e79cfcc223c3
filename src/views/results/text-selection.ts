/**
 * The selection in the shadow root of an element; null if nothing can be selected there. Chromium hides such a selection from the
 * document, so a shadow root has its own `getSelection` there.
 */
export function findSelection(inside: Element): Selection | null {
  const root = inside.getRootNode() as ShadowRoot & { getSelection?: () => Selection | null };
  return root.getSelection ? root.getSelection() : inside.ownerDocument.getSelection();
}

/**
 * Whether a click on this element has selected text. Pressing the button drops every older selection, so a selection that is
 * there at the click was made by it.
 */
export function isTextSelected(inside: Element): boolean {
  const selection = findSelection(inside);
  return selection !== null && selection.type === "Range" && selection.toString() !== "";
}

/** The selected part of a shadow root; undefined if no text is selected. */
export function findSelectedRange(inside: Element): Range | undefined {
  const root = inside.getRootNode() as ShadowRoot;
  const selection = findSelection(inside);
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  if ("getSelection" in root) return selection.getRangeAt(0);
  const composed = selection.getComposedRanges?.({ shadowRoots: [root] })[0] ?? selection.getRangeAt(0);
  const range = inside.ownerDocument.createRange();
  if (!root.contains(composed.startContainer) || !root.contains(composed.endContainer)) return undefined;
  range.setStart(composed.startContainer, composed.startOffset);
  range.setEnd(composed.endContainer, composed.endOffset);
  return range;
}
