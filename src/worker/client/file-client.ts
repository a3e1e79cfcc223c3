import { AuditLogError } from "../../core/errors.js";
import type { FileSetting, FileWorker } from "../contract.js";
import { WorkerFileJob, type FileJob, type JobEnd } from "./file-job.js";
import { FileWriters } from "../file-writers.js";
import { PageRunner } from "./page-runner.js";
import { createSlicedPause } from "./sliced-pause.js";
import { WorkerDiedError } from "./thread-runner.js";
import type { Threads } from "./threads.js";
import type { WorkerRunner } from "./worker-runner.js";

export type { FileJob } from "./file-job.js";

/** Writes the files of one viewer. */
export interface FileMaker {
  /** Starts a file, and a worker if none is running. */
  startFile(setting: FileSetting): Promise<FileJob>;
  /** Ends the worker and cancels every file. The next file starts another worker. */
  end(): void;
}

/** Writes all files in one worker. If workers are blocked, it writes them on the page. */
export class FileWorkerClient implements FileMaker {
  readonly #threads: Threads;
  #runner: Promise<WorkerRunner<FileWorker>> | undefined;
  readonly #jobs = new Set<WorkerFileJob>();

  constructor(threads: Threads) {
    this.#threads = threads;
  }

  async startFile(setting: FileSetting): Promise<FileJob> {
    const starting = (this.#runner ??= this.#startRunner());
    const runner = await starting;
    const job = new WorkerFileJob(runner, setting, (end) => this.#onJobEnd(job, starting, runner, end));
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

  async #startRunner(): Promise<WorkerRunner<FileWorker>> {
    return (await this.#threads.start("files")) ?? new PageRunner<FileWorker>(new FileWriters(createSlicedPause()));
  }

  #onJobEnd(
    job: WorkerFileJob,
    starting: Promise<WorkerRunner<FileWorker>>,
    runner: WorkerRunner<FileWorker>,
    { isBusy, error }: JobEnd,
  ): void {
    this.#jobs.delete(job);
    const isDead = error instanceof WorkerDiedError;
    // A busy worker cannot receive the message that cancels the file. If the page has written, a thread may write the next file.
    const isUnwanted = (isBusy || runner instanceof PageRunner) && this.#jobs.size === 0;
    if (isDead || isUnwanted) this.#endRunner(starting);
  }

  #endRunner(starting: Promise<WorkerRunner<FileWorker>>): void {
    if (this.#runner === starting) this.#runner = undefined;
    void starting.then((runner) => runner.end(new AuditLogError("aborted", "The viewer stopped writing files.")));
  }
}
