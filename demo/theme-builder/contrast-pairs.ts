import { pageIsolation } from "../../src/ui/styles/page-isolation.js";
import { tokens } from "../../src/ui/styles/tokens.js";
import { computeContrast, formatHex, layOver, parseColor } from "./color.js";

export interface Pair {
  readonly label: string;
  readonly front: string;
  readonly ground: string;
  /** WCAG 2 AA: 4.5 for text, 3 for edges and marks. */
  readonly least: number;
}

const createTextPair = (label: string, front: string, ground: string): Pair => ({ label, front, ground, least: 4.5 });
const mark = (label: string, front: string, ground: string): Pair => ({ label, front, ground, least: 3 });
const BADGES = ["blue", "green", "orange", "red", "purple", "cyan", "neutral"];

/** The color pairs of the viewer: front and background. */
export const PAIRS: readonly Pair[] = [
  createTextPair("Text", "text", "surface"),
  createTextPair("Text in pop-ups", "text", "surface-raised"),
  createTextPair("Text on the filter bar and an open row", "text", "surface-sunken"),
  createTextPair("Text under the mouse", "text", "surface-hover"),
  createTextPair("Text on pressed elements and tags", "text", "surface-pressed"),
  createTextPair("Text of the event's sentence", "text", "accent-soft"),
  createTextPair("Muted text", "text-muted", "surface"),
  createTextPair("Muted text in pop-ups", "text-muted", "surface-raised"),
  createTextPair("Muted text in the table head", "text-muted", "surface-sunken"),
  createTextPair("Muted text of Table and Cards", "text-muted", "surface-pressed"),
  createTextPair("Text on the accent", "on-accent", "accent"),
  createTextPair("Text on the accent under the mouse", "on-accent", "accent-hover"),
  createTextPair("Links", "accent-text", "surface"),
  createTextPair("Links on an open row", "accent-text", "surface-sunken"),
  createTextPair("The selected option", "accent-text", "accent-soft"),
  mark("Borders of controls", "border-strong", "surface"),
  mark("Borders on the filter bar", "border-strong", "surface-sunken"),
  mark("The focus ring", "focus", "surface"),
  mark("The focus ring on the filter bar", "focus", "surface-sunken"),
  mark("Selected boxes and days", "accent-edge", "surface-raised"),
  createTextPair("Errors", "danger", "danger-soft"),
  createTextPair("Warnings", "warning", "warning-soft"),
  createTextPair("Confirmations", "success", "success-soft"),
  ...BADGES.map((name) => createTextPair(`Badges, ${name}`, `${name}-text`, `${name}-bg`)),
];

export interface Checked {
  readonly pair: Pair;
  readonly ratio: number;
  readonly passes: boolean;
}

/**
 * Computes the viewer's colors for a theme in one scheme: an empty element has the viewer's own tokens, so that everything the style
 * sheet derives is computed by the browser.
 */
export class Probe {
  readonly #host = document.createElement("div");
  readonly #inner = document.createElement("span");
  /** Colors that were computed since the theme last changed. */
  readonly #colors = new Map<string, string>();

  constructor(scheme: "light" | "dark") {
    const root = this.#host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [tokens, pageIsolation].flatMap(({ styleSheet }) => styleSheet ?? []);
    root.append(this.#inner);
    this.#host.setAttribute("theme", scheme);
    this.#host.setAttribute("aria-hidden", "true");
    this.#host.className = "probe";
  }

  get element(): HTMLElement {
    return this.#host;
  }

  wear(values: ReadonlyMap<string, string>): void {
    this.#colors.clear();
    for (const name of Array.from(this.#host.style)) this.#host.style.removeProperty(name);
    for (const [name, value] of values) this.#host.style.setProperty(name, value);
  }

  /** The color of a token, whose name has no `--alv-`. */
  color(name: string): string {
    let color = this.#colors.get(name);
    if (color === undefined) {
      this.#inner.style.setProperty("color", `var(--_alv-${name})`);
      color = getComputedStyle(this.#inner).color;
      this.#colors.set(name, color);
    }
    return color;
  }

  hex(name: string): string {
    return formatHex(parseColor(this.color(name)));
  }

  check(): Checked[] {
    const paper = parseColor("#ffffff");
    return PAIRS.map((pair) => {
      const ground = layOver(parseColor(this.color(pair.ground)), layOver(parseColor(this.color("surface")), paper));
      const ratio = computeContrast(layOver(parseColor(this.color(pair.front)), ground), ground);
      return { pair, ratio, passes: ratio >= pair.least };
    });
  }
}
