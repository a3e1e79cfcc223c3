import { css } from "lit";

/**
 * The root element as a box on a page that knows nothing of it. Its text and ground are important, since a host page may
 * have a rule for `*`: how the viewer looks is said with `--alv-*` alone. What else a page may hand down ends at the one
 * box inside, whatever it is, in browsers to come as well. Direction (which `all` leaves alone), visibility and language
 * stay the host page's. `auto` follows the page's own `color-scheme`, so that the viewer is never dark on a page that is
 * only light.
 */
export const host = css`
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
