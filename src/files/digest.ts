import { sha256 } from "@noble/hashes/sha2.js";
import type { FilePart } from "./byte-buffer.js";
import type { Pause } from "./pause.js";

/** The number of bytes that are hashed at once, which takes about a millisecond. */
const CHUNK_BYTES = 1 << 17;

/** The SHA-256 hash of a file, part by part. The browser's own function needs the whole file in memory. */
export class Digest {
  readonly #hash = sha256.create();
  readonly #pause: Pause;

  constructor(pause: Pause) {
    this.#pause = pause;
  }

  async add(part: FilePart): Promise<void> {
    if (!(part instanceof Blob)) return this.#update(part);
    const read = createChunkReader(part.stream());
    for (let bytes = await read(); bytes; bytes = await read()) await this.#update(bytes);
  }

  /** Returns the hash in lower-case hexadecimal. Nothing can be added after that. */
  end(): string {
    return Array.from(this.#hash.digest(), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  async #update(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      this.#hash.update(bytes.subarray(at, at + CHUNK_BYTES));
      const pause = this.#pause();
      if (pause) await pause;
    }
  }
}

/** If the browser supports it, reads into one buffer that is reused. Otherwise a whole file would wait for the garbage collector. */
function createChunkReader(stream: ReadableStream<Uint8Array<ArrayBuffer>>): () => Promise<Uint8Array | undefined> {
  try {
    const reader = stream.getReader({ mode: "byob" });
    let buffer = new ArrayBuffer(CHUNK_BYTES);
    return async () => {
      const { done, value } = await reader.read(new Uint8Array(buffer));
      if (done) return undefined;
      buffer = value.buffer;
      return value;
    };
  } catch {
    const reader = stream.getReader();
    return async () => (await reader.read()).value;
  }
}
