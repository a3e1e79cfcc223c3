import type { AuditEvent } from "../core/audit-event.js";
import { createFile, type EventFile } from "../files/event-file.js";
import type { FileFormat, FileProgress, FileSetting, FileWorker, FinishedFile } from "./contract.js";
import { Digest } from "../files/digest.js";
import type { Pause } from "../files/pause.js";

const MIME_TYPES: Record<FileFormat, string> = {
  csv: "text/csv;charset=utf-8",
  json: "application/json",
  ndjson: "application/x-ndjson",
};

interface OpenFile {
  readonly type: string;
  readonly content: EventFile;
}

/** Keeps the files that are being written, in a worker or on the page. */
export class FileWriters implements FileWorker {
  readonly #files = new Map<number, OpenFile>();
  readonly #pause: Pause | undefined;
  #lastFile = 0;

  /** @param pause called after each event; not needed in a worker, which may work for a long time without a break */
  constructor(pause?: Pause) {
    this.#pause = pause;
  }

  startFile(setting: FileSetting): number {
    this.#lastFile += 1;
    this.#files.set(this.#lastFile, { type: MIME_TYPES[setting.format], content: createFile(setting) });
    return this.#lastFile;
  }

  async write(file: number, events: readonly AuditEvent[], unreadable: readonly unknown[]): Promise<FileProgress> {
    const { content } = this.#find(file);
    if (this.#pause) {
      for (const event of events) {
        content.add([event]);
        await this.#pauseIfDue(file);
      }
    } else {
      content.add(events);
    }
    content.add([], unreadable);
    return { rows: content.rows, bytes: content.bytes };
  }

  async finish(file: number): Promise<FinishedFile> {
    const { content, type } = this.#find(file);
    const digest = new Digest(() => this.#pauseIfDue(file));
    const parts: Blob[] = [];
    for await (const part of content.finish()) {
      // Each part is hashed before it becomes a blob, so that the bytes need not be read back. The browser gets one blob
      // at a time: without its own disk, such as in an incognito window, Chromium may never read many blobs or a large one.
      await digest.add(part);
      parts.push(part instanceof Blob ? part : new Blob([part]));
    }
    const data = new Blob(parts, { type });
    const sha256 = digest.end();
    this.#files.delete(file);
    return { data, sha256, rows: content.rows, bytes: data.size, columns: content.columns };
  }

  cancel(file: number): void {
    this.#files.delete(file);
  }

  #pauseIfDue(file: number): Promise<void> | undefined {
    // The file may be canceled during the pause. Then `#find` throws, which ends the work on it.
    return this.#pause?.()?.then(() => void this.#find(file));
  }

  #find(file: number): OpenFile {
    const open = this.#files.get(file);
    if (!open) throw new Error(`There is no file ${file}.`);
    return open;
  }
}
