import { css } from "lit";

export const panelStyles = css`
  /* As wide as the viewer, without a part in its layout */
  .ruler {
    position: absolute;
    inline-size: 0;
    overflow: hidden;
  }
  .ruler > div {
    inline-size: 100cqi;
  }
  /* As high as the rows beside it, so that the breakdown stays in view while they scroll. A height of the host would end that */
  .side {
    block-size: 100%;
    border-inline-start: 1px solid var(--_alv-border);
  }
  .rail {
    position: sticky;
    inset-block-start: var(--_alv-sticky-offset);
    inline-size: 256px;
    max-block-size: calc(100vh - var(--_alv-sticky-offset));
    overflow: hidden auto;
  }
  .sheet {
    position: fixed;
    inset-block: 0;
    inset-inline: auto var(--_end, 0);
    inline-size: 320px;
    max-inline-size: 100%;
    block-size: 100%;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: var(--_alv-surface-raised);
    box-shadow: var(--_alv-shadow-popup);
    color: inherit;
    font: inherit;
    overflow: hidden auto;
    overscroll-behavior: contain;
  }
  .sheet::backdrop {
    background: rgb(0 0 0 / 0.24);
  }
  .failed {
    padding: var(--_alv-space-2) var(--_alv-space-3);
    font-size: var(--_alv-font-size-sm);
  }
  @media (max-width: 480px) {
    .sheet {
      inset-inline: 0;
      inline-size: 100%;
    }
  }
  @media (forced-colors: active) {
    .sheet {
      border-inline-start: 1px solid CanvasText;
    }
  }
  @media print {
    .side {
      border: 0;
    }
    .rail {
      position: static;
      inline-size: auto;
      max-block-size: none;
      overflow: visible;
    }
    .sheet {
      display: none;
    }
  }
`;
