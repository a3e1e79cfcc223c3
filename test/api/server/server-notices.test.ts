import { expect } from "@open-wc/testing";
import { createMockServer, type MockServer, type NewRecord } from "../../../demo/mocks/index.js";
import type { Coverage } from "../../../src/core/coverage.js";
import type { AuditFilters } from "../../../src/core/filters/filters.js";
import { NOW } from "../../support/clock.js";
import { TestNetwork, createHttpError } from "../../support/test-network.js";
import { createSignal, createQuery, readAll, createSource, removeTime } from "../../support/data-source.js";
import { DAY, HOUR, MINUTE } from "../../support/durations.js";

const RECORD = { "action-type": "update", "target-object": "user", "target-domain": "abc.example", "target-user": "7" };

/** One record an hour, the newest an hour ago. */
const createHourlyRecords = (days: number): NewRecord[] =>
  Array.from({ length: days * 24 }, (_, at) => ({ time: NOW - (at + 1) * HOUR, record: RECORD }));

const createServer = (...records: NewRecord[]): MockServer => createMockServer({ now: () => NOW, records });

const readCoverage = async (server: MockServer | TestNetwork, days: number, filters: Partial<AuditFilters> = {}) =>
  (await readAll((await createSource(server)).search(createQuery(days, filters)))).coverage;

describe("a range without any record in its older part", () => {
  const OLDEST = NOW - 20 * DAY;

  it("names the oldest record known", async () => {
    const { oldest, complete } = await readCoverage(createServer(...createHourlyRecords(20)), 40);
    expect([oldest, complete]).to.deep.equal([OLDEST, true]);
  });

  it("names it with filters that only the viewer checks, as it has read every record", async () => {
    const { oldest, matched, sentFilters } = await readCoverage(createServer(...createHourlyRecords(20)), 40, {
      byUser: "nobody",
    });
    expect([oldest, matched, sentFilters]).to.deep.equal([OLDEST, 0, []]);
  });

  for (const [name, days, recordDays] of [
    ["is shorter than a week", 26, 20],
    ["is a small part of the range", 110, 100],
  ] as const) {
    it(`names nothing where that part ${name}`, async () => {
      expect((await readCoverage(createServer(...createHourlyRecords(recordDays)), days)).oldest).to.equal(undefined);
    });
  }

  it("names nothing if the records are as far apart as that part is long", async () => {
    const records = Array.from({ length: 8 }, (_, at) => ({ time: NOW - (at + 1) * 3 * DAY, record: RECORD }));
    expect((await readCoverage(createServer(...records), 44)).oldest).to.equal(undefined);
  });

  it("names nothing while that part was not read", async () => {
    const reader = await (await createSource(createServer(...createHourlyRecords(20)))).search(createQuery(40));
    await reader.readTo(10, { signal: createSignal() });
    expect(reader.coverage().oldest).to.equal(undefined);
    await reader.readTo(Infinity, { signal: createSignal() });
    expect(reader.coverage().oldest).to.equal(OLDEST);
  });

  it("names nothing while the access log was not read there", async () => {
    const access: NewRecord = { time: NOW - 30 * DAY, log: "access", record: { ...RECORD, "action-type": "login" } };
    const network = new TestNetwork(createServer(...createHourlyRecords(20), access));
    network.failAccessLog();
    const reader = await (await createSource(network)).search(createQuery(60));
    await reader.readTo(Infinity, { signal: createSignal() });
    expect([reader.coverage().oldest, reader.coverage().missing.length]).to.deep.equal([undefined, 1]);
    network.recover();
    await reader.readMissing({ signal: createSignal() });
    expect([reader.coverage().oldest, reader.coverage().missing.length]).to.deep.equal([access.time, 0]);
  });

  it("names nothing if filters were sent, which may hide older records", async () => {
    const { oldest, sentFilters, complete } = await readCoverage(createServer(...createHourlyRecords(20)), 40, {
      affectedUser: "7",
    });
    expect([oldest, sentFilters, complete]).to.deep.equal([undefined, ["affectedUser"], true]);
  });

  it("names it with sent filters, too, once a search without them has read that part", async () => {
    const source = await createSource(createServer(...createHourlyRecords(20)));
    const findOldest = async (days: number) =>
      (await readAll(source.search(createQuery(days, { affectedUser: "7" })))).coverage.oldest;
    expect(await findOldest(40)).to.equal(undefined);
    await readAll(source.search(createQuery(40)));
    expect(await findOldest(40)).to.equal(OLDEST);
    // It has not read what is older still.
    expect(await findOldest(60)).to.equal(undefined);
  });

  it("names nothing if a record has no readable time, as it may be anywhere", async () => {
    const records = [...createHourlyRecords(20), removeTime({ time: NOW - 5 * DAY - MINUTE, record: RECORD })];
    expect((await readCoverage(createServer(...records), 40)).oldest).to.equal(undefined);
  });

  it("names the oldest record of another search where this one found none", async () => {
    const source = await createSource(createServer(...createHourlyRecords(20)));
    const past = { ...createQuery(60), span: { from: NOW - 60 * DAY, until: NOW - 30 * DAY } };
    expect((await readAll(source.search(past))).coverage.oldest).to.equal(undefined);
    await readAll(source.search(createQuery(30)));
    expect((await readAll(source.search(past))).coverage.oldest).to.equal(OLDEST);
  });

  it("names nothing where an older record is known", async () => {
    const old = { time: NOW - 50 * DAY, record: RECORD };
    const source = await createSource(createServer(...createHourlyRecords(20), old));
    await readAll(source.search(createQuery(60)));
    expect((await readAll(source.search(createQuery(40)))).coverage.oldest).to.equal(undefined);
  });
});

describe("a server whose clock is ahead", () => {
  /** A record every minute, the newest so many minutes after now. */
  const createRecordsUntil = (minutes: number): NewRecord[] =>
    Array.from({ length: 600 }, (_, at) => ({ time: NOW + (minutes - at) * MINUTE, record: RECORD }));

  const readCoverageToNow = async (
    records: readonly NewRecord[],
    endsNow = true,
    clockSkewMinutes = 15,
  ): Promise<Coverage> => {
    const source = await createSource(createServer(...records), { clockSkewMinutes });
    return (await readAll(source.search({ ...createQuery(1), endsNow }))).coverage;
  };

  it("is reported if the newest records are at the end of the requested range", async () => {
    expect((await readCoverageToNow(createRecordsUntil(120))).clockAhead).to.equal(true);
    expect((await readCoverageToNow(createRecordsUntil(11))).clockAhead).to.equal(true);
  });

  it("is not reported if it is only a little ahead, which hides nothing", async () => {
    expect((await readCoverageToNow(createRecordsUntil(9))).clockAhead).to.equal(false);
    expect((await readCoverageToNow(createRecordsUntil(0))).clockAhead).to.equal(false);
    expect((await readCoverageToNow(createRecordsUntil(11), true, 60)).clockAhead).to.equal(false);
  });

  it("is not reported for a single record, whose time may be wrong", async () => {
    const { clockAhead, records } = await readCoverageToNow([
      ...createRecordsUntil(0),
      { time: NOW + 12 * MINUTE, record: RECORD },
    ]);
    expect([clockAhead, records]).to.deep.equal([false, 601]);
    expect((await readCoverageToNow([{ time: NOW + 12 * MINUTE, record: RECORD }])).clockAhead).to.equal(false);
  });

  it("is not reported by a search in the past, or if the range ends now", async () => {
    expect((await readCoverageToNow(createRecordsUntil(120), false)).clockAhead).to.equal(false);
    expect((await readCoverageToNow(createRecordsUntil(120), true, 0)).clockAhead).to.equal(false);
  });

  it("is reported as soon as a refresh shows it", async () => {
    const server = createServer(...createRecordsUntil(0));
    const source = await createSource(server);
    const reader = await source.search({ ...createQuery(1), endsNow: true });
    await reader.readTo(20, { signal: createSignal() });
    expect(reader.coverage().clockAhead).to.equal(false);
    server.add(...createRecordsUntil(30).slice(0, 30));
    const newer = source.newer(reader, NOW + MINUTE);
    const from = reader.recentFrom;
    await newer.readBack(from, { signal: createSignal() });
    reader.addRefresh(newer, from);
    expect(reader.coverage().clockAhead).to.equal(true);
  });
});

describe("a failing server", () => {
  it("says nothing about its records or its clock", async () => {
    const network = new TestNetwork(createServer(...createHourlyRecords(2)));
    network.failAll(createHttpError(401));
    const reader = await (await createSource(network)).search({ ...createQuery(40), endsNow: true });
    await reader.readTo(10, { signal: createSignal() }).catch(() => undefined);
    const { oldest, doubled, clockAhead } = reader.coverage();
    expect([oldest, doubled, clockAhead]).to.deep.equal([undefined, false, false]);
  });
});
