import { css } from "lit";

export const filterChipsStyles = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_alv-space-snug);
    padding: 0 var(--_alv-gutter) var(--_alv-space-3);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: var(--_alv-space-snug);
    max-inline-size: 100%;
    min-block-size: var(--_alv-tag-height);
    padding-inline: var(--_alv-space-2) 0;
    border: 1px solid var(--_alv-border);
    border-radius: min(12px, var(--_alv-radius-pill));
    font-size: var(--_alv-font-size-sm);
  }
  .chip > .muted {
    white-space: nowrap;
  }
  strong {
    min-inline-size: 0;
    font-weight: var(--_alv-font-weight-medium);
    overflow-wrap: anywhere;
  }
  .chip .mini {
    margin-block: -1px;
    border-radius: var(--_alv-radius-pill);
  }
  .chip-fixed {
    padding-inline-end: var(--_alv-space-2);
  }
`;
