import { html } from "lit";
import type { LogStore } from "../../../search/log-store.js";
import type { Feature, ToolUse, ViewerForFeatures } from "../../../views/shell/feature.js";
import "./log-timeline.js";
import type { TimelineParts } from "./parts.js";

/** Shows the timeline above the results. */
export class TimelineFeature implements Feature {
  readonly #viewer: ViewerForFeatures;
  readonly #parts: TimelineParts;
  #log: LogStore;

  readonly places = {
    "above-results": (_: undefined, use: ToolUse) =>
      html`<alv-log-timeline
        part="timeline"
        .log=${this.#log}
        .folded=${!this.#viewer.timeline}
        .parts=${this.#parts}
        .use=${use}
      ></alv-log-timeline>`,
  };

  constructor(viewer: ViewerForFeatures, parts: TimelineParts) {
    this.#viewer = viewer;
    this.#parts = parts;
    this.#log = viewer.log;
  }

  use(log: LogStore): void {
    this.#log = log;
  }

  end(): void {
    // The element stops to count when it is removed.
  }
}
