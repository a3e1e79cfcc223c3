import { findOffset } from "../../core/time/time-zones.js";

const MINUTE = 60_000;
const QUARTER_HOUR = 900_000;

/** Offsets from UTC in minutes, for a quarter of an hour: every zone changes its clock at a full quarter. */
const offsets = { quarter: 0, of: new Map<string, number>() };

/** Minutes east of UTC. The first call for a zone is slow, because it creates a format. */
export function getOffset(zone: string, now: number): number {
  const quarter = Math.floor(now / QUARTER_HOUR);
  if (quarter !== offsets.quarter) Object.assign(offsets, { quarter, of: new Map() });
  let minutes = offsets.of.get(zone);
  if (minutes === undefined) offsets.of.set(zone, (minutes = findOffset(zone, now)));
  return minutes;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The time of day in a zone, "06:41 PM". One format for all zones shifts UTC by the offset. */
export function formatTimeOfDay(zone: string, now: number, locale: string): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", hour: "2-digit", minute: "2-digit" });
    formats.set(locale, format);
  }
  return format.format(now + getOffset(zone, now) * MINUTE);
}
