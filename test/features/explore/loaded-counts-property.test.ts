import { expect } from "@open-wc/testing";
import type { NewRecord, ServerBehavior, WireRecord } from "../../../demo/mocks/index.js";
import { Random } from "../../../demo/mocks/records/random.js";
import type { AuditEvent } from "../../../src/core/audit-event.js";
import type { Span } from "../../../src/core/coverage.js";
import { BAR_COLORS, BREAKDOWN_FIELDS, type CountsExtent, type ValueCount } from "../../../src/core/event-counts.js";
import { canonicalizeIp } from "../../../src/core/filters/canonicalize-ip.js";
import { fold, trim } from "../../../src/core/text/text.js";
import { recountBreakdown, recountTimeline } from "../../analysis/plain-recount.js";
import { createLog } from "../../search/log-store-support.js";
import { NOW } from "../../support/clock.js";
import { createSignal } from "../../support/data-source.js";
import { DAY } from "../../support/durations.js";
import { FILTERS } from "../../support/log-case/filters.js";
import { RecordMaker } from "../../support/log-case/records.js";
import { listSeeds } from "../../support/seeds.js";
import { EMPTY_EVENT } from "../../support/summary-facts.js";

/*
 * What breakdown and timeline say of the loaded pages, on servers with limits, faults and pauses: the numbers are those of a plain
 * recount of what the server has in the time that was read, and where they are not, the coverage says so.
 *
 *   ALV_TEST_SEED=7 npx wtr --files test/features/explore/loaded-counts-property.test.ts
 */

const REQUESTS = BREAKDOWN_FIELDS.map((field) => ({ field, limit: 10_000, search: "" }));
const ALL: Span = { from: NOW - 30 * DAY, until: NOW };

function drawBehavior(random: Random): Partial<ServerBehavior> {
  const most = random.int(10, 60);
  const caps = { caps: [most, most + 15, 100], turn: random.pick(["each", "random", "falling"] as const) };
  return {
    limit: random.pick(["honored", "ignored", { cap: most }, { cap: most }, { fixed: most }, caps]),
    start: random.pick(["honored", "ignored"]),
    order: random.pick(["descending", "ascending"]),
    ties: random.pick(["stable", "shuffled"]),
    startInclusive: random.chance(0.7),
    endInclusive: random.chance(0.7),
    matching: random.pick(["exact", "prefix", "substring"]),
    timestamps: random.pick(["utc-z", "offset", "zoneless"]),
    numbersAsText: random.chance(0.3),
    accessLog: "absent",
    failures: Array.from({ length: random.int(0, 4) }, () => ({
      at: random.int(1, 30),
      times: random.int(1, 8),
      kind: random.pick(["500", "network", "429", "503", "truncated", "403"] as const),
    })),
  };
}

function drawRecords(random: Random): NewRecord[] {
  const make = new RecordMaker(random);
  return Array.from({ length: random.int(1, 120) }, () => {
    const one = make.createWithin({ from: ALL.from - DAY, until: NOW });
    // More than some servers return of a second.
    const copies = random.chance(0.02) ? random.int(20, 100) : random.chance(0.1) ? random.int(2, 12) : 1;
    return Array.from({ length: copies }, () => ({ ...make.createAt(one.time), log: "audit" as const }));
  }).flat();
}

const toText = (value: unknown) => (value === null || value === undefined ? "" : String(value));

/** What the viewer should make of a record. */
const toEvent = ({ time, record }: { time: number; record: WireRecord }): AuditEvent => ({
  ...EMPTY_EVENT,
  time,
  action: toText(record["action-type"]),
  object: toText(record["target-object"]),
  byUser: toText(record["by-user"]),
  byDomain: toText(record["by-domain"]),
  byIp: toText(record["by-ip"]),
  client: toText(record["by-client"]),
  affectedUser: toText(record["target-user"]),
  affectedDomain: toText(record["target-domain"]),
});

/** A value without its spelling: events of one second have no order, so any of them may be the newest one. */
function describeValue({ text, domain, id, failed, count }: ValueCount): string {
  const name = id === "" ? (canonicalizeIp(trim(text)) ?? fold(text)) : id;
  return `${count} × ${name} ${fold(domain)}${failed ? " failed" : ""}`;
}
const describeValues = (values: readonly ValueCount[]) => values.map(describeValue).sort();

const isWithin = (time: number, { from, until }: Span) => time >= from && time < until;

/** The parts of the range that the coverage speaks of, and whether all of their events must be counted. */
function divide({ readFrom, asked, cut, missing }: CountsExtent): { edges: number[]; isWhole: boolean[] } {
  const gaps = [...cut, ...missing].map(({ span }) => span);
  const inner = [readFrom, ...gaps.flatMap(({ from, until }) => [from, until])];
  const edges = [...new Set([asked.from, ...inner, asked.until])].filter(
    (edge) => edge >= asked.from && edge <= asked.until,
  );
  edges.sort((one, other) => one - other);
  const isWhole = edges.slice(0, -1).map((from) => from >= readFrom && !gaps.some((gap) => isWithin(from, gap)));
  return { edges, isWhole };
}

async function check(seed: number): Promise<void> {
  const random = new Random(seed);
  const records = drawRecords(random);
  const filter = FILTERS[random.pick(["no filter", ...Object.keys(FILTERS)])]!(random);
  const budget = { seconds: 60, requests: random.pick([3, 5, 20]), records: 20_000 };
  const { store, server, gate, search } = await createLog({ budget, naiveZone: "UTC" }, records);
  Object.assign(server.behavior, drawBehavior(random));
  // Some answers are slow, so that they arrive after later ones.
  const get = gate.get.bind(gate);
  gate.get = async (path, options) => {
    for (let turns = random.int(0, 6); turns > 0; turns -= 1) await new Promise((resolve) => setTimeout(resolve));
    return get(path, options);
  };
  store.setDraft({ range: { preset: "last-30-days" }, ...filter.filters });
  // A failure shows in the state, and the next step tries again.
  await search().catch(() => undefined);
  for (let step = 0; step < 8 && store.server?.analysis; step += 1) {
    const { analysis } = store.server;
    const name = `seed ${seed}, step ${step}`;
    const answer = await analysis.breakdown(REQUESTS);
    if (answer) {
      const { edges, isWhole } = divide(answer.extent);
      const { counts, extent } = (await analysis.timeline(Float64Array.from(edges)))!;
      expect(extent, `${name}: nothing was read meanwhile`).to.deep.equal(answer.extent);
      const events = server.stored
        .filter(
          ({ time, record }) =>
            isWithin(time, { from: extent.readFrom, until: extent.asked.until }) && filter.matches(record),
        )
        .map(toEvent)
        .sort((one, other) => other.time! - one.time!);
      const bars = recountTimeline(events, edges).counts;
      isWhole.forEach((whole, bar) => {
        const of = (all: ArrayLike<number>) =>
          Array.from(all).slice(bar * BAR_COLORS.length, (bar + 1) * BAR_COLORS.length);
        const [told, right] = [of(counts.counts), of(bars)];
        if (whole) expect(told, `${name}, bar ${bar}`).to.deep.equal(right);
        else told.forEach((one, color) => expect(one, `${name}, bar ${bar}`).to.be.at.most(right[color]!));
      });
      const loaded = store.state.pages.flat().length;
      expect(extent.events, name).to.be.at.least(loaded);
      expect(extent.countedFrom, name).to.equal(extent.readFrom);
      expect(extent.records, name).to.be.at.least(extent.events);
      if (extent.cut.length + extent.missing.length === 0) {
        expect(extent.events, name).to.equal(events.length);
        REQUESTS.forEach((request, at) => {
          const right = recountBreakdown(events, request);
          expect(describeValues(answer.counts[at]!.values), `${name}, ${request.field}`).to.deep.equal(
            describeValues(right.values),
          );
          expect(answer.counts[at]!.distinct, `${name}, ${request.field}`).to.equal(right.distinct);
        });
      }
    }
    await store.next(createSignal()).catch(() => undefined);
  }
}

describe("what breakdown and timeline say of the loaded pages of any server", () => {
  const { first, count } = listSeeds(1, 60);
  const TOGETHER = 20;
  for (let from = first; from < first + count; from += TOGETHER) {
    const until = Math.min(from + TOGETHER, first + count);
    it(`seeds ${from} to ${until - 1}`, async () => {
      for (let seed = from; seed < until; seed += 1) await check(seed);
    });
  }
});
