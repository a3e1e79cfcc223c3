import { expect } from "@open-wc/testing";
import { type ServerBehavior } from "../../../demo/mocks/index.js";
import type { FetchAdapter } from "../../../src/api/transport/adapter.js";
import { probeCase } from "../../../src/api/server/case-probe.js";
import { type WindowRead } from "../../../src/api/windows/window-reader.js";
import type { Span } from "../../../src/core/coverage.js";
import { listParameter, createReader, setUp, spreadTimes, T, listStoredUsers, listUsers } from "./window-support.js";
import { HOUR, SECOND } from "../../support/durations.js";

describe("a window", () => {
  it("is requested once, from a second before it", async () => {
    const waiting: URLSearchParams[] = [];
    const { read } = await setUp({ get: (_path, { query }) => new Promise(() => waiting.push(query)) });
    void read({ from: T, until: T + 4 * HOUR });
    for (let count = 0; count < 20; count += 1) await Promise.resolve();
    expect(waiting.map((query) => [query.get("datetime-start"), query.get("datetime-end")])).to.deep.equal([
      ["2026-11-23T11:59:59Z", "2026-11-23T16:00:00Z"],
    ]);
  });

  const SPAN = { from: T - 4 * HOUR, until: T };

  it("is complete if it has fewer records than any cap", async () => {
    for (const count of [0, 1, 9]) {
      const { server, read } = await createReader(spreadTimes(count, SPAN.from, SPAN.until));
      const found = await read(SPAN);
      expect(found.span).to.deep.equal(SPAN);
      expect(listUsers(found)).to.deep.equal(listStoredUsers(server, SPAN));
      expect(found.rest).to.deep.equal([]);
      expect(server.requests.length).to.equal(1);
    }
  });

  for (const [name, limit] of [
    ["not cut", "honored"],
    ["cut", { cap: 15 }],
  ] as [string, ServerBehavior["limit"]][]) {
    it(`is read down to its oldest second without another request if it is sorted newest first: ${name}`, async () => {
      const times = spreadTimes(40, SPAN.from, SPAN.until);
      const { server, read } = await createReader(times, { limit });
      const found = await read(SPAN);
      const oldest = times[name === "cut" ? 40 - 15 : 0]!;
      expect(found.span).to.deep.equal({ from: oldest + SECOND, until: T });
      expect(listUsers(found)).to.deep.equal(listStoredUsers(server, found.span));
      // More may be in that second: it has to be found there again.
      expect(found.rest.map(({ time }) => time)).to.deep.equal([oldest]);
      expect(server.requests.length).to.equal(1);
    });

    it(`is read up to its newest second without another request if it is sorted oldest first: ${name}`, async () => {
      const times = spreadTimes(40, SPAN.from, SPAN.until);
      const { server, read } = await createReader(times, { limit, order: "ascending" });
      const found = await read(SPAN);
      const newest = times[name === "cut" ? 14 : 39]!;
      expect(found.span).to.deep.equal({ from: SPAN.from, until: newest });
      expect([...listUsers(found)].sort()).to.deep.equal([...listStoredUsers(server, found.span)].sort());
      expect(found.rest.map(({ time }) => time)).to.deep.equal([newest]);
      expect(server.requests.length).to.equal(1);
    });
  }

  it("is complete if a sorted answer continues beyond it", async () => {
    const beyond = [...spreadTimes(40, SPAN.from, SPAN.until), SPAN.from - SECOND];
    const older = await createReader(beyond);
    const found = await older.read(SPAN);
    expect([found.span, found.rest]).to.deep.equal([SPAN, []]);
    expect(listUsers(found)).to.have.members(listStoredUsers(older.server, SPAN));
    const newer = await createReader([...spreadTimes(40, SPAN.from, SPAN.until), SPAN.until], { order: "ascending" });
    const other = await newer.read(SPAN);
    expect([other.span, other.rest]).to.deep.equal([SPAN, []]);
    expect(listUsers(other)).to.have.members(listStoredUsers(newer.server, SPAN));
    expect([older.server.requests.length, newer.server.requests.length]).to.deep.equal([1, 1]);
  });

  it("keeps shrinking if all records are at its end", async () => {
    const { server, read } = await createReader(spreadTimes(30, T - 60 * SECOND, T));
    const found = await read(SPAN);
    expect(found.span.until).to.equal(T);
    expect(listUsers(found)).to.deep.equal(listStoredUsers(server, found.span));
    expect(found.cut).to.equal(false);
  });

  it("is not requested twice if it is only a second", async () => {
    const { server, read } = await createReader([T]);
    expect(listUsers(await read({ from: T, until: T + SECOND }))).to.deep.equal(["u0"]);
    expect(server.requests.length).to.equal(1);
  });

  it("fails when its request is refused", async () => {
    const { server, read } = await createReader(spreadTimes(40, SPAN.from, SPAN.until));
    server.behavior.failures = [{ at: "every", kind: "403" }];
    const kind = await read(SPAN).then(
      () => "none",
      (error: { kind: string }) => error.kind,
    );
    expect(kind).to.equal("forbidden");
    expect(listParameter(server, "limit")).to.deep.equal(["1000"]);
  });
});

describe("a server that keeps no order", () => {
  /** Answers the records in no order, at most so many of them. */
  const createUnsortedReader = (times: readonly number[], most = 1000) => {
    const requests: URLSearchParams[] = [];
    const list = times.map((_, at) => times[(at * 37) % times.length]!);
    const get: FetchAdapter["get"] = async (_path, { query }) => {
      requests.push(query);
      const [from, until] = ["datetime-start", "datetime-end"].map((name) => Date.parse(query.get(name)!));
      return list
        .filter((time) => time >= from! && time <= until!)
        .slice(0, most)
        .map((time) => ({ "timestamp-datetime": new Date(time).toISOString() }));
    };
    return { requests, get };
  };
  const listTimes = ({ items }: WindowRead) => items.map(({ time }) => time).sort();
  const times = spreadTimes(80, T - 8 * HOUR, T);

  it("is asked once for a window with fewer records than an earlier answer", async () => {
    const { requests, get } = createUnsortedReader(times);
    const { read, behavior } = await setUp({ get });
    await read({ from: T - 4 * HOUR, until: T });
    requests.length = 0;
    const span = { from: T - 7 * HOUR, until: T - 4 * HOUR };
    const found = await read(span);
    expect(behavior.order).to.equal("mixed");
    expect(found.span).to.deep.equal(span);
    expect(listTimes(found)).to.deep.equal(times.filter((time) => time >= span.from && time < span.until));
    expect(requests.length).to.equal(1);
  });

  it("is asked for a shorter window if no answer had more records", async () => {
    const { requests, get } = createUnsortedReader(times);
    const { read } = await setUp({ get });
    const found = await read({ from: T - 4 * HOUR, until: T });
    expect(found.span).to.deep.equal({ from: T - 2 * HOUR, until: T });
    expect(listTimes(found)).to.deep.equal(times.filter((time) => time >= T - 2 * HOUR));
    expect(requests.length).to.equal(2);
  });

  it("loses no record if it cuts its answers", async () => {
    const { get } = createUnsortedReader(times, 15);
    const { read, reader } = await setUp({ get });
    const found = await reader.readAll({ from: T - 8 * HOUR, until: T }, (part) => read(part));
    expect(found.map(({ time }) => time).sort()).to.deep.equal(times);
  });
});

describe("a server whose cap falls", () => {
  it("is not trusted any more when a part has fewer records than the whole had there", async () => {
    // In no order: 1, 5, 2, 6 and so on, an hour each.
    const hours = Array.from({ length: 8 }, (_, at) => (at % 2) * 4 + Math.floor(at / 2));
    const times = hours.flatMap((hour) => spreadTimes(10, T - (hour + 1) * HOUR, T - hour * HOUR));
    let requests = 0;
    const get: FetchAdapter["get"] = async (_path, { query }) => {
      requests += 1;
      const [from, until] = ["datetime-start", "datetime-end"].map((name) => Date.parse(query.get(name)!));
      return times
        .filter((time) => time >= from! && time <= until!)
        .slice(0, requests === 1 ? 1000 : 12)
        .map((time) => ({ "timestamp-datetime": new Date(time).toISOString() }));
    };
    const { read, behavior } = await setUp({ get });
    const { span, items } = await read({ from: T - 8 * HOUR, until: T });
    expect([behavior.order, behavior.capChanges]).to.deep.equal(["mixed", true]);
    const expected = times.filter((time) => time >= span.from && time < span.until);
    expect(items.map(({ time }) => time).sort()).to.deep.equal(expected.sort());
  });
});

describe("windows one after the other", () => {
  it("send their ends in UTC, ask for the maximum, and never for a page", async () => {
    const { server, read } = await createReader(spreadTimes(80, T - 8 * HOUR, T), { limit: { cap: 20 } });
    for (let until = T; until > T - 8 * HOUR;) until = (await read({ from: T - 8 * HOUR, until })).span.from;
    expect(new Set(listParameter(server, "limit"))).to.deep.equal(new Set(["1000"]));
    expect(new Set(listParameter(server, "start"))).to.deep.equal(new Set([null]));
    const dates = [...listParameter(server, "datetime-start"), ...listParameter(server, "datetime-end")];
    expect(dates.every((date) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date!))).to.equal(true);
  });

  for (const [name, behavior] of [
    ["newest first", {}],
    ["oldest first", { order: "ascending" }],
    ["newest first, capped", { limit: { cap: 15 } }],
    ["oldest first, capped", { order: "ascending", limit: { cap: 15 } }],
    ["always twelve", { limit: { fixed: 12 } }],
    ["without its ends, capped", { startInclusive: false, endInclusive: false, limit: { cap: 15 } }],
    ["with its end alone, capped", { startInclusive: false, limit: { cap: 15 } }],
    ["with parts of seconds, capped", { fractionalSeconds: true, limit: { cap: 15 } }],
  ] as [string, Partial<ServerBehavior>][]) {
    it(`have every record together, each once: ${name}`, async () => {
      const span = { from: T - 8 * HOUR, until: T };
      const times = [...spreadTimes(60, span.from, span.until), ...spreadTimes(60, T - HOUR, T - HOUR + 40 * SECOND)];
      const { server, read, reader } = await createReader(times, behavior);
      const parts: Span[] = [];
      const items = await reader.readAll(span, async (part) => {
        const one = await read(part);
        expect(one.span.from).to.be.within(part.from, one.span.until - SECOND);
        expect(one.span.until).to.be.at.most(part.until);
        // Each part begins or ends at the end of the last one, without a gap.
        expect(one.span.from === part.from || one.span.until === part.until).to.equal(true);
        expect(one.cut).to.equal(false);
        expect(one.outside).to.equal(0);
        parts.push(one.span);
        return one;
      });
      parts.sort((one, other) => one.from - other.from);
      expect([span.from, ...parts.map(({ until }) => until)]).to.deep.equal([
        ...parts.map(({ from }) => from),
        span.until,
      ]);
      const found = items.map(({ event }) => event!.byUser);
      expect([...found].sort()).to.deep.equal([...listStoredUsers(server, span)].sort());
    });
  }

  it("send the filters", async () => {
    const { server, read } = await createReader([T]);
    await read({ from: T - HOUR, until: T + HOUR }, [{ name: "target-user", value: "1041" }]);
    expect(listParameter(server, "target-user")).to.deep.equal(["1041"]);
  });
});

describe("records outside the requested window", () => {
  it("are counted, not shown: the server's clock or zone is not what it seems", async () => {
    const body = [5, 6, 7].map((hour) => ({
      "by-user": `u${hour}`,
      "timestamp-datetime": new Date(T - hour * HOUR).toISOString(),
    }));
    const { read } = await setUp({ get: () => Promise.resolve(body) });
    const found = await read({ from: T - HOUR, until: T });
    expect([found.items.length, found.outside]).to.deep.equal([0, 3]);
  });

  it("do not include those of the second before the window", async () => {
    const { server, read } = await createReader([T - HOUR - SECOND, T - 1800 * SECOND, T]);
    const found = await read({ from: T - HOUR, until: T });
    expect(server.requests[0]!.records).to.equal(3);
    expect([listUsers(found), found.outside]).to.deep.equal([["u1"], 0]);
  });
});

describe("letter case", () => {
  const times = spreadTimes(5, T - HOUR, T);

  for (const [caseSensitive, ignores] of [
    [false, true],
    [true, false],
  ] as const) {
    it(`is tested with a known record in the opposite case: ${ignores}`, async () => {
      const { server, read, reader, behavior, scope } = await createReader(times, { caseSensitive });
      await read({ from: T - HOUR, until: T });
      server.resetRequests();
      await probeCase({ windows: reader, behavior }, "affectedDomain", scope);
      expect(behavior.ignoresCase.get("target-domain")).to.equal(ignores);
      expect(listParameter(server, "target-domain")).to.deep.equal(["ABC.EXAMPLE"]);
    });
  }

  it("is not tested without a suitable record", async () => {
    const { server, read, reader, behavior, scope } = await createReader(times);
    await probeCase({ windows: reader, behavior }, "affectedDomain", scope);
    await read({ from: T - HOUR, until: T });
    server.resetRequests();
    // No record has a host, and none of the answers was without this filter.
    await probeCase({ windows: reader, behavior }, "host", scope);
    expect([server.requests.length, behavior.ignoresCase.size]).to.deep.equal([0, 0]);
  });

  it("is not learned from answers that the filter itself has narrowed", async () => {
    const { read, behavior } = await createReader(times);
    await read({ from: T - HOUR, until: T }, [{ name: "target-domain", value: "abc.example" }]);
    expect(behavior.caseSamples.has("target-domain")).to.equal(false);
  });
});
