import { css } from "lit";

export const resultsCardsStyles = css`
  /* Every card has a line at its end. The last ones are clipped here */
  :host {
    overflow: clip;
    border-block: 1px solid var(--_alv-border);
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    margin-inline-end: -1px;
    margin-block-end: -1px;
  }
  .cards:focus-visible {
    outline-offset: -2px;
  }
  .card {
    min-inline-size: 0;
    border-block-end: 1px solid var(--_alv-border);
    border-inline-end: 1px solid var(--_alv-border);
  }
  /* A card that is far from the screen is neither laid out nor painted */
  .card:nth-child(n + 20):not(.open) {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 116px;
  }
  .face {
    display: grid;
    align-content: start;
    gap: var(--_alv-space-2);
    block-size: 100%;
    padding: var(--_alv-space-4) var(--_alv-gutter);
    cursor: pointer;
    transition: background-color var(--_alv-motion-fast) var(--_alv-ease);
  }
  .face:hover {
    background: var(--_alv-surface-hover);
    transition: none;
  }
  .face:has(.disclose:focus-visible) {
    outline: 2px solid var(--_alv-focus);
    outline-offset: -2px;
  }
  .disclose {
    margin-inline-end: calc(-1 * var(--_alv-space-1));
    outline: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_alv-space-1) var(--_alv-space-3);
    min-inline-size: 0;
  }
  .time {
    margin-inline-start: auto;
  }
  .text {
    font-size: var(--_alv-font-size-lead);
    line-height: var(--_alv-line-height-lead);
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .text strong {
    font-weight: var(--_alv-font-weight-strong);
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_alv-space-4);
    color: var(--_alv-text-muted);
    overflow-wrap: anywhere;
  }
  .card.open {
    grid-column: 1 / -1;
    margin-block-start: -1px;
    border-block-start: 1px solid var(--_alv-border);
  }
  /* An open card takes a whole line. A card that is alone on the line before it, or at the end, takes a whole line, too */
  @container (inline-size >= 884px) {
    .card:nth-child(odd):has(+ .open),
    .open:nth-child(even) ~ .card:nth-child(odd):last-child,
    .open:nth-child(odd) ~ .card:nth-child(even):last-child {
      grid-column: 1 / -1;
    }
  }
  .open .face {
    block-size: auto;
    padding-block-end: var(--_alv-space-3);
  }
  .open .face:hover {
    background: none;
  }
  .details {
    padding: 0 var(--_alv-gutter) var(--_alv-space-4);
  }
  @container (inline-size < 884px) {
    .cards {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @container (inline-size < 480px) {
    .time {
      order: 1;
      flex-basis: 100%;
      margin: 0;
    }
    .disclose {
      margin-inline-start: auto;
    }
  }
  @media print {
    :host {
      overflow: visible;
    }
    .cards {
      display: block;
    }
    .card {
      break-inside: avoid;
    }
  }
`;
