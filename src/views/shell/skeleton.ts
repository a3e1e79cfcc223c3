import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { consume } from "@lit/context";
import { property, state } from "lit/decorators.js";
import { registerElement } from "../../ui/register-element.js";
import { createColumnTemplate, DEFAULT_COLUMNS } from "../../core/columns.js";
import { shared } from "../../ui/styles/shared.js";
import { environmentContext, type Environment } from "./environment.js";
import { send } from "./commands.js";
import { exposeParts } from "../../ui/expose-parts.js";

/**
 * What is being loaded: a line that says so, with a button to stop it, and rows that keep the place of what comes.
 *
 * @property rows how many rows
 * @property found what was found so far, before the text and stronger: "3 of 10 found"
 * @property text what is being done; "Searching…" when empty
 * @property progress how much is done, 0 to 1
 * @property note a second line under it
 * @property job whether the line is shown, or the rows alone
 * @fires alv-command `stop`
 * @csspart progress the line with its bar
 */
export class Skeleton extends LitElement {
  static override styles = [
    shared,
    css`
      .job {
        display: grid;
        gap: var(--_alv-space-2);
        align-content: center;
        /* As high as the chips and the head of the table that take its place */
        min-block-size: var(--_job-height, 69px);
        padding: var(--_alv-space-2) var(--_alv-gutter);
        border-block-end: 1px solid var(--_alv-border);
      }
      .line {
        display: flex;
        align-items: center;
        gap: 0 var(--_alv-space-2);
      }
      .line > div {
        flex: 1;
        min-inline-size: 0;
      }
      p {
        unicode-bidi: plaintext;
        text-align: -webkit-match-parent;
        text-align: match-parent;
      }
      strong {
        margin-inline-end: var(--_alv-space-1);
        font-weight: var(--_alv-font-weight-medium);
      }
      .bar {
        block-size: 4px;
        overflow: hidden;
        border-radius: 2px;
        background: var(--_alv-surface-pressed);
      }
      .done {
        inline-size: calc(var(--_part, 0) * 100%);
        block-size: 100%;
        border-radius: 2px;
        background: var(--_alv-accent-edge);
        transition: inline-size var(--_alv-motion-slow) var(--_alv-ease);
      }
      .note {
        color: var(--_alv-text-muted);
        font-size: var(--_alv-font-size-sm);
        line-height: var(--_alv-line-height-sm);
      }
      .row {
        display: grid;
        grid-template-columns: var(--_cols);
        align-items: center;
        block-size: calc(var(--_alv-row-height) + 1px);
        border-block-end: 1px solid var(--_alv-border);
      }
      .row:last-child {
        border-block-end: 0;
      }
      .bone {
        inline-size: 78%;
        block-size: 10px;
        margin-inline: var(--_alv-cell-pad);
        border-radius: var(--_alv-radius-sm);
        background: var(--_alv-surface-pressed);
      }
      .bone:first-child {
        inline-size: 12px;
        margin-inline: var(--_alv-gutter) 0;
      }
      .bone:nth-child(3) {
        inline-size: 58%;
        block-size: var(--_alv-badge-height);
        border-radius: var(--_alv-radius-pill);
      }
      .bone:nth-child(5) {
        inline-size: min(70%, 220px);
      }
      .row:nth-child(3n) .bone:nth-child(n + 3) {
        inline-size: min(54%, 160px);
      }
      .rows {
        animation: breathe 1.6s ease-in-out infinite;
      }
      @keyframes breathe {
        50% {
          opacity: 0.5;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .rows {
          animation: none;
        }
      }
      @media (forced-colors: active) {
        .bone {
          border: 1px solid GrayText;
        }
        .bar {
          border: 1px solid CanvasText;
        }
        .done {
          forced-color-adjust: none;
          background: Highlight;
        }
      }
      @container (inline-size < 480px) {
        .line > div {
          /* The longest text of a search: a shorter one after it moves nothing */
          min-block-size: var(--_text-height, 92px);
          align-content: center;
        }
      }
      @container (inline-size < 720px) {
        .job {
          min-block-size: 0;
        }
        .row {
          grid-template-columns: 1fr 1.2fr;
          align-content: center;
          gap: var(--_alv-space-3);
          block-size: 81px;
          padding-inline: var(--_alv-gutter);
        }
        .row .bone:nth-child(n) {
          margin: 0;
        }
        .bone:first-child,
        .bone:nth-child(n + 5) {
          display: none;
        }
        .bone:nth-child(3) {
          order: -1;
        }
        .bone:nth-child(2) {
          justify-self: end;
        }
        .bone:nth-child(4) {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  @property({ attribute: false }) rows = 10;
  @property({ attribute: false }) found = "";
  @property({ attribute: false }) text = "";
  @property({ attribute: false }) progress = 0;
  @property({ attribute: false }) note = "";
  @property({ attribute: false }) job = true;
  @consume({ context: environmentContext, subscribe: true })
  @state()
  private environment: Environment | undefined;

  constructor() {
    super();
    exposeParts(this, "progress");
  }

  override updated(): void {
    this.style.setProperty("--_part", String(this.progress));
    this.style.setProperty("--_cols", createColumnTemplate(DEFAULT_COLUMNS, this.clientWidth));
  }

  override render(): unknown {
    if (!this.environment) return nothing;
    const { strings } = this.environment;
    if (!this.job) return this.#rows();
    return html`<div role="group" aria-busy="true" aria-label=${strings.loadingEvents}>
      <div class="job" part="progress">
        <div class="line">
          <div>
            <p class="num">
              ${this.found ? html`<strong>${this.found}</strong>` : nothing}
              <span class="muted">${this.text || strings.searching}</span>
            </p>
            ${this.note ? html`<p class="note num">${this.note}</p>` : nothing}
          </div>
          <button class="button button-sm" @click=${() => send(this, "stop")}>${strings.stop}</button>
        </div>
        <div
          class="bar"
          role="progressbar"
          aria-label=${strings.scanning}
          aria-valuemin="0"
          aria-valuemax="100"
          aria-valuenow=${Math.round(this.progress * 100)}
        >
          <div class="done"></div>
        </div>
      </div>
      ${this.#rows()}
    </div>`;
  }

  #rows(): TemplateResult {
    return html`<div class="rows" aria-hidden="true">
      ${Array.from(
        { length: this.rows },
        () =>
          html`<div class="row">
            <div class="bone"></div>
            <div class="bone"></div>
            <div class="bone"></div>
            <div class="bone"></div>
            <div class="bone"></div>
            <div class="bone"></div>
          </div>`,
      )}
    </div>`;
  }
}

registerElement("alv-skeleton", Skeleton);

declare global {
  interface HTMLElementTagNameMap {
    "alv-skeleton": Skeleton;
  }
}
