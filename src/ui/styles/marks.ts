import { css } from "lit";

/**
 * The badges of actions, the marks of objects (one shape per category), the mark of the system user, and the letters of a name
 * that may be taken for others.
 */
export const marks = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: var(--_alv-space-snug);
    max-inline-size: 100%;
    block-size: var(--_alv-badge-height);
    padding-inline: var(--_alv-space-snug) var(--_alv-space-2);
    border-radius: var(--_alv-radius-pill);
    background: var(--_alv-neutral-bg);
    color: var(--_alv-neutral-text);
    font-size: var(--_alv-font-size-sm);
    font-weight: var(--_alv-font-weight-medium);
    line-height: var(--_alv-line-height-sm);
    vertical-align: middle;
    white-space: nowrap;
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
    border: 1px solid transparent;
    border-radius: 50%;
    background: currentcolor padding-box;
    color: var(--_alv-neutral-dot);
    forced-color-adjust: none;
    print-color-adjust: exact;
  }
  .square::before {
    border-radius: 3px;
  }
  /* Other shapes need a clip, which takes longer to paint */
  :is(.triangle, .diamond)::before {
    border-radius: 0;
    background-clip: border-box;
  }
  .triangle::before {
    clip-path: polygon(50% 12%, 93% 88%, 7% 88%);
  }
  .diamond::before {
    clip-path: polygon(50% 3%, 97% 50%, 50% 97%, 3% 50%);
  }
  :is(.frame, .ring)::before {
    border: 2px solid;
    border-radius: 3px;
    background: none;
    clip-path: inset(0.4px round 2.5px);
  }
  .ring::before {
    border-radius: 50%;
    clip-path: circle(4.6px);
  }
  /* Colors are no inherited properties: with another color, a mark gets new styles, but the text in it does not */
  .badge > .icon {
    color: var(--_alv-neutral-dot);
  }
  .badge.is-blue {
    background: var(--_alv-blue-bg);
    color: var(--_alv-blue-text);
  }
  .badge.is-blue > .icon,
  .object.is-blue::before,
  :is(.glyph, .fill).is-blue {
    color: var(--_alv-blue-dot);
  }
  .badge.is-green {
    background: var(--_alv-green-bg);
    color: var(--_alv-green-text);
  }
  .badge.is-green > .icon,
  .object.is-green::before,
  :is(.glyph, .fill).is-green {
    color: var(--_alv-green-dot);
  }
  .badge.is-orange {
    background: var(--_alv-orange-bg);
    color: var(--_alv-orange-text);
  }
  .badge.is-orange > .icon,
  .object.is-orange::before,
  :is(.glyph, .fill).is-orange {
    color: var(--_alv-orange-dot);
  }
  .badge.is-red {
    background: var(--_alv-red-bg);
    color: var(--_alv-red-text);
  }
  .badge.is-red > .icon,
  .object.is-red::before,
  :is(.glyph, .fill).is-red {
    color: var(--_alv-red-dot);
  }
  .badge.is-purple {
    background: var(--_alv-purple-bg);
    color: var(--_alv-purple-text);
  }
  .badge.is-purple > .icon,
  .object.is-purple::before,
  :is(.glyph, .fill).is-purple {
    color: var(--_alv-purple-dot);
  }
  .badge.is-cyan {
    background: var(--_alv-cyan-bg);
    color: var(--_alv-cyan-text);
  }
  .badge.is-cyan > .icon,
  .object.is-cyan::before,
  :is(.glyph, .fill).is-cyan {
    color: var(--_alv-cyan-dot);
  }
  @media (forced-colors: active) {
    .badge {
      border: 1px solid CanvasText;
    }
    .object::before {
      color: CanvasText !important;
    }
  }
`;
