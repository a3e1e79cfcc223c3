import type { LogReader } from "../api/reading/log-reader.js";
import type { AuditEvent } from "../core/audit-event.js";
import type { Clock } from "../core/clock.js";
import type { Breakdown, BreakdownRequest, Counted, TimelineCounts } from "../core/event-counts.js";
import type { Finding, FindingRequest } from "../core/findings.js";
import type { DistinctCounts } from "../core/statistics.js";
import { Store } from "../core/store.js";
import type { CompiledTaxonomy } from "../core/taxonomy/taxonomy.js";
import type { AnalysisClient, AnalysisWorker } from "../worker/client/analysis-client.js";
import { AnalysisFeed, type AddCounted } from "./analysis-feed.js";

/** How long rows wait for their statistics, so that both appear in one frame; in milliseconds. */
export const STATISTICS_WAIT_MS = 50;
/** The number of workers that may fail one question. */
const MOST_TRIES = 3;
/** The number of answers about users and domains that are kept: more than a page and the next one need. */
const MOST_DISTINCT = 8;

export interface AnalysisState {
  /** Changes when other events are counted, so that a view asks again. */
  readonly revision: number;
  /** Changes when another search is counted. */
  readonly log: number;
  /** Changes when the events of this search that were only counted are gone. */
  readonly losses: number;
  /** Whether older events are being counted without rows: more of them follow in a moment. */
  readonly isCounting: boolean;
}

interface AnalysisSetup {
  readonly client: AnalysisClient;
  readonly taxonomy: () => CompiledTaxonomy;
  readonly clock: Clock;
}

/** Counts all events that the shown search has read, in the worker. Events reach it as they are read. */
export class Analysis extends Store<AnalysisState> {
  readonly #setup: AnalysisSetup;
  /** Called when users and domains are counted. */
  onDistinct: () => void = () => undefined;
  #reader: LogReader | undefined;
  #feed: AnalysisFeed | undefined;
  /** The distinct users and domains of so many of the newest events. */
  #distinct = new Map<number, DistinctCounts>();
  #wanted: readonly number[] = [];
  /** What `prepare` waits for, besides what is wanted for the shown rows. */
  #prepared = Infinity;
  #asking: Promise<void> | undefined;
  /** The lowest position that has another event since the last question about users and domains. */
  #changedFrom = Infinity;

  constructor(setup: AnalysisSetup) {
    super({ revision: 0, log: 0, losses: 0, isCounting: false });
    this.#setup = setup;
  }

  /** Starts the worker, so that it is ready for the first events. A failure shows with the first question. */
  start(): void {
    this.#setup.client.call(() => undefined).catch(() => undefined);
  }

  /** Counts the events of another reader from now on. */
  follow(reader: LogReader): void {
    if (reader === this.#reader) return;
    this.#feed?.stop();
    this.#reader = reader;
    this.#distinct.clear();
    this.#wanted = [];
    this.#prepared = Infinity;
    this.#changedFrom = 0;
    const { client, taxonomy } = this.#setup;
    this.#feed = new AnalysisFeed(reader, {
      client,
      taxonomy,
      onSent: (first) => this.#onSent(first),
      onCountedLost: () => this.#noteLoss(),
    });
    // Also if the reader finds nothing: what a view shows is about another search.
    this.tellViews({ log: this.state.log + 1 });
  }

  /** Counts the same events again, after the redaction or the taxonomy has changed. */
  restart(): void {
    this.#feed?.restart();
  }

  /** The distinct users and domains of the newest `loaded` events; undefined until the worker has counted them. */
  distinct(loaded: number): DistinctCounts | undefined {
    return this.#distinct.get(loaded);
  }

  /** Asks for the distinct users and domains of the newest events, for each of these numbers. Calls `onDistinct` after the answer. */
  want(loaded: readonly number[]): void {
    this.#wanted = loaded;
    if (loaded.some((count) => !this.#distinct.has(count))) this.#askForDistinct();
  }

  /** Resolves when the users and domains of the newest `loaded` events are counted, or after a moment. */
  async prepare(loaded: number): Promise<void> {
    this.#prepared = loaded;
    if (!this.#distinct.has(loaded)) this.#askForDistinct();
    const waiting = new AbortController();
    const wait = this.#setup.clock.sleep(STATISTICS_WAIT_MS, waiting.signal).catch(() => undefined);
    await Promise.race([this.#asking, wait]);
    waiting.abort();
  }

  /** How far the read has come: everything from here on are rows, or can be. undefined before the first search. */
  get readFrom(): number | undefined {
    return this.#reader?.coverage().readFrom;
  }

  /**
   * Counts older events without keeping them as rows. They are lost when the worker dies, the redaction changes or another search
   * begins: then `losses` or `log` of the state changes. The caller tells the views, because they draw more slowly than it counts.
   *
   * @param events newest first; older than all rows and than those that were counted before
   * @param addCounted adds everything that was counted to what the rows cover
   */
  count(events: readonly AuditEvent[], addCounted: AddCounted): void {
    this.#feed?.count(events, addCounted);
  }

  #noteLoss(): void {
    this.tellViews({ losses: this.state.losses + 1 });
  }

  /** Counts the events for values. Resolves with undefined before the first search, or if no worker can count them. */
  breakdown(requests: readonly BreakdownRequest[]): Promise<Counted<Breakdown[]> | undefined> {
    return this.#askLate((worker, log) => worker.breakdown(log, requests));
  }

  /** Counts the events between instants. Resolves with undefined like `breakdown`. */
  timeline(edges: Float64Array): Promise<Counted<TimelineCounts> | undefined> {
    return this.#askLate((worker, log) => worker.timeline(log, edges));
  }

  /** The worker fetches the code for these questions when it gets the first one, which may fail. */
  async #askLate<T>(question: (worker: AnalysisWorker, log: number) => Promise<T | undefined>) {
    const answer = await this.#ask(question);
    return answer?.counts && (answer as Counted<T>);
  }

  /** Finds what stands out in the events. Resolves with undefined like `breakdown`. */
  findings(request: FindingRequest): Promise<Counted<Finding[]> | undefined> {
    return this.#askLate((worker, log) => worker.findings(log, request));
  }

  #onSent(first: number): void {
    this.#changedFrom = Math.min(this.#changedFrom, first);
    for (const count of this.#distinct.keys()) if (count > first) this.#distinct.delete(count);
    this.#askForDistinct();
    this.tellViews();
  }

  /** Makes the views ask for the counts again. */
  tellViews(change: Partial<AnalysisState> = {}): void {
    this.update({ isCounting: false, ...change, revision: this.state.revision + 1 });
  }

  #askForDistinct(): void {
    this.#asking ??= this.#readDistinct();
  }

  /** Never rejects. */
  async #readDistinct(): Promise<void> {
    try {
      // After this turn, all numbers that are wanted are known.
      await Promise.resolve();
      for (let wanted = this.#listUncounted(); wanted.length > 0; wanted = this.#listUncounted()) {
        this.#changedFrom = Infinity;
        const answer = await this.#ask((worker, log) => worker.statistics(log, wanted));
        if (!answer) break;
        wanted.forEach((count, at) => {
          if (count <= this.#changedFrom) this.#keepDistinct(count, answer.counts[at]!);
        });
        this.onDistinct();
      }
    } catch {
      // The next change asks again.
    } finally {
      // In the same turn as the last look at the wanted numbers, so that none is forgotten.
      this.#asking = undefined;
    }
  }

  #listUncounted(): number[] {
    const found = this.#reader?.found ?? 0;
    return [...this.#wanted, this.#prepared].filter((count) => count <= found && !this.#distinct.has(count));
  }

  #keepDistinct(count: number, counts: DistinctCounts): void {
    this.#distinct.set(count, counts);
    for (const oldest of this.#distinct.keys()) if (this.#distinct.size > MOST_DISTINCT) this.#distinct.delete(oldest);
  }

  /** Asks the worker, and again if the events were replaced in the meantime. Never rejects: rows do not depend on counts. */
  async #ask<T>(question: (worker: AnalysisWorker, log: number) => T | Promise<T>) {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      try {
        return await this.#feed?.ask(question);
      } catch {
        // The next try sends everything again.
      }
    }
    return undefined;
  }
}
