import { css } from "lit";

export const nothingFoundStyles = css`
  .suggestions {
    inline-size: 100%;
    margin-block-start: var(--_alv-space-3);
    border-block-start: 1px solid var(--_alv-border);
  }
  .suggestion {
    display: flex;
    align-items: center;
    gap: var(--_alv-space-2);
    inline-size: 100%;
    min-block-size: 36px;
    padding: var(--_alv-space-1) 0;
    border: 0;
    border-block-end: 1px solid var(--_alv-border);
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .suggestion:hover {
    color: var(--_alv-accent-text);
  }
  .suggestion > .icon {
    color: var(--_alv-text-muted);
  }
  .suggestion > .icon:last-child {
    margin-inline-start: auto;
  }
  .suggestion > span {
    min-inline-size: 0;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    overflow-wrap: anywhere;
  }
  summary {
    color: var(--_alv-text);
    font-weight: var(--_alv-font-weight-medium);
    line-height: 24px;
    cursor: pointer;
  }
`;
