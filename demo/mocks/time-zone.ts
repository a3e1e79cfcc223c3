export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Throws a RangeError if the zone does not exist. */
function getFormat(zone: string): Intl.DateTimeFormat {
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

export function isTimeZone(zone: string): boolean {
  try {
    getFormat(zone);
    return true;
  } catch {
    // A RangeError is how Intl says "no such zone".
    return false;
  }
}

function readOffset(zone: string, time: number): number {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of getFormat(zone).formatToParts(time)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / SECOND) * SECOND;
}

const days = new Map<string, Map<number, number | undefined>>();

/** How far the zone's clocks are ahead of UTC, in milliseconds. Days without a clock change are cached: Intl is slow. */
export function getZoneOffset(zone: string, time: number): number {
  if (zone === "UTC") return 0;
  let known = days.get(zone);
  if (!known) days.set(zone, (known = new Map()));
  const day = Math.floor(time / DAY);
  if (!known.has(day)) {
    const first = readOffset(zone, day * DAY);
    known.set(day, first === readOffset(zone, (day + 1) * DAY) ? first : undefined);
  }
  return known.get(day) ?? readOffset(zone, time);
}

/** The time at which the zone's clocks show `wall` (a date and time as if in UTC); the earlier one if there are two. */
export function findInstant(zone: string, wall: number): number {
  const before = wall - getZoneOffset(zone, wall - DAY);
  if (before + getZoneOffset(zone, before) === wall) return before;
  return wall - getZoneOffset(zone, wall - getZoneOffset(zone, wall));
}

/** The date and time that the zone's clocks show, as if in UTC. */
export function getWallTime(zone: string, time: number): number {
  return time + getZoneOffset(zone, time);
}

/** The midnight at which the zone's day of `time` began, plus `plusDays` days. */
export function getStartOfDay(zone: string, time: number, plusDays = 0): number {
  return findInstant(zone, (Math.floor(getWallTime(zone, time) / DAY) + plusDays) * DAY);
}

/** The midnight at which the zone's month of `time` began. */
export function getStartOfMonth(zone: string, time: number): number {
  const wall = new Date(getWallTime(zone, time));
  return findInstant(zone, Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), 1));
}
