import type { AuditEvent } from "../core/audit-event.js";
import { createFile, type EventFile } from "../files/event-file.js";
import { VERSION } from "../version.js";
import type { FileFormat, FileProgress, FileSetting, FileWorker, FinishedFile } from "./contract.js";
import { Digest } from "../files/digest.js";
import type { Pause } from "../files/pause.js";

const TYPES: Record<FileFormat, string> = {
  csv: "text/csv;charset=utf-8",
  json: "application/json",
  ndjson: "application/x-ndjson",
};

interface OpenFile {
  readonly type: string;
  readonly content: EventFile;
}

/** The files that are being written, in a thread or on the page. */
export class FileWriters implements FileWorker {
  readonly #files = new Map<number, OpenFile>();
  readonly #pause: Pause | undefined;
  #last = 0;

  /** @param pause called after each event; a thread has nobody to let in */
  constructor(pause?: Pause) {
    this.#pause = pause;
  }

  hello(): string {
    return VERSION;
  }

  begin(setting: FileSetting): number {
    this.#last += 1;
    this.#files.set(this.#last, { type: TYPES[setting.format], content: createFile(setting) });
    return this.#last;
  }

  async write(file: number, events: readonly AuditEvent[], unreadable: readonly unknown[]): Promise<FileProgress> {
    const { content } = this.#find(file);
    if (this.#pause) {
      for (const event of events) {
        content.add([event]);
        await this.#rest(file);
      }
    } else {
      content.add(events);
    }
    content.add([], unreadable);
    return { rows: content.rows, bytes: content.bytes };
  }

  async finish(file: number): Promise<FinishedFile> {
    const { content, type } = this.#find(file);
    const digest = new Digest(() => this.#rest(file));
    const parts: Blob[] = [];
    for await (const part of content.finish()) {
      // Hashed as it comes: what is on the heap is not read back, and the browser gets one blob after the other. Many at
      // once, or a large one, may keep Chromium from ever reading them where it has no disk for them.
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

  #rest(file: number): Promise<void> | undefined {
    // A file that was cancelled meanwhile goes no further.
    return this.#pause?.()?.then(() => void this.#find(file));
  }

  #find(file: number): OpenFile {
    const open = this.#files.get(file);
    if (!open) throw new Error(`There is no file ${file}.`);
    return open;
  }
}
