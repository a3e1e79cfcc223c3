import type { Coverage, Span } from "../../core/coverage.js";
import type { EndpointHabits } from "./habits.js";
import type { MergedLog } from "../reading/merged-log.js";
import type { LogQuery } from "../reading/reading.js";
import type { SourceOptions } from "../source-options.js";
import type { ReadCounts } from "../reading/read-counts.js";

const DAY = 86_400_000;

/** A part without any record says something where it is as long as this, or as so many gaps between records. */
const LONG = 7 * DAY;
const GAPS = 10;
const SHARE_OF_RANGE = 0.1;

/** A reading, as far as it shows something about the server. */
interface Reading {
  readonly asked: Span;
  readonly query: LogQuery;
  readonly options: SourceOptions;
  readonly habits: EndpointHabits;
  readonly tally: ReadCounts;
  readonly log: Pick<MergedLog, "isDone" | "isLagging" | "sent" | "narrowed">;
}

/** What the records say about the server that a reader should know. */
export function signsOf(reading: Reading): Pick<Coverage, "oldest" | "doubled" | "clockAhead"> {
  const { habits, query, options, tally, asked } = reading;
  const skew = query.endsNow ? options.clockSkewMinutes * 60_000 : 0;
  return {
    oldest: oldestKnown(reading),
    doubled: habits.doubles,
    clockAhead: isClockAhead(tally, asked.until, skew),
  };
}

/**
 * The time of the oldest record known, where the range begins well before it and holds nothing there; undefined elsewhere. A
 * search that the server narrows does not tell: then an earlier one must have read that part.
 */
function oldestKnown({ asked, habits, tally, log }: Reading): number | undefined {
  const { records, oldest, undated } = tally;
  habits.oldest = Math.min(habits.oldest, oldest);
  if (!log.isDone || log.isLagging) return undefined;
  const isWhole = log.sent.length === 0 && !log.narrowed && undated === 0;
  if (isWhole) {
    const until = records > 0 ? Math.max(asked.from, oldest) : asked.until;
    if (until > asked.from) habits.noteEmpty({ from: asked.from, until });
  }
  const { empty } = habits;
  if (!empty || empty.from > asked.from || habits.oldest === Infinity || empty.until > habits.oldest) return undefined;
  const length = Math.min(empty.until, asked.until) - asked.from;
  const gap = isWhole && records > 1 ? (asked.until - oldest) / records : 0;
  return length >= Math.max(LONG, (asked.until - asked.from) * SHARE_OF_RANGE, gap * GAPS) ? habits.oldest : undefined;
}

/**
 * Whether the newest record stands at the end of what was asked for beyond now: a clock that is a little ahead is allowed for,
 * and one that is further ahead hides what it wrote last. A single record beyond now has a wrong time, and says nothing.
 *
 * @param now the end of the range, where that is now
 * @param skew how far beyond now was asked, in milliseconds
 */
function isClockAhead({ newest, secondNewest }: ReadCounts, now: number, skew: number): boolean {
  return skew > 0 && newest >= now + (skew * 2) / 3 && secondNewest > now;
}
