import { expect } from "@open-wc/testing";
import { Random } from "../../demo/mocks/records/random.js";
import { encodeEvents, listTransferables, type EventBatch } from "../../src/analysis/event-batch.js";
import { LogAnalysis } from "../../src/analysis/log-analysis.js";
import { RowStatistics } from "../../src/analysis/row-statistics.js";
import { SlicedAnalysis } from "../../src/analysis/sliced-analysis.js";
import type { AuditEvent } from "../../src/core/audit-event.js";
import { BREAKDOWN_FIELDS, type BreakdownRequest } from "../../src/core/event-counts.js";
import { listSeeds } from "../support/seeds.js";
import { taxonomy } from "../support/summary-facts.js";
import { createOddEvents } from "./odd-events.js";
import { recountBreakdown, recountStatistics, recountTimeline } from "./plain-recount.js";

/** As the batch arrives in another thread. */
function send(events: readonly AuditEvent[]): EventBatch {
  const batch = encodeEvents(events, taxonomy);
  return structuredClone(batch, { transfer: listTransferables(batch) });
}

/** A log that is read, refreshed, mended, counted and redacted, beside the lists that it consists of. */
class Log {
  readonly #random: Random;
  rows: AuditEvent[] = [];
  counted: { event: AuditEvent; time: number }[] = [];
  analysis = new LogAnalysis();
  statistics = new RowStatistics();
  sliced = this.#createSliced();

  constructor(random: Random) {
    this.#random = random;
  }

  get events(): AuditEvent[] {
    return [...this.rows, ...this.counted.map(({ event }) => event)];
  }

  append(): void {
    const events = this.#create();
    const first = this.rows.length;
    this.rows.push(...events);
    this.#insert(
      events.map((_, at) => first + at),
      events,
    );
  }

  /** A refresh or a mended gap: anywhere, in one place or in many. */
  insertBetween(): void {
    const events = this.#create();
    const length = this.rows.length + events.length;
    const places = Array.from({ length }, (_, at) => at);
    const isFront = this.#random.chance(0.3);
    const positions = (isFront ? places : this.#random.shuffle(places)).slice(0, events.length);
    positions.sort((one, other) => one - other);
    positions.forEach((position, at) => this.rows.splice(position, 0, events[at]!));
    this.#insert(positions, events);
  }

  count(): void {
    const events = this.#create();
    for (const event of events) {
      const before = this.counted.at(-1)?.time ?? this.rows.findLast(({ time }) => time !== null)?.time ?? Infinity;
      this.counted.push({ event, time: event.time ?? before });
    }
    this.analysis.count(send(events));
    void this.sliced.count(send(events));
  }

  keepCounted(): void {
    const time = this.#random.pick([0, Infinity, this.#random.int(0, 3_600_000), this.counted[0]?.time ?? 0]);
    this.counted = this.counted.filter((one) => one.time < time);
    this.analysis.keepCountedBefore(time);
    void this.sliced.keepCountedBefore(time);
  }

  /** Another redaction changes the texts of all rows, which then arrive in other batches. Counted events are lost. */
  redact(): void {
    const hidden = this.#random.pick(["maria", "1041", "Login", "abc.example"]);
    const hide = (text: string) => text.split(hidden).join("•");
    this.rows = this.rows.map((one) => ({ ...one, byUser: hide(one.byUser), byDomain: hide(one.byDomain) }));
    this.counted = [];
    this.analysis = new LogAnalysis();
    this.statistics = new RowStatistics();
    this.sliced = this.#createSliced();
    for (let at = 0; at < this.rows.length;) {
      const events = this.rows.slice(at, at + this.#random.int(1, 20));
      this.#insert(
        events.map((_, index) => at + index),
        events,
      );
      at += events.length;
    }
  }

  async expectSound(): Promise<void> {
    const { analysis, sliced, events } = this;
    expect([analysis.events, analysis.countedOnly]).to.deep.equal([events.length, this.counted.length]);
    const loaded = this.#random.int(0, this.rows.length + 2);
    const statistics = recountStatistics(this.rows.slice(0, loaded));
    expect(this.statistics.count(loaded)).to.deep.equal(statistics);
    const requests = BREAKDOWN_FIELDS.map((field): BreakdownRequest => ({
      field,
      limit: this.#random.pick([0, 1, 3, 10, 1000]),
      search: this.#random.pick(["", "", "", "a", " MARIA ", "example", "•", "__proto__", "İ"]),
    }));
    const breakdowns = requests.map((request) => recountBreakdown(events, request));
    expect(analysis.breakdown(requests)).to.deep.equal(breakdowns);
    const edges = this.#createEdges();
    const timeline = recountTimeline(events, edges);
    const read = ({ counts, undated }: ReturnType<LogAnalysis["timeline"]>) => ({ counts: [...counts], undated });
    expect(read(analysis.timeline(Float64Array.from(edges)))).to.deep.equal(timeline);

    const later = [sliced.breakdown(requests), sliced.timeline(Float64Array.from(edges))] as const;
    const [first, second] = await Promise.all(later);
    expect([first, read(second)]).to.deep.equal([breakdowns, timeline]);
  }

  #create(): AuditEvent[] {
    return createOddEvents(this.#random, this.#random.pick([0, 1, 2, 10, 40]));
  }

  #createSliced(): SlicedAnalysis {
    return new SlicedAnalysis(() => (this.#random.chance(0.3) ? Promise.resolve() : undefined));
  }

  #insert(positions: number[], events: readonly AuditEvent[]): void {
    this.analysis.insert(Uint32Array.from(positions), send(events));
    this.statistics.insert(Uint32Array.from(positions), send(events));
    void this.sliced.insert(Uint32Array.from(positions), send(events));
  }

  /** Ascending, with empty bars; often events are outside, or exactly on an edge. */
  #createEdges(): number[] {
    const dated = this.events.flatMap(({ time }) => (time === null ? [] : [time]));
    const edges = Array.from({ length: this.#random.int(0, 12) }, () =>
      dated.length > 0 && this.#random.chance(0.5) ? this.#random.pick(dated) : this.#random.int(-1000, 3_601_000),
    );
    return edges.sort((one, other) => one - other);
  }
}

const ACTS = ["append", "append", "insertBetween", "count", "keepCounted", "redact"] as const;

describe("an analysis", () => {
  const { first, count } = listSeeds(7300, 60);
  it(`counts as a plain recount does, whatever happens to the log (seeds ${first} to ${first + count - 1})`, async () => {
    for (let seed = first; seed < first + count; seed += 1) {
      const random = new Random(seed);
      const log = new Log(random);
      const acts: string[] = [];
      try {
        for (let turn = 0; turn < 20; turn += 1) {
          const act = random.pick(ACTS);
          acts.push(act);
          log[act]();
          if (random.chance(0.6)) await log.expectSound();
        }
        await log.expectSound();
      } catch (error) {
        throw new Error(`seed ${seed}, after ${acts.join(", ")}: ${String(error)}`, { cause: error });
      }
    }
  });
});
