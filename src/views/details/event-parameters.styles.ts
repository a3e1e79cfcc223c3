import { css } from "lit";

export const eventParametersStyles = css`
  .params {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_alv-space-snug);
    direction: ltr;
  }
  .params:dir(rtl) {
    justify-content: end;
  }
  li {
    display: flex;
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .param {
    position: relative;
    min-inline-size: 0;
    min-block-size: 24px;
    padding: 3px 7px;
    border: 1px solid var(--_alv-border);
    border-radius: var(--_alv-radius-sm);
    background: var(--_alv-surface);
    font-family: var(--_alv-font-family-mono);
    font-size: var(--_alv-font-size-sm);
    line-height: var(--_alv-line-height-sm);
    text-align: start;
    overflow-wrap: anywhere;
  }
  button {
    cursor: pointer;
  }
  button.param:hover {
    border-color: var(--_alv-border-strong);
  }
  .name {
    margin-inline-end: var(--_alv-space-snug);
    color: var(--_alv-text-muted);
  }
  .value {
    white-space: pre-wrap;
  }
  .secret .param {
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .toggle {
    flex: none;
    min-inline-size: 24px;
    min-block-size: 24px;
    margin-inline-start: -1px;
    padding: 0 7px;
    border: 1px solid var(--_alv-border);
    border-start-end-radius: var(--_alv-radius-sm);
    border-end-end-radius: var(--_alv-radius-sm);
    background: var(--_alv-surface);
    color: var(--_alv-accent-text);
    font-size: var(--_alv-font-size-sm);
    font-weight: var(--_alv-font-weight-medium);
  }
  .toggle:hover {
    background: var(--_alv-surface-hover);
  }
  .was {
    visibility: hidden;
  }
  .param.copied,
  .param.copied:hover {
    border-color: var(--_alv-success-mark);
    background: var(--_alv-success-soft);
    color: var(--_alv-success);
  }
  .done {
    position: absolute;
    inset: 0;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--_alv-space-snug);
    overflow: hidden;
    font-family: var(--_alv-font-family);
    font-weight: var(--_alv-font-weight-medium);
  }
  @media print {
    .param,
    .param.copied {
      border-color: var(--_alv-border);
      background: none;
      color: inherit;
    }
    .was {
      visibility: visible;
    }
    .done,
    .masked > [aria-hidden] {
      display: none;
    }
    .masked > .visually-hidden {
      position: static;
      clip-path: none;
      font-style: italic;
    }
  }
`;
