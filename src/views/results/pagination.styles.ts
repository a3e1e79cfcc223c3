import { css } from "lit";

export const paginationStyles = css`
  nav {
    display: flex;
    align-items: center;
    gap: var(--_alv-space-2);
  }
  .button {
    flex: none;
  }
  .where {
    min-inline-size: 0;
    margin-inline-end: var(--_alv-space-2);
  }
  .more::before {
    content: "· ";
  }
  @container (inline-size < 720px) {
    nav {
      flex-wrap: wrap;
    }
    .where {
      flex: 1 0 auto;
    }
  }
  @container (inline-size < 480px) {
    .where {
      flex-basis: 100%;
    }
    .button {
      flex: 1;
    }
  }
`;
