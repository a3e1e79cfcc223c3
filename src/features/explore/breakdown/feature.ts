import { html } from "lit";
import type { LogStore } from "../../../search/log-store.js";
import type { Feature, ToolUse, ViewerForFeatures } from "../../../views/shell/feature.js";
import "./breakdown-button.js";
import "./breakdown-panel.js";
import { BreakdownStore } from "./store.js";

export { breakdown as english } from "../texts/breakdown-en.js";

/** The breakdown and its button in the toolbar. */
export class BreakdownFeature implements Feature {
  readonly #viewer: ViewerForFeatures;
  readonly #loadFindings: () => Promise<unknown>;
  #store: BreakdownStore;

  readonly places = {
    toolbar: (_: undefined, use: ToolUse) =>
      html`<alv-breakdown-button
        .store=${this.#store}
        .isOn=${this.#viewer.breakdown}
        .use=${use}
      ></alv-breakdown-button>`,
    "beside-results": () =>
      html`<alv-breakdown-panel
        .store=${this.#store}
        .viewer=${this.#viewer.element}
        .isOn=${this.#viewer.breakdown}
        .loadFindings=${this.#loadFindings}
      ></alv-breakdown-panel>`,
  };

  /** @param loadFindings loads the code of "Worth a look" and its texts, when the breakdown is first shown */
  constructor(viewer: ViewerForFeatures, loadFindings: () => Promise<unknown>) {
    this.#viewer = viewer;
    this.#loadFindings = loadFindings;
    this.#store = new BreakdownStore(viewer.log, () => viewer.zone);
  }

  use(log: LogStore): void {
    this.#store.end();
    this.#store = new BreakdownStore(log, () => this.#viewer.zone);
  }

  end(): void {
    this.#store.end();
  }
}
