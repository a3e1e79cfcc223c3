import { expect } from "@open-wc/testing";
import { loadedCount } from "../../src/search/log-state.js";
import { STOPPED } from "../../src/search/operation.js";
import { NOW } from "../support/clock.js";
import { listContents, createSignal, listStoredContents } from "../support/data-source.js";
import {
  expectSound,
  loadWithoutSignIns,
  listEvents,
  listIds,
  listUsers,
  listMissing,
  isResting,
  pickShown,
  SMALL,
  createLog,
  type Stage,
  loadToTheEnd,
} from "./sign-ins-support.js";
import { MINUTE } from "../support/durations.js";

describe("Stop", () => {
  async function runAndStop(on: Stage, run: (signal: AbortSignal) => Promise<void>, after = 0): Promise<void> {
    on.network.passCount = after;
    const caller = new AbortController();
    const done = run(caller.signal);
    await on.network.waitForHeld(1);
    caller.abort(STOPPED);
    await done;
    expect([on.store.state.failure, isResting(on.store.state)]).to.deep.equal([undefined, true]);
    on.network.passCount = Infinity;
    on.network.release();
  }

  async function expectWhole(on: Stage, filter?: (record: Record<string, unknown>) => boolean): Promise<void> {
    await loadToTheEnd(on.store);
    expect(listContents(listEvents(on.store.state))).to.deep.equal(
      listStoredContents(on.server, on.store.state.searched!.span, filter),
    );
    expectSound(on.store.state);
  }

  it("before the first answer of a search leaves the screen as it was", async () => {
    const on = await createLog();
    await runAndStop(on, (signal) => on.search(signal));
    expect([on.store.state.searched, on.store.state.pages]).to.deep.equal([undefined, []]);
    await on.search();
    await expectWhole(on);
  });

  it("while a search scans keeps the events found so far", async () => {
    const on = await createLog({}, SMALL);
    on.store.setDraft({ byUser: "maria" });
    await runAndStop(on, (signal) => on.search(signal, { pageSize: 50 }), 8);
    expect(loadedCount(on.store.state)).to.be.within(1, 49);
    expect(on.store.state.paused).to.equal(true);
    const before = listIds(on.store.state);
    await on.store.further(createSignal());
    expect(listIds(on.store.state).slice(0, before.length)).to.deep.equal(before);
    await loadToTheEnd(on.store);
    expect(listContents(listEvents(on.store.state))).to.deep.equal(
      listStoredContents(on.server, on.store.state.searched!.span, (record) => record["by-user"] === "maria"),
    );
  });

  it("during the next page keeps the pages", async () => {
    const on = await createLog();
    await on.search();
    const before = listIds(on.store.state);
    await runAndStop(on, async (signal) => {
      while (!signal.aborted && on.store.state.hasMore !== false) await on.store.next(signal);
    });
    expect(listIds(on.store.state).slice(0, before.length)).to.deep.equal(before);
    await expectWhole(on);
  });

  it("while a page is filled keeps its events", async () => {
    const on = await createLog({ budget: { seconds: 60, requests: 3, records: 20_000 } });
    on.store.setDraft({ byUser: "maria" });
    await on.search(createSignal(), { pageSize: 50 });
    expect(on.store.state.paused).to.equal(true);
    const before = listIds(on.store.state);
    await runAndStop(on, (signal) => on.store.further(signal), 1);
    expect(listIds(on.store.state).slice(0, before.length)).to.deep.equal(before);
    expect(on.store.state.paused).to.equal(true);
  });

  it("during a refresh leaves the screen as it was, and the next refresh brings everything", async () => {
    const on = await createLog();
    await on.search();
    await on.store.next(createSignal());
    on.server.add({
      time: NOW + MINUTE,
      record: { "by-user": "new", "by-domain": "abc.example", "action-type": "update" },
    });
    const before = pickShown(on.store.state);
    await runAndStop(on, (signal) => on.refresh(5 * MINUTE, signal));
    expect(pickShown(on.store.state)).to.deep.equal(before);
    await on.refresh(MINUTE);
    expect(on.store.state.added).to.equal(1);
    await expectWhole(on);
  });

  it("before anything missing was read leaves the screen as it was", async () => {
    const on = await loadWithoutSignIns();
    on.network.recover();
    const before = pickShown(on.store.state);
    await runAndStop(on, (signal) => on.store.readMissing(signal));
    const { coverage, ...screen } = pickShown(on.store.state);
    const { coverage: covered, ...screenBefore } = before;
    expect(screen).to.deep.equal(screenBefore);
    expect(coverage!.missing).to.deep.equal(covered!.missing);
    await on.store.readMissing(createSignal());
    await expectWhole(on);
  });

  it("while missing sign-ins are read shows those read so far", async () => {
    const on = await loadWithoutSignIns({}, SMALL, 24);
    on.network.recover();
    const [before] = listMissing(on.store.state);
    await runAndStop(on, (signal) => on.store.readMissing(signal), 6);
    const [after] = listMissing(on.store.state);
    expect(after!.span.until).to.be.below(before!.span.until);
    expect(listUsers(on.store.state)).to.include("a0");
    expectSound(on.store.state);
    await on.store.readMissing(createSignal());
    await expectWhole(on);
  });

  it("loses nothing if reading missing sign-ins is aborted for another reason", async () => {
    for (const after of [0, 2, 4, 6]) {
      const on = await loadWithoutSignIns({}, SMALL, 24);
      on.network.recover();
      on.network.passCount = after;
      const caller = new AbortController();
      const done = on.store.readMissing(caller.signal);
      await on.network.waitForHeld(1);
      caller.abort();
      await done;
      on.network.passCount = Infinity;
      on.network.release();
      await on.store.readMissing(createSignal());
      await expectWhole(on);
    }
  });
});
