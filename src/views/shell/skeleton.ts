import { html, nothing, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { registerElement } from "../../ui/register-element.js";
import { createColumnTemplate, DEFAULT_COLUMNS } from "../../core/table-columns.js";
import { shared } from "../../ui/styles/shared.js";
import { ViewElement } from "./view-element.js";
import { send } from "./commands.js";
import { exposeParts } from "../../ui/expose-parts.js";
import { skeletonStyles } from "./skeleton.styles.js";

/**
 * Shown while events are loading: the progress, with a button to stop, and empty rows that keep the space of the results.
 *
 * @fires alv-command - `stop` when the user stops the search
 * @csspart progress the progress with its bar
 */
export class Skeleton extends ViewElement {
  static override properties = {
    rows: reactive,
    showsProgress: reactive,
    progress: reactive,
    found: reactive,
    text: reactive,
    note: reactive,
  };
  static override styles = [shared, skeletonStyles];

  /** The number of empty rows. */
  rows = 10;
  /** Whether to show the progress above the rows. */
  showsProgress = true;
  /** The share that is done, 0 to 1. */
  progress = 0;
  /** What was found so far: "3 of 10 found". */
  found = "";
  /** Says what is going on; "Searching…" if empty. */
  text = "";
  /** The second line. */
  note = "";

  constructor() {
    super();
    exposeParts(this, "progress");
  }

  override updated(): void {
    this.style.setProperty("--_part", String(this.progress));
    this.style.setProperty("--_cols", createColumnTemplate(DEFAULT_COLUMNS, this.clientWidth));
  }

  override render(): TemplateResult {
    const { strings } = this.env;
    if (!this.showsProgress) return this.#renderRows();
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
      ${this.#renderRows()}
    </div>`;
  }

  #renderRows(): TemplateResult {
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
