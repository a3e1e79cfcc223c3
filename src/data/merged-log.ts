import type { Coverage, Span } from "../domain/coverage.js";
import type { AuditLogError } from "../domain/errors.js";
import type { Placed } from "./answer.js";
import type { RequestScope } from "./asker.js";
import { toAuditLogError } from "./error-mapping.js";
import type { Leg } from "./leg.js";
import { Merger } from "./merge.js";
import type { SignInLog } from "./sign-in-log.js";

export interface MergedLogSetup {
  readonly auditLog: Leg;
  /** The access log, where it may add sign-ins. */
  readonly accessLog: Leg | undefined;
  /** What is known of it; undefined where the search cannot show sign-ins. */
  readonly signInLog: SignInLog | undefined;
}

/**
 * The audit log and the access log, read in step and merged. Without the access log there is still something to show: where
 * it fails the audit log goes on alone, and what is missing can be read later.
 */
export class MergedLog {
  readonly #setup: MergedLogSetup;
  readonly #legs: readonly Leg[];
  readonly #merger = new Merger();
  /** Where the legs began. */
  readonly #start: number;
  /** Why the access log is left behind. */
  #lag: AuditLogError | undefined;
  /** The audit log has worked since: it is not the whole server that fails. */
  #isLagSure = false;

  constructor(setup: MergedLogSetup) {
    const { auditLog, accessLog } = setup;
    this.#setup = setup;
    this.#legs = accessLog ? [auditLog, accessLog] : [auditLog];
    this.#start = this.frontier;
  }

  /** Everything from here on has been read, in every leg that goes on. */
  get frontier(): number {
    return Math.max(...this.#going.map((leg) => leg.edge));
  }

  get isDone(): boolean {
    return this.#going.every((leg) => leg.isDone);
  }

  get hasRead(): boolean {
    return this.frontier < this.#start;
  }

  /** Where the reading stands: the same text as before says that nothing has moved. */
  get stand(): string {
    return [...this.#legs.map(({ edge }) => edge), this.isLagging].join();
  }

  /** The access log is left behind, and can be read later. */
  get isLagging(): boolean {
    return this.#lag !== undefined;
  }

  /** Items read of both logs, copies included. */
  get records(): number {
    return this.#legs.reduce((sum, leg) => sum + leg.records, 0);
  }

  get outside(): number {
    return this.#legs.reduce((sum, leg) => sum + leg.outside, 0);
  }

  get cut(): Coverage["cut"] {
    return this.#legs.flatMap((leg) => leg.cut);
  }

  get accessLog(): Coverage["accessLog"] {
    return this.#setup.signInLog?.status ?? "not-asked";
  }

  get sent(): readonly string[] {
    return [...this.#setup.auditLog.sent];
  }

  get narrowed(): Coverage["narrowed"] {
    const parts = this.#legs.flatMap(({ narrowed }) => narrowed ?? []);
    if (parts.length === 0) return undefined;
    const all = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())];
    return {
      until: Math.max(...parts.map(({ until }) => until)),
      actions: all(parts.map(({ actions }) => actions)),
      objects: all(parts.map(({ objects }) => objects)),
    };
  }

  /** What of `asked` has been read of the audit log alone, though the access log may have more. */
  missing(asked: Span): Coverage["missing"] {
    const { accessLog } = this.#setup;
    if (!this.#lag || !accessLog) return [];
    const span = { from: Math.max(this.frontier, asked.from), until: Math.min(accessLog.edge, asked.until) };
    return span.until > span.from ? [{ kind: this.#lag.kind, span }] : [];
  }

  /**
   * Reads one window of every leg that holds the others up.
   *
   * @param alone where the access log fails, the audit log goes on without it
   * @param take is given what has been read of every leg then, newest first; also when one fails
   */
  async readOn(scope: RequestScope, alone: boolean, take: (items: readonly Placed[]) => void): Promise<void> {
    const { auditLog, accessLog } = this.#setup;
    const { frontier } = this;
    const behind = this.#going.filter((leg) => !leg.isDone && leg.edge === frontier);
    const failures = new Map<Leg, unknown>();
    const reads = behind.map((leg) =>
      this.#readWindow(leg, scope).catch((error: unknown) => {
        failures.set(leg, error);
      }),
    );
    await Promise.all(reads);
    if (alone && accessLog && failures.has(accessLog) && !failures.has(auditLog) && !scope.signal.aborted) {
      this.#lag = toAuditLogError(failures.get(accessLog));
      failures.clear();
    }
    if (!failures.has(auditLog)) this.#isLagSure = this.#lag !== undefined && behind.indexOf(auditLog) !== -1;
    else if (!this.#isLagSure) this.#lag = undefined;
    take(this.#release());
    for (const error of failures.values()) throw error;
  }

  /**
   * Reads one window of what is missing of the access log.
   *
   * @returns what it adds, newest first
   */
  async catchUp(scope: RequestScope): Promise<readonly Placed[]> {
    const { accessLog } = this.#setup;
    if (!accessLog || !this.#lag) return [];
    if (accessLog.edge > this.frontier) await this.#readWindow(accessLog, scope);
    const items = this.#merger.mergeLeg(1, accessLog.take(this.frontier));
    if (accessLog.edge <= this.frontier) this.#lag = undefined;
    this.#forget();
    return items;
  }

  /** What is newer than `place` has been read by another reader. */
  skipTo(place: number): void {
    const { accessLog } = this.#setup;
    if (!this.#lag || !accessLog) return;
    accessLog.skipTo(place);
    if (accessLog.edge <= this.frontier) this.#lag = undefined;
  }

  /** The legs that the reading waits for. */
  get #going(): readonly Leg[] {
    return this.#lag ? [this.#setup.auditLog] : this.#legs;
  }

  async #readWindow(leg: Leg, scope: RequestScope): Promise<void> {
    const { accessLog, signInLog } = this.#setup;
    try {
      await leg.readWindow(scope);
    } catch (error) {
      if (leg !== accessLog || !signInLog?.isRefusal(error)) throw error;
      leg.close();
    }
  }

  /** What lies before the frontier: only there has every leg been read. */
  #release(): Placed[] {
    const { accessLog, signInLog } = this.#setup;
    const frontier = this.isDone ? -Infinity : this.frontier;
    const batches = this.#legs.map((leg) => leg.take(frontier));
    if (!accessLog || !signInLog) return batches[0]!;
    this.#merger.isComparing = this.narrowed === undefined;
    const items = this.#merger.merge(batches);
    this.#forget();
    const isUseless = signInLog.judge(this.#merger.given[1] ?? 0, this.#merger.added[1] ?? 0);
    if (!isUseless || accessLog.isDone) return items;
    accessLog.close();
    // What it held up is free now.
    return [...items, ...this.#release()];
  }

  /** A leg that lags behind may still bring again what another one has brought. */
  #forget(): void {
    this.#merger.forget(Math.max(...this.#legs.map((leg) => leg.edge)));
  }
}
