import { useContext } from "../../../ui/context.js";
import { html, nothing, type TemplateResult } from "lit";
import { reactive } from "../../../ui/reactive.js";
import { LazyLoader } from "../../../ui/lazy-loader.js";
import { registerElement } from "../../../ui/register-element.js";
import { shared } from "../../../ui/styles/shared.js";
import { send, type CommandEvent } from "../../../views/shell/commands.js";
import { ViewElement } from "../../../views/shell/view-element.js";
import { featuresContext, type FeaturePlaces } from "../../../views/shell/feature.js";
import { StoreFollower } from "../../../views/shell/store-follower.js";
import "./breakdown.js";
import type { Breakdown } from "./breakdown.js";
import { panelStyles } from "./breakdown-panel.styles.js";
import type { BreakdownStore } from "./store.js";

/** The width of a viewer that has room for the breakdown beside the rows, px. */
const WIDE = 1080;
/** Below it, rules of habits say nothing; ms. */
const MONTH = 30 * 86_400_000;

/**
 * The place of the breakdown: beside the rows of a wide viewer, else a sheet above them, from the end of the line. "Worth a look"
 * is below it.
 *
 * @fires alv-command - `prefer` when the user closes the breakdown beside the rows
 */
export class BreakdownPanel extends ViewElement {
  static override properties = { store: reactive, viewer: reactive, isOn: reactive, loadFindings: reactive };
  static override styles = [shared, panelStyles];

  private features!: FeaturePlaces;

  store!: BreakdownStore;
  /** The root element, whose width decides. */
  viewer!: HTMLElement;
  /** Whether the user wants the breakdown beside the rows. */
  isOn = false;
  /** Loads the code of the findings. */
  loadFindings!: () => Promise<unknown>;

  private get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector<HTMLDialogElement>("dialog");
  }

  readonly #findings = new LazyLoader(this, () => this.loadFindings());
  readonly #observer = new ResizeObserver(() => this.#measure());

  constructor() {
    super();
    useContext(this, featuresContext, (features) => {
      this.features = features;
    });
    new StoreFollower(this, () => this.store);
    new StoreFollower(this, () => this.store.log);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#observe();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.store.setSheet(false);
    this.store.show(false);
  }

  override willUpdate(): void {
    if (!this.hasUpdated) this.#measure();
  }

  override firstUpdated(): void {
    this.#observe();
  }

  /** Not the viewer itself: its height changes while the browser tells of a new width, which would be an error on the page. */
  #observe(): void {
    this.#observer.observe(this.renderRoot.querySelector(".ruler > div")!);
  }

  override updated(): void {
    this.store.show(this.isConnected && this.#isShown);
    if (this.#isShown) void this.#findings.load();
    if (this.#isShown) void this.features.look("range-count");
    if (this.dialog && !this.dialog.open) this.#openSheet(this.dialog);
  }

  override render(): TemplateResult {
    return html`<div class="ruler"><div></div></div>
      ${this.#isShown ? this.#renderPlace() : nothing}`;
  }

  #renderPlace(): TemplateResult {
    if (this.store.state.isWide) return html`<div class="side"><div class="rail">${this.#renderContent()}</div></div>`;
    return html`<dialog
      class="sheet"
      aria-label=${this.env.strings.breakdown}
      @close=${this.#closeSheet}
      @click=${this.#onClick}
      @alv-command=${this.#onCommand}
    >
      ${this.#renderContent()}
    </dialog>`;
  }

  #renderContent(): TemplateResult | typeof nothing {
    const { strings } = this.env;
    const { breakdowns, findings, hasFailed, lacksFindings } = this.store.state;
    const { searched, activity, coverage } = this.store.log.state;
    if (!searched) return nothing;
    const { extent } = breakdowns ?? {};
    return html`<alv-breakdown
        .breakdowns=${breakdowns}
        .filters=${searched.filters}
        .endsNow=${searched.endsNow}
        .shownFrom=${coverage?.readFrom ?? 0}
        .isRetrying=${activity === "sign-ins"}
        .findMore=${this.store.findMore}
        .more=${this.features.render("range-count", undefined)}
        @close-breakdown=${this.#close}
      ></alv-breakdown>
      ${
        hasFailed
          ? html`<p class="failed" role="alert">
              ${strings.breakdownFailed}
              <button type="button" class="link" @click=${this.store.count}>${strings.tryAgain}</button>
            </p>`
          : nothing
      }
      ${
        this.#findings.ready && extent && extent.events > 0
          ? html`<alv-findings
              .findings=${findings}
              .hasFailed=${lacksFindings}
              .filters=${searched.filters}
              .isShort=${extent.asked.until - Math.max(extent.asked.from, extent.countedFrom) < MONTH}
              @try-findings=${this.store.count}
            ></alv-findings>`
          : nothing
      }`;
  }

  get #isShown(): boolean {
    const { isWide, isSheetOpen } = this.store.state;
    return isWide ? this.isOn : isSheetOpen;
  }

  #measure(): void {
    this.store.measure(this.viewer.clientWidth >= WIDE);
    this.#place();
  }

  /** The sheet begins at the end of the viewer, which may be in the middle of a page. */
  #place(): void {
    const { left, right } = this.viewer.getBoundingClientRect();
    const isRtl = this.matches(":dir(rtl)");
    const room = isRtl ? left : document.documentElement.clientWidth - right;
    this.style.setProperty("--_end", `${Math.max(0, room)}px`);
  }

  #openSheet(dialog: HTMLDialogElement): void {
    this.#place();
    dialog.showModal();
    const breakdown = dialog.querySelector<Breakdown>("alv-breakdown");
    void breakdown?.updateComplete.then(() => breakdown.focus());
  }

  readonly #close = (): void => {
    if (this.store.state.isWide) {
      send(this, "prefer", { breakdown: false });
      this.store.focusButton();
    } else this.dialog?.close();
  };

  readonly #closeSheet = (): void => {
    this.store.setSheet(false);
    this.store.focusButton();
  };

  /** A click on the page beside the sheet. */
  readonly #onClick = ({ target }: MouseEvent): void => {
    if (target === this.dialog) this.dialog?.close();
  };

  /** A search leaves the sheet. */
  readonly #onCommand = ({ detail }: CommandEvent): void => {
    if (detail.command === "search-for") this.dialog?.close();
  };
}

registerElement("alv-breakdown-panel", BreakdownPanel);

declare global {
  interface HTMLElementTagNameMap {
    "alv-breakdown-panel": BreakdownPanel;
  }
}
