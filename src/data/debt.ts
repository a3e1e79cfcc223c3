import type { Coverage, Span } from "../domain/coverage.js";
import type { LogReader } from "./log-reader.js";

/** A read of newer records, some of which are missing still. */
export interface Debt {
  readonly reader: LogReader;
  /** The stretch that is this read's: older time is the list's own, newer time that of a later read. */
  readonly span: Span;
  /** What of its counts has been taken in. */
  readonly requests: number;
  readonly outside: number;
}

/** What of its stretch is missing still. */
export function missingOf({ reader, span }: Debt): Coverage["missing"] {
  return reader.missingIn(span);
}
