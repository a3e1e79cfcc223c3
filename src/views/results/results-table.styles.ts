import { css } from "lit";
import { columnSizerStyles } from "./column-sizer.js";
import { printed } from "../../ui/styles/print.js";
import { disclosureStyles } from "./disclosure.js";

export const resultsTableStyles = [
  disclosureStyles,
  columnSizerStyles,
  printed,
  css`
    /* As wide as the table and as high as its type, in no room of its own */
    .ruler {
      block-size: 1em;
      margin-block-end: -1em;
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
    /* Over the head, which lies over the table's own ring */
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
      grid-template-columns: var(--_cols);
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
    td.col-timestamp,
    td > .ltr {
      overflow: hidden;
      text-overflow: ellipsis;
    }
    /* Left to right inside, at the side of the page's own start */
    td > .ltr {
      display: block;
    }
    td > .ltr:dir(rtl) {
      text-align: end;
    }
    /* What is cut loses its own end, whatever direction the page has */
    th > .clip {
      unicode-bidi: plaintext;
      text-align: -webkit-match-parent;
      text-align: match-parent;
    }
    .zone {
      font-size: var(--_alv-font-size-xs);
      font-weight: var(--_alv-font-weight-normal);
    }
    /* Wider than the page: head and rows scroll, the button and the timestamp stay */
    .scrolls > :is(thead, tbody) {
      scroll-padding-inline-start: var(--_stays);
    }
    .scrolls > thead {
      overflow: hidden;
    }
    .scrolls > tbody {
      overflow: auto hidden;
      overscroll-behavior-x: contain;
    }
    .scrolls tr {
      inline-size: var(--_total);
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
      inline-size: var(--_seen);
    }
    .row {
      min-block-size: calc(var(--_alv-row-height) + 1px);
      cursor: pointer;
      transition: background-color var(--_alv-motion-fast) var(--_alv-ease);
    }
    .row:hover {
      background: var(--_alv-surface-hover);
    }
    .row.open {
      border-block-end: 0;
    }
    /* The button has the focus, the row shows it */
    .row:has(.disclose:focus-visible) {
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
    /* What stays in sight would cover the row's own ring */
    .scrolls .disclose:focus-visible {
      outline: 2px solid var(--_alv-focus);
    }
    /* Beneath the text of the first column, which begins after the 36 px of the button */
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

    /* A list: action and time, the affected user and domain, the object and the button */
    @media screen {
      @container (inline-size < 720px) {
        .folds {
          border-block-start: 1px solid var(--_alv-border);
        }
        .folds thead {
          display: none;
        }
        .folds .row {
          grid-template-columns: auto minmax(0, 1fr) fit-content(44%);
          gap: var(--_alv-space-half) var(--_alv-space-2);
          padding: 10px var(--_alv-gutter);
        }
        .folds .row > td {
          padding: 0;
        }
        .folds .row > td:first-child {
          grid-area: 3 / 3;
          justify-self: end;
        }
        .folds .disclose {
          margin: -2px -4px;
        }
        .folds .col-action {
          grid-area: 1 / 1 / 2 / 3;
        }
        /* With large type the time goes beneath the date */
        .folds .col-timestamp {
          grid-area: 1 / 3;
          font-size: var(--_alv-font-size-sm);
          text-align: end;
          white-space: normal;
        }
        .folds .col-timestamp > span {
          white-space: nowrap;
        }
        .folds .col-affectedUser {
          grid-area: 2 / 1;
        }
        .folds .col-affectedDomain {
          grid-area: 2 / 2 / 3 / 4;
        }
        .folds .col-object {
          grid-area: 3 / 1 / 4 / 3;
          color: var(--_alv-text-muted);
          font-size: var(--_alv-font-size-sm);
        }
        .details > td {
          padding-inline-start: var(--_alv-gutter);
        }
      }
      /* What stays in sight must leave most of the room to what scrolls */
      @container (inline-size < 480px) {
        .scrolls tr:not(.details) > .col-timestamp {
          position: relative;
          inset-inline-start: auto;
          border-inline-end: 0;
        }
        .scrolls > :is(thead, tbody) {
          scroll-padding-inline-start: 36px;
        }
      }
    }

    /* A table again, so that its head is on every sheet: cells wrap, and whatever is wide finds room */
    @media print {
      table {
        display: table;
        inline-size: 100%;
        border-collapse: collapse;
        table-layout: fixed;
        font-size: var(--_alv-font-size-xs);
        line-height: var(--_alv-line-height-xs);
      }
      thead {
        display: table-header-group;
        position: static;
        break-inside: avoid;
      }
      tbody {
        display: table-row-group;
      }
      tr,
      .details {
        display: table-row;
        break-inside: avoid;
      }
      .row.open {
        break-after: avoid;
      }
      .details {
        break-inside: auto;
      }
      th,
      td,
      .details > td {
        display: table-cell;
        padding: var(--_alv-space-1);
        border-block-end: 1px solid var(--_alv-border);
        overflow-wrap: anywhere;
        vertical-align: top;
        white-space: normal;
      }
      tr:not(.details) > :first-child,
      .sizer {
        display: none;
      }
      /* They grow in proportion; all eight have room on any sheet */
      th {
        inline-size: 44px;
      }
      th:is(.col-timestamp, .col-object, .col-byIp) {
        inline-size: 58px;
      }
      th:is(.col-action, .col-affectedDomain, .col-byDomain) {
        inline-size: 66px;
      }
      /* With many columns smaller type, and more room for users and addresses, breaks the fewest names. */
      table:has(th:nth-child(8)) {
        font-size: 10px;
        line-height: 14px;
      }
      table:has(th:nth-child(8)) :is(th, td) {
        padding-inline: 2px;
      }
      table:has(th:nth-child(8)) th:is(.col-timestamp, .col-affectedUser, .col-byUser) {
        inline-size: 46px;
      }
      table:has(th:nth-child(8)) th.col-object {
        inline-size: 51px;
      }
      table:has(th:nth-child(8)) th.col-byIp {
        inline-size: 55px;
      }
      table:has(th:nth-child(8)) th.col-action {
        inline-size: 59px;
      }
      td > .ltr {
        overflow: visible;
      }
      .row.open > td {
        border-block-end: 0;
      }
      .details > td {
        padding-block-end: var(--_alv-space-3);
        animation: none;
      }
    }
  `,
];
