import type { AuditEvent } from "../../core/audit-event.js";
import type { Coverage, Span } from "../../core/coverage.js";
import type { Wait } from "../../core/errors.js";
import type { AuditFilters } from "../../core/filters/filters.js";

/** The progress of a read that is running. */
export type ReadProgress = Pick<Coverage, "readFrom" | "requests" | "records" | "matched">;

/** Some events, newest first, with their coverage. */
export interface SourcePage {
  readonly events: readonly AuditEvent[];
  /** Items of this part that are not records, as the server sent them, for exports. */
  readonly unreadable: readonly unknown[];
  /** `unknown`: older time has not been searched. */
  readonly hasMore: boolean | "unknown";
  /** The budget was spent before the page was full. The caller decides whether to continue. */
  readonly paused: boolean;
  readonly coverage: Coverage;
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: ReadProgress) => void;
  /** Called when the server asks for a wait before a retry, and with undefined after it. */
  readonly onWait?: ((wait: Wait | undefined) => void) | undefined;
}

/** One search, with checked filters and a fixed range. */
export interface LogQuery {
  readonly filters: AuditFilters;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly span: Span;
  readonly endsNow: boolean;
  readonly pageSize: number;
}
