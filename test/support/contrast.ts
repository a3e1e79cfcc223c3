import { computeContrast, formatHex, layOver, parseColor, type Rgba } from "../../demo/theme-builder/color.js";
import { getOwnText, findParent } from "./screen.js";

export { computeContrast as contrast, formatHex as hex, parseColor as rgba } from "../../demo/theme-builder/color.js";

/**
 * The background of an element: its own, or that of the nearest ancestor with one.
 *
 * @param known backgrounds that were found before, as long as no color changes
 */
export function findGround(element: Element | null, known = new Map<Element, Rgba>()): Rgba {
  if (!element) return [255, 255, 255, 1];
  let ground = known.get(element);
  if (!ground) {
    const own = parseColor(getComputedStyle(element).backgroundColor);
    ground = own[3] === 1 ? own : layOver(own, findGround(findParent(element), known));
    known.set(element, ground);
  }
  return ground;
}

/** Elements of a tree, those of shadow roots included. */
export function listDeepElements(root: ParentNode): Element[] {
  return Array.from(root.querySelectorAll("*")).flatMap((one) => [
    one,
    ...(one.shadowRoot ? listDeepElements(one.shadowRoot) : []),
  ]);
}

export const isShown = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  element.getBoundingClientRect().width > 1;

/** A control that cannot be used, and a day that cannot be chosen, may be faint. */
function isOff(element: Element | null): boolean {
  if (!element) return false;
  return element.matches(":disabled, [aria-disabled='true']") || isOff(findParent(element));
}

const FIELDS = "input:is(:not([type]), [type='text'], [type='search']), textarea, select";
const EDGED = ".button:not(.button-plain, .tool), .field, .check, textarea, .next-end";
const SHAPES = ".object";
const CHOSEN_DAYS = ".day:is(.start, .end)";
const OPEN_EVENTS = ":is(.row, .card).open";
const MARKED = ["svg.icon", SHAPES, EDGED, ".done", CHOSEN_DAYS, OPEN_EVENTS].join();

const describe = (element: Element, what: string, color: Rgba, ground: Rgba): string => {
  const name = `${element.localName}${element.getAttribute("class") ? `.${element.getAttribute("class")}` : ""}`;
  const text = getOwnText(element).slice(0, 24);
  return `${what} of ${name} "${text}": ${formatHex(color)} on ${formatHex(ground)} is ${computeContrast(color, ground).toFixed(2)} : 1`;
};

export interface Looks {
  /** How many texts, borders and marks were checked: a check of nothing proves nothing. */
  texts: number;
  marks: number;
  problems: string[];
}

/** Checks every text, and every border or mark of a control on the screen, against its background. */
export function lookAt(elements: readonly Element[], { text = 4.5, mark = 3 } = {}): Looks {
  const looks: Looks = { texts: 0, marks: 0, problems: [] };
  const known = new Map<Element, Rgba>();
  const see = (kind: "texts" | "marks", element: Element, what: string, colors: readonly Rgba[], ground: Rgba) => {
    looks[kind] += 1;
    const least = kind === "texts" ? text : mark;
    const best = colors
      .map((color) => layOver(color, ground))
      .sort((a, b) => computeContrast(b, ground) - computeContrast(a, ground))[0];
    if (best && computeContrast(best, ground) < least) looks.problems.push(describe(element, what, best, ground));
  };
  for (const element of elements) {
    // The check of visibility is slow, and most elements have no text or border.
    const hasText = getOwnText(element) !== "";
    const [isField, isMarked] = [element.matches(FIELDS), element.matches(MARKED)];
    if (!(hasText || isField || isMarked) || !isShown(element) || isOff(element)) continue;
    const style = getComputedStyle(element);
    const ground = findGround(element, known);
    if (hasText) see("texts", element, "the text", [parseColor(style.color)], ground);
    if (isField) {
      see("texts", element, "the value", [parseColor(style.color)], ground);
    }
    if (isField && element.matches("input[placeholder]")) {
      see("texts", element, "the hint", [parseColor(getComputedStyle(element, "::placeholder").color)], ground);
    }
    if (!isMarked) continue;
    // What is not chosen has its tick, too, unseen.
    if (element.matches("svg.icon") && parseColor(style.color)[3] > 0) {
      see("marks", element, "the icon", [parseColor(style.color)], ground);
    }
    if (element.matches(SHAPES)) {
      const { borderTopColor, backgroundColor } = getComputedStyle(element, "::before");
      const isFilled = parseColor(backgroundColor)[3] > 0;
      see("marks", element, "the shape", [parseColor(isFilled ? backgroundColor : borderTopColor)], ground);
    }
    const behind = findGround(findParent(element), known);
    if (element.matches(EDGED)) {
      // A filled one shows by its ground as well as by its edge.
      see("marks", element, "the edge", [parseColor(style.borderTopColor), ground], behind);
    }
    if (element.matches(".done")) see("marks", element, "the bar", [ground], behind);
    if (element.matches(CHOSEN_DAYS)) {
      see(
        "marks",
        element,
        "the chosen day",
        [parseColor(style.borderTopColor), ground],
        findGround(findParent(findParent(element)!), known),
      );
    }
    if (element.matches(OPEN_EVENTS)) {
      const bar = /^(.+?\)) /.exec(style.boxShadow)?.[1];
      see("marks", element, "the bar of what is open", bar ? [parseColor(bar)] : [ground], ground);
    }
  }
  return looks;
}
