import { css } from "lit";

export const dateRangeStyles = css`
  .field {
    inline-size: 100%;
  }
  .range {
    display: none;
    /* A brand's larger type needs more room for a whole date. */
    inline-size: max(720px, 55em);
    max-block-size: var(--_popup-height, 80vh);
    scroll-padding-block-end: 56px;
    padding: 0;
  }
  .range:popover-open {
    display: flex;
  }
  .range-presets {
    flex: none;
    min-inline-size: 132px;
    padding: var(--_alv-space-2);
    border-inline-end: 1px solid var(--_alv-border);
  }
  .range-wait {
    padding: var(--_alv-space-4);
  }
  alv-range-editor {
    flex: 1;
    min-inline-size: 0;
  }
  @media (max-width: 719px) {
    .range:popover-open {
      display: block;
      inline-size: calc(100vw - 16px);
      max-inline-size: 400px;
    }
    .range-presets {
      display: flex;
      gap: var(--_alv-space-snug);
      overflow: auto;
      border-inline-end: 0;
      border-block-end: 1px solid var(--_alv-border);
    }
    .option {
      flex: none;
      inline-size: auto;
    }
  }
`;
