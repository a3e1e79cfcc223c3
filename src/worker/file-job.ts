import type { AuditEvent } from "../core/audit-event.js";
import { AuditLogError } from "../core/errors.js";
import type { FileProgress, FileSetting, FileWorker, FinishedFile } from "./contract.js";
import type { WorkerHost } from "./thread.js";

/** A file that is being written. */
export interface FileJob {
  /** Resolves when the events are written, so that whoever reads a range waits for the writer. */
  write(events: readonly AuditEvent[], unreadable: readonly unknown[]): Promise<FileProgress>;
  finish(): Promise<FinishedFile>;
  /** Ends the job at once, whatever it is doing; what comes after is dropped. */
  cancel(): void;
}

/** Much more than a page of events takes, and than the end of a file of a million. */
const PATIENCE_MS = { step: 60_000, finish: 300_000 } as const;

/** How a job ended: `busy`, its place is still at work for it. */
export interface JobEnd {
  readonly busy: boolean;
  readonly error?: unknown;
}

/** One file. Its steps are done one after the other, wherever that is. */
export class WorkerFileJob implements FileJob {
  readonly begun: Promise<unknown>;
  readonly #place: WorkerHost;
  readonly #onEnd: (end: JobEnd) => void;
  readonly #over = new AbortController();
  #file = 0;
  #steps = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** @param onEnd called once */
  constructor(place: WorkerHost, setting: FileSetting, onEnd: (end: JobEnd) => void) {
    this.#place = place;
    this.#onEnd = onEnd;
    this.begun = this.#step(async (worker) => (this.#file = await worker.begin(setting)));
  }

  write(events: readonly AuditEvent[], unreadable: readonly unknown[]): Promise<FileProgress> {
    return this.#step(async (worker, file) => {
      try {
        return await worker.write(file, events, unreadable);
      } catch (error) {
        // A page's own `redact` or adapter may put into a record what no thread can be handed, and no file can hold.
        if ((error as Error).name !== "DataCloneError") throw error;
        return worker.write(file, plain(events), plain(unreadable));
      }
    });
  }

  async finish(): Promise<FinishedFile> {
    const finished = await this.#step((worker, file) => worker.finish(file), PATIENCE_MS.finish);
    this.#end("The file is finished.", { busy: false });
    return finished;
  }

  cancel(): void {
    if (!this.#over.signal.aborted) this.#end("Cancelled.", { busy: this.#steps > 0 });
  }

  async #step<T>(
    step: (worker: FileWorker, file: number) => T | Promise<T>,
    patience: number = PATIENCE_MS.step,
  ): Promise<Awaited<T>> {
    const { signal } = this.#over;
    signal.throwIfAborted();
    this.#steps += 1;
    const work = this.#last.then(() => {
      signal.throwIfAborted();
      return this.#place.call((worker) => step(worker, this.#file), patience);
    });
    this.#last = work.catch(() => undefined);
    try {
      return await unlessAborted(work, signal);
    } catch (error) {
      if (!signal.aborted) this.#end(String(error), { busy: false, error });
      throw error;
    } finally {
      this.#steps -= 1;
    }
  }

  #end(why: string, end: JobEnd): void {
    const file = this.#file;
    this.#over.abort(new AuditLogError("aborted", why));
    // Nobody waits for it: a place that is gone has forgotten the file already.
    this.#place.call((worker) => worker.cancel(file), PATIENCE_MS.step).catch(() => undefined);
    this.#onEnd(end);
  }
}

/** What comes after the abort is dropped. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    signal.addEventListener("abort", stop, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

function plain<T>(items: readonly T[]): readonly T[] {
  return JSON.parse(JSON.stringify(items)) as readonly T[];
}
