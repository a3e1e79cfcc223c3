import type { AuditEvent } from "../audit-event.js";
import { maskSensitive } from "../sensitive.js";
import type { FileWriter } from "./file-writer.js";

/** Text is gathered up to this length before it becomes bytes. */
const SEGMENT = 1 << 18;

/** One record a line, as it came. */
export class NdjsonFile implements FileWriter {
  rows = 0;
  bytes = 0;
  readonly columns = 0;
  readonly #includeSensitive: boolean;
  readonly #segments: Blob[] = [];
  #text = "";

  constructor(includeSensitive: boolean) {
    this.#includeSensitive = includeSensitive;
  }

  add({ raw }: AuditEvent): void {
    this.addUnreadable(raw);
  }

  addUnreadable(item: unknown): void {
    const value = this.#includeSensitive ? item : maskSensitive(item);
    this.#text += `${JSON.stringify(value ?? null) ?? "null"}\n`;
    this.rows += 1;
    if (this.#text.length >= SEGMENT) this.#flush();
  }

  // eslint-disable-next-line @typescript-eslint/require-await
  async finish(): Promise<Blob> {
    this.#flush();
    return new Blob(this.#segments, { type: "application/x-ndjson" });
  }

  #flush(): void {
    const segment = new Blob([this.#text]);
    this.bytes += segment.size;
    this.#segments.push(segment);
    this.#text = "";
  }
}
