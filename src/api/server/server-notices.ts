import type { Coverage, Span } from "../../core/coverage.js";
import type { EndpointBehavior } from "./endpoint-behavior.js";
import type { MergedLog } from "../reading/merged-log.js";
import type { LogQuery } from "../reading/log-reader-types.js";
import type { SourceOptions } from "../source-options.js";
import type { ReadCounts } from "../reading/read-counts.js";

const DAY = 86_400_000;

/** A span without records is long if it has at least this length, this many usual gaps, and this share of the range. */
const LONG = 7 * DAY;
const GAPS = 10;
const SHARE_OF_RANGE = 0.1;

interface NoticeSetup {
  readonly asked: Span;
  readonly query: LogQuery;
  readonly options: SourceOptions;
  readonly behavior: EndpointBehavior;
  readonly counts: ReadCounts;
  readonly log: Pick<MergedLog, "isDone" | "isAccessLogBehind" | "sent" | "narrowed">;
}

/** Returns what the user should know about the server. */
export function collectNotices(setup: NoticeSetup): Pick<Coverage, "oldest" | "doubled" | "clockAhead"> {
  const { behavior, query, options, counts, asked } = setup;
  const skew = query.endsNow ? options.clockSkewMinutes * 60_000 : 0;
  return {
    oldest: findOldestRecord(setup),
    doubled: behavior.sendsDoubles,
    clockAhead: isClockAhead(counts, asked.until, skew),
  };
}

/**
 * Returns the time of the oldest known record if the range begins well before it and has nothing there; otherwise undefined.
 * A search with filters on the server does not show this, so an earlier search must have read that part.
 */
function findOldestRecord({ asked, behavior, counts, log }: NoticeSetup): number | undefined {
  const { records, oldest, undated } = counts;
  behavior.oldestTime = Math.min(behavior.oldestTime, oldest);
  if (!log.isDone || log.isAccessLogBehind) return undefined;
  const isWhole = log.sent.length === 0 && !log.narrowed && undated === 0;
  if (isWhole) {
    const until = records > 0 ? Math.max(asked.from, oldest) : asked.until;
    if (until > asked.from) behavior.noteEmpty({ from: asked.from, until });
  }
  const { emptySpan } = behavior;
  if (
    !emptySpan ||
    emptySpan.from > asked.from ||
    behavior.oldestTime === Infinity ||
    emptySpan.until > behavior.oldestTime
  )
    return undefined;
  const length = Math.min(emptySpan.until, asked.until) - asked.from;
  const gap = isWhole && records > 1 ? (asked.until - oldest) / records : 0;
  return length >= Math.max(LONG, (asked.until - asked.from) * SHARE_OF_RANGE, gap * GAPS)
    ? behavior.oldestTime
    : undefined;
}

/**
 * Whether the newest record is close to the end of the requested time after now. Then the server's clock may be ahead by more
 * than the viewer allows, which hides the newest records. A single record after now has a wrong time and proves nothing.
 *
 * @param now the end of the range, if it ends now
 * @param skew how far the requests go past now, in milliseconds
 */
function isClockAhead({ newest, secondNewest }: ReadCounts, now: number, skew: number): boolean {
  return skew > 0 && newest >= now + (skew * 2) / 3 && secondNewest > now;
}
