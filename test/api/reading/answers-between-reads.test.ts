import { expect } from "@open-wc/testing";
import { createMockServer, type NewRecord } from "../../../demo/mocks/index.js";
import type { LogReader } from "../../../src/api/reading/log-reader.js";
import type { SourceOptions } from "../../../src/api/source-options.js";
import { NOW, createTestClock } from "../../support/clock.js";
import { TestNetwork } from "../../support/test-network.js";
import {
  listContents,
  createSignal,
  createQuery,
  createSource,
  listStoredContents,
} from "../../support/data-source.js";
import { HOUR, MINUTE } from "../../support/durations.js";

/*
 * Two logs are read at the same time. An answer of one of them may come at any moment, also between two steps of a read, or
 * when no read waits for it.
 */

/** Lets `count` waiting steps of the code run. */
async function runSteps(count = 200): Promise<void> {
  for (let left = count; left > 0; left -= 1) await Promise.resolve();
}

const createRecord = (minutes: number, log: "audit" | "access"): NewRecord => ({
  time: NOW - minutes * MINUTE,
  log,
  record: { "by-user": `${log}${minutes}`, "action-type": "login" },
});

/** A record every ten minutes for two days, in turn in each log. */
const RECORDS = Array.from({ length: 288 }, (_, at) => createRecord(10 * at + 5, at % 2 === 0 ? "audit" : "access"));

async function createStage(options: Partial<SourceOptions> = {}) {
  const server = createMockServer({ now: () => NOW, records: RECORDS, behavior: { limit: { cap: 20 } } });
  const network = new TestNetwork(server);
  const clock = createTestClock();
  const source = await createSource(network, options, { clock });
  const reader = await source.search(createQuery(1));
  const expectAll = async () => {
    for (let turn = 0; turn < 100 && reader.hasMoreThan(reader.found) !== false; turn += 1)
      await reader.readTo(Infinity, { signal: createSignal() });
    const events = reader.first(Infinity);
    expect(listContents(events)).to.deep.equal(listStoredContents(server, reader.query.span));
    const times = events.map(({ time }) => time!);
    expect(times).to.deep.equal([...times].sort((one, other) => other - one));
    const { complete, matched, readFrom } = reader.coverage();
    expect([complete, matched, readFrom]).to.deep.equal([true, events.length, reader.query.span.from]);
  };
  return { server, network, clock, source, reader, expectAll };
}

/** What the coverage says was searched must be in the list. */
function expectListed(reader: LogReader, span = reader.query.span): void {
  const due = RECORDS.filter(({ time }) => time >= reader.coverage().readFrom && time < span.until);
  expect(reader.found).to.equal(due.length);
}

describe("an answer that arrives between two steps of a read", () => {
  it("is in the list of a refresh, however soon after the answer of the other log it arrives", async () => {
    const { server, network, clock, source, reader, expectAll } = await createStage();
    await reader.readTo(Infinity, { signal: createSignal() });
    for (let steps = 0; steps < 40; steps += 1) {
      server.add(createRecord(-steps, "audit"), createRecord(-steps, "access"));
      clock.time += MINUTE;
      const newer = source.newer(reader, reader.query.span.until + MINUTE);
      const { recentFrom } = reader;
      network.passCount = 0;
      const reading = newer.readBack(recentFrom, { signal: createSignal() });
      await network.waitForHeld(2);
      network.release(1);
      await runSteps(steps);
      network.passCount = Infinity;
      network.release();
      expect(await reading, `${steps} steps`).to.equal(true);
      expect(reader.addRefresh(newer, recentFrom), `${steps} steps`).to.equal(2);
    }
    await expectAll();
  });
});

describe("answers that arrive after the budget of a read has ended", () => {
  /** Ends a read while one of the two logs waits for an answer, which then comes. */
  async function endBeforeAnswer(first: "audit" | "access", accessLogFails = false) {
    const staged = await createStage({ lateMinutes: 1440 });
    const { network, reader, clock } = staged;
    network.passCount = 0;
    if (accessLogFails) network.failAccessLog();
    let hasEnded = false;
    const reading = reader.readTo(Infinity, { signal: createSignal() }).then(() => (hasEnded = true));
    // Each log gets a request for a short and for a long window.
    await network.waitForHeld(4);
    clock.time += 61_000;
    // A log that fails is asked again and again until the viewer gives it up.
    while (!hasEnded) {
      network.release(2, first === "audit" ? 0 : 2);
      await runSteps();
    }
    await reading;
    network.passCount = Infinity;
    network.release();
    await runSteps();
    return staged;
  }

  it("are not called searched before they are in the list", async () => {
    for (const first of ["audit", "access"] as const) {
      const { reader, expectAll } = await endBeforeAnswer(first);
      expectListed(reader);
      await expectAll();
    }
  });

  it("stay in order if the other log has failed and is then read again", async () => {
    const { network, reader, expectAll } = await endBeforeAnswer("access", true);
    network.recover();
    await reader.readMissing({ signal: createSignal() });
    await expectAll();
  });

  it("are listed once if a refresh reads the same time", async () => {
    for (const first of ["audit", "access"] as const) {
      const { server, clock, source, reader, expectAll } = await endBeforeAnswer(first);
      server.add(createRecord(-1, "audit"), createRecord(-1, "access"));
      clock.time += 2 * MINUTE;
      const newer = source.newer(reader, reader.query.span.until + 2 * MINUTE);
      const { recentFrom } = reader;
      expect(recentFrom).to.be.above(NOW - 24 * HOUR);
      const signal = createSignal();
      for (let turn = 0; turn < 20 && !(await newer.readBack(recentFrom, { signal })); turn += 1);
      reader.addRefresh(newer, recentFrom);
      await expectAll();
    }
  });
});
