import type { AuditEvent } from "../../core/audit-event.js";
import { AuditLogError } from "../../core/errors.js";
import type { FileProgress, FileSetting, FileWorker, FinishedFile } from "../contract.js";
import type { WorkerRunner } from "./worker-runner.js";

/** A file that is being written. */
export interface FileJob {
  /** Resolves when the events are written, so that a reader does not run ahead of the writer. */
  write(events: readonly AuditEvent[], unreadable: readonly unknown[]): Promise<FileProgress>;
  finish(): Promise<FinishedFile>;
  /** Ends the job at once. Open calls reject with an AuditLogError of the kind `aborted`. */
  cancel(): void;
}

/** In milliseconds: many times what a page of events and the end of a file with a million rows take. */
const TIMEOUTS = { step: 60_000, finish: 300_000 } as const;

export interface JobEnd {
  /** The runner is still executing a step of the job. */
  readonly isBusy: boolean;
  readonly error?: unknown;
}

/** Writes one file on a `WorkerRunner`, one step after the other. */
export class WorkerFileJob implements FileJob {
  readonly started: Promise<unknown>;
  readonly #runner: WorkerRunner<FileWorker>;
  readonly #onEnd: (end: JobEnd) => void;
  readonly #abort = new AbortController();
  #file = 0;
  #openSteps = 0;
  #lastStep: Promise<unknown> = Promise.resolve();

  /** @param onEnd called once */
  constructor(runner: WorkerRunner<FileWorker>, setting: FileSetting, onEnd: (end: JobEnd) => void) {
    this.#runner = runner;
    this.#onEnd = onEnd;
    this.started = this.#runStep(async (worker) => (this.#file = await worker.startFile(setting)));
  }

  write(events: readonly AuditEvent[], unreadable: readonly unknown[]): Promise<FileProgress> {
    return this.#runStep(async (worker, file) => {
      try {
        return await worker.write(file, events, unreadable);
      } catch (error) {
        // The page's `redact` or adapter may put values into a record that cannot be sent to a worker, such as functions.
        if ((error as Error).name !== "DataCloneError") throw error;
        return worker.write(file, toPlainData(events), toPlainData(unreadable));
      }
    });
  }

  async finish(): Promise<FinishedFile> {
    const finished = await this.#runStep((worker, file) => worker.finish(file), TIMEOUTS.finish);
    this.#end("The file is finished.", { isBusy: false });
    return finished;
  }

  cancel(): void {
    if (!this.#abort.signal.aborted) this.#end("Cancelled.", { isBusy: this.#openSteps > 0 });
  }

  async #runStep<T>(
    step: (worker: FileWorker, file: number) => T | Promise<T>,
    timeout: number = TIMEOUTS.step,
  ): Promise<Awaited<T>> {
    const { signal } = this.#abort;
    signal.throwIfAborted();
    this.#openSteps += 1;
    const result = this.#lastStep.then(() => {
      signal.throwIfAborted();
      return this.#runner.call((worker) => step(worker, this.#file), timeout);
    });
    this.#lastStep = result.catch(() => undefined);
    try {
      return await rejectOnAbort(result, signal);
    } catch (error) {
      if (!signal.aborted) this.#end(String(error), { isBusy: false, error });
      throw error;
    } finally {
      this.#openSteps -= 1;
    }
  }

  #end(reason: string, end: JobEnd): void {
    const file = this.#file;
    this.#abort.abort(new AuditLogError("aborted", reason));
    // Errors do not matter: a runner that has ended keeps no files.
    this.#runner.call((worker) => worker.cancel(file), TIMEOUTS.step).catch(() => undefined);
    this.#onEnd(end);
  }
}

/** Rejects as soon as the signal is aborted, and ignores a later result. */
function rejectOnAbort<T>(result: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    signal.addEventListener("abort", stop, { once: true });
    void result.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

function toPlainData<T>(items: readonly T[]): readonly T[] {
  return JSON.parse(JSON.stringify(items)) as readonly T[];
}
