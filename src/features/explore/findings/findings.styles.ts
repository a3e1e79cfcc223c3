import { css } from "lit";

export const findingsStyles = css`
  :host {
    border-block-start: 1px solid var(--_alv-border);
    padding: var(--_alv-space-2) var(--_alv-space-3) var(--_alv-space-3);
    font-size: var(--_alv-font-size-sm);
    line-height: var(--_alv-line-height-sm);
  }
  h3,
  h4 {
    font-weight: var(--_alv-font-weight-strong);
  }
  p,
  h3,
  h4 {
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    overflow-wrap: anywhere;
  }
  section > p {
    margin-block-start: var(--_alv-space-half);
  }
  li {
    margin-block-start: var(--_alv-space-3);
    break-inside: avoid;
  }
  @media print {
    .link {
      display: none;
    }
  }
`;
