import type { AuditEvent } from "../../core/audit-event.js";
import type { Clock } from "../../core/clock.js";
import type { Coverage } from "../../core/coverage.js";
import { AuditLogError } from "../../core/errors.js";
import { createFileName, createManifest, type NamedExport, type Redacted } from "../../files/manifest.js";
import type { PagesSnapshot } from "../../search/loaded-pages.js";
import type { LogState, Searched } from "../../search/log-state.js";
import type { LogReader, LogServer, SourcePage } from "../../search/server.js";
import type { FileJob, FileMaker } from "../../worker/client/file-client.js";
import type { Destination, ExportedFile } from "./destination.js";
import type { ExportFailure, ExportState } from "./state.js";

export { askDestination, createDownloads, NOT_SAVED } from "./destination.js";

/** The number of events in one read and in one message to the worker. */
const CHUNK = 500;

/** What to export, and the facts for the name and the manifest of the file. */
export interface ExportOrder extends NamedExport {
  readonly includeSensitive: boolean;
  /** The time zone of the written times, an IANA name. */
  readonly zone: string;
  /** Whether a redaction is set now: the page may set and remove one while the file is written. */
  readonly isRedacted: () => boolean;
  /** The version of the viewer. */
  readonly viewer: string;
}

export interface ExportRunSetup {
  readonly order: ExportOrder;
  readonly server: LogServer;
  readonly searched: Searched;
  readonly loaded: Pick<LogState, "pages" | "coverage" | "hasMore">;
  readonly snapshot: PagesSnapshot | undefined;
  /** The destination of the whole file. */
  readonly destination: Destination;
  readonly makeFiles: () => Promise<FileMaker>;
  readonly clock: Clock;
  /** Called with each change, until the run ends. */
  readonly onProgress: (change: Partial<ExportState>) => void;
}

type FinishedFile = Awaited<ReturnType<FileJob["finish"]>>;

/**
 * One export from the first read to the saved file. A range has its own reader, so another search does not disturb the export.
 * This reader does not keep the events that it returns, and the run reads more only when they are written. The run can be
 * resumed after a stop or a failure.
 */
export class ExportRun {
  readonly order: ExportOrder;
  readonly #setup: ExportRunSetup;
  #destination: Destination;
  #abort = new AbortController();
  /** Only a part of the range is saved. */
  #isPartial = false;
  #isFinishing = false;
  #isEnded = false;
  /** The time that earlier attempts took, in milliseconds. */
  #earlierTime = 0;
  /** The start of this attempt, in milliseconds since 1970-01-01T00:00Z. */
  #startedAt = 0;
  #phase: ExportFailure["during"] = "reading";
  #reader: LogReader | undefined;
  #file: FileJob | undefined;
  #finished: FinishedFile | undefined;
  #coverage: Coverage | undefined;
  #pages = 0;
  #rows = 0;
  /** Whether the written events are redacted; undefined before the first one. */
  #redacted: Redacted | undefined;

  constructor(setup: ExportRunSetup) {
    this.#setup = setup;
    this.order = setup.order;
    this.#destination = setup.destination;
  }

  /** What the run was doing when it failed. */
  get during(): ExportFailure["during"] {
    return this.#phase;
  }

  get isStopped(): boolean {
    return this.#abort.signal.aborted;
  }

  /** The name of the file, on the screen and at its destination. */
  get fileName(): string {
    return this.#destination.fileName ?? createFileName(this.order, this.#isPartial);
  }

  /** Reads, writes and saves. Rejects with an AuditLogError or with an error of the page's own code. */
  async run(): Promise<{ file: ExportedFile; columns: number; bytes: number }> {
    this.#abort = new AbortController();
    this.#startedAt = this.#setup.clock.now();
    this.#phase = "reading";
    const { signal } = this.#abort;
    try {
      if (!this.#finished) {
        await this.#read(signal);
        this.#isFinishing = true;
        this.#finished = await this.#waitForWriter(this.#file!.finish());
      }
      this.#isFinishing = true;
      const file = this.#describe(this.#finished);
      await this.#waitForWriter(this.#destination.save(file, signal));
      this.#isEnded = true;
      // Only a part was saved, to another destination.
      if (this.#destination !== this.#setup.destination) void this.#setup.destination.discard?.();
      return { file, columns: this.#finished.columns, bytes: this.#finished.bytes };
    } catch (cause) {
      this.#isFinishing = false;
      this.#earlierTime += this.#setup.clock.now() - this.#startedAt;
      this.#startedAt = this.#setup.clock.now();
      if (!this.#isEnded) this.#showCount();
      throw cause;
    }
  }

  /** Stops reading. Returns false while the file is finished or saved: nothing can be resumed then. */
  stop(): boolean {
    if (this.#isFinishing) return false;
    this.#abort.abort();
    return true;
  }

  /** Ends the run for good: nothing is written or saved any more. */
  end(): void {
    this.#isEnded = true;
    this.#abort.abort();
    this.#file?.cancel();
    for (const destination of new Set([this.#setup.destination, this.#destination])) void destination.discard?.();
  }

  /** After a failed write, the run reads everything again, because the worker has lost the file. A finished file is kept. */
  resetIfFileIsLost(): void {
    if (this.#finished || this.#phase !== "writing") return;
    this.#file?.cancel();
    this.#file = undefined;
    this.#reader = undefined;
    this.#coverage = undefined;
    this.#pages = 0;
    this.#rows = 0;
    this.#isPartial = false;
    this.#setDestination(this.#setup.destination);
    this.#show({ fileName: this.fileName, rows: 0, bytes: 0, part: 0, readFrom: undefined });
  }

  /** The next `run` saves only the events that have been read. */
  keepPart(destination: Destination): void {
    this.#setDestination(destination);
    this.#isPartial = true;
    this.#show({ fileName: this.fileName });
  }

  #setDestination(destination: Destination): void {
    const { destination: wholeFile } = this.#setup;
    if (this.#destination !== wholeFile && this.#destination !== destination) void this.#destination.discard?.();
    this.#destination = destination;
  }

  #show(change: Partial<ExportState>): void {
    if (!this.#isEnded) this.#setup.onProgress(change);
  }

  /** Call this after each wait, because the page may have ended the run meanwhile. */
  #throwIfEnded(): void {
    if (this.#isEnded) throw new AuditLogError("aborted", "The export was canceled.");
  }

  async #waitForWriter<T>(writing: Promise<T>): Promise<T> {
    this.#phase = "writing";
    const result = await writing;
    this.#phase = "reading";
    this.#throwIfEnded();
    return result;
  }

  async #read(signal: AbortSignal): Promise<void> {
    this.#file ??= await this.#waitForWriter(this.#startFile());
    if (this.order.scope === "loaded") return this.#writeLoaded(signal);
    this.#reader ??= await this.#openReader();
    this.#throwIfEnded();
    // The reader returns the events that it has already found without a request.
    if (this.#isPartial) return void (await this.#takePage(this.#reader.found, signal));
    for (let hasMore: SourcePage["hasMore"] = "unknown"; hasMore !== false; signal.throwIfAborted()) {
      ({ hasMore } = await this.#takePage(CHUNK, signal));
    }
  }

  async #startFile(): Promise<FileJob> {
    const { format, zone, includeSensitive } = this.order;
    const files = await this.#setup.makeFiles();
    const file = await files.startFile({ format, zone, includeSensitive });
    // `end` was called before the file existed.
    if (this.#isEnded) file.cancel();
    return file;
  }

  /**
   * Opens a reader for the range of the search. If the server's clock is ahead, the range ends after the newest loaded record.
   * Later events are not part of the export.
   */
  async #openReader(): Promise<LogReader> {
    const { searched, loaded, server } = this.#setup;
    const { span } = searched;
    const newest = loaded.pages[0]?.find(({ time }) => time !== null)?.time ?? 0;
    const until = searched.endsNow ? Math.max(span.until, newest + 1) : span.until;
    return server.read({ ...searched, span: { ...span, until }, endsNow: false, pageSize: CHUNK });
  }

  async #takePage(want: number, signal: AbortSignal): Promise<SourcePage> {
    const onProgress = ({ readFrom }: Pick<Coverage, "readFrom">) => this.#showRead(readFrom);
    const page = await this.#reader!.read(want, { signal, onProgress });
    this.#coverage = page.coverage;
    this.#throwIfEnded();
    // The reader does not keep these events, so they are written even after a stop.
    if (page.events.length + page.unreadable.length > 0) await this.#write(page.events, page.unreadable);
    this.#showRead(page.coverage.readFrom);
    return page;
  }

  async #writeLoaded(signal: AbortSignal): Promise<void> {
    const { loaded, snapshot } = this.#setup;
    const { pages, coverage } = loaded;
    this.#coverage = coverage;
    if (this.#isPartial || !snapshot) return;
    const unreadable = snapshot.unreadable();
    if (pages.length === 0 && unreadable.length > 0) await this.#write([], unreadable);
    for (; this.#pages < pages.length; this.#pages += 1) {
      signal.throwIfAborted();
      await this.#write(snapshot.page(this.#pages), this.#pages === 0 ? unreadable : []);
      this.#show({ part: (this.#pages + 1) / pages.length });
    }
  }

  async #write(events: readonly AuditEvent[], unreadable: readonly unknown[]): Promise<void> {
    const isRedacted = this.order.isRedacted();
    this.#redacted = (this.#redacted ?? isRedacted) === isRedacted ? isRedacted : "in part";
    const { rows, bytes } = await this.#waitForWriter(this.#file!.write(events, unreadable));
    this.#rows = rows;
    this.#show({ bytes });
    this.#showCount();
  }

  #showRead(readFrom: number): void {
    const { from, until } = this.#setup.searched.span;
    this.#show({ readFrom, part: Math.min(1, Math.max(0, (until - readFrom) / (until - from))) });
    this.#showCount();
  }

  /** Events that the reader has found count as written, because they are written a moment later. */
  #showCount(): void {
    const rows = this.#rows + (this.#reader?.found ?? 0);
    const elapsed = this.#earlierTime + this.#setup.clock.now() - this.#startedAt;
    this.#show({ rows, rate: elapsed < 1000 ? undefined : Math.round((rows * 1000) / elapsed) });
  }

  #describe(finished: FinishedFile): ExportedFile {
    const { order, fileName } = this;
    const { loaded, searched, clock } = this.#setup;
    const { format, scope } = order;
    const { data, rows } = finished;
    const coverage = this.#coverage!;
    // A CSV file has no rows for items that are not records.
    const lacksItems = format === "csv" && coverage.unreadable > 0;
    const hasWholeRange = scope === "range" || loaded.hasMore === false;
    const complete = !this.#isPartial && !lacksItems && coverage.complete && hasWholeRange;
    const manifest = () =>
      createManifest({
        ...order,
        ...finished,
        redacted: this.#redacted ?? order.isRedacted(),
        fileName,
        complete,
        coverage,
        filters: searched.filters,
        rangeZone: searched.zone,
        exportedAt: clock.now(),
      });
    return { fileName, format, rows, complete, data, manifest: scope === "range" ? manifest() : undefined };
  }
}
