import { civilFromDays } from "./iso-time.js";

const DAY = 86_400;

/**
 * Offsets are looked for in blocks of about three days: no zone changes its clocks twice within one. A range of a year costs
 * some hundred questions to `Intl`, however many times are asked for.
 */
const BLOCK = 2 ** 18;

/** What ECMAScript's dates reach, in seconds. */
const FURTHEST = 8.64e12;

/** A stretch of time in which clocks are not changed, in seconds since 1970-01-01T00:00Z. */
interface Span {
  readonly from: number;
  /** Not included. */
  readonly until: number;
  readonly offset: number;
}

/** The offsets of one zone, in whole seconds east of UTC. What was found once is a comparison of integers ever after. */
export class ZoneOffsets {
  readonly #format: Intl.DateTimeFormat;
  /** The spans of each block that was asked for: one, or two where clocks are changed within it. */
  readonly #blocks = new Map<number, readonly Span[]>();
  #current: Span = { from: 0, until: 0, offset: 0 };

  /** @param zone an IANA id; one that the browser does not know throws a RangeError */
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

  /** @param second whole seconds since 1970-01-01T00:00Z, within what dates reach */
  at(second: number): number {
    const current = this.#current;
    if (second >= current.from && second < current.until) return current.offset;
    return (this.#current = this.#find(second)).offset;
  }

  #find(second: number): Span {
    const number = Math.floor(second / BLOCK);
    let spans = this.#blocks.get(number);
    if (!spans) this.#blocks.set(number, (spans = this.#ask(number)));
    return spans.find(({ until }) => second < until) as Span;
  }

  #ask(number: number): Span[] {
    const from = Math.max(-FURTHEST, number * BLOCK);
    const until = (number + 1) * BLOCK;
    const last = Math.min(FURTHEST, until);
    const before = this.#offset(from);
    const after = this.#offset(last);
    if (before === after) return [{ from, until, offset: before }];
    // Clocks are changed at whole seconds: `late` ends as the first one that shows the new offset.
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

  /** An offset is less than a day: the day of the month tells which way it goes, in whatever month or year. */
  #offset(second: number): number {
    const [day = 0, hour = 0, minute = 0, rest = 0] = (this.#format.format(second * 1000).match(/\d+/g) ?? []).map(
      Number,
    );
    const days = Math.floor(second / DAY);
    const utcDay = civilFromDays(days).day;
    const shift = day === utcDay ? 0 : day === civilFromDays(days + 1).day ? DAY : -DAY;
    return shift + hour * 3600 + minute * 60 + rest - (second - days * DAY);
  }
}
