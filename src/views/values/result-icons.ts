import { svg } from "lit";
import type { Icon } from "../../ui/icons.js";

/**
 * Icons that are not needed before the first results, drawn like those of `ui/icons.ts`. Those of actions have one path each, so that a
 * row shows another action without new elements.
 */
export const RESULT_ICONS = {
  copy: {
    shape: svg`<rect x="5.5" y="5.5" width="8" height="8" rx="1.5"/><path d="M3.5 10.5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1"/>`,
  },
  dot: { shape: svg`<path d="M8 8h.1" stroke-width="7"/>` },
  down: { shape: svg`<path d="M8 3.5v9M4.5 9 8 12.5 11.5 9"/>` },
  gear: {
    shape: svg`<circle cx="8" cy="8" r="2.2"/><path d="M8 2.5v1.8M8 11.7v1.8M2.5 8h1.8M11.7 8h1.8M4.1 4.1l1.3 1.3M10.6 10.6l1.3 1.3M11.9 4.1l-1.3 1.3M5.4 10.6l-1.3 1.3"/>`,
  },
  investigate: {
    shape: svg`<circle cx="6" cy="5" r="2.5"/><path d="M2 13c.2-2.6 1.7-4 4-4M10.5 9a2.25 2.25 0 1 1 0 4.5 2.25 2.25 0 0 1 0-4.5ZM12.2 12.8l1.8 1.7"/>`,
  },
  key: { shape: svg`<path d="M2.5 10.5a3 3 0 1 0 6 0 3 3 0 1 0-6 0M7.7 8.3 13 3M11 5l1.7 1.7"/>` },
  pencil: {
    shape: svg`<path d="M3 13l.6-2.9 7.1-7.1a1.2 1.2 0 0 1 1.7 0l.6.6a1.2 1.2 0 0 1 0 1.7l-7.1 7.1zM9.5 4.2l2.3 2.3"/>`,
  },
  plus: { shape: svg`<path d="M8 3.5v9M3.5 8h9"/>` },
  power: { shape: svg`<path d="M8 2.5V8M4.7 4.5a5 5 0 1 0 6.6 0"/>` },
  signIn: {
    shape: svg`<path d="M9 3h3a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H9M2.5 8H9M6.5 5.5 9 8l-2.5 2.5"/>`,
    isMirrored: true,
  },
  signOut: {
    shape: svg`<path d="M7 3H4a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h3M6.5 8H13M10.5 5.5 13 8l-2.5 2.5"/>`,
    isMirrored: true,
  },
  up: { shape: svg`<path d="M8 12.5v-9M4.5 7 8 3.5 11.5 7"/>` },
} as const satisfies Readonly<Record<string, Icon>>;
