import { expect } from "@open-wc/testing";
import { createMockServer, type ServerBehavior, type MockServer, type NewRecord } from "../../../demo/mocks/index.js";
import type { LogReader } from "../../../src/api/reading/log-reader.js";
import type { AuditLogSource } from "../../../src/api/source.js";
import { NOW, createTestClock } from "../../support/clock.js";
import { TestNetwork } from "../../support/test-network.js";
import {
  listContents,
  createSignal,
  createQuery,
  createSource,
  listStoredContents,
} from "../../support/data-source.js";
import { MINUTE, SECOND } from "../../support/durations.js";
import { runMicrotasks } from "../../support/microtasks.js";

/** One record every five minutes for two days, and in the access log one an hour. */
const RECORDS: NewRecord[] = [
  ...Array.from({ length: 576 }, (_, at): NewRecord => ({
    time: NOW - (at + 1) * 5 * MINUTE,
    record: { "by-user": `u${at}`, "action-type": "update" },
  })),
  ...Array.from({ length: 48 }, (_, at): NewRecord => ({
    time: NOW - at * 60 * MINUTE - 7 * MINUTE,
    log: "access",
    record: { "by-user": `a${at}`, "action-type": "login" },
  })),
];

const createLateRecord = (minutes: number, log: "audit" | "access" = "audit"): NewRecord => ({
  time: NOW - minutes * MINUTE - 30 * SECOND,
  log,
  record: { "by-user": `late-${log}-${minutes}`, "action-type": "login" },
});

/** Records may come so late that much of the list is in question. */
async function createStage(signIns: "auto" | "off", behavior: Partial<ServerBehavior> = { limit: { cap: 50 } }) {
  const server = createMockServer({ now: () => NOW, records: RECORDS, behavior });
  const network = new TestNetwork(server);
  const clock = createTestClock();
  const source = await createSource(network, { signIns, lateMinutes: 1440 }, { clock });
  return { server, network, clock, source, reader: await source.search(createQuery(2)) };
}

/** What Refresh does. @returns where it began */
async function refresh(source: AuditLogSource, reader: LogReader, later = MINUTE): Promise<number> {
  const { recentFrom } = reader;
  const newer = source.newer(reader, reader.query.span.until + later);
  expect(await newer.readBack(recentFrom, { signal: createSignal() })).to.equal(true);
  reader.addRefresh(newer, recentFrom);
  return recentFrom;
}

async function expectAll(server: MockServer, reader: LogReader, log = "all"): Promise<void> {
  await reader.readTo(Infinity, { signal: createSignal() });
  const events = reader.first(Infinity);
  const isAsked = (_record: unknown, one: string) => log === "all" || one === log;
  expect(listContents(events)).to.deep.equal(listStoredContents(server, reader.query.span, isAsked));
  const times = events.map(({ time }) => time!);
  expect(times).to.deep.equal([...times].sort((one, other) => other - one));
  expect(new Set(events.map(({ id }) => id)).size).to.equal(events.length);
  const { complete, matched } = reader.coverage();
  expect([complete, matched]).to.deep.equal([true, events.length]);
}

describe("records that arrive late, in time that was already read ahead", () => {
  it("are found when a log that is further back than the other one is refreshed", async () => {
    const { server, source, reader } = await createStage("auto");
    await reader.readTo(10, { signal: createSignal() });
    // The access log has been read further back.
    server.add(createLateRecord(5 * 60, "access"), createLateRecord(5 * 60), createLateRecord(3));
    const from = await refresh(source, reader);
    expect(from).to.be.within(NOW - 5 * 60 * MINUTE, NOW - 60 * MINUTE);
    await expectAll(server, reader);
  });

  it("are found by each of several refreshes", async () => {
    const { server, source, clock, reader } = await createStage("auto");
    for (let count = 1; count <= 4; count += 1) {
      await reader.readTo(reader.found + 40, { signal: createSignal() });
      for (const hours of [1, 5, 9, 14])
        server.add(createLateRecord(hours * 60 + count, "access"), createLateRecord(hours * 60 + count));
      clock.time += MINUTE;
      await refresh(source, reader);
    }
    await expectAll(server, reader);
  });

  it("are found if reading stopped between two windows", async () => {
    const { server, source, network, reader } = await createStage("off");
    await reader.readTo(100, { signal: createSignal() });
    network.passCount = 0;
    const stop = new AbortController();
    const reading = reader.readTo(400, { signal: stop.signal }).catch(() => undefined);
    await network.waitForHeld(4);
    // The third window is answered, the two before it are not.
    network.release(1, 2);
    await runMicrotasks();
    stop.abort();
    await reading;
    network.passCount = Infinity;
    network.release();
    await runMicrotasks();
    for (let hours = 1; hours < 24; hours += 1) server.add(createLateRecord(hours * 60));
    await refresh(source, reader);
    await expectAll(server, reader, "audit");
  });

  it("do not keep reading from its end if two windows overlap, and are found by the next refresh", async () => {
    const { server, source, network, reader } = await createStage("off");
    await reader.readTo(100, { signal: createSignal() });
    server.resetRequests();
    network.passCount = 0;
    const reading = reader.readTo(400, { signal: createSignal() });
    await network.waitForHeld(4);
    // The newest window is answered before the record comes, the next one after that.
    network.release(1);
    await runMicrotasks();
    server.add(createLateRecord(875));
    const shared = server.stored.filter(({ record }) => record["by-user"] === "late-audit-875")[0]!.time;
    network.passCount = Infinity;
    network.release();
    await reading;
    const [first, second] = server.requests.map(({ query }) =>
      ["datetime-start", "datetime-end"].map((name) => Date.parse(query.get(name)!)),
    );
    expect(shared).to.be.within(first![0]!, second![1]!);
    expect(server.requests.length).to.be.below(12);
    await refresh(source, reader);
    await expectAll(server, reader, "audit");
  });
});
