import { html, LitElement } from "lit";
import type { FetchAdapter } from "../../src/api/transport/adapter.js";
import { LogController } from "../../src/element/log-controller.js";
import { loadedCount, type LogState } from "../../src/search/log-state.js";
import { LogStore } from "../../src/search/log-store.js";
import { NOW, createTestClock } from "../support/clock.js";
import { createLoadedServer, createSource } from "../support/data-source.js";

export const SETTING = { now: NOW, zone: "UTC", weekStart: 1, pageSize: 10 };

/** A server whose requests wait until the test answers them. */
export class Waiting implements FetchAdapter {
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

  /** Answers the waiting requests with those of `events` events, one for each of the last minutes, that they ask for. */
  answerOnce(events: number): void {
    const times = Array.from({ length: events }, (_, at) => new Date(NOW - (at + 1) * 60_000).toISOString());
    for (const { query, answer } of this.#waiting.splice(0)) {
      const [from, until] = [query.get("datetime-start")!, query.get("datetime-end")!];
      const body = times.map((time, at) => ({ "by-user": `u${at}`, "timestamp-datetime": time }));
      answer(body.filter(({ "timestamp-datetime": time }) => time >= from && time <= until));
    }
  }

  /** Answers the waiting requests, and later ones at once. */
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

export function createStore(adapter: FetchAdapter): LogStore {
  return new LogStore(async () => createLoadedServer(await createSource(adapter, { signIns: "off" })));
}

export class LogHost extends LitElement {
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

export async function openHost() {
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
