import { FileRoom } from "./file-room.js";
import { slices } from "./slices.js";
import type { Place } from "./thread.js";

/** The page itself, where threads are refused: the same functions in short slices. */
export class Page implements Place {
  readonly #room = new FileRoom(slices());
  #end: Error | undefined;

  async call<T>(ask: (room: FileRoom) => T | Promise<T>): Promise<Awaited<T>> {
    if (this.#end) throw this.#end;
    return await ask(this.#room);
  }

  end(reason: Error): void {
    this.#end = reason;
  }
}
