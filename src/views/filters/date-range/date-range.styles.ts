import { css } from "lit";

export const dateRangeStyles = css`
  .field {
    inline-size: 100%;
  }
  .range {
    /* A brand's larger type needs more room for a whole date. */
    inline-size: max(720px, 55em);
    max-block-size: var(--_popup-height, 80vh);
    scroll-padding-block-end: 56px;
    padding: 0;
  }
  @media (max-width: 719px) {
    .range {
      inline-size: calc(100vw - 16px);
      max-inline-size: 400px;
    }
  }
`;
