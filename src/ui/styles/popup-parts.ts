import { css } from "lit";

/** The parts of a popup with a list: the search field, the options with their checkboxes, and the foot. */
export const popupParts = css`
  :host {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .list {
    max-block-size: 344px;
    padding: var(--_alv-space-1);
    overflow: auto;
    overscroll-behavior: contain;
  }
  .list .option {
    white-space: normal;
  }
  .option.active {
    background: var(--_alv-surface-pressed);
  }
  .popup-search {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--_alv-space-2);
    min-block-size: 40px;
    padding-inline: var(--_alv-space-3);
    border-block-end: 1px solid var(--_alv-border);
    color: var(--_alv-text-muted);
  }
  .popup-search input {
    flex: 1;
    inline-size: 100%;
    min-inline-size: 0;
    block-size: 40px;
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
    color: var(--_alv-text);
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .popup-search input::placeholder {
    color: var(--_alv-text-muted);
    opacity: 1;
  }
  .popup-search:has(input:focus-visible) {
    box-shadow: inset 0 -2px 0 var(--_alv-focus);
  }
  .popup-foot {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 var(--_alv-space-4);
    padding: var(--_alv-space-2) var(--_alv-space-3);
    border-block-start: 1px solid var(--_alv-border);
  }
  .check {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    border: 1px solid var(--_alv-border-strong);
    /* A rounder checkbox would look like a radio button. */
    border-radius: min(4px, var(--_alv-radius-sm));
    color: transparent;
  }
  :is([aria-checked="true"], [aria-checked="mixed"]) > .check {
    border-color: var(--_alv-accent-edge);
    background: var(--_alv-accent);
    color: var(--_alv-on-accent);
  }
  .option-end,
  .popup-foot > .num {
    unicode-bidi: plaintext;
  }
  .option-end {
    margin-inline-start: auto;
    color: var(--_alv-text-muted);
  }
  @media (pointer: coarse) {
    .popup-search input {
      font-size: var(--_alv-font-size-xl);
    }
  }
  @media (forced-colors: active) {
    .active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .popup-search:has(input:focus-visible) {
      border-block-end: 2px solid Highlight;
    }
    :is([aria-checked="true"], [aria-checked="mixed"]) > .check {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
