import { html, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { LazyLoader } from "../../ui/lazy-loader.js";
import { registerElement } from "../../ui/register-element.js";
import { ViewElement } from "./view-element.js";
import type { ViewPart } from "./environment.js";

/**
 * A part of the results that is loaded when it is first shown. It has no shadow root, so the styles of its root apply to its
 * content.
 */
export class LateView extends ViewElement {
  static override properties = { view: reactive, meanwhile: reactive, content: reactive };
  view!: ViewPart;
  /** What to show while the part is loading. */
  meanwhile: unknown;
  /** Renders the part; gets its module. */
  content!: (code: never) => TemplateResult;

  readonly #loader = new LazyLoader(this, () => this.env.load(this.view));

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A loaded part is rendered immediately, so that it can take the focus after a search.
    if (!this.hasUpdated) this.performUpdate();
  }

  override firstUpdated(): void {
    if (!this.env.find(this.view)) void this.#loader.load();
  }

  override render(): unknown {
    const code = this.env.find(this.view);
    if (code) return this.content(code as never);
    if (!this.#loader.failed) return this.meanwhile;
    const { strings } = this.env;
    // Above the content, where the user sees it also if the content is long.
    return html`<p class="late-failed" role="alert">
        ${strings.partFailed}
        <button type="button" @click=${() => this.#loader.load()}>${strings.tryAgain}</button>
      </p>
      ${this.meanwhile}`;
  }
}

registerElement("alv-late-view", LateView);

declare global {
  interface HTMLElementTagNameMap {
    "alv-late-view": LateView;
  }
}
