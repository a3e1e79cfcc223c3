import { expect, fixtureCleanup } from "@open-wc/testing";
import { loadedCount } from "../../src/search/log-state.js";
import type { LogHost } from "./log-controller-support.js";
import { SETTING, openHost } from "./log-controller-support.js";
import { runMicrotasks } from "../support/microtasks.js";

afterEach(() => {
  fixtureCleanup();
  for (const place of document.querySelectorAll("body > section")) place.remove();
});

describe("an element with a log", () => {
  it("is updated with every change of its store", async () => {
    const { server, host } = await openHost();
    expect(host.text).to.equal("rest -");
    const done = host.search();
    await server.asked(2);
    await host.updateComplete;
    expect(host.text).to.equal("search -");
    server.answer(3);
    await done;
    await host.updateComplete;
    expect(host.text).to.equal("rest 3");
  });

  it("gets the state before each change", async () => {
    const { server, host } = await openHost();
    const first = host.log.state;
    const done = host.search();
    await server.asked(2);
    server.answer(3);
    await done;
    expect(host.changes.length).to.be.above(2);
    expect(host.changes[0]![1] === first).to.equal(true);
    expect(host.changes.every(([, before], at) => at === 0 || before === host.changes[at - 1]![0])).to.equal(true);
    expect(host.changes[host.changes.length - 1]![0] === host.log.state).to.equal(true);
  });

  it("aborts an operation when another one begins", async () => {
    const { server, host } = await openHost();
    const old = host.search();
    await server.asked(2);
    const recent = host.search();
    await server.asked(4);
    expect(server.signals.map(({ aborted }) => aborted)).to.deep.equal([true, true, false, false]);
    await old;
    server.answer(4);
    await recent;
    expect([loadedCount(host.log.state), host.log.state.revision]).to.deep.equal([4, 1]);
  });

  it("stops a running search, and shows the events found so far", async () => {
    const { server, host } = await openHost();
    const done = host.search();
    await server.asked(2);
    server.answerOnce(3);
    await server.asked(3);
    host.log.stop();
    await done;
    const { state } = host.log;
    expect([loadedCount(state), state.paused, state.activity, state.failure]).to.deep.equal([
      3,
      true,
      undefined,
      undefined,
    ]);
    expect(server.signals[2]!.aborted).to.equal(true);
  });

  it("stops nothing if nothing runs", async () => {
    const { host } = await openHost();
    const { state } = host.log;
    host.log.stop();
    expect(host.log.state === state).to.equal(true);
  });
});

describe("the next page", () => {
  async function searchFirst() {
    const made = await openHost();
    const done = made.host.search();
    await made.server.asked(2);
    // Too few for the next page; its events are older.
    made.server.answer(12);
    await done;
    made.server.answer(25);
    return made;
  }
  const next = (host: LogHost) => host.log.run((store, signal) => store.next(signal), true);

  it("is read ahead when the page is idle, and is not loaded before it is shown", async () => {
    const { server, host, clock } = await searchFirst();
    const before = server.signals.length;
    await runMicrotasks();
    expect(server.signals.length).to.equal(before);
    clock.rest();
    await runMicrotasks();
    const ahead = server.signals.length;
    expect(ahead).to.be.above(before);
    expect([loadedCount(host.log.state), host.log.state.statistics.users?.all]).to.deep.equal([10, 10]);
    await next(host);
    expect([loadedCount(host.log.state), server.signals.length]).to.deep.equal([20, ahead]);
  });

  it("is not read ahead for an element that was removed", async () => {
    const { server, host, clock } = await searchFirst();
    const before = server.signals.length;
    host.remove();
    await runMicrotasks();
    clock.rest();
    await runMicrotasks();
    expect(server.signals.length).to.equal(before);
  });

  it("is not read ahead once another search has begun", async () => {
    const { server, host, clock } = await searchFirst();
    const again = host.search();
    const before = server.signals.length;
    clock.rest();
    expect(server.signals.length).to.equal(before);
    await again;
    expect([loadedCount(host.log.state), host.log.state.revision]).to.deep.equal([10, 2]);
  });
});

describe("an operation that throws", () => {
  it("ends as a failure with the reason, and Try again repeats it", async () => {
    const { server, host } = await openHost();
    server.answer(20);
    let isBroken = true;
    await host.log.run(async (store, signal) => {
      if (isBroken) throw new Error("Object.freeze is not a function");
      await store.search(SETTING, signal);
    });
    const { failure, activity } = host.log.state;
    expect([failure?.error.message, activity]).to.deep.equal(["Object.freeze is not a function", undefined]);
    isBroken = false;
    await host.log.run((store, signal) => store.retry(signal), true);
    expect(host.log.state.failure).to.equal(undefined);
    expect(loadedCount(host.log.state)).to.equal(10);
  });
});
