import type { Span } from "../../core/coverage.js";
import { contentKey } from "../../core/text/parameter-text.js";
import type { RequestScope } from "../transport/request-scope.js";
import { addToCount } from "../records/add-to-count.js";
import { isRefusal } from "../transport/error-mapping.js";
import type { EndpointHabits } from "./habits.js";
import type { Param, SendFilters } from "./send-plan.js";
import type { Narrowing, SpelledFilter } from "./spelled-filter.js";
import type { FilteredWindows } from "../windows/filtered-windows.js";
import type { WindowRead, WindowReader } from "../windows/window-reader.js";
import { NARROWING } from "../records/wire.js";

/** The number of records that a search reads before it narrows its requests. They show the server's own spellings. */
const READ_BEFORE_NARROWING = 2000;
/** If fewer records are left, reading all of them costs no more than narrowing. */
const FEW_LEFT = 700;
/** Narrowing is worth it if at most one record in this many matches, for each request of a window. */
const RARE = 4;

interface NarrowerSetup {
  readonly windows: WindowReader;
  readonly filtered: FilteredWindows;
  readonly habits: EndpointHabits;
  readonly spelledFilter: SpelledFilter;
  readonly sendFilters: SendFilters;
}

/**
 * Requests only the actions and objects of the search if that saves many records, and if the server returns every match of a
 * window that was read without this filter. With `sendFilters: "always"`, it does so from the start and without this check.
 */
export class Narrower {
  readonly #setup: NarrowerSetup;
  #mayNarrow: boolean;
  #narrowing: Narrowing | undefined;
  /** The number of records, of those read without narrowing, that have an action and object of the search. */
  #matching = 0;
  /** The first window with such records, and how often it has each. */
  #sample: { readonly span: Span; readonly counts: ReadonlyMap<string, number> } | undefined;

  constructor(setup: NarrowerSetup) {
    this.#setup = setup;
    this.#mayNarrow = setup.sendFilters !== "never" && setup.spelledFilter.fields.length > 0;
  }

  /** The current filter; undefined while all records are requested. */
  get narrowing(): Narrowing | undefined {
    return this.#narrowing;
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
    this.#narrowing = undefined;
  }

  /**
   * Decides whether to narrow the next requests.
   *
   * @param records the number of records read so far
   * @param left how many more there may be
   * @param params other filters of the requests
   */
  async decide(records: number, left: number, params: readonly Param[], scope: RequestScope): Promise<void> {
    if (!this.#mayNarrow || this.#narrowing) return;
    const { spelledFilter, habits, sendFilters, windows } = this.#setup;
    const isForced = sendFilters === "always";
    const isRare = (requests: number) => this.#matching * RARE * requests <= records;
    if (!isForced && (records < READ_BEFORE_NARROWING || left < FEW_LEFT || !this.#sample || !isRare(1))) return;
    if (!spelledFilter.createNarrowing()) return;
    for (const field of spelledFilter.fields) {
      if (!habits.ignoresCase.has(NARROWING[field])) await windows.probeCase(field, scope);
    }
    const narrowing = spelledFilter.createNarrowing();
    if (!narrowing || (!isForced && !isRare(narrowing.alternatives.length))) return;
    const key = JSON.stringify(narrowing.alternatives);
    if (!isForced && !habits.verifiedSpellings.has(key)) {
      this.#mayNarrow = await this.#verify(narrowing, params, scope);
      if (!this.#mayNarrow) return;
      habits.verifiedSpellings.add(key);
    }
    this.#narrowing = narrowing;
  }

  /** Counts the matching records of a window that was read without narrowing. */
  noteWindow(read: WindowRead): void {
    if (!this.#mayNarrow || this.#narrowing) return;
    const matching = read.items.filter(
      ({ originalEvent }) => originalEvent && this.#setup.spelledFilter.matches(originalEvent),
    );
    this.#matching += matching.length;
    if (this.#sample || matching.length === 0) return;
    const counts = new Map<string, number>();
    for (const { raw } of matching) addToCount(counts, contentKey(raw));
    this.#sample = { span: read.span, counts };
  }

  /** Whether the server returns all known matches of the sample. */
  async #verify(narrowing: Narrowing, params: readonly Param[], scope: RequestScope): Promise<boolean> {
    const { span, counts } = this.#sample!;
    const { windows, filtered } = this.#setup;
    const left = new Map(counts);
    try {
      const read = (part: Span) => filtered.readNarrowed(part, params, narrowing, scope);
      for (const { raw } of await windows.readAll(span, read)) addToCount(left, contentKey(raw), -1);
    } catch (error) {
      // The server refuses this filter, so all records are requested.
      if (!isRefusal(error)) throw error;
      return false;
    }
    return [...left.values()].every((lack) => lack <= 0);
  }
}
