import { css } from "lit";

export const exportPanelStyles = css`
  .choices {
    display: grid;
    padding: var(--_alv-space-1);
  }
  .nothing {
    padding: var(--_alv-space-3) var(--_alv-gutter);
    outline: none;
  }
  .option {
    white-space: normal;
  }
  .option > .icon {
    flex: none;
    margin-inline-start: 0;
    color: var(--_alv-text-muted);
  }
  .option:focus {
    background: var(--_alv-surface-pressed);
  }
  .option[aria-disabled="true"] {
    background: none;
    color: var(--_alv-text-disabled);
    cursor: default;
  }
  .option[aria-disabled="true"] :is(.icon, .note) {
    color: inherit;
  }
  .body {
    display: grid;
    min-inline-size: 0;
  }
  .body > *,
  p {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .note {
    color: var(--_alv-text-muted);
    font-size: var(--_alv-font-size-sm);
    line-height: var(--_alv-line-height-sm);
    overflow-wrap: anywhere;
  }
  .settings,
  .job {
    display: grid;
    gap: var(--_alv-space-1);
    padding: var(--_alv-space-2) var(--_alv-space-3);
    border-block-start: 1px solid var(--_alv-border);
  }
  .job {
    gap: var(--_alv-space-2);
    padding-block: var(--_alv-space-3);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_alv-space-1) var(--_alv-space-3);
  }
  .ends {
    justify-content: space-between;
  }
  .steps {
    column-gap: var(--_alv-space-2);
  }
  .formats {
    min-inline-size: 0;
  }
  legend {
    float: inline-start;
    padding: 0;
    color: var(--_alv-text-muted);
  }
  label {
    display: inline-flex;
    align-items: center;
    gap: var(--_alv-space-snug);
    min-block-size: 24px;
    cursor: pointer;
  }
  label.sensitive {
    align-items: start;
  }
  input {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    accent-color: var(--_alv-accent-edge);
    cursor: pointer;
  }
  .sensitive input {
    margin-block-start: var(--_alv-space-half);
  }
  strong {
    font-weight: var(--_alv-font-weight-medium);
  }
  .bar {
    block-size: 4px;
    border-radius: 2px;
    overflow: hidden;
    background: var(--_alv-surface-pressed);
  }
  .bar::before {
    display: block;
    block-size: 100%;
    inline-size: calc(var(--_part, 0) * 100%);
    border-radius: 2px;
    background: var(--_alv-accent-edge);
    content: "";
  }
  .problem {
    color: var(--_alv-danger);
  }
  @media (forced-colors: active) {
    .bar {
      border: 1px solid CanvasText;
    }
    .bar::before {
      forced-color-adjust: none;
      background: Highlight;
    }
    .option[aria-disabled="true"] {
      color: GrayText;
    }
  }
`;
