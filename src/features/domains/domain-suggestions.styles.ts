import { css } from "lit";

/** They apply to the root of the field, so each selector names a class of the suggestions. */
export const domainSuggestionStyles = css`
  alv-domain-suggestions {
    display: contents;
  }
  .domains {
    flex-direction: column;
    max-inline-size: min(calc(100vw - 16px), max(var(--_popup-width, 0px), 480px));
    padding: 0;
    overflow: hidden;
  }
  .domains:popover-open {
    display: flex;
  }
  .domains-list {
    min-block-size: 0;
    padding: var(--_alv-space-1);
    overflow: auto;
    overscroll-behavior: contain;
  }
  .domains-list[hidden] {
    display: none;
  }
  .domains-label {
    padding: var(--_alv-space-1) var(--_alv-space-2);
    color: var(--_alv-text-muted);
    font-size: var(--_alv-font-size-sm);
  }
  .domains .option {
    flex-wrap: wrap;
    gap: 0 var(--_alv-space-3);
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .domains .option > * {
    min-inline-size: 0;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .domains .option[aria-selected="true"] {
    background: var(--_alv-surface-pressed);
  }
  .domains mark {
    background: none;
    color: var(--_alv-accent-text);
    font-weight: var(--_alv-font-weight-strong);
  }
  .domains u {
    color: var(--_alv-orange-text);
    text-decoration: underline dotted 2px;
    text-underline-offset: 2px;
  }
  .domains .hint::after {
    content: " (" attr(data-hint) ")";
  }
  .domains-note {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_alv-space-3);
    margin: 0;
    padding: var(--_alv-space-2) var(--_alv-space-3);
    color: var(--_alv-text-muted);
    font-size: var(--_alv-font-size-sm);
    line-height: var(--_alv-line-height-sm);
  }
  .domains-note > span {
    unicode-bidi: plaintext;
    text-align: match-parent;
  }
  .domains-list:not([hidden]) + .domains-note {
    border-block-start: 1px solid var(--_alv-border);
  }
  @media (forced-colors: active) {
    .domains .option[aria-selected="true"] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    /* The browser's color for a mark needs its yellow background, which is removed here. */
    .domains mark {
      color: CanvasText;
      text-decoration: underline;
    }
  }
`;
