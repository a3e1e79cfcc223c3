import type { AuditEvent } from "../audit-event.js";
import { maskSensitive } from "../sensitive.js";
import type { FileSetting } from "./file-setting.js";

/** A file that is being written. */
export interface EventFile {
  readonly rows: number;
  /** Written so far, or about to be. */
  readonly bytes: number;
  /** Of a CSV; else 0. */
  readonly columns: number;
  /** @param unreadable items that are no records, as they came */
  add(events: readonly AuditEvent[], unreadable?: readonly unknown[]): void;
  /** The whole file, part by part. Nothing can be added any more. */
  finish(): AsyncIterable<Uint8Array<ArrayBuffer> | Blob> | Iterable<Uint8Array<ArrayBuffer> | Blob>;
}

export function createFile({ includeSensitive }: FileSetting): EventFile {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const file = {
    rows: 0,
    bytes: 0,
    columns: 0,
    add: (events: readonly AuditEvent[], unreadable: readonly unknown[] = []) => {
      for (const item of [...events.map(({ raw }) => raw), ...unreadable]) {
        const text = JSON.stringify(includeSensitive ? item : maskSensitive(item));
        const part = new TextEncoder().encode(`${text}\n`);
        parts.push(part);
        file.rows += 1;
        file.bytes += part.length;
      }
    },
    finish: () => parts,
  };
  return file;
}
