import { css } from "lit";

/** The headline is at the start and the tools at the end; in a narrow viewer the tools have their own line. */
export const resultsToolbarStyles = css`
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_alv-space-2);
    padding: var(--_alv-space-2) var(--_alv-gutter) var(--_alv-space-half);
  }
  /* A long note wraps below the headline. It always has the room for that, so that the tools never move. */
  .title {
    display: flex;
    flex: 1 1 160px;
    flex-wrap: wrap;
    align-content: center;
    align-items: baseline;
    column-gap: var(--_alv-space-2);
    min-inline-size: 0;
    block-size: calc(var(--_alv-line-height-xl) + var(--_alv-line-height-md));
    transition: opacity var(--_alv-motion-base) var(--_alv-ease);
  }
  .stale {
    opacity: 0.5;
  }
  alv-columns-menu,
  .place {
    display: block;
    flex: none;
  }
  .place {
    display: flex;
    align-items: center;
    gap: inherit;
  }
  .title:focus {
    outline: 0;
  }
  .title:focus-visible {
    outline: 2px solid var(--_alv-focus);
    outline-offset: 1px;
  }
  .title > * {
    unicode-bidi: plaintext;
  }
  h2 {
    font-size: var(--_alv-font-size-xl);
    font-weight: var(--_alv-font-weight-strong);
    line-height: var(--_alv-line-height-xl);
  }
  .tools {
    display: flex;
    align-items: center;
    gap: var(--_alv-space-1);
    margin-inline-start: auto;
    min-inline-size: 0;
  }
  .divider {
    inline-size: 1px;
    block-size: 20px;
    margin-inline: var(--_alv-space-1);
    background: var(--_alv-border);
  }
  a {
    color: inherit;
  }
  .segmented {
    display: inline-flex;
    padding: 2px;
    border-radius: var(--_alv-radius-md);
    background: var(--_alv-surface-pressed);
  }
  .segment {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: var(--_alv-space-snug);
    min-inline-size: 24px;
    min-block-size: 24px;
    block-size: calc(var(--_alv-control-height-sm) - 2px);
    padding-inline: 10px;
    border-radius: var(--_alv-radius-sm);
    color: var(--_alv-text-muted);
    font-weight: var(--_alv-font-weight-medium);
    cursor: pointer;
  }
  .segment:hover {
    color: var(--_alv-text);
  }
  /* The native control is invisible above the visible one, so keys, names and lists are the browser's own. */
  .segment input,
  .sizes select {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .segment:has(:checked) {
    background: var(--_alv-surface-raised);
    box-shadow: var(--_alv-shadow-thumb);
    color: var(--_alv-text);
  }
  :is(.segment, .sizes):has(:focus-visible) {
    outline: 2px solid var(--_alv-focus);
    outline-offset: 1px;
  }
  .sizes {
    position: relative;
  }
  .sizes > .num {
    unicode-bidi: plaintext;
  }
  .sizes select {
    font: inherit;
  }
  @container (inline-size < 400px) {
    .tools {
      gap: var(--_alv-space-half);
    }
    .sizes > .icon {
      display: none;
    }
    .tools > alv-timezone-select {
      flex-basis: 48px;
    }
  }
  @container (inline-size < 360px) {
    .tools > .button-sm {
      gap: var(--_alv-space-1);
      padding-inline: var(--_alv-space-1);
    }
  }
  @container (inline-size < 720px) {
    .title,
    .tools {
      flex: 1 0 100%;
    }
    .toolbar {
      padding-block: var(--_alv-space-3) var(--_alv-space-2);
    }
    .title {
      flex-wrap: nowrap;
      block-size: var(--_alv-line-height-xl);
    }
    .tools {
      flex-wrap: wrap;
    }
    /* It takes the remaining room, so that all tools stay on one line */
    alv-timezone-select {
      flex: 1 1 56px;
    }
    .divider {
      display: none;
    }
    .segment {
      padding-inline: var(--_alv-space-2);
    }
    .segment span {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @container (inline-size < 360px) {
    .segment {
      padding-inline: var(--_alv-space-1);
    }
  }
  @media (pointer: coarse) {
    .sizes select {
      font-size: var(--_alv-font-size-xl);
    }
  }
  @media (forced-colors: active) {
    .segment:has(:checked) {
      border: 1px solid CanvasText;
    }
  }
`;
