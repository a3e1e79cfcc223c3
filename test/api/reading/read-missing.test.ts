import { expect } from "@open-wc/testing";
import { type ServerBehavior } from "../../../demo/mocks/index.js";
import { NOW } from "../../support/clock.js";
import { createHttpError } from "../../support/test-network.js";
import { listContents, createSignal, listStoredContents, removeTime } from "../../support/data-source.js";
import {
  listEvents,
  findRequestedSpan,
  catchKind,
  expectTruth,
  readMissing,
  readTo,
  RECORDS,
  createLog,
} from "./sign-ins-support.js";
import { DAY } from "../../support/durations.js";

describe("reading again what is missing", () => {
  it("sends nothing if nothing is missing", async () => {
    const { server, search } = await createLog();
    const reader = await search();
    await readTo(reader, 100);
    server.resetRequests();
    await reader.readMissing({ signal: createSignal() });
    expect(server.requests).to.have.length(0);
  });

  it("may fail, and continues at the same place at the next try", async () => {
    const { server, network, search } = await createLog(RECORDS, {}, { limit: { cap: 20 } });
    network.failAccessLog();
    const reader = await search();
    await readTo(reader);
    const before = listContents(listEvents(reader));
    expect(await catchKind(reader.readMissing({ signal: createSignal() }))).to.equal("server");
    expect(listContents(listEvents(reader))).to.deep.equal(before);
    // It gets as far as twelve days ago.
    network.failAccessLog(createHttpError(503), NOW - 12 * DAY);
    expect(await catchKind(readMissing(reader))).to.equal("server");
    const [missing] = reader.coverage().missing;
    expect(missing!.span.until).to.be.within(NOW - 16 * DAY, NOW - 8 * DAY);
    const newer = { from: missing!.span.until, until: NOW };
    expect(listContents(listEvents(reader).filter(({ time }) => time! >= newer.from))).to.deep.equal(
      listStoredContents(server, newer),
    );
    network.recover();
    server.resetRequests();
    await readMissing(reader);
    expect(findRequestedSpan(server).until).to.be.at.most(missing!.span.until);
    expectTruth(server, reader);
  });

  it("may be stopped at any moment without losing or repeating a record", async () => {
    for (let moment = 0; moment < 40; moment += 1) {
      const { server, network, search } = await createLog(RECORDS.filter(({ time }) => time > NOW - 4 * DAY));
      network.failAccessLog();
      const reader = await search({}, 4);
      await readTo(reader);
      network.recover();
      const caller = new AbortController();
      const given = catchKind(reader.readMissing({ signal: caller.signal }));
      for (let count = 0; count < moment; count += 1) await Promise.resolve();
      caller.abort();
      await given;
      await readMissing(reader);
      expectTruth(server, reader);
    }
  });

  it("keeps to the budget, and continues with the next call", async () => {
    const { server, network, search } = await createLog(
      RECORDS,
      { budget: { seconds: 60, requests: 3, records: 20_000 } },
      { limit: { cap: 12 } },
    );
    network.failAccessLog();
    const reader = await search();
    await readTo(reader);
    network.recover();
    let calls = 0;
    for (let left = Infinity; reader.coverage().missing.length > 0 && calls < 200; calls += 1) {
      server.resetRequests();
      await reader.readMissing({ signal: createSignal() });
      expect(server.requests.length).to.be.within(1, 3 + 8);
      const rest = reader.coverage().missing[0]?.span.until ?? -Infinity;
      expect(rest).to.be.below(left);
      left = rest;
    }
    expect(calls).to.be.above(2);
    expectTruth(server, reader);
  });

  it("keeps the order of the list while the next page is read ahead", async () => {
    const week = RECORDS.filter(({ time }) => time > NOW - 7 * DAY);
    for (let moment = 0; moment < 60; moment += 1) {
      const { server, network, search } = await createLog(week, {}, { limit: { cap: 25 } });
      network.failAccessLog();
      const reader = await search();
      await readTo(reader, 100);
      network.recover();
      const preparing = reader.readAhead(reader.found + 60, createSignal());
      for (let count = 0; count < moment; count += 1) await Promise.resolve();
      await reader.readMissing({ signal: createSignal() });
      await preparing;
      await readMissing(reader);
      await readTo(reader);
      expectTruth(server, reader);
    }
  });

  it("reports its progress", async () => {
    const { network, search } = await createLog();
    network.failAccessLog();
    const reader = await search();
    await readTo(reader);
    network.recover();
    const matched: number[] = [];
    await reader.readMissing({ signal: createSignal(), onProgress: (progress) => matched.push(progress.matched) });
    expect(matched.length).to.be.above(0);
    expect(matched).to.deep.equal([...matched].sort((one, other) => one - other));
  });

  for (const [name, behavior] of [
    ["ascending", { order: "ascending" }],
    ["a cap of 25", { limit: { cap: 25 } }],
    ["exclusive ends", { startInclusive: false, endInclusive: false }],
  ] as [string, Partial<ServerBehavior>][]) {
    it(`finds every record on any server: ${name}`, async () => {
      const some = RECORDS.map((one, at) => (at % 31 === 0 ? removeTime(one) : one));
      for (const failing of [Infinity, NOW - 4 * DAY, NOW - 11 * DAY]) {
        const { server, network, search } = await createLog(some, {}, behavior);
        network.failAccessLog(createHttpError(500), failing);
        const reader = await search();
        await readTo(reader);
        network.recover();
        await readMissing(reader);
        expectTruth(server, reader);
      }
    });
  }
});
