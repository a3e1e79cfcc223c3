import type { Coverage, Span } from "../../core/coverage.js";
import { AuditLogError } from "../../core/errors.js";
import type { Placed } from "../records/answer.js";
import type { RequestScope } from "../transport/request-scope.js";
import { toAuditLogError } from "../transport/error-mapping.js";
import type { CursorStep } from "./cursor-step.js";
import type { LogCursor } from "./log-cursor.js";
import { Merger } from "../records/merge.js";
import type { SignInLog } from "../server/sign-in-log.js";

export interface MergedLogSetup {
  readonly auditLog: LogCursor;
  /** The access log, where it may add sign-ins. */
  readonly accessLog: LogCursor | undefined;
  /** What is known of it; undefined where the search cannot show sign-ins. */
  readonly signInLog: SignInLog | undefined;
}

/** What one leg is reading. */
interface Step {
  /** How many windows of the leg had been answered before. */
  readonly turns: number;
  readonly scope: RequestScope;
  isOver: boolean;
  failure: unknown;
  ended: Promise<void>;
  /** Resolves when it has brought or failed something; else never. */
  moved: Promise<void>;
}

/**
 * The audit log and the access log, read in step and merged. Without the access log there is still something to show: where
 * it fails the audit log goes on alone, and what is missing can be read later.
 */
export class MergedLog {
  readonly #setup: MergedLogSetup;
  readonly #legs: readonly LogCursor[];
  readonly #merger = new Merger();
  readonly #steps = new Map<LogCursor, Step>();
  /** Steps that brought or failed something. */
  #moves = 0;
  /** Where the legs began. */
  readonly #start: number;
  /** Why the access log is left behind. */
  #lag: AuditLogError | undefined;
  /** The audit log has worked since, or just then: it is not the whole server that fails. */
  #hasWorked = false;

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

  /** Everything has been read and handed out. */
  get isDone(): boolean {
    return this.#isRead && this.#legs.every((leg) => leg.waiting.length === 0);
  }

  get #isRead(): boolean {
    return this.#going.every((leg) => leg.isDone);
  }

  get hasRead(): boolean {
    return this.frontier < this.#start;
  }

  /** Where the reading stands: the same text as before says that nothing has moved. */
  get stand(): string {
    return [...this.#legs.map(({ edge, waiting }) => `${edge} ${waiting.length}`), this.#moves, this.isLagging].join();
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

  /** Answers contradicted each other. */
  get isDoubtful(): boolean {
    return this.#legs.some((leg) => leg.isDoubtful);
  }

  get cut(): Coverage["cut"] {
    return this.#legs.flatMap((leg) => leg.cut);
  }

  get accessLog(): Coverage["accessLog"] {
    const { signInLog, accessLog } = this.#setup;
    const [given = 0, added = 0] = [this.#merger.given[1], this.#merger.added[1]];
    return signInLog?.status(given, added, accessLog?.isDone ?? false) ?? "not-asked";
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
   * Reads on in every leg, until one that holds the others up has another answer.
   *
   * @param alone where the access log fails, the audit log goes on without it
   * @param take is given what has been read of every leg then, newest first; also when one fails
   */
  async readOn(
    scope: RequestScope,
    turn: CursorStep,
    alone: boolean,
    take: (items: readonly Placed[]) => void,
  ): Promise<void> {
    const { frontier } = this;
    if (!this.#lag) this.#hasWorked = false;
    const going = this.#going.filter((leg) => !leg.isDone);
    const failures = this.#ended();
    // Where one log has all that is wanted, the other one is read as far as that, if more takes long.
    const ends = going.flatMap((leg) => turn.endOf(leg.waiting) ?? []);
    for (const leg of going) {
      // One that is under way goes on; one of a reading that was given up ends by itself.
      const isAhead = leg.edge < frontier && turn.endOf(leg.waiting) !== undefined;
      if (failures.size > 0 || isAhead) continue;
      const step = this.#steps.get(leg);
      const back = leg.isSlow ? Math.max(turn.back, ...ends) : turn.back;
      const part = { ...turn, back, places: this.#placesOf(leg, going, turn.places) };
      if (!step || step.scope.signal.aborted) this.#begin(leg, scope, part);
      // Not into the step of another call: what is given up with this one would be told as a failure of that one.
      else if (step.scope.signal === scope.signal) leg.sendMore(scope, part);
    }
    // Where all of it has been read meanwhile, it is only to be taken.
    const isBehind = (leg: LogCursor) => leg.edge === frontier;
    const steps = going.flatMap((leg) => {
      const step = this.#steps.get(leg);
      return step ? [isBehind(leg) ? step.ended : step.moved] : [];
    });
    if (failures.size === 0 && going.some(isBehind)) await untilOne(steps, scope.signal);
    if (scope.signal.aborted) throw new AuditLogError("aborted", "The search was canceled.");
    for (const [leg, failure] of this.#ended()) failures.set(leg, failure);
    this.#noteFailures(failures, alone);
    take(this.#release());
    for (const error of failures.values()) {
      // What fails after this is not told to whoever tries again: it is read again then.
      this.#steps.clear();
      throw error;
    }
  }

  /** The log that holds the other one up is given more. */
  #placesOf(leg: LogCursor, going: readonly LogCursor[], places: number): number {
    const other = going.find((one) => one !== leg);
    if (!other) return places;
    const isBehind = leg.edge > other.edge || (leg.edge === other.edge && leg === this.#setup.auditLog);
    return Math.max(1, Math.min(isBehind ? places - 1 : 1, places - other.underWay));
  }

  /** Without the access log the audit log goes on, where it may, and where it is not the whole server that fails. */
  #noteFailures(failures: Map<LogCursor, unknown>, alone: boolean): void {
    const { auditLog, accessLog } = this.#setup;
    if (failures.has(auditLog)) {
      if (!this.#hasWorked) this.#lag = undefined;
    } else if (alone && accessLog && failures.has(accessLog)) {
      this.#lag = toAuditLogError(failures.get(accessLog));
      failures.clear();
      accessLog.stop();
      this.#steps.delete(accessLog);
    }
  }

  /**
   * Reads on in what is missing of the access log.
   *
   * @returns what it adds, newest first
   */
  async catchUp(scope: RequestScope, places: number): Promise<readonly Placed[]> {
    const { accessLog } = this.#setup;
    if (!accessLog || !this.#lag) return [];
    const turn = { places, wanted: Infinity, back: this.frontier, endOf: () => undefined };
    if (accessLog.edge > this.frontier) {
      const { turns } = accessLog;
      await this.#readLeg(accessLog, scope, turn);
      if (accessLog.turns > turns) this.#moves += 1;
    }
    const items = this.#merger.mergeLeg(1, accessLog.take(this.frontier));
    if (accessLog.edge <= this.frontier) this.#lag = undefined;
    this.#forget();
    return items;
  }

  /** A log that was read further back than the frontier reads that again: more may have come there meanwhile. */
  rewind(): void {
    const { frontier } = this;
    for (const leg of this.#going) leg.rewind(frontier);
    this.#steps.clear();
  }

  /** What is newer than `place` has been read by another reader. */
  skipTo(place: number): void {
    const { accessLog } = this.#setup;
    if (!this.#lag || !accessLog) return;
    accessLog.skipTo(place);
    if (accessLog.edge <= this.frontier) this.#lag = undefined;
  }

  /** Gives up what is under way. What was read is kept. */
  stop(): void {
    this.#steps.clear();
    for (const leg of this.#legs) leg.stop();
  }

  /** The legs that the reading waits for. */
  get #going(): readonly LogCursor[] {
    return this.#lag ? [this.#setup.auditLog] : this.#legs;
  }

  /** Lets go of the steps that are over. @returns why some of them failed, those apart that were given up */
  #ended(): Map<LogCursor, unknown> {
    const failures = new Map<LogCursor, unknown>();
    for (const [leg, step] of this.#steps) {
      const { isOver, failure, scope } = step;
      if (!isOver) continue;
      this.#steps.delete(leg);
      if (hasMoved(leg, step)) this.#moves += 1;
      if (leg === this.#setup.auditLog && failure === undefined) this.#hasWorked = true;
      if (failure !== undefined && !scope.signal.aborted) failures.set(leg, failure);
    }
    return failures;
  }

  #begin(leg: LogCursor, scope: RequestScope, turn: CursorStep): void {
    const ended = Promise.resolve();
    const step: Step = { scope, turns: leg.turns, isOver: false, failure: undefined, ended, moved: ended };
    const end = (failure?: unknown) => {
      step.isOver = true;
      step.failure = failure;
    };
    step.ended = this.#readLeg(leg, scope, turn).then(() => end(), end);
    step.moved = step.ended.then(() => (hasMoved(leg, step) ? undefined : NEVER));
    this.#steps.set(leg, step);
  }

  async #readLeg(leg: LogCursor, scope: RequestScope, turn: CursorStep): Promise<void> {
    const { accessLog, signInLog } = this.#setup;
    try {
      await leg.readOn(scope, turn);
    } catch (error) {
      if (leg !== accessLog || !signInLog?.isRefusal(error)) throw error;
      leg.close();
    }
  }

  /** What lies before the frontier: only there has every leg been read. */
  #release(): Placed[] {
    const { accessLog, signInLog } = this.#setup;
    const frontier = this.#isRead ? -Infinity : this.frontier;
    const batches = this.#legs.map((leg) => leg.take(frontier));
    if (!accessLog || !signInLog) return batches[0]!;
    this.#merger.isComparing = this.narrowed === undefined;
    const items = this.#merger.merge(batches);
    this.#forget();
    if ((this.#merger.added[1] ?? 0) > 0) signInLog.noteAdded();
    return items;
  }

  /** A leg that lags behind may still bring again what another one has brought. */
  #forget(): void {
    this.#merger.forget(Math.max(...this.#legs.map((leg) => leg.edge)));
  }
}

const NEVER = new Promise<void>(() => undefined);

function hasMoved(leg: LogCursor, { turns, failure }: Step): boolean {
  return leg.turns > turns || failure !== undefined;
}

/** Waits for the first of them, or until it is given up. */
async function untilOne(steps: readonly Promise<void>[], signal: AbortSignal): Promise<void> {
  let stop = (): void => undefined;
  const given = new Promise<void>((resolve) => (stop = resolve));
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  await Promise.race([...steps, given]);
  signal.removeEventListener("abort", stop);
}
