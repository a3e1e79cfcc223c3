import { expect } from "@open-wc/testing";
import { NOW } from "../../support/clock.js";
import { createHttpError } from "../../support/test-network.js";
import { removeTime } from "../../support/data-source.js";
import {
  listEvents,
  findRequestedSpan,
  catchKind,
  change,
  expectTruth,
  createLogin,
  listPaths,
  readMissing,
  readTo,
  RECORDS,
  refresh,
  createLog,
} from "./sign-ins-support.js";
import { DAY, MINUTE, SECOND } from "../../support/durations.js";

describe("a refresh while sign-ins are missing", () => {
  it("adds new events and leaves the rest missing", async () => {
    const on = await createLog();
    on.network.failAccessLog();
    const reader = await on.search();
    await readTo(reader, 200);
    on.network.recover();
    on.server.add(
      change(NOW + MINUTE, "new"),
      createLogin(NOW + 2 * MINUTE, "new sign-in"),
      createLogin(NOW - MINUTE, "late sign-in"),
    );
    expect(await refresh(on, reader, 5 * MINUTE)).to.equal(3);
    const { missing } = reader.coverage();
    expect(missing.map(({ span }) => span.until)).to.deep.equal([NOW - 10 * MINUTE]);
    await readMissing(reader);
    await readTo(reader);
    expectTruth(on.server, reader);
  });

  it("adds events of the audit log while the access log fails, names what is missing, and adds the rest later", async () => {
    const on = await createLog();
    const reader = await on.search();
    await readTo(reader);
    const { records } = reader.coverage();
    on.server.add(
      change(NOW + MINUTE, "new"),
      createLogin(NOW + 2 * MINUTE, "new sign-in"),
      createLogin(NOW + 2 * MINUTE, "new in both", "both"),
      createLogin(NOW - MINUTE, "late sign-in"),
    );
    on.network.failAccessLog();
    expect(await refresh(on, reader, 5 * MINUTE)).to.equal(2);
    const span = { from: NOW - 10 * MINUTE, until: NOW + 5 * MINUTE };
    expect(reader.coverage().missing).to.deep.equal([{ kind: "server", span }]);
    expect([reader.coverage().complete, reader.coverage().records]).to.deep.equal([false, records + 2]);
    on.network.recover();
    on.server.resetRequests();
    await readMissing(reader);
    expect(listPaths(on.server)).to.deep.equal(["/accesslog"]);
    expect(findRequestedSpan(on.server).from).to.be.at.least(span.from - SECOND);
    expectTruth(on.server, reader);
    expect(reader.coverage().records).to.equal(records + 4);
  });

  it("names no more as missing than it had to read if the access log fails", async () => {
    const on = await createLog(
      RECORDS,
      { budget: { seconds: 60, requests: 200, records: 20_000 } },
      { limit: { cap: 11 } },
    );
    const reader = await on.search();
    await readTo(reader);
    const { recentFrom } = reader;
    // Dense at its newer end, so that its windows do not end where it has to go back to.
    on.server.add(...Array.from({ length: 60 }, (_, at) => change(NOW + 5 * MINUTE - (at + 1) * SECOND, `new${at}`)));
    on.network.failAccessLog();
    expect(await refresh(on, reader, 5 * MINUTE)).to.equal(60);
    const span = { from: recentFrom, until: NOW + 5 * MINUTE };
    expect(reader.coverage().missing).to.deep.equal([{ kind: "server", span }]);
    on.network.recover();
    await readMissing(reader);
    expectTruth(on.server, reader);
  });

  it("adds its missing part to an older one if the access log fails", async () => {
    const on = await createLog();
    on.network.failAccessLog();
    const reader = await on.search();
    await readTo(reader, 300);
    on.server.add(change(NOW + MINUTE, "new"), createLogin(NOW + 2 * MINUTE, "new sign-in"));
    await refresh(on, reader, 5 * MINUTE);
    on.server.add(createLogin(NOW + 6 * MINUTE, "newer sign-in"), createLogin(NOW - MINUTE, "late sign-in"));
    await refresh(on, reader, 5 * MINUTE);
    const { missing, readFrom } = reader.coverage();
    const spans = missing.map(({ span }) => span);
    expect(Math.max(...spans.map(({ until }) => until))).to.equal(NOW + 10 * MINUTE);
    expect(Math.min(...spans.map(({ from }) => from))).to.equal(readFrom);
    on.network.recover();
    await readMissing(reader);
    await readTo(reader);
    expectTruth(on.server, reader);
  });

  it("can be completed in steps, one of which fails", async () => {
    const on = await createLog();
    on.network.failAccessLog();
    const reader = await on.search();
    await readTo(reader);
    on.server.add(createLogin(NOW + 2 * MINUTE, "new sign-in"));
    await refresh(on, reader, 5 * MINUTE);
    // The newer part works, the older one does not.
    on.network.failAccessLog(createHttpError(500), NOW - DAY);
    expect(await catchKind(readMissing(reader))).to.equal("server");
    expect(listEvents(reader)[0]!.byUser).to.equal("new sign-in");
    expect(reader.coverage().missing).to.have.length(1);
    on.network.recover();
    await readMissing(reader);
    expectTruth(on.server, reader);
  });

  it("lets both logs continue together if it reads everything that was missing", async () => {
    const on = await createLog([
      ...RECORDS,
      ...Array.from({ length: 50 }, (_, at) => change(NOW - at * SECOND, `busy${at}`)),
    ]);
    on.server.behavior.limit = { cap: 20 };
    on.network.failAccessLog();
    const reader = await on.search();
    await readTo(reader, 10);
    on.network.recover();
    await refresh(on, reader, MINUTE);
    expect(reader.coverage().missing).to.deep.equal([]);
    await readTo(reader);
    expectTruth(on.server, reader);
  });

  it("reports that it has read what an earlier refresh left missing", async () => {
    const on = await createLog();
    const reader = await on.search();
    await readTo(reader);
    on.network.failAccessLog();
    await refresh(on, reader, MINUTE);
    expect(reader.coverage().missing).to.have.length(1);
    on.network.recover();
    // Nothing is older than what this one reads but what the first search has read of both logs.
    on.server.add(createLogin(NOW + 30 * SECOND, "new sign-in"));
    expect(await refresh(on, reader, MINUTE)).to.equal(1);
    const { missing } = reader.coverage();
    expect(missing.every(({ span }) => span.until <= NOW + MINUTE - 10 * MINUTE)).to.equal(true);
    await readMissing(reader);
    expectTruth(on.server, reader);
  });

  it("does not report again what an earlier refresh has read", async () => {
    const on = await createLog();
    const reader = await on.search();
    await readTo(reader);
    on.network.failAccessLog();
    await refresh(on, reader, 9 * MINUTE);
    on.network.recover();
    await refresh(on, reader, 5 * MINUTE);
    const settled = reader.coverage().missing;
    expect(settled.map(({ span }) => span)).to.deep.equal([{ from: NOW - 10 * MINUTE, until: NOW - MINUTE }]);
    await refresh(on, reader, 15 * MINUTE);
    expect(reader.coverage().missing).to.deep.equal(settled);
    await readMissing(reader);
    expectTruth(on.server, reader);
  });

  for (const order of ["descending", "ascending"] as const) {
    it(`repeats no sign-in without a time where the refresh begins: ${order}`, async () => {
      const start = NOW - 10 * MINUTE;
      const beside = [-2 * SECOND, -SECOND, 0, 5 * MINUTE].map((ms) => createLogin(start + ms, `n${ms}`));
      for (const offset of [-2, -1, 0, 1]) {
        for (const fails of [false, true]) {
          const undated = removeTime(createLogin(start + offset * SECOND, "undated"));
          const on = await createLog([...RECORDS, ...beside, undated], {}, { order });
          on.network.failAccessLog();
          const reader = await on.search();
          await readTo(reader);
          // The refresh reads its sign-ins now, or together with the older ones.
          if (!fails) on.network.recover();
          await refresh(on, reader, 5 * MINUTE);
          on.network.recover();
          await readMissing(reader);
          const listed = listEvents(reader).filter(({ byUser }) => byUser === "undated").length;
          expect(listed, `${offset} s, ${fails}`).to.equal(1);
          expectTruth(on.server, reader);
        }
      }
    });
  }
});
