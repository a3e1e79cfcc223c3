import { expect, fixtureCleanup } from "@open-wc/testing";
import { html, LitElement } from "lit";
import type { FetchAdapter } from "../../src/api/transport/adapter.js";
import { LogController } from "../../src/element/log-controller.js";
import { loadedCount, type LogState } from "../../src/search/log-state.js";
import { LogStore } from "../../src/search/log-store.js";
import { NOW, createTestClock } from "../support/clock.js";
import { createLoadedServer, createSource } from "../support/data-source.js";

const SETTING = { now: NOW, zone: "UTC", weekStart: 1, pageSize: 10 };

/** A server whose requests wait until the test answers them. */
class Waiting implements FetchAdapter {
  readonly signals: AbortSignal[] = [];
  readonly #waiting: { query: URLSearchParams; answer: (body: unknown) => void }[] = [];
  #heard: (() => void) | undefined;
  #events: number | undefined;

  get(_path: string, { query, signal }: { query: URLSearchParams; signal: AbortSignal }): Promise<unknown> {
    return new Promise((answer) => {
      this.signals.push(signal);
      this.#waiting.push({ query, answer });
      if (this.#events !== undefined) this.answerOnce(this.#events);
      this.#heard?.();
    });
  }

  async asked(times: number): Promise<void> {
    while (this.signals.length < times) await new Promise<void>((resolve) => (this.#heard = resolve));
  }

  /** Answers what waits: of so many events, one for each of the last minutes, those that were asked for. */
  answerOnce(events: number): void {
    const times = Array.from({ length: events }, (_, at) => new Date(NOW - (at + 1) * 60_000).toISOString());
    for (const { query, answer } of this.#waiting.splice(0)) {
      const [from, until] = [query.get("datetime-start")!, query.get("datetime-end")!];
      const body = times.map((time, at) => ({ "by-user": `u${at}`, "timestamp-datetime": time }));
      answer(body.filter(({ "timestamp-datetime": time }) => time >= from && time <= until));
    }
  }

  /** Answers what waits, and from now on at once. */
  answer(events: number): void {
    this.#events = events;
    this.answerOnce(events);
  }

  get allAborted(): boolean {
    return this.signals.every(({ aborted }) => aborted);
  }

  get noneAborted(): boolean {
    return !this.signals.some(({ aborted }) => aborted);
  }
}

function createStore(adapter: FetchAdapter): LogStore {
  return new LogStore(async () => createLoadedServer(await createSource(adapter, { signIns: "off" })));
}

class LogHost extends LitElement {
  readonly changes: [now: LogState, before: LogState][] = [];
  log!: LogController;

  override render() {
    const { state } = this.log;
    return html`<p>${state.activity ?? "rest"} ${state.searched ? loadedCount(state) : "-"}</p>`;
  }

  get text(): string {
    return this.shadowRoot!.querySelector("p")!.textContent!;
  }

  search(): Promise<void> {
    return this.log.run((store, signal) => store.search(SETTING, signal));
  }
}
customElements.define("log-host", LogHost);

async function stage() {
  const server = new Waiting();
  const host = new LogHost();
  const clock = createTestClock();
  const onChange = (now: LogState, before: LogState) => host.changes.push([now, before]);
  host.log = new LogController(host, createStore(server), onChange, clock.idle);
  const place = document.body.appendChild(document.createElement("section"));
  place.append(host);
  await host.updateComplete;
  return { server, host, place, clock };
}

/** Lets everything run that waits for nothing but its turn. */
async function ticks(): Promise<void> {
  for (let count = 0; count < 500; count += 1) await Promise.resolve();
}

afterEach(() => {
  fixtureCleanup();
  for (const place of document.querySelectorAll("body > section")) place.remove();
});

describe("an element with a log", () => {
  it("is updated with every change of its store", async () => {
    const { server, host } = await stage();
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
    const { server, host } = await stage();
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

  it("gives an operation up when another one begins", async () => {
    const { server, host } = await stage();
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
    const { server, host } = await stage();
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

  it("stops nothing when nothing runs", async () => {
    const { host } = await stage();
    const { state } = host.log;
    host.log.stop();
    expect(host.log.state === state).to.equal(true);
  });
});

describe("the next page", () => {
  async function searched() {
    const made = await stage();
    const done = made.host.search();
    await made.server.asked(2);
    // Too few for the next page; its events are older.
    made.server.answer(12);
    await done;
    made.server.answer(25);
    return made;
  }
  const next = (host: LogHost) => host.log.run((store, signal) => store.next(signal), true);

  it("is read ahead when the page has nothing to do, and is not loaded before it is shown", async () => {
    const { server, host, clock } = await searched();
    const before = server.signals.length;
    await ticks();
    expect(server.signals.length).to.equal(before);
    clock.rest();
    await ticks();
    const ahead = server.signals.length;
    expect(ahead).to.be.above(before);
    expect([loadedCount(host.log.state), host.log.state.statistics.users.all]).to.deep.equal([10, 10]);
    await next(host);
    expect([loadedCount(host.log.state), server.signals.length]).to.deep.equal([20, ahead]);
  });

  it("is not read ahead for an element that was removed", async () => {
    const { server, host, clock } = await searched();
    const before = server.signals.length;
    host.remove();
    await ticks();
    clock.rest();
    await ticks();
    expect(server.signals.length).to.equal(before);
  });

  it("is not read ahead once another search has begun", async () => {
    const { server, host, clock } = await searched();
    const again = host.search();
    const before = server.signals.length;
    clock.rest();
    expect(server.signals.length).to.equal(before);
    await again;
    expect([loadedCount(host.log.state), host.log.state.revision]).to.deep.equal([10, 2]);
  });
});

describe("an element that is removed", () => {
  it("gives up its requests after the turn, and leaves no activity behind", async () => {
    const { server, host } = await stage();
    const done = host.search();
    await server.asked(2);
    host.remove();
    expect(server.noneAborted).to.equal(true);
    await Promise.resolve();
    expect(server.allAborted).to.equal(true);
    await done;
    expect([host.log.state.activity, host.log.state.failure]).to.deep.equal([undefined, undefined]);
  });

  it("gives up nothing when it is only moved", async () => {
    const { server, host, place } = await stage();
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
    const { server, host, place } = await stage();
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
    const { server, host, place } = await stage();
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
  it("takes the place of the old one, whose requests are given up and whose changes are nobody's", async () => {
    const { server, host } = await stage();
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
    const { server, host } = await stage();
    const done = host.search();
    await server.asked(2);
    server.answer(6);
    await done;
    const { host: second } = await stage();
    second.log.use(host.log.store);
    await second.updateComplete;
    expect(second.text).to.equal("rest 6");
    expect(second.log.state === host.log.state).to.equal(true);
  });
});

describe("an operation that throws, which none of the viewer's own does", () => {
  it("ends as a failure that says why, and Try again repeats it", async () => {
    const { server, host } = await stage();
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
