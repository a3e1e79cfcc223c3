import { css } from "lit";

export const noticeStyles = css`
  .notice {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--_alv-space-2) var(--_alv-space-3);
    padding: var(--_alv-space-2) var(--_alv-gutter);
    border-block-start: 1px solid var(--_alv-border);
    background: var(--_alv-accent-soft);
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .notice > .icon {
    color: var(--_alv-accent-text);
  }
  .is-danger {
    background: var(--_alv-danger-soft);
  }
  .is-danger > .icon {
    color: var(--_alv-danger-mark);
  }
  .is-warning {
    background: var(--_alv-warning-soft);
  }
  .is-warning > .icon {
    color: var(--_alv-warning-mark);
  }
  .notice > div {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  strong {
    font-weight: var(--_alv-font-weight-strong);
  }
  small {
    display: block;
    font-size: var(--_alv-font-size-sm);
    line-height: var(--_alv-line-height-sm);
  }
  @container (inline-size < 480px) {
    .notice {
      grid-template-columns: 16px minmax(0, 1fr);
      align-items: start;
    }
    .notice > .icon {
      margin-block-start: 2px;
    }
    .button {
      grid-column: 2;
      justify-self: start;
    }
  }
`;
