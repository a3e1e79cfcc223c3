import { css } from "lit";

/** Buttons, links, fields and tags. */
export const controls = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_alv-space-2);
    block-size: var(--_alv-control-height);
    padding: 0 var(--_alv-space-3);
    border: 1px solid var(--_alv-border-strong);
    border-radius: var(--_alv-radius-md);
    background: var(--_alv-surface);
    font-weight: var(--_alv-font-weight-medium);
    white-space: nowrap;
    text-decoration: none;
    cursor: pointer;
    transition: background-color var(--_alv-motion-fast) var(--_alv-ease);
  }
  /* At once, so that the first frame after an input shows it. Only the end fades */
  .button:hover {
    background: var(--_alv-surface-hover);
    transition: none;
  }
  .button:active,
  .button[aria-expanded="true"] {
    background: var(--_alv-surface-pressed);
  }
  .button .icon {
    color: var(--_alv-text-muted);
  }
  .button-primary {
    border-color: var(--_alv-accent-edge);
    background: var(--_alv-accent);
    color: var(--_alv-on-accent);
  }
  .button-primary:is(:hover, :active) {
    border-color: var(--_alv-accent-hover);
    background: var(--_alv-accent-hover);
  }
  .button-primary .icon {
    color: inherit;
  }
  .button-plain {
    border-color: transparent;
    background: none;
    color: var(--_alv-text-muted);
  }
  .button-plain:hover {
    color: var(--_alv-text);
  }
  .button-sm {
    block-size: var(--_alv-control-height-sm);
    padding-inline: var(--_alv-space-2);
  }
  /* Unlike disabled, aria-disabled keeps the focus */
  .button:is(:disabled, [aria-disabled="true"]) {
    border-color: var(--_alv-border);
    background: none;
    color: var(--_alv-text-disabled);
    cursor: default;
  }
  .button:is(:disabled, [aria-disabled="true"]) .icon {
    color: inherit;
  }

  .link {
    display: inline-flex;
    align-items: center;
    gap: var(--_alv-space-1);
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_alv-accent-text);
    font-weight: var(--_alv-font-weight-medium);
    text-decoration: none;
    cursor: pointer;
  }
  .link:hover {
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  /* The label sits inside the control, before the value */
  .field {
    display: flex;
    align-items: center;
    gap: var(--_alv-space-2);
    min-inline-size: 0;
    block-size: var(--_alv-control-height);
    padding: 0 var(--_alv-field-pad);
    border: 1px solid var(--_alv-border-strong);
    border-radius: var(--_alv-radius-md);
    background: var(--_alv-surface);
    text-align: start;
    cursor: text;
  }
  button.field {
    cursor: pointer;
  }
  .field-label {
    flex: none;
    color: var(--_alv-text-muted);
    white-space: nowrap;
  }
  .field-value {
    flex: 1;
    min-inline-size: 0;
  }
  .field input {
    flex: 1;
    inline-size: 100%;
    min-inline-size: 0;
    block-size: 100%;
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
  }
  .field:has(input:focus-visible) {
    outline: 2px solid var(--_alv-focus);
    outline-offset: 1px;
  }
  .field input:dir(ltr) {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .field input::placeholder {
    color: var(--_alv-text-muted);
    opacity: 1;
  }
  .field > .icon {
    margin-inline-start: auto;
    color: var(--_alv-text-muted);
  }
  option {
    background: var(--_alv-surface-raised);
    color: var(--_alv-text);
  }
  .field-error {
    border-color: var(--_alv-danger-mark);
    box-shadow: inset 0 0 0 1px var(--_alv-danger-mark);
  }
  .field-message {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    display: flex;
    align-items: start;
    gap: var(--_alv-space-snug);
    margin-block-start: var(--_alv-space-1);
    color: var(--_alv-danger);
    font-size: var(--_alv-font-size-sm);
    line-height: var(--_alv-line-height-sm);
  }

  .tag {
    display: inline-flex;
    align-items: center;
    min-inline-size: 0;
    block-size: var(--_alv-tag-height);
    padding-inline: var(--_alv-space-2) 0;
    border-radius: var(--_alv-radius-sm);
    background: var(--_alv-surface-pressed);
    font-size: var(--_alv-font-size-sm);
    white-space: nowrap;
  }
  /* An icon button, of the minimum size of a target (WCAG 2.5.8) */
  .mini {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: var(--_alv-radius-sm);
    background: none;
    color: var(--_alv-text-muted);
    cursor: pointer;
  }
  .mini:hover {
    color: var(--_alv-text);
  }

  /* iOS zooms into fields with type below 16 px */
  @media (pointer: coarse) {
    .field input {
      font-size: var(--_alv-font-size-xl);
    }
  }
  @media (forced-colors: active) {
    .button-primary {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
    .button:is(:disabled, [aria-disabled="true"]) {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
