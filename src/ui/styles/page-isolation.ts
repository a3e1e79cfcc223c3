import { css } from "lit";

/**
 * Isolates the root element from the styles of the page. Its colors and its font are `!important`, because a page may have a
 * rule for `*`. The box `.viewer` resets all other inherited properties, also those of future browsers. Direction (which `all`
 * does not reset), visibility, language and `color-scheme` are inherited from the page.
 */
export const pageIsolation = css`
  :host {
    display: block;
    box-sizing: border-box !important;
    container-type: inline-size !important;
    min-inline-size: 0;
    background: var(--_alv-surface) !important;
    color: var(--_alv-text) !important;
    font: var(--_alv-font-weight-normal) var(--_alv-font-size-md) / var(--_alv-line-height-md) var(--_alv-font-family) !important;
    letter-spacing: normal !important;
    text-transform: none !important;
  }
  :host::before,
  :host::after {
    content: none !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  :host([theme="light"]) {
    color-scheme: light !important;
  }
  :host([theme="dark"]) {
    color-scheme: dark !important;
  }
  .viewer {
    all: initial;
    display: block;
    box-sizing: border-box;
    color: inherit;
    color-scheme: inherit;
    font: inherit;
    font-synthesis: none;
    pointer-events: inherit;
    visibility: inherit;
    -webkit-font-smoothing: antialiased;
    -webkit-locale: inherit;
    -webkit-text-size-adjust: 100%;
  }
`;
