import { css } from "lit";

export const statusPanelStyles = css`
  .state {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: var(--_alv-space-1);
    max-inline-size: 592px;
    padding: var(--_alv-space-8) var(--_alv-gutter);
  }
  .mark {
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    margin-block-end: var(--_alv-space-2);
    border-radius: var(--_alv-radius-lg);
    background: var(--_alv-surface-pressed);
    color: var(--_alv-text-muted);
  }
  .is-danger .mark {
    background: var(--_alv-danger-soft);
    color: var(--_alv-danger-mark);
  }
  .is-warning .mark {
    background: var(--_alv-warning-soft);
    color: var(--_alv-warning-mark);
  }
  h2 {
    font-size: var(--_alv-font-size-lead);
    font-weight: var(--_alv-font-weight-strong);
    line-height: var(--_alv-line-height-xl);
  }
  /* Sentences keep their punctuation at their end, in a page of any direction */
  h2,
  .text p,
  .fine {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .text {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_alv-space-2);
    max-inline-size: 100%;
    color: var(--_alv-text-muted);
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  pre {
    margin: 0;
    padding: var(--_alv-space-2) var(--_alv-space-3);
    border-radius: var(--_alv-radius-md);
    background: var(--_alv-surface-sunken);
    color: var(--_alv-text);
    text-align: start;
    white-space: pre-wrap;
  }
  code {
    font: inherit;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_alv-space-2);
    margin-block-start: var(--_alv-space-3);
  }
  .fine {
    margin-block-start: var(--_alv-space-3);
    color: var(--_alv-text-muted);
    font-size: var(--_alv-font-size-sm);
    line-height: 18px;
    overflow-wrap: anywhere;
  }
  @media print {
    button {
      display: none !important;
    }
  }
  @media (forced-colors: active) {
    .mark {
      border: 1px solid CanvasText;
    }
  }
  @container (inline-size < 720px) {
    .state {
      padding-block: var(--_alv-space-6);
    }
  }
`;
