import { css } from "lit";

/** A column of 256 px: the value, a bar of 48 px and the number. */
export const breakdownStyles = css`
  :host {
    font-size: var(--_alv-font-size-sm);
    line-height: var(--_alv-line-height-sm);
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--_alv-space-2);
    /* As high as the head of the table beside it */
    block-size: calc(var(--_alv-head-height) + 1px);
    padding-inline: var(--_alv-space-3) var(--_alv-space-1);
    border-block-end: 1px solid var(--_alv-border);
    background: var(--_alv-surface-sunken);
  }
  h3 {
    flex: none;
    font-weight: var(--_alv-font-weight-strong);
  }
  .head .mini {
    margin-inline-start: auto;
  }
  .about {
    padding: var(--_alv-space-2) var(--_alv-space-3);
    color: var(--_alv-text-muted);
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .group {
    padding-block: var(--_alv-space-1) var(--_alv-space-2);
    border-block-end: 1px solid var(--_alv-border);
  }
  .group-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    inline-size: 100%;
    block-size: 28px;
    padding-inline: var(--_alv-space-3);
    border: 0;
    background: none;
    font-weight: var(--_alv-font-weight-strong);
    text-align: start;
  }
  button.group-head {
    cursor: pointer;
  }
  .group-head:focus-visible {
    outline-offset: -2px;
  }
  .group-head .icon {
    color: var(--_alv-text-muted);
  }
  [aria-expanded="false"] > .icon {
    rotate: -90deg;
  }
  [aria-expanded="false"]:dir(rtl) > .icon {
    rotate: 90deg;
  }
  .value {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) 48px minmax(32px, auto);
    align-items: center;
    gap: var(--_alv-space-snug);
    min-block-size: 26px;
    padding-inline: var(--_alv-space-3);
  }
  .value:has(button):hover {
    background: var(--_alv-surface-hover);
  }
  .pick {
    display: flex;
    align-items: center;
    gap: var(--_alv-space-snug);
    min-inline-size: 0;
    padding: 0;
    border: 0;
    background: none;
    text-align: start;
  }
  /* A click anywhere in the row is one on its value */
  button.pick::after {
    content: "";
    position: absolute;
    inset: 0;
    cursor: pointer;
  }
  .pick:focus-visible {
    outline: 0;
  }
  .pick:focus-visible::after {
    outline: 2px solid var(--_alv-focus);
    outline-offset: -2px;
  }
  .word {
    unicode-bidi: plaintext;
  }
  .glyph {
    display: inline-grid;
    flex: none;
    color: var(--_alv-neutral-dot);
  }
  .bar {
    grid-area: 1 / 2;
    inline-size: 48px;
    block-size: 4px;
  }
  .bar:dir(rtl) {
    scale: -1 1;
  }
  .bar-ground {
    fill: var(--_alv-surface-pressed);
  }
  .bar-fill {
    fill: var(--_alv-neutral-dot);
  }
  /* The icon takes the place of the bar while the pointer or the focus is in the row */
  .quick {
    position: relative;
    grid-area: 1 / 2;
    justify-self: end;
    opacity: 0;
  }
  .value:is(:hover, :focus-within) .quick {
    opacity: 1;
  }
  .value:has(button):is(:hover, :focus-within) .bar {
    visibility: hidden;
  }
  .quick:hover {
    background: var(--_alv-surface-pressed);
  }
  .count {
    grid-area: 1 / 3;
    text-align: end;
  }
  .more {
    display: flex;
    margin-inline-start: var(--_alv-space-3);
  }
  .bone {
    block-size: 10px;
    border-radius: var(--_alv-radius-sm);
    background: var(--_alv-surface-pressed);
  }
  .value:nth-of-type(3n) .bone {
    inline-size: 55%;
  }
  .value:nth-of-type(3n + 1) .bone {
    inline-size: 80%;
  }
  .popup {
    inline-size: 344px;
    font-size: var(--_alv-font-size-md);
    line-height: var(--_alv-line-height-md);
  }
  @media (pointer: coarse) {
    .value,
    .group-head {
      min-block-size: 36px;
    }
    .quick {
      opacity: 0;
    }
  }
  @media (forced-colors: active) {
    .bar-ground {
      fill: Canvas;
      stroke: GrayText;
    }
    .bar-fill {
      fill: CanvasText;
    }
    .glyph {
      color: inherit;
    }
  }
  @media print {
    .head {
      background: none;
    }
    .mini,
    .link,
    .group-head .icon {
      display: none;
    }
    .groups {
      columns: 3;
    }
    .group {
      break-inside: avoid;
    }
    .clip {
      overflow: visible;
      white-space: normal;
      overflow-wrap: anywhere;
    }
  }
`;
