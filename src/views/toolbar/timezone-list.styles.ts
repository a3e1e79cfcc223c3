import { css } from "lit";

export const timezoneListStyles = css`
  .list {
    block-size: 344px;
  }
  .heading {
    display: flex;
    justify-content: space-between;
    padding: var(--_alv-space-2) var(--_alv-space-2) var(--_alv-space-1);
    color: var(--_alv-text-muted);
    font-size: var(--_alv-font-size-sm);
    font-weight: var(--_alv-font-weight-medium);
    line-height: var(--_alv-line-height-sm);
  }
  .option {
    position: relative;
    padding-inline-start: var(--_alv-space-8);
  }
  .option > .muted {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .option-end {
    flex: none;
  }
  .option > .icon {
    position: absolute;
    inset-inline-start: var(--_alv-space-2);
    margin: 0;
    color: var(--_alv-text-muted);
  }
  .none {
    padding: var(--_alv-space-2);
    color: var(--_alv-text-muted);
  }
`;
