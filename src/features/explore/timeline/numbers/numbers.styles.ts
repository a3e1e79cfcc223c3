import { css } from "lit";

/** The table, which only screen readers and paper show, all else for paper, and the shape in the folded line. */
export const numbersStyles = css`
  .spark {
    direction: ltr;
    flex: none;
    inline-size: 168px;
    block-size: 16px;
    border-block-end: 1px solid var(--_alv-border-strong);
  }
  .spark-bars {
    fill: var(--_alv-border-strong);
  }
  @container (inline-size < 720px) {
    .spark {
      flex: 1 1 96px;
      inline-size: auto;
    }
  }
  @media (forced-colors: active) {
    .spark-bars {
      fill: CanvasText;
    }
  }
  @media screen {
    .numbers {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
      contain: strict;
    }
    /* Nobody sees the widths, which take time while events are counted */
    table {
      table-layout: fixed;
      inline-size: 100%;
    }
  }
  @media print {
    .ring,
    .back,
    .fold {
      display: none;
    }
    .shown,
    .swatch-shown {
      print-color-adjust: exact;
    }
    .key > .extra {
      display: inline-flex;
    }
    .more {
      display: inline;
    }
    .less {
      display: none;
    }
    .numbers {
      margin-block-start: var(--_alv-space-2);
    }
    table {
      inline-size: 100%;
      border-collapse: collapse;
      font-size: var(--_alv-font-size-xs);
    }
    caption,
    th,
    td {
      padding: 2px 4px;
      font-weight: var(--_alv-font-weight-normal);
      text-align: start;
    }
    tr {
      border-block-end: 1px solid var(--_alv-border);
      break-inside: avoid;
    }
  }
`;
