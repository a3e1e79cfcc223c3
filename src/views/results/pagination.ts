import { css, html, LitElement, nothing } from "lit";
import { consume } from "@lit/context";
import { property, state } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { registerElement } from "../../ui/register-element.js";
import { printed } from "../../ui/styles/print.js";
import { shared } from "../../ui/styles/shared.js";
import { environmentContext, type Environment } from "../shell/environment.js";
import { icon } from "../../ui/icons.js";
import { send } from "../shell/commands.js";
import { counted } from "../../i18n/numbers.js";
import { exposeParts } from "../../ui/expose-parts.js";

/**
 * Previous and Next, and where the reader is. A button that leads nowhere stays focusable, so that the focus is not lost on
 * the last page or while a page is loading.
 *
 * @property page counted from 1
 * @property hasPrevious whether there is a page before
 * @property hasNext whether there is a page after; `unknown` while older time has not been read
 * @property isUnsearchedTold another line says that older time has not been read
 * @property busy something is being loaded
 * @property reading it is this page or the next one
 * @property waiting that the server asked to wait, or ""
 * @fires alv-command - `show-page` with the direction
 * @csspart pagination the landmark
 * @csspart previous, next the buttons
 */
export class Pagination extends LitElement {
  static override styles = [
    shared,
    css`
      nav {
        display: flex;
        align-items: center;
        gap: var(--_alv-space-2);
      }
      .button {
        flex: none;
      }
      .where {
        min-inline-size: 0;
        margin-inline-end: var(--_alv-space-2);
      }
      .more::before {
        content: "· ";
      }
      @container (inline-size < 720px) {
        nav {
          flex-wrap: wrap;
        }
        .where {
          flex: 1 0 auto;
        }
      }
      @container (inline-size < 480px) {
        .where {
          flex-basis: 100%;
        }
        .button {
          flex: 1;
        }
      }
    `,
    printed,
  ];

  @property({ attribute: false }) page = 1;
  @property({ attribute: false }) hasPrevious = false;
  @property({ attribute: false }) hasNext: boolean | "unknown" = false;
  @property({ attribute: false }) isUnsearchedTold = false;
  @property({ attribute: false }) busy = false;
  @property({ attribute: false }) waiting = "";
  @property({ attribute: false }) reading = false;
  @consume({ context: environmentContext, subscribe: true })
  @state()
  private environment: Environment | undefined;

  constructor() {
    super();
    exposeParts(this, "previous, next");
  }

  override render(): unknown {
    if (!this.environment) return nothing;
    const { strings, locale } = this.environment;
    const unknown = this.isUnsearchedTold ? "" : strings.moreUnknown;
    const known = this.hasNext === true ? strings.moreAvailable : this.hasNext ? unknown : "";
    const more = this.waiting || (this.reading ? strings.loadingMore : known);
    return html`<nav
      aria-label=${strings.pagination}
      aria-busy=${ifDefined(this.busy ? "true" : undefined)}
      part="pagination"
    >
      <span class="where num"
        >${strings.pageNumber(counted(this.page, locale).text)}${
          more ? html` <span class="muted more">${more}</span>` : nothing
        }</span
      >
      <button
        class="button button-sm"
        part="previous"
        aria-disabled=${this.#can("previous") ? "false" : "true"}
        @click=${() => this.#go("previous")}
      >
        ${icon("chevron-left")}${strings.previousPage}
      </button>
      <button
        class="button button-sm"
        part="next"
        aria-disabled=${this.#can("next") ? "false" : "true"}
        @click=${() => this.#go("next")}
      >
        ${strings.nextPage}${icon("chevron-right")}
      </button>
    </nav>`;
  }

  #can(go: "previous" | "next"): boolean {
    return !this.busy && (go === "previous" ? this.hasPrevious : this.hasNext !== false);
  }

  #go(go: "previous" | "next"): void {
    if (this.#can(go)) send(this, "show-page", go);
  }
}

registerElement("alv-pagination", Pagination);

declare global {
  interface HTMLElementTagNameMap {
    "alv-pagination": Pagination;
  }
}
