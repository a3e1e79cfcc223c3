import type { Domain } from "../core/filters/domain-match.js";
import { AuditLogError } from "../core/errors.js";
import { fold, trim } from "../core/text/text.js";
import type { ApiClient } from "./transport/api-client.js";
import { findErrorKind, isRefusal } from "./transport/error-mapping.js";
import { DOMAIN_FIELDS, DOMAIN_PATHS, MOST_PER_ANSWER, PARAMS } from "./records/wire.js";

/**
 * Which domains are loaded. `own`: the user may see only their own domain. `cut`: the server has more domains but does not
 * return them.
 */
export type DomainExtent = "some" | "all" | "own" | "cut";

/** Loading stops here, in case a server never ends its list. */
const MOST_DOMAINS = 50_000;
const MOST_REQUESTS = 2_000;
/** After this many responses without a new domain, the list has ended. */
const MOST_REPEATED = 2;

/**
 * The domains that the user may see, read page by page. After a failure, the loaded domains stay and the next read continues
 * with the failed page.
 */
export class DomainList {
  readonly #client: Pick<ApiClient, "get" | "withText">;
  /** By folded name, in the order of the server. */
  #found = new Map<string, Domain>();
  /** The domains of the previous reading. They stay until this reading has ended. */
  #previous = new Map<string, Domain>();
  #extent: DomainExtent = "some";
  #total: number | undefined;
  /** The start of the next page: the number of items so far, including repeated ones. */
  #start = 0;
  #requests = 0;
  #repeated = 0;
  /** The first name of the first page. */
  #first = "";

  constructor(client: Pick<ApiClient, "get" | "withText">) {
    this.#client = client;
  }

  get domains(): readonly Domain[] {
    if (this.#previous.size === 0) return [...this.#found.values()];
    return [...new Map([...this.#previous, ...this.#found]).values()];
  }

  get extent(): DomainExtent {
    return this.#extent;
  }

  /** The server's count of domains, if it does not return all of them. */
  get total(): number | undefined {
    return this.#total;
  }

  /** Makes the next read start over. The loaded domains stay until it has ended. */
  restart(): void {
    this.#previous = new Map(this.domains.map((domain) => [fold(domain.name), domain]));
    this.#found = new Map();
    this.#extent = "some";
    this.#total = undefined;
    this.#start = this.#requests = this.#repeated = 0;
  }

  /**
   * Reads page by page to the end. Rejects with an AuditLogError; the next call continues from there.
   *
   * @param onPage called after each page
   */
  async read(signal: AbortSignal, onPage: () => void): Promise<void> {
    while (this.#extent === "some") {
      const extent = await this.#readPage(signal).catch(async (error: unknown) => {
        throw await this.#client.withText(error, signal);
      });
      // Only a complete reading shows which domains no longer exist.
      if (extent !== "some") this.#previous = new Map();
      this.#extent = extent;
      onPage();
    }
  }

  async #readPage(signal: AbortSignal): Promise<DomainExtent> {
    const query = new URLSearchParams({ [PARAMS.start]: String(this.#start), [PARAMS.limit]: String(MOST_PER_ANSWER) });
    let items: unknown[];
    try {
      items = listIn(await this.#get(DOMAIN_PATHS.list, query, signal));
    } catch (cause) {
      return this.#handleRefusal(cause, signal);
    }
    const known = this.#found.size;
    for (const item of items) this.#take(item);
    const first = readName(items[0]);
    // The response is the first page again, so the server does not page.
    const isRepeated = this.#start > 0 && this.#found.size === known && first === this.#first;
    if (this.#start === 0) this.#first = first;
    this.#start += items.length;
    this.#requests += 1;
    // The server's cap is unknown, so only an empty response is the end for certain.
    if (items.length === 0) return "all";
    this.#repeated = this.#found.size > known ? 0 : this.#repeated + 1;
    if (isRepeated || this.#repeated === MOST_REPEATED) return this.#compareWithTotal(signal);
    return this.#found.size < MOST_DOMAINS && this.#requests < MOST_REQUESTS ? "some" : "cut";
  }

  /** A user without permission to list domains gets their own one. A refused `start` may be past the end. */
  async #handleRefusal(cause: unknown, signal: AbortSignal): Promise<DomainExtent> {
    if (!isRefusal(cause)) throw cause;
    if (this.#start > 0) {
      const total = await this.#count(signal);
      if (total !== undefined && total <= this.#found.size) return "all";
      throw cause;
    }
    if (findErrorKind(cause) !== "forbidden") throw cause;
    const own = await this.#get(DOMAIN_PATHS.own, new URLSearchParams(), signal);
    for (const item of Array.isArray(own) ? (own as unknown[]) : [own]) this.#take(item);
    if (this.#found.size === 0) throw new AuditLogError("bad-data", "The response is not a domain.");
    return "own";
  }

  /** A server that repeats its list may have more domains than it returns. */
  async #compareWithTotal(signal: AbortSignal): Promise<DomainExtent> {
    const total = await this.#count(signal);
    if (total === undefined || total <= this.#found.size) return "all";
    this.#total = total;
    return "cut";
  }

  /** Returns the server's count; undefined if the server refuses to count, which does not make its list wrong. */
  async #count(signal: AbortSignal): Promise<number | undefined> {
    try {
      const body = await this.#get(DOMAIN_PATHS.count, new URLSearchParams(), signal);
      const total = Number(toText(readMember(body, DOMAIN_FIELDS.total)) || NaN);
      return total >= 0 ? total : undefined;
    } catch (cause) {
      if (!isRefusal(cause)) throw cause;
      return undefined;
    }
  }

  #take(item: unknown): void {
    const name = readName(item);
    if (name === "") return;
    const key = fold(name);
    const known = this.#found.get(key);
    if (known?.description) return;
    const description = trim(toText(readMember(item, DOMAIN_FIELDS.description)));
    if (!known || description !== "") this.#found.set(key, { name: known?.name ?? name, description });
  }

  async #get(path: string, query: URLSearchParams, signal: AbortSignal): Promise<unknown> {
    const body = await this.#client.get(path, query, { signal, onRequest: () => undefined });
    // The response may arrive at the moment of the abort. The next read requests the page again.
    if (signal.aborted) throw new AuditLogError("aborted", "Loading the domains was canceled.");
    return body;
  }
}

function listIn(body: unknown): unknown[] {
  if (!Array.isArray(body)) throw new AuditLogError("bad-data", "The response is not a list of domains.");
  return body as unknown[];
}

function readName(item: unknown): string {
  return trim(toText(item) || toText(readMember(item, DOMAIN_FIELDS.name)));
}

/** Real servers send numbers as text and text as numbers. */
function toText(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

function readMember(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null && Object.hasOwn(of, name)
    ? (of as Record<string, unknown>)[name]
    : undefined;
}
