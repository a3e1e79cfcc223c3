import { css } from "lit";

/** Fields above two months, or above one month in a narrow window. */
export const rangeEditorStyles = css`
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .body {
    display: grid;
    gap: var(--_alv-space-4);
    padding: var(--_alv-space-4);
  }
  .ends,
  .months {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--_alv-space-6);
  }
  .ends {
    align-items: start;
  }
  .one {
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_alv-space-2);
  }
  fieldset {
    min-inline-size: 0;
  }
  legend {
    padding: 0;
    margin-block-end: var(--_alv-space-1);
    color: var(--_alv-text-muted);
    font-size: var(--_alv-font-size-sm);
    line-height: var(--_alv-line-height-sm);
  }
  /* The message is in the gap below the fields, so that it moves nothing under the pointer */
  .ends .field-message {
    margin-block: 0 calc(-1 * var(--_alv-space-4));
  }
  .typed {
    display: grid;
    grid-template-columns: 1.3fr 1fr;
    gap: var(--_alv-space-2);
  }
  .month-head {
    display: grid;
    grid-template-columns: 28px 1fr 28px;
    align-items: center;
    block-size: 32px;
    text-align: center;
  }
  h2 {
    grid-column: 2;
    font-weight: var(--_alv-font-weight-strong);
  }
  .button-icon {
    inline-size: 28px;
    padding: 0;
  }
  .button-icon[aria-disabled] {
    border-color: transparent;
  }
  table {
    inline-size: 100%;
    border-spacing: 0 2px;
    table-layout: fixed;
    text-align: center;
  }
  th {
    padding: 0;
    color: var(--_alv-text-muted);
    font-size: var(--_alv-font-size-xs);
    font-weight: inherit;
    line-height: 24px;
  }
  td {
    padding: 0;
  }
  .day {
    position: relative;
    block-size: 32px;
    border: 1px solid transparent;
    border-inline-width: 0;
    cursor: pointer;
  }
  .day:hover {
    background: var(--_alv-surface-hover);
  }
  .day:focus-visible {
    z-index: 1;
    border-radius: var(--_alv-radius-sm);
  }
  .in,
  .day.in:hover {
    background: var(--_alv-accent-soft);
  }
  .preview {
    border-block: 1px dashed var(--_alv-accent-line);
  }
  .start,
  .end,
  .day:is(.start, .end):hover {
    border-color: var(--_alv-accent-edge);
    background: var(--_alv-accent);
    color: var(--_alv-on-accent);
    font-weight: var(--_alv-font-weight-strong);
  }
  .start {
    border-start-start-radius: var(--_alv-radius-md);
    border-end-start-radius: var(--_alv-radius-md);
  }
  .end,
  .next-end {
    border-start-end-radius: var(--_alv-radius-md);
    border-end-end-radius: var(--_alv-radius-md);
  }
  .next-end {
    border: 1px solid var(--_alv-accent-edge);
    font-weight: var(--_alv-font-weight-strong);
  }
  .today::after {
    content: "";
    position: absolute;
    inset-block-end: 3px;
    inset-inline: calc(50% - 2px);
    block-size: 4px;
    border-radius: 50%;
    background: currentcolor;
  }
  .today:not(.start, .end)::after {
    background: var(--_alv-accent-text);
  }
  .future,
  .future.day:hover {
    background: none;
    color: var(--_alv-text-disabled);
    cursor: default;
  }
  .summary {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    min-block-size: var(--_alv-line-height-md);
  }
  .foot,
  .foot-end {
    display: flex;
    align-items: center;
    gap: var(--_alv-space-2);
  }
  .foot {
    position: sticky;
    inset-block-end: 0;
    flex-wrap: wrap;
    padding: var(--_alv-space-2) var(--_alv-space-3);
    border-block-start: 1px solid var(--_alv-border);
    background: var(--_alv-surface-raised);
  }
  .foot-end {
    margin-inline-start: auto;
  }
  /* Aligns its icon with the text above */
  alv-timezone-select {
    margin-inline-start: calc(-1 * var(--_alv-space-1));
  }
  @media (max-width: 719px) {
    .body {
      gap: var(--_alv-space-3);
      padding: var(--_alv-space-3);
    }
  }
  @media (forced-colors: active) {
    .day {
      forced-color-adjust: none;
      color: CanvasText;
      background: Canvas;
    }
    .day.in,
    .day.in:hover {
      border-block-color: Highlight;
      background: Canvas;
    }
    .day:is(.start, .end),
    .day:is(.start, .end):hover {
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
    .day.future {
      color: GrayText;
    }
    .today:not(.start, .end)::after {
      background: CanvasText;
    }
  }
`;
