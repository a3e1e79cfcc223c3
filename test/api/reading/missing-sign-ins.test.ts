import { expect } from "@open-wc/testing";
import { type NewRecord } from "../../../demo/mocks/index.js";
import type { LogReader } from "../../../src/api/reading/log-reader.js";
import { NOW } from "../../support/clock.js";
import { createHttpError, RETRYABLE_FAILURES } from "../../support/test-network.js";
import { listContents, createSignal, readAll, listStoredContents, readPages } from "../../support/data-source.js";
import {
  listEvents,
  findRequestedSpan,
  isInAuditLog,
  catchKind,
  expectTruth,
  listPaths,
  readMissing,
  readTo,
  RECORDS,
  createLog,
} from "./sign-ins-support.js";
import { DAY, HOUR, SECOND } from "../../support/durations.js";

describe("an access log that fails while the audit log works", () => {
  for (const [name, error, kind] of RETRYABLE_FAILURES) {
    it(`keeps the events of the audit log, names what is missing, and can be read later: ${name}, from the first window on`, async () => {
      const { server, network, search } = await createLog();
      network.failAccessLog(error);
      const reader = await search();
      await readTo(reader);
      const { span } = reader.query;
      expect(listContents(listEvents(reader))).to.deep.equal(listStoredContents(server, span, isInAuditLog));
      expect(reader.coverage().missing).to.deep.equal([{ kind, span }]);
      expect([reader.coverage().complete, reader.coverage().accessLog]).to.deep.equal([false, "merged"]);
      network.recover();
      server.resetRequests();
      await readMissing(reader);
      expectTruth(server, reader);
      expect(listPaths(server)).to.deep.equal(["/accesslog"]);
    });

    it(`keeps the events of the audit log, names what is missing, and can be read later: ${name}, in a later window`, async () => {
      // Its windows are shorter than what is left of the range.
      const { server, network, search } = await createLog(RECORDS, {}, { limit: { cap: 40 } });
      const failing = NOW - 5 * DAY;
      network.failAccessLog(error, failing);
      const reader = await search();
      await readTo(reader);
      const { span } = reader.query;
      const [missing, ...others] = reader.coverage().missing;
      expect([missing!.kind, missing!.span.from, others]).to.deep.equal([kind, span.from, []]);
      // What was read before it failed is not missing.
      expect(missing!.span.until).to.be.within(span.from + DAY, failing);
      const newer = { from: missing!.span.until, until: span.until };
      expect(listContents(listEvents(reader).filter(({ time }) => time! >= newer.from))).to.deep.equal(
        listStoredContents(server, newer),
      );
      expect(listContents(listEvents(reader).filter(({ time }) => time! < newer.from))).to.deep.equal(
        listStoredContents(server, missing!.span, isInAuditLog),
      );
      network.recover();
      server.resetRequests();
      await readMissing(reader);
      expectTruth(server, reader);
      expect(listPaths(server)).to.deep.equal(["/accesslog"]);
      // It may go on a little beyond the range, which proves that nothing is missing at its start.
      expect(findRequestedSpan(server).until).to.equal(missing!.span.until);
      expect(findRequestedSpan(server).from).to.be.at.most(span.from - SECOND);
    });
  }

  for (const [code, kind] of [
    [400, "bad-request"],
    [403, "forbidden"],
    [404, "unsupported"],
  ] as const) {
    it(`is missing after a refusal if it added records before, otherwise refused: ${code}`, async () => {
      const { server, network, search } = await createLog();
      await readTo(await search({}, 2));
      network.failAccessLog(createHttpError(code));
      const proven = await search();
      await readTo(proven);
      expect(proven.coverage().missing).to.deep.equal([{ kind, span: proven.query.span }]);
      expect(listContents(listEvents(proven))).to.deep.equal(
        listStoredContents(server, proven.query.span, isInAuditLog),
      );
      network.recover();
      await readMissing(proven);
      expectTruth(server, proven);

      const other = await createLog();
      other.network.failAccessLog(createHttpError(code));
      const unproven = await other.search();
      await readTo(unproven);
      const { missing, complete, accessLog } = unproven.coverage();
      expect([missing, complete, accessLog]).to.deep.equal([[], true, "refused"]);
    });
  }

  it("does not delay the next events, which are those of the audit log", async () => {
    const { server, network, search } = await createLog();
    const reader = await search();
    await readTo(reader, 10);
    network.failAccessLog();
    await readTo(reader, 100);
    server.resetRequests();
    await readTo(reader, reader.found + 1);
    expect(listPaths(server)).to.deep.equal(["/auditlog"]);
    const { readFrom, missing } = reader.coverage();
    expect(missing.map(({ span }) => span.from)).to.deep.equal([readFrom]);
    network.recover();
    await readMissing(reader);
    await readTo(reader);
    expectTruth(server, reader);
  });

  it("is requested beside the audit log again when nothing is missing", async () => {
    const { server, network, search } = await createLog();
    network.failAccessLog();
    const reader = await search();
    await readTo(reader, 100);
    network.recover();
    await readMissing(reader);
    server.resetRequests();
    await readTo(reader);
    expect(listPaths(server).sort()).to.deep.equal(["/accesslog", "/auditlog"]);
    expectTruth(server, reader);
  });

  it("is missing also where no event matches the filters: no answer has shown that", async () => {
    const { server, network, search } = await createLog();
    network.failAccessLog();
    const reader = await search({ byUser: "a7" });
    await readTo(reader);
    expect([reader.found, reader.coverage().missing.length]).to.deep.equal([0, 1]);
    network.recover();
    await readMissing(reader);
    expectTruth(server, reader, (record) => record["by-user"] === "a7");
    expect(reader.found).to.equal(1);
  });

  it("changes neither the ids nor the order of the listed events", async () => {
    const { network, search } = await createLog();
    network.failAccessLog();
    const reader = await search();
    await readTo(reader);
    const before = listEvents(reader);
    network.recover();
    await readMissing(reader);
    const known = new Set(before);
    expect(
      listEvents(reader)
        .filter((event) => known.has(event))
        .map(({ id }) => id),
    ).to.deep.equal(before.map(({ id }) => id));
  });

  it("is read later: a copy in both logs is one event, and equal records are as many as in the log with most of them", async () => {
    const createTwin = (log: "audit" | "both" | "access"): NewRecord => ({
      time: NOW - 2 * HOUR,
      log,
      record: { "by-user": "twin", "action-type": "login" },
    });
    const { server, network, search } = await createLog([
      ...RECORDS,
      createTwin("both"),
      createTwin("both"),
      createTwin("access"),
    ]);
    network.failAccessLog();
    const reader = await search();
    await readTo(reader);
    const countTwins = () => listEvents(reader).filter(({ byUser }) => byUser === "twin").length;
    expect(countTwins()).to.equal(2);
    network.recover();
    await readMissing(reader);
    expect(countTwins()).to.equal(3);
    expectTruth(server, reader);
  });

  it("counts everything once", async () => {
    const well = await createLog();
    const whole = await well.search();
    await readTo(whole);
    const { network, search } = await createLog();
    network.failAccessLog(createHttpError(500), NOW - 3 * DAY);
    const reader = await search();
    await readTo(reader);
    network.recover();
    await readMissing(reader);
    const pickCounts = ({ records, matched, undated, unreadable, outside }: ReturnType<LogReader["coverage"]>) => ({
      ...{ records, matched, undated, unreadable, outside },
    });
    expect(pickCounts(reader.coverage())).to.deep.equal(pickCounts(whole.coverage()));
  });
});

describe("both logs failing", () => {
  it("reject, and nothing is missing after a retry", async () => {
    const { server, network, search } = await createLog();
    network.failAll();
    const reader = await search();
    expect(await catchKind(reader.readTo(100, { signal: createSignal() }))).to.equal("server");
    expect([reader.found, reader.coverage().missing]).to.deep.equal([0, []]);
    network.recover();
    await readTo(reader);
    expectTruth(server, reader);
  });

  it("reject in a later window, too, and reading continues there", async () => {
    const { server, network, search } = await createLog();
    const reader = await search();
    await readTo(reader, 200);
    const { readFrom } = reader.coverage();
    network.failAll();
    for (let count = 0; count < 3; count += 1) expect(await catchKind(readTo(reader))).to.equal("server");
    network.recover();
    server.resetRequests();
    await readTo(reader);
    expect(findRequestedSpan(server).until).to.be.at.most(readFrom);
    // Where the access log was the one that was behind, it failed first and was left behind.
    await readMissing(reader);
    expectTruth(server, reader);
  });

  it("reject if the audit log fails after the access log", async () => {
    const { server, network, search } = await createLog();
    network.failAccessLog();
    const reader = await search();
    await readTo(reader, 200);
    network.failAll();
    expect(await catchKind(readTo(reader))).to.equal("server");
    network.recover();
    await readTo(reader);
    await readMissing(reader);
    expectTruth(server, reader);
  });
});

describe("pages that are read one by one", () => {
  for (const [name, error, kind] of RETRYABLE_FAILURES) {
    it(`wait for the access log, and continue when they are read again: ${name}`, async () => {
      const { server, network, search } = await createLog();
      network.failAccessLog(error, NOW - 5 * DAY);
      const reader = await search();
      const found: string[] = [];
      let failed = "";
      while (failed === "" && reader.hasMoreThan(0) !== false) {
        await reader.read(25, { signal: createSignal() }).then(
          ({ events }) => found.push(...listContents(events)),
          (one: { kind: string }) => (failed = one.kind),
        );
      }
      expect([failed, reader.coverage().missing]).to.deep.equal([kind, []]);
      network.recover();
      const { events, coverage } = await readAll(reader);
      expect([...found, ...listContents(events)].sort()).to.deep.equal(listStoredContents(server, reader.query.span));
      expect(coverage.complete).to.equal(true);
    });
  }

  it("reject where a log fails, and the next read continues there", async () => {
    const { server, network, search } = await createLog();
    network.failAccessLog(createHttpError(500), NOW - 5 * DAY);
    const reader = await search();
    const found: string[] = [];
    const readRest = () => readPages(reader, ({ events }) => found.push(...listContents(events)));
    expect(await catchKind(readRest())).to.equal("server");
    expect(await catchKind(readRest())).to.equal("server");
    network.recover();
    await readRest();
    expect(found.sort()).to.deep.equal(listStoredContents(server, reader.query.span));
  });
});
