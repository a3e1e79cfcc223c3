import type { DomainExtent, DomainList } from "../../api/domain-list.js";
import type { Domain } from "../../core/filters/domain-match.js";
import { AuditLogError } from "../../core/errors.js";
import { fieldsWith } from "../../core/fields.js";
import type { AuditFilters } from "../../core/filters/filters.js";
import { splitPattern } from "../../core/filters/pattern.js";
import { fold, trim } from "../../core/text/text.js";
import { asError } from "../../search/operation.js";
import type { SourceMaker } from "../../search/shared-source.js";

/** What is suggested for the domain fields, as one value that never changes. */
export interface DomainState {
  readonly domains: readonly Domain[];
  readonly extent: DomainExtent;
  /** How many there are, where the server does not answer them all and says so. */
  readonly total: number | undefined;
  readonly loading: boolean;
  /** Why loading has ended before its time; what was loaded stays. */
  readonly failure: AuditLogError | undefined;
  /** Domains that were searched for, the last one first. */
  readonly recent: readonly string[];
}

/** How many of the searched domains are remembered. */
const MOST_RECENT = 10;

/**
 * The domains of one viewer and one user, without a DOM. They are loaded at first need, beside whatever is searched, and
 * kept. No operation rejects: what goes wrong is in `state.failure`.
 */
export class DomainStore {
  readonly #makeSource: SourceMaker | undefined;
  readonly #listeners = new Set<() => void>();
  #list: DomainList | undefined;
  #running: AbortController | undefined;
  #seen: AuditFilters | undefined;
  #state: DomainState = Object.freeze({
    domains: [],
    extent: "some",
    total: undefined,
    loading: false,
    failure: undefined,
    recent: [],
  });

  constructor(makeSource: SourceMaker | undefined) {
    this.#makeSource = makeSource;
  }

  get state(): DomainState {
    return this.#state;
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Somebody is about to choose a domain. What failed is not tried again before that is asked for. */
  async need(): Promise<void> {
    if (!this.#state.failure) await this.load();
  }

  /** Loads on from where it stands, to the end. */
  async load(): Promise<void> {
    if (!this.#makeSource || this.#running || this.#state.extent !== "some") return;
    const running = new AbortController();
    this.#running = running;
    const { signal } = running;
    this.#set({ loading: true, failure: undefined });
    try {
      const source = await this.#makeSource().catch((cause: unknown) => {
        throw new AuditLogError("network", "A part of the viewer could not be loaded.", { cause });
      });
      if (signal.aborted) return;
      const list = (this.#list ??= source.domains());
      await list.read(signal, () => {
        const { domains, extent, total } = list;
        if (!signal.aborted) this.#set({ domains, extent, total });
      });
      if (!signal.aborted) this.#end({});
    } catch (cause) {
      if (!signal.aborted) this.#end({ failure: asError(cause) });
    }
  }

  /** Loads everything anew; what is known stays until that has ended. */
  async reload(): Promise<void> {
    this.stop();
    this.#list?.restart();
    this.#set({ extent: "some", total: undefined, failure: undefined });
    await this.load();
  }

  /** Gives up what is under way; the next need goes on from there. */
  stop(): void {
    this.#running?.abort();
    this.#end({});
  }

  /** Domains that were searched for come first the next time; patterns are no domains. */
  remember(searched: AuditFilters | undefined): void {
    if (!searched || searched === this.#seen) return;
    this.#seen = searched;
    let { recent } = this.#state;
    for (const field of fieldsWith("kind", "domain")) {
      const [name = "", ...others] = splitPattern(trim(searched[field]));
      if (name === "" || others.length > 0) continue;
      recent = [name, ...recent.filter((one) => fold(one) !== fold(name))].slice(0, MOST_RECENT);
    }
    if (recent !== this.#state.recent) this.#set({ recent });
  }

  #end(change: Partial<DomainState>): void {
    this.#running = undefined;
    if (this.#state.loading) this.#set({ loading: false, ...change });
  }

  #set(change: Partial<DomainState>): void {
    this.#state = Object.freeze({ ...this.#state, ...change });
    for (const listener of [...this.#listeners]) listener();
  }
}
