import { css } from "lit";

/** The layout of the strip, its foot and its table. */
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
  .words {
    flex: 1 1 auto;
    position: relative;
    max-inline-size: 100%;
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
    .key > .extra {
      display: none;
    }
    .foot > .coverage {
      display: flex;
      position: relative;
      flex-wrap: wrap;
      gap: 0 var(--_alv-space-3);
      inline-size: 100%;
      margin-inline-start: 0;
      padding-inline-end: 32px;
    }
    .foot .fold {
      position: absolute;
      inset-block-start: 0;
      inset-inline-end: 0;
    }
  }
  @media (pointer: coarse) {
    .fold {
      inline-size: 36px;
      block-size: 36px;
    }
  }
`;
