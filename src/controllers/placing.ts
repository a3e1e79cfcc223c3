/** Distance to the anchor and to the edges of what can be seen, px. */
const GAP = 4;
const EDGE = 8;
/** A list of less is of no use, px. */
const LEAST_HEIGHT = 120;

/** Which side of the anchor the popup is flush with. */
export type Align = "start" | "end";

/**
 * Keeps a popup of the top layer beside its anchor: under it, or over it where there is more room. The popup's style sheet
 * reads where it stands and how much room there is from private properties (`place` below), all px; it has `data-placed` once
 * it stands.
 *
 * What moves an anchor cannot be listened to as a whole (scrolling in any root, content of the page that arrives, a
 * keyboard on the screen): both boxes are compared once a frame, as long as the popup is open.
 *
 * @returns a function that ends it
 */
export function keepPlaced(popup: HTMLElement, anchor: HTMLElement, align: Align): () => void {
  let seen = "";
  let frame = 0;
  const look = () => {
    frame = requestAnimationFrame(look);
    if (boxes(popup, anchor) === seen) return;
    place(popup, anchor, align);
    seen = boxes(popup, anchor);
  };
  look();
  return () => {
    cancelAnimationFrame(frame);
    delete popup.dataset["placed"];
  };
}

/** All that the place depends on. */
function boxes(popup: HTMLElement, anchor: HTMLElement): string {
  const { left, top, width, height } = anchor.getBoundingClientRect();
  const seen = view();
  return [left, top, width, height, popup.offsetWidth, popup.offsetHeight, ...Object.values(seen)].join();
}

/** What can be seen of the page: less than the window while somebody has zoomed in, or a keyboard is on the screen. */
function view(): { left: number; top: number; width: number; height: number } {
  const { offsetLeft, offsetTop, width, height } = visualViewport!;
  return { left: offsetLeft, top: offsetTop, width, height };
}

function place(popup: HTMLElement, anchor: HTMLElement, align: Align): void {
  // Whole names, which the build shortens.
  const set = (name: string, px: number) => popup.style.setProperty(name, `${px}px`);
  const box = anchor.getBoundingClientRect();
  const seen = view();
  const over = box.top - seen.top - GAP - EDGE;
  const under = seen.top + seen.height - box.bottom - GAP - EDGE;
  set("--_popup-width", box.width);
  // As high as it would be on the roomier side: whether it fits under the anchor shows then.
  set("--_popup-height", Math.max(LEAST_HEIGHT, over, under));
  const isUnder = under >= over || popup.offsetHeight <= under;
  set("--_popup-height", Math.max(LEAST_HEIGHT, isUnder ? under : over));
  const { offsetWidth, offsetHeight } = popup;
  const isLeft = (align === "start") === (getComputedStyle(popup).direction === "ltr");
  const farthest = seen.left + seen.width - EDGE - offsetWidth;
  set("--_popup-x", Math.max(seen.left + EDGE, Math.min(isLeft ? box.left : box.right - offsetWidth, farthest)));
  set("--_popup-y", isUnder ? box.bottom + GAP : box.top - GAP - offsetHeight);
  popup.dataset["placed"] = "";
}
