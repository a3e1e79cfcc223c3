import type { AuditEvent } from "../core/audit-event.js";
import type { FileFormat, FileSetting } from "../files/file-setting.js";

export type { FileFormat, FileSetting };

export interface FileProgress {
  readonly rows: number;
  /** Written so far; a CSV's header and padding come at the end. */
  readonly bytes: number;
}

/** A file that is whole. */
export interface FinishedFile extends FileProgress {
  /** Its content; the browser may keep it on disk. */
  readonly data: Blob;
  /** Of a CSV; else 0. */
  readonly columns: number;
  /** Of `data`, in lower-case hexadecimal. */
  readonly sha256: string;
}

/**
 * What the thread exposes, and what is done without one where a page refuses threads: the same functions, the same bytes.
 * Events are added newest first, page by page.
 */
export interface FileWorker {
  /** The hand-shake: answers the viewer's version. */
  hello(): string;
  /** Begins a file; answers its number. */
  begin(setting: FileSetting): number;
  /**
   * @param unreadable items that are no records, as they came; only JSON and NDJSON hold them
   */
  write(
    file: number,
    events: readonly AuditEvent[],
    unreadable: readonly unknown[],
  ): FileProgress | Promise<FileProgress>;
  finish(file: number): Promise<FinishedFile>;
  /** Forgets a file and everything it holds; unknown numbers are ignored. */
  cancel(file: number): void;
}
