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
}

/** The worker has lost the events, or they have been replaced, so an answer says nothing about the current ones. */
export class OutdatedAnswerError extends Error {
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
  #log: Promise<number> | undefined;
  #sending: Promise<void> | undefined;
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

  /** Forgets what the worker has, and sends everything again: another redaction applies, or the worker has died. */
  restart(): void {
    this.#log = undefined;
    this.#sent = 0;
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
  async ask<T>(question: (worker: AnalysisWorker, log: number) => T | Promise<T>): Promise<Counted<Awaited<T>>> {
    do {
      this.#startSending();
      await this.#sending;
    } while (this.#sent < this.#list.length && !this.#isStopped);
    // The worker answers in the order of the calls, so the answer is about these events.
    const extent = describeExtent(this.#reader);
    return { counts: await this.#call(question), extent };
  }

  #startSending(): void {
    if (this.#sending || this.#isStopped) return;
    // A turn later: a read adds many events one by one.
    this.#sending = Promise.resolve()
      .then(() => this.#send())
      .finally(() => (this.#sending = undefined));
  }

  async #send(): Promise<void> {
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

  async #call<T>(run: (worker: AnalysisWorker, log: number) => T | Promise<T>): Promise<Awaited<T>> {
    const { client } = this.#setup;
    const starting = (this.#log ??= client.call((worker) => worker.startLog()));
    const isCurrent = () => this.#log === starting && !this.#isStopped;
    try {
      const log = await starting;
      const answer = await client.call((worker) => run(worker, log));
      if (isCurrent()) return answer;
    } catch {
      // The next question sends everything again, to another worker or to the page.
      if (isCurrent()) {
        this.#log = undefined;
        this.#sent = 0;
      }
    }
    throw new OutdatedAnswerError("The events have been replaced.");
  }
}

function describeExtent(reader: LogReader): CountsExtent {
  const { asked, readFrom, records, missing, cut } = reader.coverage();
  return { asked, readFrom, countedFrom: readFrom, countedOnly: 0, events: reader.found, records, missing, cut };
}
