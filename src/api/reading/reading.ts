import type { AuditEvent } from "../../core/audit-event.js";
import type { Coverage, Span } from "../../core/coverage.js";
import type { Wait } from "../../core/errors.js";
import type { AuditFilters } from "../../core/filters/filters.js";

/** How far a read has come, told while it goes on. */
export type ReadProgress = Pick<Coverage, "readFrom" | "requests" | "records" | "matched">;

/** Some events, newest first, and what they cover. */
export interface SourcePage {
  readonly events: readonly AuditEvent[];
  /** Items of this stretch that are no records, as they came: kept for export. */
  readonly unreadable: readonly unknown[];
  /** `unknown`: older time has not been read. */
  readonly hasMore: boolean | "unknown";
  /** The budget was spent before the page was full: whoever reads decides whether to go on. */
  readonly paused: boolean;
  readonly coverage: Coverage;
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Told of the pause before another try that the server asked for; undefined when that is over. */
  readonly onWait?: ((wait: Wait | undefined) => void) | undefined;
}

/** What one search reads: a frozen range, prepared filters. */
export interface LogQuery {
  readonly filters: AuditFilters;
  /** Frozen; milliseconds since 1970-01-01T00:00Z. */
  readonly span: Span;
  readonly endsNow: boolean;
  readonly pageSize: number;
}

/** What a reading is to reach. */
export interface Goal {
  /** How many more events are wanted; 0 ends it. */
  readonly wanted: () => number;
  /** Nothing older than this is wanted. */
  readonly back?: number;
  /** Nobody waits for it yet. */
  readonly isAhead?: () => boolean;
}
