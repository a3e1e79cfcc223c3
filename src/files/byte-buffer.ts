/**
 * The size of a finished segment of a file. It is small, so that a segment can be finished on the page within a few
 * milliseconds.
 */
export const SEGMENT_BYTES = 2 ** 19;

/** The number of characters that are encoded at once. It limits the size of temporary strings. */
export const CHUNK_CHARACTERS = 2 ** 15;

/** A part of a finished file: bytes on the heap, or a blob that the browser may keep on disk. */
export type FilePart = Uint8Array<ArrayBuffer> | Blob;

/** The largest number of bytes that UTF-8 needs for a UTF-16 code unit. */
const MOST_BYTES = 3;

const encoder = new TextEncoder();

/** Encodes text as UTF-8 into one buffer that is reused. */
export class ByteBuffer {
  #bytes = new Uint8Array(0);
  #used = 0;

  get length(): number {
    return this.#used;
  }

  /** Makes room for about this many characters, so that the buffer is not copied while it grows. */
  reserve(characters: number): void {
    this.#grow(characters + CHUNK_CHARACTERS * MOST_BYTES);
  }

  write(text: string): void {
    this.#grow(text.length * MOST_BYTES);
    this.#used += encoder.encodeInto(text, this.#bytes.subarray(this.#used)).written;
  }

  /** Returns a copy of the bytes and empties the buffer. */
  take(): Uint8Array<ArrayBuffer> {
    const data = this.#bytes.slice(0, this.#used);
    this.#used = 0;
    return data;
  }

  /** Returns the bytes as a blob and empties the buffer. */
  takeBlob(): Blob {
    const data = new Blob([this.#bytes.subarray(0, this.#used)]);
    this.#used = 0;
    return data;
  }

  /** Returns the bytes without a copy. Nothing can be written after that. */
  takeLast(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#used);
  }

  #grow(bytes: number): void {
    const needed = this.#used + bytes;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = larger;
  }
}
