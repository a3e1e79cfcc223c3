/**
 * A finished piece of a file has about this many bytes: what the browser keeps of it is on no heap of ours. Small enough to be
 * finished within a few milliseconds where there is no thread to do it.
 */
export const SEGMENT_BYTES = 2 ** 19;

/** Text is put together and encoded in pieces of this many characters: never one giant text. */
export const PIECE = 2 ** 15;

/** A part of a finished file: on the heap, or with the browser. */
export type FilePart = Uint8Array<ArrayBuffer> | Blob;

/** UTF-8 takes at most this many bytes for a unit of UTF-16. */
const WIDEST = 3;

const encoder = new TextEncoder();

/** Text as UTF-8, in one buffer that is used again and again. */
export class ByteBuffer {
  #bytes = new Uint8Array(0);
  #used = 0;

  get length(): number {
    return this.#used;
  }

  /** Makes room for a text of about this many characters, so that it is not moved while it grows. */
  reserve(characters: number): void {
    this.#grow(characters + PIECE * WIDEST);
  }

  write(text: string): void {
    this.#grow(text.length * WIDEST);
    this.#used += encoder.encodeInto(text, this.#bytes.subarray(this.#used)).written;
  }

  /** Hands over a copy of what was written; the buffer is empty again. */
  take(): Uint8Array<ArrayBuffer> {
    const data = this.#bytes.slice(0, this.#used);
    this.#used = 0;
    return data;
  }

  /** Hands what was written to the browser; the buffer is empty again. */
  takeBlob(): Blob {
    const data = new Blob([this.#bytes.subarray(0, this.#used)]);
    this.#used = 0;
    return data;
  }

  /** Hands over what was written, and the buffer with it: nothing more can be written. */
  takeLast(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#used);
  }

  #grow(bytes: number): void {
    const most = this.#used + bytes;
    if (most <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(most, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = larger;
  }
}
