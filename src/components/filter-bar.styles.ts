import { css } from "lit";

/** Two quiet rows, labels inside the fields; one folded line where there is little room. */
export const filterBarStyles = css`
  .filters {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_alv-space-2);
    padding: var(--_alv-space-3) var(--_alv-gutter);
    border-block-end: 1px solid var(--_alv-border);
    background: var(--_alv-surface-sunken);
  }
  .filters-toggle {
    display: none;
  }
  .filters-main {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--_alv-space-2);
  }
  .filters-who,
  .filters-actions,
  .field-group {
    display: flex;
    gap: var(--_alv-space-2);
  }
  .filters-actions {
    gap: var(--_alv-space-1);
  }
  .filters-note {
    font-size: var(--_alv-font-size-sm);
    line-height: var(--_alv-line-height-sm);
  }
  .field-group {
    flex: 3 1 0;
    flex-wrap: wrap;
    gap: 0;
    min-inline-size: 0;
  }
  .field-group-short {
    flex-grow: 2;
  }
  .field-group-label {
    display: flex;
    flex: none;
    align-items: center;
    block-size: var(--_alv-control-height);
    padding-inline: var(--_alv-field-pad);
    border: 1px solid var(--_alv-border-strong);
    border-inline-end: 0;
    border-start-start-radius: var(--_alv-radius-md);
    border-end-start-radius: var(--_alv-radius-md);
    white-space: nowrap;
  }
  .field-group .field {
    flex: 1 1 0;
    border-radius: 0;
  }
  .field-group .field + .field {
    margin-inline-start: -1px;
  }
  .field-group .field:last-of-type {
    border-start-end-radius: var(--_alv-radius-md);
    border-end-end-radius: var(--_alv-radius-md);
  }
  .field-group .field-wide {
    flex-grow: 1.35;
  }
  .field-group .field:focus-within,
  .field-group .field-error {
    z-index: 1;
  }
  .field-group .field {
    position: relative;
  }
  .field-message {
    flex: 1 0 100%;
  }

  .field-select {
    position: relative;
    cursor: pointer;
  }
  .field-select select {
    flex: 1;
    min-inline-size: 0;
    block-size: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: start;
    appearance: none;
    cursor: pointer;
  }
  .field-select > .icon {
    pointer-events: none;
  }
  .field-select:has(select:focus-visible) {
    outline: 2px solid var(--_alv-focus);
    outline-offset: 1px;
  }
  option {
    background: var(--_alv-surface-raised);
    color: var(--_alv-text);
  }

  @container (inline-size < 1080px) {
    .filters-who {
      flex-wrap: wrap;
    }
    .field-group {
      flex: 1 1 100%;
    }
    .field-group-short {
      flex: 1 1 0;
    }
  }
  @container (inline-size < 720px) {
    .filters {
      padding-block: var(--_alv-space-2);
    }
    .filters-toggle {
      display: flex;
      gap: var(--_alv-space-2);
    }
    .filters-toggle .field {
      flex: 1;
    }
    .filters-toggle .icon:first-child {
      margin-inline-start: 0;
    }
    .filters-toggle .icon:last-child {
      transition: rotate var(--_alv-motion-base) var(--_alv-ease);
    }
    .filters-open > .filters-toggle .icon:last-child {
      rotate: 180deg;
    }
    .filters-main,
    .filters-who {
      display: none;
    }
    .filters-open > .filters-main,
    .filters-open > .filters-who,
    .filters-open .field-group {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_alv-space-2);
    }
    .filters-open .field-group-label {
      block-size: auto;
      padding: var(--_alv-space-2) 0 0;
      border: 0;
      font-size: var(--_alv-font-size-sm);
      font-weight: var(--_alv-font-weight-medium);
    }
    .filters-open .field-group .field {
      margin: 0;
      border-radius: var(--_alv-radius-md);
    }
    .filters-open > .filters-toggle .button {
      display: none;
    }
    .filters-open .filters-actions > * {
      flex: 1;
    }
  }
`;
