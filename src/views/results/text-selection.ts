/**
 * Whether text is selected at the end of a click: the press has dropped every older selection, so what is selected now was
 * selected by this click, and the reader wants the text, not the row's details.
 *
 * @param inside an element of the shadow root in which the click happened
 */
export function endsTextSelection(inside: Element): boolean {
  // Chromium hides selections in a shadow tree from the document; getSelection of a shadow root is its own.
  const root = inside.getRootNode() as ShadowRoot & { getSelection?: () => Selection | null };
  const selection = root.getSelection ? root.getSelection() : inside.ownerDocument.getSelection();
  return selection !== null && selection.type === "Range" && selection.toString() !== "";
}
