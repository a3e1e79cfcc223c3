import type { AuditEvent } from "../core/audit-event.js";
import type { FilePart } from "./byte-buffer.js";
import { CsvFile } from "./csv-file.js";
import type { FileSetting } from "./file-setting.js";
import { JsonFile } from "./json-file.js";

/** A file that is being written. */
export interface EventFile {
  readonly rows: number;
  /** Written so far, or about to be; a CSV's header and what widens its rows come at the end. */
  readonly bytes: number;
  /** Of a CSV; else 0. */
  readonly columns: number;
  /** @param unreadable items that are no records, as they came; a CSV has no place for them */
  add(events: readonly AuditEvent[], unreadable?: readonly unknown[]): void;
  /** The whole file, part by part. Nothing can be added any more. */
  finish(): AsyncIterable<FilePart> | Iterable<FilePart>;
}

/** @throws RangeError for a zone that the browser does not know */
export function createFile(setting: FileSetting): EventFile {
  return setting.format === "csv" ? new CsvFile(setting) : new JsonFile(setting.format, setting);
}
