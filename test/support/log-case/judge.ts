import type { Coverage, Span } from "../../../src/domain/coverage.js";
import type { LogCase } from "./draw.js";
import type { Finished } from "./read.js";
import {
  contentsOf,
  entriesOf,
  hasSummerTime,
  isSameWallTime,
  type Content,
  type Entry,
  type LogPath,
} from "./truth.js";

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** An answer below this is believed to be whole, whatever was seen. */
const SMALLEST_CAP = 10;

/** So many records of the access log that the audit log has, too, say that it adds nothing. */
const ENOUGH = 100;

/** What is wrong with a finished search; empty when nothing is. */
export function judge(one: LogCase, finished: Finished): string[] {
  const entries = entriesOf(one, finished);
  const contents = contentsOf(one, entries);
  return [
    ...finished.problems,
    ...judgePages(one, finished),
    ...judgeCoverage(one, finished, entries),
    ...judgeRecords(one, finished, contents),
    ...judgeOrder(one, finished, contents),
    ...judgeCuts(one, finished, entries, contents),
  ];
}

const eventsOf = ({ pages }: Finished) => pages.flatMap(({ events }) => events);
const lastOf = ({ pages }: Finished): Coverage | undefined => pages[pages.length - 1]?.coverage;

/** The source was not told of the server's zone and could not find it out: it says that records lie outside. */
const isLost = ({ zoneIsTold }: LogCase, { outside }: Coverage) => !zoneIsTold && outside > 0;

function judgePages({ pageSize, options }: LogCase, { pages }: Finished): string[] {
  const problems: string[] = [];
  pages.forEach(({ events, hasMore, paused, coverage }, at) => {
    const isLast = at === pages.length - 1;
    if ((hasMore === false) !== isLast) problems.push(`page ${at + 1} of ${pages.length} says hasMore ${hasMore}`);
    if (events.length > pageSize) problems.push(`page ${at + 1} has ${events.length} events`);
    if (events.length < pageSize && !isLast && !paused)
      problems.push(`page ${at + 1} has only ${events.length} events`);
    const spent = coverage.requests - (pages[at - 1]?.coverage.requests ?? 0);
    if (paused && spent < options.budget!.requests) problems.push(`page ${at + 1} pauses after ${spent} requests`);
    if (hasMore === true && pages[at + 1]?.events.length === 0) problems.push(`page ${at + 1} promised more`);
  });
  const ids = new Set(pages.flatMap(({ events }) => events.map(({ id }) => id)));
  const count = pages.reduce((sum, { events }) => sum + events.length, 0);
  if (ids.size !== count) problems.push(`${count} events have ${ids.size} ids`);
  return problems;
}

function judgeCoverage(one: LogCase, finished: Finished, entries: readonly Entry[]): string[] {
  const last = lastOf(finished);
  if (!last) return ["there is no page"];
  const events = eventsOf(finished);
  const problems: string[] = [];
  const check = (isRight: boolean, problem: string) => {
    if (!isRight) problems.push(`coverage: ${problem}`);
  };
  check(last.asked.from === one.span.from && last.asked.until === one.span.until, "asked is another range");
  check(last.readFrom === one.span.from, `readFrom is ${last.readFrom} at the end`);
  check(last.complete === (last.cut.length === 0 && last.outside === 0), `complete is ${last.complete}`);
  check(last.matched === events.length, `matched is ${last.matched}, shown are ${events.length}`);
  check(last.records >= last.matched, `records are ${last.records}, matched ${last.matched}`);
  check(last.unreadable === 0, `unreadable are ${last.unreadable}`);
  check(!one.zoneIsTold || last.outside === 0, `outside are ${last.outside}`);
  if (one.choices.filter === "no filter") {
    check(last.undated === events.filter(({ time }) => time === null).length, `undated are ${last.undated}`);
    check(last.records === last.matched, `records are ${last.records}, matched ${last.matched}`);
  }
  if (one.stops.length === 0) check(last.requests === finished.requests, `requests are ${last.requests}`);
  let before = Infinity;
  for (const { coverage } of finished.pages) {
    check(coverage.readFrom <= before, "readFrom goes back");
    before = coverage.readFrom;
  }
  const allowed = accessLogStates(one, entries);
  check(allowed.includes(last.accessLog), `accessLog is ${last.accessLog}`);
  return problems;
}

function accessLogStates(one: LogCase, entries: readonly Entry[]): Coverage["accessLog"][] {
  const actions = one.filter.filters.actions ?? ["login"];
  if (one.options.signIns === "off" || !actions.some((id) => id === "login" || id === "logout")) return ["not-asked"];
  const { accessLog } = one.habits;
  if (accessLog === "refused" || accessLog === "absent") return ["refused"];
  const listed = entries.filter(({ logs }) => logs.includes("/accesslog")).length;
  return listed >= ENOUGH && one.options.signIns !== "on" ? ["merged", "nothing-new"] : ["merged"];
}

/** Every record is there, as often as it occurred, and no other. */
function judgeRecords(one: LogCase, finished: Finished, contents: ReadonlyMap<string, Content>): string[] {
  const last = lastOf(finished);
  if (!last) return [];
  const shown = shownOf(finished);
  const problems: string[] = [];
  for (const [key, count] of shown) {
    const most = contents.get(key)?.most;
    if (!most) problems.push(`shows what does not belong there: ${key}`);
    else if (count > Math.max(most["/auditlog"], most["/accesslog"])) {
      problems.push(`shows ${count} times what is there ${JSON.stringify(most)} times: ${key}`);
    }
  }
  let missing = 0;
  for (const [key, { least, times }] of contents) {
    const due = dueOf(least, last);
    const lack = due - (shown.get(key) ?? 0);
    if (lack <= 0) continue;
    missing += lack;
    const isNamed = [...times].some((time) => last.cut.some(({ span }) => isWithin(time, span)));
    if (!isNamed && !isLost(one, last)) problems.push(`${lack} of ${due} missing: ${timesText(times)} ${key}`);
  }
  if (missing > 0 && last.complete) problems.push(`${missing} missing although "complete"`);
  return problems;
}

/** How often a content must be shown; an access log that was found to add nothing may have had more all the same. */
function dueOf(least: Content["least"], { accessLog }: Coverage): number {
  return accessLog === "merged" ? Math.max(least["/auditlog"], least["/accesslog"]) : least["/auditlog"];
}

function shownOf(finished: Finished): Map<string, number> {
  const shown = new Map<string, number>();
  for (const { raw } of eventsOf(finished)) {
    const key = JSON.stringify(raw);
    shown.set(key, (shown.get(key) ?? 0) + 1);
  }
  return shown;
}

const isWithin = (time: number, { from, until }: Span) => time >= from && time < until;
const timesText = (times: Iterable<number>) => [...times].map((time) => new Date(time).toISOString()).join(" or ");

/** Newest first, each at its time. */
function judgeOrder(one: LogCase, finished: Finished, contents: ReadonlyMap<string, Content>): string[] {
  const last = lastOf(finished);
  if (!last || isLost(one, last)) return [];
  const problems: string[] = [];
  let before = Infinity;
  let trueBefore = Infinity;
  const knownFrom = orderKnownFrom(one, finished);
  const isOneLog = last.accessLog === "not-asked" || last.accessLog === "refused";
  for (const { time, raw, timeText } of eventsOf(finished)) {
    const content = contents.get(JSON.stringify(raw));
    if (!content) continue;
    const [trueTime] = content.times;
    if (time !== null) {
      if (time > before) problems.push(`${timeText} stands below ${new Date(before).toISOString()}`);
      before = time;
      if (![...content.times].some((right) => isRightTime(one, time, right))) {
        problems.push(`${timeText} is taken for ${new Date(time).toISOString()}`);
      }
    } else if (!content.undated) problems.push(`${timeText} is not read`);
    // Between two logs nobody knows where a record without a time belongs, nor while the server's order is not known.
    if (
      content.times.size > 1 ||
      (content.undated && (!isOneLog || trueTime! >= knownFrom)) ||
      time !== (content.undated ? null : trueTime)
    )
      continue;
    if (trueTime! > trueBefore) problems.push(`${timesText([trueTime!])} stands below ${timesText([trueBefore])}`);
    trueBefore = trueTime!;
  }
  return problems;
}

/** What is older than this was read when the server was known to answer its oldest records first. */
function orderKnownFrom({ habits }: LogCase, { pages }: Finished): number {
  if (habits.order === "descending") return Infinity;
  return pages.find(({ coverage }) => coverage.habits.order === "ascending")?.coverage.readFrom ?? -Infinity;
}

function isRightTime({ habits, zoneIsTold }: LogCase, time: number, right: number): boolean {
  if (time === right) return true;
  if (habits.timestamps !== "zoneless" || Math.abs(time - right) !== HOUR) return false;
  return (!zoneIsTold && hasSummerTime(habits.naiveZone)) || isSameWallTime(time, right, habits);
}

/** A second is named only where the server gives less than it has, or nobody can know that it does not. */
function judgeCuts(
  one: LogCase,
  finished: Finished,
  entries: readonly Entry[],
  contents: ReadonlyMap<string, Content>,
): string[] {
  const last = lastOf(finished);
  // With times in the wrong zone no records are found in the second that holds them.
  if (!last || isLost(one, last)) return [];
  const problems: string[] = [];
  const { limit, start, ties } = one.habits;
  const most = limit === "honoured" ? 1000 : limit === "ignored" ? Infinity : Object.values(limit)[0]!;
  const canPage =
    start === "honoured" && ties === "stable" && one.options.paging === "auto" && one.arrivals.length === 0;
  const shown = shownOf(finished);
  for (const { span, atLeast } of last.cut) {
    const where = `cut at ${timesText([span.from])}, at least ${atLeast}`;
    const count = (log: LogPath, { from, until }: Span) =>
      entries.filter(({ time, logs }) => logs.includes(log) && time >= from && time < until).length;
    const around = { from: span.from - HOUR, until: span.until + HOUR };
    const isUnsure = (["/auditlog", "/accesslog"] as const).some((log) => {
      const inside = count(log, span);
      return (
        inside >= SMALLEST_CAP &&
        inside >= atLeast &&
        (inside >= most || last.sentFilters.length > 0 || inside >= count(log, around))
      );
    });
    if (span.until - span.from !== SECOND) problems.push(`${where}: no single second`);
    if (canPage) problems.push(`${where}: the server can be paged`);
    if (!isUnsure) problems.push(`${where}: the second is not full`);
    const missing = [...contents].reduce((sum, [key, { times, least }]) => {
      if (![...times].some((time) => isWithin(time, span))) return sum;
      return sum + Math.max(0, dueOf(least, last) - (shown.get(key) ?? 0));
    }, 0);
    const total = Math.max(count("/auditlog", span), count("/accesslog", span));
    if (last.accessLog !== "merged" && missing > total - atLeast)
      problems.push(`${where}: ${missing} of ${total} are missing`);
  }
  return problems;
}
