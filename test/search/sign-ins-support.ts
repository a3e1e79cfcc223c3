import { expect } from "@open-wc/testing";
import { createMockServer, type ServerBehavior, type NewRecord } from "../../demo/mocks/index.js";
import type { SourceOptions } from "../../src/api/source-options.js";
import type { SourceSetup } from "../../src/api/source.js";
import { countStatistics } from "../../src/analysis/statistics.js";
import { shownEvents, type LogState } from "../../src/search/log-state.js";
import { LogStore } from "../../src/search/log-store.js";
import type { SearchSetting } from "../../src/search/start-search.js";
import { NOW, createTestClock } from "../support/clock.js";
import { TestNetwork } from "../support/test-network.js";
import { createSignal, createSource, listStoredContents, createLoadedServer } from "../support/data-source.js";
import { HOUR, MINUTE } from "../support/durations.js";

/** Every two hours for thirty days a change, each fifth of them Maria's; every six hours a sign-in of the access log alone. */
export const RECORDS: NewRecord[] = [
  ...Array.from({ length: 360 }, (_, at): NewRecord => ({
    time: NOW - (at + 1) * 2 * HOUR,
    record: { "by-user": at % 5 === 0 ? "maria" : `u${at}`, "by-domain": "abc.example", "action-type": "update" },
  })),
  ...Array.from({ length: 120 }, (_, at): NewRecord => ({
    time: NOW - (at + 1) * 6 * HOUR + 20 * MINUTE,
    log: "access",
    record: { "by-user": `a${at}`, "by-domain": "abc.example", "action-type": "login" },
  })),
];

export async function createLog(
  options: Partial<SourceOptions> = {},
  behavior: Partial<ServerBehavior> = {},
  records = RECORDS,
) {
  const server = createMockServer({ now: () => NOW, records, behavior });
  const network = new TestNetwork(server);
  const clock = createTestClock();
  const changing: { redact?: SourceSetup["redact"] } = {};
  const source = await createSource(network, options, { clock, redact: () => changing.redact });
  const store = new LogStore(() => Promise.resolve(createLoadedServer(source)));
  store.setDraft({ range: { preset: "last-30-days" } });
  const setting: SearchSetting = { now: NOW, zone: "UTC", weekStart: 1, pageSize: 10 };
  const search = (signal = createSignal(), change: Partial<SearchSetting> = {}) =>
    store.search({ ...setting, ...change }, signal);
  const refresh = (later: number, signal = createSignal()) => {
    clock.time += later;
    return store.refresh({ ...setting, now: clock.time }, signal);
  };
  return { server, network, store, search, refresh, changing };
}

export type Stage = Awaited<ReturnType<typeof createLog>>;

/** A server that returns few records at once, so that a search takes many requests. */
export const SMALL: Partial<ServerBehavior> = { limit: { cap: 11 } };

/** Loads `pages` pages of the audit log while the access log fails, and opens an event. */
export async function loadWithoutSignIns(
  options?: Partial<SourceOptions>,
  behavior?: Partial<ServerBehavior>,
  pages = 4,
): Promise<Stage> {
  const on = await createLog(options, behavior);
  on.network.failAccessLog();
  await on.search();
  while (on.store.state.pages.length < pages) await on.store.next(createSignal());
  on.store.previous();
  on.store.toggle(shownEvents(on.store.state)[2]!.id);
  return on;
}

export const listEvents = (state: LogState) => state.pages.flat();

export const listIds = (state: LogState) => listEvents(state).map(({ id }) => id);

export const listUsers = (state: LogState) => [...new Set(listEvents(state).map(({ byUser }) => byUser))];

export const isResting = ({ activity, progress }: LogState) => activity === undefined && progress === undefined;

export const listMissing = ({ coverage }: LogState) => coverage!.missing;

/** Picks the parts of the state that are on the screen. */
export const pickShown = ({
  pages,
  pageIndex,
  searched,
  statistics,
  coverage,
  openId,
  revision,
  hasMore,
  paused,
}: LogState) => ({
  ...{ pages, pageIndex, searched, statistics, coverage, openId, revision, hasMore, paused },
});

export async function loadToTheEnd(store: LogStore): Promise<void> {
  for (let turn = 0; turn < 500 && store.state.hasMore !== false && !store.state.failure; turn += 1)
    await (store.state.paused ? store.further(createSignal()) : store.next(createSignal()));
}

/** Checks that the list, its pages and its numbers agree. */
export function expectSound({ pages, statistics, coverage }: LogState): void {
  const loaded = pages.flat();
  const { users } = countStatistics(loaded);
  // While the worker counts, there is no number.
  expect(statistics.users ?? users).to.deep.equal(users);
  expect(new Set(loaded.map(({ id }) => id)).size).to.equal(loaded.length);
  expect(coverage!.matched).to.be.at.least(loaded.length);
  expect(pages.slice(0, -1).every((page) => page.length === 10)).to.equal(true);
  const times = loaded.map(({ time }) => time!);
  expect(times).to.deep.equal([...times].sort((one, other) => other - one));
}

export const listStored = ({ server, store }: Stage) => listStoredContents(server, store.state.searched!.span);
