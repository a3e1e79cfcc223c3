import { expect } from "@open-wc/testing";
import type { ServerBehavior } from "../../demo/mocks/index.js";
import { NOW, sendRequest, requestList, listNames, createRecords, createServer } from "./support.js";

/** Two records, of 14:00:00Z and ten seconds later. */
const requestTwo = (path: string) => (behavior: Partial<ServerBehavior>) =>
  requestList(createServer({ records: createRecords(0, 10), behavior }), path);

describe("mock server: which records a log answers", () => {
  const many = createRecords(...Array.from({ length: 2500 }, (_, index) => index));
  const counts: [string, Partial<ServerBehavior>, string, number][] = [
    ["100 unless asked", {}, "", 100],
    ["as many as asked", {}, "limit=250", 250],
    ["at most 1000", {}, "limit=5000", 1000],
    ["at least one", {}, "limit=0", 1],
    ["what is left after start", {}, "start=2490&limit=100", 10],
    ["nothing past the end", {}, "start=9999", 0],
    ["its cap", { limit: { cap: 50 } }, "limit=1000", 50],
    ["less than its cap when asked", { limit: { cap: 50 } }, "limit=7", 7],
    ["more than documented when its cap is", { limit: { cap: 2000 } }, "limit=3000", 2000],
    ["always the same number", { limit: { fixed: 300 } }, "limit=7", 300],
    ["everything", { limit: "ignored" }, "limit=7", 2500],
    ["everything after start", { limit: "ignored" }, "start=2400", 100],
  ];
  for (const [what, behavior, query, count] of counts) {
    it(`answers ${what} (${JSON.stringify(behavior)}, "${query}")`, async () => {
      expect(await requestList(createServer({ records: many, behavior }), `/auditlog?${query}`)).to.have.length(count);
    });
  }

  it("pages without a gap, newest first, and the other way round where that is its behavior", async () => {
    const server = createServer({ records: many });
    const first = await requestList(server, "/auditlog?limit=3");
    const second = await requestList(server, "/auditlog?start=3&limit=3");
    expect(listNames([...first, ...second])).to.deep.equal(["r2499", "r2498", "r2497", "r2496", "r2495", "r2494"]);
    server.behavior.order = "ascending";
    expect(listNames(await requestList(server, "/auditlog?start=1&limit=2"))).to.deep.equal(["r1", "r2"]);
  });

  it("answers the first page again and again where it ignores start", async () => {
    const server = createServer({ records: many, behavior: { start: "ignored" } });
    expect(listNames(await requestList(server, "/auditlog?start=500&limit=2"))).to.deep.equal(["r2499", "r2498"]);
  });

  it("includes or excludes the ends of a window", async () => {
    const ends = "/auditlog?datetime-start=2026-11-23T14:00:00Z&datetime-end=2026-11-23T14:00:10Z";
    expect(listNames(await requestTwo(ends)({}))).to.deep.equal(["r1", "r0"]);
    expect(listNames(await requestTwo(ends)({ startInclusive: false }))).to.deep.equal(["r1"]);
    expect(listNames(await requestTwo(ends)({ endInclusive: false }))).to.deep.equal(["r0"]);
    expect(await requestTwo(ends.replace("14:00:10", "13:00:00"))({})).to.deep.equal([]);
  });

  it("keeps the order within a second, or shuffles it from request to request without losing any", async () => {
    const server = createServer({ records: createRecords(...Array.from({ length: 40 }, () => 5), 4) });
    const stable = listNames(await requestList(server, "/auditlog"));
    expect(listNames(await requestList(server, "/auditlog"))).to.deep.equal(stable);
    server.behavior.ties = "shuffled";
    const one = listNames(await requestList(server, "/auditlog"));
    const other = listNames(await requestList(server, "/auditlog"));
    expect(one).not.to.deep.equal(other);
    expect([...one].sort()).to.deep.equal([...stable].sort());
    expect([one.at(-1), other.at(-1)]).to.deep.equal(["r40", "r40"]);
  });

  it("shows records that arrive late, in their place", async () => {
    const server = createServer({ records: createRecords(0, 10) });
    server.add({ time: NOW - 3_595_000, record: { "target-user": "late" } });
    expect(listNames(await requestList(server, "/auditlog"))).to.deep.equal(["r1", "late", "r0"]);
    expect(server.stored.map(({ record }) => record["target-user"])).to.deep.equal(["r1", "late", "r0"]);
  });

  it("answers exactly its stored records", async () => {
    const server = createServer({ events: 3000, behavior: { limit: "ignored" } });
    const audit = server.stored.filter(({ log }) => log !== "access").map(({ record }) => record);
    expect(JSON.stringify(await requestList(server, "/auditlog"))).to.equal(JSON.stringify(audit));
  });
});

describe("mock server: filters", () => {
  const some = ["update", "Update", "updated", "bulk update"].map((action, index) => ({
    time: NOW - index * 1000,
    record: { "action-type": action, "by-user": "maria", "target-user": index },
  }));
  const cases: [Partial<ServerBehavior>, string, number[]][] = [
    [{}, "action-type=UPDATE", [0, 1]],
    [{ caseSensitive: true }, "action-type=update", [0]],
    [{ matching: "prefix" }, "action-type=update", [0, 1, 2]],
    [{ matching: "substring" }, "action-type=update", [0, 1, 2, 3]],
    [{}, "target-user=2", [2]],
    [{}, "action-type=update&target-user=1", [1]],
    [{}, "action-type=create", []],
    [{}, "action-type=", [0, 1, 2, 3]],
    [{}, "action-type=create&action-type=updated", [2]],
    [{}, "by-user=somebody-else", [0, 1, 2, 3]],
  ];
  for (const [behavior, query, found] of cases) {
    it(`"${query}" finds ${found.join(", ") || "nothing"} (${JSON.stringify(behavior)})`, async () => {
      expect(
        listNames(await requestList(createServer({ records: some, behavior }), `/auditlog?${query}`)),
      ).to.deep.equal(found);
    });
  }

  it("knows every documented filter", async () => {
    const fields = ["by-ip", "by-domain", "by-client", "action-type", "target-domain", "target-object", "target-host"];
    const server = createServer({
      records: [...fields, "target-user"].map((field) => ({ time: NOW, record: { [field]: "x" } })),
    });
    for (const field of [...fields, "target-user"]) {
      const found = await requestList(server, `/auditlog?${field}=x`);
      expect(found.map((record) => Object.hasOwn(record, field))).to.deep.equal([true]);
    }
  });
});

describe("mock server: date-times", () => {
  // Of two records, ten seconds apart, the request covers the later one.
  const starts: [string, string, Partial<ServerBehavior>][] = [
    ["2026-11-23 14:00:10", "2026-11-23T14:00:10Z", {}],
    ["2026-11-23 09:00:10", "2026-11-23T14:00:10Z", { naiveZone: "US/Eastern" }],
    ["2026-11-23T14:00:10Z", "2026-11-23T14:00:10Z", {}],
    ["2026-11-23T06:00:10-08:00", "2026-11-23T14:00:10Z", {}],
    ["2026-11-23T06:00:10-08:00[US/Pacific]", "2026-11-23T06:00:10-08:00[US/Pacific]", {}],
    ["2026-11-23T14:00:10Z[America/Phoenix]", "2026-11-23T07:00:10-07:00[America/Phoenix]", {}],
    ["2026-11-23T14:00:10Z", "2026-11-23T14:00:10+00:00", { timestamps: "offset" }],
    ["2026-11-23T14:00:10Z", "2026-11-23T19:45:10+05:45", { timestamps: "offset", naiveZone: "Asia/Kathmandu" }],
    ["2026-11-23T14:00:10Z", "2026-11-23 14:00:10", { timestamps: "zoneless" }],
    ["2026-11-23T14:00:10Z", "2026-11-23 09:00:10", { timestamps: "zoneless", naiveZone: "US/Eastern" }],
    ["2026-11-23T14:00:10Z", "2026-11-23T14:00:10.000Z", { fractionalSeconds: true }],
  ];
  for (const [asked, answered, behavior] of starts) {
    it(`understands ${asked} and answers ${answered}`, async () => {
      const found = await requestTwo(`/auditlog?datetime-start=${encodeURIComponent(asked)}`)(behavior);
      expect(found.map((record) => record["timestamp-datetime"])).to.deep.equal([answered]);
    });
  }

  it("writes both sides of a change of clocks with their own offsets", async () => {
    const change = Date.parse("2026-11-01T06:00:00Z");
    const server = createServer({ records: [change - 1000, change].map((time) => ({ time, record: {} })) });
    server.behavior.timestamps = "offset";
    server.behavior.naiveZone = "US/Eastern";
    expect((await requestList(server, "/auditlog")).map((record) => record["timestamp-datetime"])).to.deep.equal([
      "2026-11-01T01:00:00-05:00",
      "2026-11-01T01:59:59-04:00",
    ]);
  });

  for (const wrong of [
    "yesterday",
    "2026-11-23",
    "2026-11-23T14:00:00",
    "2026-02-30T14:00:00Z",
    "2026-11-23T25:00:00Z",
    "2026-11-23T14:00:00.000Z",
    "2026-11-23T14:00:00 00:00",
    "2026-11-23T14:00:00Z[Nowhere/City]",
    "1795442400",
  ]) {
    it(`refuses ${wrong}`, async () => {
      const { status, json } = await sendRequest(
        createServer({ records: [] }),
        `/auditlog?datetime-end=${encodeURIComponent(wrong)}`,
      );
      expect([status, (json as { code: number }).code]).to.deep.equal([400, 400]);
    });
  }

  it("refuses a limit that is not a number", async () => {
    expect((await sendRequest(createServer({ records: [] }), "/auditlog?limit=ten")).status).to.equal(400);
  });
});

describe("mock server: how values are written", () => {
  const details = '{"count": 3, "nested": [1, null, {"deep": 2.5}], "__proto__": "own"}';
  const record = () => ({ "by-ip": "", "by-user": null, "target-user": 1041, "auditlog-details": JSON.parse(details) });

  const requestTimestamp = async (behavior: Partial<ServerBehavior>) => {
    const [found] = await requestList(
      createServer({ records: [{ time: NOW, record: record() }], behavior }),
      "/auditlog",
    );
    const { "timestamp-datetime": _time, ...rest } = found ?? {};
    return JSON.stringify(rest);
  };

  it("keeps every value as it is", async () => {
    expect(await requestTimestamp({})).to.equal(JSON.stringify(record()));
  });

  it("writes numbers as text, at every depth, and a parameter named __proto__ like any other", async () => {
    expect(await requestTimestamp({ numbersAsText: true })).to.equal(
      '{"by-ip":"","by-user":null,"target-user":"1041","auditlog-details":{"count":"3","nested":["1",null,{"deep":"2.5"}],"__proto__":"own"}}',
    );
  });

  it("writes an empty text for null, or leaves both out", async () => {
    expect(await requestTimestamp({ emptyForNull: true }))
      .to.contain('"by-user":""')
      .and.to.contain('[1,"",{');
    expect(await requestTimestamp({ omitEmpty: true })).not.to.match(/by-ip|by-user/);
  });
});
