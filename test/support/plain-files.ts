import type { AuditEvent } from "../../src/core/audit-event.js";
import type { FileMaker } from "../../src/worker/client/file-client.js";
import type { FileJob } from "../../src/worker/client/file-job.js";

type Setting = Parameters<FileMaker["startFile"]>[0];

/** One job of a `PlainFiles`. */
export interface PlainJob {
  readonly setting: Setting;
  readonly events: AuditEvent[];
  readonly unreadable: unknown[];
  /** The number of events of each write. */
  readonly writes: number[];
  isCancelled: boolean;
}

/** Writes files in memory, one line for each event, so that a test can read them. */
export class PlainFiles implements FileMaker {
  readonly jobs: PlainJob[] = [];
  /** What the next steps fail with, by name. */
  readonly failing: Partial<Record<"begin" | "write" | "finish", Error>> = {};
  /** Called before each write; a promise holds it back. */
  onWrite: () => Promise<void> | void = () => undefined;

  async startFile(setting: Setting): Promise<FileJob> {
    this.#fail("begin");
    const job: PlainJob = { setting, events: [], unreadable: [], writes: [], isCancelled: false };
    this.jobs.push(job);
    const createText = () => job.events.map(({ id }) => `${id}\r\n`).join("");
    return {
      write: async (events, unreadable) => {
        await this.onWrite();
        this.#fail("write");
        job.events.push(...events);
        job.unreadable.push(...unreadable);
        job.writes.push(events.length);
        return { rows: job.events.length, bytes: createText().length };
      },
      finish: async () => {
        this.#fail("finish");
        const data = new Blob([createText()]);
        const columns = setting.format === "csv" ? 1 : 0;
        return { rows: job.events.length, bytes: data.size, data, columns, sha256: "0".repeat(64) };
      },
      cancel: () => (job.isCancelled = true),
    };
  }

  end(): void {
    for (const job of this.jobs) job.isCancelled = true;
  }

  #fail(step: keyof PlainFiles["failing"]): void {
    const error = this.failing[step];
    if (error) throw error;
  }
}
