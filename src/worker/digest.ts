import { sha256 } from "@noble/hashes/sha2.js";
import type { Pause } from "./pause.js";

/** What is hashed in one go: about a millisecond's work. */
const PIECE = 1 << 17;

/** SHA-256 of `data` in lower-case hexadecimal, read piece by piece: the browser's own wants all of it in memory. */
export async function sha256Of(data: Blob, pause: Pause): Promise<string> {
  const hash = sha256.create();
  const reader = data.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    for (let at = 0; at < read.value.length; at += PIECE) {
      hash.update(read.value.subarray(at, at + PIECE));
      const rest = pause();
      if (rest) await rest;
    }
  }
  return Array.from(hash.digest(), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
