import type { Clock } from "../../core/clock.js";
import { AuditLogError } from "../../core/errors.js";
import type { ExportFormat, ExportScope } from "../../core/export-format.js";
import { Store } from "../../core/store.js";
import { loadTemporal } from "../../core/time/temporal.js";
import { createFileName } from "../../files/manifest.js";
import type { LogStore } from "../../search/log-store.js";
import { toFailure } from "../../search/operation.js";
import { VERSION } from "../../version.js";
import type { FileMaker } from "../../worker/client/file-client.js";
import type { Destination, ExportedFile } from "./destination.js";
import type * as RunCode from "./export-run.js";
import { findExportable, NO_EXPORT, type ExportState } from "./state.js";

/** The user's choices in the export menu. */
export interface ExportChoice {
  readonly format: ExportFormat;
  readonly scope: ExportScope;
  readonly includeSensitive: boolean;
}

/** The parts of the viewer that an export uses. */
export interface ViewerForExport {
  readonly clock: Clock;
  /** The chosen time zone, an IANA name. */
  readonly zone: string;
  readonly isRedacted: boolean;
  /** Whether the viewer is on a page. */
  readonly isConnected: boolean;
  makeFiles(): Promise<FileMaker>;
  /** Loads the code that reads, writes and saves. */
  loadRun(): Promise<typeof RunCode>;
}

type ExportRun = RunCode.ExportRun;

/** Runs the exports of one log, one at a time. It does not use the DOM. Every promise rejects with an AuditLogError. */
export class ExportStore extends Store<ExportState> {
  readonly #log: LogStore;
  readonly #viewer: ViewerForExport;
  #run: ExportRun | undefined;
  /** Counts the calls of `end`: an export that still waits for its destination must not start after that. */
  #ends = 0;

  constructor(log: LogStore, viewer: ViewerForExport) {
    super({ ...NO_EXPORT, exportable: findExportable(log.state) });
    this.#log = log;
    this.#viewer = viewer;
    log.subscribe((now) => this.update({ exportable: findExportable(now) }));
  }

  /** Loads the code of an export. After a failure, the next call tries again. */
  load(): Promise<typeof RunCode> {
    return this.#viewer.loadRun();
  }

  /**
   * Starts an export. Call it in response to a click: the browser may ask where to save.
   *
   * @param isSaved false: the file is only returned to the caller
   */
  async start(choice: ExportChoice, isSaved = true): Promise<ExportedFile> {
    const { clock, zone } = this.#viewer;
    this.#requireReady();
    const ends = this.#ends;
    const { NOT_SAVED } = await this.load();
    const startedAt = (await loadTemporal()).wallTime(clock.now(), zone);
    const order = { ...choice, startedAt, zone, isRedacted: () => this.#viewer.isRedacted, viewer: VERSION };
    const destination = isSaved ? await this.#chooseDestination(order, false) : NOT_SAVED;
    if (this.#ends !== ends || !this.#viewer.isConnected) {
      void destination.discard?.();
      throw new AuditLogError("aborted", "The export was canceled before it started.");
    }
    try {
      return await this.exportTo(order, destination);
    } catch (cause) {
      // The caller has already got the error, so a resumed run could not return the file to it.
      if (!isSaved && this.#run?.order === order) this.end();
      throw cause;
    }
  }

  /** Starts an export to a destination. It replaces an export that was stopped or failed. */
  async exportTo(order: RunCode.ExportOrder, destination: Destination): Promise<ExportedFile> {
    try {
      this.#requireReady();
      this.#discardRun();
      return await this.#execute(await this.#createRun(order, destination));
    } catch (cause) {
      if (this.#run?.order !== order) void destination.discard?.();
      throw cause;
    }
  }

  /** Resumes an export that was stopped or failed. Does nothing otherwise. */
  async resume(): Promise<ExportedFile | undefined> {
    const run = this.#pausedRun;
    if (!run) return undefined;
    run.resetIfFileIsLost();
    return this.#execute(run);
  }

  /** Saves the events that were read before a stop or a failure. Call it in response to a click. */
  async savePart(given?: Destination): Promise<ExportedFile | undefined> {
    const run = this.#pausedRun;
    if (!run) return void given?.discard?.();
    const destination = given ?? (await this.#chooseDestination(run.order, true));
    // Another export has started while the user chose a file.
    if (this.#pausedRun !== run) return void destination.discard?.();
    run.keepPart(destination);
    return this.#execute(run);
  }

  /** Stops reading. The export can be resumed or its part saved. If the file is already being finished, the export ends. */
  stop(): void {
    if (this.#run && !this.#run.stop()) this.end();
  }

  /** Forgets a finished export. It does not cancel the next one, which may have been asked for already. */
  clearResult(): void {
    if (this.state.status === "done") this.#discardRun();
  }

  /** Ends the export. It cannot be resumed. */
  end(): void {
    this.#ends += 1;
    this.#discardRun();
  }

  #discardRun(): void {
    const run = this.#run;
    this.#run = undefined;
    run?.end();
    if (this.state.status !== "idle") this.update(NO_EXPORT);
  }

  get #pausedRun(): ExportRun | undefined {
    return this.state.status === "running" ? undefined : this.#run;
  }

  #requireReady(): void {
    if (this.state.status === "running") throw new AuditLogError("bad-request", "Another export is running.");
    if (!this.#log.state.searched) throw new AuditLogError("bad-request", "Nothing to export yet. Search first.");
  }

  async #chooseDestination(order: RunCode.ExportOrder, isPartial: boolean): Promise<Destination> {
    const { askDestination, createDownloads } = await this.load();
    const wait = (ms: number) => this.#viewer.clock.sleep(ms);
    return order.scope === "range" ? askDestination(createFileName(order, isPartial), wait) : createDownloads(wait);
  }

  async #createRun(order: RunCode.ExportOrder, destination: Destination): Promise<ExportRun> {
    const { searched, pages, coverage, hasMore } = this.#log.state;
    const { format, scope } = order;
    const snapshot = this.#log.snapshot();
    const fileName = destination.fileName ?? createFileName(order, false);
    const ends = this.#ends;
    this.update({ ...NO_EXPORT, status: "running", format, scope, fileName });
    const code = await this.load().catch((cause: unknown) => {
      if (this.#ends === ends) this.end();
      throw cause;
    });
    if (this.#ends !== ends) throw new AuditLogError("aborted", "The export was canceled.");
    this.#run = new code.ExportRun({
      order,
      server: this.#log.server!,
      searched: searched!,
      loaded: { pages, coverage, hasMore },
      snapshot,
      destination,
      makeFiles: () => this.#viewer.makeFiles(),
      clock: this.#viewer.clock,
      onProgress: (change) => this.update(change),
    });
    return this.#run;
  }

  async #execute(run: ExportRun): Promise<ExportedFile> {
    this.update({ status: "running", failure: undefined });
    try {
      const { file, columns, bytes } = await run.run();
      const { rows, complete } = file;
      this.#run = undefined;
      this.update({ status: "done", part: 1, columns, bytes, rows, complete });
      return file;
    } catch (cause) {
      const error = run.isStopped ? new AuditLogError("aborted", "The export was stopped.") : toFailure(cause);
      if (this.#run === run) this.#onFailure(run, error);
      throw error;
    }
  }

  #onFailure(run: ExportRun, error: AuditLogError): void {
    if (!run.isStopped) this.update({ status: "failed", failure: { error, during: run.during } });
    else if (this.state.rows === 0) this.end();
    else this.update({ status: "stopped" });
  }
}
