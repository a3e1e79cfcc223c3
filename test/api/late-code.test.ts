import { expect } from "@open-wc/testing";
import { createMockServer, type ServerBehavior, type NewRecord } from "../../demo/mocks/index.js";
import type { SourceCode } from "../../src/api/source.js";
import { AuditLogError, failLoading } from "../../src/core/errors.js";
import { NOW } from "../support/clock.js";
import { listContents, createQuery, createSource, createSignal, readAll } from "../support/data-source.js";
import { sourceCode } from "../support/source-code.js";
import { HOUR, MINUTE } from "../support/durations.js";

/** Every half hour for ten days; few are Maria's. */
const RECORDS: NewRecord[] = Array.from({ length: 480 }, (_, at) => ({
  time: NOW - (at + 1) * 30 * MINUTE,
  record: { "by-user": `u${at}`, "target-user": at % 40 === 0 ? "maria" : "tom", "action-type": "update" },
}));

/** Forty records in one second. */
const CROWD: NewRecord[] = Array.from({ length: 40 }, (_, at) => ({
  time: NOW - HOUR,
  record: { "by-user": `crowd${at}` },
}));

const ALL = 10_000;
const DAYS = 60;

interface Part {
  readonly code: keyof SourceCode;
  readonly what: string;
  readonly behavior?: Partial<ServerBehavior>;
  readonly records?: readonly NewRecord[];
}

const PARTS: readonly Part[] = [
  {
    code: "loadReadZonelessAnswer",
    what: "times without an offset",
    behavior: { timestamps: "zoneless", naiveZone: "US/Pacific", brackets: "ignored" },
  },
  {
    code: "loadUndatedOverlap",
    what: "records without a readable time",
    records: RECORDS.map((one, at) =>
      at % 50 === 0 ? { ...one, keepsTimestamp: true, record: { ...one.record, "timestamp-datetime": "" } } : one,
    ),
  },
  {
    code: "loadOneSecondReader",
    what: "a second with more records than an answer",
    behavior: { limit: { cap: 12 } },
    records: [...CROWD, ...RECORDS],
  },
];

async function createStage({ behavior = {}, records = RECORDS }: Part, change: Partial<SourceCode> = {}) {
  const loaded: string[] = [];
  const code = { ...sourceCode, ...change };
  for (const name of Object.keys(code) as (keyof SourceCode)[]) {
    const load = code[name] as () => Promise<never>;
    code[name] = () => {
      loaded.push(name);
      return load();
    };
  }
  const server = createMockServer({ now: () => NOW, records: [...records], behavior });
  const source = await createSource(server, { signIns: "off" }, { code });
  return { reader: await source.search(createQuery(DAYS)), server, loaded };
}

describe("a part of the data source that few searches need", () => {
  it("is not loaded by other searches", async () => {
    const { reader, loaded } = await createStage({ code: "loadDomainList", what: "" });
    await reader.readTo(ALL, { signal: createSignal() });
    expect([reader.found, loaded]).to.deep.equal([RECORDS.length, []]);
  });

  for (const part of PARTS) {
    it(`fails the search if it cannot be loaded, and a retry finds every event once: ${part.what}`, async () => {
      const well = await createStage(part);
      await well.reader.readTo(ALL, { signal: createSignal() });
      expect(new Set(well.loaded)).to.deep.equal(new Set([part.code]));

      let isBroken = true;
      const load = sourceCode[part.code] as () => Promise<never>;
      const loadOrFail = () =>
        isBroken ? Promise.reject(new TypeError("Failed to fetch")).catch(failLoading) : load();
      const { reader } = await createStage(part, { [part.code]: loadOrFail });
      for (let tries = 0; tries < 2; tries += 1) {
        const error: unknown = await reader.readTo(ALL, { signal: createSignal() }).catch((one: unknown) => one);
        expect(error instanceof AuditLogError && error.kind).to.equal("network");
      }
      isBroken = false;
      await reader.readTo(ALL, { signal: createSignal() });
      expect(reader.hasMoreThan(reader.found)).to.equal(false);
      const texts = listContents(reader.first(ALL));
      expect(texts).to.deep.equal(listContents(well.reader.first(ALL)));
      expect(reader.coverage().complete).to.equal(well.reader.coverage().complete);
    });
  }

  it("fails a search with filters before any request if its code cannot be loaded, and the next search tries again", async () => {
    let isBroken = true;
    const loadFiltering = () =>
      isBroken
        ? Promise.reject(new TypeError("Failed to fetch")).catch(failLoading)
        : Promise.resolve(sourceCode.loadFiltering());
    const server = createMockServer({ now: () => NOW, records: RECORDS });
    const source = await createSource(server, { signIns: "off" }, { code: { ...sourceCode, loadFiltering } });
    const query = createQuery(DAYS, { affectedUser: "maria" });
    const error: unknown = await source.search(query).catch((one: unknown) => one);
    expect(error instanceof AuditLogError && error.kind).to.equal("network");
    expect(server.requests).to.have.length(0);
    expect((await readAll(source.search(createQuery(DAYS)))).events).to.have.length(RECORDS.length);
    isBroken = false;
    expect((await readAll(source.search(query))).events).to.have.length(RECORDS.length / 40);
  });

  it("finds the instants of a repeated hour if the times name their zone", async () => {
    // New York sets its clocks back on November 1 at 2:00 a.m. The server answers its newest records first.
    const start = Date.UTC(2026, 10, 1, 4);
    const records = Array.from({ length: 12 }, (_, at): NewRecord => {
      const time = start + at * 15 * MINUTE;
      const wall = new Date(time - (time < Date.UTC(2026, 10, 1, 6) ? 4 : 5) * HOUR).toISOString().slice(0, 19);
      return { time, keepsTimestamp: true, record: { "timestamp-datetime": `${wall}[America/New_York]` } };
    });
    const { reader, server, loaded } = await createStage({ code: "loadReadZonelessAnswer", what: "", records });
    await reader.readTo(ALL, { signal: createSignal() });
    expect(loaded).to.include("loadReadZonelessAnswer");
    expect(server.requests.some(({ query }) => query.get("datetime-start")!.endsWith("]"))).to.equal(false);
    expect(reader.first(ALL).map(({ time }) => time)).to.deep.equal(records.map(({ time }) => time).reverse());
  });
});
