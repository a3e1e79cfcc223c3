import { expect } from "@open-wc/testing";
import { createAnswer, findItemsWithin, parseItems, type Answer } from "../../../src/api/records/answer.js";
import { AuditLogError } from "../../../src/core/errors.js";
import { loadTemporal } from "../../../src/core/time/temporal.js";
import type { ZonedCalendar } from "../../../src/core/time/zoned-calendar.js";

const START = Date.UTC(2026, 10, 23, 14);
const SPAN = { from: START, until: START + 60_000 };

let temporal: ZonedCalendar;
before(async () => (temporal = await loadTemporal()));

const read = (body: unknown, usualOrder?: Answer["order"]) =>
  createAnswer(parseItems(body, { naiveZone: "UTC", temporal }), SPAN, usualOrder);

/** A record some seconds after the start; without a number its time cannot be read. */
const record = (name: string, seconds?: number) => ({
  "by-user": name,
  "timestamp-datetime": seconds === undefined ? "?" : new Date(START + seconds * 1000).toISOString(),
});

/** "name@seconds" in the order in which they are placed. */
const listPlaces = ({ items }: Answer) =>
  items.map(({ event, sortTime }) => `${event?.byUser ?? "-"}@${(sortTime - START) / 1000}`).join(" ");

const CASES: { name: string; body: unknown[]; order: Answer["order"]; placed: string }[] = [
  { name: "nothing", body: [], order: "unknown", placed: "" },
  { name: "one record", body: [record("a", 5)], order: "unknown", placed: "a@5" },
  {
    name: "newest first",
    body: [record("a", 9), record("b", 5), record("c", 5), record("d", 1)],
    order: "descending",
    placed: "a@9 b@5 c@5 d@1",
  },
  {
    name: "oldest first: turned round",
    body: [record("a", 1), record("b", 5), record("c", 5), record("d", 9)],
    order: "ascending",
    placed: "d@9 c@5 b@5 a@1",
  },
  {
    name: "no order: sorted, those of one second as they came",
    body: [record("a", 5), record("b", 9), record("c", 5), record("d", 1), record("e", 9)],
    order: "mixed",
    placed: "b@9 e@9 a@5 c@5 d@1",
  },
  {
    name: "one second only: as they came",
    body: [record("a", 5), record("b", 5), record("c", 5)],
    order: "unknown",
    placed: "a@5 b@5 c@5",
  },
  {
    name: "a record without a time: beside its newer neighbour",
    body: [record("a", 9), record("x"), record("b", 5)],
    order: "descending",
    placed: "a@9 x@9 b@5",
  },
  {
    name: "the same, oldest first",
    body: [record("b", 5), record("x"), record("a", 9)],
    order: "ascending",
    placed: "a@9 x@9 b@5",
  },
  {
    name: "several without a time, at both ends",
    body: [record("x"), record("y"), record("a", 9), record("b", 5), record("z")],
    order: "descending",
    placed: "x@9 y@9 a@9 b@5 z@5",
  },
  {
    name: "the same, oldest first",
    body: [record("z"), record("b", 5), record("a", 9), record("y"), record("x")],
    order: "ascending",
    placed: "x@9 y@9 a@9 b@5 z@5",
  },
  {
    name: "one without a time where there is no order: it goes with the record before it",
    body: [record("a", 1), record("x"), record("b", 9), record("c", 5)],
    order: "mixed",
    placed: "b@9 c@5 a@1 x@1",
  },
  { name: "nothing but records without a time", body: [record("x"), record("y")], order: "unknown", placed: "x@0 y@0" },
  {
    name: "items that are no records, each at its place",
    body: [record("a", 9), null, "text", record("b", 5), 7, []],
    order: "descending",
    placed: "a@9 -@9 -@9 b@5 -@5 -@5",
  },
];

describe("an answer", () => {
  for (const { name, body, order, placed: expected } of CASES) {
    it(`is read newest first: ${name}`, () => {
      const before = JSON.stringify(body);
      const answer = read(body);
      expect(answer.order).to.equal(order);
      expect(listPlaces(answer)).to.equal(expected);
      expect(answer.count).to.equal(body.length);
      expect(JSON.stringify(body)).to.equal(before);
      const kept = answer.items.map(({ raw }) => raw);
      expect(body.every((item) => kept.indexOf(item) !== -1)).to.equal(true);
    });
  }

  it("is cut to a half-open span; records without a time count by their place", () => {
    const body = [record("a", 9), record("b", 8), record("x"), record("c", 5), record("y"), record("d", 4)];
    const cut = findItemsWithin(read(body), { from: START + 5000, until: START + 9000 });
    expect(cut.map(({ event }) => event!.byUser)).to.deep.equal(["b", "x", "c", "y"]);
  });

  it("gives the times around a record without a time only if the server is known to sort", () => {
    const one = [record("x"), record("a", 9)];
    const listNeighborTimes = ({ items }: Answer) => {
      const { newerTime, olderTime } = items.find(({ time }) => time === null)!;
      return [newerTime, olderTime];
    };
    const nine = START + 9000;
    expect(listNeighborTimes(read(one)), "not known yet").to.deep.equal([undefined, undefined]);
    expect(listNeighborTimes(read(one, "descending"))).to.deep.equal([undefined, nine]);
    expect(listNeighborTimes(read(one, "ascending"))).to.deep.equal([nine, undefined]);
    expect(listNeighborTimes(read(one, "mixed"))).to.deep.equal([undefined, undefined]);
    expect(listNeighborTimes(read([record("b", 5), record("x"), record("a", 9)]))).to.deep.equal([nine, START + 5000]);
  });

  const WRONG: unknown[] = [
    null,
    undefined,
    "[]",
    7,
    {},
    { length: 0 },
    { items: [] },
    { message: "OK", items: 0 },
    { code: 200, message: "OK" },
    { code: null },
    // The client has found the errors of servers before.
    { code: 403, message: "Bearer abc-def-ghi" },
  ];
  for (const body of WRONG) {
    it(`is an error if it is not a list: ${JSON.stringify(body)}`, () => {
      let error: unknown;
      try {
        read(body);
      } catch (caught) {
        error = caught;
      }
      expect(error).to.be.instanceOf(AuditLogError);
      const { kind, status, message } = error as AuditLogError;
      expect([kind, status, message]).to.deep.equal(["bad-data", undefined, "The response is not a list of records."]);
    });
  }
});
