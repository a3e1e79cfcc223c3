import type { AuditEvent } from "../../core/audit-event.js";
import { defaultFilters } from "../../core/filters/filters.js";
import { compileFilters } from "../../core/filters/matching.js";
import { contentKey } from "../../core/text/parameter-text.js";
import { addToCount } from "../records/add-to-count.js";
import type { EventWithoutId } from "../records/to-event.js";
import { NARROWING } from "../records/wire.js";
import type { RequestScope } from "../transport/request-scope.js";
import type { WindowRead } from "../windows/window-reader.js";
import type * as NarrowingCode from "./narrowing.js";
import type { Narrowing, NarrowingSample, NarrowingSetup } from "./narrowing.js";
import type { Param, SendFilters } from "./send-plan.js";

/** The number of records that a search reads before it narrows its requests. They show the server's own spellings. */
const READ_BEFORE_NARROWING = 2000;
/** If fewer records are left, reading all of them costs no more than narrowing. */
const FEW_LEFT = 700;
/** Narrowing takes a request for each spelling. It saves only if, per request, at most one record in this many matches. */
const RARE = 4;

export interface NarrowerSetup extends NarrowingSetup {
  readonly sendFilters: SendFilters;
  readonly loadNarrowing: LoadNarrowing;
}

/** Few searches save requests in this way, so its code is loaded when one does. */
export type LoadNarrowing = () => Promise<typeof NarrowingCode>;

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
  /** The first window with such records. */
  #sample: NarrowingSample | undefined;
  readonly #matches: (event: EventWithoutId) => boolean;

  constructor(setup: NarrowerSetup) {
    this.#setup = setup;
    this.#mayNarrow = setup.sendFilters !== "never" && this.#fields.length > 0;
    const { actions, objects } = setup.filters;
    const matches = compileFilters({ ...defaultFilters(), actions, objects }, setup.taxonomy);
    this.#matches = (event) => matches(event as AuditEvent);
  }

  /** The fields that the search filters by. */
  get #fields(): readonly ("action" | "object")[] {
    const { actions, objects } = this.#setup.filters;
    return [...(actions.length > 0 ? (["action"] as const) : []), ...(objects.length > 0 ? (["object"] as const) : [])];
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
    const { habits, sendFilters, windows, loadNarrowing } = this.#setup;
    const isForced = sendFilters === "always";
    const isRare = (requests: number) => this.#matching * RARE * requests <= records;
    if (!isForced && (records < READ_BEFORE_NARROWING || left < FEW_LEFT || !this.#sample || !isRare(1))) return;
    const { createNarrowing, verifyNarrowing } = await loadNarrowing();
    if (!createNarrowing(this.#setup)) return;
    for (const field of this.#fields) {
      if (!habits.ignoresCase.has(NARROWING[field])) await windows.probeCase(field, scope);
    }
    const narrowing = createNarrowing(this.#setup);
    if (!narrowing || (!isForced && !isRare(narrowing.alternatives.length))) return;
    const key = JSON.stringify(narrowing.alternatives);
    if (!isForced && !habits.verifiedSpellings.has(key)) {
      this.#mayNarrow = await verifyNarrowing(narrowing, windows, this.#sample!, params, scope);
      if (!this.#mayNarrow) return;
      habits.verifiedSpellings.add(key);
    }
    this.#narrowing = narrowing;
  }

  /** Counts the matching records of a window that was read without narrowing. */
  noteWindow(read: WindowRead): void {
    if (!this.#mayNarrow || this.#narrowing) return;
    const matching = read.items.filter(({ originalEvent }) => originalEvent && this.#matches(originalEvent));
    this.#matching += matching.length;
    if (this.#sample || matching.length === 0) return;
    const counts = new Map<string, number>();
    for (const { raw } of matching) addToCount(counts, contentKey(raw));
    this.#sample = { span: read.span, counts };
  }
}
