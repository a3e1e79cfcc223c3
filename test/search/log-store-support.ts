import { createMockServer, type MockServer, type NewRecord } from "../../demo/mocks/index.js";
import type { FetchAdapter } from "../../src/api/transport/adapter.js";
import { DEFAULT_SOURCE_OPTIONS, type SourceOptions } from "../../src/api/source-options.js";
import { AuditLogSource } from "../../src/api/source.js";
import { compileTaxonomy } from "../../src/core/taxonomy/taxonomy.js";
import { loadTemporal } from "../../src/core/time/temporal.js";
import { DEFAULT_TAXONOMY } from "../../src/core/taxonomy/vocabulary.js";
import { type LogState } from "../../src/search/log-state.js";
import { LogStore } from "../../src/search/log-store.js";
import type { SearchSetting } from "../../src/search/start-search.js";
import { NOW, createTestClock } from "../support/clock.js";
import { createMockAdapter } from "../support/mock-adapter.js";
import { createLoadedServer } from "../support/data-source.js";
import { sourceCode } from "../support/source-code.js";
import { HOUR } from "../support/durations.js";
import { createSignal } from "../support/data-source.js";

export const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);

/** One record every two hours for thirty days; each fifth is Maria's. */
export const RECORDS: NewRecord[] = Array.from({ length: 360 }, (_, at) => ({
  time: NOW - (at + 1) * 2 * HOUR,
  record: {
    "by-user": at % 5 === 0 ? "maria" : `u${at}`,
    "by-domain": "abc.example",
    "target-domain": "abc.example",
    "action-type": "update",
  },
}));

/** Holds requests until the test releases them. Like a careless host's client, it ignores signals. */
export class Gate implements FetchAdapter {
  /** Requests that pass before the gate closes. */
  passing = Infinity;
  readonly #inner: FetchAdapter;
  readonly #held: (() => void)[] = [];
  #heard: (() => void)[] = [];

  constructor(server: MockServer) {
    const adapter = createMockAdapter(server);
    this.#inner = { get: (path, { query }) => adapter.get(path, { query }) };
  }

  async get(path: string, options: { query: URLSearchParams; signal: AbortSignal }): Promise<unknown> {
    if (this.passing > 0) this.passing -= 1;
    else {
      await new Promise<void>((resolve) => {
        this.#held.push(resolve);
        for (const heard of this.#heard.splice(0)) heard();
      });
    }
    return this.#inner.get(path, options);
  }

  /** Resolves when this many requests are held. */
  async holds(count: number): Promise<void> {
    while (this.#held.length < count) await new Promise<void>((resolve) => this.#heard.push(resolve));
  }

  /** Releases requests, the oldest first, or from a later one on. */
  open(count = Infinity, from = 0): void {
    for (const go of this.#held.splice(from, count)) go();
  }
}

export async function createLog(options: Partial<SourceOptions> = {}, records = RECORDS) {
  const server = createMockServer({ now: () => NOW, records });
  const gate = new Gate(server);
  const source = new AuditLogSource({
    code: sourceCode,
    adapter: gate,
    options: { ...DEFAULT_SOURCE_OPTIONS, signIns: "off", ...options },
    clock: createTestClock(),
    taxonomy,
    temporal: await loadTemporal(),
  });
  const store = new LogStore(() => Promise.resolve(createLoadedServer(source)));
  store.setDraft({ range: { preset: "last-30-days" } });
  const setting: SearchSetting = { now: NOW, zone: "UTC", weekStart: 1, pageSize: 10 };
  const search = (signal = createSignal(), change: Partial<SearchSetting> = {}) =>
    store.search({ ...setting, ...change }, signal);
  const refresh = (signal = createSignal()) => store.refresh(setting, signal);
  return { server, gate, store, setting, search, refresh };
}

/** Waits until the events that were found are counted, and the statistics are in the state. */
export async function waitForCounts(store: LogStore): Promise<void> {
  const { analysis } = await store.server!.load();
  // The first answer comes when all events were sent, the second one after those that the log has asked for.
  for (let turn = 0; turn < 2; turn += 1) await analysis.breakdown([]);
  await new Promise((resolve) => setTimeout(resolve));
}

export const listUsers = (state: LogState) => new Set(state.pages.flat().map(({ byUser }) => byUser));

export const listIds = (state: LogState) => state.pages.flat().map(({ id }) => id);

export const isResting = ({ activity, progress }: LogState) => activity === undefined && progress === undefined;

/** Turns pages until one needs a request, which the gate holds. */
export async function loadNextUntilHeld(store: LogStore, gate: Gate, signal = createSignal()): Promise<void> {
  let held = false;
  void gate.holds(1).then(() => (held = true));
  while (!held && store.state.hasMore !== false) await store.next(signal);
}
