import { css } from "lit";

export const objectsFilterStyles = css`
  .field {
    position: relative;
    cursor: pointer;
  }
  .field:hover .icon:last-child {
    color: var(--_alv-text);
  }
  .tag {
    overflow: clip;
  }
  .tag .mini {
    position: relative;
    z-index: 1;
  }
  .more {
    flex: none;
    color: var(--_alv-text-muted);
    white-space: nowrap;
    unicode-bidi: plaintext;
  }
  /* The button covers the field, except for the buttons of the tags */
  .open {
    display: grid;
    place-items: center;
    flex: none;
    min-inline-size: 24px;
    min-block-size: 24px;
    margin-inline: auto -4px;
    padding: 0;
    border: 0;
    outline: 0;
    background: none;
    color: var(--_alv-text-muted);
    cursor: pointer;
  }
  .open::after {
    content: "";
    position: absolute;
    inset: 0;
  }
  .field:has(.open:focus-visible) {
    outline: 2px solid var(--_alv-focus);
    outline-offset: 1px;
  }
  .popup {
    inline-size: min(calc(100vw - 16px), max(var(--_popup-width, 0px), 320px));
  }
  @container (inline-size < 720px) {
    .field {
      flex-wrap: wrap;
      gap: var(--_alv-space-1) var(--_alv-space-2);
      block-size: auto;
      min-block-size: var(--_alv-control-height);
      padding-block: 3px;
    }
    .tag {
      max-inline-size: 100%;
    }
  }
`;
