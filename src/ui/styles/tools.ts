import { css } from "lit";

/**
 * The tools above the results: buttons without a border. A narrower viewer hides their labels: below 1248 px those of
 * `tool-wide`, below 1080 px `tool-label`, below 884 px `tool-label-medium`, below 720 px `only-wide`, below 480 px `chevron`
 * and, except for screen readers, `tool-label-small`.
 */
export const toolStyles = css`
  .tool {
    border-color: transparent;
    background: none;
  }
  .tool:hover {
    background: var(--_alv-surface-hover);
  }
  .tool:is(:active, [aria-expanded="true"]) {
    background: var(--_alv-surface-pressed);
  }
  .tool:is(:disabled, [aria-disabled="true"]) {
    border-color: transparent;
    background: none;
  }
  .only-wide {
    display: contents;
  }
  @container (inline-size < 1248px) {
    .tool-wide {
      inline-size: var(--_alv-control-height);
      padding-inline: 0;
    }
    .tool-wide > .tool-label {
      display: none;
    }
  }
  @container (inline-size < 1080px) {
    .tool-label {
      display: none;
    }
    .tool-collapse {
      inline-size: var(--_alv-control-height);
      padding-inline: 0;
    }
  }
  @container (inline-size < 884px) {
    .tool-label-medium {
      display: none;
    }
  }
  .chevron {
    display: contents;
  }
  @container (inline-size < 400px) {
    .tool-collapse {
      inline-size: var(--_alv-control-height-sm);
    }
  }
  @container (inline-size < 480px) {
    .tool-label-small {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .chevron {
      display: none;
    }
  }
  @container (inline-size < 720px) {
    .only-wide {
      display: none;
    }
  }
`;
