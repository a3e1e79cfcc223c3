import { expect } from "@open-wc/testing";
import { createMockServer, type MockServer, type NewRecord } from "../../../demo/mocks/index.js";
import type { LogReader } from "../../../src/api/reading/log-reader.js";
import type { AuditEvent } from "../../../src/core/audit-event.js";
import { NOW } from "../../support/clock.js";
import { TestNetwork, createHttpError } from "../../support/test-network.js";
import {
  listContents,
  createSignal,
  createQuery,
  createSource,
  listStoredContents,
} from "../../support/data-source.js";
import { MINUTE } from "../../support/durations.js";
import { runMicrotasks } from "../../support/microtasks.js";

/** One record every five minutes for four days. */
const createRecords = (log: NewRecord["log"]): NewRecord[] =>
  Array.from({ length: 1152 }, (_, at) => ({
    time: NOW - (at + 1) * 5 * MINUTE,
    ...(log ? { log } : {}),
    record: { "by-user": `u${at}`, "action-type": "login", "target-domain": "abc.example" },
  }));

async function createStage(log: "audit" | "access" | "both") {
  const server = createMockServer({ now: () => NOW, records: createRecords(log), behavior: { limit: { cap: 50 } } });
  const network = new TestNetwork(server);
  /** The users in each response. */
  const answers: unknown[][] = [];
  network.change = (body) => {
    answers.push(body.map((record) => record["by-user"]));
    return body;
  };
  const source = await createSource(network, { signIns: log === "audit" ? "off" : "auto" });
  return { server, network, answers, reader: await source.search(createQuery(4)) };
}

const catchFailure = (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => "none",
    ({ kind }: { kind: string }) => kind,
  );

const expectAll = (server: MockServer, events: readonly AuditEvent[]) => {
  expect(listContents(events)).to.deep.equal(listStoredContents(server, createQuery(4).span));
  const times = events.map(({ time }) => time!);
  expect(times).to.deep.equal([...times].sort((one, other) => other - one));
};

interface Way {
  readonly name: string;
  readonly log: "audit" | "access";
  /** What went well before. */
  begin(reader: LogReader, network: TestNetwork): Promise<unknown>;
  /** Reads on for so many more events. */
  more(reader: LogReader, count: number): Promise<unknown>;
  /** All events in the end. */
  all(reader: LogReader): AuditEvent[];
}

const exported = new WeakMap<LogReader, AuditEvent[]>();
const exportMore = async (reader: LogReader, count: number): Promise<void> => {
  const { events } = await reader.read(count, { signal: createSignal() });
  exported.set(reader, [...(exported.get(reader) ?? []), ...events]);
};
const listMore = (reader: LogReader, count: number) => reader.readTo(reader.found + count, { signal: createSignal() });

const EXPORT: Omit<Way, "name" | "log"> = {
  begin: (reader) => exportMore(reader, 100),
  more: exportMore,
  all: (reader) => exported.get(reader)!,
};
const LIST: Omit<Way, "name" | "log"> = {
  begin: (reader) => listMore(reader, 100),
  more: listMore,
  all: (reader) => reader.first(Infinity),
};
/** The access log fails, the audit log is read without it, and what is missing is read later. */
const MEND: Omit<Way, "name" | "log"> = {
  begin: async (reader, network) => {
    await listMore(reader, 100);
    network.failAccessLog(createHttpError(401));
    await listMore(reader, Infinity);
    network.recover();
    expect(reader.coverage().missing.map(({ kind }) => kind)).to.deep.equal(["auth"]);
  },
  more: (reader) => reader.readMissing({ signal: createSignal() }),
  all: (reader) => reader.first(Infinity),
};

const WAYS: Way[] = [
  { name: "the audit log, in an export", log: "audit", ...EXPORT },
  { name: "the audit log, in a list", log: "audit", ...LIST },
  { name: "the access log, in an export", log: "access", ...EXPORT },
  { name: "what is missing of the access log, in a list", log: "access", ...MEND },
];

describe("a window that fails beside others", () => {
  for (const { name, log, begin, more, all } of WAYS) {
    it(`is reported once, keeps the records of the others, and is read again: ${name}`, async () => {
      const { server, network, answers, reader } = await createStage(log);
      await begin(reader, network);
      answers.length = 0;
      network.passCount = 0;
      const first = catchFailure(more(reader, 500));
      await network.waitForHeld(4);
      // The second of four fails.
      network.failAll(createHttpError(401));
      network.release(1, 1);
      expect(await first).to.equal("auth");

      const again = catchFailure(more(reader, 500));
      await runMicrotasks();
      // So does the third one, which is not reported again.
      network.release(1, 1);
      await runMicrotasks();
      network.recover();
      network.passCount = Infinity;
      network.release();
      expect(await again).to.equal("none");
      // The records of the first and the last window are not requested again.
      for (const user of [answers[0]![25], answers[1]![25]]) {
        expect(answers.flat().filter((one) => one === user)).to.deep.equal([user]);
      }
      while (reader.hasMoreThan(reader.found) !== false) await more(reader, 2000);
      expectAll(server, all(reader));
      const { complete, missing, accessLog } = reader.coverage();
      expect([complete, missing, accessLog]).to.deep.equal([true, [], log === "audit" ? "not-asked" : "merged"]);
    });
  }

  it("is reported again if it fails again", async () => {
    const { server, network, reader } = await createStage("audit");
    await listMore(reader, 100);
    network.passCount = 0;
    const first = catchFailure(listMore(reader, 500));
    await network.waitForHeld(4);
    network.failAll(createHttpError(401));
    network.release(1, 1);
    expect(await first).to.equal("auth");
    // The other three fail, too, and the second one once more.
    const again = catchFailure(listMore(reader, 500));
    network.passCount = Infinity;
    network.release();
    expect(await again).to.equal("auth");
    network.recover();
    await listMore(reader, Infinity);
    expectAll(server, reader.first(Infinity));
  });

  it("is reported as missing once if it is of the access log, and the list continues", async () => {
    const { server, network, reader } = await createStage("access");
    await listMore(reader, 100);
    const { readFrom } = reader.coverage();
    network.passCount = 0;
    const reading = catchFailure(listMore(reader, 500));
    await network.waitForHeld(4);
    network.failAll(createHttpError(401));
    network.release(1, 1);
    await runMicrotasks();
    network.passCount = Infinity;
    network.release();
    expect(await reading).to.equal("none");
    const { missing, complete, accessLog } = reader.coverage();
    const { from } = reader.query.span;
    expect(missing).to.deep.equal([{ kind: "auth", span: { from, until: readFrom } }]);
    expect([complete, accessLog]).to.deep.equal([false, "merged"]);
    network.recover();
    await reader.readMissing({ signal: createSignal() });
    expectAll(server, reader.first(Infinity));
    expect(reader.coverage().missing).to.deep.equal([]);
  });

  it("is not reported again for the other log, which failed before the retry", async () => {
    const { server, network, reader } = await createStage("both");
    await exportMore(reader, 100);
    network.passCount = 0;
    const first = catchFailure(exportMore(reader, 500));
    await network.waitForHeld(4);
    network.failAll(createHttpError(401));
    network.release(1, 1);
    expect(await first).to.equal("auth");
    network.passCount = Infinity;
    network.release();
    await runMicrotasks();
    network.recover();
    await exportMore(reader, Infinity);
    expectAll(server, exported.get(reader)!);
  });
});

describe("missing sign-ins", () => {
  it("are read to the end if there are few", async () => {
    const few: NewRecord = { time: NOW - 3 * 1440 * MINUTE, log: "access", record: { "by-user": "few" } };
    const server = createMockServer({ now: () => NOW, records: [...createRecords("audit"), few] });
    const network = new TestNetwork(server);
    network.failAccessLog(createHttpError(401));
    const reader = await (await createSource(network)).search(createQuery(30));
    await reader.readTo(Infinity, { signal: createSignal() });
    network.recover();
    await reader.readMissing({ signal: createSignal() });
    expect([reader.found, reader.coverage().missing, reader.coverage().complete]).to.deep.equal([1153, [], true]);
  });
});
