import type { FoundEvents, LogReader } from "../api/reading/log-reader.js";
import { encodeEvents } from "../analysis/event-batch.js";
import type { AuditEvent } from "../core/audit-event.js";
import type { Counted, CountsExtent } from "../core/event-counts.js";
import type { CompiledTaxonomy } from "../core/taxonomy/taxonomy.js";
import { yieldToPage, type AnalysisClient, type AnalysisWorker } from "../worker/client/analysis-client.js";

/** The number of events that one task of the page converts: about a millisecond of work. */
const SLICE = 100;
/** If a read inserts more events than this, everything is sent again, in slices. */
const MOST_INSERTED = 500;

interface FeedSetup {
  readonly client: AnalysisClient;
  readonly taxonomy: () => CompiledTaxonomy;
  /** Called after events were sent. `first` is the lowest position that has another event than before. */
  readonly onSent: (first: number) => void;
  /** Called when events that were only counted are gone. */
  readonly onCountedLost: () => void;
}

type Question<T> = (worker: AnalysisWorker, log: number) => T | Promise<T>;

/**
 * Adds what was counted beyond the rows, older records whose events are not kept, to what the rows cover.
 *
 * @param countedOnly the number of these events
 */
export type AddCounted = (rows: CountsExtent, countedOnly: number) => CountsExtent;

/** The worker has lost the events, or they have been replaced, so an answer says nothing about the current ones. */
class OutdatedAnswerError extends Error {
  override readonly name = "OutdatedAnswerError";
}

/** Sends the events of one reader to the worker, a page at a time, as they are found. */
export class AnalysisFeed {
  readonly #setup: FeedSetup;
  readonly #reader: LogReader;
  readonly #list: FoundEvents;
  /** The number of events that were sent: the newest ones of the list. */
  #sent = 0;
  /** The number of the log in the worker; undefined before the first event and after the worker has lost it. */
  #log: number | undefined;
  #sending: Promise<void> | undefined;
  /** undefined while only rows are counted. */
  #addCounted: AddCounted | undefined;
  #isStopped = false;

  constructor(reader: LogReader, setup: FeedSetup) {
    this.#setup = setup;
    this.#reader = reader;
    this.#list = reader.list;
    this.#list.follower = {
      onAppend: () => this.#startSending(),
      onInsert: (positions) => this.#insert(positions),
    };
    this.#startSending();
  }

  /** Forgets what the worker has, and sends everything again: another redaction or taxonomy applies. */
  restart(): void {
    this.#forget();
    this.#setup.onSent(0);
    this.#startSending();
  }

  stop(): void {
    this.#isStopped = true;
    this.#list.follower = undefined;
  }

  /**
   * Asks about all events that were found so far. Rejects with an OutdatedAnswerError if they are replaced before the answer,
   * or the worker dies.
   */
  async ask<T>(question: Question<T>): Promise<Counted<Awaited<T>>> {
    do {
      this.#startSending();
      await this.#sending;
    } while (this.#sent < this.#list.length && !this.#isStopped);
    // The worker answers in the order of the calls, so the answer is about these events.
    const extent = describeExtent(this.#reader);
    const addCounted = this.#addCounted;
    if (!addCounted) return { counts: await this.#call(question), extent };
    // What is a row now is not counted a second time.
    const left = this.#call((worker, log) => worker.keepCountedBefore(log, extent.readFrom));
    const [countedOnly, counts] = await Promise.all([left, this.#call(question)]);
    return { counts, extent: addCounted(extent, countedOnly ?? 0) };
  }

  /** Adds events that are no rows, newest first. They are older than all rows and than those that were counted before. */
  count(events: readonly AuditEvent[], addCounted: AddCounted): void {
    this.#addCounted = addCounted;
    for (let from = 0; from < events.length; from += SLICE) {
      const batch = encodeEvents(events.slice(from, from + SLICE), this.#setup.taxonomy());
      this.#call((worker, log) => worker.count(log, batch)).catch(() => undefined);
    }
  }

  #startSending(): void {
    if (this.#sending || this.#isStopped) return;
    // A turn later: a read adds many events one by one.
    this.#sending = Promise.resolve().then(() => this.#send());
    // The page's own built-ins may throw. The next question sends everything again.
    this.#sending.catch(() => this.#forget());
  }

  async #send(): Promise<void> {
    try {
      while (this.#sent < this.#list.length && !this.#isStopped) {
        const from = this.#sent;
        const until = Math.min(this.#list.length, from + SLICE);
        this.#sent = until;
        this.#sendAt(
          Uint32Array.from({ length: until - from }, (_, at) => from + at),
          this.#list.events(from, until),
        );
        if (until < this.#list.length) await yieldToPage();
      }
    } finally {
      // In the same turn as the last look at the list, so that no event is overlooked.
      this.#sending = undefined;
    }
  }

  /** @param positions ascending; those behind the sent events are sent with the next slice */
  #insert(positions: readonly number[]): void {
    const inFront = positions.filter((position, at) => position < this.#sent + at);
    if (inFront.length > MOST_INSERTED) return this.restart();
    this.#sent += inFront.length;
    if (inFront.length > 0) {
      const events = inFront.flatMap((position) => this.#list.events(position, position + 1));
      this.#sendAt(Uint32Array.from(inFront), events);
    }
    this.#startSending();
  }

  #sendAt(positions: Uint32Array, events: readonly AuditEvent[]): void {
    const batch = encodeEvents(events, this.#setup.taxonomy());
    this.#call((worker, log) => worker.insert(log, positions, batch)).catch(() => undefined);
    this.#setup.onSent(positions[0]!);
  }

  /** The worker runs all calls in order. */
  async #call<T>(run: (worker: AnalysisWorker, log: number) => T | Promise<T>): Promise<Awaited<T>> {
    // It would start a log in place of the one that is counted now.
    if (this.#isStopped) throw new OutdatedAnswerError("Another search is counted.");
    const log = (this.#log ??= this.#startLog());
    const isCurrent = () => this.#log === log && !this.#isStopped;
    try {
      const answer = await this.#setup.client.call((worker) => run(worker, log));
      if (isCurrent()) return answer;
    } catch {
      // The next question sends everything again, to another worker or to the page.
      if (isCurrent()) this.#forget();
    }
    throw new OutdatedAnswerError("The events have been replaced.");
  }

  #startLog(): number {
    const { client } = this.#setup;
    const log = client.numberLog();
    // If it fails, so do the calls for this log.
    client.call((worker) => worker.startLog(log)).catch(() => undefined);
    return log;
  }

  /** Events that were only counted are gone: nothing on the page has them. */
  #forget(): void {
    const hadCounted = this.#addCounted !== undefined;
    this.#log = undefined;
    this.#sent = 0;
    this.#addCounted = undefined;
    if (hadCounted) this.#setup.onCountedLost();
  }
}

function describeExtent(reader: LogReader): CountsExtent {
  const { asked, readFrom, records, missing, cut } = reader.coverage();
  return { asked, readFrom, countedFrom: readFrom, countedOnly: 0, events: reader.found, records, missing, cut };
}
