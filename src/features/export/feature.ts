import { html } from "lit";
import type { ExportOptions, ExportResult } from "../../core/export-options.js";
import { formatCount } from "../../i18n/numbers.js";
import type { LogStore } from "../../search/log-store.js";
import type { Feature, ViewerForFeatures, ToolUse } from "../../views/shell/feature.js";
import "./export-menu.js";
import type * as RunCode from "./export-run.js";
import { readExportOptions } from "./options.js";
import { ExportStore } from "./store.js";
import type { ExportState } from "./state.js";

export { exports as english } from "./texts/en.js";

/** The parts of this feature that are loaded when the user first opens its menu. */
export interface ExportParts {
  run(): Promise<typeof RunCode>;
  panel(): Promise<unknown>;
}

/** Exports events, from the menu in the toolbar and with `exportEvents()`. An export belongs to one server and one user. */
export class ExportFeature implements Feature {
  readonly #viewer: ViewerForFeatures;
  readonly #parts: ExportParts;
  #store: ExportStore;

  readonly places = {
    toolbar: (_: undefined, use: ToolUse) =>
      html`<alv-export-menu .store=${this.#store} .loadPanel=${this.#loadPanel} .use=${use}></alv-export-menu>`,
  };

  constructor(viewer: ViewerForFeatures, parts: ExportParts) {
    this.#viewer = viewer;
    this.#parts = parts;
    this.#store = this.#createStore(viewer.log);
  }

  use(log: LogStore): void {
    this.#store.end();
    this.#store = this.#createStore(log);
  }

  end(): void {
    this.#store.end();
  }

  /** Rejects with an AuditLogError. */
  readonly exportEvents = async (given: ExportOptions | undefined): Promise<ExportResult> => {
    const { deliver, ...choice } = readExportOptions(given);
    const isSaved = deliver === "download";
    const { fileName, rows, complete, data } = await this.#store.start(choice, isSaved);
    return { fileName, rows, complete, ...(isSaved ? {} : { blob: data }) };
  };

  readonly #loadPanel = () => Promise.all([this.#parts.panel(), this.#parts.run()]);

  #createStore(log: LogStore): ExportStore {
    const [viewer, parts] = [this.#viewer, this.#parts];
    const store = new ExportStore(log, {
      get clock() {
        return viewer.clock;
      },
      get zone() {
        return viewer.zone;
      },
      get isRedacted() {
        return viewer.isRedacted;
      },
      get isConnected() {
        return viewer.element.isConnected;
      },
      makeFiles: () => viewer.makeFiles(),
      loadRun: () => parts.run(),
    });
    store.subscribe((now, before) => this.#onChange(now, before));
    return store;
  }

  /** Announces only the start and the end, not each step. */
  #onChange(now: ExportState, before: ExportState): void {
    if (now.status === before.status) return;
    const { environment } = this.#viewer;
    if (now.failure) this.#viewer.report(now.failure.error);
    if (now.status === "done") {
      const { fileName, format, rows, complete } = now;
      this.#viewer.emit("alv-export", { fileName, format, rows, complete });
    }
    if (now.status !== "idle") {
      this.#viewer.say(environment.strings.announceExport(now.status, formatCount(now.rows, environment.locale)));
    }
  }
}
