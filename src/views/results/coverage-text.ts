import { findLastInstant, isLongRead, type Coverage } from "../../core/coverage.js";
import { LateCode } from "../../core/text/late-code.js";
import { formatCount } from "../../i18n/numbers.js";
import type { Environment } from "../shell/environment.js";
import type * as CoverageNotesCode from "./coverage-notes.js";

/** The sentences that few searches need. Until they are loaded, a text says that something is missing. */
export const coverageNotes = new LateCode<typeof CoverageNotesCode>();

/**
 * Says in sentences how far a search has looked, and how.
 *
 * @param isExtentTold whether another element already says how far
 */
export function describeCoverage(coverage: Coverage, env: Environment, endsNow: boolean, isExtentTold = false): string {
  const { sentFilters, accessLog, narrowed, oldest } = coverage;
  const hasNotes = sentFilters.length > 0 || narrowed || oldest !== undefined || accessLog === "refused";
  const notes = hasNotes && (coverageNotes.find()?.describeNotes(coverage, env) ?? env.strings.partLoading);
  return [!isExtentTold && describeExtent(coverage, env, endsNow), notes].filter(Boolean).join(" ");
}

function describeExtent(coverage: Coverage, { strings, times, locale }: Environment, endsNow: boolean): string {
  const { asked, readFrom, records } = coverage;
  const isLong = isLongRead(coverage);
  const when = isLong ? times.day : times.dayAndTime;
  const count = formatCount(records, locale);
  return readFrom <= asked.from
    ? strings.coverageWhole(count, when(asked.from), when(findLastInstant(asked, endsNow && !isLong)))
    : strings.coverageSoFar(count, when(readFrom));
}

/** What users need to know in order to trust the results, one sentence each. */
export function listCoverageWarnings(coverage: Coverage, env: Environment): string[] {
  const { cut, outside, undated, unreadable, habits, doubled, clockAhead } = coverage;
  const counts = [cut.length, outside, undated, unreadable, habits.shiftMinutes];
  if (!habits.naiveTimes && !doubled && !clockAhead && counts.every((count) => count === 0)) return [];
  return coverageNotes.find()?.listWarnings(coverage, env) ?? [env.strings.partLoading];
}
