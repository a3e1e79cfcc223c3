import { US_ZONES } from "./names.js";
import { type Random, weighted } from "./random.js";
import { DAY, HOUR, SECOND, startOfDay } from "./zone.js";

/** When something happens, and by whose clock: the index of a US zone, or `SYSTEM` for the platform itself. */
export interface Stamp {
  time: number;
  source: number;
}

export const SYSTEM = US_ZONES.length;

/** Of all events. */
const SYSTEM_SHARE = 0.1;

const WORKING_HOURS = [1, 0.5, 0.4, 0.4, 0.5, 1, 4, 18, 60, 90, 100, 92, 60, 84, 100, 96, 80, 44, 20, 12, 9, 6, 4, 2];
const NIGHT_HOURS = [20, 60, 100, 90, 70, 30, 4, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 4, 8, 12];
const SATURDAY = 0.16;
const SUNDAY = 0.1;

/** `count` times of the last `days` days, oldest first: people work by day and in the week, machines by night. */
export function createStamps(random: Random, now: number, days: number, count: number): Stamp[] {
  const begin = now - days * DAY;
  const calendars = US_ZONES.map((zone) => calendar(zone, now, Math.ceil(days)));
  const zoneOf = weighted([45, 25, 10, 20]);
  const workingHour = weighted(WORKING_HOURS);
  const nightHour = weighted(NIGHT_HOURS);
  // Packed into numbers: a typed array sorts many times faster than objects.
  const packed = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    const system = random.chance(SYSTEM_SHARE);
    const zone = system ? 0 : zoneOf(random);
    const { midnights, workday } = calendars[zone] as Calendar;
    let time = Number.NaN;
    for (let tries = 0; tries < 20 && !(time >= begin && time <= now); tries += 1) {
      const day = system ? random.int(0, midnights.length - 1) : workday(random);
      const hour = (system ? nightHour : workingHour)(random);
      time = (midnights[day] ?? now) + hour * HOUR + Math.floor(random.next() * 3600) * SECOND;
    }
    if (!(time >= begin && time <= now)) time = begin + random.next() * (now - begin);
    packed[index] = Math.floor(time / SECOND) * 8 + (system ? SYSTEM : zone);
  }
  packed.sort();
  return Array.from(packed, (value) => ({ time: Math.floor(value / 8) * SECOND, source: value % 8 }));
}

interface Calendar {
  readonly midnights: readonly number[];
  readonly workday: (random: Random) => number;
}

function calendar(zone: string, now: number, days: number): Calendar {
  const midnights = Array.from({ length: days + 1 }, (_, back) => startOfDay(zone, now, -back));
  const weights = midnights.map((midnight, back) => {
    const weekday = new Date(midnight + 12 * HOUR).getUTCDay();
    const week = weekday === 0 ? SUNDAY : weekday === 6 ? SATURDAY : 1;
    // Business grows: a year ago there was a fifth less to do.
    return week * (1 - (0.2 * back) / Math.max(days, 365));
  });
  return { midnights, workday: weighted(weights) };
}
