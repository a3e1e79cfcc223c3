import { expect } from "@open-wc/testing";
import { NO_EXPORT, type ExportState } from "../../../src/features/export/state.js";
import { ExportStore } from "../../../src/features/export/store.js";
import type { Destination } from "../../../src/features/export/destination.js";
import { LogStore } from "../../../src/search/log-store.js";
import { NOW, createTestClock } from "../../support/clock.js";
import { createViewer, order, readManifest, RECORDS, type Redaction, createExport } from "./store-support.js";
import { HOUR } from "../../support/durations.js";
import { catchError } from "../../support/catch-error.js";
import { createSignal } from "../../support/data-source.js";

describe("an export of what is loaded", () => {
  it("writes every loaded page without a request", async () => {
    const { server, log, setting, files, store, saved, destination } = await createExport();
    await log.next(createSignal());
    await log.readAhead(createSignal());
    server.resetRequests();
    const file = await store.exportTo(order({ scope: "loaded" }), destination);
    const loaded = log.state.pages.flat().map(({ id }) => id);
    expect(loaded.length).to.equal(2 * setting.pageSize);
    expect(files.jobs[0]!.events.map(({ id }) => id)).to.deep.equal(loaded);
    expect(await file.data.text()).to.equal(loaded.map((id) => `${id}\r\n`).join(""));
    expect(server.requests.length).to.equal(0);
    expect(saved).to.deep.equal([file]);
    expect([file.fileName, file.rows, file.complete, file.manifest]).to.deep.equal([
      "audit-log-complete-2026-11-23-0914.csv",
      20,
      false,
      undefined,
    ]);
    const { status, rows, part, columns, bytes } = store.state;
    expect({ status, rows, part, columns, bytes }).to.deep.equal({
      status: "done",
      rows: 20,
      part: 1,
      columns: 1,
      bytes: file.data.size,
    });
  });

  it("is complete if all events of the range are loaded", async () => {
    const { log, setting, store, destination } = await createExport({}, { byUser: "u1" });
    expect(log.state.pages.flat().length).to.be.below(setting.pageSize);
    const { complete, rows } = await store.exportTo(order({ scope: "loaded" }), destination);
    expect({ complete, rows }).to.deep.equal({ complete: true, rows: 1 });
  });

  it("passes the order to the writer", async () => {
    const { files, store, destination } = await createExport();
    await store.exportTo(order({ scope: "loaded", format: "ndjson", includeSensitive: true }), destination);
    expect(files.jobs[0]!.setting).to.deep.equal({ format: "ndjson", zone: "US/Eastern", includeSensitive: true });
    expect(store.state.fileName).to.equal("audit-log-complete-2026-11-23-0914.ndjson");
  });

  it("applies a redaction that is set meanwhile to the rest", async () => {
    const redaction: Redaction = {};
    const { log, files, store, destination } = await createExport({}, {}, redaction);
    await log.next(createSignal());
    files.onWrite = () => {
      files.onWrite = () => undefined;
      redaction.redact = (record) => ({ ...(record as object), "by-user": "hidden" });
    };
    await store.exportTo(order({ scope: "loaded" }), destination);
    const users = files.jobs[0]!.events.map(({ byUser }) => byUser);
    expect([users.length, users.slice(0, 10).includes("hidden"), [...new Set(users.slice(10))]]).to.deep.equal([
      20,
      false,
      ["hidden"],
    ]);
  });

  it("applies a redaction that is set before the retry", async () => {
    const redaction: Redaction = {};
    const { files, store, destination } = await createExport({}, {}, redaction);
    files.failing.write = new Error("disk full");
    await catchError(store.exportTo(order({ scope: "loaded" }), destination));
    redaction.redact = (record) => ({ ...(record as object), "by-user": "hidden" });
    delete files.failing.write;
    await store.resume();
    expect([...new Set(files.jobs[1]!.events.map(({ byUser }) => byUser))]).to.deep.equal(["hidden"]);
  });

  it("writes a file also without events, but not before a search", async () => {
    const { store, destination } = await createExport({}, { byUser: "nobody" });
    expect((await store.exportTo(order({ scope: "loaded" }), destination)).rows).to.equal(0);
    const unsearched = new ExportStore(
      new LogStore(undefined),
      createViewer(createTestClock(), () => Promise.reject(new Error("no"))),
    );
    expect((await catchError(unsearched.exportTo(order(), destination))).message).to.match(/^Nothing to export/);
    expect(unsearched.state).to.deep.equal({ ...NO_EXPORT, exportable: undefined });
  });
});

describe("an export of a range", () => {
  it("reads all events of the search, past every budget, whatever the fields contain now", async () => {
    const { log, files, store, destination } = await createExport(
      { budget: { seconds: 60, requests: 2, records: 100 } },
      { byUser: "maria" },
    );
    log.setDraft({ byUser: "somebody-else" });
    const before = log.state;
    const file = await store.exportTo(order(), destination);
    expect([file.rows, file.complete]).to.deep.equal([288, true]);
    expect(new Set(files.jobs[0]!.events.map(({ byUser }) => byUser))).to.deep.equal(new Set(["maria"]));
    const times = files.jobs[0]!.events.map(({ time }) => time!);
    expect(times).to.deep.equal([...times].sort((one, other) => other - one));
    expect(log.state, "the screen").to.equal(before);
    expect(file.fileName).to.equal("audit-log-range-2026-11-23-0914.csv");
    const { file: facts, coverage, range, filters } = readManifest(file);
    expect(facts).to.deep.include({ name: file.fileName, rows: 288, format: "csv", sha256: "0".repeat(64) });
    expect(filters.byUser).to.equal("maria");
    expect(range).to.deep.equal({ from: "2026-10-24T14:14:00.000Z", until: "2026-11-23T14:14:00.000Z" });
    expect(coverage).to.deep.include({ complete: true, readFrom: "2026-10-24T14:14:00.000Z", matched: 288 });
  });

  it("contains the searched range, not later events", async () => {
    const { server, store, destination, files } = await createExport();
    const [newest] = server.stored;
    server.add({
      ...newest!,
      time: NOW + 60_000,
      record: { ...newest!.record, "timestamp-datetime": new Date(NOW + 60_000).toISOString() },
    } as never);
    const file = await store.exportTo(order(), destination);
    expect(files.jobs[0]!.events.filter(({ time }) => time! >= NOW)).to.have.length(0);
    expect(file.rows).to.equal(RECORDS.length);
  });

  it("waits for the writer, and reports its progress", async () => {
    const { server, files, store, destination, clock } = await createExport();
    let asked = 0;
    files.onWrite = () => {
      asked = server.requests.length;
      clock.time += 2000;
      return new Promise((resolve) =>
        setTimeout(() => {
          expect(server.requests.length, "nothing is read meanwhile").to.equal(asked);
          resolve();
        }),
      );
    };
    const seen: ExportState[] = [];
    store.subscribe((now) => seen.push(now));
    await store.exportTo(order(), destination);
    expect(files.jobs[0]!.writes.length).to.be.above(2);
    const parts = seen.map(({ part }) => part);
    expect(parts).to.deep.equal([...parts].sort((one, other) => one - other));
    const rows = seen.map((state) => state.rows);
    expect(rows).to.deep.equal([...rows].sort((one, other) => one - other));
    expect(seen.some(({ part, readFrom }) => part > 0 && part < 1 && readFrom! > NOW - 30 * 24 * HOUR)).to.equal(true);
    expect(seen.find(({ rate }) => rate !== undefined)!.rate).to.be.within(1, 1000);
  });

  it("is one at a time", async () => {
    const { store, saved, destination } = await createExport();
    const first = store.exportTo(order(), destination);
    expect((await catchError(store.exportTo(order(), destination))).message).to.match(/running/);
    await first;
    expect(saved.length).to.equal(1);
  });

  it("is not disturbed by another search", async () => {
    const { log, setting, store, destination } = await createExport({}, { byUser: "maria" });
    const exported = store.exportTo(order(), destination);
    log.setDraft({ byUser: "u1" });
    await log.search(setting, createSignal());
    expect((await exported).rows).to.equal(288);
  });

  it("saves the file again after a failure, without reading again", async () => {
    const { server, store, destination } = await createExport();
    let tries = 0;
    const full: Destination = {
      fileName: "mine.csv",
      save: async () => {
        tries += 1;
        if (tries === 1) throw new DOMException("The disk is full.", "QuotaExceededError");
      },
    };
    await catchError(store.exportTo(order(), full));
    expect(store.state.failure!.during).to.equal("writing");
    server.resetRequests();
    const file = (await store.resume())!;
    expect([file.fileName, file.complete, tries, server.requests.length]).to.deep.equal(["mine.csv", true, 2, 0]);
    expect(readManifest(file).file["name"]).to.equal("mine.csv");
    void destination;
  });

  it("begins also if the last result is cleared meanwhile, as by a closed dialog", async () => {
    const { store, destination } = await createExport();
    await store.exportTo(order(), destination);
    const next = store.start({ format: "csv", scope: "loaded", includeSensitive: false }, false);
    store.clearResult();
    expect(store.state).to.deep.include(NO_EXPORT);
    expect((await next).rows).to.equal(10);
    expect(store.state.status).to.equal("done");
  });

  it("does not begin if the export is ended before that", async () => {
    const { store, destination } = await createExport();
    await store.exportTo(order(), destination);
    const next = store.start({ format: "csv", scope: "loaded", includeSensitive: false }, false);
    store.end();
    expect((await catchError(next)).kind).to.equal("aborted");
    expect(store.state).to.deep.include(NO_EXPORT);
  });
});
