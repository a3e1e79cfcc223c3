export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Throws a RangeError for a zone that does not exist. */
function createFormat(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, format);
  }
  return format;
}

export function isZone(zone: string): boolean {
  try {
    createFormat(zone);
    return true;
  } catch {
    // A RangeError is how Intl says "no such zone".
    return false;
  }
}

function exactOffset(zone: string, time: number): number {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of createFormat(zone).formatToParts(time)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / SECOND) * SECOND;
}

const days = new Map<string, Map<number, number | undefined>>();

/** How far the zone's clocks are ahead of UTC, in milliseconds. Whole days without a change are remembered: Intl is slow. */
export function zoneOffset(zone: string, time: number): number {
  if (zone === "UTC") return 0;
  let known = days.get(zone);
  if (!known) days.set(zone, (known = new Map()));
  const day = Math.floor(time / DAY);
  if (!known.has(day)) {
    const first = exactOffset(zone, day * DAY);
    known.set(day, first === exactOffset(zone, (day + 1) * DAY) ? first : undefined);
  }
  return known.get(day) ?? exactOffset(zone, time);
}

/** The time at which the zone's clocks show `wall` (a date and time written as if it were UTC); the earlier of two. */
export function wallTime(zone: string, wall: number): number {
  const before = wall - zoneOffset(zone, wall - DAY);
  if (before + zoneOffset(zone, before) === wall) return before;
  return wall - zoneOffset(zone, wall - zoneOffset(zone, wall));
}

/** What the zone's clocks show, written as if it were UTC. */
export function wallClock(zone: string, time: number): number {
  return time + zoneOffset(zone, time);
}

/** Midnight at which the zone's day of `time` began, `plusDays` later. */
export function startOfDay(zone: string, time: number, plusDays = 0): number {
  return wallTime(zone, (Math.floor(wallClock(zone, time) / DAY) + plusDays) * DAY);
}

/** Midnight at which the zone's month of `time` began. */
export function startOfMonth(zone: string, time: number): number {
  const wall = new Date(wallClock(zone, time));
  return wallTime(zone, Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), 1));
}
