import { AuditLogError } from "../../core/errors.js";
import "./export-panel.js";
import { exportFileName, type ExportFormat, type ExportScope } from "../../files/manifest.js";
import { loadTemporal } from "../../core/time/temporal.js";
import { emit } from "../../element/public-events.js";
import { readExportOptions, type ExportResult } from "./options.js";
import type { ExportHost, ExportSurroundings } from "./provider.js";
import { reportError } from "../../element/report-changes.js";
import { askedPlace, downloads, handedOver } from "./save-file.js";
import type { ExportState } from "./state.js";
import { ExportStore } from "./store.js";
import type { Destination, ExportedFile, ExportOrder } from "./order.js";
import { LogStore } from "../../search/log-store.js";
import { VERSION } from "../../version.js";
import { counted } from "../../i18n/numbers.js";

interface Wish {
  readonly format: ExportFormat;
  readonly scope: ExportScope;
  readonly includeSensitive: boolean;
}

/** The exports of one server and user, from the wish to the saved file: what the page and the user are told of them. */
export class ExportJobs {
  readonly store: ExportStore;
  readonly #host: ExportHost;
  readonly #around: ExportSurroundings;

  constructor(host: ExportHost, log: LogStore | undefined, around: ExportSurroundings, onChange: () => void) {
    this.#host = host;
    this.#around = around;
    this.store = new ExportStore(log ?? new LogStore(undefined), around.makeFiles, around.setting().clock);
    this.store.subscribe((now, before) => {
      onChange();
      this.#tell(now, before);
    });
  }

  /** For the page. */
  async run(given: unknown): Promise<ExportResult> {
    const { deliver, ...wish } = readExportOptions(given);
    const { fileName, rows, complete, data } = await this.#run(wish, deliver === "blob");
    return { fileName, rows, complete, ...(deliver === "blob" ? { blob: data } : {}) };
  }

  /** For the user, who sees what becomes of it. */
  async start(wish: Wish): Promise<void> {
    await this.#run(wish, false).catch(unheard);
  }

  async goOn(): Promise<void> {
    await this.#finished(this.store.goOn()).catch(unheard);
  }

  async keep(): Promise<void> {
    const { order } = this.store;
    if (!order) return;
    const keep = async () => {
      const place = await this.#place(order, true);
      if (this.store.order === order) return this.store.keep(place);
      // Another export has begun while a place was chosen.
      void place.discard?.();
      return undefined;
    };
    await this.#finished(keep()).catch(unheard);
  }

  async #run(wish: Wish, isHandedOver: boolean): Promise<ExportedFile> {
    const { clock, zone } = this.#around.setting();
    this.store.check();
    const { ends } = this.store;
    const begun = (await loadTemporal()).wallTime(clock.now(), zone);
    const { isRedacted } = this.#around;
    const order: ExportOrder = { ...wish, begun, zone, isRedacted, viewer: VERSION };
    const place = isHandedOver ? handedOver : await this.#place(order, false);
    // The user may take long to choose a place: whose log it was, or the viewer, may be gone meanwhile.
    if (this.store.ends !== ends || !this.#host.isConnected) {
      void place.discard?.();
      throw new AuditLogError("aborted", "The export was canceled before it started.");
    }
    try {
      return (await this.#finished(this.store.run(order, place)))!;
    } catch (cause) {
      if (this.store.order !== order) void place.discard?.();
      // Whoever goes on with it later could not be handed the file any more.
      if (isHandedOver && this.store.order === order) this.store.end();
      throw cause;
    }
  }

  async #place(order: ExportOrder, isPartial: boolean): Promise<Destination> {
    const wait = (ms: number) => this.#around.setting().clock.sleep(ms);
    return order.scope === "range" ? askedPlace(exportFileName(order, isPartial), wait) : downloads(wait);
  }

  async #finished(made: Promise<ExportedFile | undefined>): Promise<ExportedFile | undefined> {
    const file = await made;
    if (file) {
      const { fileName, format, rows, complete } = file;
      emit(this.#host, "alv-export", { fileName, format, rows, complete });
    }
    return file;
  }

  /** Said at the start and at the end, not at each step. */
  #tell(now: ExportState, before: ExportState): void {
    if (now.status === before.status) return;
    if (now.failure) reportError(this.#host, now.failure.error);
    const { strings, locale } = this.#around.setting().environment;
    if (now.status !== "idle") this.#around.say(strings.announceExport(now.status, counted(now.rows, locale)));
  }
}

/** The state says it. */
function unheard(): void {}
