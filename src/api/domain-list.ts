import type { Domain } from "../core/filters/domain-match.js";
import { AuditLogError } from "../core/errors.js";
import { fold, trim } from "../core/text/text.js";
import { notAList } from "./records/answer.js";
import type { ApiClient } from "./transport/api-client.js";
import { isRefusal, toAuditLogError } from "./transport/error-mapping.js";
import { DOMAIN_FIELDS, DOMAIN_PATHS, MOST_PER_ANSWER, PARAMS } from "./records/wire.js";

/**
 * How much of the domains is known. `own`: the caller may list only this one. `cut`: the server has more, but does not
 * answer them.
 */
export type DomainExtent = "some" | "all" | "own" | "cut";

/** More than anybody reads through: a server that goes on and on is left there. */
const MOST_DOMAINS = 50_000;
const MOST_REQUESTS = 2_000;
/** One answer without anything new may be a server that repeats itself, two are its end. */
const MOST_STALE = 2;

/**
 * The domains in the caller's scope, read page by page. What was answered stays, whatever comes after it; a read that failed
 * goes on with the page that did not come.
 */
export class DomainList {
  readonly #client: Pick<ApiClient, "get">;
  /** By folded name, in the order of the answers. */
  #found = new Map<string, Domain>();
  /** What the reading before this one has found: it stays until this one has come to its end. */
  #before = new Map<string, Domain>();
  #extent: DomainExtent = "some";
  #total: number | undefined;
  /** Where the next page starts: how many items were answered, repeated ones too. */
  #start = 0;
  #requests = 0;
  #stale = 0;
  /** The name that the first page began with. */
  #first = "";

  constructor(client: Pick<ApiClient, "get">) {
    this.#client = client;
  }

  get domains(): readonly Domain[] {
    if (this.#before.size === 0) return [...this.#found.values()];
    return [...new Map([...this.#before, ...this.#found]).values()];
  }

  get extent(): DomainExtent {
    return this.#extent;
  }

  /** How many domains there are, where the server was asked, because it does not answer them all. */
  get total(): number | undefined {
    return this.#total;
  }

  /** The next read begins anew. What is known stays until it has ended. */
  restart(): void {
    this.#before = new Map(this.domains.map((domain) => [fold(domain.name), domain]));
    this.#found = new Map();
    this.#extent = "some";
    this.#total = undefined;
    this.#start = this.#requests = this.#stale = 0;
  }

  /**
   * Reads on to the end, one page after the other. Rejects with an AuditLogError; the next call goes on from there.
   *
   * @param onPage called after each page
   */
  async read(signal: AbortSignal, onPage: () => void): Promise<void> {
    while (this.#extent === "some") {
      const extent = await this.#page(signal);
      // Only a reading that is over shows what is no longer there.
      if (extent !== "some") this.#before = new Map();
      this.#extent = extent;
      onPage();
    }
  }

  async #page(signal: AbortSignal): Promise<DomainExtent> {
    const query = new URLSearchParams({ [PARAMS.start]: String(this.#start), [PARAMS.limit]: String(MOST_PER_ANSWER) });
    let items: unknown[];
    try {
      items = listIn(await this.#get(DOMAIN_PATHS.list, query, signal));
    } catch (cause) {
      return this.#refused(cause, signal);
    }
    const known = this.#found.size;
    for (const item of items) this.#take(item);
    const first = nameIn(items[0]);
    // The first page once more: the server does not page.
    const isRepeated = this.#start > 0 && this.#found.size === known && first === this.#first;
    if (this.#start === 0) this.#first = first;
    this.#start += items.length;
    this.#requests += 1;
    // A cap is not known: only an answer without anything is sure to be the end.
    if (items.length === 0) return "all";
    this.#stale = this.#found.size > known ? 0 : this.#stale + 1;
    if (isRepeated || this.#stale === MOST_STALE) return this.#counted(signal);
    return this.#found.size < MOST_DOMAINS && this.#requests < MOST_REQUESTS ? "some" : "cut";
  }

  /** Some refusals are an answer: whoever may not list has one domain, and a start past the end may be no list at all. */
  async #refused(cause: unknown, signal: AbortSignal): Promise<DomainExtent> {
    if (!isRefusal(cause)) throw cause;
    if (this.#start > 0) {
      const total = await this.#count(signal);
      if (total !== undefined && total <= this.#found.size) return "all";
      throw cause;
    }
    if (toAuditLogError(cause).kind !== "forbidden") throw cause;
    const own = await this.#get(DOMAIN_PATHS.own, new URLSearchParams(), signal);
    for (const item of Array.isArray(own) ? (own as unknown[]) : [own]) this.#take(item);
    if (this.#found.size === 0) throw notAList(own, "The response is not a domain.");
    return "own";
  }

  /** A server that repeats itself may have more than it answers. */
  async #counted(signal: AbortSignal): Promise<DomainExtent> {
    const total = await this.#count(signal);
    if (total === undefined || total <= this.#found.size) return "all";
    this.#total = total;
    return "cut";
  }

  /** undefined where the server does not count: that says nothing against its list. Any other failure is one. */
  async #count(signal: AbortSignal): Promise<number | undefined> {
    try {
      const body = await this.#get(DOMAIN_PATHS.count, new URLSearchParams(), signal);
      const total = Number(textOf(memberOf(body, DOMAIN_FIELDS.total)) || NaN);
      return total >= 0 ? total : undefined;
    } catch (cause) {
      if (!isRefusal(cause)) throw cause;
      return undefined;
    }
  }

  #take(item: unknown): void {
    const name = nameIn(item);
    if (name === "") return;
    const key = fold(name);
    const known = this.#found.get(key);
    if (known?.description) return;
    const description = trim(textOf(memberOf(item, DOMAIN_FIELDS.description)));
    if (!known || description !== "") this.#found.set(key, { name: known?.name ?? name, description });
  }

  async #get(path: string, query: URLSearchParams, signal: AbortSignal): Promise<unknown> {
    const body = await this.#client.get(path, query, { signal, onRequest: () => undefined });
    // An answer may come in the moment in which it is given up: whoever reads on from there asks for it once more.
    if (signal.aborted) throw new AuditLogError("aborted", "Loading the domains was canceled.");
    return body;
  }
}

function listIn(body: unknown): unknown[] {
  if (!Array.isArray(body)) throw notAList(body, "The response is not a list of domains.");
  return body as unknown[];
}

function nameIn(item: unknown): string {
  return trim(textOf(item) || textOf(memberOf(item, DOMAIN_FIELDS.name)));
}

/** Real servers answer numbers as text and text as numbers. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

function memberOf(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null && Object.hasOwn(of, name)
    ? (of as Record<string, unknown>)[name]
    : undefined;
}
