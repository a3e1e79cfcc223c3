import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

/** An icon that is not needed before the first results (`views/values/result-icons.ts`). */
export interface Icon {
  readonly shape: SVGTemplateResult;
  /** Whether to mirror the icon in right-to-left text. */
  readonly isMirrored?: true;
}

/** Each icon is a box of 16 px, with strokes of 1.5 px in the color of the text. */
const ICONS = {
  alert: svg`<path d="M8 2.7 14 13H2zM8 6.5v3M8 11.3v.1"/>`,
  breakdown: svg`<path d="M3 2.5v11M3 4.5h9.5M3 8h6M3 11.5h3.5"/>`,
  calendar: svg`<rect x="2.5" y="3.5" width="11" height="10" rx="1.5"/><path d="M2.5 6.5h11M5.5 2v3M10.5 2v3"/>`,
  cards: svg`<rect x="2.5" y="2.5" width="11" height="4.5" rx="1.2"/><rect x="2.5" y="9" width="11" height="4.5" rx="1.2"/>`,
  check: svg`<path d="m3.5 8.5 3 3 6-7"/>`,
  "chevron-down": svg`<path d="m4.5 6.5 3.5 3.5 3.5-3.5"/>`,
  "chevron-left": svg`<path d="M9.5 4.5 6 8l3.5 3.5"/>`,
  "chevron-right": svg`<path d="m6.5 4.5 3.5 3.5-3.5 3.5"/>`,
  clock: svg`<circle cx="8" cy="8" r="5.5"/><path d="M8 5v3l2 1.3"/>`,
  close: svg`<path d="m4.5 4.5 7 7m0-7-7 7"/>`,
  columns: svg`<rect x="2.5" y="3" width="11" height="10" rx="1.5"/><path d="M6.2 3v10M9.8 3v10"/>`,
  export: svg`<path d="M8 2.5v7M5.2 6.8 8 9.6l2.8-2.8M2.8 11v1.5a1 1 0 0 0 1 1h8.4a1 1 0 0 0 1-1V11"/>`,
  filter: svg`<path d="M2.5 4h11M4.5 8h7M6.5 12h3"/>`,
  globe: svg`<circle cx="8" cy="8" r="5.5"/><path d="M2.5 8h11M8 2.5c2 1.8 2.6 3.6 2.6 5.5S10 11.7 8 13.5C6 11.7 5.4 9.9 5.4 8S6 4.3 8 2.5Z"/>`,
  info: svg`<circle cx="8" cy="8" r="5.5"/><path d="M8 7.5v3M8 5.3v.1"/>`,
  lock: svg`<rect x="3.5" y="7" width="9" height="6.5" rx="1.5"/><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2"/>`,
  mixed: svg`<path d="M4 8h8"/>`,
  offline: svg`<path d="M2 6.2a9 9 0 0 1 3-1.9M14 6.2A9 9 0 0 0 8.5 3.7M4.5 9a5 5 0 0 1 2.2-1.2M11.5 9l-.6-.5M8 12.2v.1M2.5 2.5l11 11"/>`,
  plug: svg`<path d="M6 2.5v3M10 2.5v3M4 5.5h8V8a4 4 0 0 1-8 0zM8 12v2"/>`,
  refresh: svg`<path d="M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.3h-2.3"/>`,
  reset: svg`<path d="M3 8a5 5 0 1 0 1.6-3.7M3 2.5v2.3h2.3"/>`,
  search: svg`<circle cx="7" cy="7" r="4.25"/><path d="m10.25 10.25 3.25 3.25"/>`,
  server: svg`<rect x="2.5" y="2.5" width="11" height="4.5" rx="1.2"/><rect x="2.5" y="9" width="11" height="4.5" rx="1.2"/><path d="M5 4.75h.1M5 11.25h.1"/>`,
  shield: svg`<path d="M8 2.2 13 4v3.8c0 3-2 5-5 6-3-1-5-3-5-6V4z"/>`,
  table: svg`<rect x="2.5" y="3" width="11" height="10" rx="1.5"/><path d="M2.5 6.3h11M2.5 9.7h11"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof ICONS;

/** Icons that are mirrored in right-to-left text. */
const MIRRORED: ReadonlySet<IconName> = new Set(["breakdown", "chevron-left", "chevron-right"]);

export interface IconOptions {
  /** 12 px, for badges and tags. */
  small?: boolean;
  /** Whether to mirror the icon in right-to-left text; by default, only arrows and the like are mirrored. */
  flip?: boolean;
}

/** An icon beside a text that says the same, so screen readers skip the icon. */
export function renderIcon(name: IconName | Icon, options: IconOptions = {}): TemplateResult {
  const { shape, isMirrored = false } =
    typeof name === "string" ? { shape: ICONS[name], isMirrored: MIRRORED.has(name) } : name;
  const { small = false, flip = isMirrored } = options;
  const classes = `icon${small ? " icon-sm" : ""}${flip ? " icon-flip" : ""}`;
  return html`<svg class=${classes} viewBox="0 0 16 16" aria-hidden="true">${shape}</svg>`;
}
