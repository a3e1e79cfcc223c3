import { expect } from "@open-wc/testing";
import { NOW } from "../../support/clock.js";
import { listContents, createSignal, listStoredContents, removeTime } from "../../support/data-source.js";
import {
  listEvents,
  isInAuditLog,
  catchKind,
  change,
  expectTruth,
  createLogin,
  readMissing,
  readTo,
  RECORDS,
  refresh,
  createLog,
} from "./sign-ins-support.js";
import { MINUTE, SECOND } from "../../support/durations.js";

describe("a refresh", () => {
  it("adds and counts new and late events of both logs", async () => {
    const on = await createLog();
    const reader = await on.search();
    await readTo(reader);
    const { records } = reader.coverage();
    on.server.add(
      change(NOW + MINUTE, "new"),
      createLogin(NOW + 2 * MINUTE, "new sign-in"),
      createLogin(NOW + 3 * MINUTE, "new in both", "both"),
      change(NOW - 5 * MINUTE, "late"),
      createLogin(NOW - 9 * MINUTE, "late sign-in"),
    );
    expect(await refresh(on, reader, 5 * MINUTE)).to.equal(5);
    expectTruth(on.server, reader);
    expect(reader.coverage().records).to.equal(records + 5);
    expect(await refresh(on, reader, MINUTE)).to.equal(0);
    expectTruth(on.server, reader);
    expect(reader.coverage().records).to.equal(records + 5);
  });

  it("in the middle of a list reads no older than the list is", async () => {
    const on = await createLog([
      ...RECORDS,
      ...Array.from({ length: 50 }, (_, at) => change(NOW - at * SECOND, `busy${at}`)),
    ]);
    on.server.behavior.limit = { cap: 20 };
    const reader = await on.search();
    await readTo(reader, 10);
    const { recentFrom } = reader;
    expect(recentFrom).to.be.above(NOW - MINUTE);
    on.server.add(change(NOW + 10 * SECOND, "new"), change(NOW - 3 * MINUTE, "late, older than the list"));
    on.server.resetRequests();
    expect(await refresh(on, reader, MINUTE)).to.equal(1);
    await readTo(reader);
    expectTruth(on.server, reader);
  });

  it("counts a late copy of a record that is in the list", async () => {
    const copy = () => createLogin(NOW - 4 * MINUTE, "twin", "both");
    const on = await createLog([...RECORDS, copy(), copy()]);
    const reader = await on.search();
    await readTo(reader);
    const ids = listEvents(reader).map(({ id }) => id);
    on.server.add(copy());
    expect(await refresh(on, reader, MINUTE)).to.equal(1);
    expectTruth(on.server, reader);
    expect(listEvents(reader).filter(({ byUser }) => byUser === "twin")).to.have.length(3);
    const kept = new Set(ids);
    expect(
      listEvents(reader)
        .map(({ id }) => id)
        .filter((id) => kept.has(id)),
    ).to.deep.equal(ids);
    expect(await refresh(on, reader, MINUTE)).to.equal(0);
    expectTruth(on.server, reader);
  });

  it("counts records without a time, old and new ones", async () => {
    const on = await createLog([...RECORDS, removeTime(change(NOW - 2 * MINUTE, "old undated"))]);
    const reader = await on.search();
    await readTo(reader);
    expect(reader.coverage().undated).to.equal(1);
    on.server.add(change(NOW + MINUTE, "new"), removeTime(change(NOW + 2 * MINUTE, "new undated")));
    expect(await refresh(on, reader, 5 * MINUTE)).to.equal(2);
    expectTruth(on.server, reader);
    expect(reader.coverage().undated).to.equal(2);
  });

  it("keeps items that are no records, each once", async () => {
    const on = await createLog([...RECORDS, change(NOW - 3 * MINUTE, "marked")]);
    // Beside each marked record the server has an item that is not a record.
    on.network.change = (body) => body.flatMap((one) => (one["by-user"] === "marked" ? [one, "no record"] : [one]));
    const reader = await on.search();
    await readTo(reader);
    expect(reader.coverage().unreadable).to.equal(1);
    on.server.add(change(NOW + 2 * MINUTE, "marked"));
    const { records } = reader.coverage();
    expect(await refresh(on, reader, 5 * MINUTE)).to.equal(1);
    expect([reader.unreadable, reader.coverage().unreadable]).to.deep.equal([["no record", "no record"], 2]);
    expect(reader.coverage().records).to.equal(records + 2);
  });

  it("counts records outside the requested time once, also if some of them are read later", async () => {
    const on = await createLog();
    const reader = await on.search();
    await readTo(reader);
    on.server.add(change(NOW + MINUTE, "marked"));
    const stray = { "by-user": "stray", "timestamp-datetime": "2026-11-20T00:00:00Z" };
    on.network.change = (body) => body.flatMap((one) => (one["by-user"] === "marked" ? [one, stray] : [one]));
    on.network.failAccessLog();
    await refresh(on, reader, 5 * MINUTE);
    const { outside } = reader.coverage();
    expect(outside).to.be.above(0);
    on.network.recover();
    await readMissing(reader);
    expect(reader.coverage().outside).to.equal(outside);
  });

  for (const order of ["descending", "ascending"] as const) {
    it(`repeats no record without a time in a quiet log: ${order}`, async () => {
      for (const newer of [[], [change(NOW + MINUTE, "new")]]) {
        // The newest record says no time; the one before it is older than what a refresh reads again.
        const quiet = RECORDS.filter(({ time }) => time < NOW - 20 * MINUTE);
        const on = await createLog(
          [...quiet, removeTime(change(NOW - 2 * MINUTE, "undated"))],
          { signIns: "off" },
          { order },
        );
        const reader = await on.search();
        await readTo(reader);
        on.server.add(...newer);
        expect(await refresh(on, reader, 5 * MINUTE)).to.equal(newer.length);
        expect(listContents(listEvents(reader))).to.deep.equal(
          listStoredContents(on.server, reader.query.span, isInAuditLog),
        );
      }
    });
  }

  it("repeats no record without a time that two refreshes have read or still miss", async () => {
    for (const [log, fails] of [
      ["audit", false],
      ["access", false],
      ["access", true],
    ] as const) {
      const on = await createLog(RECORDS.filter(({ time }) => time < NOW - 20 * MINUTE));
      const reader = await on.search();
      await readTo(reader);
      if (fails) on.network.failAccessLog();
      on.server.add({ ...removeTime(createLogin(NOW + 14 * MINUTE, "undated")), log });
      await refresh(on, reader, 15 * MINUTE);
      await refresh(on, reader, 5 * MINUTE);
      on.network.recover();
      await readMissing(reader);
      expect(
        listEvents(reader).filter(({ byUser }) => byUser === "undated"),
        `${log}, ${fails}`,
      ).to.have.length(1);
      expectTruth(on.server, reader);
    }
  });

  it("changes nothing if its reader fails, and can be repeated", async () => {
    const on = await createLog();
    const reader = await on.search();
    await readTo(reader);
    const before = listEvents(reader);
    on.server.add(change(NOW + MINUTE, "new"));
    on.clock.time += 5 * MINUTE;
    const newer = on.source.newer(reader, NOW + 5 * MINUTE);
    const from = reader.recentFrom;
    on.network.failAll();
    expect(await catchKind(newer.readBack(from, { signal: createSignal() }))).to.equal("server");
    expect(listEvents(reader)).to.deep.equal(before);
    on.network.recover();
    expect(await newer.readBack(from, { signal: createSignal() })).to.equal(true);
    expect(reader.addRefresh(newer, from)).to.equal(1);
    expectTruth(on.server, reader);
  });

  it("cannot be added if its reader has another redaction", async () => {
    const on = await createLog();
    const reader = await on.search();
    await readTo(reader, 10);
    expect(reader.isCompatibleWith(on.source.newer(reader, NOW))).to.equal(true);
    on.setup.redact = (record) => ({ ...(record as object), "by-user": "somebody" });
    const other = on.source.newer(reader, NOW);
    expect([reader.isCompatibleWith(other), other.isCompatibleWith(other)]).to.deep.equal([false, true]);
  });

  it("counts copies of redacted records by what the viewer shows of them", async () => {
    const on = await createLog();
    on.setup.redact = (record) => ({ ...(record as object), "by-user": "somebody" });
    const reader = await on.search();
    await readTo(reader);
    on.server.add(change(NOW - 4 * MINUTE, "one"), change(NOW - 4 * MINUTE, "other"));
    expect(await refresh(on, reader, MINUTE)).to.equal(2);
    expect(await refresh(on, reader, MINUTE)).to.equal(0);
    expect(listEvents(reader)).to.have.length(listStoredContents(on.server, reader.query.span).length);
  });
});
