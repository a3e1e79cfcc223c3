import type { AuditEvent } from "../core/audit-event.js";
import type { FilePart } from "./byte-buffer.js";
import { CsvFile } from "./csv-file.js";
import type { FileSetting } from "./file-setting.js";
import { JsonFile } from "./json-file.js";

/** A file that is being written. */
export interface EventFile {
  readonly rows: number;
  /** The number of bytes so far. A CSV file gets its header and the padding of narrow rows at the end. */
  readonly bytes: number;
  /** The number of columns of a CSV file; 0 for other formats. */
  readonly columns: number;
  /** @param unreadable items that are not records, as the server sent them; a CSV file leaves them out */
  add(events: readonly AuditEvent[], unreadable?: readonly unknown[]): void;
  /** Returns the whole file in parts. No events can be added after that. */
  finish(): AsyncIterable<FilePart> | Iterable<FilePart>;
}

/** @throws RangeError if the browser does not know the zone */
export function createFile(setting: FileSetting): EventFile {
  return setting.format === "csv" ? new CsvFile(setting) : new JsonFile(setting.format, setting);
}
