import { isoDate } from "./iso-time.js";
import { ZoneOffsets } from "./zone-offsets.js";

const DAY = 86_400;

/** From the year 1, as far as ECMAScript's dates reach; in milliseconds since 1970-01-01T00:00Z. */
const FIRST = -62_135_510_400_000;
const LAST = 8.64e15;

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** `00` to `59`, `00:00:` to `23:59:`. Made once: texts are put together of ready pieces. */
const SECONDS = Array.from({ length: 60 }, (_, at) => two(at));
const MINUTES = Array.from({ length: 1440 }, (_, at) => `${two(Math.floor(at / 60))}:${two(at % 60)}:`);

/** The date of the day asked for last: times of a log come day by day. */
class DateText {
  #days = 0;
  #text = "";
  readonly #end: string;

  /** @param end follows every date */
  constructor(end: string) {
    this.#end = end;
    this.#text = isoDate(0) + end;
  }

  /** Date and time of a whole second that is already shifted into its zone. */
  of(second: number): string {
    const days = Math.floor(second / DAY);
    if (days !== this.#days) {
      this.#days = days;
      this.#text = isoDate(days) + this.#end;
    }
    const clock = second - days * DAY;
    const minutes = (clock / 60) | 0;
    return this.#text + (MINUTES[minutes] as string) + (SECONDS[clock - minutes * 60] as string);
  }
}

/** `UTC-05:00`; with seconds where clocks once went by the sun: `UTC-04:56:02`. */
function offsetText(offset: number): string {
  const size = Math.abs(offset);
  const seconds = size % 60;
  const text = `UTC${offset < 0 ? "-" : "+"}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}`;
  return seconds === 0 ? text : `${text}:${two(seconds)}`;
}

/**
 * Times as files write them, of one zone. By arithmetic: `Intl` is asked where clocks are changed, and never for a single
 * time. Fractions of a second are cut downwards.
 */
export class ZoneText {
  readonly #offsets: ZoneOffsets;
  readonly #local = new DateText(" ");
  readonly #utc = new DateText("T");
  readonly #offsetTexts = new Map<number, string>();
  #offset = Number.NaN;
  #offsetText = "";

  /** @param zone an IANA id; one that the browser does not know throws a RangeError */
  constructor(zone: string) {
    this.#offsets = new ZoneOffsets(zone);
  }

  /** Whether `time`, in milliseconds since 1970-01-01T00:00Z, is one that can be written. */
  canWrite(time: number | null): time is number {
    return time !== null && time >= FIRST && time <= LAST;
  }

  /** `2026-11-23 03:15:07` */
  local(time: number): string {
    const second = Math.floor(time / 1000);
    return this.#local.of(second + this.#offsets.at(second));
  }

  /** `UTC-05:00` */
  offset(time: number): string {
    const offset = this.#offsets.at(Math.floor(time / 1000));
    if (offset !== this.#offset) {
      let text = this.#offsetTexts.get(offset);
      if (text === undefined) this.#offsetTexts.set(offset, (text = offsetText(offset)));
      this.#offset = offset;
      this.#offsetText = text;
    }
    return this.#offsetText;
  }

  /** `2026-11-23T08:15:07Z` */
  utc(time: number): string {
    return `${this.#utc.of(Math.floor(time / 1000))}Z`;
  }
}

/** Zones that were used. What was found out about their clocks serves every file. */
const known = new Map<string, ZoneText>();
const MOST_KNOWN = 8;

/** @param zone an IANA id; one that the browser does not know throws a RangeError */
export function zoneText(zone: string): ZoneText {
  let text = known.get(zone);
  if (!text) {
    text = new ZoneText(zone);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(zone, text);
  }
  return text;
}
