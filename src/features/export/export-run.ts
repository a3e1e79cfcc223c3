import type { AuditEvent } from "../../core/audit-event.js";
import type { Clock } from "../../core/clock.js";
import type { Coverage } from "../../core/coverage.js";
import { AuditLogError } from "../../core/errors.js";
import { exportFileName, manifestText, type NamedExport, type Redacted } from "../../files/manifest.js";
import type { PagesSnapshot } from "../../search/loaded-pages.js";
import type { LogState, Searched } from "../../search/log-state.js";
import type { LogReader, LogServer, SourcePage } from "../../search/server.js";
import type { FileJob, FileMaker } from "../../worker/client.js";
import type { Destination, ExportedFile } from "./destination.js";
import type { ExportFailure, ExportState } from "./state.js";

export { askDestination, downloads, NOT_SAVED } from "./destination.js";

/** Events of one read, and of one message to the worker. */
const CHUNK = 500;

/** What to export, and what the file says about it. */
export interface ExportOrder extends NamedExport {
  readonly includeSensitive: boolean;
  /** IANA id of the zone of the written times. */
  readonly zone: string;
  /** Whether a redaction is set now: the page may set and remove one while the file is written. */
  readonly isRedacted: () => boolean;
  /** Version of the viewer. */
  readonly viewer: string;
}

export interface ExportRunSetup {
  readonly order: ExportOrder;
  readonly server: LogServer;
  readonly searched: Searched;
  readonly loaded: Pick<LogState, "pages" | "coverage" | "hasMore">;
  readonly held: PagesSnapshot | undefined;
  /** Where the whole file is saved. */
  readonly destination: Destination;
  readonly makeFiles: () => Promise<FileMaker>;
  readonly clock: Clock;
  /** Called with each change, until the run ends. */
  readonly onProgress: (change: Partial<ExportState>) => void;
}

type WrittenFile = Awaited<ReturnType<FileJob["finish"]>>;

/**
 * One export from the first read to the saved file. A range is read with its own reader, which hands out events and forgets
 * them, and reads on only when they are written; another search does not disturb it. After a stop or a failure the same run
 * can go on.
 */
export class ExportRun {
  readonly order: ExportOrder;
  readonly #setup: ExportRunSetup;
  #destination: Destination;
  #abort = new AbortController();
  /** Only a part of the range is saved. */
  #isPartial = false;
  #isFinishing = false;
  #isOver = false;
  /** Milliseconds of earlier attempts, and the start of this one. */
  #ran = 0;
  #began = 0;
  #during: ExportFailure["during"] = "reading";
  #reader: LogReader | undefined;
  #file: FileJob | undefined;
  #finished: WrittenFile | undefined;
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

  /** What the run did when it failed. */
  get during(): ExportFailure["during"] {
    return this.#during;
  }

  get isStopped(): boolean {
    return this.#abort.signal.aborted;
  }

  /** The name of the file, on the screen and at its destination. */
  get fileName(): string {
    return this.#destination.fileName ?? exportFileName(this.order, this.#isPartial);
  }

  /** Reads, writes and saves. Rejects with an AuditLogError, or with whatever a page's own code threw. */
  async work(): Promise<{ file: ExportedFile; columns: number; bytes: number }> {
    this.#abort = new AbortController();
    this.#began = this.#setup.clock.now();
    this.#during = "reading";
    const { signal } = this.#abort;
    try {
      if (!this.#finished) {
        await this.#read(signal);
        this.#isFinishing = true;
        this.#finished = await this.#written(this.#file!.finish());
      }
      this.#isFinishing = true;
      const file = this.#describe(this.#finished);
      await this.#written(this.#destination.save(file, signal));
      this.#isOver = true;
      // A part was saved elsewhere.
      if (this.#destination !== this.#setup.destination) void this.#setup.destination.discard?.();
      return { file, columns: this.#finished.columns, bytes: this.#finished.bytes };
    } catch (cause) {
      this.#isFinishing = false;
      this.#ran += this.#setup.clock.now() - this.#began;
      this.#began = this.#setup.clock.now();
      if (!this.#isOver) this.#showCount();
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
    this.#isOver = true;
    this.#abort.abort();
    this.#file?.cancel();
    for (const place of new Set([this.#setup.destination, this.#destination])) void place.discard?.();
  }

  /** After a failed write, everything is read again: the worker lost what it had. A finished file is only saved again. */
  startAgainIfLost(): void {
    if (this.#finished || this.#during !== "writing") return;
    this.#file?.cancel();
    this.#file = undefined;
    this.#reader = undefined;
    this.#coverage = undefined;
    this.#pages = 0;
    this.#rows = 0;
    this.#isPartial = false;
    this.#saveTo(this.#setup.destination);
    this.#show({ fileName: this.fileName, rows: 0, bytes: 0, part: 0, readFrom: undefined });
  }

  /** From now on only what was read is saved. */
  keepPart(destination: Destination): void {
    this.#saveTo(destination);
    this.#isPartial = true;
    this.#show({ fileName: this.fileName });
  }

  #saveTo(destination: Destination): void {
    const { destination: whole } = this.#setup;
    if (this.#destination !== whole && this.#destination !== destination) void this.#destination.discard?.();
    this.#destination = destination;
  }

  #show(change: Partial<ExportState>): void {
    if (!this.#isOver) this.#setup.onProgress(change);
  }

  /** The page may have ended the run while it waited. */
  #throwIfOver(): void {
    if (this.#isOver) throw new AuditLogError("aborted", "The export was canceled.");
  }

  async #written<T>(writing: Promise<T>): Promise<T> {
    this.#during = "writing";
    const result = await writing;
    this.#during = "reading";
    this.#throwIfOver();
    return result;
  }

  async #read(signal: AbortSignal): Promise<void> {
    this.#file ??= await this.#written(this.#startFile());
    if (this.order.scope === "loaded") return this.#writeLoaded(signal);
    this.#reader ??= await this.#openReader();
    this.#throwIfOver();
    // What was found earlier is there without a request.
    if (this.#isPartial) return void (await this.#takePage(this.#reader.found, signal));
    for (let hasMore: SourcePage["hasMore"] = "unknown"; hasMore !== false; signal.throwIfAborted()) {
      ({ hasMore } = await this.#takePage(CHUNK, signal));
    }
  }

  async #startFile(): Promise<FileJob> {
    const { format, zone, includeSensitive } = this.order;
    const files = await this.#setup.makeFiles();
    const file = await files.begin({ format, zone, includeSensitive });
    // Nobody else would end a file of a run that is over.
    if (this.#isOver) file.cancel();
    return file;
  }

  /**
   * The search as it was, up to its own end, or to the newest record that it found beyond, on a server whose clock is ahead.
   * Later events are not part of it.
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
    this.#throwIfOver();
    // The reader has forgotten these events, so they are written even after a stop.
    if (page.events.length + page.unreadable.length > 0) await this.#write(page.events, page.unreadable);
    this.#showRead(page.coverage.readFrom);
    return page;
  }

  async #writeLoaded(signal: AbortSignal): Promise<void> {
    const { loaded, held } = this.#setup;
    const { pages, coverage } = loaded;
    this.#coverage = coverage;
    if (this.#isPartial || !held) return;
    const unreadable = held.unreadable();
    if (pages.length === 0 && unreadable.length > 0) await this.#write([], unreadable);
    for (; this.#pages < pages.length; this.#pages += 1) {
      signal.throwIfAborted();
      await this.#write(held.page(this.#pages), this.#pages === 0 ? unreadable : []);
      this.#show({ part: (this.#pages + 1) / pages.length });
    }
  }

  async #write(events: readonly AuditEvent[], unreadable: readonly unknown[]): Promise<void> {
    const isRedacted = this.order.isRedacted();
    this.#redacted = (this.#redacted ?? isRedacted) === isRedacted ? isRedacted : "in part";
    const { rows, bytes } = await this.#written(this.#file!.write(events, unreadable));
    this.#rows = rows;
    this.#show({ bytes });
    this.#showCount();
  }

  #showRead(readFrom: number): void {
    const { from, until } = this.#setup.searched.span;
    this.#show({ readFrom, part: Math.min(1, Math.max(0, (until - readFrom) / (until - from))) });
    this.#showCount();
  }

  /** Found events count as written: they are a moment later. */
  #showCount(): void {
    const rows = this.#rows + (this.#reader?.found ?? 0);
    const elapsed = this.#ran + this.#setup.clock.now() - this.#began;
    this.#show({ rows, rate: elapsed < 1000 ? undefined : Math.round((rows * 1000) / elapsed) });
  }

  #describe(finished: WrittenFile): ExportedFile {
    const { order, fileName } = this;
    const { loaded, searched, clock } = this.#setup;
    const { format, scope } = order;
    const { data, rows } = finished;
    const coverage = this.#coverage!;
    // A table has no row for an item that is no record.
    const isLeftOut = format === "csv" && coverage.unreadable > 0;
    const isWhole = scope === "range" || loaded.hasMore === false;
    const complete = !this.#isPartial && !isLeftOut && coverage.complete && isWhole;
    const manifest = () =>
      manifestText({
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
