export type FileFormat = "csv" | "json" | "ndjson";

/** How a file is written. Plain values: it is handed to a thread. */
export interface FileSetting {
  readonly format: FileFormat;
  /** IANA id of the zone of the written times. */
  readonly zone: string;
  /** Sensitive parameters are written as they are; else they are masked, as on the screen. */
  readonly includeSensitive: boolean;
}
