import { css } from "lit";

/** The table in a narrow viewer: a list, or a table that scrolls sideways. */
export const resultsListStyles = css`
  /* Three lines for each event: action and time, affected user and domain, object and button */
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
      /* With large type, the time wraps below the date */
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
    /* A sticky timestamp would leave too little room for the other columns */
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
`;
