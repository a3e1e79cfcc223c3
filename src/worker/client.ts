import type { Clock } from "../core/clock.js";
import { AuditLogError } from "../core/errors.js";
import { VERSION } from "../version.js";
import type { FileSetting } from "./contract.js";
import { BUILT_IN_WORKER } from "./built-in.js";
import { WorkerFileJob, type FileJob, type JobEnd } from "./file-job.js";
import { PageWorker } from "./page-worker.js";
import { ThreadHost, WorkerDiedError } from "./thread-host.js";
import type { WorkerHost } from "./worker-host.js";

export type { FileJob } from "./file-job.js";

/** Writes the files of one viewer. */
export interface FileMaker {
  /** Starts a file, and a worker if none is running. */
  startFile(setting: FileSetting): Promise<FileJob>;
  /** Ends the worker and cancels every file. The next file starts another worker. */
  end(): void;
}

export interface FileWorkerSetup {
  readonly clock: Clock;
  /**
   * The absolute URL of a worker on the page's own origin, `none` for no worker, or undefined for the viewer's own worker.
   * The client reads it each time it starts a worker.
   */
  readonly url: () => string | undefined;
  /** Warns the developer of the page about its own worker. */
  readonly warn: (message: string) => void;
}

/** The time for a worker to start, in milliseconds. A browser does not always report that a policy blocks the worker. */
const START_TIMEOUT = 5_000;

/** Writes all files in one worker. If workers are blocked, it writes them on the page. */
export class FileWorkerClient implements FileMaker {
  readonly #setup: FileWorkerSetup;
  #host: Promise<WorkerHost> | undefined;
  readonly #jobs = new Set<WorkerFileJob>();
  /** The URL of a worker that failed. It is not started again, because a browser reports each blocked worker to the page. */
  #failedUrl: string | undefined;

  constructor(setup: FileWorkerSetup) {
    this.#setup = setup;
  }

  async startFile(setting: FileSetting): Promise<FileJob> {
    const starting = (this.#host ??= this.#startHost());
    const host = await starting;
    const job = new WorkerFileJob(host, setting, (end) => this.#onJobEnd(job, starting, end));
    this.#jobs.add(job);
    // `end` was called during the start.
    if (this.#host !== starting) job.cancel();
    await job.started;
    return job;
  }

  end(): void {
    const host = this.#host;
    for (const job of [...this.#jobs]) job.cancel();
    if (host) this.#endHost(host);
  }

  #onJobEnd(job: WorkerFileJob, host: Promise<WorkerHost>, { isBusy, error }: JobEnd): void {
    this.#jobs.delete(job);
    // A worker that died may die again, so the next file is written on the page.
    if (error instanceof WorkerDiedError) this.#failedUrl = this.#url;
    // A busy worker cannot receive the message that cancels the file.
    if (error instanceof WorkerDiedError || (isBusy && this.#jobs.size === 0)) this.#endHost(host);
  }

  #endHost(starting: Promise<WorkerHost>): void {
    if (this.#host === starting) this.#host = undefined;
    void starting.then((host) => host.end(new AuditLogError("aborted", "The viewer stopped writing files.")));
  }

  get #url(): string {
    return this.#setup.url() ?? BUILT_IN_WORKER;
  }

  async #startHost(): Promise<WorkerHost> {
    const url = this.#url;
    if (url === "none" || url === this.#failedUrl) return new PageWorker();
    const isOwnOfPage = this.#setup.url() !== undefined;
    const result = await this.#startWorker(url, isOwnOfPage);
    if (result instanceof ThreadHost) return result;
    this.#failedUrl = url;
    if (isOwnOfPage) this.#setup.warn(`\`worker-url\` ${url} is not used: ${result}`);
    return new PageWorker();
  }

  /** @returns the worker, or the reason why it cannot be used */
  async #startWorker(url: string, isOwnOfPage: boolean): Promise<ThreadHost | string> {
    let host: ThreadHost | undefined;
    try {
      host = new ThreadHost(url, isOwnOfPage, this.#setup.clock);
      const version = await host.call((worker) => worker.hello(), START_TIMEOUT);
      if (version === VERSION) return host;
      host.end(new Error("Another version."));
      return `it has version ${String(version)}, the viewer has version ${VERSION}.`;
    } catch (error) {
      host?.end(error as Error);
      return String(error);
    }
  }
}
