import type { AuditLogError } from "../../core/errors.js";
import type { ExportFormat, ExportScope } from "../../core/export-format.js";
import { findLastInstant } from "../../core/coverage.js";
import { loadedCount, type LogState } from "../../search/log-state.js";

/** The events that can be exported now. */
export interface Exportable {
  readonly rows: number;
  readonly pages: number;
  /** The whole range was read, and no event in it matches. */
  readonly isNothing: boolean;
  /** The first and the last instant of the searched range, milliseconds since 1970-01-01T00:00Z. */
  readonly first: number;
  readonly last: number;
}

export interface ExportFailure {
  readonly error: AuditLogError;
  /** `writing` includes saving the finished file. */
  readonly during: "reading" | "writing";
}

export interface ExportState {
  /** Undefined before the first results. */
  readonly exportable: Exportable | undefined;
  /** An export that is `stopped` or `failed` can be resumed, and its part can be saved. */
  readonly status: "idle" | "running" | "done" | "failed" | "stopped";
  readonly format: ExportFormat;
  readonly scope: ExportScope;
  /** The number of rows so far. */
  readonly rows: number;
  /** Rows per second; undefined in the first second. */
  readonly rate: number | undefined;
  /** The range has been read from here to its end; in milliseconds since 1970-01-01T00:00Z. */
  readonly readFrom: number | undefined;
  /** The part of the range or of the pages that has been read, from 0 to 1. */
  readonly part: number;
  readonly fileName: string;
  readonly failure: ExportFailure | undefined;
  /** The number of columns of a finished CSV file; else 0. */
  readonly columns: number;
  readonly bytes: number;
  /** The finished file contains the whole range without gaps. */
  readonly complete: boolean;
}

/** The state of an export before it starts. */
export const NO_EXPORT: Omit<ExportState, "exportable"> = Object.freeze({
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

/** Results that a running search is about to replace cannot be exported. */
export function findExportable(state: LogState): Exportable | undefined {
  if (!state.searched || state.activity === "search") return undefined;
  const { span, endsNow } = state.searched;
  const rows = loadedCount(state);
  return {
    rows,
    pages: state.pages.length,
    isNothing: rows === 0 && state.hasMore === false,
    first: span.from,
    last: findLastInstant(span, endsNow),
  };
}
