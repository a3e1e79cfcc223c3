import { expect } from "@open-wc/testing";
import { encodeEvents } from "../../src/analysis/event-batch.js";
import { LogAnalysis } from "../../src/analysis/log-analysis.js";
import { SlicedAnalysis } from "../../src/analysis/sliced-analysis.js";
import type { AuditEvent } from "../../src/core/audit-event.js";
import { BAR_COLORS, type BreakdownField } from "../../src/core/event-counts.js";
import { EMPTY_EVENT, taxonomy } from "../support/summary-facts.js";

type Some = Partial<AuditEvent>;

const encode = (events: readonly Some[]) =>
  encodeEvents(
    events.map((event) => ({ ...EMPTY_EVENT, ...event })),
    taxonomy,
  );

const range = (from: number, count: number) => Uint32Array.from({ length: count }, (_, at) => from + at);

function read(...pages: Some[][]): LogAnalysis {
  const analysis = new LogAnalysis();
  for (const page of pages) analysis.insert(range(analysis.events, page.length), encode(page));
  return analysis;
}

/** The values of a field as sentences: `maria@abc.example 2`. */
function list(analysis: LogAnalysis, field: BreakdownField, { limit = 100, search = "" } = {}): string[] {
  const [breakdown] = analysis.breakdown([{ field, limit, search }]);
  return breakdown!.values.map(
    ({ text, domain, id, failed, count }) =>
      `${text}${domain && `@${domain}`}${id && ` (${id}${failed ? ", failed" : ""})`} ${count}`,
  );
}

const of = <Field extends keyof AuditEvent>(field: Field, ...values: AuditEvent[Field][]): Some[] =>
  values.map((value) => ({ [field]: value }));

const CASES: { name: string; field: BreakdownField; events: Some[]; expected: string[] }[] = [
  { name: "nothing", field: "action", events: [], expected: [] },
  {
    name: "actions by their item, failed logins apart, in the newest spelling",
    field: "action",
    events: of("action", "signin", "Login", "login failed", "Login: bad password", "create", "add", "login"),
    expected: ["signin (login) 3", "create (add-create) 2", "login failed (login, failed) 2"],
  },
  {
    name: "unknown actions without regard to case and outer white space",
    field: "action",
    events: of("action", "Reboot", " reboot", "REBOOT\u00a0", "re-boot"),
    expected: ["Reboot 3", "re-boot 1"],
  },
  {
    name: "objects by their item",
    field: "object",
    events: of("object", "User", "subscriber", "call_queue", "Call-Queue", "user"),
    expected: ["User (subscriber) 3", "call_queue (call-queue) 2"],
  },
  {
    name: "an unknown object apart from an item with this id",
    field: "object",
    events: of("object", "item subscriber", "subscriber", "text subscriber", "id subscriber"),
    expected: ["id subscriber 1", "item subscriber 1", "subscriber (subscriber) 1", "text subscriber 1"],
  },
  {
    name: "users with their domains",
    field: "byUser",
    events: [
      { byUser: "Maria", byDomain: "ABC.example" },
      { byUser: "maria ", byDomain: "abc.example", affectedUser: "maria" },
      { byUser: "maria", byDomain: "north.example" },
      { byUser: "maria", byDomain: "" },
      { byUser: "System", byDomain: "abc.example" },
    ],
    expected: ["Maria@ABC.example 2", "System@abc.example 1", "maria 1", "maria@north.example 1"],
  },
  {
    name: "events without a user once, whatever their domain",
    field: "affectedUser",
    events: [{ affectedDomain: "abc.example" }, { affectedUser: " " }, { affectedUser: "x" }],
    expected: [" 2", "x 1"],
  },
  {
    name: "affected domains alone",
    field: "affectedDomain",
    events: [
      { affectedDomain: "ABC.example", affectedUser: "x" },
      { affectedDomain: "abc.example", affectedUser: "y" },
      { byDomain: "north.example" },
    ],
    expected: ["ABC.example 2", " 1"],
  },
  {
    name: "addresses in every spelling, and texts that are none",
    field: "byIp",
    events: of("byIp", "2001:DB8:0::1", "2001:db8::1", " 2001:db8:0:0:0:0:0:1", "Unknown", "unknown", "::ffff:1.2.3.4"),
    expected: ["2001:DB8:0::1 3", "Unknown 2", "::ffff:1.2.3.4 1"],
  },
  {
    name: "names that every object has, and texts with a null byte",
    field: "client",
    events: of("client", "__proto__", "constructor", "__PROTO__", "a\u0000b", "a", "toString"),
    expected: ["__proto__ 2", "a 1", "a\u0000b 1", "constructor 1", "toString 1"],
  },
  {
    name: "long texts that differ at their end",
    field: "client",
    events: of("client", `${"x".repeat(100_000)}1`, `${"x".repeat(100_000)}2`, `${"X".repeat(100_000)}1`),
    expected: [`${"x".repeat(100_000)}1 2`, `${"x".repeat(100_000)}2 1`],
  },
  {
    name: "equal counts in the order of code units",
    field: "client",
    events: of("client", "b", "ä", "a", "B", "Z", "b", "z"),
    expected: ["b 3", "Z 2", "a 1", "ä 1"],
  },
];

describe("a breakdown counts", () => {
  for (const { name, field, events, expected } of CASES) {
    it(name, () => {
      expect(list(read(events), field)).to.deep.equal(expected);
      expect(list(read(...events.map((event) => [event])), field)).to.deep.equal(expected);
    });
  }

  it("as many values as are wanted, and tells how many there are", () => {
    const analysis = read(of("client", "a", "b", "b", "c", "c", "c"));
    const [none, two] = analysis.breakdown([
      { field: "client", limit: 0, search: "" },
      { field: "client", limit: 2, search: "" },
    ]);
    expect([none!.values.length, none!.distinct]).to.deep.equal([0, 3]);
    expect([two!.values.map(({ text }) => text), two!.distinct]).to.deep.equal([["c", "b"], 3]);
  });

  it("values that contain a text, in the name or the domain", () => {
    const analysis = read([
      { byUser: "Maria", byDomain: "abc.example" },
      { byUser: "bob", byDomain: "MARIAS.example" },
      { byUser: "eve", byDomain: "abc.example" },
    ]);
    expect(list(analysis, "byUser", { search: " maria " })).to.deep.equal([
      "Maria@abc.example 1",
      "bob@MARIAS.example 1",
    ]);
    expect(list(analysis, "byUser", { search: "nobody" })).to.deep.equal([]);
  });

  it("100,000 distinct values", () => {
    const analysis = read(Array.from({ length: 100_000 }, (_, at) => ({ client: `client ${at}` })));
    const [breakdown] = analysis.breakdown([{ field: "client", limit: 3, search: "" }]);
    expect(breakdown!.distinct).to.equal(100_000);
    expect(breakdown!.values.map(({ text }) => text)).to.deep.equal(["client 0", "client 1", "client 10"]);
    expect(list(analysis, "client", { limit: 1e6 })).to.have.length(100_000);
  });

  it("what was inserted in front, with its spelling", () => {
    const analysis = read(of("client", "portal", "api"));
    analysis.insert(range(0, 1), encode(of("client", "API")));
    expect(list(analysis, "client")).to.deep.equal(["API 2", "portal 1"]);
    analysis.insert(Uint32Array.of(1, 3), encode(of("client", "PORTAL", "Api")));
    expect(list(analysis, "client")).to.deep.equal(["API 3", "PORTAL 2"]);
  });
});

describe("a timeline counts", () => {
  const hour = (edges: number[], events: Some[]) => {
    const { counts, undated } = read(events).timeline(Float64Array.from(edges));
    const bars = Array.from({ length: Math.max(0, edges.length - 1) }, (_, bar) =>
      BAR_COLORS.flatMap((color, at) => {
        const count = counts[bar * BAR_COLORS.length + at]!;
        return count === 0 ? [] : [`${color} ${count}`];
      }).join(),
    );
    expect(counts.length).to.equal(bars.length * BAR_COLORS.length);
    return [...bars, `undated ${undated}`];
  };
  const at = (...times: (number | null)[]): Some[] => times.map((time) => ({ time, action: "login" }));

  it("each event in the bar that it belongs to", () => {
    expect(hour([0, 10, 20], at(0, 9.5, 10, 19, 3))).to.deep.equal(["blue 3", "blue 2", "undated 0"]);
  });

  it("no event outside, and undated ones apart", () => {
    expect(hour([0, 10], at(-1, 10, null, 1e15, 5, null))).to.deep.equal(["blue 1", "undated 2"]);
  });

  it("nothing in a bar without length", () => {
    expect(hour([0, 5, 5, 9], at(4, 5, 5, 8))).to.deep.equal(["blue 1", "", "blue 3", "undated 0"]);
    expect(hour([5, 5], at(5))).to.deep.equal(["", "undated 0"]);
  });

  it("without bars only what is undated", () => {
    expect(hour([], at(1, null))).to.deep.equal(["undated 1"]);
    expect(hour([1], at(1, null))).to.deep.equal(["undated 1"]);
  });

  it("by the color of the action's badge", () => {
    const actions = of("action", "login", "login: bad password", "create", "delete", "reboot", "update", "logout");
    const dated = actions.map((action) => ({ ...action, time: 5 }));
    expect(hour([0, 10], dated)).to.deep.equal(["neutral 1,purple 1,blue 1,green 1,orange 1,red 2", "undated 0"]);
  });
});

describe("counted events", () => {
  const event = (client: string, time: number | null): Some => ({ client, time, byUser: client });

  it("are in the breakdown and the timeline", () => {
    const analysis = read([event("a", 9)]);
    analysis.count(encode([event("A", 7), event("b", 6)]));
    expect([analysis.events, analysis.countedOnly]).to.deep.equal([3, 2]);
    expect(list(analysis, "client")).to.deep.equal(["a 2", "b 1"]);
    expect(analysis.timeline(Float64Array.of(0, 10)).counts[0]).to.equal(3);
  });

  it("leave when they are rows, an undated one with its newer neighbor", () => {
    const analysis = read([event("row", 9)]);
    analysis.count(encode([event("a", null), event("b", 7), event("c", null), event("d", 5)]));
    analysis.insert(range(1, 2), encode([event("a", null), event("b", 7)]));
    analysis.keepCountedBefore(7);
    expect(list(analysis, "client")).to.deep.equal(["a 1", "b 1", "d 1", "row 1"]);
    expect([analysis.countedOnly, analysis.timeline(Float64Array.of()).undated]).to.deep.equal([1, 1]);
    analysis.keepCountedBefore(0);
    analysis.count(encode([event("e", 4)]));
    expect(list(analysis, "client")).to.deep.equal(["a 1", "b 1", "e 1", "row 1"]);
    expect(analysis.timeline(Float64Array.of(0, 5, 10)).counts.filter((count) => count > 0)).to.deep.equal(
      Uint32Array.of(1, 2),
    );
  });
});

describe("an analysis on the page", () => {
  it("pauses within an answer, and answers for the events at the time of the call", async () => {
    let pauses = 0;
    const analysis = new SlicedAnalysis(() => {
      pauses += 1;
      return Promise.resolve();
    });
    const events = Array.from({ length: 50_000 }, (_, at) => ({ client: `client ${at}`, time: at }));
    void analysis.insert(range(0, events.length), encode(events));
    const before = analysis.breakdown([{ field: "client", limit: 50_000, search: "" }]);
    void analysis.insert(range(0, 1), encode(of("client", "newest")));
    const after = analysis.breakdown([{ field: "client", limit: 1, search: "newest" }]);
    expect((await before)[0]!.values).to.have.length(50_000);
    expect((await before)[0]!.distinct).to.equal(50_000);
    expect((await after)[0]!.distinct).to.equal(1);
    expect(pauses).to.be.greaterThan(20);
  });

  it("goes on after a call that failed", async () => {
    const analysis = new SlicedAnalysis(() => undefined);
    const failed = analysis.insert(range(0, 1), undefined as never).then(
      () => "done",
      () => "failed",
    );
    await analysis.insert(range(0, 1), encode(of("client", "a")));
    expect(await failed).to.equal("failed");
    expect((await analysis.breakdown([{ field: "client", limit: 1, search: "" }]))[0]!.distinct).to.equal(1);
  });
});
