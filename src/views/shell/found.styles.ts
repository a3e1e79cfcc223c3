import { css, type CSSResult } from "lit";

/** The layout of results. The first search loads it, and the root adopts it then. */
export const foundStyles: CSSResult = css`
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_alv-space-2) var(--_alv-space-6);
    padding: var(--_alv-space-3) var(--_alv-gutter);
  }
  .late-line {
    padding: 0 var(--_alv-gutter) var(--_alv-space-1);
  }
  .late-line button {
    display: inline-flex;
    align-items: center;
    gap: var(--_alv-space-1);
    min-block-size: 28px;
    color: var(--_alv-text-muted);
  }
  .late-line button:hover {
    color: var(--_alv-text);
  }
  .stale:not(.place),
  .place.stale > * {
    opacity: 0.5;
    transition: opacity var(--_alv-motion-base) var(--_alv-ease);
  }
  /* Without a box, which would move between the chips of two searches */
  .place {
    display: contents;
  }
  /* Without a height, so that it lies over the rows and moves none */
  .over {
    position: sticky;
    inset-block-start: var(--_alv-sticky-offset);
    z-index: 4;
    block-size: 0;
  }
  .over > alv-skeleton {
    --_job-height: 48px;
    margin-inline: var(--_alv-gutter);
    border-radius: var(--_alv-radius-lg);
    overflow: clip;
    background: var(--_alv-surface-raised);
    box-shadow: var(--_alv-shadow-popup);
  }
  .under {
    position: sticky;
    inset-block-end: 0;
    z-index: 4;
    background: var(--_alv-surface);
  }
  /* Alone, the rows need no box around them: the browser would count one that moves as a shift of the layout */
  .with-side {
    display: contents;
  }
  .with-side:has(alv-breakdown-panel) {
    display: flex;
  }
  /* What is beside it leaves it less room, which its components measure. What is above it moves it without painting its rows again */
  .main {
    contain: layout paint;
    flex: 1;
    min-inline-size: 0;
    container-type: inline-size;
  }
  alv-late-view {
    display: contents;
  }
  .late-failed {
    padding: var(--_alv-space-4) var(--_alv-gutter);
  }
  .late-failed button {
    color: var(--_alv-accent-text);
  }
  :is(.late-line, .late-failed) button {
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    cursor: pointer;
  }
  @media print {
    .late-line {
      display: none;
    }
    .with-side:has(alv-breakdown-panel) {
      display: block;
    }
    .stale:not(.place),
    .place.stale > * {
      opacity: 1;
    }
  }
  @media (forced-colors: active) {
    .over > alv-skeleton {
      border: 1px solid CanvasText;
    }
  }
  @container (inline-size < 720px) {
    .foot > * {
      inline-size: 100%;
    }
  }
`;
