/** Distance to the anchor and to the edges of what can be seen, px. */
const GAP = 4;
const EDGE = 8;
/** A list of less is of no use, px. */
const LEAST_HEIGHT = 120;

/** Which side of the anchor the popup is flush with. */
export type Align = "start" | "end";

/**
 * Keeps a popup of the top layer beside its anchor and inside of what can be seen: under the anchor, or over it where there is
 * more room. It looks once a frame as long as the popup is open, so that it follows whatever moves or grows. The popup's style
 * sheet reads where it stands and how much room there is from the private properties `--_popup-…`, all px; it has `data-placed`
 * once it stands. It needs nothing that has to be fetched: a popup that opens has its place.
 *
 * @param onPlaced called once, when it stands
 * @returns a function that ends it
 */
export function keepPlaced(popup: HTMLElement, anchor: HTMLElement, align: Align, onPlaced?: () => void): () => void {
  // As high as it wants to be: else one that has grown would never look for the roomier side.
  popup.style.removeProperty("--_popup-height");
  let isUnder: boolean | undefined;
  let seen = "";
  let frame = 0;
  const follow = (): void => {
    frame = requestAnimationFrame(follow);
    if (looks(popup, anchor) === seen) return;
    isUnder = place(popup, anchor, align, isUnder);
    seen = looks(popup, anchor);
  };
  follow();
  popup.dataset["placed"] = "";
  onPlaced?.();
  return () => {
    cancelAnimationFrame(frame);
    delete popup.dataset["placed"];
  };
}

/** What its place follows from, as one text. */
function looks(popup: HTMLElement, anchor: HTMLElement): string {
  const { left, top, right, bottom } = anchor.getBoundingClientRect();
  return [left, top, right, bottom, popup.offsetWidth, popup.offsetHeight, ...Object.values(view(popup))].join();
}

/** What can be seen of the page: without scroll bars, what a zoom leaves, and without a keyboard on the screen. */
function view({ ownerDocument }: HTMLElement): Record<"left" | "top" | "right" | "bottom", number> {
  const { offsetLeft: left, offsetTop: top, width, height } = ownerDocument.defaultView!.visualViewport!;
  return { left, top, right: left + width, bottom: top + height };
}

/** @returns whether it is under its anchor; it does not change sides as long as there is room */
function place(popup: HTMLElement, anchor: HTMLElement, align: Align, wasUnder: boolean | undefined): boolean {
  const seen = view(popup);
  const beside = anchor.getBoundingClientRect();
  set(popup, { "--_popup-width": beside.width });
  const under = seen.bottom - EDGE - GAP - beside.bottom;
  const over = beside.top - GAP - EDGE - seen.top;
  const needed = wasUnder === undefined ? popup.offsetHeight : LEAST_HEIGHT;
  const isUnder = wasUnder === false ? over < needed && under > over : under >= needed || under >= over;
  set(popup, { "--_popup-height": Math.max(LEAST_HEIGHT, isUnder ? under : over) });

  const { offsetWidth: width, offsetHeight: height } = popup;
  const isLeft = (align === "start") === (getComputedStyle(anchor).direction !== "rtl");
  const x = within(isLeft ? beside.left : beside.right - width, seen.left, seen.right - width);
  const y = isUnder ? beside.bottom + GAP : beside.top - GAP - height;
  // A popup whose anchor was scrolled away goes with it.
  const isSeen = beside.bottom > seen.top && beside.top < seen.bottom;
  set(popup, { "--_popup-x": x, "--_popup-y": isSeen ? within(y, seen.top, seen.bottom - height) : y });
  return isUnder;
}

/** Where there is too little room its start is seen. */
function within(at: number, from: number, to: number): number {
  return Math.round(Math.max(from + EDGE, Math.min(at, to - EDGE)));
}

/** Names are whole, so that the build shortens them. */
function set(popup: HTMLElement, lengths: Readonly<Partial<Record<`--_popup-${string}`, number>>>): void {
  for (const [name, px] of Object.entries(lengths)) popup.style.setProperty(name, `${px}px`);
}
