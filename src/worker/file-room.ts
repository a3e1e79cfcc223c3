import type { AuditEvent } from "../domain/audit-event.js";
import type { FileWriter, Pause } from "../domain/files/file-writer.js";
import { createFile } from "../domain/files/create-file.js";
import { VERSION } from "../version.js";
import type { FileProgress, FileSetting, FileWorker, FinishedFile } from "./api.js";
import { sha256Of } from "./digest.js";

/** A thread has nobody to let in. */
const onwards: Pause = () => undefined;

/** The files that are being written, in a thread or on the page. */
export class FileRoom implements FileWorker {
  readonly #files = new Map<number, FileWriter>();
  readonly #pause: Pause;
  #last = 0;

  /** @param pause called after each event */
  constructor(pause = onwards) {
    this.#pause = pause;
  }

  hello(): string {
    return VERSION;
  }

  begin(setting: FileSetting): number {
    this.#last += 1;
    this.#files.set(this.#last, createFile(setting));
    return this.#last;
  }

  async write(file: number, events: readonly AuditEvent[], unreadable: readonly unknown[]): Promise<FileProgress> {
    const writer = this.#find(file);
    await this.#each(file, events, (event) => writer.add(event));
    await this.#each(file, unreadable, (item) => writer.addUnreadable(item));
    return { rows: writer.rows, bytes: writer.bytes };
  }

  async finish(file: number): Promise<FinishedFile> {
    const writer = this.#find(file);
    const pause: Pause = () => {
      const rest = this.#pause();
      return rest && rest.then(() => void this.#find(file));
    };
    const data = await writer.finish(pause);
    const sha256 = await sha256Of(data, pause);
    this.#files.delete(file);
    return { data, sha256, rows: writer.rows, bytes: data.size, columns: writer.columns };
  }

  cancel(file: number): void {
    this.#files.delete(file);
  }

  async #each<T>(file: number, items: readonly T[], add: (item: T) => void): Promise<void> {
    for (const item of items) {
      add(item);
      const rest = this.#pause();
      if (!rest) continue;
      await rest;
      this.#find(file);
    }
  }

  /** A cancelled file is nowhere: whatever was still doing something for it ends here. */
  #find(file: number): FileWriter {
    const writer = this.#files.get(file);
    if (!writer) throw new Error(`There is no file ${file}.`);
    return writer;
  }
}
