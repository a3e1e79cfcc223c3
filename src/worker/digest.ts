import { sha256 } from "@noble/hashes/sha2.js";
import type { Pause } from "./pause.js";

/** What is hashed in one go: about a millisecond's work. */
const PIECE = 1 << 17;

/** SHA-256 of `data` in lower-case hexadecimal, read piece by piece: the browser's own wants all of it in memory. */
export async function sha256Of(data: Blob, pause: Pause): Promise<string> {
  const hash = sha256.create();
  const read = readerOf(data.stream());
  for (let bytes = await read(); bytes; bytes = await read()) {
    for (let at = 0; at < bytes.length; at += PIECE) {
      hash.update(bytes.subarray(at, at + PIECE));
      const rest = pause();
      if (rest) await rest;
    }
  }
  return Array.from(hash.digest(), (byte) => byte.toString(16).padStart(2, "0")).join("");
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
