import type { Clock } from "../core/clock.js";
import { AuditLogError } from "../core/errors.js";
import { VERSION } from "../version.js";
import type { FileSetting } from "./contract.js";
import { BUILT_IN_WORKER } from "./built-in.js";
import { WorkerFileJob, type FileJob, type JobEnd } from "./file-job.js";
import { PageRunner } from "./page-runner.js";
import { ThreadRunner, WorkerDiedError } from "./thread-runner.js";
import type { WorkerRunner } from "./worker-runner.js";

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
  #runner: Promise<WorkerRunner> | undefined;
  readonly #jobs = new Set<WorkerFileJob>();
  /** The URL of a worker that failed. It is not started again, because a browser reports each blocked worker to the page. */
  #failedUrl: string | undefined;

  constructor(setup: FileWorkerSetup) {
    this.#setup = setup;
  }

  async startFile(setting: FileSetting): Promise<FileJob> {
    const starting = (this.#runner ??= this.#startRunner());
    const runner = await starting;
    const job = new WorkerFileJob(runner, setting, (end) => this.#onJobEnd(job, starting, end));
    this.#jobs.add(job);
    // `end` was called during the start.
    if (this.#runner !== starting) job.cancel();
    await job.started;
    return job;
  }

  end(): void {
    const runner = this.#runner;
    for (const job of [...this.#jobs]) job.cancel();
    if (runner) this.#endRunner(runner);
  }

  #onJobEnd(job: WorkerFileJob, runner: Promise<WorkerRunner>, { isBusy, error }: JobEnd): void {
    this.#jobs.delete(job);
    // A worker that died may die again, so the next file is written on the page.
    if (error instanceof WorkerDiedError) this.#failedUrl = this.#url;
    // A busy worker cannot receive the message that cancels the file.
    if (error instanceof WorkerDiedError || (isBusy && this.#jobs.size === 0)) this.#endRunner(runner);
  }

  #endRunner(starting: Promise<WorkerRunner>): void {
    if (this.#runner === starting) this.#runner = undefined;
    void starting.then((runner) => runner.end(new AuditLogError("aborted", "The viewer stopped writing files.")));
  }

  get #url(): string {
    return this.#setup.url() ?? BUILT_IN_WORKER;
  }

  async #startRunner(): Promise<WorkerRunner> {
    const url = this.#url;
    if (url === "none" || url === this.#failedUrl) return new PageRunner();
    const isOwnOfPage = this.#setup.url() !== undefined;
    const result = await this.#startWorker(url, isOwnOfPage);
    if (result instanceof ThreadRunner) return result;
    this.#failedUrl = url;
    if (isOwnOfPage) this.#setup.warn(`\`worker-url\` ${url} is not used: ${result}`);
    return new PageRunner();
  }

  /** @returns the worker, or the reason why it cannot be used */
  async #startWorker(url: string, isOwnOfPage: boolean): Promise<ThreadRunner | string> {
    let runner: ThreadRunner | undefined;
    try {
      runner = new ThreadRunner(url, isOwnOfPage, this.#setup.clock);
      const version = await runner.call((worker) => worker.hello(), START_TIMEOUT);
      if (version === VERSION) return runner;
      runner.end(new Error("Another version."));
      return `it has version ${String(version)}, the viewer has version ${VERSION}.`;
    } catch (error) {
      runner?.end(error as Error);
      return String(error);
    }
  }
}
