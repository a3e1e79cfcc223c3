import { expect, waitUntil } from "@open-wc/testing";
import { type MockServer } from "../../demo/mocks/index.js";
import type { ErrorKind } from "../../src/core/errors.js";
import { loadedCount, shownEvents } from "../../src/search/log-state.js";
import { NOW } from "../support/clock.js";
import { createHttpError, RETRYABLE_FAILURES } from "../support/test-network.js";
import { listContents, createSignal } from "../support/data-source.js";
import { waitForCounts } from "./log-store-support.js";
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
  listStored,
} from "./sign-ins-support.js";
import { DAY, MINUTE } from "../support/durations.js";

const listPaths = ({ requests }: MockServer) => [...new Set(requests.map(({ path }) => path))];

/** These are failures only where the access log was seen to add records. */
const REFUSALS: [name: string, error: () => unknown, kind: ErrorKind][] = [
  ["400", createHttpError(400), "bad-request"],
  ["403", createHttpError(403), "forbidden"],
  ["404", createHttpError(404), "unsupported"],
  ["no list", () => new SyntaxError("Unexpected token"), "bad-data"],
];

describe("reading again what is missing", () => {
  it("brings the sign-ins, divides the events into pages again and shows the page of the open event", async () => {
    const on = await loadWithoutSignIns();
    const { store, server, network } = on;
    const { openId, revision, searched } = store.state;
    const before = listIds(store.state);
    expect(listMissing(store.state)).to.have.length(1);
    network.recover();
    server.resetRequests();
    await store.readMissing(createSignal());
    const { state } = store;
    expect([listMissing(state), state.failure, isResting(state)]).to.deep.equal([[], undefined, true]);
    expect(listPaths(server)).to.deep.equal(["/accesslog"]);
    expect(state.openId).to.equal(openId);
    expect(shownEvents(state).some(({ id }) => id === openId)).to.equal(true);
    expect([state.searched, state.revision, state.added]).to.deep.equal([searched, revision, undefined]);
    // All that was loaded stays loaded.
    expect(listIds(state)).to.include.members(before);
    expect(listUsers(state)).to.include.members(["a0", "a5"]);
    expectSound(state);
    await loadToTheEnd(store);
    expect(listContents(listEvents(store.state))).to.deep.equal(listStored(on));
    expectSound(store.state);
  });

  it("keeps the event at the top of the page if none is open", async () => {
    const { store, network } = await loadWithoutSignIns();
    store.toggle(store.state.openId!);
    const { id } = shownEvents(store.state)[0]!;
    network.recover();
    await store.readMissing(createSignal());
    expect(shownEvents(store.state).map((event) => event.id)).to.include(id);
    expect([store.state.pageIndex > 0, store.state.openId]).to.deep.equal([true, null]);
    expect(store.state.statistics.total).to.equal(10);
  });

  it("shows its progress", async () => {
    const { store, network } = await loadWithoutSignIns();
    network.recover();
    network.passCount = 0;
    const { pages } = store.state;
    const done = store.readMissing(createSignal());
    await network.waitForHeld(1);
    expect([store.state.activity, store.state.pages === pages]).to.deep.equal(["sign-ins", true]);
    expect(store.state.progress!.searched).to.equal(store.state.searched);
    network.passCount = Infinity;
    network.release();
    await done;
    expect(isResting(store.state)).to.equal(true);
  });

  it("sends nothing before a search, or if nothing is missing", async () => {
    const { store, server, search } = await createLog();
    const { state } = store;
    await store.readMissing(createSignal());
    expect(store.state === state).to.equal(true);
    await search();
    const { pages } = store.state;
    server.resetRequests();
    await store.readMissing(createSignal());
    expect([server.requests.length, isResting(store.state)]).to.deep.equal([0, true]);
    expect(store.state.pages).to.deep.equal(pages);
  });

  for (const [name, error, kind] of [...RETRYABLE_FAILURES, ...REFUSALS]) {
    it(`keeps everything when it fails, and Try again continues from there: ${name}`, async () => {
      const on = await createLog();
      const { store, server, network, search } = on;
      // The access log has added records before, so every refusal is a failure.
      await search();
      network.failAccessLog(error, NOW - 2 * DAY);
      while (listMissing(store.state).length === 0) await store.next(createSignal());
      store.toggle(shownEvents(store.state)[0]!.id);
      // What was read is counted.
      await waitUntil(() => store.state.statistics.users);
      await waitForCounts(store);
      const before = pickShown(store.state);
      expect(listMissing(store.state)[0]!.kind).to.equal(kind);
      await store.readMissing(createSignal());
      const { failure } = store.state;
      expect([failure?.error.kind, failure?.during, isResting(store.state)]).to.deep.equal([kind, "sign-ins", true]);
      const { coverage, ...screen } = pickShown(store.state);
      const { coverage: covered, ...screenBefore } = before;
      expect(screen).to.deep.equal(screenBefore);
      expect(coverage!.missing).to.deep.equal(covered!.missing);
      await store.retry(createSignal());
      expect(store.state.failure?.during).to.equal("sign-ins");
      network.recover();
      server.resetRequests();
      await store.retry(createSignal());
      expect([store.state.failure, listMissing(store.state)]).to.deep.equal([undefined, []]);
      expect(listPaths(server)).to.deep.equal(["/accesslog"]);
      expect(store.state.openId).to.equal(before.openId);
      expectSound(store.state);
      await loadToTheEnd(store);
      expect(listContents(listEvents(store.state))).to.deep.equal(listStored(on));
    });
  }

  it("finds that a server has no access log for this user, so that nothing is missing", async () => {
    const { store, network } = await loadWithoutSignIns();
    network.failAccessLog(createHttpError(403));
    await store.readMissing(createSignal());
    const { failure, coverage } = store.state;
    expect([failure, coverage!.missing, coverage!.accessLog]).to.deep.equal([undefined, [], "refused"]);
    expect(coverage!.complete).to.equal(false);
    await loadToTheEnd(store);
    expect([loadedCount(store.state), store.state.coverage!.complete]).to.deep.equal([360, true]);
  });

  /** Of the missing part the newer half can be read, the older one not. */
  async function loadHalf(): Promise<Stage> {
    const on = await loadWithoutSignIns({}, SMALL);
    while (on.store.state.pages.length < 12) await on.store.next(createSignal());
    on.network.failAccessLog(createHttpError(500), NOW - 5 * DAY);
    return on;
  }

  it("keeps every loaded event when it fails halfway, whatever the user does next", async () => {
    const on = await loadHalf();
    const { store, network } = on;
    const before = listIds(store.state);
    await store.readMissing(createSignal());
    expect(store.state.failure?.during).to.equal("sign-ins");
    expect(listIds(store.state)).to.include.members(before);
    expectSound(store.state);
    await store.next(createSignal());
    while (store.state.pageIndex < store.state.pages.length - 1) await store.next(createSignal());
    await store.next(createSignal());
    expect(listIds(store.state)).to.include.members(before);
    expectSound(store.state);
    network.recover();
    await store.readMissing(createSignal());
    await loadToTheEnd(store);
    expect(listContents(listEvents(store.state))).to.deep.equal(listStored(on));
    expectSound(store.state);
  });

  it("continues with Try again when it fails halfway", async () => {
    const on = await loadHalf();
    const { store, server, network } = on;
    await store.readMissing(createSignal());
    expect(store.state.failure?.during).to.equal("sign-ins");
    network.recover();
    server.resetRequests();
    await store.retry(createSignal());
    const ends = server.requests.map(({ query }) => Date.parse(query.get("datetime-end")!));
    expect(Math.max(...ends)).to.be.at.most(NOW - 3 * DAY);
    expect(listMissing(store.state)).to.deep.equal([]);
    await loadToTheEnd(store);
    expect(listContents(listEvents(store.state))).to.deep.equal(listStored(on));
    expectSound(store.state);
  });

  it("can be followed by a refresh instead, after which the missing part is still missing", async () => {
    const on = await loadWithoutSignIns();
    await on.store.readMissing(createSignal());
    expect(on.store.state.failure?.during).to.equal("sign-ins");
    on.server.add({ time: NOW + MINUTE, record: { "by-user": "new", "action-type": "update" } });
    on.network.recover();
    await on.refresh(5 * MINUTE);
    const { state } = on.store;
    expect([state.failure, state.added, listMissing(state).length]).to.deep.equal([undefined, 1, 1]);
    expectSound(state);
    await on.store.readMissing(createSignal());
    await loadToTheEnd(on.store);
    expect(listContents(listEvents(on.store.state))).to.deep.equal(listStored(on));
    expectSound(on.store.state);
  });

  it("finds the new sign-ins, too, after a refresh whose access log failed", async () => {
    const on = await createLog();
    await on.search();
    on.server.add(
      { time: NOW + MINUTE, record: { "by-user": "new", "action-type": "update" } },
      { time: NOW + 2 * MINUTE, log: "access", record: { "by-user": "new sign-in", "action-type": "login" } },
    );
    on.network.failAccessLog();
    await on.refresh(5 * MINUTE);
    expect([on.store.state.added, listMissing(on.store.state).length]).to.deep.equal([1, 1]);
    expect(listEvents(on.store.state)[0]!.byUser).to.equal("new");
    on.network.recover();
    await on.store.readMissing(createSignal());
    expect(listMissing(on.store.state)).to.deep.equal([]);
    expect(
      listEvents(on.store.state)
        .slice(0, 2)
        .map(({ byUser }) => byUser),
    ).to.deep.equal(["new sign-in", "new"]);
    await loadToTheEnd(on.store);
    expect(listContents(listEvents(on.store.state))).to.deep.equal(listStored(on));
  });

  it("has no effect after another search has begun", async () => {
    const { store, network, search } = await loadWithoutSignIns();
    network.recover();
    network.passCount = 0;
    const old = store.readMissing(createSignal());
    await network.waitForHeld(1);
    store.setDraft({ byUser: "maria" });
    const recent = search();
    await network.waitForHeld(2);
    network.passCount = Infinity;
    network.release(Infinity, 1);
    await recent;
    await waitForCounts(store);
    const { state } = store;
    network.release();
    await old;
    expect(store.state === state).to.equal(true);
    expect(listUsers(state)).to.deep.equal(["maria"]);
  });
});
