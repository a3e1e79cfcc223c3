import { US_ZONES } from "./names.js";
import { type Random, createWeightedChoice } from "./random.js";
import { DAY, HOUR, SECOND, getStartOfDay } from "../time-zone.js";

/** The time of an event, and its time zone: the index of a US zone, or `SYSTEM` for the platform itself. */
export interface EventTime {
  time: number;
  source: number;
}

/** Without its end, in whole seconds. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

export const SYSTEM = US_ZONES.length;

/** The share of the platform in all events. */
const SYSTEM_SHARE = 0.1;

const WORKING_HOURS = [1, 0.5, 0.4, 0.4, 0.5, 1, 4, 18, 60, 90, 100, 92, 60, 84, 100, 96, 80, 44, 20, 12, 9, 6, 4, 2];
const NIGHT_HOURS = [20, 60, 100, 90, 70, 30, 4, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 8, 12];
const SATURDAY = 0.16;
const SUNDAY = 0.1;

/** How many events the day of `midnight` has, compared with a working day. */
function getDayShare(midnight: number): number {
  const weekday = new Date(midnight + 12 * HOUR).getUTCDay();
  return weekday === 0 ? SUNDAY : weekday === 6 ? SATURDAY : 1;
}

/** How many events the day of `midnight` has, compared with an average day. */
export function getRelativeDayShare(midnight: number): number {
  return (getDayShare(midnight) * 7) / (5 + SATURDAY + SUNDAY);
}

/** `count` times in a span, oldest first: people work on weekdays during the day, machines at night. */
export function createEventTimes(random: Random, { from, until }: Span, count: number): EventTime[] {
  const calendars = US_ZONES.map((zone) => createCalendar(zone, until - SECOND, Math.ceil((until - from) / DAY)));
  const zoneOf = createWeightedChoice([45, 25, 10, 20]);
  const workingHour = createWeightedChoice(WORKING_HOURS);
  const nightHour = createWeightedChoice(NIGHT_HOURS);
  // Packed into numbers: a typed array sorts many times faster than objects.
  const packed = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    const system = random.chance(SYSTEM_SHARE);
    const zone = system ? 0 : zoneOf(random);
    const { midnights, workday } = calendars[zone] as Calendar;
    let time = Number.NaN;
    for (let tries = 0; tries < 20 && !(time >= from && time < until); tries += 1) {
      const day = system ? random.int(0, midnights.length - 1) : workday(random);
      const hour = (system ? nightHour : workingHour)(random);
      time = (midnights[day] ?? from) + hour * HOUR + Math.floor(random.next() * 3600) * SECOND;
    }
    if (!(time >= from && time < until)) time = from + random.next() * (until - from);
    packed[index] = Math.floor(time / SECOND) * 8 + (system ? SYSTEM : zone);
  }
  packed.sort();
  return Array.from(packed, (value) => ({ time: Math.floor(value / 8) * SECOND, source: value % 8 }));
}

interface Calendar {
  readonly midnights: readonly number[];
  readonly workday: (random: Random) => number;
}

function createCalendar(zone: string, last: number, days: number): Calendar {
  const midnights = Array.from({ length: days + 1 }, (_, back) => getStartOfDay(zone, last, -back));
  const weights = midnights.map(
    // The business grows: a year ago there was a fifth less to do.
    (midnight, back) => getDayShare(midnight) * (1 - (0.2 * back) / Math.max(days, 365)),
  );
  return { midnights, workday: createWeightedChoice(weights) };
}
