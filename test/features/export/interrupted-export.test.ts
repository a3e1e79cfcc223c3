import { expect } from "@open-wc/testing";
import { NO_EXPORT } from "../../../src/features/export/state.js";
import { FAILURE_KINDS } from "../../support/failure-kinds.js";
import { actWhen, order, readManifest, RECORDS, createExport } from "./store-support.js";
import { catchError } from "../../support/catch-error.js";

describe("an interrupted export of a range", () => {
  it("keeps the events read so far as a partial file when it is stopped", async () => {
    const { server, files, store, saved, destination } = await createExport();
    actWhen(
      store,
      ({ rows }) => rows > 0,
      () => store.stop(),
    );
    expect((await catchError(store.exportTo(order(), destination))).kind).to.equal("aborted");
    expect(store.state.status).to.equal("stopped");
    const { rows } = store.state;
    expect(rows).to.be.within(1, RECORDS.length - 1);
    expect(saved).to.deep.equal([]);
    server.resetRequests();
    const file = (await store.savePart(destination))!;
    expect(server.requests.length, "nothing more is asked").to.equal(0);
    expect([file.rows, file.complete, file.fileName]).to.deep.equal([
      rows,
      false,
      "audit-log-range-2026-11-23-0914-partial.csv",
    ]);
    expect(files.jobs[0]!.events.length).to.equal(rows);
    expect(readManifest(file).file["name"]).to.equal(file.fileName);
    expect(readManifest(file).coverage["complete"]).to.equal(false);
    expect(store.state.status).to.equal("done");
    expect(await store.savePart(destination), "once").to.equal(undefined);
  });

  it("continues after a stop and after a failure, without losing or repeating an event", async () => {
    const { on, files, store, saved, destination } = await createExport();
    actWhen(
      store,
      ({ rows }) => rows > 0,
      () => store.stop(),
    );
    await catchError(store.exportTo(order(), destination));
    const read = store.state.readFrom!;
    let asked = 0;
    on.request = () => {
      asked += 1;
      if (asked > 1) throw Object.assign(new Error("Forbidden"), { status: 403 });
    };
    const error = await catchError(store.resume());
    expect([store.state.status, store.state.failure]).to.deep.equal(["failed", { error, during: "reading" }]);
    expect(error.kind).to.equal("forbidden");
    expect(store.state.readFrom).to.be.below(read);
    on.request = () => undefined;
    const file = (await store.resume())!;
    expect([file.rows, file.complete]).to.deep.equal([RECORDS.length, true]);
    expect(new Set(files.jobs[0]!.events.map(({ byUser, time }) => `${byUser} ${time}`)).size).to.equal(RECORDS.length);
    expect([files.jobs.length, saved.length]).to.deep.equal([1, 1]);
  });

  it("is over if it is stopped before it finds an event", async () => {
    const { on, store, files, destination } = await createExport();
    on.request = () => store.stop();
    await catchError(store.exportTo(order(), destination));
    expect(store.state).to.deep.include(NO_EXPORT);
    expect(files.jobs[0]!.isCancelled).to.equal(true);
  });

  for (const [failure, kind] of FAILURE_KINDS) {
    // The clock of these tests never comes to the end of a time-out.
    if (failure === "hang") continue;
    it(`names the kind of failure, does not change the screen, and continues: ${failure}`, async () => {
      const { server, log, store, destination } = await createExport();
      const shown = log.state;
      actWhen(
        store,
        ({ rows }) => rows > 0,
        () => (server.behavior.failures = [{ at: "every", kind: failure }]),
      );
      expect((await catchError(store.exportTo(order(), destination))).kind).to.equal(kind);
      expect([store.state.status, store.state.failure!.error.kind]).to.deep.equal(["failed", kind]);
      expect(log.state).to.equal(shown);
      const { rows } = store.state;
      expect(rows).to.be.above(0);
      server.behavior.failures = [];
      expect((await store.resume())!.rows).to.equal(RECORDS.length);
    });
  }

  it("starts again when its writer has failed", async () => {
    const { files, store, destination } = await createExport();
    files.failing.write = new Error("died");
    const error = await catchError(store.exportTo(order(), destination));
    expect(store.state.failure).to.deep.equal({ error, during: "writing" });
    delete files.failing.write;
    const file = (await store.resume())!;
    expect([file.rows, file.complete, files.jobs.length]).to.deep.equal([RECORDS.length, true, 2]);
    expect(files.jobs[0]!.isCancelled).to.equal(true);
  });

  for (const [first, later, said] of [
    [false, false, false],
    [true, true, true],
    [false, true, "in part"],
    [true, false, "in part"],
  ] as const) {
    it(`says "redacted": ${said} where a redaction is ${first ? "set" : "not set"} at first, and later ${later ? "set" : "not set"}`, async () => {
      const { files, store, destination } = await createExport();
      let isRedacted: boolean = first;
      let writes = 0;
      files.onWrite = () => {
        writes += 1;
        isRedacted = later;
      };
      const file = await store.exportTo(order({ isRedacted: () => isRedacted }), destination);
      expect(writes, "it is written in several steps").to.be.at.least(2);
      expect(readManifest(file).redacted).to.equal(said);
    });
  }

  it("ends at once when it is ended", async () => {
    const { on, files, store, saved, destination } = await createExport();
    let asked = 0;
    on.request = () => {
      asked += 1;
      if (asked === 2) store.end();
    };
    expect((await catchError(store.exportTo(order(), destination))).kind).to.equal("aborted");
    expect(store.state).to.deep.include(NO_EXPORT);
    expect([files.jobs[0]!.isCancelled, saved.length, asked]).to.deep.equal([true, 0, 2]);
    expect(await store.resume()).to.equal(undefined);
  });
});
