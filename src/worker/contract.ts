import type { AuditEvent } from "../core/audit-event.js";
import type { FileFormat, FileSetting } from "../files/file-setting.js";

export type { FileFormat, FileSetting };

export interface FileProgress {
  readonly rows: number;
  /** The number of bytes so far. A CSV file gets its header and the padding of narrow rows at the end. */
  readonly bytes: number;
}

export interface FinishedFile extends FileProgress {
  readonly data: Blob;
  /** The number of columns of a CSV file; 0 for other formats. */
  readonly columns: number;
  /** The hash of `data`, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** The functions of the worker. If workers are blocked, the same functions run on the page and write the same bytes. */
export interface FileWorker {
  /** Returns the version of the viewer that the worker belongs to. */
  hello(): string;
  /** Starts a file and returns its number. */
  startFile(setting: FileSetting): number;
  /**
   * @param events from newest to oldest
   * @param unreadable items that are not records, as the server sent them; a CSV file leaves them out
   */
  write(
    file: number,
    events: readonly AuditEvent[],
    unreadable: readonly unknown[],
  ): FileProgress | Promise<FileProgress>;
  finish(file: number): Promise<FinishedFile>;
  /** Removes a file from memory. Unknown numbers are ignored. */
  cancel(file: number): void;
}
