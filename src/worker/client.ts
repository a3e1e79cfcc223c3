import type { AuditEvent } from "../domain/audit-event.js";
import type { FileProgress, FileSetting, FinishedFile } from "./api.js";

/** A file that is being written. */
export interface FileJob {
  /** Resolves when the events are written, so that whoever reads a range waits for the writer. */
  write(events: readonly AuditEvent[], unreadable: readonly unknown[]): Promise<FileProgress>;
  finish(): Promise<FinishedFile>;
  /** Ends the job at once, whatever it is doing; what comes after is dropped. */
  cancel(): void;
}

/** Where files are written: a thread, or the page itself where threads are refused. One for each viewer. */
export interface FileMaker {
  /** Starts the thread at the first need. */
  begin(setting: FileSetting): Promise<FileJob>;
  /** Ends the thread and every job. The next `begin` starts anew. */
  end(): void;
}
