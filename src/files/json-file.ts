import type { AuditEvent } from "../core/audit-event.js";
import { formatParameter } from "../core/text/parameter-text.js";
import { maskSecrets } from "../core/secrets/text-masker.js";
import { textMasker } from "../core/secrets/texts.js";
import { maskSensitive } from "../core/secrets/values.js";
import { ByteBuffer, type FilePart, CHUNK_CHARACTERS, SEGMENT_BYTES } from "./byte-buffer.js";
import type { FileSetting } from "./file-setting.js";

textMasker.set(maskSecrets);

/** The texts around the records. */
const SHAPES = {
  json: { begin: "[\n", between: ",\n", end: "\n]\n" },
  ndjson: { begin: "", between: "\n", end: "\n" },
};

/**
 * A file of the records as the server sent them: one JSON array with a record on each line, or NDJSON. Secrets are masked in a
 * copy of the record, at any depth.
 */
export class JsonFile {
  readonly #shape: (typeof SHAPES)["json"];
  readonly #includeSensitive: boolean;
  readonly #segmentBytes: number;
  readonly #segments: Blob[] = [];
  readonly #buffer = new ByteBuffer();
  /** Text that is not encoded yet. */
  #chunk = "";
  #written = 0;
  #rows = 0;

  /** @param segmentBytes the size of a finished segment */
  constructor(
    format: "json" | "ndjson",
    { includeSensitive }: Pick<FileSetting, "includeSensitive">,
    segmentBytes = SEGMENT_BYTES,
  ) {
    this.#shape = SHAPES[format];
    this.#includeSensitive = includeSensitive;
    this.#segmentBytes = segmentBytes;
  }

  /** The number of items so far, including the unreadable ones. */
  get rows(): number {
    return this.#rows;
  }

  get bytes(): number {
    return this.#written + this.#buffer.length + this.#chunk.length;
  }

  /** Only CSV files have columns. */
  get columns(): number {
    return 0;
  }

  /** @param unreadable items that are not records, as the server sent them */
  add(events: readonly AuditEvent[], unreadable: readonly unknown[] = []): void {
    for (const { raw } of events) this.#write(raw);
    for (const item of unreadable) this.#write(item);
  }

  /** Returns the whole file in parts. Nothing can be added after that. */
  *finish(): Generator<FilePart, void, undefined> {
    const { begin, end } = this.#shape;
    if (this.#rows === 0) this.#chunk = begin;
    if (this.#chunk !== "" || this.#rows > 0) this.#chunk += end;
    this.#buffer.write(this.#chunk);
    yield* this.#segments.splice(0);
    yield this.#buffer.takeLast();
  }

  #write(item: unknown): void {
    const { begin, between } = this.#shape;
    this.#chunk += (this.#rows === 0 ? begin : between) + toJson(this.#includeSensitive ? item : maskSensitive(item));
    this.#rows += 1;
    if (this.#chunk.length < CHUNK_CHARACTERS && this.#chunk.length < this.#segmentBytes) return;
    this.#buffer.write(this.#chunk);
    this.#chunk = "";
    if (this.#buffer.length < this.#segmentBytes) return;
    this.#written += this.#buffer.length;
    this.#segments.push(this.#buffer.takeBlob());
  }
}

/** Converts any value to JSON and never throws. The page's `redact` may return values that JSON cannot represent; they become a text. */
function toJson(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) {
    return value === undefined ? "null" : typeof value === "bigint" ? String(value) : (JSON.stringify(value) ?? "null");
  }
  const text = formatParameter(value);
  return text === "[object]" ? JSON.stringify(text) : text;
}
