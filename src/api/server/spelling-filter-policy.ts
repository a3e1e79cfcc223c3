import type { AuditEvent } from "../../core/audit-event.js";
import { createDefaultFilters } from "../../core/filters/filters.js";
import { compileFilters } from "../../core/filters/matching.js";
import { createContentKey } from "../../core/text/parameter-text.js";
import { addToCount } from "../records/add-to-count.js";
import type { EventWithoutId } from "../records/to-event.js";
import { FILTER_PARAMS } from "../records/wire.js";
import type { RequestScope } from "../transport/request-scope.js";
import type { WindowRead } from "../windows/window-reader.js";
import { probeCase } from "./case-probe.js";
import type * as SpellingFilterCode from "./spelling-filter.js";
import type { SpellingFilter, UnfilteredSample, SpellingFilterSetup } from "./spelling-filter.js";
import type { Param, SendFilters } from "./send-plan.js";

/** The number of records that a search reads before it requests only some spellings. They show the server's own spellings. */
const READ_BEFORE_FILTERING = 2000;
/** If fewer records are left, reading all of them costs no more than this filter. */
const FEW_LEFT = 700;
/** The filter takes a request for each spelling. For each of them, at most one record in this many may match, or nothing is saved. */
const RARE = 4;

export interface SpellingFilterPolicySetup extends SpellingFilterSetup {
  readonly sendFilters: SendFilters;
  readonly loadSpellingFilter: LoadSpellingFilter;
}

/** Few searches save requests in this way, so its code is loaded when one does. */
export type LoadSpellingFilter = () => Promise<typeof SpellingFilterCode>;

/**
 * Decides when to request only the actions and objects of the search: if that saves many records, and if the server returns
 * every match of a window that was read without this filter. With `sendFilters: "always"`, it does so from the start and without this check.
 */
export class SpellingFilterPolicy {
  readonly #setup: SpellingFilterPolicySetup;
  #mayFilter: boolean;
  #filter: SpellingFilter | undefined;
  /** The number of records, of those read without this filter, that have an action and object of the search. */
  #matching = 0;
  /** The first window with such records. */
  #sample: UnfilteredSample | undefined;
  readonly #matches: (event: EventWithoutId) => boolean;

  constructor(setup: SpellingFilterPolicySetup) {
    this.#setup = setup;
    this.#mayFilter = setup.sendFilters !== "never" && this.#fields.length > 0;
    const { actions, objects } = setup.filters;
    const matches = compileFilters({ ...createDefaultFilters(), actions, objects }, setup.taxonomy);
    this.#matches = (event) => matches(event as AuditEvent);
  }

  /** The fields that the search filters by. */
  get #fields(): readonly ("action" | "object")[] {
    const { actions, objects } = this.#setup.filters;
    return [...(actions.length > 0 ? (["action"] as const) : []), ...(objects.length > 0 ? (["object"] as const) : [])];
  }

  /** The current filter; undefined while all records are requested. */
  get filter(): SpellingFilter | undefined {
    return this.#filter;
  }

  /**
   * The share of records with an action and object of the search, 0 to 1.
   *
   * @param records the number of records read so far
   */
  matchingShare(records: number): number {
    return records > 0 ? this.#matching / records : 1;
  }

  stop(): void {
    this.#filter = undefined;
  }

  /**
   * Decides whether the next requests ask only for the spellings of the search.
   *
   * @param records the number of records read so far
   * @param left how many more there may be
   * @param params other filters of the requests
   */
  async decide(records: number, left: number, params: readonly Param[], scope: RequestScope): Promise<void> {
    if (!this.#mayFilter || this.#filter) return;
    const { behavior, sendFilters, windows, loadSpellingFilter } = this.#setup;
    const isForced = sendFilters === "always";
    const isRare = (requests: number) => this.#matching * RARE * requests <= records;
    if (!isForced && (records < READ_BEFORE_FILTERING || left < FEW_LEFT || !this.#sample || !isRare(1))) return;
    const { createSpellingFilter, verifySpellingFilter } = await loadSpellingFilter();
    if (!createSpellingFilter(this.#setup)) return;
    for (const field of this.#fields) {
      if (behavior.ignoresCase.has(FILTER_PARAMS[field])) continue;
      await probeCase(this.#setup, field, scope);
    }
    const filter = createSpellingFilter(this.#setup);
    if (!filter || (!isForced && !isRare(filter.alternatives.length))) return;
    const key = JSON.stringify(filter.alternatives);
    if (!isForced && !behavior.verifiedSpellings.has(key)) {
      this.#mayFilter = await verifySpellingFilter(filter, windows, this.#sample!, params, scope);
      if (!this.#mayFilter) return;
      behavior.verifiedSpellings.add(key);
    }
    this.#filter = filter;
  }

  /** Counts the matching records of a window that was read without this filter. */
  noteWindow(read: WindowRead): void {
    if (!this.#mayFilter || this.#filter) return;
    const matching = read.items.filter(({ originalEvent }) => originalEvent && this.#matches(originalEvent));
    this.#matching += matching.length;
    if (this.#sample || matching.length === 0) return;
    const counts = new Map<string, number>();
    for (const { raw } of matching) addToCount(counts, createContentKey(raw));
    this.#sample = { span: read.span, counts };
  }
}
