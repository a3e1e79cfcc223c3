import type { Coverage, Span } from "../../core/coverage.js";
import { collectNotices } from "../server/server-notices.js";
import type { LogReaderSetup } from "./log-reader-setup.js";
import type { ReadCounts } from "./read-counts.js";

export interface ReaderState {
  /** The requested range. */
  readonly asked: Span;
  readonly counts: ReadCounts;
  readonly cut: Coverage["cut"];
  readonly missing: Coverage["missing"];
}

/** Returns the coverage of a reader. */
export function createCoverage(setup: LogReaderSetup, { asked, counts, cut, missing }: ReaderState): Coverage {
  const { behavior, log } = setup;
  const outside = counts.outside + log.outside;
  const hasAll = cut.length + outside + missing.length === 0;
  return {
    asked,
    readFrom: Math.min(Math.max(log.readFrom, asked.from), asked.until),
    complete: log.isDone && !log.isDoubtful && hasAll && areTimesCertain(setup),
    requests: counts.requests,
    records: counts.records,
    matched: counts.matched,
    sentFilters: log.sent,
    narrowed: log.narrowed,
    habits: behavior.snapshot(),
    accessLog: log.accessLog,
    missing,
    cut,
    outside,
    undated: counts.undated,
    unreadable: counts.unreadable,
    ...collectNotices({ ...setup, asked, counts }),
  };
}

/** Zoneless times may be an hour off near a clock change, and only one record has proven their shift. */
function areTimesCertain({ behavior, options }: LogReaderSetup): boolean {
  return behavior.shiftMinutes === 0 && (!behavior.zonelessTimes || options.naiveZone === "UTC");
}
