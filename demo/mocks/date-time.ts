import type { Habits } from "./habits.js";
import { DAY, HOUR, MINUTE, SECOND, isZone, wallTime, zoneOffset } from "./zone.js";

/** The documented spellings: a space and no zone; or `T` and an offset, after which a zone may stand in brackets. */
const NAIVE = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/;
const WITH_OFFSET = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:Z|([+-])(\d\d):(\d\d))(?:\[([\w+/-]+)\])?$/;

interface DateTime {
  time: number;
  /** The bracketed zone: answers are then written in it. */
  zone: string | undefined;
}

/** Reads a documented date-time; `undefined` for anything else, impossible dates included. */
export function readDateTime(text: string, naiveZone: string): DateTime | undefined {
  const naive = NAIVE.exec(text);
  if (naive) {
    const wall = readWall(naive[1], naive[2]);
    return wall === undefined ? undefined : { time: wallTime(naiveZone, wall), zone: undefined };
  }
  const parts = WITH_OFFSET.exec(text);
  if (!parts) return undefined;
  const [, date, clock, sign, hours, minutes, zone] = parts;
  const wall = readWall(date, clock);
  const ahead = (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE);
  if (wall === undefined || Math.abs(ahead) > 14 * HOUR || Number(minutes ?? 0) > 59) return undefined;
  if (zone !== undefined && !isZone(zone)) return undefined;
  return { time: wall - ahead, zone };
}

function readWall(date: string | undefined, clock: string | undefined): number | undefined {
  const wall = new Date(`${date}T${clock}Z`).getTime();
  // `Date` moves February 30th into March.
  return Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 19) !== `${date}T${clock}` ? undefined : wall;
}

const iso = (wall: number) => new Date(wall).toISOString();

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE;
  const two = (number: number) => String(Math.trunc(number)).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}

const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));
let lastDay = { day: Number.NaN, text: "" };

/** `2026-11-23T13:00:00Z`: how records hold their time. Made for tens of thousands of times in a row, day after day. */
export function utcText(time: number): string {
  const day = Math.floor(time / DAY);
  if (day !== lastDay.day) lastDay = { day, text: iso(day * DAY).slice(0, 11) };
  const second = Math.floor((time - day * DAY) / SECOND);
  const hours = TWO_DIGITS[Math.floor(second / 3600)];
  return `${lastDay.text}${hours}:${TWO_DIGITS[Math.floor(second / 60) % 60]}:${TWO_DIGITS[second % 60]}Z`;
}

/** Writes a time as this server does; in the zone that the request named in brackets, if it did. */
export function writeDateTime(time: number, habits: Habits, zone: string | undefined): string {
  const fraction = habits.fractionalSeconds ? ".000" : "";
  if (zone === undefined && habits.timestamps === "utc-z") return `${utcText(time).slice(0, -1)}${fraction}Z`;
  const offset = zoneOffset(zone ?? habits.naiveZone, time);
  const wall = iso(time + offset).slice(0, 19);
  if (zone !== undefined) return `${wall}${fraction}${offsetText(offset)}[${zone}]`;
  if (habits.timestamps === "offset") return `${wall}${fraction}${offsetText(offset)}`;
  return `${wall}${fraction}`.replace("T", " ");
}
