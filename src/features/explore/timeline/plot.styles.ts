import { css } from "lit";

/** What is drawn: bars, hatching, the axis. */
export const plotStyles = css`
  .plot {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    overflow: visible;
    cursor: pointer;
  }
  .plot text {
    fill: var(--_alv-text-muted);
    font-size: var(--_alv-font-size-xs);
    font-variant-numeric: tabular-nums;
    pointer-events: none;
  }
  .plot .gap-name {
    font-size: var(--_alv-font-size-sm);
    paint-order: stroke;
    stroke: var(--_alv-surface);
    stroke-width: 6px;
    stroke-linejoin: round;
  }
  .hatch {
    fill: none;
    stroke: var(--_alv-border-strong);
    stroke-opacity: 0.6;
  }
  .fill {
    fill: currentcolor;
    color: var(--_alv-neutral-dot);
  }
  .axis {
    fill: none;
    stroke: var(--_alv-border-strong);
  }
  .shown,
  .swatch-shown {
    fill: var(--_alv-accent-edge);
    background: var(--_alv-accent-edge);
  }
  .bar {
    fill: transparent;
    outline: none;
  }
  @media (hover: hover) {
    .bar:hover {
      fill: color-mix(in oklab, var(--_alv-text) 7%, transparent);
    }
  }
  .ring {
    display: none;
    fill: none;
    stroke: var(--_alv-focus);
    stroke-width: 2px;
  }
  .plot:has(.bar:focus-visible) .ring {
    display: block;
  }
  @media (forced-colors: active) {
    .plot text {
      fill: CanvasText;
    }
    .plot .gap-name {
      stroke: Canvas;
    }
    .hatch,
    .axis,
    .look,
    .look-line {
      stroke: CanvasText;
      stroke-opacity: 1;
    }
    .look-ground {
      fill: Canvas;
    }
    .look-ink {
      fill: CanvasText;
    }
    .shown,
    .swatch-shown {
      forced-color-adjust: none;
      fill: Highlight;
      background: Highlight;
    }
    .ring {
      stroke: Highlight;
    }
  }
`;
