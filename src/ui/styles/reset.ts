import { css } from "lit";

/** The reset for every shadow root, and the helpers that most components use. */
export const reset = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4 {
    font: inherit;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  figure {
    margin: 0;
    padding: 0;
    border: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  button,
  input,
  textarea {
    margin: 0;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }

  .num {
    font-variant-numeric: tabular-nums;
  }
  .mono {
    font-family: var(--_alv-font-family-mono);
    font-size: var(--_alv-font-size-sm);
  }
  .muted {
    color: var(--_alv-text-muted);
  }
  /* Not hidden: a hidden overflow can be scrolled, so each of these would be a layer of its own */
  .clip {
    min-inline-size: 0;
    overflow: clip;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Addresses, domains, extensions and parameters are left to right in every language */
  .ltr {
    direction: ltr;
    unicode-bidi: isolate;
  }

  .icon {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
    /* Nothing is outside of the box, and clipping would make each icon slower to paint */
    overflow: visible;
  }
  .icon-sm {
    inline-size: 12px;
    block-size: 12px;
    stroke-width: 2;
  }
  .icon-flip:dir(rtl) {
    scale: -1 1;
  }

  @media (forced-colors: active) {
    .icon {
      color: inherit !important;
    }
  }

  /* One focus ring for everything */
  :focus-visible {
    outline: 2px solid var(--_alv-focus);
    outline-offset: 1px;
  }
`;
