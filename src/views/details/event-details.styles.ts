import { css } from "lit";

export const eventDetailsStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_alv-space-4);
    cursor: auto;
  }
  .summary {
    display: flex;
    gap: var(--_alv-space-3);
    padding: var(--_alv-space-3) var(--_alv-space-4);
    border: 1px solid var(--_alv-accent-line);
    border-radius: var(--_alv-radius-md);
    background: var(--_alv-accent-soft);
    font-size: var(--_alv-font-size-lg);
    line-height: var(--_alv-line-height-lg);
  }
  .summary p {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .summary .icon {
    margin-block-start: 2px;
    color: var(--_alv-accent-text);
  }
  strong {
    font-weight: var(--_alv-font-weight-strong);
  }
  .facts {
    display: grid;
    grid-template-columns: 1.25fr 1fr 1.25fr;
    gap: var(--_alv-space-4) var(--_alv-space-8);
  }
  .section-title {
    margin-block-end: var(--_alv-space-snug);
    font-size: var(--_alv-font-size-sm);
    font-weight: var(--_alv-font-weight-strong);
    line-height: var(--_alv-line-height-sm);
  }
  .fact {
    display: grid;
    grid-template-columns: calc(var(--_alv-font-size-md) * 6.8) minmax(0, 1fr);
    gap: var(--_alv-space-2);
    padding-block: 2px;
  }
  dt {
    color: var(--_alv-text-muted);
  }
  dd {
    overflow-wrap: anywhere;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_alv-space-2);
  }
  .either {
    text-align: start;
  }
  .either::after {
    content: attr(data-other);
    display: block;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
  }

  @container (inline-size < 1056px) {
    .facts {
      grid-template-columns: 1fr 1fr;
    }
  }
  @container (inline-size < 720px) {
    .facts {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_alv-space-3);
    }
  }
  @container (inline-size < 480px) {
    .actions .button {
      flex: 1 1 auto;
    }
  }
  @media print {
    .facts {
      grid-template-columns: repeat(auto-fit, minmax(184px, 1fr));
      gap: var(--_alv-space-3) var(--_alv-space-4);
    }
    .fact {
      grid-template-columns: 64px minmax(0, 1fr);
    }
    .summary {
      padding: var(--_alv-space-2) var(--_alv-space-3);
    }
    .summary,
    .facts > div {
      break-inside: avoid;
    }
  }
`;
