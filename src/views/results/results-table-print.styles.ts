import { css } from "lit";

/** The table on paper: a real table and not a grid, so that every sheet repeats its head. Cells wrap. */
export const resultsTablePrintStyles = css`
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
    /* These widths grow in proportion. All eight columns fit on any sheet */
    th {
      inline-size: 44px;
    }
    th:is(.col-timestamp, .col-object, .col-byIp) {
      inline-size: 58px;
    }
    th:is(.col-action, .col-affectedDomain, .col-byDomain) {
      inline-size: 66px;
    }
    /* With many columns, smaller type and more room for users and addresses breaks the fewest names */
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
    .cut {
      overflow: visible;
    }
    .row.later {
      content-visibility: visible;
    }
    .row.open > td {
      border-block-end: 0;
    }
    .details > td {
      padding-block-end: var(--_alv-space-3);
      animation: none;
    }
  }
`;
