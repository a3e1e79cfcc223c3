import { errorAnswer, jsonAnswer, textAnswer } from "./answers.js";
import { utcText } from "./date-time.js";
import { type Directory, createDirectory } from "./directory.js";
import { FailurePlan, NO_NETWORK, failedAnswer } from "./failures.js";
import { everydayRecords } from "./everyday.js";
import { type Habits, defaultHabits } from "./habits.js";
import { readSlice } from "./list-query.js";
import { type LogQuery, lowerBound, readLogQuery, selectRecords } from "./log-query.js";
import { HOSTS } from "./names.js";
import { OnDemandRecords } from "./on-demand.js";
import { Random } from "./random.js";
import { scenarioRecords } from "./scenario-records.js";
import { type Session, findSession } from "./sessions.js";
import { hang, sleep } from "./sleep.js";
import type { MockDomain, MockRequest, MockResponse, NewRecord, SeenRequest, TruthRecord } from "./types.js";
import { writeRecordText } from "./write-record.js";
import { DAY } from "./zone.js";

export interface MockServerOptions {
  /** Equal seeds give equal data all day: later on the same day there is more, and nothing is another. */
  seed?: number;
  /** Milliseconds since 1970-01-01T00:00Z. The data ends at its value when the server is made; days are those of New York. */
  now?: () => number;
  days?: number;
  /** Records in all, the scenarios' included. */
  events?: number;
  /** At least the provider's and those of the scenarios are there. */
  domains?: number;
  users?: number;
  /** At least three. */
  territories?: number;
  /** How many records have an unreadable timestamp, or none. */
  defects?: number;
  /** `false`: everyday records only. */
  scenarios?: boolean;
  /** Everyday records only, made when they are asked for and forgotten again: for more than a page should hold. */
  onDemand?: boolean;
  /** Exactly these records instead of generated ones, in any order; ties keep it, the last one being the newest. */
  records?: readonly NewRecord[];
  habits?: Partial<Habits>;
  /** Waits; rejects with the signal's reason when that gives up. Tests put their own here. */
  sleep?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

export interface MockServer {
  /**
   * Rejects with a TypeError where a network fails, and with the signal's reason where the caller gives up.
   */
  handle(request: MockRequest): Promise<MockResponse>;
  readonly seed: number;
  /** Change them at will. */
  readonly habits: Habits;
  /** Everything that the server holds, newest first. */
  readonly truth: readonly TruthRecord[];
  readonly domains: readonly MockDomain[];
  readonly territories: readonly string[];
  readonly requests: readonly SeenRequest[];
  /** How many records are in memory now. */
  readonly held: number;
  resetRequests(): void;
  /** Records that arrive late, or while somebody is reading. */
  add(...records: NewRecord[]): void;
}

/** Answers until a falling cap falls. */
const FALLS_AFTER = 4;

/**
 * The everyday data made last. The servers of one page often have the same, and sixty thousand records take a second to make.
 * Nobody changes a record.
 */
let made: { readonly key: string; readonly records: readonly TruthRecord[] } | undefined;

type Seen = { -readonly [Key in keyof SeenRequest]: SeenRequest[Key] };

export function createMockServer(options: MockServerOptions = {}): MockServer {
  return new Engine(options);
}

class Engine implements MockServer {
  readonly seed: number;
  readonly habits: Habits;
  readonly #now: () => number;
  readonly #sleep: NonNullable<MockServerOptions["sleep"]>;
  readonly #directory: Directory;
  readonly #failures = new FailurePlan();
  /** Ascending by time. */
  readonly #records: TruthRecord[] | OnDemandRecords;
  #truth: TruthRecord[] | undefined;
  #requests: Seen[] = [];
  #answers = 0;

  constructor(options: MockServerOptions) {
    const { domains = 40, users = 600, territories = 3 } = options;
    this.seed = options.seed ?? 1;
    this.habits = { ...defaultHabits(), ...options.habits };
    this.#now = options.now ?? (() => new Date().getTime());
    this.#sleep = options.sleep ?? sleep;
    const random = new Random(this.seed);
    this.#directory = createDirectory(random, { domains, users, territories });
    if (options.onDemand) {
      const { days = 400, events: count = 60_000 } = options;
      this.#records = new OnDemandRecords(this.#directory, { seed: this.seed, now: this.#now(), days, count });
      return;
    }
    this.#records = options.records
      ? options.records.map((record) => this.#complete(record))
      : this.#generate(random, options);
    this.#records.sort((one, other) => one.time - other.time);
  }

  #generate(random: Random, options: MockServerOptions): TruthRecord[] {
    const { days = 400, events = 60_000, defects = 3, scenarios = true, domains, users, territories } = options;
    const now = this.#now();
    const key = [this.seed, now, days, events, defects, scenarios, domains, users, territories].join();
    if (made?.key !== key) {
      const told = scenarios ? scenarioRecords(now, this.#directory).filter(({ time }) => time <= now) : [];
      const count = Math.max(0, events - told.length);
      const records = [...everydayRecords(random, this.#directory, { now, days, count, defects }), ...told];
      made = { key, records: records.sort((one, other) => one.time - other.time) };
    }
    return [...made.records];
  }

  #complete(record: NewRecord): TruthRecord {
    const name = String(record.record["target-domain"] ?? "").toLowerCase();
    const domain = this.#directory.domains.find((one) => one.domain.toLowerCase() === name);
    const dated = record.ownTimestamp || "timestamp-datetime" in record.record;
    return {
      territory: (domain ?? this.#directory.provider).territory,
      log: "audit",
      ...record,
      record: dated ? record.record : { ...record.record, "timestamp-datetime": utcText(record.time) },
    };
  }

  get truth(): readonly TruthRecord[] {
    const records = this.#records;
    if (!(records instanceof OnDemandRecords)) return (this.#truth ??= records.toReversed());
    return Array.from({ length: records.length }, (_, index) => records.at(records.length - 1 - index) as TruthRecord);
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

  get held(): number {
    return this.#records instanceof OnDemandRecords ? this.#records.held : this.#records.length;
  }

  resetRequests(): void {
    this.#requests = [];
  }

  add(...records: NewRecord[]): void {
    const kept = this.#records;
    if (kept instanceof OnDemandRecords) throw new TypeError("Records that are made on demand cannot be added to.");
    for (const record of records) {
      kept.splice(lowerBound(kept, record.time + 1), 0, this.#complete(record));
    }
    this.#truth = undefined;
  }

  async handle(request: MockRequest): Promise<MockResponse> {
    const { path, signal } = request;
    signal?.throwIfAborted();
    const query = new URLSearchParams(request.query);
    const seen: Seen = { path, query, status: 200, records: 0, aborted: false };
    this.#requests.push(seen);
    const failure = this.#failures.next(
      this.habits.failures,
      this.#requests.map((one) => one.path),
    );
    let answered = false;
    signal?.addEventListener("abort", () => (seen.aborted = !answered), { once: true });
    const answer = this.#answer(request, seen);
    const wait = this.#delay(path, query);
    if (failure?.kind === "hang") {
      seen.status = "hang";
      return hang(signal);
    }
    const failed = failure && failure.kind !== "network" ? failedAnswer(failure, answer) : undefined;
    seen.status = failure?.kind === "network" ? "network" : (failed ?? answer).status;
    if (failure) seen.records = 0;
    if (wait > 0) await this.#sleep(wait, signal);
    signal?.throwIfAborted();
    answered = true;
    if (failure?.kind === "network") throw new TypeError(NO_NETWORK);
    return failed ?? answer;
  }

  #delay(path: string, query: URLSearchParams): number {
    const { delayMs, delayPerDayMs } = this.habits;
    if (delayPerDayMs === 0 || !isLog(path)) return delayMs;
    const asked = readLogQuery(query, this.habits);
    if (typeof asked === "string") return delayMs;
    const from = Math.max(asked.from, this.#records.at(0)?.time ?? this.#now());
    const until = Math.min(asked.until, this.#now());
    return delayMs + (Math.max(0, until - from) / DAY) * delayPerDayMs;
  }

  #answer({ method = "GET", path, query, headers }: MockRequest, seen: Seen): MockResponse {
    const noRoute = errorAnswer(404, `No Route Found [92] for ${method} ${path}`);
    const known = ["/auditlog", "/accesslog", "/domains", "/domains/count", "/domains/~", "/jwt", "/version"];
    if (!known.includes(path)) return noRoute;
    if (method !== "GET") return errorAnswer(405, `Method ${method} is not allowed for ${path}`);
    if (path === "/version") return this.#version();
    const session = findSession(headers?.["authorization"], this.#directory, this.habits);
    if (typeof session === "string") return errorAnswer(401, session);
    if (path === "/jwt") return this.#jwt(session);
    if (path === "/domains/~") return this.#ownDomain(session);
    if (isLog(path)) {
      const { apiVersion, accessLog } = this.habits;
      if (Number.parseInt(apiVersion.replace(/^\D+/, ""), 10) < 45) return noRoute;
      if (path === "/accesslog" && accessLog === "absent") return noRoute;
      if (session.low || (path === "/accesslog" && accessLog === "refused")) return errorAnswer(403);
      return this.#log(path, query, session, seen);
    }
    if (session.low) return errorAnswer(403);
    const mine = this.domains.filter(({ territory }) => sees(session, territory));
    if (path === "/domains/count") return jsonAnswer({ total: mine.length });
    const slice = readSlice(query, this.habits);
    if (typeof slice === "string") return errorAnswer(400, slice);
    const page = mine.slice(slice.start, slice.start + slice.limit);
    seen.records = page.length;
    return jsonAnswer(page.map((domain) => this.#wireDomain(domain)));
  }

  #log(path: string, query: URLSearchParams, session: Session, seen: Seen): MockResponse {
    const asked: LogQuery | string = readLogQuery(query, { ...this.habits, limit: this.#limitNow() });
    if (typeof asked === "string") return errorAnswer(400, asked);
    const logs =
      path === "/auditlog" ? ["audit", "both"] : this.habits.accessLog === "adds" ? ["access", "both"] : ["both"];
    const visible = ({ log, territory }: TruthRecord) => logs.includes(log) && sees(session, territory);
    this.#answers += 1;
    const found = selectRecords(this.#records, asked, visible, this.habits, this.seed + this.#answers);
    seen.records = found.length;
    return textAnswer(`[${found.map((entry) => writeRecordText(entry, this.habits, asked.zone)).join()}]`);
  }

  #limitNow(): Habits["limit"] {
    const { limit } = this.habits;
    if (typeof limit !== "object" || !("caps" in limit)) return limit;
    const { caps, turn } = limit;
    const at = {
      each: this.#answers % caps.length,
      random: new Random(this.seed * 7919 + this.#answers).int(0, caps.length - 1),
      falling: Math.min(Math.floor(this.#answers / FALLS_AFTER), caps.length - 1),
    }[turn];
    return { cap: caps[at]! };
  }

  #version(): MockResponse {
    const time = utcText(this.#now());
    return jsonAnswer({ apiversion: this.habits.apiVersion, hostname: HOSTS[0], "current-time": time });
  }

  #jwt(session: Session): MockResponse {
    const issued = Math.floor(this.#now() / 1000) - 60;
    const { user, domain, scope, displayName, territory } = session;
    return jsonAnswer({
      ...{
        aud: "ns",
        iss: HOSTS[0],
        sub: `${user}@${domain}`,
        jti: `mock-${this.seed}`,
        iat: issued,
        exp: issued + 86_400,
      },
      ...{ time_out: 86_400_000, domain, territory: territory ?? this.#directory.provider.territory, user },
      ...{ user_email: `${user}@${domain}`, user_scope: scope, displayName, apiversion: this.habits.apiVersion },
    });
  }

  #ownDomain(session: Session): MockResponse {
    const own = this.domains.find(({ domain }) => domain === session.domain) ?? this.#directory.provider;
    return jsonAnswer(this.#wireDomain(own));
  }

  #wireDomain({ domain, territory, description, zone }: MockDomain): Record<string, unknown> {
    const number = (value: number) => (this.habits.numbersAsText ? String(value) : value);
    return {
      ...{ domain, reseller: territory, description, "domain-type": "Standard", "time-zone": zone },
      ...{ "dial-plan": domain, "dial-policy": "US and Canada", "language-token": "en_US", "area-code": number(404) },
      ...{ "limits-max-active-calls-total": number(15), "is-domain-locked": "no", "single-sign-on-enabled": "no" },
    };
  }
}

function isLog(path: string): boolean {
  return path === "/auditlog" || path === "/accesslog";
}

function sees({ territory }: Session, other: string): boolean {
  return territory === undefined || territory === other;
}
