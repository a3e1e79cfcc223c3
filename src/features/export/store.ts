import type { Clock } from "../../core/clock.js";
import { AuditLogError } from "../../core/errors.js";
import type { ExportFormat, ExportScope } from "../../core/export-format.js";
import { Store } from "../../core/store.js";
import { loadTemporal } from "../../core/time/temporal.js";
import { exportFileName } from "../../files/manifest.js";
import type { LogStore } from "../../search/log-store.js";
import { toFailure } from "../../search/operation.js";
import { VERSION } from "../../version.js";
import type { FileMaker } from "../../worker/client.js";
import type { Destination, ExportedFile } from "./destination.js";
import type * as RunCode from "./export-run.js";
import { exportableOf, NO_EXPORT, type ExportState } from "./state.js";

/** What the user chose. */
export interface ExportChoice {
  readonly format: ExportFormat;
  readonly scope: ExportScope;
  readonly includeSensitive: boolean;
}

/** What an export needs from the viewer. */
export interface ExportHost {
  readonly clock: Clock;
  /** IANA id of the chosen zone. */
  readonly zone: string;
  readonly isRedacted: boolean;
  /** The viewer is on a page. */
  readonly isConnected: boolean;
  makeFiles(): Promise<FileMaker>;
  /** Loads the code that reads, writes and saves. */
  loadRun(): Promise<typeof RunCode>;
}

type ExportRun = RunCode.ExportRun;

/** The exports of one log, one at a time, without a DOM. Every promise rejects with an AuditLogError. */
export class ExportStore extends Store<ExportState> {
  readonly #log: LogStore;
  readonly #host: ExportHost;
  #run: ExportRun | undefined;
  /** Changes when everything is ended: an export that still waits for its destination must not start. */
  #ends = 0;

  constructor(log: LogStore, host: ExportHost) {
    super({ ...NO_EXPORT, exportable: exportableOf(log.state) });
    this.#log = log;
    this.#host = host;
    log.subscribe((now) => this.update({ exportable: exportableOf(now) }));
  }

  /** Loads the code of an export. The next call tries again after a failure. */
  load(): Promise<typeof RunCode> {
    return this.#host.loadRun();
  }

  /**
   * Starts an export. Call it in response to a click: the browser may ask where to save.
   *
   * @param isSaved false: the caller gets the file, and nothing is saved
   */
  async start(choice: ExportChoice, isSaved = true): Promise<ExportedFile> {
    const { clock, zone } = this.#host;
    this.#check();
    const ends = this.#ends;
    const { NOT_SAVED } = await this.load();
    const begun = (await loadTemporal()).wallTime(clock.now(), zone);
    const order = { ...choice, begun, zone, isRedacted: () => this.#host.isRedacted, viewer: VERSION };
    const destination = isSaved ? await this.#destinationOf(order, false) : NOT_SAVED;
    if (this.#ends !== ends || !this.#host.isConnected) {
      void destination.discard?.();
      throw new AuditLogError("aborted", "The export was canceled before it started.");
    }
    try {
      return await this.begin(order, destination);
    } catch (cause) {
      // Nobody could be given the file of a resumed run.
      if (!isSaved && this.#run?.order === order) this.end();
      throw cause;
    }
  }

  /** Starts an export to a destination. An export that was stopped or failed is forgotten. */
  async begin(order: RunCode.ExportOrder, destination: Destination): Promise<ExportedFile> {
    try {
      this.#check();
      this.#forget();
      return await this.#work(await this.#createRun(order, destination));
    } catch (cause) {
      if (this.#run?.order !== order) void destination.discard?.();
      throw cause;
    }
  }

  /** Goes on after a stop or a failure. Does nothing otherwise. */
  async resume(): Promise<ExportedFile | undefined> {
    const run = this.#resting;
    if (!run) return undefined;
    run.startAgainIfLost();
    return this.#work(run);
  }

  /** Saves what was read before a stop or a failure. Call it in response to a click. */
  async keepPart(given?: Destination): Promise<ExportedFile | undefined> {
    const run = this.#resting;
    if (!run) return void given?.discard?.();
    const destination = given ?? (await this.#destinationOf(run.order, true));
    // Another export has started while the user chose a file.
    if (this.#resting !== run) return void destination.discard?.();
    run.keepPart(destination);
    return this.#work(run);
  }

  /** Stops reading. What was read can be saved or continued, unless the file is being finished. */
  stop(): void {
    if (this.#run && !this.#run.stop()) this.end();
  }

  /** Ends the export and forgets it. */
  end(): void {
    this.#ends += 1;
    this.#forget();
  }

  #forget(): void {
    const run = this.#run;
    this.#run = undefined;
    run?.end();
    if (this.state.status !== "idle") this.update(NO_EXPORT);
  }

  get #resting(): ExportRun | undefined {
    return this.state.status === "running" ? undefined : this.#run;
  }

  #check(): void {
    if (this.state.status === "running") throw new AuditLogError("bad-request", "Another export is running.");
    if (!this.#log.state.searched) throw new AuditLogError("bad-request", "Nothing to export yet. Search first.");
  }

  async #destinationOf(order: RunCode.ExportOrder, isPartial: boolean): Promise<Destination> {
    const { askDestination, downloads } = await this.load();
    const wait = (ms: number) => this.#host.clock.sleep(ms);
    return order.scope === "range" ? askDestination(exportFileName(order, isPartial), wait) : downloads(wait);
  }

  async #createRun(order: RunCode.ExportOrder, destination: Destination): Promise<ExportRun> {
    const { searched, pages, coverage, hasMore } = this.#log.state;
    const { format, scope } = order;
    const held = this.#log.snapshot();
    const fileName = destination.fileName ?? exportFileName(order, false);
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
      held,
      destination,
      makeFiles: () => this.#host.makeFiles(),
      clock: this.#host.clock,
      onProgress: (change) => this.update(change),
    });
    return this.#run;
  }

  async #work(run: ExportRun): Promise<ExportedFile> {
    this.update({ status: "running", failure: undefined });
    try {
      const { file, columns, bytes } = await run.work();
      const { rows, complete } = file;
      this.#run = undefined;
      this.update({ status: "done", part: 1, columns, bytes, rows, complete });
      return file;
    } catch (cause) {
      const error = run.isStopped ? new AuditLogError("aborted", "The export was stopped.") : toFailure(cause);
      if (this.#run === run) this.#rest(run, error);
      throw error;
    }
  }

  #rest(run: ExportRun, error: AuditLogError): void {
    if (!run.isStopped) this.update({ status: "failed", failure: { error, during: run.during } });
    else if (this.state.rows === 0) this.end();
    else this.update({ status: "stopped" });
  }
}
