import type { AuditEvent } from "../../../src/core/audit-event.js";
import type { Coverage, Span } from "../../../src/core/coverage.js";
import type { LogCase } from "./draw.js";
import type { Finished } from "./read.js";
import { countContents, listEntries, listPossibleHours, type Content, type Entry, type LogPath } from "./expected.js";
import { HOUR, SECOND } from "../durations.js";

/** An answer below this is believed to be whole, whatever was seen. */
const SMALLEST_CAP = 10;

/** If the audit log has this number of records of the access log, too, the access log adds nothing. */
const ENOUGH = 100;

/** A search, and what it should have found. */
interface Trial extends Finished {
  readonly one: LogCase;
  readonly last: Coverage;
  readonly entries: readonly Entry[];
  readonly contents: ReadonlyMap<string, Content>;
  /** All events in their order, each with the content that it shows. */
  readonly shown: readonly { readonly event: AuditEvent; readonly key: string }[];
  /** How often each content is shown. */
  readonly counts: ReadonlyMap<string, number>;
  /** The source had to guess the server's zone, could not, and says that records lie outside. */
  readonly isLost: boolean;
}

/** What is wrong with a finished search; empty when nothing is. */
export function findMistakes(one: LogCase, finished: Finished): string[] {
  const last = finished.pages[finished.pages.length - 1]?.coverage;
  if (!last) return [...finished.problems, "there is no page"];
  const entries = listEntries(one, finished);
  // A record that is written in another way where the request names a zone is the same record.
  const keys = new Map(entries.map(({ key, alias }) => [alias, key]));
  const shown = finished.pages.flatMap(({ events }) =>
    events.map((event) => {
      const text = JSON.stringify(event.raw);
      return { event, key: keys.get(text) ?? text };
    }),
  );
  const counts = new Map<string, number>();
  for (const { key } of shown) counts.set(key, (counts.get(key) ?? 0) + 1);
  // Times that had to be moved: it says so, and claims nothing.
  const isLost = one.zoneIsGuessed && (last.outside > 0 || last.habits.shiftMinutes !== 0);
  const trial = { ...finished, one, last, entries, contents: countContents(one, entries), shown, counts, isLost };
  const judges = [checkPages, checkCoverage, checkRecords, checkOrder, checkCuts];
  return [...finished.problems, ...judges.flatMap((judgePart) => judgePart(trial))];
}

function checkPages({ one: { pageSize, options }, pages, shown }: Trial): string[] {
  const problems: string[] = [];
  pages.forEach(({ events, hasMore, paused, coverage }, at) => {
    const name = `page ${at + 1} of ${pages.length}`;
    const isLast = at === pages.length - 1;
    if ((hasMore === false) !== isLast) problems.push(`${name} says hasMore ${hasMore}`);
    if (events.length > pageSize) problems.push(`${name} has ${events.length} events`);
    if (events.length < pageSize && !isLast && !paused) problems.push(`${name} has only ${events.length} events`);
    const spent = coverage.requests - (pages[at - 1]?.coverage.requests ?? 0);
    if (paused && spent < options.budget!.requests!) problems.push(`${name} pauses after ${spent} requests`);
    if (hasMore === true && pages[at + 1]?.events.length === 0) problems.push(`${name} promised more`);
  });
  const ids = new Set(shown.map(({ event: { id } }) => id));
  if (ids.size !== shown.length) problems.push(`${shown.length} events have ${ids.size} ids`);
  return problems;
}

function checkCoverage(trial: Trial): string[] {
  const { one, last, pages, shown } = trial;
  const problems: string[] = [];
  const check = (isRight: boolean, problem: string) => {
    if (!isRight) problems.push(`coverage: ${problem}`);
  };
  const isTimeSure = !last.habits.naiveTimes || one.options.naiveZone === "UTC";
  const isWhole = last.cut.length === 0 && last.outside === 0 && last.habits.shiftMinutes === 0 && isTimeSure;
  check(last.asked.from === one.span.from && last.asked.until === one.span.until, "asked is another range");
  check(last.readFrom === one.span.from, `readFrom is ${last.readFrom} at the end`);
  // Where the cap changes it may not be possible to tell; then it says so.
  check(last.complete === isWhole || (hasChangingCap(one) && !last.complete), `complete is ${last.complete}`);
  check(last.missing.length === 0, "missing is a part that was read again");
  check(last.matched === shown.length, `matched is ${last.matched}, shown are ${shown.length}`);
  check(last.records >= last.matched, `records are ${last.records}, matched ${last.matched}`);
  check(last.unreadable === 0, `unreadable are ${last.unreadable}`);
  check(one.zoneIsGuessed || last.outside === 0, `outside are ${last.outside}`);
  if (one.choices.filter === "no filter") {
    check(last.undated === shown.filter(({ event }) => event.time === null).length, `undated are ${last.undated}`);
    check(last.records === last.matched, `records are ${last.records}, matched ${last.matched}`);
  }
  if (one.stops.length === 0) check(last.requests === trial.requests, `requests are ${last.requests}`);
  let before = Infinity;
  for (const { coverage } of pages) {
    check(coverage.readFrom <= before, "readFrom goes back");
    before = coverage.readFrom;
  }
  check(listAccessLogStates(trial).includes(last.accessLog), `accessLog is ${last.accessLog}`);
  return problems;
}

export function hasChangingCap({ behavior: { limit } }: LogCase): boolean {
  return typeof limit === "object" && "caps" in limit;
}

function listAccessLogStates({ one, entries }: Trial): Coverage["accessLog"][] {
  const actions = one.filter.filters.actions ?? ["login"];
  if (one.options.signIns === "off" || !actions.some((id) => id === "login" || id === "logout")) return ["not-asked"];
  const { accessLog } = one.behavior;
  if (accessLog === "refused" || accessLog === "absent") return ["refused"];
  const listed = entries.filter(({ logs }) => logs.includes("/accesslog")).length;
  return listed >= ENOUGH && one.options.signIns !== "on" ? ["merged", "nothing-new"] : ["merged"];
}

/** Every record is there, as often as it occurred, and no other. */
function checkRecords(trial: Trial): string[] {
  const { one, contents, counts, last, isLost } = trial;
  const problems: string[] = [];
  for (const [key, count] of counts) {
    const most = contents.get(key)?.most;
    if (isLost) {
      if (!isMatch(trial, key)) problems.push(`shows what no matching record is: ${key}`);
    } else if (!most) problems.push(`shows what does not belong there: ${key}`);
    else if (count > Math.max(most["/auditlog"], most["/accesslog"])) {
      problems.push(`shows ${count} times what is there ${JSON.stringify(most)} times: ${key}`);
    }
  }
  let missing = 0;
  for (const [key, content] of contents) {
    const lack = countMissing(trial, key, content);
    if (lack === 0) continue;
    missing += lack;
    const times = [...content.times];
    const isNamed = times.some((time) => last.cut.some(({ span }) => isWithin(time, span)));
    if (!isNamed && !isLost && !(hasChangingCap(one) && !last.complete))
      problems.push(`${lack} missing: ${formatTimes(times)} ${key}`);
  }
  if (missing > 0 && last.complete) problems.push(`${missing} missing although "complete"`);
  return problems;
}

function isMatch({ one, entries }: Trial, key: string): boolean {
  return entries.some((entry) => entry.key === key && one.filter.matches(entry.wire));
}

/**
 * How often a content is missing. What only an access log has that was found to add nothing is not, nor what is spelled as
 * nobody has seen it where the server was asked for some spellings alone.
 */
function countMissing({ last, counts }: Trial, key: string, { least, times, wire }: Content): number {
  const isMerged = last.accessLog === "merged";
  const due = isMerged ? Math.max(least["/auditlog"], least["/accesslog"]) : least["/auditlog"];
  const lack = Math.max(0, due - (counts.get(key) ?? 0));
  const { narrowed } = last;
  if (!narrowed || lack === 0 || [...times].some((time) => time >= narrowed.until)) return lack;
  const isUnseen = (spellings: readonly string[], field: string) =>
    spellings.length > 0 && !spellings.includes(String(wire[field]));
  const isOut = isUnseen(narrowed.actions, "action-type") || isUnseen(narrowed.objects, "target-object");
  return isOut ? 0 : lack;
}

const isWithin = (time: number, { from, until }: Span) => time >= from && time < until;
const formatTimes = (times: Iterable<number>) => [...times].map((time) => new Date(time).toISOString()).join(" or ");

/** Newest first, each at its time. */
function checkOrder(trial: Trial): string[] {
  const { one, last, contents, shown } = trial;
  if (trial.isLost) return [];
  const problems: string[] = [];
  let before = Infinity;
  let trueBefore = Infinity;
  const knownFrom = findOrderStart(trial);
  const isOneLog = last.accessLog === "not-asked" || last.accessLog === "refused";
  for (const { event, key } of shown) {
    const content = contents.get(key);
    if (!content) continue;
    const { time, timeText } = event;
    if (time !== null) {
      if (time > before) problems.push(`${timeText} is below ${formatTimes([before])}`);
      before = time;
      const isRight = [...content.times].some((right) => [right, ...listPossibleHours(one, right)].includes(time));
      if (!isRight) problems.push(`${timeText} is taken for ${formatTimes([time])}`);
    } else if (!content.undated) problems.push(`${timeText} is not read`);
    const [trueTime = 0, ...others] = content.times;
    // Between two logs nobody knows where a record without a time belongs, nor while the server's order is not known.
    const isKnown = content.undated ? isOneLog && trueTime < knownFrom : time === trueTime;
    if (others.length > 0 || !isKnown) continue;
    if (trueTime > trueBefore) problems.push(`${formatTimes([trueTime])} is below ${formatTimes([trueBefore])}`);
    trueBefore = trueTime;
  }
  return problems;
}

/** What is older than this was read when the server was known to answer its oldest records first. */
function findOrderStart({ one: { behavior }, pages }: Trial): number {
  if (behavior.order === "descending") return Infinity;
  return pages.find(({ coverage }) => coverage.habits.order === "ascending")?.coverage.readFrom ?? -Infinity;
}

/** A second is named only where the server gives less than it has, or nobody can know that it does not. */
function checkCuts(trial: Trial): string[] {
  const { one, last, contents } = trial;
  // With times in the wrong zone no records are found in the second that holds them.
  if (trial.isLost) return [];
  const { start, ties } = one.behavior;
  const canPage =
    start === "honored" && ties === "stable" && one.options.paging === "auto" && one.arrivals.length === 0;
  return last.cut.flatMap(({ span, atLeast }) => {
    const problems: string[] = [];
    if (span.until - span.from !== SECOND) problems.push("is no single second");
    if (canPage) problems.push("could have been paged");
    if (!isFull(trial, span, atLeast)) problems.push("is not full");
    const inside = [...contents].filter(([, { times }]) => [...times].some((time) => isWithin(time, span)));
    const missing = inside.reduce((sum, [key, content]) => sum + countMissing(trial, key, content), 0);
    const total = Math.max(countEntries(trial, "/auditlog", span), countEntries(trial, "/accesslog", span));
    if (last.accessLog !== "merged" && missing > total - atLeast) problems.push(`lacks ${missing} of ${total}`);
    return problems.map((problem) => `cut at ${formatTimes([span.from])}, at least ${atLeast}: ${problem}`);
  });
}

/**
 * Whether a log has in a second what the server gives at the most, or all that there is around it. Where times have no
 * offset nobody can see whether the ends of a request belong to it: a full second beside this one has to do.
 */
function isFull(trial: Trial, { from, until }: Span, atLeast: number): boolean {
  const { limit } = trial.one.behavior;
  const beside = trial.last.habits.naiveTimes ? SECOND : 0;
  const span = { from: from - beside, until: until + beside };
  const most =
    limit === "honored"
      ? 1000
      : limit === "ignored"
        ? Infinity
        : Math.min(...(Object.values(limit).flat() as number[]).filter((value) => !Number.isNaN(Number(value))));
  const around = { from: span.from - HOUR, until: span.until + HOUR };
  return (["/auditlog", "/accesslog"] as const).some((log) => {
    const inside = countEntries(trial, log, span);
    if (inside < SMALLEST_CAP || inside < atLeast) return false;
    // Of the records around it only the source knows which of them its filters left in.
    return inside >= most || trial.last.sentFilters.length > 0 || inside >= countEntries(trial, log, around);
  });
}

function countEntries({ entries }: Trial, log: LogPath, span: Span): number {
  return entries.filter(({ time, logs }) => logs.includes(log) && isWithin(time, span)).length;
}
