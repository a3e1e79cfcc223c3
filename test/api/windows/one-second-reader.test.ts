import { expect } from "@open-wc/testing";
import { createMockServer, type MockServer } from "../../../demo/mocks/index.js";
import { ApiClient } from "../../../src/api/transport/api-client.js";
import { EndpointBehavior } from "../../../src/api/server/endpoint-behavior.js";
import { WindowReader } from "../../../src/api/windows/window-reader.js";
import { loadTemporal } from "../../../src/core/time/temporal.js";
import { createTestClock } from "../../support/clock.js";
import { createQuery, readAll, createSource, removeTime } from "../../support/data-source.js";
import { NOW } from "../../support/clock.js";
import { sourceCode } from "../../support/source-code.js";
import { createBurst, CAP, createReader, FIELDS, listNumbers, SPAN, T, listUsers } from "./one-second-support.js";
import { HOUR, SECOND } from "../../support/durations.js";

const listDistinct = (values: readonly string[]) => [...new Set(values)].sort();

const listRequestedFilters = ({ requests }: MockServer) =>
  requests.flatMap(({ query }) => FIELDS.filter((name) => query.has(name)).map((name) => `${name} ${query.get(name)}`));

describe("a second that a server returns neither whole nor by pages", () => {
  it("is read in pieces by the values of its records, which finds more than one answer", async () => {
    const records = createBurst(90, { "target-domain": ["a.example", "b.example", "c.example"] });
    const { server, read } = await createReader(records);
    const found = await read();
    expect(listUsers(found).sort()).to.deep.equal(records.map(({ record }) => record["by-user"]).sort());
    // There may be unknown values, so the second is still incomplete.
    expect([found.cut, found.span]).to.deep.equal([true, SPAN]);
    expect(listRequestedFilters(server)).to.include.members([
      "target-domain a.example",
      "target-domain b.example",
      "target-domain c.example",
    ]);
  });

  it("is read by pieces that find records, even if each record has another user", async () => {
    const records = createBurst(90, {
      "target-domain": ["a.example", "b.example", "c.example"],
      "target-user": listNumbers(90),
    });
    const { read } = await createReader(records);
    expect(listUsers(await read())).to.have.length(90);
  });

  it("is also requested by values that the pieces reveal", async () => {
    // The newest response has one domain and one host; the second host and all other domains come after them.
    const chain = [
      ...createBurst(30, { "target-domain": ["d0.example"], "by-client": ["c0"] }, T, "first"),
      ...createBurst(20, { "target-domain": ["d1.example"], "by-client": ["c0"] }, T, "second"),
      ...createBurst(25, { "target-domain": ["d1.example"], "by-client": ["c1"] }, T, "third"),
      ...createBurst(25, { "target-domain": ["d0.example"], "by-client": ["c2"] }, T, "fourth"),
    ];
    // Of equal times the last one is the newest.
    const { read, server } = await createReader(chain);
    const found = await read();
    expect(found.cut).to.equal(true);
    expect(listDistinct(listUsers(found))).to.have.length(listUsers(found).length);
    expect(listRequestedFilters(server)).to.include.members(["target-domain d0.example", "by-client c2"]);
    expect(listUsers(found).length).to.be.above(CAP + 1);
  });

  it("lists a record of several pieces once, and keeps equal records apart", async () => {
    const copies = createBurst(60, { "target-domain": ["a.example", "b.example"], "target-host": ["core1"] }).flatMap(
      (one, at) => (at % 10 === 0 ? [one, one] : [one]),
    );
    const { server, read } = await createReader(copies, { limit: { cap: 40 } });
    const found = await read();
    const truth = server.stored.map(({ record }) => String(record["by-user"]));
    expect(listUsers(found).sort()).to.deep.equal(truth.sort());
  });

  it("is reported, with the number of its records", async () => {
    const records = createBurst(90, { "target-domain": ["a.example", "b.example", "c.example"] });
    const server = createMockServer({
      now: () => NOW,
      records: [...records, ...createBurst(5, {}, T - HOUR, "old")],
      behavior: { limit: { cap: CAP }, start: "ignored" },
    });
    const query = createQuery(1);
    const { events, coverage } = await readAll((await createSource(server, { signIns: "off" })).search(query));
    expect(events).to.have.length(95);
    expect(coverage.cut).to.deep.equal([{ span: SPAN, atLeast: 90 }]);
    expect(coverage.complete).to.equal(false);
    expect(new Set(events.map(({ id }) => id)).size).to.equal(95);
  });

  it("costs at most 24 requests for pieces", async () => {
    const random = createBurst(400, {
      "target-user": listNumbers(400),
      "by-ip": listNumbers(100, "198.51.100."),
      "target-domain": listNumbers(40, "d").map((name) => `${name}.example`),
      "by-client": listNumbers(7, "client"),
    });
    const { server, read } = await createReader(random);
    const found = await read();
    expect(listRequestedFilters(server)).to.have.length(24);
    expect(new Set(listRequestedFilters(server)).size).to.equal(24);
    expect(listUsers(found).length).to.be.above(CAP);
    expect(listDistinct(listUsers(found))).to.have.length(listUsers(found).length);
    expect(found.cut).to.equal(true);
  });

  it("is not read in pieces by a filter that the search already sends", async () => {
    const records = createBurst(90, { "target-domain": ["a.example"], "target-user": ["1", "2", "3"] });
    const { server, read } = await createReader(records);
    const found = await read([{ name: "target-domain", value: "a.example" }]);
    expect(listUsers(found)).to.have.length(90);
    expect(server.requests.every(({ query }) => query.getAll("target-domain").length === 1)).to.equal(true);
    expect(listRequestedFilters(server)).to.include("target-user 1");
  });

  it("has the records of one answer if there is no value to ask for", async () => {
    const records = createBurst(50, {}).map(({ time, record }) => ({ time, record: { "by-user": record["by-user"] } }));
    const { server, read } = await createReader(records);
    const found = await read();
    expect([found.cut, listUsers(found).length, listRequestedFilters(server).length]).to.deep.equal([true, CAP, 0]);
  });

  it("has no records of the seconds beside it", async () => {
    const fields = { "target-domain": ["a.example", "b.example"] };
    const records = [
      ...createBurst(40, fields, T - SECOND, "before"),
      ...createBurst(50, fields),
      ...createBurst(40, fields, T + SECOND, "after"),
    ];
    for (const [startInclusive, endInclusive] of [
      [true, true],
      [true, false],
      [false, true],
    ]) {
      const { read } = await createReader(records, { startInclusive: startInclusive!, endInclusive: endInclusive! });
      const found = await read();
      expect(listUsers(found).every((name) => /^r\d/.test(name))).to.equal(true);
      expect(listDistinct(listUsers(found))).to.have.length(listUsers(found).length);
    }
  });

  it("keeps its records without a readable time, each once", async () => {
    const records = createBurst(60, { "target-domain": ["a.example", "b.example"] }).map((one, at) =>
      at % 7 === 0 ? removeTime(one) : one,
    );
    const { read } = await createReader(records);
    const found = await read();
    expect(listDistinct(listUsers(found))).to.have.length(60);
    expect(listUsers(found)).to.have.length(60);
  });
});

describe("ties without an order", () => {
  const fields = { "target-domain": ["a.example", "b.example", "c.example"] };

  for (const start of ["honored", "ignored"] as const) {
    it(`repeat no record, whether "start" works or not: ${start}`, async () => {
      const { read } = await createReader(createBurst(90, fields), { ties: "shuffled", start });
      const found = await read();
      expect(found.cut).to.equal(true);
      expect(listDistinct(listUsers(found))).to.have.length(listUsers(found).length);
      expect(listUsers(found).length).to.be.above(CAP);
    });
  }

  it("leave equal records their count", async () => {
    const copies = createBurst(90, { "target-domain": ["a.example", "b.example", "c.example"] }).flatMap((one, at) =>
      at % 30 === 0 ? [one, one, one] : [one],
    );
    const { server, read } = await createReader(copies, { ties: "shuffled", start: "honored", limit: { cap: 45 } });
    const found = await read();
    const truth = server.stored.map(({ record }) => String(record["by-user"]));
    for (const name of listDistinct(listUsers(found))) {
      const count = (list: readonly string[]) => list.filter((one) => one === name).length;
      expect(count(listUsers(found)), name).to.be.at.most(count(truth));
    }
    expect(listUsers(found).length).to.be.at.least(90);
  });

  it("are noticed, and a list with gaps and repeats is not called complete", async () => {
    // Two pages only: the first and the last are the ones that are compared.
    for (let round = 0; round < 10; round += 1) {
      const { read } = await createReader(createBurst(35 + round, fields), { ties: "shuffled", start: "honored" });
      const found = await read();
      expect(found.cut, `round ${round}`).to.equal(true);
      expect(listDistinct(listUsers(found))).to.have.length(listUsers(found).length);
    }
  });
});

describe("included ends that are learned while a second is read", () => {
  const createFullSecond = (time: number, name: string) => createBurst(50, {}, time, name);
  const around = [
    ...createFullSecond(T - SECOND, "before"),
    ...createFullSecond(T, "r"),
    ...createFullSecond(T + SECOND, "after"),
  ];

  for (const order of ["descending", "ascending"] as const) {
    it(`do not change what "start" counts from: ${order}`, async () => {
      const { server, habits, read } = await createReader(around, { start: "honored", order });
      const found = await read();
      expect(listUsers(found).sort()).to.deep.equal([...listNumbers(50, "r")].sort());
      expect(found.cut).to.equal(false);
      expect([habits.startInclusive, habits.endInclusive]).to.deep.equal([true, true]);
      const paged = server.requests.filter(({ query }) => Number(query.get("start") ?? 0) > 0);
      const ends = new Set(paged.map(({ query }) => `${query.get("datetime-start")}/${query.get("datetime-end")}`));
      expect(ends.size).to.equal(1);
    });
  }

  for (const order of ["descending", "ascending"] as const) {
    it(`leave out the full seconds beside one that is not: ${order}`, async () => {
      const few = [
        ...createFullSecond(T - SECOND, "before"),
        ...createBurst(12, {}),
        ...createFullSecond(T + SECOND, "after"),
      ];
      const { read } = await createReader(few, { order });
      const found = await read();
      expect([listUsers(found).sort(), found.cut]).to.deep.equal([listNumbers(12, "r").sort(), false]);
    });
  }

  it("show that a second has parts, so it is requested up to its end", async () => {
    const formatTime = (at: number) => new Date(at < 20 ? T + 500 : T).toISOString();
    const list = Array.from({ length: 60 }, (_, at) => ({ "by-user": `r${at}`, "timestamp-datetime": formatTime(at) }));
    const habits = new EndpointBehavior();
    // Both ends were seen to belong to the server's range; that times have parts shows the wider window first.
    habits.startInclusive = habits.endInclusive = true;
    const asked: string[] = [];
    const adapter = {
      get: async (_path: string, { query }: { query: URLSearchParams }) => {
        const [from, until] = ["datetime-start", "datetime-end"].map((name) => Date.parse(query.get(name)!));
        const start = Number(query.get("start") ?? 0);
        if (start > 0 && start < 1000) asked.push(`${query.get("datetime-start")}/${query.get("datetime-end")}`);
        return list
          .filter(
            (one) => Date.parse(one["timestamp-datetime"]) >= from! && Date.parse(one["timestamp-datetime"]) <= until!,
          )
          .slice(start, start + 20);
      },
    };
    const client = new ApiClient(adapter, createTestClock(), () => 4, sourceCode.loadErrorText);
    const temporal = await loadTemporal();
    const reader = new WindowReader(client, "/auditlog", habits, "auto", { naiveZone: "UTC", temporal }, sourceCode);
    const scope = { signal: new AbortController().signal, onRequest: () => undefined };
    const found = await reader.read(SPAN, [], scope);
    expect(new Set(asked).size).to.equal(1);
    expect([listDistinct(listUsers(found)).length, listUsers(found).length, found.cut]).to.deep.equal([60, 60, false]);
  });
});
