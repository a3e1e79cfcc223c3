/**
 * Puts elements into a list in their order. Never moves `fixed`: an element that is moved loses the focus.
 *
 * @param elements all elements of the list
 */
export function placeElements(list: Element, elements: readonly Element[], fixed: Element | undefined): void {
  const at = fixed ? elements.indexOf(fixed) : -1;
  let next = at === -1 ? list.firstElementChild : fixed!.nextElementSibling;
  for (const element of elements.slice(at + 1)) {
    if (element === next) next = next.nextElementSibling;
    else list.insertBefore(element, next);
  }
  let after = at === -1 ? null : fixed!;
  for (const element of elements.slice(0, Math.max(0, at)).reverse()) {
    if (after!.previousElementSibling !== element) list.insertBefore(element, after);
    after = element;
  }
}
