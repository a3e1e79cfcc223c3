import { expect } from "@open-wc/testing";
import { BAR_COLORS } from "../../../src/core/event-counts.js";
import { compileTaxonomy } from "../../../src/core/taxonomy/taxonomy.js";
import { findGaps, findReading } from "../../../src/features/explore/timeline/gaps.js";
import { stackBar } from "../../../src/features/explore/timeline/stack.js";
import { createTimes } from "../../../src/features/explore/timeline/times.js";
import { nameColors } from "../../../src/features/explore/timeline/words.js";
import { createEnvironment } from "../../views/support.js";
import { at, createExtent, RANGE } from "./timeline-support.js";

const HEIGHT = 46;
const RED = BAR_COLORS.indexOf("red");

describe("a bar of the timeline", () => {
  it("has its colors in one order, with a gap of 1 px between them", () => {
    const parts = stackBar([5, 0, 4, 10, 0, 6, 2], 27, HEIGHT);
    expect(parts.map(({ color }) => BAR_COLORS[color])).to.deep.equal(["neutral", "purple", "blue", "orange", "red"]);
    parts.slice(1).forEach((part, index) => expect(parts[index]!.y - (part.y + part.height)).to.equal(1));
    expect(parts[0]!.y + parts[0]!.height).to.equal(HEIGHT);
    expect(parts.at(-1)!.y).to.equal(0);
  });

  it("shows one deletion among 500 logins", () => {
    const parts = stackBar([0, 0, 0, 500, 0, 0, 1], 501, HEIGHT);
    expect(parts.find(({ color }) => color === RED)?.height).to.equal(2);
  });

  it("never leaves the plot, whatever it counts", () => {
    for (let seed = 1; seed <= 400; seed++) {
      const counts = BAR_COLORS.map((_, color) => (seed * (color + 3) * 7919) % [1, 3, 40, 1000][seed % 4]!);
      const total = counts.reduce((sum, count) => sum + count, 0);
      const most = total * (1 + (seed % 5)) || 1;
      const parts = stackBar(counts, most, HEIGHT);
      expect(parts.length).to.equal(counts.filter((count) => count > 0).length);
      for (const { y, height } of parts) {
        expect(height).to.be.at.least(1);
        expect(y).to.be.within(0, HEIGHT - height);
      }
      const top = parts.at(-1)?.y ?? HEIGHT;
      const least = 2 * parts.length;
      expect(HEIGHT - top).to.equal(total === 0 ? 0 : Math.max(least, Math.round((total * HEIGHT) / most)));
    }
  });
});

describe("the parts of a timeline that were not read", () => {
  const extent = createExtent({
    countedFrom: at("2026-11-16T00:00"),
    readFrom: at("2026-11-18T00:00"),
    missing: [
      { span: { from: at("2026-11-20T00:00"), until: at("2026-11-20T05:00") }, kind: "server" },
      { span: { from: at("2026-11-19T20:00"), until: at("2026-11-20T01:00") }, kind: "server" },
    ],
    cut: [{ span: { from: at("2026-12-01T00:00"), until: at("2026-12-01T00:01") }, atLeast: 5 }],
  });

  it("are within the range, and joined where they touch", () => {
    expect(findGaps(extent)).to.deep.equal([
      { kind: "unread", from: RANGE.from, until: at("2026-11-16T00:00") },
      { kind: "counted", from: at("2026-11-16T00:00"), until: at("2026-11-18T00:00") },
      { kind: "missing", from: at("2026-11-19T20:00"), until: at("2026-11-20T05:00") },
    ]);
    expect(findGaps(createExtent())).to.deep.equal([]);
  });

  const CASES: [from: string, until: string, reading: string][] = [
    ["2026-11-14T00:00", "2026-11-16T00:00", "none"],
    ["2026-11-15T23:00", "2026-11-16T01:00", "part"],
    ["2026-11-16T00:00", "2026-11-17T00:00", "whole"],
    ["2026-11-19T22:00", "2026-11-19T23:00", "part"],
    ["2026-11-21T00:00", "2026-11-22T00:00", "whole"],
  ];
  for (const [from, until, reading] of CASES) {
    it(`say that ${from} to ${until} was read: ${reading}`, () => {
      expect(findReading({ from: at(from), until: at(until) }, findGaps(extent))).to.equal(reading);
    });
  }
});

describe("the times of a timeline", () => {
  const write = (from: string, until: string, locale = "en-US", zone = "America/New_York") => {
    const { times, now } = createEnvironment(zone, locale);
    const span = { from: Date.parse(from), until: Date.parse(until) };
    return createTimes(times, now)
      .span(span, (start, end) => `${start} to ${end}`)
      .replace(/[\u202f\u00a0]/g, " ");
  };

  const CASES: [from: string, until: string, text: string][] = [
    ["2026-11-20T15:00:00Z", "2026-11-20T17:00:00Z", "Nov 20, 10 AM to 12 PM"],
    ["2026-11-20T15:30:00Z", "2026-11-20T15:31:00Z", "Nov 20, 10:30 AM to 10:31 AM"],
    ["2026-11-21T03:00:00Z", "2026-11-21T05:00:00Z", "Nov 20, 10 PM to 12 AM"],
    ["2026-11-20T05:00:00Z", "2026-11-21T05:00:00Z", "Nov 20"],
    ["2026-11-20T05:00:00Z", "2026-11-27T05:00:00Z", "Nov 20 to Nov 26"],
    ["2026-11-20T15:20:00Z", "2026-11-21T05:00:00Z", "Nov 20, 10:20 AM to 12 AM"],
    ["2026-11-20T15:20:00Z", "2026-11-22T05:00:00Z", "Nov 20, 10:20 AM to Nov 22, 12 AM"],
    ["2025-11-20T15:00:00Z", "2025-11-20T17:00:00Z", "Nov 20, 2025, 10 AM to 12 PM"],
    ["2026-11-01T05:00:00Z", "2026-11-01T06:00:00Z", "Nov 1, 1 AM EDT to 1 AM EST"],
    ["2026-03-08T06:00:00Z", "2026-03-08T07:00:00Z", "Mar 8, 1 AM EST to 3 AM EDT"],
  ];
  for (const [from, until, text] of CASES) {
    it(`are written as "${text}"`, () => expect(write(from, until)).to.equal(text));
  }

  it("have minutes where the locale has no word for hours", () => {
    expect(write("2026-11-20T09:00:00Z", "2026-11-20T11:00:00Z", "es-ES", "Europe/Madrid")).to.match(/10:00 to 12:00$/);
    expect(write("2026-11-20T09:00:00Z", "2026-11-20T11:00:00Z", "fr-FR", "Europe/Paris")).to.match(/10 h to 12 h$/);
  });
});

describe("the names of the colors", () => {
  it("are those of the actions", () => {
    expect(nameColors(createEnvironment()).map(({ name, others }) => [name, ...others].join(", "))).to.deep.equal([
      ...["Login, Import, Validate", "Create, Activate", "Modify", "Delete, Login failed", "Logout, Export", "Other"],
    ]);
  });

  it("follow the page's own table of actions", () => {
    const item = (id: string, label: string, color: "cyan" | "neutral") => ({
      id,
      label,
      color,
      send: [id],
      match: [id],
    });
    const taxonomy = compileTaxonomy({
      actions: [item("sign", "Sign/Stamp", "cyan"), item("seal", "Seal", "cyan"), item("rest", "Rest", "neutral")],
      objects: [],
    });
    const words = nameColors({ ...createEnvironment(), taxonomy });
    expect(words.map(({ name, others }) => [name, ...others].join(", "))).to.deep.equal(["Sign/Stamp, Seal", "Other"]);
  });
});
