import { FileWriters } from "./file-writers.js";
import { slices } from "./slices.js";
import type { WorkerHost } from "./thread.js";

/** The page itself, where threads are refused: the same functions in short slices. */
export class PageHost implements WorkerHost {
  readonly #room = new FileWriters(slices());
  #end: Error | undefined;

  async call<T>(ask: (room: FileWriters) => T | Promise<T>): Promise<Awaited<T>> {
    if (this.#end) throw this.#end;
    return await ask(this.#room);
  }

  end(reason: Error): void {
    this.#end = reason;
  }
}
