import type { Span } from "../../../../core/coverage.js";
import type { RangeFilter } from "../../../../core/filters/filters.js";
import type { LogState } from "../../../../search/log-state.js";
import type { ZoomHistory } from "../parts.js";

/** A range before a zoom. */
interface Past {
  readonly range: RangeFilter;
  readonly span: Span;
}

export class RangesBeforeZoom implements ZoomHistory {
  #past: Past[] = [];
  /** The range that the last zoom or the last way back has searched. */
  #searched: RangeFilter | undefined;

  get last(): Span | undefined {
    return this.#past.at(-1)?.span;
  }

  zoom({ searched }: LogState, { from, until }: Span): RangeFilter | undefined {
    if (!searched) return undefined;
    this.#past.push({ range: searched.filters.range, span: searched.span });
    return (this.#searched = { from: new Date(from).toISOString(), until: new Date(until).toISOString() });
  }

  goBack(): RangeFilter | undefined {
    return (this.#searched = this.#past.pop()?.range);
  }

  follow({ searched, activity }: LogState): void {
    if (!searched || !this.#searched || activity === "search") return;
    const { range } = searched.filters;
    // A search that has failed or was stopped leaves the range before it.
    if (isSameRange(range, this.#searched) || isSameRange(range, this.#past.at(-1)?.range)) return;
    this.#past = [];
    this.#searched = undefined;
  }
}

function isSameRange(one: RangeFilter, other: RangeFilter | undefined): boolean {
  if (!other) return false;
  if ("preset" in one) return "preset" in other && one.preset === other.preset;
  return !("preset" in other) && one.from === other.from && one.until === other.until;
}
