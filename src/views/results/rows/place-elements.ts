/**
 * Puts elements into a list in their order. Moves as few as possible, and never `fixed`: an element that is moved loses the
 * focus.
 *
 * @param skipped an element of the list that stays where it is and has no place among the others
 */
export function placeElements(
  list: Element,
  elements: readonly Element[],
  fixed: Element | undefined,
  skipped?: Element,
): void {
  const at = fixed ? elements.indexOf(fixed) : -1;
  let next = at === -1 ? list.firstElementChild : fixed!.nextElementSibling;
  for (const element of elements.slice(at + 1)) {
    if (next === skipped && next !== null) next = next.nextElementSibling;
    if (element === next) next = next.nextElementSibling;
    else list.insertBefore(element, next);
  }
  let previous = at === -1 ? null : fixed!.previousElementSibling;
  for (const element of elements.slice(0, Math.max(0, at)).reverse()) {
    if (element === previous) previous = previous.previousElementSibling;
    else list.insertBefore(element, previous ? previous.nextElementSibling : list.firstElementChild);
  }
}
