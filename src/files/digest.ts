import { sha256 } from "@noble/hashes/sha2.js";
import type { FilePart } from "./byte-buffer.js";
import type { Pause } from "./pause.js";

/** What is hashed in one go: about a millisecond's work. */
const PIECE = 1 << 17;

/** SHA-256 of a file, part by part: the browser's own wants all of it in memory. */
export class Digest {
  readonly #hash = sha256.create();
  readonly #pause: Pause;

  constructor(pause: Pause) {
    this.#pause = pause;
  }

  async add(part: FilePart): Promise<void> {
    if (!(part instanceof Blob)) return this.#update(part);
    const read = readerOf(part.stream());
    for (let bytes = await read(); bytes; bytes = await read()) await this.#update(bytes);
  }

  /** Lower-case hexadecimal. Nothing can be added any more. */
  end(): string {
    return Array.from(this.#hash.digest(), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  async #update(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; at += PIECE) {
      this.#hash.update(bytes.subarray(at, at + PIECE));
      const rest = this.#pause();
      if (rest) await rest;
    }
  }
}

/** Reads into one buffer again and again where the browser can: a file's worth of garbage may lie around for long. */
function readerOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): () => Promise<Uint8Array | undefined> {
  try {
    const reader = stream.getReader({ mode: "byob" });
    let buffer = new ArrayBuffer(PIECE);
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
