import { ContextProvider } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Environment } from "../../views/shell/environment.js";
import { exportContext, type Exportable, type ExportDesk } from "./context.js";
import type { Clock } from "../../core/clock.js";
import { lastOf } from "../../core/coverage.js";
import type { ExportOptions, ExportResult } from "./options.js";
import type { ExportJobs } from "./jobs.js";
import { NO_EXPORT } from "./state.js";
import { loadedCount, type LogState } from "../../search/log-state.js";
import type { LogStore } from "../../search/log-store.js";
import type { FileMaker } from "../../worker/client.js";

export type ExportHost = ReactiveControllerHost & HTMLElement;

/** What an export needs of the viewer, read when it begins. */
export interface ExportSetting {
  readonly clock: Clock;
  readonly zone: string;
  readonly environment: Environment;
}

export interface ExportSurroundings {
  readonly setting: () => ExportSetting;
  /** Whether records are changed before anything is made of them; asked for every page, so it has to be cheap. */
  readonly isRedacted: () => boolean;
  /** What writes files; whoever hands it over ends it. */
  readonly makeFiles: () => Promise<FileMaker>;
  /** Says something once to a screen reader. */
  readonly say: (text: string) => void;
}

/**
 * Offers exports to the viewer's menu and to its page. What makes them is a chunk of its own. An export belongs to one
 * server and one user: another one, or removal, ends it; a move is no removal.
 */
export class ExportProvider implements ReactiveController {
  readonly #host: ExportHost;
  readonly #surroundings: ExportSurroundings;
  readonly #provider: ContextProvider<typeof exportContext, ExportHost>;
  #log: LogStore | undefined;
  /** What makes files, once it has been fetched: the next server's exports need no second fetch. */
  #maker: typeof ExportJobs | undefined;
  #jobs: ExportJobs | undefined;
  #seen: LogState | undefined;

  constructor(host: ExportHost, surroundings: ExportSurroundings) {
    this.#host = host;
    this.#surroundings = surroundings;
    this.#provider = new ContextProvider(host, { context: exportContext, initialValue: this.#desk() });
    host.addController(this);
  }

  /** Another server or user: nothing of the one before may be written any more. */
  use(log: LogStore): void {
    this.#end();
    this.#log = log;
    // The menu asks for its part once, and a click has to find jobs at once: the browser may ask where to save.
    this.#jobs = this.#maker && this.#make(this.#maker);
    this.#publish();
  }

  /** Makes a file of what was searched for. Rejects with an AuditLogError. */
  async exportEvents(options: ExportOptions | undefined): Promise<ExportResult> {
    return (await this.#need()).run(options);
  }

  hostUpdate(): void {
    if (this.#log?.state !== this.#seen) this.#publish();
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#end();
    });
  }

  #end(): void {
    this.#jobs?.store.end();
  }

  async #need(): Promise<ExportJobs> {
    this.#maker ??= (await import("./jobs.js")).ExportJobs;
    this.#jobs ??= this.#make(this.#maker);
    return this.#jobs;
  }

  #make(Jobs: typeof ExportJobs): ExportJobs {
    return new Jobs(this.#host, this.#log, this.#surroundings, () => this.#publish());
  }

  #publish(): void {
    this.#seen = this.#log?.state;
    this.#provider.setValue(this.#desk());
  }

  #desk(): ExportDesk {
    return {
      exportable: exportable(this.#seen),
      state: this.#jobs?.store.state ?? NO_EXPORT,
      need: () => this.#need(),
      start: (order) => void this.#jobs?.start(order),
      stop: () => this.#jobs?.store.stop(),
      goOn: () => void this.#jobs?.goOn(),
      keep: () => void this.#jobs?.keep(),
      dismiss: () => this.#jobs?.store.end(),
    };
  }
}

function exportable(state: LogState | undefined): Exportable | undefined {
  // What a search is about to replace is not offered any more.
  if (!state?.searched || state.activity === "search") return undefined;
  const { span, endsNow } = state.searched;
  const rows = loadedCount(state);
  return {
    rows,
    pages: state.pages.length,
    isNothing: rows === 0 && state.hasMore === false,
    first: span.from,
    last: lastOf(span, endsNow),
  };
}
