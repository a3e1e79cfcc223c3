import { css } from "lit";

export const columnSizerStyles = css`
  /* 24 px wide for the pointer, half of it over the next header, which the last one does not have */
  .sizer {
    position: absolute;
    inset-block: 0;
    inset-inline-end: -12px;
    z-index: 1;
    inline-size: 24px;
    cursor: col-resize;
    touch-action: none;
  }
  th:last-child > .sizer {
    inset-inline-end: 0;
  }
  .sizer::after {
    content: "";
    position: absolute;
    inset-block: 4px;
    inset-inline: 11px;
    border-radius: 1px;
  }
  th:last-child > .sizer::after {
    inset-inline: 22px 0;
  }
  tr:hover > th > .sizer::after {
    background: var(--_alv-border);
  }
  .sizer:is(:hover, :active)::after {
    background: var(--_alv-accent-edge);
  }
  .sizer:focus-visible {
    outline: 0;
  }
  .sizer:focus-visible::after {
    background: var(--_alv-focus);
    outline: 2px solid var(--_alv-focus);
  }
  @media (pointer: coarse) {
    .sizer::after {
      background: var(--_alv-border);
    }
  }
  @media (forced-colors: active) {
    tr:hover > th > .sizer::after {
      background: CanvasText;
    }
    .sizer:is(:hover, :active, :focus-visible)::after {
      background: Highlight;
      outline-color: Highlight;
    }
  }
`;
