import { expect } from "@open-wc/testing";
import type { Coverage } from "../../src/core/coverage.js";
import { createFileName, createManifestName, createManifest } from "../../src/files/manifest.js";
import { createDefaultFilters } from "../../src/core/filters/filters.js";

const startedAt = { year: 2026, month: 3, day: 8, hour: 4, minute: 5, second: 59, millisecond: 0 };
const from = Date.UTC(2026, 2, 1);
const until = Date.UTC(2026, 2, 8, 9, 5);

const coverage: Coverage = {
  asked: { from, until },
  readFrom: Date.UTC(2026, 2, 3),
  complete: false,
  requests: 7,
  records: 120,
  matched: 37,
  sentFilters: ["byUser"],
  narrowed: { until: Date.UTC(2026, 2, 6), actions: ["create"], objects: [] },
  habits: {
    largestAnswer: 100,
    startHonoured: true,
    naiveTimes: false,
    shiftMinutes: 0,
    order: "descending",
    ignoresCase: "unknown",
  },
  accessLog: "merged",
  missing: [{ span: { from, until: from + 1000 }, kind: "timeout" }],
  cut: [{ span: { from: from + 1000, until: from + 2000 }, atLeast: 1000 }],
  outside: 1,
  undated: 2,
  unreadable: 3,
  ...{ oldest: undefined, doubled: false, clockAhead: false },
};

const facts = {
  fileName: "audit-log-range-2026-03-08-0405-partial.csv",
  format: "csv",
  scope: "range",
  rows: 37,
  columns: 18,
  bytes: 4321,
  sha256: "ab".repeat(32),
  complete: false,
  filters: { ...createDefaultFilters(), byUser: "maria" },
  coverage,
  rangeZone: "US/Eastern",
  zone: "Europe/Berlin",
  exportedAt: until + 1,
  redacted: true,
  includeSensitive: false,
  viewer: "1.2.3",
} as const;

describe("the name of an exported file", () => {
  it("is the guide's for loaded events", () => {
    expect(createFileName({ format: "csv", scope: "loaded", startedAt }, false)).to.equal(
      "audit-log-complete-2026-03-08-0405.csv",
    );
  });

  it("says if it is a range or a part, and its format", () => {
    const name = createFileName({ format: "ndjson", scope: "range", startedAt }, true);
    expect(name).to.equal("audit-log-range-2026-03-08-0405-partial.ndjson");
    expect(createManifestName(name)).to.equal("audit-log-range-2026-03-08-0405-partial.ndjson.manifest.json");
  });
});

describe("the manifest", () => {
  it("describes the file, the request and what was read", () => {
    expect(JSON.parse(createManifest(facts))).to.deep.equal({
      file: {
        name: facts.fileName,
        format: "csv",
        bytes: 4321,
        rows: 37,
        columns: 18,
        sha256: facts.sha256,
      },
      exportedAt: "2026-03-08T09:05:00.001Z",
      viewer: "audit-log-viewer 1.2.3",
      scope: "range",
      filters: facts.filters,
      range: { from: "2026-03-01T00:00:00.000Z", until: "2026-03-08T09:05:00.000Z" },
      rangeZone: "US/Eastern",
      zone: "Europe/Berlin",
      redacted: true,
      includeSensitive: false,
      coverage: {
        complete: false,
        readFrom: "2026-03-03T00:00:00.000Z",
        readUntil: "2026-03-08T09:05:00.000Z",
        requests: 7,
        records: 120,
        matched: 37,
        undated: 2,
        unreadable: 3,
        outside: 1,
        doubled: false,
        clockAhead: false,
        accessLog: "merged",
        sentFilters: ["byUser"],
        narrowed: { until: "2026-03-06T00:00:00.000Z", actions: ["create"], objects: [] },
        missing: [{ from: "2026-03-01T00:00:00.000Z", until: "2026-03-01T00:00:01.000Z", kind: "timeout" }],
        cut: [{ from: "2026-03-01T00:00:01.000Z", until: "2026-03-01T00:00:02.000Z", atLeast: 1000 }],
        habits: coverage.habits,
      },
    });
  });

  it("counts no columns without a table, and is written for any instants", () => {
    const text = createManifest({ ...facts, format: "json", coverage: { ...coverage, readFrom: Infinity } });
    const read = JSON.parse(text) as { file: object; coverage: { readFrom: unknown } };
    expect(Object.hasOwn(read.file, "columns")).to.equal(false);
    expect(read.coverage.readFrom).to.equal(null);
  });
});
