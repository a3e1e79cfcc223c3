import type { AuditEvent } from "../core/audit-event.js";
import { parameterText } from "../core/text/parameter-text.js";
import { maskSensitive } from "../core/secrets/values.js";
import { ByteBuffer, type FilePart, PIECE, SEGMENT_BYTES } from "./byte-buffer.js";
import type { FileSetting } from "./file-setting.js";

/** What stands around the records. */
const SHAPES = {
  json: { begin: "[\n", between: ",\n", end: "\n]\n" },
  ndjson: { begin: "", between: "\n", end: "\n" },
};

/**
 * The records as they came: one JSON array (with a record on each line), or one JSON text on each line. Secrets are masked in
 * a copy of the record, at any depth, whatever the record calls its parts.
 */
export class JsonFile {
  readonly #shape: (typeof SHAPES)["json"];
  readonly #includeSensitive: boolean;
  readonly #segmentBytes: number;
  readonly #segments: Blob[] = [];
  readonly #buffer = new ByteBuffer();
  /** What waits to be encoded. */
  #piece = "";
  #written = 0;
  #rows = 0;

  /** @param segmentBytes size of the finished pieces */
  constructor(
    format: "json" | "ndjson",
    { includeSensitive }: Pick<FileSetting, "includeSensitive">,
    segmentBytes = SEGMENT_BYTES,
  ) {
    this.#shape = SHAPES[format];
    this.#includeSensitive = includeSensitive;
    this.#segmentBytes = segmentBytes;
  }

  /** Items written so far, the unreadable ones included. */
  get rows(): number {
    return this.#rows;
  }

  /** Written so far, or about to be. */
  get bytes(): number {
    return this.#written + this.#buffer.length + this.#piece.length;
  }

  /** A CSV's alone. */
  get columns(): number {
    return 0;
  }

  /** @param unreadable items that are no records, as they came */
  add(events: readonly AuditEvent[], unreadable: readonly unknown[] = []): void {
    for (const { raw } of events) this.#write(raw);
    for (const item of unreadable) this.#write(item);
  }

  /** The whole file, part by part. Nothing can be added any more. */
  *finish(): Generator<FilePart, void, undefined> {
    const { begin, end } = this.#shape;
    if (this.#rows === 0) this.#piece = begin;
    if (this.#piece !== "" || this.#rows > 0) this.#piece += end;
    this.#buffer.write(this.#piece);
    yield* this.#segments.splice(0);
    yield this.#buffer.takeLast();
  }

  #write(item: unknown): void {
    const { begin, between } = this.#shape;
    this.#piece += (this.#rows === 0 ? begin : between) + jsonText(this.#includeSensitive ? item : maskSensitive(item));
    this.#rows += 1;
    if (this.#piece.length < PIECE && this.#piece.length < this.#segmentBytes) return;
    this.#buffer.write(this.#piece);
    this.#piece = "";
    if (this.#buffer.length < this.#segmentBytes) return;
    this.#written += this.#buffer.length;
    this.#segments.push(this.#buffer.takeBlob());
  }
}

/** JSON of any value. Never throws: what a `redact` made and JSON cannot say is named as a text. */
function jsonText(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) {
    return value === undefined ? "null" : typeof value === "bigint" ? String(value) : (JSON.stringify(value) ?? "null");
  }
  const text = parameterText(value);
  return text === "[object]" ? JSON.stringify(text) : text;
}
