import type { Clock } from "../core/clock.js";
import { AuditLogError } from "../core/errors.js";
import { VERSION } from "../version.js";
import type { FileSetting } from "./contract.js";
import { BUILT_IN } from "./built-in.js";
import { WorkerFileJob, type FileJob, type JobEnd } from "./file-job.js";
import { PageHost } from "./page-host.js";
import { Thread, WorkerDiedError, type WorkerHost } from "./thread.js";

export type { FileJob } from "./file-job.js";

/** Where files are written: a thread, or the page itself where threads are refused. One for each viewer. */
export interface FileMaker {
  /** Starts the thread at the first need. */
  begin(setting: FileSetting): Promise<FileJob>;
  /** Ends the thread and every job. The next `begin` starts anew. */
  end(): void;
}

/** What a client is told. */
export interface FileWorkerSetup {
  readonly clock: Clock;
  /** The absolute URL of a worker of the page's own origin, read at each start; `none` for no thread; nothing for the viewer's own. */
  readonly url: () => string | undefined;
  /** Says in the console what is wrong with the page's own worker. */
  readonly warn: (message: string) => void;
}

/** A worker that has said nothing by then is not going to: a policy may refuse it without a word. */
const HELLO_MS = 5_000;

/** Writes files in one worker, or on the page where there is none. */
export class FileWorkerClient implements FileMaker {
  readonly #setup: FileWorkerSetup;
  #place: Promise<WorkerHost> | undefined;
  readonly #jobs = new Set<WorkerFileJob>();
  /** The worker that did not start, or died: asked once, so that a policy reports it once. */
  #refused: string | undefined;

  constructor(setup: FileWorkerSetup) {
    this.#setup = setup;
  }

  async begin(setting: FileSetting): Promise<FileJob> {
    const starting = (this.#place ??= this.#start());
    const place = await starting;
    const job = new WorkerFileJob(place, setting, (end) => this.#leave(job, starting, end));
    this.#jobs.add(job);
    // Ended while it started.
    if (this.#place !== starting) job.cancel();
    await job.begun;
    return job;
  }

  end(): void {
    const place = this.#place;
    for (const job of [...this.#jobs]) job.cancel();
    if (place) this.#drop(place);
  }

  #leave(job: WorkerFileJob, place: Promise<WorkerHost>, { busy, error }: JobEnd): void {
    this.#jobs.delete(job);
    // The next file is written on the page: what died once may die again.
    if (error instanceof WorkerDiedError) this.#refused = this.#url;
    // A thread that is in the middle of something does not hear that nobody waits for it any more.
    if (error instanceof WorkerDiedError || (busy && this.#jobs.size === 0)) this.#drop(place);
  }

  #drop(place: Promise<WorkerHost>): void {
    if (this.#place === place) this.#place = undefined;
    void place.then((one) => one.end(new AuditLogError("aborted", "The viewer stopped writing files.")));
  }

  get #url(): string {
    return this.#setup.url() ?? BUILT_IN;
  }

  async #start(): Promise<WorkerHost> {
    const url = this.#url;
    if (url === "none" || url === this.#refused) return new PageHost();
    const isGiven = this.#setup.url() !== undefined;
    const fault = await this.#shakeHands(url, isGiven);
    if (fault instanceof Thread) return fault;
    this.#refused = url;
    if (isGiven) this.#setup.warn(`\`worker-url\` ${url} is not used: ${fault}`);
    return new PageHost();
  }

  /** The thread that answers as it should, else what is wrong with it. */
  async #shakeHands(url: string, isGiven: boolean): Promise<Thread | string> {
    let thread: Thread | undefined;
    try {
      thread = new Thread(url, isGiven, this.#setup.clock);
      const version = await thread.call((worker) => worker.hello(), HELLO_MS);
      if (version === VERSION) return thread;
      thread.end(new Error("Another version."));
      return `it has version ${String(version)}, the viewer has version ${VERSION}.`;
    } catch (error) {
      thread?.end(error as Error);
      return String(error);
    }
  }
}
