import { html, nothing, type TemplateResult } from "lit";
import { reactive } from "../../../ui/reactive.js";
import {
  BREAKDOWN_FIELDS,
  type Breakdown as FieldBreakdown,
  type BreakdownField,
  type BreakdownRequest,
  type Counted,
} from "../../../core/event-counts.js";
import type { AuditFilters } from "../../../core/filters/filters.js";
import { formatCount } from "../../../i18n/numbers.js";
import { renderIcon } from "../../../ui/icons.js";
import { PopoverController } from "../../../ui/popups/popover.js";
import { registerElement } from "../../../ui/register-element.js";
import { RovingFocus } from "../../../ui/roving-focus.js";
import { marks } from "../../../ui/styles/marks.js";
import { popup } from "../../../ui/styles/popup.js";
import { shared } from "../../../ui/styles/shared.js";
import { send, type CommandEvent } from "../../../views/shell/commands.js";
import { ViewElement } from "../../../views/shell/view-element.js";
import { breakdownStyles } from "./breakdown.styles.js";
import { extentText, gapText } from "./extent-text.js";
import { BREAKDOWN_REQUESTS, fieldName } from "./fields.js";
import "./value-list.js";
import { renderValue } from "./value-row.js";

/**
 * How many events each value has, one list for each field. The Tab key reaches it once; the arrow keys move inside.
 *
 * @fires close-breakdown - when the user closes it
 * @fires alv-command - `search-for` when the user filters for a value
 * @fires alv-command - `retry-sign-ins` when the user has a gap read again
 */
export class Breakdown extends ViewElement {
  static override properties = {
    breakdowns: reactive,
    filters: reactive,
    endsNow: reactive,
    shownFrom: reactive,
    isRetrying: reactive,
    more: reactive,
    findMore: reactive,
    folded: reactive,
    listed: reactive,
  };
  static override styles = [shared, marks, popup, breakdownStyles];

  /** The counts in the order of `BREAKDOWN_FIELDS`; undefined while they are counted. */
  breakdowns: Counted<readonly FieldBreakdown[]> | undefined;
  /** The filters of the results. */
  filters!: AuditFilters;
  /** Whether the searched range ended when it was searched. */
  endsNow = false;
  /** How far back the line below the rows says that the search has looked. */
  shownFrom = 0;
  /** Whether missing sign-ins are being read. */
  isRetrying = false;
  /** Shown beside what the counts cover. */
  more: unknown = nothing;
  /** Counts more values of a field. */
  findMore!: (request: BreakdownRequest) => Promise<FieldBreakdown>;

  private folded: ReadonlySet<BreakdownField> = new Set();
  /** The field whose list is open, or was open last. */
  private listed: BreakdownField | undefined;

  private get dialog(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>(".popup")!;
  }

  readonly #roving = new RovingFocus(this);
  readonly #popover = new PopoverController(this, {
    popup: () => this.dialog,
    anchor: () => this.renderRoot.querySelector(`[data-stop="more-${this.listed}"]`),
    align: () => "end",
    onShown: () => this.dialog.querySelector<HTMLElement>("alv-value-list")?.focus(),
  });

  override focus(): void {
    this.#roving.focus();
  }

  override render(): TemplateResult {
    const { strings, locale } = this.env;
    const events = this.breakdowns?.extent.events;
    const note = events === undefined ? strings.breakdownCounting : strings.breakdownOf(formatCount(events, locale));
    return html`<section
        aria-label=${strings.breakdown}
        aria-busy=${events === undefined ? "true" : "false"}
        @keydown=${this.#roving.onKey}
        @focusin=${this.#roving.onFocus}
      >
        <div class="head">
          <h3>${strings.breakdown}</h3>
          <span class="muted num clip">${note}</span>
          <button type="button" class="mini" data-stop="close" title=${strings.breakdownClose} @click=${this.#close}>
            ${renderIcon("close")}<span class="visually-hidden">${strings.breakdownClose}</span>
          </button>
        </div>
        ${this.#renderContent()}
      </section>
      ${this.#renderList()}`;
  }

  #renderContent(): TemplateResult {
    const { strings } = this.env;
    if (!this.breakdowns)
      return html`<div class="groups">${BREAKDOWN_REQUESTS.map((request) => this.#renderBones(request))}</div>`;
    const { counts, extent } = this.breakdowns;
    const gap = gapText(extent, this.env);
    const isEmpty = extent.events === 0;
    return html`
      ${gap === "" ? nothing : this.#renderGap(gap, extent.missing.length > 0)}
      ${isEmpty ? html`<p class="about">${strings.breakdownNothing}</p>` : nothing}
      ${
        isEmpty
          ? nothing
          : html`<div class="groups">
              ${BREAKDOWN_FIELDS.map((field, at) => (counts[at] ? this.#renderGroup(field, counts[at]) : nothing))}
            </div>`
      }
      <p class="about num">${extentText(extent, this, this.env)} ${this.more}</p>
    `;
  }

  #renderGap(text: string, isReadable: boolean): TemplateResult {
    const { strings } = this.env;
    return html`<p class="about num">
      ${text}
      ${
        isReadable && !this.isRetrying
          ? html`<button type="button" class="link" data-stop="retry" @click=${() => send(this, "retry-sign-ins")}>
              ${strings.readAgain}
            </button>`
          : nothing
      }
    </p>`;
  }

  /** Empty rows, so that the numbers move nothing when they come. */
  #renderBones({ field, limit }: BreakdownRequest): TemplateResult {
    return html`<div class="group" aria-hidden="true">
      <div class="group-head">${fieldName(field, this.env.strings)}</div>
      ${Array.from({ length: limit }, () => html`<div class="value"><span class="bone"></span></div>`)}
      <div class="link more"></div>
    </div>`;
  }

  #renderGroup(field: BreakdownField, { values, distinct }: FieldBreakdown): TemplateResult {
    const isFolded = this.folded.has(field);
    const name = fieldName(field, this.env.strings);
    const most = values[0]?.count ?? 1;
    const search = (filters: AuditFilters) => this.#search(filters);
    return html`<div class="group">
      <h4>
        <button
          type="button"
          class="group-head"
          data-stop=${`fold-${field}`}
          aria-expanded=${isFolded ? "false" : "true"}
          @click=${() => this.#fold(field)}
        >
          ${name}${renderIcon("chevron-down", { small: true })}
        </button>
      </h4>
      <div ?hidden=${isFolded}>
        <ul aria-label=${name}>
          ${values.map((value, at) => renderValue({ field, value, most, at, filters: this.filters, env: this.env, search }))}
        </ul>
        ${distinct > values.length ? this.#renderMore(field, distinct - values.length) : nothing}
      </div>
    </div>`;
  }

  #renderMore(field: BreakdownField, rest: number): TemplateResult {
    const { strings, locale } = this.env;
    const isListed = this.listed === field;
    const more = strings.breakdownMore(formatCount(rest, locale));
    return html`<button
      type="button"
      class="link more num"
      data-stop=${`more-${field}`}
      popovertarget="list"
      aria-label=${`${more}, ${fieldName(field, strings)}`}
      aria-haspopup="dialog"
      aria-expanded=${isListed && this.#popover.open ? "true" : "false"}
      @pointerdown=${() => this.#chooseList(field)}
      @click=${() => this.#chooseList(field)}
    >
      ${more}
    </button>`;
  }

  #renderList(): TemplateResult {
    const { strings } = this.env;
    const field = this.listed;
    const name = field ? strings.breakdownFind(fieldName(field, strings)) : "";
    return html`<div
      id="list"
      class="popup popup-list"
      popover
      role="dialog"
      aria-label=${name}
      @alv-command=${this.#onListCommand}
    >
      ${
        field && this.#popover.open
          ? html`<alv-value-list
              .field=${field}
              .name=${name}
              .filters=${this.filters}
              .findMore=${this.findMore}
              .counts=${this.breakdowns}
            ></alv-value-list>`
          : nothing
      }
    </div>`;
  }

  readonly #onListCommand = ({ detail }: CommandEvent): void => {
    if (detail.command === "search-for") this.#popover.hide();
  };

  /** The button then opens or closes the list itself. With the list of another field, it must open it. */
  #chooseList(field: BreakdownField): void {
    if (this.listed !== field) this.#popover.hide();
    this.listed = field;
  }

  #fold(field: BreakdownField): void {
    const folded = new Set(this.folded);
    if (!folded.delete(field)) folded.add(field);
    this.folded = folded;
  }

  #search(filters: AuditFilters): void {
    send(this, "search-for", filters);
  }

  readonly #close = (): void => {
    this.dispatchEvent(new CustomEvent("close-breakdown"));
  };
}

registerElement("alv-breakdown", Breakdown);

declare global {
  interface HTMLElementTagNameMap {
    "alv-breakdown": Breakdown;
  }
}
