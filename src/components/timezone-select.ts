import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { query } from "lit/decorators.js";
import { LatePart } from "../controllers/late-part.js";
import { PopoverController } from "../controllers/popover.js";
import { register } from "../controllers/register.js";
import { popup } from "../styles/popup.js";
import { shared } from "../styles/shared.js";
import { toolStyles } from "../styles/tools.js";
import { environmentContext, type Environment } from "./environment.js";
import { icon } from "./icons.js";

/**
 * The zone of every shown time: a button that opens a dialog with all zones, whose content is a chunk of its own and sends
 * what is chosen.
 */
export class TimezoneSelect extends LitElement {
  static override styles = [
    shared,
    popup,
    toolStyles,
    css`
      :host {
        min-inline-size: 0;
      }
      .button {
        max-inline-size: 100%;
      }
      .popup {
        inline-size: min(calc(100vw - 16px), 380px);
        padding: 0;
        overflow: hidden;
      }
      .popup:popover-open {
        display: flex;
        flex-direction: column;
      }
      .wait {
        padding: var(--_alv-space-3);
        color: var(--_alv-text-muted);
      }
      /* Of "America/New_York" the place is left where both would be cut */
      @container (inline-size < 400px) {
        .region {
          display: none;
        }
        .button {
          gap: var(--_alv-space-1);
          padding-inline: var(--_alv-space-snug);
        }
      }
    `,
  ];

  @consume({ context: environmentContext, subscribe: true })
  private env!: Environment;

  @query("button") private trigger!: HTMLButtonElement;
  @query(".popup") private dialog!: HTMLElement;

  readonly #list = new LatePart(this, () => import("./timezone-list.js"));
  readonly #popover = new PopoverController(this, {
    popup: () => this.dialog,
    anchor: () => this.trigger,
    placement: "bottom-end",
    onShown: () => void this.#enter(),
  });

  override focus(): void {
    this.trigger.focus();
  }

  override render(): TemplateResult {
    const { strings, times } = this.env;
    const [, region, place] = /^(.*\/)?(.*)$/.exec(times.zone)!;
    return html`
      <button
        type="button"
        class="button button-sm tool"
        popovertarget="zones"
        aria-label=${strings.timezoneIs(times.zone)}
        aria-haspopup="dialog"
        aria-expanded=${this.#popover.open}
        @pointerenter=${this.#list.need}
        @focus=${this.#list.need}
      >
        <span class="only-wide">${icon("globe")}</span
        ><span class="clip" dir="ltr"><span class="region">${region}</span>${place}</span
        >${icon("chevron-down", { small: true })}
      </button>
      <div
        id="zones"
        class="popup"
        popover
        role="dialog"
        aria-label=${strings.timezone}
        @beforetoggle=${this.#popover.onBeforeToggle}
        @toggle=${this.#onToggle}
        @focusout=${this.#popover.onFocusOut}
        @alv-inner-timezone=${() => this.#popover.hide()}
      >
        ${this.#popover.open ? this.#content() : nothing}
      </div>
    `;
  }

  #content(): TemplateResult {
    const { strings } = this.env;
    if (this.#list.ready) return html`<alv-timezone-list></alv-timezone-list>`;
    if (!this.#list.failed) return html`<p class="wait">${strings.partLoading}</p>`;
    return html`<p class="wait" role="alert">
      ${strings.partFailed}
      <button type="button" class="link" @click=${() => void this.#load()}>${strings.tryAgain}</button>
    </p>`;
  }

  readonly #onToggle = (event: ToggleEvent): void => {
    this.#popover.onToggle(event);
    if (event.newState === "open") void this.#load();
  };

  async #load(): Promise<void> {
    await this.#list.need();
    await this.#enter();
  }

  /** The focus goes in once the popup is in its place and its content is there, whichever comes last. */
  async #enter(): Promise<void> {
    await this.updateComplete;
    const list = this.dialog?.querySelector("alv-timezone-list, button");
    if (list instanceof LitElement) await list.updateComplete;
    if (this.#popover.open && "placed" in this.dialog.dataset) (list as HTMLElement | null)?.focus();
  }
}

register("alv-timezone-select", TimezoneSelect);

declare global {
  interface HTMLElementTagNameMap {
    "alv-timezone-select": TimezoneSelect;
  }
}
