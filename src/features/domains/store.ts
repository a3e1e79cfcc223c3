import type { Domain } from "../../core/filters/domain-match.js";
import type { AuditLogError } from "../../core/errors.js";
import { listFieldsWith } from "../../core/fields.js";
import type { AuditFilters } from "../../core/filters/filters.js";
import { splitPattern } from "../../core/filters/pattern.js";
import { fold, trim } from "../../core/text/text.js";
import { Store } from "../../core/store.js";
import { toFailure } from "../../search/operation.js";
import type { DomainExtent, DomainList, LogServer } from "../../search/server.js";

/** The loaded part of the domain list. */
export interface DomainState {
  readonly domains: readonly Domain[];
  readonly extent: DomainExtent;
  /** The number of all domains, if the server returns only a part and says how many there are. */
  readonly total: number | undefined;
  readonly loading: boolean;
  /** The error if loading failed. The loaded domains stay. */
  readonly failure: AuditLogError | undefined;
}

const NO_DOMAINS: DomainState = {
  domains: [],
  extent: "some",
  total: undefined,
  loading: false,
  failure: undefined,
};

/**
 * Loads the domain list of one server and user at its first use, and keeps it. It does not use the DOM. No operation rejects:
 * `state.failure` has the error.
 */
export class DomainStore extends Store<DomainState> {
  readonly #server: Pick<LogServer, "domains"> | undefined;
  #list: DomainList | undefined;
  #running: AbortController | undefined;

  constructor(server: Pick<LogServer, "domains"> | undefined) {
    super(NO_DOMAINS);
    this.#server = server;
  }

  /** Call this when the user enters a domain field. After a failure, only `load` tries again. */
  async loadIfNeeded(): Promise<void> {
    if (!this.state.failure) await this.load();
  }

  /** Loads the rest of the list. */
  async load(): Promise<void> {
    if (!this.#server || this.#running || this.state.extent !== "some") return;
    const running = new AbortController();
    this.#running = running;
    const { signal } = running;
    this.update({ loading: true, failure: undefined });
    try {
      const list = (this.#list ??= await this.#server.domains());
      if (signal.aborted) return;
      await list.read(signal, () => {
        const { domains, extent, total } = list;
        if (!signal.aborted) this.update({ domains, extent, total });
      });
      if (!signal.aborted) this.#end({});
    } catch (cause) {
      if (!signal.aborted) this.#end({ failure: toFailure(cause) });
    }
  }

  /** Loads the list again. The known domains stay until then. */
  async reload(): Promise<void> {
    this.stop();
    this.#list?.restart();
    this.update({ extent: "some", total: undefined, failure: undefined });
    await this.load();
  }

  /** Stops loading. The next load continues from there. */
  stop(): void {
    this.#running?.abort();
    this.#end({});
  }

  #end(change: Partial<DomainState>): void {
    this.#running = undefined;
    if (this.state.loading) this.update({ loading: false, ...change });
  }
}

/** The largest number of domains from earlier searches. */
const MOST_RECENT = 10;

/**
 * Finds the domains of earlier searches, the latest one first. Patterns with `*` are left out.
 *
 * @param searches the filters of the searches, the latest one first
 */
export function findRecentDomains(searches: readonly AuditFilters[]): string[] {
  const recent = new Map<string, string>();
  // Within one search, the affected domain comes first.
  const fields = [...listFieldsWith("kind", "domain")].reverse();
  for (const filters of searches) {
    for (const field of fields) {
      const [name = "", ...others] = splitPattern(trim(filters[field]));
      if (name !== "" && others.length === 0 && !recent.has(fold(name))) recent.set(fold(name), name);
    }
  }
  return [...recent.values()].slice(0, MOST_RECENT);
}
