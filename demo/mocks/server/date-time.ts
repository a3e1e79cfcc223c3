import type { ServerBehavior } from "./server-behavior.js";
import { DAY, HOUR, MINUTE, SECOND, isTimeZone, findInstant, getZoneOffset } from "../time-zone.js";

/** The documented formats: a space and no zone; or `T` and an offset, with an optional zone in brackets. */
const NAIVE = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/;
const WITH_OFFSET = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:Z|([+-])(\d\d):(\d\d))(?:\[([\w+/-]+)\])?$/;

interface DateTime {
  time: number;
  /** The zone in brackets: the response writes its times in it. */
  zone: string | undefined;
}

/** Reads a documented date-time; `undefined` for anything else, also for dates that do not exist. */
export function readDateTime(text: string, naiveZone: string): DateTime | undefined {
  const naive = NAIVE.exec(text);
  if (naive) {
    const wall = readWallTime(naive[1], naive[2]);
    return wall === undefined ? undefined : { time: findInstant(naiveZone, wall), zone: undefined };
  }
  const parts = WITH_OFFSET.exec(text);
  if (!parts) return undefined;
  const [, date, clock, sign, hours, minutes, zone] = parts;
  const wall = readWallTime(date, clock);
  const ahead = (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE);
  if (wall === undefined || Math.abs(ahead) > 14 * HOUR || Number(minutes ?? 0) > 59) return undefined;
  if (zone !== undefined && !isTimeZone(zone)) return undefined;
  return { time: wall - ahead, zone };
}

function readWallTime(date: string | undefined, clock: string | undefined): number | undefined {
  const wall = new Date(`${date}T${clock}Z`).getTime();
  // `Date` moves February 30th into March.
  return Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 19) !== `${date}T${clock}` ? undefined : wall;
}

const formatIso = (wall: number) => new Date(wall).toISOString();

function formatOffset(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE;
  const padTwo = (number: number) => String(Math.trunc(number)).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${padTwo(minutes / 60)}:${padTwo(minutes % 60)}`;
}

const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));
let lastDay = { day: Number.NaN, text: "" };

/** `2026-11-23T13:00:00Z`, the format of stored records. It keeps the text of the last day, because times come by the thousands in order. */
export function formatUtc(time: number): string {
  const day = Math.floor(time / DAY);
  if (day !== lastDay.day) lastDay = { day, text: formatIso(day * DAY).slice(0, 11) };
  const second = Math.floor((time - day * DAY) / SECOND);
  const hours = TWO_DIGITS[Math.floor(second / 3600)];
  return `${lastDay.text}${hours}:${TWO_DIGITS[Math.floor(second / 60) % 60]}:${TWO_DIGITS[second % 60]}Z`;
}

/** Writes a time in the format of this server; in the zone that the request named in brackets, if any. */
export function writeDateTime(time: number, behavior: ServerBehavior, zone: string | undefined): string {
  const fraction = behavior.fractionalSeconds ? ".000" : "";
  if (zone === undefined && behavior.timestamps === "utc-z") return `${formatUtc(time).slice(0, -1)}${fraction}Z`;
  const offset = getZoneOffset(zone ?? behavior.naiveZone, time);
  const wall = formatIso(time + offset).slice(0, 19);
  if (zone !== undefined) return `${wall}${fraction}${formatOffset(offset)}[${zone}]`;
  if (behavior.timestamps === "offset") return `${wall}${fraction}${formatOffset(offset)}`;
  return `${wall}${fraction}`.replace("T", " ");
}
