import type { TextFilter } from "../../core/fields.js";
import type { AuditFilters } from "../../core/filters/filters.js";
import type { EndpointBehavior } from "../server/endpoint-behavior.js";
import { probeCase } from "../server/case-probe.js";
import { SpellingFilterPolicy, type SpellingFilterPolicySetup } from "../server/spelling-filter-policy.js";
import { planFilters, type SendFilters, type SendPlan } from "../server/send-plan.js";
import type { SpellingFilter } from "../server/spelling-filter.js";
import { FILTER_PARAMS } from "../records/wire.js";
import type { RequestScope } from "../transport/request-scope.js";
import { Paused } from "../windows/paused.js";
import type { WindowRead, WindowReader } from "../windows/window-reader.js";

export interface CursorFiltersSetup extends SpellingFilterPolicySetup {
  readonly windows: WindowReader;
  readonly behavior: EndpointBehavior;
  readonly filters: AuditFilters;
  readonly sendFilters: SendFilters;
}

/** The requested spellings of actions and objects, and the time before which only these were requested. */
export interface Narrowed extends Pick<SpellingFilter, "actions" | "objects"> {
  readonly until: number;
}

/** Chooses the filters that a cursor sends, and remembers those that it has sent. A search for all events has no such object. */
export class CursorFilters {
  readonly #setup: CursorFiltersSetup;
  readonly #policy: SpellingFilterPolicy;
  readonly #sent = new Set<TextFilter | "actions" | "objects">();
  #narrowed: Narrowed | undefined;

  constructor(setup: CursorFiltersSetup) {
    this.#setup = setup;
    this.#policy = new SpellingFilterPolicy(setup);
  }

  /** The filters of all windows that the cursor has taken. */
  get sent(): ReadonlySet<string> {
    return this.#sent;
  }

  get narrowed(): Narrowed | undefined {
    return this.#narrowed;
  }

  get spellings(): SpellingFilter | undefined {
    return this.#policy.filter;
  }

  /** The filters that are safe to send now. */
  plan(): SendPlan {
    const { filters, sendFilters, behavior } = this.#setup;
    return planFilters(filters, sendFilters, behavior);
  }

  /**
   * Learns what is missing to choose filters: sends requests to find out whether the server ignores case, and decides
   * whether to request only some actions and objects.
   *
   * @param records the number of records that the cursor has read
   * @param recordsLeft returns how many more it expects if it continues with these filters (`createKey`)
   */
  async decide(records: number, recordsLeft: (key: string) => number, scope: RequestScope): Promise<void> {
    const { behavior } = this.#setup;
    const undecided = this.plan().undecided.filter((field) => behavior.caseSamples.has(FILTER_PARAMS[field]));
    if (undecided.length > 0) {
      await Promise.all(undecided.map((field) => probeCase(this.#setup, field, scope)));
    }
    const { sent } = this.plan();
    const left = recordsLeft(this.createKey(sent, this.spellings));
    try {
      await this.#policy.decide(records, left, [...sent.values()], scope);
    } catch (error) {
      // The budget has ended: a later call decides.
      if (!(error instanceof Paused)) throw error;
    }
  }

  /** A key that is the same for requests with the same filters. */
  createKey(sent: SendPlan["sent"], spellings: SpellingFilter | undefined): string {
    return JSON.stringify([[...sent.keys()], spellings?.alternatives]);
  }

  /**
   * The expected share of records in windows with the present spellings, 0 to 1.
   *
   * @param records the number of records that the cursor has read
   */
  findShare(records: number): number {
    return this.spellings ? this.#policy.matchingShare(records) : 1;
  }

  /** The server has refused the filters: spellings are not sent any more. */
  noteRefused(): void {
    this.#policy.stop();
  }

  /** Notes the filters of a window that the cursor takes. */
  noteWindow(window: WindowRead, sent: SendPlan["sent"], spellings: SpellingFilter | undefined): void {
    if (!spellings) this.#policy.noteWindow(window);
    for (const field of sent.keys()) this.#sent.add(field);
    if (!spellings) return;
    const { until } = window.span;
    const { actions, objects } = spellings;
    this.#narrowed ??= { until, actions, objects };
    if (actions.length > 0) this.#sent.add("actions");
    if (objects.length > 0) this.#sent.add("objects");
  }
}
