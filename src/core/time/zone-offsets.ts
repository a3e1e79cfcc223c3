import { toCivilDate } from "./iso-time.js";

const DAY = 86_400;

/**
 * In seconds, about three days. Offsets are found block by block, because no zone changes its clocks twice within a block. A
 * range of a year needs only about a hundred calls of `Intl`, for any number of times.
 */
const BLOCK = 2 ** 18;

/** The limit of ECMAScript's dates, in seconds. */
const LIMIT = 8.64e12;

/** A span of time without a clock change, in seconds since 1970-01-01T00:00Z. */
interface Span {
  readonly from: number;
  /** Not included. */
  readonly until: number;
  readonly offset: number;
}

/** Finds the offsets of one zone, in whole seconds east of UTC. It keeps the spans that it has found, so most calls are fast. */
export class ZoneOffsets {
  readonly #format: Intl.DateTimeFormat;
  /** The spans of the known blocks: one for each, or two if the block has a clock change. */
  readonly #blocks = new Map<number, readonly Span[]>();
  #current: Span = { from: 0, until: 0, offset: 0 };

  /**
   * @param zone an IANA name
   * @throws RangeError if the browser does not know the zone
   */
  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  }

  /** @param second whole seconds since 1970-01-01T00:00Z, within the limit of dates */
  at(second: number): number {
    const current = this.#current;
    if (second >= current.from && second < current.until) return current.offset;
    return (this.#current = this.#find(second)).offset;
  }

  #find(second: number): Span {
    const number = Math.floor(second / BLOCK);
    let spans = this.#blocks.get(number);
    if (!spans) this.#blocks.set(number, (spans = this.#findSpans(number)));
    return spans.find(({ until }) => second < until) as Span;
  }

  #findSpans(number: number): Span[] {
    const from = Math.max(-LIMIT, number * BLOCK);
    const until = (number + 1) * BLOCK;
    const last = Math.min(LIMIT, until);
    const before = this.#offset(from);
    const after = this.#offset(last);
    if (before === after) return [{ from, until, offset: before }];
    // Clocks change at whole seconds. After the loop, `late` is the first second with the new offset.
    let early = from;
    let late = last;
    while (late - early > 1) {
      const middle = Math.floor((early + late) / 2);
      if (this.#offset(middle) === before) early = middle;
      else late = middle;
    }
    return [
      { from, until: late, offset: before },
      { from: late, until, offset: after },
    ];
  }

  /** An offset is less than a day, so the day of the month shows whether it is positive or negative. */
  #offset(second: number): number {
    const [day = 0, hour = 0, minute = 0, rest = 0] = (this.#format.format(second * 1000).match(/\d+/g) ?? []).map(
      Number,
    );
    const days = Math.floor(second / DAY);
    const utcDay = toCivilDate(days).day;
    const shift = day === utcDay ? 0 : day === toCivilDate(days + 1).day ? DAY : -DAY;
    return shift + hour * 3600 + minute * 60 + rest - (second - days * DAY);
  }
}
