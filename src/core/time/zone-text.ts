import { formatIsoDate } from "./iso-time.js";
import { ZoneOffsets } from "./zone-offsets.js";

const DAY = 86_400;

/** The range of times: from the year 1 to the limit of ECMAScript's dates, in milliseconds since 1970-01-01T00:00Z. */
const FIRST = -62_135_510_400_000;
const LAST = 8.64e15;

const padTwo = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** `00` to `59`, and `00:00:` to `23:59:`. They are created once, because a file has many times. */
const SECONDS = Array.from({ length: 60 }, (_, at) => padTwo(at));
const MINUTES = Array.from({ length: 1440 }, (_, at) => `${padTwo(Math.floor(at / 60))}:${padTwo(at % 60)}:`);

/** Writes dates and times. It keeps the latest date, because the times of a log are in order. */
class DateWriter {
  #days = 0;
  #text = "";
  readonly #end: string;

  /** @param end the text after every date */
  constructor(end: string) {
    this.#end = end;
    this.#text = formatIsoDate(0) + end;
  }

  /** @param second already shifted by the offset of its zone */
  write(second: number): string {
    const days = Math.floor(second / DAY);
    if (days !== this.#days) {
      this.#days = days;
      this.#text = formatIsoDate(days) + this.#end;
    }
    const clock = second - days * DAY;
    const minutes = (clock / 60) | 0;
    return this.#text + (MINUTES[minutes] as string) + (SECONDS[clock - minutes * 60] as string);
  }
}

/** Formats an offset: `UTC-05:00`. Before standard time, offsets had seconds: `UTC-04:56:02`. */
function formatOffset(offset: number): string {
  const size = Math.abs(offset);
  const seconds = size % 60;
  const text = `UTC${offset < 0 ? "-" : "+"}${padTwo(Math.floor(size / 3600))}:${padTwo(Math.floor(size / 60) % 60)}`;
  return seconds === 0 ? text : `${text}:${padTwo(seconds)}`;
}

/**
 * Formats times for files, in one zone. It calls `Intl` only to find clock changes, which is much faster than formatting each
 * time. Fractions of a second are cut off.
 */
export class ZoneText {
  readonly #offsets: ZoneOffsets;
  readonly #local = new DateWriter(" ");
  readonly #utc = new DateWriter("T");
  readonly #offsetTexts = new Map<number, string>();
  #offset = Number.NaN;
  #offsetText = "";

  /**
   * @param zone an IANA name
   * @throws RangeError if the browser does not know the zone
   */
  constructor(zone: string) {
    this.#offsets = new ZoneOffsets(zone);
  }

  /** Whether the time can be written. @param time milliseconds since 1970-01-01T00:00Z */
  canWrite(time: number | null): time is number {
    return time !== null && time >= FIRST && time <= LAST;
  }

  /** `2026-11-23 03:15:07` */
  local(time: number): string {
    const second = Math.floor(time / 1000);
    return this.#local.write(second + this.#offsets.at(second));
  }

  /** `UTC-05:00` */
  offset(time: number): string {
    const offset = this.#offsets.at(Math.floor(time / 1000));
    if (offset !== this.#offset) {
      let text = this.#offsetTexts.get(offset);
      if (text === undefined) this.#offsetTexts.set(offset, (text = formatOffset(offset)));
      this.#offset = offset;
      this.#offsetText = text;
    }
    return this.#offsetText;
  }

  /** `2026-11-23T08:15:07Z` */
  utc(time: number): string {
    return `${this.#utc.write(Math.floor(time / 1000))}Z`;
  }
}

/** The zones of earlier files, with their clock changes. */
const cache = new Map<string, ZoneText>();
const MOST_CACHED = 8;

/**
 * @param zone an IANA name
 * @throws RangeError if the browser does not know the zone
 */
export function getZoneText(zone: string): ZoneText {
  let text = cache.get(zone);
  if (!text) {
    text = new ZoneText(zone);
    if (cache.size >= MOST_CACHED) cache.clear();
    cache.set(zone, text);
  }
  return text;
}
