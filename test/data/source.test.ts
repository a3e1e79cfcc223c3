import { expect } from "@open-wc/testing";
import { createMockServer, type Habits, type MockServer, type NewRecord } from "../../demo/mocks/index.js";
import { Random } from "../../demo/mocks/random.js";
import { DEFAULT_SOURCE_OPTIONS, type SourceOptions } from "../../src/data/source-options.js";
import { AuditLogSource } from "../../src/data/source.js";
import type { LogQuery, SourcePage } from "../../src/data/log-reader.js";
import { defaultFilters, type AuditFilters } from "../../src/domain/filters.js";
import { compileTaxonomy } from "../../src/domain/taxonomy.js";
import { loadTemporal } from "../../src/domain/temporal.js";
import { DEFAULT_TAXONOMY } from "../../src/domain/vocabulary.js";
import { NOW, testClock } from "../support/clock.js";
import { createMockAdapter } from "../support/mock-adapter.js";

const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function sourceOf(server: MockServer, options: Partial<SourceOptions> = {}): Promise<AuditLogSource> {
  return new AuditLogSource({
    adapter: createMockAdapter(server),
    options: { ...DEFAULT_SOURCE_OPTIONS, ...options },
    clock: testClock(),
    taxonomy,
    temporal: await loadTemporal(),
  });
}

function queryOf(days: number, filters: Partial<AuditFilters> = {}, pageSize = 10): LogQuery {
  return {
    filters: { ...defaultFilters(), ...filters },
    span: { from: NOW - days * DAY, until: NOW },
    endsNow: false,
    pageSize,
  };
}

async function pagesOf(source: AuditLogSource, query: LogQuery): Promise<SourcePage[]> {
  const pages: SourcePage[] = [];
  for await (const page of source.search(query)) pages.push(page);
  return pages;
}

/** What the server holds in the range, by a plain reading of the records. */
function truthOf(server: MockServer, query: LogQuery, matches: (record: Record<string, unknown>) => boolean): string[] {
  return server.truth
    .filter(({ time, record }) => time >= query.span.from && time < query.span.until && matches(record))
    .map(({ record }) => contentOf(record));
}

/** A record's content without its timestamp, which the server writes in its own format. */
function contentOf(record: unknown): string {
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

const HABITS: { name: string; habits: Partial<Habits> }[] = [
  { name: "descending, limit honoured", habits: {} },
  { name: "ascending, limit honoured", habits: { order: "ascending" } },
  { name: "descending, limit ignored", habits: { limit: "ignored" } },
  {
    name: "ascending, limit ignored, start ignored",
    habits: { order: "ascending", limit: "ignored", start: "ignored" },
  },
  { name: "a cap of 37", habits: { limit: { cap: 37 } } },
  { name: "always 50, ascending", habits: { limit: { fixed: 50 }, order: "ascending" } },
  {
    name: "exclusive ends, case-sensitive",
    habits: { startInclusive: false, endInclusive: false, caseSensitive: true },
  },
  {
    name: "substring matching, ascending, capped",
    habits: { matching: "substring", order: "ascending", limit: { cap: 100 } },
  },
  { name: "times with an offset", habits: { timestamps: "offset", naiveZone: "US/Pacific" } },
];

describe("the data source", () => {
  const seed = Number(new URLSearchParams(location.search).get("seed")) || 20261123;

  for (const { name, habits } of HABITS) {
    it(`answers the truth, record for record: ${name} (seed ${seed})`, async () => {
      const random = new Random(seed);
      for (let round = 0; round < 4; round += 1) {
        const server = createMockServer({ now: () => NOW, records: randomRecords(random, random.int(0, 700)), habits });
        const source = await sourceOf(server);
        for (const { name: filter, filters, matches } of FILTERS) {
          const query = queryOf(random.pick([1, 7, 366]), filters, random.pick([10, 25]));
          const pages = await pagesOf(source, query);
          const events = pages.flatMap((page) => page.events);
          const cut = pages[pages.length - 1]!.coverage.cut.length > 0;
          const found = counted(events.map((event) => contentOf(event.raw)));
          const truth = counted(truthOf(server, query, matches));
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
    const server = createMockServer({ now: () => NOW, records, habits: { limit: { cap: 30 }, start: "ignored" } });
    const pages = await pagesOf(await sourceOf(server), queryOf(1, {}, 100));
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
    const server = createMockServer({ now: () => NOW, records, habits: { limit: { cap: 30 } } });
    const pages = await pagesOf(await sourceOf(server), queryOf(1, {}, 100));
    expect(pages.flatMap((page) => page.events)).to.have.length(80);
    expect(pages[pages.length - 1]!.coverage.complete).to.equal(true);
  });

  it("sends every filter that is safe to send, and no other", async () => {
    const server = createMockServer({ now: () => NOW, events: 3000, days: 30 });
    const source = await sourceOf(server);
    await pagesOf(source, queryOf(1, { affectedUser: "1041", byIp: "203.0.113.66", byUser: "1041", host: "core*" }));
    const last = server.requests[server.requests.length - 1]!.query;
    expect(last.get("target-user")).to.equal("1041");
    expect(last.get("by-ip")).to.equal("203.0.113.66");
    expect(last.has("by-user")).to.equal(false);
    expect(last.has("target-host")).to.equal(false);
  });

  it("sends a domain once the server is known to ignore letter case, and never before", async () => {
    for (const caseSensitive of [false, true]) {
      const server = createMockServer({ now: () => NOW, events: 3000, days: 30, habits: { caseSensitive } });
      const source = await sourceOf(server);
      await pagesOf(source, queryOf(1));
      const pages = await pagesOf(source, queryOf(30, { affectedDomain: "abc-plumbing.example" }));
      const sent = pages[pages.length - 1]!.coverage.sentFilters;
      expect(sent).to.deep.equal(caseSensitive ? [] : ["affectedDomain"]);
    }
  });

  it("goes on where a failure interrupted it, without reading again what it has", async () => {
    const server = createMockServer({ now: () => NOW, events: 4000, days: 40 });
    const source = await sourceOf(server);
    const query = queryOf(40, {}, 25);
    const truth = counted(truthOf(server, query, () => true));
    server.habits.failures = [3, 9, 15].map((at) => ({ at, kind: "500" as const }));
    const reader = source.search(query);
    const { signal } = new AbortController();
    const found: string[] = [];
    let failed = 0;
    for (;;) {
      try {
        const page = await reader.read(25, { signal });
        found.push(...page.events.map((event) => contentOf(event.raw)));
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
    const source = await sourceOf(server, { budget: { requests: 5, records: 20_000 } });
    const reader = source.search(queryOf(100, { byUser: "nobody-at-all" }));
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
    const server = createMockServer({ now: () => NOW, events: 2000, days: 20, defects: 40 });
    const pages = await pagesOf(await sourceOf(server), queryOf(21));
    const events = pages.flatMap((page) => page.events);
    const { undated, unreadable } = pages[pages.length - 1]!.coverage;
    expect(undated).to.equal(events.filter((event) => event.time === null).length);
    expect(undated).to.be.above(0);
    expect(unreadable).to.equal(0);
    expect(counted(events.map((event) => contentOf(event.raw)))).to.deep.equal(
      counted(truthOf(server, queryOf(21), () => true)),
    );
  });

  const accessLogs = [
    { accessLog: "adds", status: "merged", adds: true },
    { accessLog: "same", status: "nothing-new", adds: false },
    { accessLog: "refused", status: "refused", adds: false },
    { accessLog: "absent", status: "refused", adds: false },
  ] as const;
  for (const { accessLog, status, adds } of accessLogs) {
    it(`reads sign-ins from the access log where they add something: ${accessLog}`, async () => {
      const server = createMockServer({ now: () => NOW, events: 4000, days: 40, habits: { accessLog } });
      const source = await sourceOf(server);
      const query = queryOf(40, { actions: ["login", "logout"] }, 100);
      const pages = await pagesOf(source, query);
      expect(pages[pages.length - 1]!.coverage.accessLog).to.equal(status);
      const all = queryOf(40, {}, 100);
      const everything = await pagesOf(source, all);
      const found = counted(everything.flatMap((page) => page.events.map((event) => contentOf(event.raw))));
      const truth = server.truth.filter(
        ({ time, log }) => time >= all.span.from && time < NOW && (adds || log !== "access"),
      );
      expect(found).to.deep.equal(counted(truth.map(({ record }) => contentOf(record))));
      server.resetRequests();
      await pagesOf(source, queryOf(1));
      const asked = server.requests.filter(({ path }) => path === "/accesslog").length;
      expect(asked > 0, "asked again").to.equal(adds);
      await pagesOf(source, queryOf(1, { actions: ["delete"] }));
      expect(server.requests.filter(({ path }) => path === "/accesslog").length).to.equal(asked);
    });
  }

  it("reads little for the first page, however long the range is", async () => {
    const server = createMockServer({ now: () => NOW });
    const day = (await sourceOf(server)).search(queryOf(1));
    const year = (await sourceOf(server)).search(queryOf(365));
    const { signal } = new AbortController();
    const [short, long] = [await day.read(10, { signal }), await year.read(10, { signal })];
    expect(long.events.map((event) => event.id)).to.deep.equal(short.events.map((event) => event.id));
    expect(long.coverage.requests).to.equal(short.coverage.requests);
    // Two at once for each of the two logs, and at most one more.
    expect(long.coverage.requests).to.be.at.most(6);
  });
});
