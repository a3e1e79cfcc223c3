import { expect } from "@open-wc/testing";
import { createMockServer } from "../../demo/mocks/index.js";
import type { AuditEvent } from "../../src/core/audit-event.js";
import { NOW } from "../support/clock.js";
import {
  createQuery,
  createSource,
  intercept,
  listContents,
  listStoredContents,
  refuse,
} from "../support/data-source.js";
import { HOUR } from "../support/durations.js";
import { createSteadyRecords, searchAll } from "./source-support.js";

describe("the data source", () => {
  it("reports a second with more records than the server returns and no pages", async () => {
    const records = Array.from({ length: 80 }, (_, index) => ({
      time: NOW - HOUR,
      record: { "action-type": "create", "target-user": String(index) },
    }));
    const server = createMockServer({ now: () => NOW, records, behavior: { limit: { cap: 30 }, start: "ignored" } });
    const { events, coverage } = await searchAll(await createSource(server), createQuery(1, {}, 100));
    expect(events).to.have.length(30);
    expect(coverage.cut).to.deep.equal([{ span: { from: NOW - HOUR, until: NOW - HOUR + 1000 }, atLeast: 30 }]);
    expect(coverage.complete).to.equal(false);
  });

  it("pages through a second if `start` works", async () => {
    const records = Array.from({ length: 80 }, (_, index) => ({
      time: NOW - HOUR,
      record: { "action-type": "create", "target-user": String(index) },
    }));
    const server = createMockServer({ now: () => NOW, records, behavior: { limit: { cap: 30 } } });
    const { events, coverage } = await searchAll(await createSource(server), createQuery(1, {}, 100));
    expect(events).to.have.length(80);
    expect(coverage.complete).to.equal(true);
  });

  it("sends every filter that is safe to send, and no other", async () => {
    const server = createMockServer({ now: () => NOW, events: 3000, days: 30 });
    const source = await createSource(server);
    await searchAll(
      source,
      createQuery(1, { affectedUser: "1041", byIp: "203.0.113.66", byUser: "1041", host: "core*" }),
    );
    const last = server.requests[server.requests.length - 1]!.query;
    expect(last.get("target-user")).to.equal("1041");
    expect(last.get("by-ip")).to.equal("203.0.113.66");
    expect(last.has("by-user")).to.equal(false);
    expect(last.has("target-host")).to.equal(false);
  });

  it("sends a domain only after the server is known to ignore letter case", async () => {
    for (const caseSensitive of [false, true]) {
      const server = createMockServer({ now: () => NOW, events: 3000, days: 30, behavior: { caseSensitive } });
      const source = await createSource(server);
      await searchAll(source, createQuery(1));
      const { coverage } = await searchAll(source, createQuery(30, { affectedDomain: "abc-plumbing.example" }));
      expect(coverage.sentFilters).to.deep.equal(caseSensitive ? [] : ["affectedDomain"]);
    }
  });

  it("does not send a filter for a field whose values have outer spaces: an exact server would withhold them", async () => {
    const records = createSteadyRecords(400).map(({ time, record }, index) => ({
      time,
      record: { ...record, "target-user": index % 40 === 0 ? "2104 " : index % 2 === 0 ? "2104" : "2105" },
    }));
    const server = createMockServer({ now: () => NOW, records });
    const source = await createSource(server);
    await searchAll(source, createQuery(4));
    const { events, coverage } = await searchAll(source, createQuery(4, { affectedUser: "2104" }));
    expect(events).to.have.length(200);
    expect(coverage.sentFilters).to.deep.equal([]);
  });

  it("continues after a failure without reading anything again", async () => {
    const server = createMockServer({ now: () => NOW, events: 4000, days: 40 });
    const source = await createSource(server);
    const query = createQuery(40, {}, 25);
    let sent = 0;
    // Not one that is tried again.
    intercept(server, (_request, given) => ([3, 9, 15].includes((sent += 1)) ? refuse(501) : given()));
    const reader = await source.search(query);
    const { signal } = new AbortController();
    const found: AuditEvent[] = [];
    let failed = 0;
    for (;;) {
      try {
        const page = await reader.read(25, { signal });
        found.push(...page.events);
        if (page.hasMore === false) break;
      } catch (error) {
        failed += 1;
        expect((error as { kind: string }).kind).to.equal("server");
      }
    }
    expect(failed).to.equal(3);
    expect(listContents(found)).to.deep.equal(listStoredContents(server, query.span));
  });

  it("spends no more than its budget on a page, and continues on demand", async () => {
    const server = createMockServer({ now: () => NOW, events: 20_000, days: 100 });
    const source = await createSource(server, { budget: { seconds: 60, requests: 5, records: 20_000 } });
    const reader = await source.search(createQuery(100, { byUser: "nobody-at-all" }));
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
      expect((await searchAll(source, query)).coverage.accessLog).to.equal(status);
      const all = createQuery(40, {}, 100);
      const { events } = await searchAll(source, all);
      const stored = listStoredContents(server, all.span, (_record, log) => adds || log !== "access");
      expect(listContents(events)).to.deep.equal(stored);
      server.resetRequests();
      await searchAll(source, createQuery(1));
      const asked = server.requests.filter(({ path }) => path === "/accesslog").length;
      expect(asked > 0, "asked again").to.equal(isAskedAgain);
      await searchAll(source, createQuery(1, { actions: ["delete"] }));
      expect(server.requests.filter(({ path }) => path === "/accesslog").length).to.equal(asked);
    });
  }

  it("sends no text that a server might normalize or split", async () => {
    const server = createMockServer({ now: () => NOW, records: createSteadyRecords(200) });
    const source = await createSource(server);
    await searchAll(source, createQuery(7, { affectedDomain: "abc.example" }));
    for (const client of ["müller", "a,b", "two words"]) {
      await searchAll(source, createQuery(1, { client }));
      expect(server.requests[server.requests.length - 1]!.query.has("by-client"), client).to.equal(false);
    }
  });

  it("reads the next page ahead, returns nothing of it before, and a read meanwhile waits for it", async () => {
    const server = createMockServer({ now: () => NOW, records: createSteadyRecords(2000, NOW - HOUR, 60_000) });
    const reader = await (await createSource(server)).search(createQuery(7, {}, 300));
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

  it("does not report a failure while it reads ahead, but when the page is requested", async () => {
    const server = createMockServer({ now: () => NOW, records: createSteadyRecords(5000, NOW - HOUR, 60_000) });
    const reader = await (await createSource(server)).search(createQuery(7, {}, 1000));
    const { signal } = new AbortController();
    const first = await reader.read(1000, { signal });
    // The next page needs a request.
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
    const day = await (await createSource(server)).search(createQuery(1));
    const year = await (await createSource(server)).search(createQuery(365));
    const { signal } = new AbortController();
    const [short, long] = [await day.read(10, { signal }), await year.read(10, { signal })];
    expect(long.events.map((event) => event.id)).to.deep.equal(short.events.map((event) => event.id));
    expect(long.coverage.requests).to.equal(short.coverage.requests);
    // Two at once for each of the two logs, and at most two more.
    expect(long.coverage.requests).to.be.at.most(6);
  });
});
