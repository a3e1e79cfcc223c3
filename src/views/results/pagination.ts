import { html, nothing, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { registerElement } from "../../ui/register-element.js";
import { printed } from "../../ui/styles/print.js";
import { shared } from "../../ui/styles/shared.js";
import { ViewElement } from "../shell/view-element.js";
import { renderIcon } from "../../ui/icons.js";
import { send } from "../shell/commands.js";
import { formatCount } from "../../i18n/numbers.js";
import { exposeParts } from "../../ui/expose-parts.js";
import { paginationStyles } from "./pagination.styles.js";

/**
 * Previous, Next and the number of the page. A button that cannot be used stays focusable, so that the focus is not lost on the
 * last page or while a page is loading.
 *
 * @fires alv-command - `show-page` when the user goes to the previous or next page
 * @fires alv-command - `load-more` when the user loads more of one list
 * @csspart pagination the landmark
 * @csspart previous, next the buttons
 */
export class Pagination extends ViewElement {
  static override properties = {
    page: reactive,
    hasPrevious: reactive,
    hasNext: reactive,
    listed: reactive,
    isUnsearchedTold: reactive,
    busy: reactive,
    reading: reactive,
    waiting: reactive,
  };
  static override styles = [shared, paginationStyles, printed];

  /** Counted from 1. */
  page = 1;
  hasPrevious = false;
  /** `unknown` until earlier events have been searched. */
  hasNext: boolean | "unknown" = false;
  /** The number of loaded events, if all of them are shown as one list. */
  listed: number | undefined;
  /** Whether another element already says that earlier events have not been searched. */
  isUnsearchedTold = false;
  /** Whether anything is loading. */
  busy = false;
  /** Whether this page or the next one is loading. */
  reading = false;
  /** Says that the server has asked to wait, or "". */
  waiting = "";

  constructor() {
    super();
    exposeParts(this, "previous, next");
  }

  override render(): TemplateResult {
    const { strings, locale } = this.env;
    const unknown = this.isUnsearchedTold ? "" : strings.moreUnknown;
    const known = this.hasNext === true ? strings.moreAvailable : this.hasNext ? unknown : "";
    const more = this.waiting || (this.reading ? strings.loadingMore : known);
    return html`<nav
      aria-label=${strings.pagination}
      aria-busy=${ifDefined(this.busy ? "true" : undefined)}
      part="pagination"
      @pointerover=${this.#onNear}
      @focusin=${this.#onNear}
    >
      <span class="where num"
        >${
          this.listed === undefined
            ? strings.pageNumber(formatCount(this.page, locale).text)
            : strings.loadedEvents(formatCount(this.listed, locale))
        }${more ? html` <span class="muted more">${more}</span>` : nothing}</span
      >
      ${
        this.listed === undefined
          ? html`<button
              class="button button-sm"
              part="previous"
              aria-disabled=${this.#can("previous") ? "false" : "true"}
              @click=${this.#go}
            >
              ${renderIcon("chevron-left")}${strings.previousPage}
            </button>`
          : nothing
      }
      <button
        class="button button-sm"
        part="next"
        aria-disabled=${this.#can("next") ? "false" : "true"}
        @click=${this.#go}
      >
        ${this.listed === undefined ? strings.nextPage : strings.loadMore}${renderIcon(this.listed === undefined ? "chevron-right" : "chevron-down")}
      </button>
    </nav>`;
  }

  readonly #onNear = ({ target }: Event): void => send(this, "prepare-page", readPage(target));

  #can(go: "previous" | "next"): boolean {
    return !this.busy && (go === "previous" ? this.hasPrevious : this.hasNext !== false);
  }

  readonly #go = ({ target }: Event): void => {
    const page = readPage(target);
    if (!this.#can(page)) return;
    if (this.listed === undefined) send(this, "show-page", page);
    else send(this, "load-more");
  };
}

function readPage(target: EventTarget | null): "previous" | "next" {
  return (target as Element).closest("[part=previous]") ? "previous" : "next";
}

registerElement("alv-pagination", Pagination);

declare global {
  interface HTMLElementTagNameMap {
    "alv-pagination": Pagination;
  }
}
