import type { FileWriter } from "./file-writer.js";
import { NdjsonFile } from "./ndjson-file.js";

/** How a file is written. */
interface Setting {
  readonly format: "csv" | "json" | "ndjson";
  readonly zone: string;
  readonly includeSensitive: boolean;
}

export function createFile({ includeSensitive }: Setting): FileWriter {
  return new NdjsonFile(includeSensitive);
}
