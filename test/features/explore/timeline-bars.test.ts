import { expect } from "@open-wc/testing";
import type { Span } from "../../../src/core/coverage.js";
import { findTicks, layOutBars, MOST_BARS } from "../../../src/features/explore/timeline/bars.js";
import { createRules } from "../../../src/features/explore/timeline/times.js";
import { listSeeds } from "../../support/seeds.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NEW_YORK = "America/New_York";

const at = (text: string): number => Date.parse(text);
const spanOf = (from: string, until: string): Span => ({ from: at(from), until: at(until) });

/** The local times of instants: "11-01 01:00". */
function local(times: Iterable<number>, zone: string): string[] {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  return [...times].map((time) => format.format(time).slice(5));
}

const layOut = (span: Span, zone: string, most = MOST_BARS, locale = "en-US") =>
  layOutBars(span, createRules(zone, locale), most);

const hoursOf = (edges: Float64Array): number[] =>
  [...edges.subarray(1)].map((until, bar) => (until - edges[bar]!) / HOUR);

describe("the bars of a timeline", () => {
  const WIDTHS: [length: number, width: string][] = [
    [30 * 60_000, "1 minute"],
    [2 * HOUR, "1 minute"],
    [3 * HOUR, "5 minute"],
    [10 * HOUR, "5 minute"],
    [DAY, "15 minute"],
    [2 * DAY, "30 minute"],
    [4 * DAY, "1 hour"],
    [7 * DAY, "2 hour"],
    [14 * DAY, "3 hour"],
    [30 * DAY, "6 hour"],
    [59 * DAY, "12 hour"],
    [90 * DAY, "1 day"],
    [365 * DAY, "1 week"],
    [5 * 365 * DAY, "1 month"],
    [20 * 365 * DAY, "3 month"],
    [100 * 365 * DAY, "1 year"],
  ];
  for (const [length, width] of WIDTHS) {
    it(`are ${width}s wide in ${length / HOUR} hours`, () => {
      const from = at("2020-02-03T00:00:00Z");
      const bars = layOut({ from, until: from + length }, "UTC");
      expect(`${bars.width.count} ${bars.width.unit}`).to.equal(width);
    });
  }

  it("are as many as the room has", () => {
    const span = spanOf("2026-11-14T05:00:00Z", "2026-11-24T05:00:00Z");
    const widths = [120, 60, 40, 20, 10, 4, 1].map((most) => layOut(span, NEW_YORK, most).width);
    expect(widths.map(({ unit, count }) => `${count} ${unit}`)).to.deep.equal([
      ...["2 hour", "6 hour", "6 hour", "12 hour", "1 day", "1 week", "1 month"],
    ]);
  });

  it("may be cut by the range at both ends", () => {
    const { edges } = layOut(spanOf("2026-11-20T15:20:30Z", "2026-11-23T14:14:00Z"), NEW_YORK, 4);
    expect(local(edges, NEW_YORK)).to.deep.equal([
      ...["11-20 10:20", "11-21 00:00", "11-22 00:00", "11-23 00:00", "11-23 09:14"],
    ]);
  });

  it("of a day have 25 hours when the clocks are put back, and 23 when they are put forward", () => {
    const autumn = layOut(spanOf("2026-10-31T04:00:00Z", "2026-11-03T05:00:00Z"), NEW_YORK, 3);
    expect(hoursOf(autumn.edges)).to.deep.equal([24, 25, 24]);
    const spring = layOut(spanOf("2026-03-07T05:00:00Z", "2026-03-10T04:00:00Z"), NEW_YORK, 3);
    expect(hoursOf(spring.edges)).to.deep.equal([24, 23, 24]);
  });

  it("of an hour show the hour that comes twice as two bars, and none for the skipped one", () => {
    const autumn = layOut(spanOf("2026-11-01T04:00:00Z", "2026-11-01T08:00:00Z"), NEW_YORK, 4);
    expect(hoursOf(autumn.edges)).to.deep.equal([1, 1, 1, 1]);
    expect(local(autumn.edges, NEW_YORK)).to.deep.equal([
      ...["11-01 00:00", "11-01 01:00", "11-01 01:00", "11-01 02:00", "11-01 03:00"],
    ]);
    const spring = layOut(spanOf("2026-03-08T05:00:00Z", "2026-03-08T09:00:00Z"), NEW_YORK, 4);
    expect(local(spring.edges, NEW_YORK)).to.deep.equal([
      ...["03-08 00:00", "03-08 01:00", "03-08 03:00", "03-08 04:00", "03-08 05:00"],
    ]);
  });

  it("of some hours keep to the clock after a change, so that midnight is an edge", () => {
    for (const [from, until] of [
      ["2026-10-31T04:00:00Z", "2026-11-03T05:00:00Z"],
      ["2026-03-07T05:00:00Z", "2026-03-10T04:00:00Z"],
    ] as const) {
      for (const most of [40, 26, 20, 13, 7]) {
        const { edges, width } = layOut(spanOf(from, until), NEW_YORK, most);
        const midnights = local(edges, NEW_YORK).filter((time) => time.endsWith("00:00"));
        expect(midnights, `${width.count} hours`).to.have.length(4);
      }
    }
  });

  it("of minutes show the repeated hour twice", () => {
    const { edges, width } = layOut(spanOf("2026-11-01T05:00:00Z", "2026-11-01T07:00:00Z"), NEW_YORK, 8);
    expect(width).to.deep.equal({ unit: "minute", count: 15 });
    expect(hoursOf(edges)).to.deep.equal([0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25]);
  });

  it("are right in zones that change by half an hour, at midnight, or skip a day", () => {
    const howe = layOut(spanOf("2026-04-04T13:00:00Z", "2026-04-05T13:30:00Z"), "Australia/Lord_Howe", 25);
    expect(Math.max(...hoursOf(howe.edges))).to.equal(1.5);
    const beirut = layOut(spanOf("2026-03-27T22:00:00Z", "2026-03-30T21:00:00Z"), "Asia/Beirut", 3);
    expect(hoursOf(beirut.edges)).to.deep.equal([24, 23, 24]);
    const apia = layOut(spanOf("2011-12-28T10:00:00Z", "2012-01-01T10:00:00Z"), "Pacific/Apia", 5);
    expect(local(apia.edges, "Pacific/Apia")).to.deep.equal([
      ...["12-28 00:00", "12-29 00:00", "12-31 00:00", "01-01 00:00", "01-02 00:00"],
    ]);
  });

  it("of weeks start on the first day of the locale's week", () => {
    const span = spanOf("2026-11-02T00:00:00Z", "2026-12-02T00:00:00Z");
    const weekdays = (locale: string) =>
      [...layOut(span, "UTC", 8, locale).edges].slice(1, -1).map((time) => new Date(time).getUTCDay());
    expect(new Set(weekdays("en-US"))).to.deep.equal(new Set([0]));
    expect(new Set(weekdays("fr-FR"))).to.deep.equal(new Set([1]));
    expect(new Set(weekdays("ar-EG"))).to.deep.equal(new Set([6]));
  });

  const zones = Intl.supportedValuesOf("timeZone");
  const { first, count } = listSeeds(1, 3 * zones.length);
  it(`cover any range once, in every zone (seeds ${first} to ${first + count - 1})`, () => {
    for (let seed = first; seed < first + count; seed++) {
      const draw = createRandom(seed);
      const zone = zones[seed % zones.length]!;
      const rules = createRules(zone, ["en-US", "fr-FR", "ar-EG"][seed % 3]!);
      const from = draw(at("1972-01-01T00:00:00Z"), at("2030-01-01T00:00:00Z"));
      const until = from + Math.ceil(10 ** ((draw(0, 1e6) / 1e6) * 7 + 4.5));
      const most = draw(1, MOST_BARS);
      const bars = layOutBars({ from, until }, rules, most);
      const edges = [...bars.edges];
      const why = `seed ${seed}: ${zone}, ${from} to ${until}, at most ${most}, ${bars.width.count} ${bars.width.unit}`;
      expect([edges[0], edges[edges.length - 1]], why).to.deep.equal([from, until]);
      expect(edges.length - 1, why).to.be.within(1, most);
      expect(
        edges.every((edge, index) => index === 0 || edge > edges[index - 1]!),
        why,
      ).to.equal(true);
      // Inner edges are where the clock shows a whole unit, or where it is changed.
      for (const edge of edges.slice(1, -1)) {
        const second = edge / 1000;
        const offset = rules.offsetAt(second);
        const step = { minute: 60, hour: 3600 }[bars.width.unit as string];
        const unit = step ? step * bars.width.count : 86_400;
        const isChange = rules.offsetAt(second - 1) !== offset;
        expect(isChange || (((second + offset) % unit) + unit) % unit === 0, `${why}, edge ${edge}`).to.equal(true);
      }
    }
  });

  it("have ticks that fit, in ascending order and within the range", () => {
    const rules = createRules(NEW_YORK, "en-US");
    const span = spanOf("2026-11-14T05:00:00Z", "2026-11-24T05:00:00Z");
    for (const [most, step] of [
      [12, 1],
      [6, 2],
      [4, 3],
    ] as const) {
      const { times, width } = findTicks(span, rules, most, () => true);
      expect(width).to.deep.equal({ unit: "day", count: step });
      expect(times[0]).to.equal(span.from);
      expect(times.length).to.be.at.most(most);
    }
    expect(findTicks(span, rules, 12, ({ width }) => width.unit === "week").times).to.have.length(2);
  });
});

/** Whole numbers from a seed. */
function createRandom(seed: number): (least: number, most: number) => number {
  let state = seed * 2_654_435_761;
  return (least, most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return least + Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * (most - least + 1));
  };
}
