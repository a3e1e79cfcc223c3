import { css } from "lit";

/** The layout of the strip, its tag and tooltip, its foot and its table. */
export const timelineStyles = css`
  section {
    position: relative;
    padding: 0 var(--_alv-gutter) var(--_alv-space-2);
  }
  /* Time runs from left to right in every language */
  .stage {
    direction: ltr;
    position: relative;
    min-block-size: 66px;
    touch-action: pan-y pinch-zoom;
    user-select: none;
  }

  /* The empty room before and after it is in proportion to the time: so it is near its bar and never leaves the strip */
  .float {
    display: flex;
    position: absolute;
    z-index: 2;
    inset-inline: 0;
    inset-block-end: 100%;
    padding-block-end: 3px;
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
    z-index: 3;
  }
  .tip-place {
    --_at: var(--_hovered);
  }
  .has-tag .tip-place {
    inset-block: calc(100% - 18px) auto;
  }
  .chosen,
  .tip {
    border-radius: var(--_alv-radius-md);
    background: var(--_alv-surface-raised);
    box-shadow: var(--_alv-shadow-popup);
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
    min-block-size: 28px;
    padding-block: 2px;
    padding-inline: var(--_alv-field-pad);
  }
  .tip {
    padding: var(--_alv-space-1) var(--_alv-field-pad);
    white-space: nowrap;
  }
  .chosen strong,
  .tip strong {
    font-weight: var(--_alv-font-weight-medium);
  }

  .foot,
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_alv-space-4);
    font-size: var(--_alv-font-size-sm);
    line-height: var(--_alv-line-height-xl);
  }
  .line {
    align-items: center;
    gap: 0 var(--_alv-space-3);
    min-block-size: 32px;
  }
  .foot .link {
    font-size: inherit;
  }
  .back .icon:dir(rtl) {
    scale: -1 1;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_alv-space-3);
    color: var(--_alv-text-muted);
  }
  .key > * {
    display: inline-flex;
    align-items: center;
    gap: var(--_alv-space-snug);
    white-space: nowrap;
  }
  .swatch {
    inline-size: 8px;
    block-size: 8px;
  }
  .swatch-gap {
    outline: 1px solid var(--_alv-border-strong);
    outline-offset: -1px;
  }
  .swatch-shown {
    inline-size: 8px;
    block-size: 3px;
  }
  .coverage {
    display: inline-flex;
    align-items: center;
    gap: var(--_alv-space-3);
    margin-inline-start: auto;
  }
  .fold[aria-expanded="true"] .icon {
    scale: 1 -1;
  }
  .spark {
    direction: ltr;
    flex: none;
    inline-size: 168px;
    block-size: 16px;
    border-block-end: 1px solid var(--_alv-border-strong);
    stroke: none;
  }
  .spark-bars {
    fill: var(--_alv-border-strong);
  }
  @media screen {
    .numbers {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }

  .less {
    display: none;
  }
  @container (inline-size < 1400px) {
    .less {
      display: inline;
    }
    .more {
      display: none;
    }
  }
  @container (inline-size < 1248px) {
    .scale {
      display: none;
    }
  }
  @container (inline-size < 720px) {
    .key > .extra,
    .tip-place {
      display: none;
    }
    /* Above the bars instead of over the filters */
    .stage {
      display: flex;
      flex-direction: column;
    }
    .tag-place {
      display: block;
      order: -1;
      position: static;
      padding-block-end: var(--_alv-space-2);
    }
    .foot > .coverage {
      margin-inline-start: 0;
    }
    .line .spark {
      flex: 1 1 96px;
      inline-size: auto;
    }
  }
  @media (pointer: coarse) {
    .fold {
      inline-size: 36px;
      block-size: 36px;
    }
    .chosen .link {
      min-block-size: 36px;
    }
  }
  @media (forced-colors: active) {
    .chosen,
    .tip {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    .handle,
    .ring,
    .tag-place,
    .tip-place,
    .back,
    .fold {
      display: none;
    }
    .shown,
    .swatch-shown {
      print-color-adjust: exact;
    }
    .key > .extra {
      display: inline-flex;
    }
    .more {
      display: inline;
    }
    .less {
      display: none;
    }
    .numbers {
      margin-block-start: var(--_alv-space-2);
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
      font-size: var(--_alv-font-size-xs);
    }
    caption,
    th,
    td {
      padding: 2px 4px;
      font-weight: var(--_alv-font-weight-normal);
      text-align: start;
    }
    tr {
      border-block-end: 1px solid var(--_alv-border);
      break-inside: avoid;
    }
  }
`;
