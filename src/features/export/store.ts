import type { LogReader } from "../../api/reading/log-reader.js";
import type { SourcePage } from "../../api/reading/reading.js";
import type { AuditEvent } from "../../core/audit-event.js";
import type { Clock } from "../../core/clock.js";
import { AuditLogError } from "../../core/errors.js";
import { exportFileName, manifestText } from "../../files/manifest.js";
import type { FileMaker } from "../../worker/client.js";
import type { FileJob } from "../../worker/file-job.js";
import type { Destination, ExportedFile, ExportOrder, FinishedFile, Job } from "./order.js";
import { NO_EXPORT, type ExportState } from "./state.js";
import type { LogStore } from "../../search/log-store.js";
import { asError } from "../../search/operation.js";

/** Events of one read: what the writer gets at once. */
const CHUNK = 500;

/**
 * Exports, one at a time, without a DOM. A range is read by a reader of its own that hands out events and forgets them, and
 * waits for the writer; another search does not disturb it. Promises settle when the file is saved, the reading is stopped
 * or something fails; after the latter two `goOn` reads on from there, and `keep` makes a file of what there is.
 */
export class ExportStore {
  readonly #log: LogStore;
  readonly #files: () => Promise<FileMaker>;
  readonly #clock: Clock;
  readonly #listeners = new Set<(now: ExportState, before: ExportState) => void>();
  #state = NO_EXPORT;
  #job: Job | undefined;

  /** @param files where files are written; called at the first need */
  constructor(log: LogStore, files: () => Promise<FileMaker>, clock: Clock) {
    this.#log = log;
    this.#files = files;
    this.#clock = clock;
  }

  #ends = 0;

  get state(): ExportState {
    return this.#state;
  }

  /** What was ordered last, if it is not over. */
  get order(): ExportOrder | undefined {
    return this.#job?.order;
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: (now: ExportState, before: ExportState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins an export. One that was stopped or failed before is forgotten. Rejects with an AuditLogError. */
  async run(order: ExportOrder, destination: Destination): Promise<ExportedFile> {
    const { searched, pages, coverage, hasMore } = this.#log.state;
    this.check();
    this.end();
    const { format, scope } = order;
    const fileName = destination.fileName ?? exportFileName(order, false);
    this.#set({ ...NO_EXPORT, format, scope, fileName });
    return this.#work({
      order,
      searched: searched!,
      loaded: { pages, coverage, hasMore },
      held: this.#log.hold(),
      destination,
      place: destination,
      abort: new AbortController(),
      isPartial: false,
      ran: 0,
      began: 0,
      pages: 0,
      rows: 0,
      isFinishing: false,
    });
  }

  /** Throws an AuditLogError where no export can begin. */
  check(): void {
    if (this.#state.status === "running") throw new AuditLogError("bad-request", "Another export is running.");
    if (!this.#log.state.searched) throw new AuditLogError("bad-request", "Nothing to export yet. Search first.");
  }

  /** Goes on after a failure or a stop, from where it stands. */
  async goOn(): Promise<ExportedFile | undefined> {
    const job = this.#resting;
    if (!job) return undefined;
    if (this.#state.failure?.during === "writing" && !job.finished) {
      // What was written is lost with its writer.
      job.file?.cancel();
      Object.assign(job, {
        file: undefined,
        reader: undefined,
        coverage: undefined,
        pages: 0,
        rows: 0,
        isPartial: false,
      });
      // All is read anew, so it is a whole file again.
      this.#moveTo(job, job.place);
      const fileName = job.place.fileName ?? exportFileName(job.order, false);
      this.#set({ fileName, rows: 0, bytes: 0, part: 0, readFrom: undefined });
    }
    return this.#work(job);
  }

  /** Makes a file of what was read before a failure or a stop. */
  async keep(destination: Destination): Promise<ExportedFile | undefined> {
    const job = this.#resting;
    if (!job) return void destination.discard?.();
    this.#moveTo(job, destination);
    job.isPartial = true;
    this.#set({ fileName: destination.fileName ?? exportFileName(job.order, true) });
    return this.#work(job);
  }

  /** Stops the reading; what was read stays, to be kept or gone on with. A file that is being finished is given up. */
  stop(): void {
    if (this.#job?.isFinishing) this.end();
    else this.#job?.abort.abort();
  }

  /** How often everything was ended: who has to wait before an export begins sees whether it still may. */
  get ends(): number {
    return this.#ends;
  }

  /** Ends whatever runs, and forgets it. */
  end(): void {
    this.#ends += 1;
    const job = this.#job;
    this.#job = undefined;
    job?.abort.abort();
    job?.file?.cancel();
    if (job) for (const place of new Set([job.place, job.destination])) void place.discard?.();
    if (this.#state !== NO_EXPORT) this.#become(NO_EXPORT);
  }

  get #resting(): Job | undefined {
    return this.#state.status === "running" ? undefined : this.#job;
  }

  async #work(job: Job): Promise<ExportedFile> {
    this.#job = job;
    job.abort = new AbortController();
    job.began = this.#clock.now();
    const { signal } = job.abort;
    this.#set({ status: "running", failure: undefined });
    let during: "reading" | "writing" = "reading";
    const written = async <T>(writing: Promise<T>): Promise<T> => {
      during = "writing";
      const result = await writing;
      during = "reading";
      this.#goesOn(job);
      return result;
    };
    try {
      if (!job.finished) {
        await this.#read(job, signal, written);
        job.isFinishing = true;
        job.finished = await written(job.file!.finish());
      }
      job.isFinishing = true;
      const file = this.#fileOf(job, job.finished);
      await written(job.destination.save(file, signal));
      this.#end(job);
      const { columns, bytes, rows } = job.finished;
      this.#set({ status: "done", part: 1, columns, bytes, rows, complete: file.complete });
      return file;
    } catch (cause) {
      job.isFinishing = false;
      job.ran += this.#clock.now() - job.began;
      job.began = this.#clock.now();
      const error = signal.aborted ? new AuditLogError("aborted", "The export was stopped.") : asError(cause);
      if (this.#job === job) {
        this.#count(job);
        if (!signal.aborted) this.#set({ status: "failed", failure: { error, during } });
        else if (this.#state.rows === 0) this.end();
        else this.#set({ status: "stopped" });
      }
      throw error;
    }
  }

  #moveTo(job: Job, destination: Destination): void {
    // Only where the whole file was to go is still of use.
    if (job.destination !== job.place && job.destination !== destination) void job.destination.discard?.();
    job.destination = destination;
  }

  #end(job: Job): void {
    this.#goesOn(job);
    this.#job = undefined;
    // A part was kept elsewhere.
    if (job.place !== job.destination) void job.place.discard?.();
  }

  /** The page may have ended the job while it waited. */
  #goesOn(job: Job): void {
    if (this.#job !== job) throw new AuditLogError("aborted", "The export was canceled.");
  }

  async #read(job: Job, signal: AbortSignal, written: <T>(writing: Promise<T>) => Promise<T>): Promise<void> {
    const { format, zone, includeSensitive, scope } = job.order;
    const file: FileJob = (job.file ??= await written<FileJob>(
      this.#files()
        .then((files) => files.begin({ format, zone, includeSensitive }))
        .then((begun) => {
          // Nobody else would end what was begun for a job that is gone.
          if (this.#job !== job) begun.cancel();
          return begun;
        }),
    ));
    const write = async (events: readonly AuditEvent[], unreadable: readonly unknown[]): Promise<void> => {
      const isRedacted = job.order.isRedacted();
      job.redacted = (job.redacted ?? isRedacted) === isRedacted ? isRedacted : "in part";
      const { rows, bytes } = await written(file.write(events, unreadable));
      job.rows = rows;
      this.#set({ bytes });
      this.#count(job);
    };
    if (scope === "loaded") return this.#writeLoaded(job, signal, write);
    const takePage = async (want: number): Promise<SourcePage> => {
      const page = await job.reader!.read(want, {
        signal,
        onProgress: ({ readFrom }) => {
          if (this.#job === job) this.#showRead(job, readFrom);
        },
      });
      job.coverage = page.coverage;
      this.#goesOn(job);
      // What is handed out is forgotten there: it is written, stopped or not.
      if (page.events.length + page.unreadable.length > 0) await write(page.events, page.unreadable);
      this.#showRead(job, page.coverage.readFrom);
      return page;
    };
    job.reader ??= await this.#readerOf(job);
    this.#goesOn(job);
    // What was found before is there without a request.
    if (job.isPartial) return void (await takePage(job.reader.found));
    for (let hasMore: SourcePage["hasMore"] = "unknown"; hasMore !== false; signal.throwIfAborted()) {
      ({ hasMore } = await takePage(CHUNK));
    }
  }

  async #writeLoaded(
    job: Job,
    signal: AbortSignal,
    write: (events: readonly AuditEvent[], unreadable: readonly unknown[]) => Promise<void>,
  ): Promise<void> {
    const { pages, coverage } = job.loaded;
    const { held } = job;
    job.coverage = coverage;
    if (job.isPartial || !held) return;
    const unreadable = held.unreadable();
    if (pages.length === 0 && unreadable.length > 0) await write([], unreadable);
    for (; job.pages < pages.length; job.pages += 1) {
      signal.throwIfAborted();
      await write(held.page(job.pages), job.pages === 0 ? unreadable : []);
      this.#set({ part: (job.pages + 1) / pages.length });
    }
  }

  /**
   * The search as it was: up to its own end, or to the newest record that it found beyond, on a server whose clock is ahead.
   * What has happened since is not part of it.
   */
  async #readerOf({ searched, loaded }: Job): Promise<LogReader> {
    const source = await this.#log.source!().catch((cause: unknown) => {
      throw new AuditLogError("network", "A part of the viewer could not be loaded.", { cause });
    });
    const { span } = searched;
    const newest = loaded.pages[0]?.find(({ time }) => time !== null)?.time ?? 0;
    const until = searched.endsNow ? Math.max(span.until, newest + 1) : span.until;
    return source.search({ ...searched, span: { ...span, until }, endsNow: false, pageSize: CHUNK });
  }

  #showRead(job: Job, readFrom: number): void {
    const { from, until } = job.searched.span;
    this.#set({ readFrom, part: Math.min(1, Math.max(0, (until - readFrom) / (until - from))) });
    this.#count(job);
  }

  /** What is found is as good as written. */
  #count({ rows: written, reader, ran, began }: Job): void {
    const rows = written + (reader?.found ?? 0);
    const elapsed = ran + this.#clock.now() - began;
    this.#set({ rows, rate: elapsed < 1000 ? undefined : Math.round((rows * 1000) / elapsed) });
  }

  #fileOf(job: Job, finished: FinishedFile): ExportedFile {
    const { order, isPartial, loaded, searched, redacted = order.isRedacted() } = job;
    const { format, scope } = order;
    const { data, rows } = finished;
    const { fileName } = this.#state;
    const coverage = job.coverage!;
    // A table has no place for what is no record.
    const isLeftOut = format === "csv" && coverage.unreadable > 0;
    const complete = !isPartial && !isLeftOut && coverage.complete && (scope === "range" || loaded.hasMore === false);
    const manifest = () =>
      manifestText({
        ...order,
        ...finished,
        redacted,
        fileName,
        complete,
        coverage,
        filters: searched.filters,
        rangeZone: searched.zone,
        exportedAt: this.#clock.now(),
      });
    return { fileName, format, rows, complete, data, manifest: scope === "range" ? manifest() : undefined };
  }

  #set(change: Partial<ExportState>): void {
    this.#become(Object.freeze({ ...this.#state, ...change }));
  }

  #become(now: ExportState): void {
    const before = this.#state;
    this.#state = now;
    for (const listener of [...this.#listeners]) listener(now, before);
  }
}
