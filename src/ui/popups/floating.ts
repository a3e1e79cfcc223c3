import { type Placement, autoUpdate, computePosition, flip, offset, shift, size } from "@floating-ui/dom";

/** px; a lower list would not be usable. */
const LEAST_HEIGHT = 120;

/**
 * Computes the position of a popup now and after each movement, and sets its height and width.
 *
 * @param gap the distance to the anchor, px
 * @param padding the least distance to the edges of the window, px
 * @param put called with each position, px
 * @returns a function that stops the updates
 */
export function keepPlaced(
  popup: HTMLElement,
  anchor: HTMLElement,
  placement: Placement,
  [gap, padding]: readonly [gap: number, padding: number],
  put: (x: number, y: number) => void,
): () => void {
  // Without a height limit, so that content that has grown can move the popup to the other side.
  popup.style.removeProperty("--_popup-height");
  const middleware = [
    offset(gap),
    flip({ padding }),
    shift({ padding }),
    size({
      padding,
      apply: ({ availableHeight, rects }) => {
        popup.style.setProperty("--_popup-height", `${Math.max(LEAST_HEIGHT, availableHeight)}px`);
        popup.style.setProperty("--_popup-width", `${rects.reference.width}px`);
      },
    }),
  ];
  const compute = () => computePosition(anchor, popup, { strategy: "fixed", placement, middleware });
  return autoUpdate(anchor, popup, () => {
    // A popup that closes changes its size, too.
    if (popup.matches(":popover-open")) void compute().then(({ x, y }) => put(x, y));
  });
}
