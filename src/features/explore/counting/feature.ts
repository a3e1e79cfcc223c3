import { html } from "lit";
import type { LogStore } from "../../../search/log-store.js";
import type { Feature, ViewerForFeatures } from "../../../views/shell/feature.js";
import { describeCount } from "./counting-status.js";
import { RangeCount, type RangeCountState } from "./range-count.js";

export { counting as english } from "../texts/counting-en.js";

/** Counts the rest of the searched range on request. One count serves all places that show it. */
export class CountingFeature implements Feature {
  readonly #viewer: ViewerForFeatures;
  #count: RangeCount | undefined;
  #log: LogStore;

  readonly places = {
    "range-count": () => html`<alv-counting-status .log=${this.#log} .count=${this.#getCount()}></alv-counting-status>`,
  };

  constructor(viewer: ViewerForFeatures) {
    this.#viewer = viewer;
    this.#log = viewer.log;
  }

  use(log: LogStore): void {
    this.end();
    this.#log = log;
  }

  end(): void {
    this.#count?.end();
    this.#count = undefined;
  }

  /** Before the first search there is nothing to count. */
  #getCount(): RangeCount | undefined {
    if (!this.#count && this.#log.server?.analysis) {
      this.#count = new RangeCount(this.#log, this.#viewer.clock);
      this.#count.subscribe((now, before) => now.status !== before.status && this.#announce(now));
    }
    return this.#count;
  }

  /** The end of a count is announced once, however many places show it. */
  #announce(now: RangeCountState): void {
    const { coverage } = this.#log.state;
    const isOver = now.status === "complete" || now.status === "failed" || now.status === "lost";
    if (isOver && coverage) this.#viewer.say(describeCount(now, coverage, this.#viewer.environment));
  }
}
