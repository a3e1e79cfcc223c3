/** Distance to the anchor and to the edges of what can be seen, px. */
const GAP = 4;
const EDGE = 8;
/** A list of less is of no use, px. */
const LEAST_HEIGHT = 120;

/** Which side of the anchor the popup is flush with. */
export type Align = "start" | "end";

/**
 * Keeps a popup of the top layer beside its anchor: under it, or over it where there is more room. The popup's style sheet
 * reads where it stands and how much room there is from the private properties `--_popup-…`, all px; it has `data-placed` once
 * it stands.
 *
 * @param onPlaced called once, when it stands
 * @returns a function that ends it
 */
export function keepPlaced(popup: HTMLElement, anchor: HTMLElement, align: Align, onPlaced?: () => void): () => void {
  // As high as it wants to be: else one that has grown would never look for the roomier side.
  popup.style.removeProperty("--_popup-height");
  let isOver = false;
  let stop = (): void => undefined;
  const put = (x: number, y: number) => {
    if (isOver) return;
    const isFirst = !("placed" in popup.dataset);
    set(popup, { "--_popup-x": x, "--_popup-y": y });
    popup.dataset["placed"] = "";
    if (isFirst) onPlaced?.();
  };
  // Positioning is of no use before the first popup opens, and is a chunk of its own.
  import("./floating.js").then(
    ({ autoUpdate, computePosition, flip, offset, shift, size }) => {
      if (isOver) return;
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
      const place = () =>
        computePosition(anchor, popup, { strategy: "fixed", placement: `bottom-${align}`, middleware });
      stop = autoUpdate(anchor, popup, () => void place().then(({ x, y }) => put(x, y)));
    },
    () => {
      // The chunk could not be fetched: right below the anchor, as far as that can be seen, is better than nowhere.
      const { left, bottom } = anchor.getBoundingClientRect();
      const { offsetWidth, offsetHeight } = popup;
      const within = (at: number, room: number) => Math.max(EDGE, Math.min(at, room - EDGE));
      put(within(left, innerWidth - offsetWidth), within(bottom + GAP, innerHeight - offsetHeight));
    },
  );
  return () => {
    isOver = true;
    stop();
    delete popup.dataset["placed"];
  };
}

/** Names are whole, so that the build shortens them. */
function set(popup: HTMLElement, lengths: Readonly<Record<`--_popup-${string}`, number>>): void {
  for (const [name, px] of Object.entries(lengths)) popup.style.setProperty(name, `${px}px`);
}
