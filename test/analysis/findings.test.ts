import { expect } from "@open-wc/testing";
import { MOST_FINDINGS } from "../../src/analysis/findings/find-findings.js";
import { LIMITS } from "../../src/analysis/findings/rules.js";
import { DAY, find, findOf, HOUR, MINUTE, type PlainEvent, repeat, START, toTime } from "./findings-support.js";

for (const [kind, field, fresh] of [
  ["new-address", "byIp", "198.51.100.7"],
  ["new-client", "client", "curl/8.5"],
] as const) {
  describe(`a ${field === "byIp" ? "new address" : "new client"}`, () => {
    const { earlier, known, others } = LIMITS.firstSeen;
    const past = (count: number = earlier) => repeat(count, (at) => ({ minute: at }));
    const use = (day: number, value: string = fresh): PlainEvent => ({ minute: day * DAY, [field]: value });
    const knownDays = known / DAY / MINUTE;

    it("is named after enough events of the person, with the dates of its use", () => {
      const [found] = findOf(kind, [...past(), use(20), use(22)]);
      expect(found).to.include({ value: fresh, count: 2, earlier, others: 1 });
      expect(found!.first).to.equal(toTime(20 * DAY));
      expect(found!.last).to.equal(toTime(22 * DAY));
      expect(found!.filters).to.deep.equal({
        ...{ byUser: "2104", byDomain: "north.example", [field]: fresh },
        range: { from: "2026-10-25T04:00:00.000Z", until: "2026-10-27T04:00:00.001Z" },
      });
      expect(findOf(kind, [...past(earlier - 1), use(20)])).to.deep.equal([]);
    });

    it("is named only where at least 30 days were searched without a gap and without filters that hide events", () => {
      const events = [...past(), use(20)];
      const read = (minutes: number) => findOf(kind, events, { until: START + minutes * MINUTE });
      expect(read(30 * DAY)).to.have.length(1);
      expect(read(30 * DAY - 1)).to.deep.equal([]);
      expect(findOf(kind, events, { hasGaps: true })).to.deep.equal([]);
      expect(findOf(kind, events, { isNarrowed: true })).to.deep.equal([]);
    });

    it("needs two weeks of the person before it", () => {
      expect(findOf(kind, [...past(), use(knownDays)])).to.have.length(1);
      expect(findOf(kind, [...past(), { ...use(0), minute: knownDays * DAY - 1 }])).to.deep.equal([]);
    });

    it("is nothing new for a person with many of them, and none without a value", () => {
      const many = (count: number) => [...past(), ...repeat(count - 1, (at) => use(at + 1, `192.0.2.${at}`)), use(20)];
      expect(findOf(kind, many(others)).map(({ value }) => value)).to.deep.equal([fresh]);
      expect(findOf(kind, many(others + 1))).to.deep.equal([]);
      expect(findOf(kind, [...past(), use(20, "")])).to.deep.equal([]);
    });

    it("is one of its person", () => {
      expect(findOf(kind, [...past(), { ...use(20), byUser: "2105" }])).to.deep.equal([]);
    });
  });
}

it("an address that no filter can find is not named", () => {
  const past = repeat(LIMITS.firstSeen.earlier, (at) => ({ minute: at }));
  expect(findOf("new-address", [...past, { minute: 20 * DAY, byIp: "behind a proxy" }])).to.deep.equal([]);
});

describe("many deletes", () => {
  const { deletes } = LIMITS.manyDeletes;
  const several = (count: number, given: Partial<PlainEvent> = {}) =>
    repeat(count, (at) => ({ minute: at, action: "delete", ...given }));

  it("are ten of one person within ten minutes", () => {
    expect(findOf("many-deletes", several(deletes - 1))).to.deep.equal([]);
    const [found] = findOf("many-deletes", several(deletes));
    expect(found).to.include({ count: deletes, first: toTime(0), last: toTime(deletes - 1) });
    expect(found!.filters).to.deep.equal({
      ...{ byUser: "2104", byDomain: "north.example", actions: ["delete"] },
      range: { from: "2026-10-05T04:00:00.000Z", until: "2026-10-05T04:09:00.001Z" },
    });
    const [first, ...rest] = several(deletes);
    expect(findOf("many-deletes", [{ ...first!, minute: -1 }, ...rest])).to.have.length(1);
    expect(findOf("many-deletes", [{ ...first!, minute: -2 }, ...rest])).to.deep.equal([]);
    expect(findOf("many-deletes", [...rest, { ...first!, byUser: "2105" }])).to.deep.equal([]);
    expect(findOf("many-deletes", several(deletes, { byUser: "System" }))).to.deep.equal([]);
    expect(findOf("many-deletes", several(deletes, { action: "modify-update" }))).to.deep.equal([]);
  });

  it("are named once for a person, where they are the most", () => {
    const more = repeat(deletes + 3, (at) => ({ minute: DAY + at / 2, action: "delete" }));
    const found = findOf("many-deletes", [...several(deletes), ...more]);
    expect(found.map(({ count }) => count)).to.deep.equal([deletes + 3]);
  });
});

describe("unusual hours", () => {
  const { days } = LIMITS.unusualHours;
  /** From 9 AM to 5 PM in New York. */
  const work = (count: number = days, from = 9, until = 17) =>
    repeat(count, (day) => ({ minute: day * DAY })).flatMap(({ minute }) =>
      repeat(until - from, (hour) => ({ minute: minute + (from + hour) * HOUR })),
    );
  const at = (hour: number, given: Partial<PlainEvent> = {}, day = days + 2): PlainEvent => ({
    minute: day * DAY + hour * HOUR,
    ...given,
  });

  it("are three whole hours outside the hours of ten other days", () => {
    const [found] = findOf("unusual-hours", [...work(), at(2), at(2.5, { action: "login" })]);
    expect(found).to.include({ count: 2, usualFrom: 9, usualUntil: 17, days });
    expect(found!.filters).to.deep.equal({
      ...{ byUser: "2104", byDomain: "north.example" },
      range: { from: "2026-10-17T06:00:00.000Z", until: "2026-10-17T06:30:00.001Z" },
    });
    expect(findOf("unusual-hours", [...work(days - 1), at(2)])).to.deep.equal([]);
    // 5 AM is three hours before 9 AM, 8 PM three after 5 PM.
    for (const hour of [5, 20, 23, 0])
      expect(findOf("unusual-hours", [...work(), at(hour)]), `${hour}`).to.have.length(1);
    for (const hour of [6, 8, 12, 17, 19])
      expect(findOf("unusual-hours", [...work(), at(hour)]), `${hour}`).to.have.length(0);
  });

  it("are the hours of the chosen zone", () => {
    expect(findOf("unusual-hours", [...work(), at(2)], { zone: "UTC" })[0]).to.include({
      usualFrom: 13,
      usualUntil: 21,
    });
    // Clocks go back on November 1: 2 AM is one hour later in UTC, and 5 AM and 6 AM are what they were.
    const later = (hour: number) => at(hour + 1, {}, 30);
    expect(findOf("unusual-hours", [...work(), later(5)])).to.have.length(1);
    expect(findOf("unusual-hours", [...work(), later(6)])).to.deep.equal([]);
  });

  it("are those of work: a login alone is none", () => {
    expect(findOf("unusual-hours", [...work(), at(2, { action: "login" })])).to.deep.equal([]);
    expect(findOf("unusual-hours", [...work(), at(2, { action: "load" })])).to.deep.equal([]);
  });

  it("are not unusual if they come twice, or if a person hardly rests", () => {
    expect(findOf("unusual-hours", [...work(), at(2), at(2, {}, days + 3)])).to.deep.equal([]);
    // Work from 6 AM to 10 PM leaves eight hours, one more hour leaves seven.
    expect(findOf("unusual-hours", [...work(days, 6, 22), at(1.5)])).to.have.length(1);
    expect(findOf("unusual-hours", [...work(days, 5, 22), at(1.5)])).to.deep.equal([]);
  });

  it("stay unsaid with gaps, and with filters that hide events", () => {
    expect(findOf("unusual-hours", [...work(), at(2)], { hasGaps: true })).to.deep.equal([]);
    expect(findOf("unusual-hours", [...work(), at(2)], { isNarrowed: true })).to.deep.equal([]);
  });

  it("have a range without the usual events of the day", () => {
    const events = [...work(), at(1), at(2), at(12), at(23)];
    const [found] = findOf("unusual-hours", events);
    expect(found).to.include({ count: 1 });
    expect(found!.first).to.equal(at(23).minute * MINUTE + START);
  });

  it("work across midnight has usual hours too", () => {
    const night = repeat(days, (day) => ({ minute: day * DAY + 22 * HOUR })).concat(
      repeat(days, (day) => ({ minute: day * DAY + 3 * HOUR })),
    );
    expect(findOf("unusual-hours", [...night, at(12)])[0]).to.include({ usualFrom: 22, usualUntil: 4 });
  });
});

describe("a change from another domain", () => {
  const { all, outside } = LIMITS.outsideChange;
  const own = (count: number) => repeat(count, (at) => ({ minute: at }));
  const foreign = (count: number, given: Partial<PlainEvent> = {}) =>
    repeat(count, (at) => ({ minute: DAY + at, byUser: "eve", byDomain: "south.example", ...given }));

  it("is rare among at least twenty", () => {
    expect(findOf("outside-change", [...own(all - 2), ...foreign(1)])).to.deep.equal([]);
    const [found] = findOf("outside-change", [...own(all - 1), ...foreign(1)]);
    expect(found).to.include({ user: "eve", domain: "south.example", customer: "north.example", count: 1 });
    expect(found).to.include({ all, inside: all - 1 });
    expect(found!.filters).to.deep.include({
      byUser: "eve",
      byDomain: "south.example",
      affectedDomain: "north.example",
    });
    expect(found!.filters.range).to.deep.equal({ from: "2026-10-06T04:00:00.000Z", until: "2026-10-06T04:00:00.001Z" });
    expect(findOf("outside-change", [...own(all), ...foreign(2)])).to.deep.equal([]);
    expect(findOf("outside-change", [...own(200), ...foreign(outside)])).to.have.length(1);
    expect(findOf("outside-change", [...own(200), ...foreign(outside + 1)])).to.deep.equal([]);
  });

  it("is no login, none of a process, and none without a domain", () => {
    expect(findOf("outside-change", [...own(all), ...foreign(1, { action: "login" })])).to.deep.equal([]);
    expect(findOf("outside-change", [...own(all), ...foreign(1, { byUser: "System" })])).to.deep.equal([]);
    expect(findOf("outside-change", [...own(all), ...foreign(1, { byDomain: "" })])).to.deep.equal([]);
    expect(findOf("outside-change", [...own(all), ...foreign(1, { affectedDomain: "" })])).to.deep.equal([]);
  });

  it("counts a partner like any other domain, but does not name one who makes many", () => {
    const partner = repeat(all, (at) => ({ minute: at, byUser: "p", byDomain: "partner.example" }));
    const found = findOf("outside-change", [...partner, ...foreign(1)]);
    expect(found.map(({ user, inside }) => `${user} ${inside}`)).to.deep.equal(["eve 0"]);
  });
});

describe("all findings", () => {
  it("are none for no events, and none for ordinary work", () => {
    expect(find([])).to.deep.equal([]);
    const days = repeat(30, (day) => ({ minute: day * DAY + 9 * HOUR }));
    expect(find(days)).to.deep.equal([]);
  });

  it("are at most five, and each rule has its turn", () => {
    const runs = repeat(8, (user) => ({ minute: user * HOUR, byUser: `user ${user}`.replace(" ", ".") })).flatMap(
      ({ minute, byUser }) =>
        repeat(5, (at) => ({ minute: minute + at, byUser, action: "login", failed: "bad-password" as const })),
    );
    const deletes = repeat(10, (at) => ({ minute: at, action: "delete", byUser: "t.okafor" }));
    const found = find([...runs, ...deletes]);
    expect(found).to.have.length(MOST_FINDINGS);
    expect(found.map(({ kind, user }) => `${kind} ${user}`)).to.deep.equal([
      ...["bad-passwords user.7", "bad-passwords user.6", "bad-passwords user.5", "bad-passwords user.4"],
      "many-deletes t.okafor",
    ]);
  });
});
