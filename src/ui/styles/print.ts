import { css } from "lit";

/**
 * Print rules for the root: a light theme, without controls. The report head shows the filters and the coverage. Adopted after
 * the other sheets of the root.
 */
export const viewerOnPaper = css`
  @media print {
    :host,
    :host(:is([theme], *)) {
      --_alv-surface: #fff;
      --_alv-surface-raised: #fff;
      --_alv-surface-sunken: #fff;
      --_alv-surface-hover: #fff;
      --_alv-surface-pressed: #fff;
      --_alv-text: #000;
      --_alv-text-muted: #444;
      --_alv-accent-soft: #fff;
      --_alv-accent-line: #999;
      --_alv-accent-text: #000;
      --_alv-border: #bbb;
      --_alv-border-strong: #999;
      --_alv-danger-soft: #fff;
      --_alv-warning: #000;
      --_alv-warning-soft: #fff;
      --_alv-gutter: 8px;
      color-scheme: light !important;
    }
    alv-filter-bar,
    alv-results-toolbar,
    alv-filter-chips,
    alv-coverage-line,
    .over,
    .found alv-skeleton {
      display: none;
    }
  }
`;

/** Print rules for the components that show results: no buttons, whole texts, and no tinted backgrounds. */
export const printed = css`
  @media print {
    .button,
    .mini,
    .toggle,
    .actions,
    .blocked {
      display: none;
    }
    .clip,
    .object {
      overflow: visible;
      white-space: normal;
    }
    .open,
    .open:dir(rtl) {
      box-shadow: none;
    }
    /* Written twice, so that it is stronger than the color of an action */
    .badge.badge {
      block-size: auto;
      padding: 0;
      background: none;
      color: inherit;
      font-size: inherit;
      white-space: normal;
    }
    .badge > svg,
    .object::before {
      align-self: baseline;
    }
  }
`;
