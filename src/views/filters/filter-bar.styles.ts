import { css } from "lit";

/** Two rows with labels inside of the fields. In a narrow viewer, one line that opens. */
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
    grid-template-columns: minmax(160px, 1fr) minmax(392px, 2fr) minmax(230px, 1.4fr);
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
  .changed {
    align-self: center;
    padding-inline: var(--_alv-space-1);
    color: var(--_alv-text-muted);
    font-size: var(--_alv-font-size-sm);
    line-height: var(--_alv-line-height-sm);
  }
  .filters-actions .changed {
    inline-size: min-content;
    text-align: end;
  }
  .same {
    visibility: hidden;
  }
  .field-group {
    flex: 3 1 0;
    gap: 0;
    min-inline-size: 0;
  }
  .field-group-short {
    flex-grow: 2;
  }
  .field-group-label {
    flex: none;
    block-size: var(--_alv-control-height);
    padding-block-start: 1px;
    padding-inline: var(--_alv-field-pad);
    border: 1px solid var(--_alv-border-strong);
    border-inline-end: 0;
    border-start-start-radius: var(--_alv-radius-md);
    border-end-start-radius: var(--_alv-radius-md);
    line-height: calc(var(--_alv-control-height) - 2px);
    white-space: nowrap;
  }
  .slot {
    flex: 1 1 0;
    min-inline-size: 0;
  }
  .slot-wide {
    flex-grow: 1.35;
  }
  .slot .field {
    position: relative;
    border-radius: 0;
  }
  .slot + .slot .field {
    margin-inline-start: -1px;
  }
  .slot:last-child .field {
    border-start-end-radius: var(--_alv-radius-md);
    border-end-end-radius: var(--_alv-radius-md);
  }
  .slot .field:focus-within,
  .slot .field-error {
    z-index: 1;
  }
  .slot input {
    text-overflow: ellipsis;
  }
  /* A label and its value share the baseline */
  .slot .field > * {
    align-self: baseline;
    line-height: calc(var(--_alv-control-height) - 2px);
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

  @container (inline-size < 1248px) {
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
  @container (inline-size < 884px) {
    .filters-main {
      grid-template-columns: minmax(0, 1fr) minmax(0, 2fr);
    }
    /* The last one, so that Tab follows the visual order */
    .filters-main > alv-date-range {
      grid-column: 1 / -1;
    }
  }
  @container (inline-size < 720px) {
    .filters {
      padding-block: var(--_alv-space-2);
    }
    .filters-toggle {
      display: flex;
      flex-wrap: wrap;
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
    .filters-open .slot .field:nth-child(n) {
      margin: 0;
      border-radius: var(--_alv-radius-md);
    }
    .filters-open > .filters-toggle .button {
      display: none;
    }
    .filters-open > .filters-toggle .changed {
      display: none;
    }
    .filters-open .filters-actions {
      flex-wrap: wrap;
    }
    .filters-open .filters-actions > * {
      flex: 1;
    }
    .filters .changed {
      flex: 1 0 100%;
      text-align: start;
    }
    .filters .same {
      display: none;
    }
  }
`;
