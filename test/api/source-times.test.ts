import { expect } from "@open-wc/testing";
import { createMockServer } from "../../demo/mocks/index.js";
import { NOW } from "../support/clock.js";
import { createQuery, createSource, listContents, listStoredContents } from "../support/data-source.js";
import { DAY, HOUR } from "../support/durations.js";
import { createSteadyRecords, searchAll } from "./source-support.js";

describe("record times", () => {
  it("that cannot be read leave each record in the list once", async () => {
    const server = createMockServer({ now: () => NOW, events: 2000, days: 20, unreadableTimes: 40 });
    const query = createQuery(21);
    const { events, coverage } = await searchAll(await createSource(server), query);
    const { undated, unreadable } = coverage;
    expect(undated).to.equal(events.filter((event) => event.time === null).length);
    expect(undated).to.be.above(0);
    expect(unreadable).to.equal(0);
    expect(listContents(events)).to.deep.equal(listStoredContents(server, query.span));
  });

  for (const naiveZone of ["US/Pacific", "Europe/Berlin", "Asia/Kolkata"]) {
    it(`without an offset lose no record, and the coverage says by how much they were shifted: ${naiveZone}`, async () => {
      const server = createMockServer({
        now: () => NOW,
        records: createSteadyRecords(900),
        behavior: { timestamps: "zoneless", naiveZone, brackets: "ignored" },
      });
      const { events, coverage } = await searchAll(await createSource(server), createQuery(7));
      expect(events).to.have.length(900);
      expect(coverage.habits.shiftMinutes).not.to.equal(0);
      expect(coverage.outside).to.equal(0);
      expect(events[0]!.time).to.equal(NOW - HOUR);
    });
  }

  it("without an offset are requested with one", async () => {
    const server = createMockServer({
      now: () => NOW,
      records: createSteadyRecords(900),
      behavior: { timestamps: "zoneless", naiveZone: "America/New_York" },
    });
    const { events, coverage } = await searchAll(await createSource(server), createQuery(30));
    expect(events.map(({ time }) => time)).to.deep.equal(server.stored.map(({ time }) => time));
    expect([coverage.habits.shiftMinutes, coverage.habits.naiveTimes, coverage.complete]).to.deep.equal([
      0,
      false,
      true,
    ]);
  });

  it("are not shifted without proof: the viewer tries once, and reports the records outside", async () => {
    const server = createMockServer({
      now: () => NOW,
      records: createSteadyRecords(300),
      behavior: { timestamps: "zoneless", naiveZone: "US/Pacific", brackets: "ignored" },
    });
    const handle = server.handle.bind(server);
    server.handle = (request) => {
      const [from, until] = ["datetime-start", "datetime-end"].map((name) => Date.parse(request.query.get(name)!));
      const isProbe = until! - from! <= 2000;
      return isProbe ? Promise.resolve({ status: 200, headers: {}, body: "[]" }) : handle(request);
    };
    const { coverage } = await searchAll(await createSource(server, { signIns: "off" }), createQuery(7));
    expect(coverage.habits.shiftMinutes).to.equal(0);
    expect(coverage.outside).to.be.above(0);
    expect(coverage.complete).to.equal(false);
    // Two answers come at once, and each may try every zone.
    expect(coverage.requests).to.be.below(140);
  });

  it("of the repeated hour, when the clocks go back, are read in a known zone", async () => {
    const now = Date.UTC(2026, 10, 2, 12);
    const records = createSteadyRecords(1500, now - HOUR, 60_000).concat(
      createSteadyRecords(300, Date.UTC(2026, 10, 1, 7), 24_000),
    );
    for (const order of ["descending", "ascending"] as const) {
      const server = createMockServer({
        now: () => now,
        records,
        behavior: {
          timestamps: "zoneless",
          naiveZone: "America/New_York",
          brackets: "ignored",
          order,
          limit: { cap: 100 },
        },
      });
      const query = { ...createQuery(3), span: { from: now - 3 * DAY, until: now } };
      const { events, coverage } = await searchAll(
        await createSource(server, { naiveZone: "America/New_York" }),
        query,
      );
      expect(events, order).to.have.length(records.length);
      expect(coverage.outside, order).to.equal(0);
    }
  });

  it("decide the place of a record, also if a redaction changes them", async () => {
    const server = createMockServer({ now: () => NOW, records: createSteadyRecords(500) });
    const redact = (record: unknown) => ({ ...(record as object), "timestamp-datetime": "2026-11-01T00:00:00Z" });
    const source = await createSource(server, {}, { redact: () => redact });
    const { events, coverage } = await searchAll(source, createQuery(7));
    expect(events).to.have.length(500);
    expect(coverage.complete).to.equal(true);
    expect(new Set(events.map(({ time }) => time))).to.deep.equal(new Set([Date.UTC(2026, 10, 1)]));
  });

  it("that cannot be read lose no record, however many there are", async () => {
    for (const order of ["descending", "ascending"] as const) {
      const records = createSteadyRecords(6000, NOW - HOUR, 10_000).map((one, index) =>
        index % 2 === 0
          ? one
          : { ...one, keepsTimestamp: true as const, record: { ...one.record, "timestamp-datetime": "" } },
      );
      const server = createMockServer({ now: () => NOW, records, behavior: { order } });
      const { events, coverage } = await searchAll(await createSource(server), createQuery(7));
      expect(events, order).to.have.length(6000);
      expect(new Set(events.map(({ affectedUser }) => affectedUser)).size, order).to.equal(6000);
      expect(coverage.undated, order).to.equal(3000);
    }
  });

  it("that cannot be read leave equal records apart", async () => {
    const records = createSteadyRecords(60, NOW - HOUR, 50 * 60_000).flatMap((one) => [
      one,
      {
        time: one.time - 60_000,
        keepsTimestamp: true as const,
        record: { "action-type": "load", "timestamp-datetime": "soon" },
      },
    ]);
    const server = createMockServer({ now: () => NOW, records });
    const { events } = await searchAll(await createSource(server), createQuery(7));
    expect(events).to.have.length(120);
  });
});
