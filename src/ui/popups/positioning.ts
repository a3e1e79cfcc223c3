/** The distance to the anchor, px. */
const GAP = 4;
/** The least distance to the edges of the window, px. */
const EDGE = 8;
/** px; a lower list would not be usable. */
const LEAST_HEIGHT = 120;

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
  // Without a height limit, so that content that has grown can move the popup to the other side.
  popup.style.removeProperty("--_popup-height");
  let hasEnded = false;
  let stop = (): void => undefined;
  const put = (x: number, y: number) => {
    if (hasEnded) return;
    const isFirst = !("placed" in popup.dataset);
    set(popup, { "--_popup-x": x, "--_popup-y": y });
    popup.dataset["placed"] = "";
    if (isFirst) onPlaced?.();
  };
  // Loaded when the first popup opens.
  import("./floating.js").then(
    ({ autoUpdate, computePosition, flip, offset, shift, size }) => {
      if (hasEnded) return;
      const middleware = [
        offset(GAP),
        flip({ padding: EDGE }),
        shift({ padding: EDGE }),
        size({
          padding: EDGE,
          apply: ({ availableHeight, rects }) =>
            set(popup, {
              "--_popup-height": Math.max(LEAST_HEIGHT, availableHeight),
              "--_popup-width": rects.reference.width,
            }),
        }),
      ];
      const compute = () =>
        computePosition(anchor, popup, { strategy: "fixed", placement: `bottom-${align}`, middleware });
      stop = autoUpdate(anchor, popup, () => void compute().then(({ x, y }) => put(x, y)));
    },
    () => {
      // Offline: shows the popup below the anchor, inside of the window.
      const { left, bottom } = anchor.getBoundingClientRect();
      const { offsetWidth, offsetHeight } = popup;
      const within = (at: number, room: number) => Math.max(EDGE, Math.min(at, room - EDGE));
      put(within(left, innerWidth - offsetWidth), within(bottom + GAP, innerHeight - offsetHeight));
    },
  );
  return () => {
    hasEnded = true;
    stop();
    delete popup.dataset["placed"];
  };
}

/** The names are complete, because the build shortens them. */
function set(popup: HTMLElement, lengths: Readonly<Record<`--_popup-${string}`, number>>): void {
  for (const [name, px] of Object.entries(lengths)) popup.style.setProperty(name, `${px}px`);
}
