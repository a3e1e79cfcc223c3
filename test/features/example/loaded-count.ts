import { html, type TemplateResult } from "lit";
import { formatCount } from "../../../src/i18n/numbers.js";
import { loadedCount } from "../../../src/search/log-state.js";
import type { LogStore } from "../../../src/search/log-store.js";
import { reactive } from "../../../src/ui/reactive.js";
import { registerElement } from "../../../src/ui/register-element.js";
import type { Feature, ViewerForFeatures } from "../../../src/views/shell/feature.js";
import { StoreFollower } from "../../../src/views/shell/store-follower.js";
import { ViewElement } from "../../../src/views/shell/view-element.js";

/** Shows how many events are loaded. */
class LoadedCount extends ViewElement {
  static override properties = { log: reactive };

  log!: LogStore;

  constructor() {
    super();
    // Subscribes to the log while the component is on the page.
    new StoreFollower(this, () => this.log);
  }

  override render(): TemplateResult {
    const { strings, locale } = this.env;
    return html`<p role="status">${strings.loadedEvents(formatCount(loadedCount(this.log.state), locale))}</p>`;
  }
}

registerElement("alv-loaded-count", LoadedCount);

/** The example of docs/contributing.md: shows in the toolbar how many events are loaded. */
export class LoadedCountFeature implements Feature {
  #log: LogStore;

  readonly places = {
    toolbar: () => html`<alv-loaded-count .log=${this.#log}></alv-loaded-count>`,
  };

  constructor({ log }: ViewerForFeatures) {
    this.#log = log;
  }

  use(log: LogStore): void {
    this.#log = log;
  }

  end(): void {
    // Nothing runs here: a feature with a request, a timer or a worker ends it.
  }
}
