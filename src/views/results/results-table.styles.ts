import { css } from "lit";

export const resultsTableStyles = css`
  /* As wide as the table, and higher with a larger or wider type, without taking any room */
  .ruler {
    block-size: 1ch;
    margin-block-end: -1ch;
    visibility: hidden;
    pointer-events: none;
  }
  table,
  thead,
  tbody,
  .details {
    display: block;
  }
  table {
    position: relative;
  }
  table:focus-visible {
    outline: 0;
  }
  /* Above the sticky head, which would cover an outline of the table itself */
  table:focus-visible::after {
    content: "";
    position: absolute;
    inset: 0;
    z-index: 4;
    outline: 2px solid var(--_alv-focus);
    outline-offset: -2px;
    pointer-events: none;
  }
  thead {
    position: sticky;
    inset-block-start: var(--_alv-sticky-offset);
    z-index: 3;
  }
  tr {
    display: grid;
    align-items: center;
    border-block-end: 1px solid var(--_alv-border);
  }
  thead tr {
    min-block-size: var(--_alv-head-height);
    border-block-start: 1px solid var(--_alv-border);
    background: var(--_alv-surface-sunken);
    color: var(--_alv-text-muted);
  }
  th {
    position: relative;
    min-inline-size: 0;
    padding: 0 var(--_alv-cell-pad);
    font-size: var(--_alv-font-size-sm);
    font-weight: var(--_alv-font-weight-medium);
    text-align: start;
  }
  td {
    min-inline-size: 0;
    padding: 0 var(--_alv-cell-pad);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  :is(th, td):first-child {
    padding-inline: var(--_alv-gutter) 0;
  }
  :is(th, td):last-child {
    padding-inline-end: var(--_alv-gutter);
  }
  .cut {
    overflow: clip;
    text-overflow: ellipsis;
  }
  .row > :not(.cut) .clip {
    overflow: visible;
  }
  /* Left to right inside, but aligned and padded for the page's direction */
  td.ltr:dir(rtl) {
    text-align: end;
  }
  td.ltr:last-child:dir(rtl) {
    padding-inline: var(--_alv-gutter) var(--_alv-cell-pad);
  }
  /* Text that is too long loses its own end, in a page of any direction */
  th > .clip {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .zone {
    font-size: var(--_alv-font-size-xs);
    font-weight: var(--_alv-font-weight-normal);
  }
  /* Wider than the viewer: head and rows scroll, the button and the timestamp stay in sight. TableLayout sets the sizes */
  .scrolls > thead {
    overflow: hidden;
  }
  .scrolls > tbody {
    overflow: auto hidden;
    overscroll-behavior-x: contain;
  }
  :where(.scrolls .row) {
    background: var(--_alv-surface);
  }
  .scrolls tr:not(.details) > :is(:first-child, .col-timestamp) {
    position: sticky;
    inset-inline-start: 0;
    z-index: 2;
    align-self: stretch;
    align-content: center;
    background: inherit;
  }
  .scrolls tr:not(.details) > .col-timestamp {
    inset-inline-start: 36px;
    border-inline-end: 1px solid var(--_alv-border);
  }
  .scrolls .open > td:first-child {
    box-shadow: inherit;
  }
  .scrolls .details > td {
    position: sticky;
    inset-inline-start: 0;
    inline-size: 100cqi;
  }
  .row {
    min-block-size: calc(var(--_alv-row-height) + 1px);
    /* What moves with a row is not painted again when another one opens */
    contain: paint;
    cursor: pointer;
    transition: background-color var(--_alv-motion-fast) var(--_alv-ease);
  }
  /* The space of rows that are not rendered has their lines, which are seen only during a very fast scroll */
  tbody {
    --_line: repeating-linear-gradient(
      transparent 0 calc(var(--_row, 41px) - 1px),
      var(--_alv-border) calc(var(--_row, 41px) - 1px) var(--_row, 41px)
    );
    position: relative;
    background:
      var(--_line) top / 0 0 no-repeat,
      var(--_line) bottom / 0 0 no-repeat;
  }
  /* A row of a long list shows other events further down: the browser must not scroll along with it */
  table[aria-rowcount] > tbody {
    overflow-anchor: none;
  }
  /* The row that has the focus and was scrolled away */
  .kept {
    position: absolute;
    inset-block-start: var(--_at);
    inset-inline: 0;
  }
  /* Below the rows that appear first: such a row is neither laid out nor painted before it is near the screen */
  .row.later {
    content-visibility: auto;
    contain-intrinsic-block-size: auto var(--_alv-row-height);
  }
  /* At once, as for buttons */
  .row:hover {
    background: var(--_alv-surface-hover);
    transition: none;
  }
  .row.open {
    border-block-end: 0;
  }
  /* The button has the focus, but the row shows it. Without the first condition, a change in any row would style it again */
  .row:focus-within:has(.disclose:focus-visible) {
    outline: 2px solid var(--_alv-focus);
    outline-offset: -2px;
  }
  .disclose {
    margin-inline-start: calc(-1 * var(--_alv-space-1));
    outline: 0;
  }
  .col-affectedUser {
    font-weight: var(--_alv-font-weight-medium);
  }
  .col-byDomain,
  .col-byIp {
    color: var(--_alv-text-muted);
  }
  /* The sticky cells would cover the outline of the row */
  .scrolls .disclose:focus-visible {
    outline: 2px solid var(--_alv-focus);
  }
  /* Aligned with the text of the first column, which starts after the 36 px of the button */
  .details > td {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    padding-block: var(--_alv-space-1) var(--_alv-space-4);
    padding-inline: calc(36px + var(--_alv-cell-pad)) var(--_alv-gutter);
    white-space: normal;
    animation: open var(--_alv-motion-base) var(--_alv-ease);
  }
  alv-event-details {
    min-block-size: 0;
    animation: clip var(--_alv-motion-base);
  }
  @keyframes open {
    from {
      grid-template-rows: 0fr;
    }
    to {
      grid-template-rows: 1fr;
    }
  }
  @keyframes clip {
    from,
    to {
      overflow: clip;
    }
  }
`;
