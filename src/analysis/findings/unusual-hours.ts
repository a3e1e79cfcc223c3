import type { FindingRequest, UnusualHours } from "../../core/findings.js";
import { ZoneOffsets } from "../../core/time/zone-offsets.js";
import { CHANGES, createRange, filtersForPerson, readPerson, type EventGroup } from "./groups.js";

export interface UnusualHoursLimits {
  /** The number of other days with events. */
  readonly days: number;
  /** The least number of hours in a row in which the person never works. */
  readonly rest: number;
  /** The least number of whole hours between the unusual hour and the usual ones. */
  readonly distance: number;
}

/** One day of a person. */
interface Day {
  readonly rows: number[];
  /** For each hour of the clock whether the day has events. */
  readonly hours: boolean[];
}

/** The latest change of a person far outside of the hours of all their other days. */
export function findUnusualHours(
  { source, rows }: EventGroup,
  { hasGaps, isNarrowed, zone }: FindingRequest,
  limits: UnusualHoursLimits,
): UnusualHours[] {
  if (hasGaps || isNarrowed) return [];
  const offsets = new ZoneOffsets(zone);
  const localHour = (at: number) => {
    const second = Math.floor(source.time(at) / 1000);
    return Math.floor((second + offsets.at(second)) / 3600);
  };
  const days = new Map<number, Day>();
  /** For each hour of the clock the number of days with events. */
  const worked = new Array<number>(24).fill(0);
  for (const at of rows) {
    const hour = localHour(at);
    const date = Math.floor(hour / 24);
    const day = days.get(date) ?? { rows: [], hours: [] };
    days.set(date, day);
    day.rows.push(at);
    const clock = hour - date * 24;
    if (!day.hours[clock]) worked[clock]! += 1;
    day.hours[clock] = true;
  }
  if (days.size <= limits.days) return [];
  for (const day of [...days.values()].reverse()) {
    const usual = findUsualHours(worked.map((count, hour) => count > (day.hours[hour] ? 1 : 0)));
    if (24 - usual.length < limits.rest) continue;
    const isFar = (at: number) => {
      // Hours after the start of the usual ones; the end of the day lies before the start.
      const after = (localHour(at) - usual.from + 24 * 1e6) % 24;
      return after - usual.length >= limits.distance && 24 - after - 1 >= limits.distance;
    };
    const far = findLastRun(day.rows, isFar, (at) => CHANGES.indexOf(source.action(at)) !== -1);
    if (!far) continue;
    const person = readPerson(source, far.at(-1)!);
    const [first, last] = [source.time(far[0]!), source.time(far.at(-1)!)];
    const filters = { ...filtersForPerson(person), range: createRange(first, last) };
    const [usualFrom, usualUntil] = [usual.from, ((usual.from + usual.length - 1) % 24) + 1];
    const facts = { usualFrom, usualUntil, days: days.size - 1 };
    return [{ kind: "unusual-hours", ...person, count: far.length, first, last, ...facts, filters }];
  }
  return [];
}

/** The last events in a row that are all far away, with a change among them: a range of time finds them alone. */
function findLastRun(
  rows: readonly number[],
  isFar: (at: number) => boolean,
  isChange: (at: number) => boolean,
): number[] | undefined {
  let run: number[] = [];
  let last: number[] | undefined;
  for (const at of rows) {
    if (isFar(at)) run.push(at);
    else run = [];
    if (run.some(isChange)) last = run;
  }
  return last;
}

/** The shortest part of the clock that has all hours with work: all but the longest rest. */
function findUsualHours(worked: readonly boolean[]): { from: number; length: number } {
  let best = { from: 0, length: 24 };
  for (let from = 0; from < 24; from += 1) {
    if (!worked[from]) continue;
    let rest = 0;
    while (rest < 23 && !worked[(from - 1 - rest + 24) % 24]) rest += 1;
    if (24 - rest < best.length) best = { from, length: 24 - rest };
  }
  return best;
}
