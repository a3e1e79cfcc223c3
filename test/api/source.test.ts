import { expect } from "@open-wc/testing";
import { createMockServer, type ServerBehavior, type MockServer, type NewRecord } from "../../demo/mocks/index.js";
import { Random } from "../../demo/mocks/records/random.js";
import { DEFAULT_SOURCE_OPTIONS, type SourceOptions } from "../../src/api/source-options.js";
import { AuditLogSource } from "../../src/api/source.js";
import type { LogQuery, SourcePage } from "../../src/api/reading/log-reader.js";
import { defaultFilters, type AuditFilters } from "../../src/core/filters/filters.js";
import { compileTaxonomy } from "../../src/core/taxonomy/taxonomy.js";
import { loadTemporal } from "../../src/core/time/temporal.js";
import { DEFAULT_TAXONOMY } from "../../src/core/taxonomy/vocabulary.js";
import { NOW, createTestClock } from "../support/clock.js";
import { createMockAdapter } from "../support/mock-adapter.js";
import { intercept, readPages, refuse } from "../support/data-source.js";
import { listSeeds } from "../support/seeds.js";
import { sourceCode } from "../support/source-code.js";

const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function createSource(server: MockServer, options: Partial<SourceOptions> = {}): Promise<AuditLogSource> {
  return new AuditLogSource({
    code: sourceCode,
    adapter: createMockAdapter(server),
    options: { ...DEFAULT_SOURCE_OPTIONS, ...options },
    clock: createTestClock(),
    taxonomy,
    temporal: await loadTemporal(),
  });
}

function createQuery(days: number, filters: Partial<AuditFilters> = {}, pageSize = 10): LogQuery {
  return {
    filters: { ...defaultFilters(), ...filters },
    span: { from: NOW - days * DAY, until: NOW },
    endsNow: false,
    pageSize,
  };
}

function readAllPages(source: AuditLogSource, query: LogQuery): Promise<SourcePage[]> {
  return readPages(source.search(query));
}

/** What the server holds in the range, by a plain reading of the records. */
function findTruth(
  server: MockServer,
  query: LogQuery,
  matches: (record: Record<string, unknown>) => boolean,
): string[] {
  return server.stored
    .filter(({ time, record }) => time >= query.span.from && time < query.span.until && matches(record))
    .map(({ record }) => toContent(record));
}

/** A record's content without its timestamp, which the server writes in its own format. */
function toContent(record: unknown): string {
  const { ["timestamp-datetime"]: _, ...rest } = record as Record<string, unknown>;
  return JSON.stringify(rest, Object.keys(rest).sort());
}

const counted = (list: readonly string[]) => [...list].sort();

/** Records of one second, of a dense hour, of a sparse year. */
function randomRecords(random: Random, count: number): NewRecord[] {
  const users = ["100", "1041", "Maria.Ortiz", "maria.ortiz", "", "System"];
  const domains = ["abc.example", "ABC.example", "north.example", "north.example.org"];
  const actions = ["create", "Removed", "login", "login_badpassword", "purge", "update"];
  const bursts = [NOW - 5 * HOUR, NOW - 3 * DAY, NOW - 100 * DAY, NOW - 1000];
  return Array.from({ length: count }, () => {
    const kind = random.int(0, 3);
    const time =
      kind === 0
        ? random.pick(bursts) + random.int(0, 2) * 1000
        : kind === 1
          ? NOW - random.int(1, 3600) * 1000
          : kind === 2
            ? NOW - random.int(1, 40 * 86_400) * 1000
            : NOW - random.int(1, 380 * 86_400) * 1000;
    return {
      time,
      record: {
        "action-type": random.pick(actions),
        "by-user": random.pick(users),
        "by-domain": random.pick(domains),
        "by-ip": random.pick(["198.51.100.7", "2001:DB8::1", "2001:db8:0:0::1"]),
        "target-user": random.pick(users),
        "target-domain": random.pick(domains),
        "target-object": random.pick(["subscriber", "dial_plan", "weird"]),
        "target-host": "core1",
        "by-client": "API",
      },
    };
  });
}

const text = (value: unknown) => (typeof value === "string" ? value.toLowerCase() : "");

/** Filter sets, each with a plain reading of what it means. */
const FILTERS: {
  name: string;
  filters: Partial<AuditFilters>;
  matches: (record: Record<string, unknown>) => boolean;
}[] = [
  { name: "no filter", filters: {}, matches: () => true },
  { name: "an extension", filters: { affectedUser: "1041" }, matches: (r) => r["target-user"] === "1041" },
  {
    name: "a domain in another letter case",
    filters: { affectedDomain: "aBc.example" },
    matches: (r) => text(r["target-domain"]) === "abc.example",
  },
  {
    name: "an IPv6 address in another spelling",
    filters: { byIp: "2001:db8::1" },
    matches: (r) => text(r["by-ip"]) === "2001:db8::1" || text(r["by-ip"]) === "2001:db8:0:0::1",
  },
  { name: "a wildcard", filters: { byDomain: "north.*" }, matches: (r) => /^north\./.test(text(r["by-domain"])) },
  { name: "an action", filters: { actions: ["delete"] }, matches: (r) => r["action-type"] === "Removed" },
  {
    name: "the performing user and an object",
    filters: { byUser: "MARIA.ortiz", objects: ["dialing"] },
    matches: (r) => text(r["by-user"]) === "maria.ortiz" && r["target-object"] === "dial_plan",
  },
];

const BEHAVIORS: { name: string; behavior: Partial<ServerBehavior> }[] = [
  { name: "descending, limit honored", behavior: {} },
  { name: "ascending, limit honored", behavior: { order: "ascending" } },
  { name: "descending, limit ignored", behavior: { limit: "ignored" } },
  {
    name: "ascending, limit ignored, start ignored",
    behavior: { order: "ascending", limit: "ignored", start: "ignored" },
  },
  { name: "a cap of 37", behavior: { limit: { cap: 37 } } },
  { name: "always 50, ascending", behavior: { limit: { fixed: 50 }, order: "ascending" } },
  {
    name: "exclusive ends, case-sensitive",
    behavior: { startInclusive: false, endInclusive: false, caseSensitive: true },
  },
  {
    name: "substring matching, ascending, capped",
    behavior: { matching: "substring", order: "ascending", limit: { cap: 100 } },
  },
  { name: "times with an offset", behavior: { timestamps: "offset", naiveZone: "US/Pacific" } },
];

describe("the data source", () => {
  const { first: seed } = listSeeds(20261123, 1);

  for (const { name, behavior } of BEHAVIORS) {
    it(`answers the truth, record for record: ${name} (seed ${seed})`, async () => {
      const random = new Random(seed);
      for (let round = 0; round < 4; round += 1) {
        const server = createMockServer({
          now: () => NOW,
          records: randomRecords(random, random.int(0, 700)),
          behavior,
        });
        const source = await createSource(server);
        for (const { name: filter, filters, matches } of FILTERS) {
          const query = createQuery(random.pick([1, 7, 366]), filters, random.pick([10, 25]));
          const pages = await readAllPages(source, query);
          const events = pages.flatMap((page) => page.events);
          const cut = pages[pages.length - 1]!.coverage.cut.length > 0;
          const found = counted(events.map((event) => toContent(event.raw)));
          const truth = counted(findTruth(server, query, matches));
          const where = `${filter}, round ${round}`;
          if (cut) expect(truth.length, where).to.be.at.least(found.length);
          else expect(found, where).to.deep.equal(truth);
          const times = events.map((event) => event.time ?? 0);
          expect(times, where).to.deep.equal([...times].sort((a, b) => b - a));
          expect(new Set(events.map((event) => event.id)).size, where).to.equal(events.length);
          expect(pages[pages.length - 1]!.coverage.complete, where).to.equal(!cut);
        }
      }
    });
  }

  it("says so when a second holds more than the server gives and cannot be paged", async () => {
    const records = Array.from({ length: 80 }, (_, index) => ({
      time: NOW - HOUR,
      record: { "action-type": "create", "target-user": String(index) },
    }));
    const server = createMockServer({ now: () => NOW, records, behavior: { limit: { cap: 30 }, start: "ignored" } });
    const pages = await readAllPages(await createSource(server), createQuery(1, {}, 100));
    const { coverage } = pages[pages.length - 1]!;
    expect(pages.flatMap((page) => page.events)).to.have.length(30);
    expect(coverage.cut).to.deep.equal([{ span: { from: NOW - HOUR, until: NOW - HOUR + 1000 }, atLeast: 30 }]);
    expect(coverage.complete).to.equal(false);
  });

  it("pages through a second where start works", async () => {
    const records = Array.from({ length: 80 }, (_, index) => ({
      time: NOW - HOUR,
      record: { "action-type": "create", "target-user": String(index) },
    }));
    const server = createMockServer({ now: () => NOW, records, behavior: { limit: { cap: 30 } } });
    const pages = await readAllPages(await createSource(server), createQuery(1, {}, 100));
    expect(pages.flatMap((page) => page.events)).to.have.length(80);
    expect(pages[pages.length - 1]!.coverage.complete).to.equal(true);
  });

  it("sends every filter that is safe to send, and no other", async () => {
    const server = createMockServer({ now: () => NOW, events: 3000, days: 30 });
    const source = await createSource(server);
    await readAllPages(
      source,
      createQuery(1, { affectedUser: "1041", byIp: "203.0.113.66", byUser: "1041", host: "core*" }),
    );
    const last = server.requests[server.requests.length - 1]!.query;
    expect(last.get("target-user")).to.equal("1041");
    expect(last.get("by-ip")).to.equal("203.0.113.66");
    expect(last.has("by-user")).to.equal(false);
    expect(last.has("target-host")).to.equal(false);
  });

  it("sends a domain once the server is known to ignore letter case, and never before", async () => {
    for (const caseSensitive of [false, true]) {
      const server = createMockServer({ now: () => NOW, events: 3000, days: 30, behavior: { caseSensitive } });
      const source = await createSource(server);
      await readAllPages(source, createQuery(1));
      const pages = await readAllPages(source, createQuery(30, { affectedDomain: "abc-plumbing.example" }));
      const sent = pages[pages.length - 1]!.coverage.sentFilters;
      expect(sent).to.deep.equal(caseSensitive ? [] : ["affectedDomain"]);
    }
  });

  it("goes on where a failure interrupted it, without reading again what it has", async () => {
    const server = createMockServer({ now: () => NOW, events: 4000, days: 40 });
    const source = await createSource(server);
    const query = createQuery(40, {}, 25);
    const truth = counted(findTruth(server, query, () => true));
    let sent = 0;
    // Not one that is tried again.
    intercept(server, (_request, given) => ([3, 9, 15].includes((sent += 1)) ? refuse(501) : given()));
    const reader = source.search(query);
    const { signal } = new AbortController();
    const found: string[] = [];
    let failed = 0;
    for (;;) {
      try {
        const page = await reader.read(25, { signal });
        found.push(...page.events.map((event) => toContent(event.raw)));
        if (page.hasMore === false) break;
      } catch (error) {
        failed += 1;
        expect((error as { kind: string }).kind).to.equal("server");
      }
    }
    expect(failed).to.equal(3);
    expect(counted(found)).to.deep.equal(truth);
  });

  it("spends no more than its budget on a page, and goes on when asked", async () => {
    const server = createMockServer({ now: () => NOW, events: 20_000, days: 100 });
    const source = await createSource(server, { budget: { seconds: 60, requests: 5, records: 20_000 } });
    const reader = source.search(createQuery(100, { byUser: "nobody-at-all" }));
    const { signal } = new AbortController();
    let page = await reader.read(10, { signal });
    expect(page.paused).to.equal(true);
    expect(page.hasMore).to.equal("unknown");
    expect(page.events).to.deep.equal([]);
    expect(page.coverage.requests).to.be.within(5, 9);
    const first = page.coverage.readFrom;
    while (page.hasMore !== false) {
      const before = page.coverage.readFrom;
      page = await reader.read(10, { signal });
      expect(page.coverage.readFrom).to.be.below(before);
    }
    expect(page.coverage.readFrom).to.be.below(first);
    expect(page.coverage.complete).to.equal(true);
  });

  it("keeps records whose time cannot be read, each once", async () => {
    const server = createMockServer({ now: () => NOW, events: 2000, days: 20, unreadableTimes: 40 });
    const pages = await readAllPages(await createSource(server), createQuery(21));
    const events = pages.flatMap((page) => page.events);
    const { undated, unreadable } = pages[pages.length - 1]!.coverage;
    expect(undated).to.equal(events.filter((event) => event.time === null).length);
    expect(undated).to.be.above(0);
    expect(unreadable).to.equal(0);
    expect(counted(events.map((event) => toContent(event.raw)))).to.deep.equal(
      counted(findTruth(server, createQuery(21), () => true)),
    );
  });

  const accessLogs = [
    { accessLog: "adds", status: "merged", adds: true, isAskedAgain: true },
    // That it added nothing to one stretch of time says nothing about another.
    { accessLog: "same", status: "nothing-new", adds: false, isAskedAgain: true },
    { accessLog: "refused", status: "refused", adds: false, isAskedAgain: false },
    { accessLog: "absent", status: "refused", adds: false, isAskedAgain: false },
  ] as const;
  for (const { accessLog, status, adds, isAskedAgain } of accessLogs) {
    it(`reads sign-ins from the access log until it was refused: ${accessLog}`, async () => {
      const server = createMockServer({ now: () => NOW, events: 4000, days: 40, behavior: { accessLog } });
      const source = await createSource(server);
      const query = createQuery(40, { actions: ["login", "logout"] }, 100);
      const pages = await readAllPages(source, query);
      expect(pages[pages.length - 1]!.coverage.accessLog).to.equal(status);
      const all = createQuery(40, {}, 100);
      const everything = await readAllPages(source, all);
      const found = counted(everything.flatMap((page) => page.events.map((event) => toContent(event.raw))));
      const truth = server.stored.filter(
        ({ time, log }) => time >= all.span.from && time < NOW && (adds || log !== "access"),
      );
      expect(found).to.deep.equal(counted(truth.map(({ record }) => toContent(record))));
      server.resetRequests();
      await readAllPages(source, createQuery(1));
      const asked = server.requests.filter(({ path }) => path === "/accesslog").length;
      expect(asked > 0, "asked again").to.equal(isAskedAgain);
      await readAllPages(source, createQuery(1, { actions: ["delete"] }));
      expect(server.requests.filter(({ path }) => path === "/accesslog").length).to.equal(asked);
    });
  }

  /** Records every ten minutes, by one person, in a domain with letters. */
  const steady = (count: number, from = NOW - HOUR, step = 10 * 60_000): NewRecord[] =>
    Array.from({ length: count }, (_, index) => ({
      time: from - index * step,
      record: { "action-type": "update", "target-user": String(index), "target-domain": "abc.example" },
    }));

  const everything = async (source: AuditLogSource, query: LogQuery) => {
    const pages = await readAllPages(source, query);
    return { events: pages.flatMap((page) => page.events), coverage: pages[pages.length - 1]!.coverage };
  };

  for (const naiveZone of ["US/Pacific", "Europe/Berlin", "Asia/Kolkata"]) {
    it(`loses nothing of a server that writes its times without offset, and says by how much they were moved: ${naiveZone}`, async () => {
      const server = createMockServer({
        now: () => NOW,
        records: steady(900),
        behavior: { timestamps: "zoneless", naiveZone, brackets: "ignored" },
      });
      const { events, coverage } = await everything(await createSource(server), createQuery(7));
      expect(events).to.have.length(900);
      expect(coverage.habits.shiftMinutes).not.to.equal(0);
      expect(coverage.outside).to.equal(0);
      expect(events[0]!.time).to.equal(NOW - HOUR);
    });
  }

  it("asks a server that writes its times without offset for times with one", async () => {
    const server = createMockServer({
      now: () => NOW,
      records: steady(900),
      behavior: { timestamps: "zoneless", naiveZone: "America/New_York" },
    });
    const { events, coverage } = await everything(await createSource(server), createQuery(30));
    expect(events.map(({ time }) => time)).to.deep.equal(server.stored.map(({ time }) => time));
    expect([coverage.habits.shiftMinutes, coverage.habits.naiveTimes, coverage.complete]).to.deep.equal([
      0,
      false,
      true,
    ]);
  });

  it("moves no times that it cannot prove, tries once, and says what lies outside", async () => {
    const server = createMockServer({
      now: () => NOW,
      records: steady(300),
      behavior: { timestamps: "zoneless", naiveZone: "US/Pacific", brackets: "ignored" },
    });
    const handle = server.handle.bind(server);
    server.handle = (request) => {
      const [from, until] = ["datetime-start", "datetime-end"].map((name) => Date.parse(request.query.get(name)!));
      const isProbe = until! - from! <= 2000;
      return isProbe ? Promise.resolve({ status: 200, headers: {}, body: "[]" }) : handle(request);
    };
    const { coverage } = await everything(await createSource(server, { signIns: "off" }), createQuery(7));
    expect(coverage.habits.shiftMinutes).to.equal(0);
    expect(coverage.outside).to.be.above(0);
    expect(coverage.complete).to.equal(false);
    // Two answers come at once, and each may try every zone.
    expect(coverage.requests).to.be.below(140);
  });

  it("does not ask for ever shorter windows where it is a filter that the server refuses", async () => {
    const server = createMockServer({ now: () => NOW, records: steady(40, NOW - 200 * DAY) });
    const handle = server.handle.bind(server);
    server.handle = (request) =>
      request.query.has("target-user")
        ? Promise.resolve({ status: 400, headers: {}, body: '{"code":400,"message":"No such filter"}' })
        : handle(request);
    const source = await createSource(server, { signIns: "off" });
    expect((await everything(source, createQuery(366))).events).to.have.length(40);
    const { events, coverage } = await everything(source, createQuery(366, { affectedUser: "17" }));
    expect(events).to.have.length(1);
    expect(coverage.requests).to.be.below(30);
  });

  it("reads the hour that comes twice when the clocks go back, in a known zone", async () => {
    const now = Date.UTC(2026, 10, 2, 12);
    const records = steady(1500, now - HOUR, 60_000).concat(steady(300, Date.UTC(2026, 10, 1, 7), 24_000));
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
      const { events, coverage } = await everything(
        await createSource(server, { naiveZone: "America/New_York" }),
        query,
      );
      expect(events, order).to.have.length(records.length);
      expect(coverage.outside, order).to.equal(0);
    }
  });

  it("asks for shorter windows where a server refuses long ones", async () => {
    const server = createMockServer({ now: () => NOW, records: steady(40, NOW - 200 * DAY) });
    const handle = server.handle.bind(server);
    const asked: number[] = [];
    server.handle = (request) => {
      const [from, until] = ["datetime-start", "datetime-end"].map((name) => Date.parse(request.query.get(name)!));
      asked.push((until! - from!) / DAY);
      if (until! - from! > 10 * DAY) {
        return Promise.resolve({ status: 400, headers: {}, body: '{"code":400,"message":"Range too long"}' });
      }
      return handle(request);
    };
    const source = await createSource(server, { signIns: "off" });
    const { events, coverage } = await everything(source, createQuery(366));
    expect(events).to.have.length(40);
    expect(coverage.complete).to.equal(true);
    // Windows that run side by side each find it out: three of them, and four lengths are too long.
    expect(asked.filter((days) => days > 10)).to.have.length.at.most(12);
    asked.length = 0;
    expect((await everything(source, createQuery(366))).events).to.have.length(40);
    expect(Math.max(...asked)).to.be.at.most(7);
    asked.length = 0;
    // What one log shows holds for the other one, too.
    expect((await everything(await createSource(server), createQuery(366))).events).to.have.length(40);
    expect(asked.filter((days) => days > 10)).to.have.length.at.most(12);
  });

  it("does without a filter that the server refuses, and without the probe of letter case", async () => {
    const server = createMockServer({ now: () => NOW, records: steady(200) });
    const handle = server.handle.bind(server);
    server.handle = (request) => {
      const domain = request.query.get("target-domain");
      const refused = domain !== null && domain !== "abc.example";
      return refused || request.query.has("target-user")
        ? Promise.resolve({ status: 404, headers: {}, body: '{"code":404,"message":"Not found"}' })
        : handle(request);
    };
    const source = await createSource(server);
    expect((await everything(source, createQuery(7, { affectedDomain: "abc.example" }))).events).to.have.length(200);
    expect((await everything(source, createQuery(7, { affectedUser: "17" }))).events).to.have.length(1);
  });

  it("places records by their own time, whatever a redaction makes of it", async () => {
    const server = createMockServer({ now: () => NOW, records: steady(500) });
    const source = new AuditLogSource({
      code: sourceCode,
      adapter: createMockAdapter(server),
      options: DEFAULT_SOURCE_OPTIONS,
      clock: createTestClock(),
      taxonomy,
      temporal: await loadTemporal(),
      redact: (record) => ({ ...(record as object), "timestamp-datetime": "2026-11-01T00:00:00Z" }),
    });
    const { events, coverage } = await everything(source, createQuery(7));
    expect(events).to.have.length(500);
    expect(coverage.complete).to.equal(true);
    expect(new Set(events.map(({ time }) => time))).to.deep.equal(new Set([Date.UTC(2026, 10, 1)]));
  });

  it("keeps every record without a readable time, however many there are", async () => {
    for (const order of ["descending", "ascending"] as const) {
      const records = steady(6000, NOW - HOUR, 10_000).map((one, index) =>
        index % 2 === 0
          ? one
          : { ...one, keepsTimestamp: true as const, record: { ...one.record, "timestamp-datetime": "" } },
      );
      const server = createMockServer({ now: () => NOW, records, behavior: { order } });
      const { events, coverage } = await everything(await createSource(server), createQuery(7));
      expect(events, order).to.have.length(6000);
      expect(new Set(events.map(({ affectedUser }) => affectedUser)).size, order).to.equal(6000);
      expect(coverage.undated, order).to.equal(3000);
    }
  });

  it("keeps equal records without a readable time apart", async () => {
    const records = steady(60, NOW - HOUR, 50 * 60_000).flatMap((one) => [
      one,
      {
        time: one.time - 60_000,
        keepsTimestamp: true as const,
        record: { "action-type": "load", "timestamp-datetime": "soon" },
      },
    ]);
    const server = createMockServer({ now: () => NOW, records });
    const { events } = await everything(await createSource(server), createQuery(7));
    expect(events).to.have.length(120);
  });

  it("sends nothing that a server might fold or split in its own way", async () => {
    const server = createMockServer({ now: () => NOW, records: steady(200) });
    const source = await createSource(server);
    await everything(source, createQuery(7, { affectedDomain: "abc.example" }));
    for (const client of ["müller", "a,b", "two words"]) {
      await everything(source, createQuery(1, { client }));
      expect(server.requests[server.requests.length - 1]!.query.has("by-client"), client).to.equal(false);
    }
  });

  it("has the next page ready when it was prepared, hands nothing out before, and is joined by a read meanwhile", async () => {
    const server = createMockServer({ now: () => NOW, records: steady(2000, NOW - HOUR, 60_000) });
    const reader = (await createSource(server)).search(createQuery(7, {}, 300));
    const { signal } = new AbortController();
    const first = await reader.read(300, { signal });
    const preparing = reader.readAhead(300, signal);
    const second = await reader.read(300, { signal });
    await preparing;
    await reader.readAhead(300, signal);
    const sent = server.requests.length;
    expect(reader.hasMoreThan(0)).to.equal(true);
    const third = await reader.read(300, { signal });
    expect(server.requests).to.have.length(sent);
    const shown = [first, second, third].flatMap((page) => page.events.map(({ affectedUser }) => Number(affectedUser)));
    expect(shown).to.deep.equal(Array.from({ length: 900 }, (_, at) => at));
  });

  it("says nothing of a failure while it prepares, and meets it again when it is wanted", async () => {
    const server = createMockServer({ now: () => NOW, records: steady(5000, NOW - HOUR, 60_000) });
    const reader = (await createSource(server)).search(createQuery(7, {}, 1000));
    const { signal } = new AbortController();
    const first = await reader.read(1000, { signal });
    // The next page has to be asked for.
    expect(reader.hasMoreThan(999)).to.equal("unknown");
    let isFailing = true;
    intercept(server, (_request, given) => (isFailing ? refuse(501) : given()));
    await reader.readAhead(1000, signal);
    let failed = "";
    await reader.read(1000, { signal }).catch((error: { kind: string }) => (failed = error.kind));
    expect(failed).to.equal("server");
    isFailing = false;
    const second = await reader.read(1000, { signal });
    const shown = [first, second].flatMap((page) => page.events.map(({ affectedUser }) => Number(affectedUser)));
    expect(shown).to.deep.equal(Array.from({ length: 2000 }, (_, at) => at));
  });

  it("reads little for the first page, however long the range is", async () => {
    const server = createMockServer({ now: () => NOW });
    const day = (await createSource(server)).search(createQuery(1));
    const year = (await createSource(server)).search(createQuery(365));
    const { signal } = new AbortController();
    const [short, long] = [await day.read(10, { signal }), await year.read(10, { signal })];
    expect(long.events.map((event) => event.id)).to.deep.equal(short.events.map((event) => event.id));
    expect(long.coverage.requests).to.equal(short.coverage.requests);
    // Two at once for each of the two logs, and at most two more.
    expect(long.coverage.requests).to.be.at.most(6);
  });
});
