import { css } from "lit";

/** The selection, its tag, and the numbers of a bar. */
export const selectingStyles = css`
  .selected {
    fill: color-mix(in oklab, var(--_alv-focus) 14%, transparent);
    pointer-events: none;
  }
  .selected-edge {
    fill: none;
    stroke: var(--_alv-focus);
    pointer-events: none;
  }
  .handle {
    outline: none;
    cursor: ew-resize;
    touch-action: none;
  }
  .grip {
    fill: transparent;
  }
  .pill {
    fill: var(--_alv-surface-raised);
    stroke: var(--_alv-focus);
  }
  .pill-mark {
    fill: none;
    stroke: var(--_alv-text-muted);
  }
  .handle:focus-visible .pill {
    stroke-width: 3px;
  }

  /* The empty room before and after it is in proportion to the time: so it is near its bar and never leaves the strip */
  .float {
    display: flex;
    position: absolute;
    z-index: 2;
    inset-inline: 0;
    direction: ltr;
    pointer-events: none;
  }
  .float::before,
  .float::after {
    content: "";
    flex: calc(1 - var(--_at)) 1 0;
  }
  .float::before {
    flex-grow: var(--_at);
  }
  .tag-place {
    --_at: var(--_selected);
    inset-block-start: 0;
  }
  .words:has(.chosen) > .key {
    visibility: hidden;
  }
  .tip-place {
    --_at: var(--_hovered);
    inset-block-end: 100%;
    padding-block-end: 3px;
  }
  .chosen,
  .tip {
    border-radius: var(--_alv-radius-md);
    font-size: var(--_alv-font-size-sm);
    line-height: var(--_alv-line-height-sm);
    pointer-events: auto;
  }
  .chosen:dir(rtl),
  .tip:dir(rtl) {
    direction: rtl;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_alv-space-3);
    min-inline-size: 0;
    min-block-size: 24px;
    padding-inline: var(--_alv-field-pad);
    background: var(--_alv-accent-soft);
  }
  .tip {
    background: var(--_alv-surface-raised);
    box-shadow: var(--_alv-shadow-popup);
    padding: var(--_alv-space-1) var(--_alv-field-pad);
    white-space: nowrap;
  }
  .chosen strong,
  .tip strong {
    font-weight: var(--_alv-font-weight-medium);
  }

  @container (inline-size < 720px) {
    .tip-place {
      display: none;
    }
    .words:has(.chosen) > .key {
      display: none;
    }
    .tag-place {
      display: block;
      position: static;
      padding-block: var(--_alv-space-1);
    }
    .chosen {
      padding-block: var(--_alv-space-1);
    }
  }
  @media (pointer: coarse) {
    .chosen .link {
      min-block-size: 36px;
    }
  }
  @media (forced-colors: active) {
    .selected-edge,
    .pill {
      stroke: Highlight;
    }
    .selected {
      fill: none;
    }
    .pill {
      fill: Canvas;
    }
    .chosen,
    .tip {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .handle,
    .tag-place,
    .tip-place {
      display: none;
    }
  }
`;
