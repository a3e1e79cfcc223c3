import { css } from "lit";

/** A popup and its options. `keepPositioned` sets the private lengths. */
export const popup = css`
  .popup {
    position: fixed;
    inset: auto;
    inset-block-start: 0;
    left: 0;
    translate: var(--_popup-x, 0) var(--_popup-y, 0);
    min-inline-size: var(--_popup-width, 0);
    max-inline-size: calc(100vw - 16px);
    max-block-size: min(var(--_popup-height, 80vh), 480px);
    margin: 0;
    padding: var(--_alv-space-1);
    overflow: auto;
    border: 0;
    border-radius: var(--_alv-radius-lg);
    background: var(--_alv-surface-raised);
    box-shadow: var(--_alv-shadow-popup);
    color: inherit;
    font: inherit;
  }
  .popup:popover-open:not([data-placed]) {
    visibility: hidden;
  }
  /* The list scrolls, not the popup */
  .popup-list {
    padding: 0;
    overflow: hidden;
  }
  .popup-list:popover-open {
    display: flex;
    flex-direction: column;
  }
  .wait {
    padding: var(--_alv-space-3);
    color: var(--_alv-text-muted);
  }
  .option {
    display: flex;
    align-items: center;
    gap: var(--_alv-space-2);
    inline-size: 100%;
    min-block-size: var(--_alv-control-height);
    padding: var(--_alv-space-1) var(--_alv-space-2);
    border: 0;
    border-radius: var(--_alv-radius-sm);
    background: none;
    text-align: start;
    white-space: nowrap;
    cursor: pointer;
  }
  /* Less visible than the active option */
  .option:hover {
    background: var(--_alv-surface-hover);
  }
  .option:focus-visible {
    outline-offset: -2px;
  }
  .option[aria-current="true"] {
    background: var(--_alv-accent-soft);
    color: var(--_alv-accent-text);
    font-weight: var(--_alv-font-weight-medium);
  }
  .option > .icon {
    margin-inline-start: auto;
  }
  @media (forced-colors: active) {
    .popup {
      border: 1px solid CanvasText;
    }
    .option[aria-current="true"] {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
  }
`;
