import { css, type CSSResult } from "lit";
import { host } from "../styles/host.js";
import { reset } from "../styles/reset.js";
import { tokens } from "../styles/tokens.js";

/** The root: tokens for everything inside, and the places of the parts. */
export const viewerStyles: CSSResult[] = [
  reset,
  tokens,
  host,
  css`
    .foot {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--_alv-space-2) var(--_alv-space-6);
      padding: var(--_alv-space-3) var(--_alv-gutter);
    }
    @container (inline-size < 720px) {
      .foot > * {
        inline-size: 100%;
      }
    }
  `,
];
