export type FileFormat = "csv" | "json" | "ndjson";

/** How a file is written. It has only plain values, because it is sent to a worker. */
export interface FileSetting {
  readonly format: FileFormat;
  /** The time zone of the written times, an IANA name. */
  readonly zone: string;
  /** False: sensitive values are masked, as on the screen. */
  readonly includeSensitive: boolean;
}
