import { css } from "lit";

/**
 * The root element as a box on a page that knows nothing of it. Inherited text properties are set here, since a host page
 * may have changed every one of them, and are important, since it may also have a rule for `*`: how the viewer looks is
 * said with `--alv-*` alone. Direction, visibility and language stay the host page's. `auto` follows the page's own
 * `color-scheme`, so that the viewer is never dark on a page that is only light.
 */
export const host = css`
  :host {
    display: block;
    box-sizing: border-box !important;
    container-type: inline-size;
    min-inline-size: 0;
    background: var(--_alv-surface);
    color: var(--_alv-text) !important;
    font: var(--_alv-font-weight-normal) var(--_alv-font-size-md) / var(--_alv-line-height-md) var(--_alv-font-family) !important;
    font-synthesis: none !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    text-transform: none !important;
    text-wrap: wrap !important;
    white-space-collapse: collapse !important;
    word-break: normal !important;
    overflow-wrap: normal !important;
    hyphens: manual !important;
    tab-size: 8 !important;
    quotes: auto !important;
    list-style: none !important;
    border-collapse: separate !important;
    border-spacing: 0 !important;
    cursor: auto !important;
    user-select: text !important;
    -webkit-text-size-adjust: 100% !important;
    -webkit-font-smoothing: antialiased !important;
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
`;
