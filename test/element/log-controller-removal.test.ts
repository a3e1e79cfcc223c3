import { expect, fixtureCleanup } from "@open-wc/testing";
import { loadedCount } from "../../src/search/log-state.js";
import { createStore, openHost, Waiting } from "./log-controller-support.js";

afterEach(() => {
  fixtureCleanup();
  for (const place of document.querySelectorAll("body > section")) place.remove();
});

describe("an element that is removed", () => {
  it("aborts its requests after the turn, and leaves no activity", async () => {
    const { server, host } = await openHost();
    const done = host.search();
    await server.asked(2);
    host.remove();
    expect(server.noneAborted).to.equal(true);
    await Promise.resolve();
    expect(server.allAborted).to.equal(true);
    await done;
    expect([host.log.state.activity, host.log.state.failure]).to.deep.equal([undefined, undefined]);
  });

  it("aborts nothing when it is only moved", async () => {
    const { server, host, place } = await openHost();
    const other = document.body.appendChild(document.createElement("section"));
    const done = host.search();
    await server.asked(2);
    other.append(host);
    await Promise.resolve();
    other.removeChild(host);
    place.append(host);
    await Promise.resolve();
    await Promise.resolve();
    expect(server.noneAborted).to.equal(true);
    server.answer(5);
    await done;
    expect(loadedCount(host.log.state)).to.equal(5);
  });

  it("shows its loaded pages again without a request when it is put back", async () => {
    const { server, host, place } = await openHost();
    const done = host.search();
    await server.asked(2);
    server.answer(5);
    await done;
    const { pages } = host.log.state;
    const before = server.signals.length;
    host.remove();
    await Promise.resolve();
    place.append(host);
    await host.updateComplete;
    expect(host.text).to.equal("rest 5");
    expect([host.log.state.pages === pages, server.signals.length]).to.deep.equal([true, before]);
  });

  it("can search again when it is put back", async () => {
    const { server, host, place } = await openHost();
    const done = host.search();
    await server.asked(2);
    host.remove();
    await done;
    place.append(host);
    const again = host.search();
    await server.asked(4);
    server.answer(2);
    await again;
    expect(loadedCount(host.log.state)).to.equal(2);
  });
});

describe("another store", () => {
  it("replaces the old one, whose requests are aborted and whose changes have no effect", async () => {
    const { server, host } = await openHost();
    const old = host.log.store;
    const done = host.search();
    await server.asked(2);
    const otherServer = new Waiting();
    const other = createStore(otherServer);
    host.log.use(other);
    expect(server.allAborted).to.equal(true);
    expect(host.log.store === other).to.equal(true);
    await done;
    await host.updateComplete;
    expect(host.text).to.equal("rest -");

    const told = host.changes.length;
    old.clear();
    expect(host.changes.length).to.equal(told);

    const again = host.search();
    await otherServer.asked(2);
    otherServer.answer(7);
    await again;
    await host.updateComplete;
    expect(host.text).to.equal("rest 7");
    expect(host.changes[told]![1].searched).to.equal(undefined);
    expect(server.signals.length).to.equal(2);
  });

  it("keeps its state for an element that connects later", async () => {
    const { server, host } = await openHost();
    const done = host.search();
    await server.asked(2);
    server.answer(6);
    await done;
    const { host: second } = await openHost();
    second.log.use(host.log.store);
    await second.updateComplete;
    expect(second.text).to.equal("rest 6");
    expect(second.log.state === host.log.state).to.equal(true);
  });
});
