import { css } from "lit";

/**
 * The design tokens. Only the root element has this sheet; inner elements inherit the private names.
 *
 * A token has three levels: the public `--alv-name` if a partner sets it, otherwise a color that is derived from the first color
 * of its family, otherwise the default. A derived `--_alv-d-*` is invalid unless a partner sets the public color, and `var()`
 * then uses the default after it. The sheet never declares a public name: that would hide the partner's value.
 *
 * Colors are derived from the luminance of the accent, from which WCAG calculates contrast. So text on the accent, and the
 * accent as text, are readable for any color.
 *
 * Lengths are in px, because a page may change the root font size.
 */
export const tokens = css`
  :host {
    /* Surfaces: sunken < surface < raised */
    --_alv-d-raised: light-dark(var(--alv-surface), color-mix(in oklab, var(--alv-surface) 95%, white));
    --_alv-d-sunken: light-dark(
      color-mix(in oklab, var(--alv-surface) 97%, black),
      color-mix(in oklab, var(--alv-surface) 90%, black)
    );
    --_alv-d-hover: color-mix(in oklab, var(--alv-surface) 96%, var(--_alv-text));
    --_alv-d-pressed: light-dark(
      color-mix(in oklab, var(--alv-surface) 92%, var(--_alv-text)),
      color-mix(in oklab, var(--alv-surface) 87%, var(--_alv-text))
    );
    --_alv-surface: var(--alv-surface, light-dark(#ffffff, #15181d));
    --_alv-surface-raised: var(--alv-surface-raised, var(--_alv-d-raised, light-dark(#ffffff, #1d2128)));
    --_alv-surface-sunken: var(--alv-surface-sunken, var(--_alv-d-sunken, light-dark(#f7f8fa, #101317)));
    --_alv-surface-hover: var(--alv-surface-hover, var(--_alv-d-hover, light-dark(#f3f5f8, #1c2027)));
    --_alv-surface-pressed: var(--alv-surface-pressed, var(--_alv-d-pressed, light-dark(#e8ebf0, #2a3039)));

    /* Text and lines: border separates, border-strong is the edge of a control. "under" is the surface, but invalid unless a
       partner sets the surface or the text: so the mixed colors follow either of them */
    --_alv-d-under: color-mix(in oklab, var(--_alv-surface) 100%, var(--alv-text, var(--alv-surface)));
    --_alv-d-muted: color-mix(in oklab, var(--_alv-text) 70%, var(--_alv-d-under));
    --_alv-d-disabled: color-mix(in oklab, var(--_alv-text) 42%, var(--_alv-d-under));
    --_alv-d-border: color-mix(in oklab, var(--_alv-text) 11%, var(--_alv-d-under));
    --_alv-d-border-strong: color-mix(in oklab, var(--_alv-text) 52%, var(--_alv-d-under));
    --_alv-text: var(--alv-text, light-dark(#181b22, #e8ebf0));
    --_alv-text-muted: var(--alv-text-muted, var(--_alv-d-muted, light-dark(#59616f, #a0a8b6)));
    --_alv-text-disabled: var(--alv-text-disabled, var(--_alv-d-disabled, light-dark(#9aa1ad, #646c79)));
    --_alv-border: var(--alv-border, var(--_alv-d-border, light-dark(#e4e7ec, #2b3038)));
    --_alv-border-strong: var(--alv-border-strong, var(--_alv-d-border-strong, light-dark(#828a98, #737c8b)));

    /* The accent. Up to a luminance of 0.179 the text on it is white, above it is black: at least 4.5 : 1. As text, the accent
       is darkened to 0.12 on a light background. On a dark one it is brightened, and then made paler, up to 0.42. */
    --_alv-d-y: max(0.0001, 0.2126 * r + 0.7152 * g + 0.0722 * b);
    --_alv-d-white: clamp(0, (0.179 - var(--_alv-d-y)) * 9999, 1);
    --_alv-d-dim: min(1, 0.12 / var(--_alv-d-y));
    --_alv-d-lit: min(1 / max(r, g, b, 0.01), max(1, 0.42 / var(--_alv-d-y)));
    --_alv-d-pale: max(0, (0.42 - var(--_alv-d-y) * var(--_alv-d-lit)) / (1 - var(--_alv-d-y) * var(--_alv-d-lit)));
    --_alv-d-on-accent: color(
      from var(--alv-accent) srgb-linear var(--_alv-d-white) var(--_alv-d-white) var(--_alv-d-white)
    );
    --_alv-d-off-accent: color(
      from var(--alv-accent) srgb-linear calc(1 - var(--_alv-d-white)) calc(1 - var(--_alv-d-white))
        calc(1 - var(--_alv-d-white))
    );
    --_alv-d-accent-hover: color-mix(in oklab, var(--alv-accent) 86%, var(--_alv-d-off-accent));
    --_alv-d-k: var(--_alv-d-lit) * (1 - var(--_alv-d-pale));
    --_alv-d-accent-text: light-dark(
      color(
        from var(--alv-accent) srgb-linear calc(r * var(--_alv-d-dim)) calc(g * var(--_alv-d-dim))
          calc(b * var(--_alv-d-dim))
      ),
      color(
        from var(--alv-accent) srgb-linear calc(r * var(--_alv-d-k) + var(--_alv-d-pale))
          calc(g * var(--_alv-d-k) + var(--_alv-d-pale)) calc(b * var(--_alv-d-k) + var(--_alv-d-pale))
      )
    );
    --_alv-accent: var(--alv-accent, light-dark(#1f5fd6, #3571e3));
    --_alv-accent-hover: var(--alv-accent-hover, var(--_alv-d-accent-hover, light-dark(#194eb3, #2a63d1)));
    --_alv-accent-text: var(--alv-accent-text, var(--_alv-d-accent-text, light-dark(#1a55c4, #8ab4ff)));
    --_alv-on-accent: var(--alv-on-accent, var(--_alv-d-on-accent, #ffffff));
    /* For bars, checkboxes and days: the accent, moved as far as a contrast of 3 : 1 with the surface needs */
    --_alv-d-p: max(0, (0.22 - var(--_alv-d-y)) / (1 - var(--_alv-d-y)));
    --_alv-d-q: min(1, 0.2 / var(--_alv-d-y));
    --_alv-accent-edge: light-dark(
      color(
        from var(--_alv-accent) srgb-linear calc(r * var(--_alv-d-q)) calc(g * var(--_alv-d-q))
          calc(b * var(--_alv-d-q))
      ),
      color(
        from var(--_alv-accent) srgb-linear calc(r + (1 - r) * var(--_alv-d-p)) calc(g + (1 - g) * var(--_alv-d-p))
          calc(b + (1 - b) * var(--_alv-d-p))
      )
    );
    --_alv-accent-soft: var(
      --alv-accent-soft,
      light-dark(
        color-mix(in oklab, var(--_alv-accent) 8%, var(--_alv-surface)),
        color-mix(in oklab, var(--_alv-accent) 18%, var(--_alv-surface))
      )
    );
    --_alv-accent-line: var(
      --alv-accent-line,
      light-dark(
        color-mix(in oklab, var(--_alv-accent) 28%, var(--_alv-surface)),
        color-mix(in oklab, var(--_alv-accent) 45%, var(--_alv-surface))
      )
    );
    --_alv-focus: var(--alv-focus, var(--_alv-d-accent-text, light-dark(#1f5fd6, #8ab4ff)));

    /* Status: the text, its soft background, and its line or icon */
    --_alv-danger: var(--alv-danger, light-dark(#b3202e, #ff9aa2));
    --_alv-danger-soft: var(--alv-danger-soft, light-dark(#fdeeef, #33191d));
    --_alv-danger-mark: var(--alv-danger-mark, light-dark(#d43343, #f0616d));
    --_alv-warning: var(--alv-warning, light-dark(#85480a, #f2b978));
    --_alv-warning-soft: var(--alv-warning-soft, light-dark(#fdf3e5, #2e2112));
    --_alv-warning-mark: var(--alv-warning-mark, light-dark(#bd6a12, #dd8f3c));
    --_alv-success: var(--alv-success, light-dark(#17663a, #86d8a7));
    --_alv-success-soft: var(--alv-success-soft, light-dark(#e8f6ee, #14291d));
    --_alv-success-mark: var(--alv-success-mark, light-dark(#238a50, #43b475));

    /* Badges: background, text, mark */
    --_alv-blue-bg: var(--alv-blue-bg, light-dark(#e9f0fd, #182640));
    --_alv-blue-text: var(--alv-blue-text, light-dark(#1c4fa8, #a3c4ff));
    --_alv-blue-dot: var(--alv-blue-dot, light-dark(#2f6be0, #6198f5));
    --_alv-green-bg: var(--alv-green-bg, light-dark(#e6f4eb, #14291d));
    --_alv-green-text: var(--alv-green-text, light-dark(#17633a, #86d8a7));
    --_alv-green-dot: var(--alv-green-dot, light-dark(#238a50, #43b475));
    --_alv-orange-bg: var(--alv-orange-bg, light-dark(#fcf0e2, #2f2113));
    --_alv-orange-text: var(--alv-orange-text, light-dark(#86450b, #f2b67c));
    --_alv-orange-dot: var(--alv-orange-dot, light-dark(#c1660f, #df8c3f));
    --_alv-red-bg: var(--alv-red-bg, light-dark(#fdebec, #381b1f));
    --_alv-red-text: var(--alv-red-text, light-dark(#a51d2b, #ffa4ab));
    --_alv-red-dot: var(--alv-red-dot, light-dark(#d43343, #f0616d));
    --_alv-purple-bg: var(--alv-purple-bg, light-dark(#f2eefc, #262041));
    --_alv-purple-text: var(--alv-purple-text, light-dark(#5b3aab, #c6b2ff));
    --_alv-purple-dot: var(--alv-purple-dot, light-dark(#8057d8, #9e80ef));
    --_alv-cyan-bg: var(--alv-cyan-bg, light-dark(#e2f3f6, #10292f));
    --_alv-cyan-text: var(--alv-cyan-text, light-dark(#0f5c6c, #80d2e2));
    --_alv-cyan-dot: var(--alv-cyan-dot, light-dark(#138096, #39a9bf));
    --_alv-neutral-bg: var(--alv-neutral-bg, light-dark(#eef0f3, #242931));
    --_alv-neutral-text: var(--alv-neutral-text, light-dark(#4a5260, #b8c0cc));
    --_alv-neutral-dot: var(--alv-neutral-dot, light-dark(#737c8a, #8b94a2));

    /* Type: mono is only for parameter names and raw values */
    --_alv-font-family: var(
      --alv-font-family,
      system-ui,
      -apple-system,
      "Segoe UI",
      Roboto,
      "Helvetica Neue",
      Arial,
      sans-serif
    );
    --_alv-font-family-mono: var(
      --alv-font-family-mono,
      ui-monospace,
      "SF Mono",
      "Cascadia Mono",
      Menlo,
      Consolas,
      "Liberation Mono",
      monospace
    );
    --_alv-font-size-xs: var(--alv-font-size-xs, 11px);
    --_alv-font-size-sm: var(--alv-font-size-sm, 12px);
    --_alv-font-size-md: var(--alv-font-size-md, 13px);
    --_alv-font-size-lg: var(--alv-font-size-lg, 14px);
    --_alv-font-size-lead: var(--alv-font-size-lead, 15px);
    --_alv-font-size-xl: var(--alv-font-size-xl, 16px);
    --_alv-line-height-xs: var(--alv-line-height-xs, 16px);
    --_alv-line-height-sm: var(--alv-line-height-sm, 16px);
    --_alv-line-height-md: var(--alv-line-height-md, 20px);
    --_alv-line-height-lg: var(--alv-line-height-lg, 20px);
    --_alv-line-height-lead: var(--alv-line-height-lead, 22px);
    --_alv-line-height-xl: var(--alv-line-height-xl, 24px);
    --_alv-font-weight-normal: var(--alv-font-weight-normal, 400);
    --_alv-font-weight-medium: var(--alv-font-weight-medium, 500);
    --_alv-font-weight-strong: var(--alv-font-weight-strong, 600);

    /* Spacing: a 4 px grid; half and snug are only for the inside of pills, tags and chips */
    --_alv-space-half: var(--alv-space-half, 2px);
    --_alv-space-snug: var(--alv-space-snug, 6px);
    --_alv-space-1: var(--alv-space-1, 4px);
    --_alv-space-2: var(--alv-space-2, 8px);
    --_alv-space-3: var(--alv-space-3, 12px);
    --_alv-space-4: var(--alv-space-4, 16px);
    --_alv-space-5: var(--alv-space-5, 20px);
    --_alv-space-6: var(--alv-space-6, 24px);
    --_alv-space-8: var(--alv-space-8, 32px);
    --_alv-space-10: var(--alv-space-10, 40px);

    /* Radii */
    --_alv-radius-md: var(--alv-radius-md, var(--alv-radius, 6px));
    --_alv-radius-sm: var(--alv-radius-sm, calc(var(--_alv-radius-md) * 2 / 3));
    --_alv-radius-lg: var(--alv-radius-lg, calc(var(--_alv-radius-md) * 4 / 3));
    --_alv-radius-pill: var(--alv-radius-pill, 999px);

    /* Density: comfortable is the default */
    --_alv-control-height: var(--alv-control-height, 32px);
    --_alv-control-height-sm: var(--alv-control-height-sm, 28px);
    --_alv-row-height: var(--alv-row-height, 40px);
    --_alv-head-height: var(--alv-head-height, 32px);
    --_alv-badge-height: var(--alv-badge-height, 20px);
    --_alv-tag-height: var(--alv-tag-height, 24px);
    --_alv-field-pad: var(--alv-field-pad, 10px);
    --_alv-cell-pad: var(--alv-cell-pad, 8px);
    --_alv-gutter: var(--alv-gutter, 16px);
    /* The top of the sticky table head: below a fixed header of the page */
    --_alv-sticky-offset: var(--alv-sticky-offset, 0px);

    /* Elevation: popups only */
    --_alv-shadow-popup: var(
      --alv-shadow-popup,
      0 0 0 1px light-dark(rgb(24 27 34 / 0.08), rgb(255 255 255 / 0.09)),
      0 2px 4px light-dark(rgb(24 27 34 / 0.06), rgb(0 0 0 / 0.3)),
      0 12px 32px light-dark(rgb(24 27 34 / 0.14), rgb(0 0 0 / 0.5))
    );
    --_alv-shadow-thumb: var(--alv-shadow-thumb, 0 1px 2px light-dark(rgb(24 27 34 / 0.16), rgb(0 0 0 / 0.5)));

    /* Motion */
    --_alv-motion-fast: var(--alv-motion-fast, 80ms);
    --_alv-motion-base: var(--alv-motion-base, 140ms);
    --_alv-motion-slow: var(--alv-motion-slow, 220ms);
    --_alv-ease: var(--alv-ease, cubic-bezier(0.2, 0, 0, 1));
  }

  :host([density="compact"]) {
    --_alv-control-height: var(--alv-control-height, 28px);
    --_alv-control-height-sm: var(--alv-control-height-sm, 24px);
    --_alv-row-height: var(--alv-row-height, 32px);
    --_alv-head-height: var(--alv-head-height, 28px);
    --_alv-field-pad: var(--alv-field-pad, 8px);
    --_alv-cell-pad: var(--alv-cell-pad, 6px);
    --_alv-gutter: var(--alv-gutter, 12px);
  }

  /* Fingers need larger targets, also in the compact density */
  @media (pointer: coarse) {
    :host,
    :host([density="compact"]) {
      --_alv-control-height: var(--alv-control-height, 40px);
      --_alv-control-height-sm: var(--alv-control-height-sm, 36px);
      --_alv-row-height: var(--alv-row-height, 48px);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_alv-motion-fast: 0ms;
      --_alv-motion-base: 0ms;
      --_alv-motion-slow: 0ms;
    }
  }

  @media (prefers-contrast: more) {
    :host {
      --_alv-d-muted: color-mix(in oklab, var(--_alv-text) 84%, var(--_alv-d-under));
      --_alv-d-border: color-mix(in oklab, var(--_alv-text) 56%, var(--_alv-d-under));
      --_alv-d-border-strong: color-mix(in oklab, var(--_alv-text) 78%, var(--_alv-d-under));
      --_alv-text-muted: var(--_alv-d-muted, light-dark(#3f4653, #c3cad5));
      --_alv-border: var(--_alv-d-border, light-dark(#828a98, #737c8b));
      --_alv-border-strong: var(--_alv-d-border-strong, light-dark(#4a5260, #b8c0cc));
    }
  }
`;
