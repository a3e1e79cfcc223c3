import type { AuditLogError } from "../../core/errors.js";
import type { ExportFormat, ExportScope } from "../../files/manifest.js";

export interface ExportFailure {
  readonly error: AuditLogError;
  /** `writing` also when the finished file could not be put where it belongs. */
  readonly during: "reading" | "writing";
}

/** The export that runs or ran last, as one value that never changes. */
export interface ExportState {
  /** `stopped` and `failed` can go on, and what was read can be kept. */
  readonly status: "idle" | "running" | "done" | "failed" | "stopped";
  readonly format: ExportFormat;
  readonly scope: ExportScope;
  /** Written so far. */
  readonly rows: number;
  /** Rows per second; undefined in the first second. */
  readonly rate: number | undefined;
  /** Everything from here to the range's end has been read; milliseconds since 1970-01-01T00:00Z. */
  readonly readFrom: number | undefined;
  /** How much has been read, 0 to 1. */
  readonly part: number;
  readonly fileName: string;
  readonly failure: ExportFailure | undefined;
  /** Of a finished CSV; else 0. */
  readonly columns: number;
  readonly bytes: number;
  /** The finished file holds the whole range, without gaps. */
  readonly complete: boolean;
}

export const NO_EXPORT: ExportState = Object.freeze({
  status: "idle",
  format: "csv",
  scope: "loaded",
  rows: 0,
  rate: undefined,
  readFrom: undefined,
  part: 0,
  fileName: "",
  failure: undefined,
  columns: 0,
  bytes: 0,
  complete: false,
});
