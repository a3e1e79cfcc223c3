import { css } from "lit";

export const skeletonStyles = css`
  .job {
    display: grid;
    gap: var(--_alv-space-2);
    align-content: center;
    /* As high as the chips and the table head that replace it */
    min-block-size: var(--_job-height, 69px);
    padding: var(--_alv-space-2) var(--_alv-gutter);
    border-block-end: 1px solid var(--_alv-border);
  }
  .line {
    display: flex;
    align-items: center;
    gap: 0 var(--_alv-space-2);
  }
  .line > div {
    flex: 1;
    min-inline-size: 0;
  }
  p {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  strong {
    margin-inline-end: var(--_alv-space-1);
    font-weight: var(--_alv-font-weight-medium);
  }
  .bar {
    block-size: 4px;
    overflow: hidden;
    border-radius: 2px;
    background: var(--_alv-surface-pressed);
  }
  .done {
    inline-size: calc(var(--_part, 0) * 100%);
    block-size: 100%;
    border-radius: 2px;
    background: var(--_alv-accent-edge);
    transition: inline-size var(--_alv-motion-slow) var(--_alv-ease);
  }
  .note {
    color: var(--_alv-text-muted);
    font-size: var(--_alv-font-size-sm);
    line-height: var(--_alv-line-height-sm);
  }
  .row {
    display: grid;
    grid-template-columns: var(--_cols);
    align-items: center;
    block-size: calc(var(--_alv-row-height) + 1px);
    border-block-end: 1px solid var(--_alv-border);
  }
  .row:last-child {
    border-block-end: 0;
  }
  .bone {
    inline-size: 78%;
    block-size: 10px;
    margin-inline: var(--_alv-cell-pad);
    border-radius: var(--_alv-radius-sm);
    background: var(--_alv-surface-pressed);
  }
  .bone:first-child {
    inline-size: 12px;
    margin-inline: var(--_alv-gutter) 0;
  }
  .bone:nth-child(3) {
    inline-size: 58%;
    block-size: var(--_alv-badge-height);
    border-radius: var(--_alv-radius-pill);
  }
  .bone:nth-child(5) {
    inline-size: min(70%, 220px);
  }
  .row:nth-child(3n) .bone:nth-child(n + 3) {
    inline-size: min(54%, 160px);
  }
  .rows {
    animation: breathe 1.6s ease-in-out infinite;
  }
  @keyframes breathe {
    50% {
      opacity: 0.5;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .rows {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
    }
    .bar {
      border: 1px solid CanvasText;
    }
    .done {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
  @container (inline-size < 480px) {
    p.num {
      /* As high as the longest text of a search, so that a longer one moves nothing */
      min-block-size: 60px;
    }
  }
  @container (inline-size < 720px) {
    .job {
      min-block-size: 0;
    }
    .row {
      grid-template-columns: 1fr 1.2fr;
      align-content: center;
      gap: var(--_alv-space-3);
      block-size: 81px;
      padding-inline: var(--_alv-gutter);
    }
    .row .bone:nth-child(n) {
      margin: 0;
    }
    .bone:first-child,
    .bone:nth-child(n + 5) {
      display: none;
    }
    .bone:nth-child(3) {
      order: -1;
    }
    .bone:nth-child(2) {
      justify-self: end;
    }
    .bone:nth-child(4) {
      grid-column: 1 / -1;
    }
  }
`;
