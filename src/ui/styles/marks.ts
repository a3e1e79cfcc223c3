import { css } from "lit";

/**
 * The badges of actions, the marks of objects (one shape per category), the mark of the system user, and the letters of a name
 * that may be taken for others.
 */
export const marks = css`
  .badge,
  .object {
    --_bg: var(--_alv-neutral-bg);
    --_text: var(--_alv-neutral-text);
    --_dot: var(--_alv-neutral-dot);
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: var(--_alv-space-snug);
    max-inline-size: 100%;
    block-size: var(--_alv-badge-height);
    padding-inline: var(--_alv-space-snug) var(--_alv-space-2);
    border-radius: var(--_alv-radius-pill);
    background: var(--_bg);
    color: var(--_text);
    font-size: var(--_alv-font-size-sm);
    font-weight: var(--_alv-font-weight-medium);
    line-height: var(--_alv-line-height-sm);
    vertical-align: middle;
    white-space: nowrap;
  }
  .badge .icon {
    color: var(--_dot);
  }
  .badge-lg {
    block-size: 24px;
    font-size: var(--_alv-font-size-md);
  }
  .object,
  .system {
    display: inline-flex;
    align-items: center;
    gap: var(--_alv-space-2);
    min-inline-size: 0;
    max-inline-size: 100%;
    vertical-align: top;
    white-space: nowrap;
  }
  .system {
    gap: var(--_alv-space-snug);
    color: var(--_alv-text-muted);
  }
  /* A text that is too long loses its own end, in a page of any direction */
  :is(.badge, .object) > .clip {
    unicode-bidi: plaintext;
  }
  u {
    color: var(--_alv-orange-text);
    text-decoration: underline dotted 2px;
    text-underline-offset: 2px;
  }
  .hint::after {
    content: " (" attr(data-hint) ")";
  }
  /* The shape of an object's category. It is no element, so that a table has fewer of them */
  .object::before {
    content: "";
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    background: var(--_dot);
    clip-path: circle(4px);
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .square::before {
    clip-path: inset(1px round 2px);
  }
  .triangle::before {
    clip-path: polygon(50% 12%, 93% 88%, 7% 88%);
  }
  .diamond::before {
    clip-path: polygon(50% 3%, 97% 50%, 50% 97%, 3% 50%);
  }
  :is(.frame, .ring)::before {
    border: 2px solid var(--_dot);
    border-radius: 3px;
    background: none;
    clip-path: inset(0.4px round 2.5px);
  }
  .ring::before {
    border-radius: 50%;
    clip-path: circle(4.6px);
  }
  .is-blue {
    --_bg: var(--_alv-blue-bg);
    --_text: var(--_alv-blue-text);
    --_dot: var(--_alv-blue-dot);
  }
  .is-green {
    --_bg: var(--_alv-green-bg);
    --_text: var(--_alv-green-text);
    --_dot: var(--_alv-green-dot);
  }
  .is-orange {
    --_bg: var(--_alv-orange-bg);
    --_text: var(--_alv-orange-text);
    --_dot: var(--_alv-orange-dot);
  }
  .is-red {
    --_bg: var(--_alv-red-bg);
    --_text: var(--_alv-red-text);
    --_dot: var(--_alv-red-dot);
  }
  .is-purple {
    --_bg: var(--_alv-purple-bg);
    --_text: var(--_alv-purple-text);
    --_dot: var(--_alv-purple-dot);
  }
  .is-cyan {
    --_bg: var(--_alv-cyan-bg);
    --_text: var(--_alv-cyan-text);
    --_dot: var(--_alv-cyan-dot);
  }
  @media (forced-colors: active) {
    .badge {
      border: 1px solid CanvasText;
    }
    .object::before {
      --_dot: CanvasText;
    }
  }
`;
