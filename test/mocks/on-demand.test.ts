import { expect } from "@open-wc/testing";
import { createMockServer, type MockServer } from "../../demo/mocks/index.js";
import { NOW } from "../support/clock.js";
import { DAY } from "../support/durations.js";

const formatTime = (time: number) => new Date(time).toISOString().replace(".000", "");

const createOnDemandServer = (options = {}) =>
  createMockServer({ now: () => NOW, onDemand: true, events: 9_001, days: 30, ...options });

async function read(from: MockServer, start: number, end: number): Promise<Record<string, unknown>[]> {
  const query = new URLSearchParams({
    "datetime-start": formatTime(start),
    "datetime-end": formatTime(end),
    limit: "1000",
  });
  const { body } = await from.handle({ path: "/auditlog", query });
  return JSON.parse(body);
}

describe("records that are made on demand", () => {
  it("are as many as requested, in order, within their days", () => {
    for (const [events, days] of [
      [9_001, 30],
      [7, 30],
      [0, 30],
      [100, 1],
    ] as const) {
      const { stored } = createOnDemandServer({ events, days });
      expect(stored.length).to.equal(events);
      const times = stored.map(({ time }) => time);
      expect(times).to.deep.equal([...times].sort((one, other) => other - one));
      // Whole days, and today as far as it has come.
      for (const time of times) expect(time).to.be.within(NOW - (days + 1) * DAY, NOW);
    }
  });

  it("are the same, whatever was read before, and differ by their seed", async () => {
    const [one, other] = [createOnDemandServer(), createOnDemandServer()];
    const week = [NOW - 7 * DAY, NOW - 6 * DAY] as const;
    await read(other, NOW - 30 * DAY, NOW - 20 * DAY);
    await read(other, NOW - DAY, NOW);
    const records = await read(one, ...week);
    expect(records.length).to.be.greaterThan(100);
    expect(await read(other, ...week)).to.deep.equal(records);
    expect(await read(createOnDemandServer({ seed: 2 }), ...week)).not.to.deep.equal(records);
  });

  it("are the ones that a plain server with the same records answers", async () => {
    const one = createOnDemandServer();
    const plain = createMockServer({ now: () => NOW, records: one.stored.toReversed() });
    const range = [NOW - 11 * DAY, NOW - 10 * DAY - 3_600_000] as const;
    const records = await read(plain, ...range);
    expect(records.length).to.be.greaterThan(100);
    expect(await read(one, ...range)).to.deep.equal(records);
  });

  it("are forgotten again: few days are kept, however far a search reads", async () => {
    const one = createOnDemandServer({ events: 30_000 });
    for (let day = 1; day <= 30; day += 1) {
      await read(one, NOW - day * DAY, NOW - (day - 1) * DAY);
      expect(one.recordsInMemory).to.be.within(1, 4_000);
    }
  });

  it("cannot be added to", () => {
    expect(() => createOnDemandServer().add({ time: NOW, record: {} })).to.throw(TypeError);
  });
});
