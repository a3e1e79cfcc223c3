import { type Directory, createDirectory } from "../records/directory.js";
import { FailurePlan, NETWORK_ERROR, createFailedResponse } from "./failures.js";
import { createOwnDomainResponse, createTokenResponse, createVersionResponse, writeDomain } from "./info-responses.js";
import { readListRange } from "./list-query.js";
import { readLogQuery, selectRecords } from "./log-query.js";
import { Random } from "../records/random.js";
import { RecordStore } from "./record-store.js";
import { createErrorResponse, createJsonResponse, createTextResponse } from "./responses.js";
import { type ServerBehavior, createDefaultBehavior } from "./server-behavior.js";
import { type Session, readSession } from "./sessions.js";
import { sleep, waitForAbort } from "./sleep.js";
import { DAY } from "../time-zone.js";
import type { MockDomain, MockRequest, MockResponse, MockServer, MockServerOptions } from "../types.js";
import type { NewRecord, SeenRequest, StoredRecord } from "../types.js";
import { writeRecordText } from "./write-record.js";

const PATHS = ["/auditlog", "/accesslog", "/domains", "/domains/count", "/domains/~", "/jwt", "/version"];

/** How many responses have the same maximum, if the maximum falls. */
const RESPONSES_PER_CAP = 4;

type Seen = { -readonly [Key in keyof SeenRequest]: SeenRequest[Key] };

export function createMockServer(options: MockServerOptions = {}): MockServer {
  return new Server(options);
}

class Server implements MockServer {
  readonly seed: number;
  readonly behavior: ServerBehavior;
  readonly #now: () => number;
  readonly #sleep: NonNullable<MockServerOptions["sleep"]>;
  readonly #directory: Directory;
  readonly #failures = new FailurePlan();
  readonly #store: RecordStore;
  #requests: Seen[] = [];
  /** How many responses of a log the server has sent. */
  #logResponses = 0;

  constructor(options: MockServerOptions) {
    const { domains = 40, users = 600, territories = 3 } = options;
    this.seed = options.seed ?? 1;
    this.behavior = { ...createDefaultBehavior(), ...options.behavior };
    this.#now = options.now ?? (() => new Date().getTime());
    this.#sleep = options.sleep ?? sleep;
    const random = new Random(this.seed);
    this.#directory = createDirectory(random, { domains, users, territories });
    this.#store = new RecordStore(this.#directory, { seed: this.seed, now: this.#now(), random }, options);
  }

  get stored(): readonly StoredRecord[] {
    return this.#store.newestFirst;
  }

  get domains(): readonly MockDomain[] {
    return this.#directory.domains;
  }

  get territories(): readonly string[] {
    return this.#directory.territories;
  }

  get requests(): readonly SeenRequest[] {
    return this.#requests;
  }

  get recordsInMemory(): number {
    return this.#store.recordsInMemory;
  }

  resetRequests(): void {
    this.#requests = [];
  }

  add(...records: NewRecord[]): void {
    this.#store.add(records);
  }

  async handle(request: MockRequest): Promise<MockResponse> {
    const { path, signal } = request;
    signal?.throwIfAborted();
    const query = new URLSearchParams(request.query);
    const seen: Seen = { path, query, status: 200, records: 0, aborted: false };
    this.#requests.push(seen);
    const failure = this.#failures.next(
      this.behavior.failures,
      this.#requests.map((one) => one.path),
    );
    let isDone = false;
    signal?.addEventListener("abort", () => (seen.aborted = !isDone), { once: true });
    const response = this.#respond(request, seen);
    const delay = this.#getDelay(path, query);
    if (failure?.kind === "hang") {
      seen.status = "hang";
      return waitForAbort(signal);
    }
    const failed = failure && failure.kind !== "network" ? createFailedResponse(failure, response) : undefined;
    seen.status = failure?.kind === "network" ? "network" : (failed ?? response).status;
    if (failure) seen.records = 0;
    if (delay > 0) await this.#sleep(delay, signal);
    signal?.throwIfAborted();
    isDone = true;
    if (failure?.kind === "network") throw new TypeError(NETWORK_ERROR);
    return failed ?? response;
  }

  #getDelay(path: string, query: URLSearchParams): number {
    const { delayMs, delayPerDayMs } = this.behavior;
    if (delayPerDayMs === 0 || !isLog(path)) return delayMs;
    const requested = readLogQuery(query, this.behavior);
    if (typeof requested === "string") return delayMs;
    const from = Math.max(requested.from, this.#store.oldestFirst.at(0)?.time ?? this.#now());
    const until = Math.min(requested.until, this.#now());
    return delayMs + (Math.max(0, until - from) / DAY) * delayPerDayMs;
  }

  #respond({ method = "GET", path, query, headers }: MockRequest, seen: Seen): MockResponse {
    const noRoute = createErrorResponse(404, `No Route Found [92] for ${method} ${path}`);
    if (!PATHS.includes(path)) return noRoute;
    if (method !== "GET") return createErrorResponse(405, `Method ${method} is not allowed for ${path}`);
    if (path === "/version") return createVersionResponse(this.#now(), this.behavior);
    const session = readSession(headers?.["authorization"], this.#directory, this.behavior);
    if (typeof session === "string") return createErrorResponse(401, session);
    if (path === "/jwt") {
      const { seed, behavior } = this;
      return createTokenResponse(session, { now: this.#now(), seed, directory: this.#directory, behavior });
    }
    if (path === "/domains/~") return createOwnDomainResponse(session, this.#directory, this.behavior);
    if (isLog(path)) {
      const { apiVersion, accessLog } = this.behavior;
      if (Number.parseInt(apiVersion.replace(/^\D+/, ""), 10) < 45) return noRoute;
      if (path === "/accesslog" && accessLog === "absent") return noRoute;
      if (session.isBelowReseller || (path === "/accesslog" && accessLog === "refused"))
        return createErrorResponse(403);
      return this.#respondWithLog(path, query, session, seen);
    }
    if (session.isBelowReseller) return createErrorResponse(403);
    return this.#respondWithDomains(path, query, session, seen);
  }

  #respondWithDomains(path: string, query: URLSearchParams, session: Session, seen: Seen): MockResponse {
    const visible = this.domains.filter(({ territory }) => canSee(session, territory));
    if (path === "/domains/count") return createJsonResponse({ total: visible.length });
    const range = readListRange(query, this.behavior);
    if (typeof range === "string") return createErrorResponse(400, range);
    const page = visible.slice(range.start, range.start + range.limit);
    seen.records = page.length;
    return createJsonResponse(page.map((domain) => writeDomain(domain, this.behavior)));
  }

  #respondWithLog(path: string, query: URLSearchParams, session: Session, seen: Seen): MockResponse {
    const requested = readLogQuery(query, { ...this.behavior, limit: this.#getCurrentLimit() });
    if (typeof requested === "string") return createErrorResponse(400, requested);
    const logs =
      path === "/auditlog" ? ["audit", "both"] : this.behavior.accessLog === "adds" ? ["access", "both"] : ["both"];
    const isVisible = ({ log, territory }: StoredRecord) => logs.includes(log) && canSee(session, territory);
    this.#logResponses += 1;
    const tieSeed = this.seed + this.#logResponses;
    const found = selectRecords(this.#store.oldestFirst, requested, isVisible, this.behavior, tieSeed);
    seen.records = found.length;
    return createTextResponse(
      `[${found.map((entry) => writeRecordText(entry, this.behavior, requested.zone)).join()}]`,
    );
  }

  #getCurrentLimit(): ServerBehavior["limit"] {
    const { limit } = this.behavior;
    if (typeof limit !== "object" || !("caps" in limit)) return limit;
    const { caps, turn } = limit;
    const index = {
      each: this.#logResponses % caps.length,
      random: new Random(this.seed * 7919 + this.#logResponses).int(0, caps.length - 1),
      falling: Math.min(Math.floor(this.#logResponses / RESPONSES_PER_CAP), caps.length - 1),
    }[turn];
    return { cap: caps[index]! };
  }
}

function isLog(path: string): boolean {
  return path === "/auditlog" || path === "/accesslog";
}

function canSee({ territory }: Session, other: string): boolean {
  return territory === undefined || territory === other;
}
