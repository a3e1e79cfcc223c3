import { expect } from "@open-wc/testing";
import { toEvent, redactAgain, type EventOptions } from "../../../src/api/records/to-event.js";
import { loadTemporal } from "../../../src/core/time/temporal.js";
import { WIRE } from "./sample-record.js";

let options: EventOptions;

before(async () => (options = { naiveZone: "UTC", temporal: await loadTemporal() }));

const read = (item: unknown, change: Partial<EventOptions> = {}) => toEvent(item, { ...options, ...change }).event;

describe("a redaction", () => {
  const warn = console.warn;
  let warnings: unknown[][];
  beforeEach(() => {
    warnings = [];
    console.warn = (...words: unknown[]) => void warnings.push(words);
  });
  afterEach(() => (console.warn = warn));

  it("runs before anything else reads the record", () => {
    const redact = (record: unknown) => ({ ...(record as object), "by-user": "hidden", "auditlog-details": {} });
    const found = read(WIRE, { redact })!;
    expect([found.byUser, found.parameters]).to.deep.equal(["hidden", []]);
    expect(JSON.stringify(found)).not.to.contain("maria");
  });

  it("may change the record in place", () => {
    const redact = (record: unknown) => {
      delete (record as Record<string, unknown>)["by-user"];
      return record;
    };
    expect(read({ ...WIRE }, { redact })!.byUser).to.equal("");
  });

  it("changes neither the time nor the input of another redaction if it changes the record in place", () => {
    const redact = (record: unknown) => {
      const wire = record as typeof WIRE;
      wire["timestamp-datetime"] = "2026-11-01T00:00:00Z";
      wire["by-user"] = "hidden";
      (wire["auditlog-details"] as object as Record<string, unknown>)["limit"] = 0;
      return record;
    };
    const item = structuredClone(WIRE);
    const first = toEvent(item, { ...options, redact });
    expect([first.time, first.event!.byUser]).to.deep.equal([Date.UTC(2026, 10, 23, 14), "hidden"]);
    expect(first.originalEvent!.byUser).to.equal("maria");
    const { event: again } = redactAgain(item, first.time, options);
    expect([again.byUser, again.timeText, again.raw]).to.deep.equal(["maria", "2026-11-23T14:00:00Z", WIRE]);
  });

  it("counts as failed if it returns a promise", () => {
    const found = read(WIRE, { redact: async (record) => record })!;
    expect(found.raw).to.deep.equal({ "timestamp-datetime": WIRE["timestamp-datetime"] });
    expect(found.time).to.equal(Date.UTC(2026, 10, 23, 14));
    expect(warnings.length).to.equal(1);
  });

  it("removes the record with null, which is not a failure", () => {
    expect(read(WIRE, { redact: () => null })).to.equal(undefined);
    expect(toEvent(WIRE, { ...options, redact: () => null }).redactedRaw).to.equal(null);
    expect(warnings).to.have.length(0);
  });

  const throwError = () => {
    throw new Error("oops");
  };
  const NONSENSE: [what: string, answer: () => unknown][] = [
    ["nothing", () => undefined],
    ["text", () => JSON.stringify(WIRE)],
    ["a number", () => 5],
    ["a list", () => [WIRE]],
    ["a function", () => () => WIRE],
    ["a promise that fails", () => Promise.reject(new Error("oops"))],
    ["a record that throws when it is read", () => Object.defineProperty({}, "by-user", { get: throwError })],
    ["a record whose details throw", () => ({ "auditlog-details": new Proxy({}, { ownKeys: throwError }) })],
    ["a proxy that throws", () => new Proxy({}, { getOwnPropertyDescriptor: throwError, get: throwError })],
  ];
  for (const [what, answer] of NONSENSE) {
    it(`counts as failed if it returns ${what}: the viewer shows and stores only the time`, () => {
      const redact = () => answer();
      for (let count = 0; count < 2; count += 1) {
        const { event, redactedRaw } = toEvent(WIRE, { ...options, redact });
        expect(event!.time).to.equal(Date.UTC(2026, 10, 23, 14));
        expect(redactedRaw).to.deep.equal({ "timestamp-datetime": WIRE["timestamp-datetime"] });
        expect(event!.raw).to.equal(redactedRaw);
        expect([event!.byUser, event!.action, event!.parameters]).to.deep.equal(["", "", []]);
      }
      expect(warnings.length).to.equal(1);
      expect(JSON.stringify(warnings)).not.to.contain("maria");
    });
  }

  it("hides everything but the time if it fails, and warns once", () => {
    const redact = () => {
      throw new Error("oops");
    };
    for (let count = 0; count < 3; count += 1) {
      const found = read(WIRE, { redact })!;
      expect(found.time).to.equal(Date.UTC(2026, 10, 23, 14));
      expect(found.raw).to.deep.equal({ "timestamp-datetime": WIRE["timestamp-datetime"] });
      expect([found.byUser, found.action, found.parameters]).to.deep.equal(["", "", []]);
    }
    expect(warnings.length).to.equal(1);
    expect(JSON.stringify(warnings)).not.to.contain("maria");
  });

  it("is not called for items that are not records", () => {
    let asked = 0;
    for (const item of [null, "text", 7, []]) read(item, { redact: () => (asked += 1) });
    expect(asked).to.equal(0);
  });

  it("may return values that JSON does not have", () => {
    const circle: Record<string, unknown> = { "target-user": 10n, "by-domain": () => "x", "by-client": Symbol("s") };
    circle["by-user"] = circle;
    const found = read(WIRE, { redact: () => circle })!;
    expect([found.byUser, found.affectedUser, typeof found.byDomain, found.client]).to.deep.equal([
      "[object]",
      "10",
      "string",
      "Symbol(s)",
    ]);
  });
});
