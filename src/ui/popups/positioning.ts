/** The distance to the anchor, px. */
const GAP = 4;
/** The least distance to the edges of the window, px. */
const EDGE = 8;

/** The side of the anchor that the popup is aligned with. */
export type Align = "start" | "end";

/**
 * Keeps a popup next to its anchor: below it, or above it if there is more room. Sets the private properties `--_popup-…` for
 * the style sheet, all in px: the position, the available height and the width of the anchor. Also sets `data-placed` when the
 * popup has its position.
 *
 * @param onPlaced called once, when the popup has its position
 * @returns a function that stops the updates
 */
export function keepPositioned(
  popup: HTMLElement,
  anchor: HTMLElement,
  align: Align,
  onPlaced?: () => void,
): () => void {
  let hasEnded = false;
  let stop = (): void => undefined;
  const put = (x: number, y: number) => {
    if (hasEnded) return;
    const isFirst = !("placed" in popup.dataset);
    // The names are complete, because the build shortens them.
    popup.style.setProperty("--_popup-x", `${x}px`);
    popup.style.setProperty("--_popup-y", `${y}px`);
    popup.dataset["placed"] = "";
    if (isFirst) onPlaced?.();
  };
  // Loaded when the first popup opens.
  import("./floating.js").then(
    ({ keepPlaced }) => {
      if (!hasEnded) stop = keepPlaced(popup, anchor, `bottom-${align}`, [GAP, EDGE], put);
    },
    () => {
      // Offline: shows the popup below the anchor, inside of the window.
      const { left, bottom } = anchor.getBoundingClientRect();
      const within = (at: number, room: number) => Math.max(EDGE, Math.min(at, room - EDGE));
      put(within(left, innerWidth - popup.offsetWidth), within(bottom + GAP, innerHeight - popup.offsetHeight));
    },
  );
  return () => {
    hasEnded = true;
    stop();
    delete popup.dataset["placed"];
  };
}
