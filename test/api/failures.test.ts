import { expect } from "@open-wc/testing";
import { createMockServer, type FailureKind, type MockServer, type NewRecord } from "../../demo/mocks/index.js";
import { DEFAULT_SOURCE_OPTIONS, type SourceOptions } from "../../src/api/source-options.js";
import { AuditLogSource } from "../../src/api/source.js";
import { createDefaultFilters, type AuditFilters } from "../../src/core/filters/filters.js";
import { compileTaxonomy } from "../../src/core/taxonomy/taxonomy.js";
import { loadTemporal } from "../../src/core/time/temporal.js";
import { DEFAULT_TAXONOMY } from "../../src/core/taxonomy/vocabulary.js";
import type { Activity, LogState } from "../../src/search/log-state.js";
import { LogStore } from "../../src/search/log-store.js";
import type { SearchSetting } from "../../src/search/start-search.js";
import { NOW, createTestClock } from "../support/clock.js";
import { FAILURE_KINDS } from "../support/failure-kinds.js";
import { createMockAdapter } from "../support/mock-adapter.js";
import { createLoadedServer } from "../support/data-source.js";
import { sourceCode } from "../support/source-code.js";
import { HOUR } from "../support/durations.js";

const PAGE = 50;
const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);

/** Every half hour for twenty days; few are Maria's. */
const RECORDS: NewRecord[] = Array.from({ length: 960 }, (_, at) => ({
  time: NOW - (at + 1) * (HOUR / 2),
  record: { "by-user": at % 40 === 0 ? "maria" : `u${at}`, "target-domain": "abc.example", "action-type": "update" },
}));

interface Stage {
  readonly server: MockServer;
  readonly store: LogStore;
  readonly setting: SearchSetting;
  /** How long a request may take, in milliseconds of a clock whose pauses are over at once. */
  patience: number;
}

async function createStage(options: Partial<SourceOptions> = {}): Promise<Stage> {
  const server = createMockServer({ now: () => NOW, records: RECORDS });
  const temporal = await loadTemporal();
  const setting = { now: NOW, zone: "UTC", weekStart: 1, pageSize: PAGE };
  const made: Stage = {
    server,
    setting,
    patience: 12_000,
    store: new LogStore(() => Promise.resolve(createLoadedServer(source))),
  };
  const source = new AuditLogSource({
    code: sourceCode,
    adapter: createMockAdapter(server),
    options: { ...DEFAULT_SOURCE_OPTIONS, signIns: "off", ...options },
    clock: { ...createTestClock(), sleep: (ms, signal) => createTestClock(NOW, made.patience).sleep(ms, signal) },
    taxonomy,
    temporal,
  });
  return made;
}

const { signal } = new AbortController();

/** From now on every request fails. */
function fail(on: Stage, kind: FailureKind): void {
  on.server.behavior.failures = [{ at: "every", kind }];
  if (kind === "hang") on.patience = 60_000;
}

function endFailures(on: Stage): void {
  on.server.behavior.failures = [];
  on.patience = 12_000;
  on.server.resetRequests();
}

/** What is on the screen, and must stay there. */
const pickShown = ({ pages, pageIndex, searched, statistics, coverage, openId, revision, hasMore }: LogState) => ({
  ...{ pages, pageIndex, searched, statistics, openId, revision, hasMore },
  readFrom: coverage?.readFrom,
});

const listIds = (state: LogState) => state.pages.flat().map(({ id }) => id);
const listEnds = (server: MockServer) => server.requests.map(({ query }) => Date.parse(query.get("datetime-end")!));
const createFilters = (change: Partial<AuditFilters>): AuditFilters => ({ ...createDefaultFilters(), ...change });

interface Phase {
  readonly during: Activity;
  readonly options?: Partial<SourceOptions>;
  readonly filters?: Partial<AuditFilters>;
  /** Windows that are requested at the same moment. */
  readonly atOnce: number;
  /** Nothing was answered yet: a refused request is sent once more, for fewer records. */
  readonly isFirst?: boolean;
  /** The most requests if the server accepts none: a long window is requested again as a shorter one. */
  readonly refused: number;
  /** What went well before. */
  arrange(on: Stage): Promise<void>;
  act(on: Stage): Promise<void>;
}

const RANGE = { range: { preset: "last-30-days" } } as const;
const search = ({ store, setting }: Stage) => store.search(setting, signal);

const PHASES: Phase[] = [
  {
    during: "search",
    filters: RANGE,
    atOnce: 2,
    isFirst: true,
    refused: 12,
    arrange: async () => undefined,
    act: search,
  },
  {
    during: "next",
    filters: RANGE,
    atOnce: 1,
    refused: 5,
    arrange: async (on) => {
      await search(on);
      await on.store.next(signal);
      on.store.toggle(on.store.state.pages[1]![3]!.id);
    },
    act: async ({ store }) => {
      // The pages that are read already come without a request.
      for (let count = 0; count < 20 && !store.state.failure; count += 1) await store.next(signal);
    },
  },
  {
    during: "further",
    filters: { ...RANGE, byUser: "maria" },
    options: { budget: { seconds: 60, requests: 3, records: 20_000 } },
    atOnce: 1,
    refused: 5,
    arrange: search,
    act: ({ store }) => store.further(signal),
  },
  {
    during: "refresh",
    filters: RANGE,
    atOnce: 1,
    refused: 4,
    arrange: async (on) => {
      await search(on);
      await on.store.next(signal);
      on.store.toggle(on.store.state.pages[1]![3]!.id);
    },
    act: ({ store, setting }) => store.refresh({ ...setting, now: NOW + HOUR }, signal),
  },
];

describe("a failing server", () => {
  for (const phase of PHASES) {
    const { during, options, atOnce, isFirst, refused } = phase;
    for (const [failure, kind, tries] of FAILURE_KINDS) {
      it(`loses nothing if it answers ${failure} during "${during}", and reading continues from there`, async () => {
        const on = await createStage(options);
        const { server, store } = on;
        store.setDraft(createFilters(phase.filters ?? {}));
        await phase.arrange(on);
        const well = await createStage(options);
        well.store.setDraft(createFilters(phase.filters ?? {}));
        await phase.arrange(well);

        const arranged = pickShown(store.state);
        server.resetRequests();
        fail(on, failure);
        await phase.act(on);
        const { state } = store;
        expect(state.failure?.error.kind).to.equal(kind);
        expect(state.failure?.during).to.equal(during);
        expect([state.activity, state.progress]).to.deep.equal([undefined, undefined]);
        const isRefusal = kind === "forbidden" || kind === "unsupported";
        const most = kind === "bad-request" ? refused : tries * atOnce * (isFirst && isRefusal ? 2 : 1);
        expect(server.requests.length).to.be.within(tries, most);
        if (during === "next") {
          // It went on to the end of what was read; nothing else happened.
          expect(listIds(state).slice(0, arranged.pages.flat().length)).to.deep.equal(
            arranged.pages.flat().map(({ id }) => id),
          );
          expect(state.pages.every((page) => page.length === PAGE)).to.equal(true);
          expect(state.pageIndex).to.equal(state.pages.length - 1);
        } else expect(pickShown(state)).to.deep.equal(arranged);

        const failed = pickShown(state);
        const frozen = during === "search" ? undefined : state.searched!.span;
        endFailures(on);
        await store.retry(signal);
        const after = store.state;
        expect([after.failure, after.activity, after.progress]).to.deep.equal([undefined, undefined, undefined]);
        await phase.act(well);
        while (well.store.state.pages.length < after.pages.length) await well.store.next(signal);
        expect(listIds(after)).to.deep.equal(listIds(well.store.state).slice(0, listIds(after).length));
        expect(new Set(listIds(after)).size).to.equal(listIds(after).length);

        if (during === "search" || during === "refresh") {
          expect(after.revision).to.equal(arranged.revision + 1);
          expect(after.pages.length).to.equal(Math.max(1, arranged.pages.length));
          expect(after.searched!.span).to.deep.equal(well.store.state.searched!.span);
        } else {
          // Only earlier time than the read one is requested.
          expect(after.searched!.span).to.deep.equal(frozen);
          expect(listIds(after).length).to.be.above(failed.pages.flat().length);
          expect(listEnds(server).length).to.be.above(0);
          expect(Math.max(...listEnds(server))).to.be.at.most(failed.readFrom!);
        }
      });
    }
  }

  it("may fail again at each retry", async () => {
    const on = await createStage();
    on.store.setDraft(createFilters(RANGE));
    fail(on, "500");
    await search(on);
    const first = on.store.state.failure;
    await on.store.retry(signal);
    const second = on.store.state.failure;
    expect([first?.error.kind, second?.error.kind]).to.deep.equal(["server", "server"]);
    expect(first === second).to.equal(false);
    endFailures(on);
    await on.store.retry(signal);
    expect(on.store.state.pages[0]?.length).to.equal(PAGE);
  });

  it("gets no request if there is nothing to retry", async () => {
    const on = await createStage();
    await on.store.retry(signal);
    await search(on);
    on.server.resetRequests();
    await on.store.retry(signal);
    expect(on.server.requests.length).to.equal(0);
  });

  it("can be asked for the next page again from an earlier page", async () => {
    const on = await createStage();
    on.store.setDraft(createFilters(RANGE));
    await search(on);
    fail(on, "500");
    for (let count = 0; count < 20 && !on.store.state.failure; count += 1) await on.store.next(signal);
    const { pages } = on.store.state;
    on.store.previous();
    endFailures(on);
    await on.store.retry(signal);
    expect(on.store.state.failure).to.equal(undefined);
    expect(on.store.state.pages.length).to.equal(pages.length + 1);
  });

  it("does not delay the events if it fails once in a while", async () => {
    const on = await createStage();
    on.store.setDraft(createFilters(RANGE));
    on.server.behavior.failures = (["network", "503", "429"] as const).map((kind, at) => ({ at: 1 + 3 * at, kind }));
    const failures: unknown[] = [];
    on.store.subscribe(({ failure }) => failure && failures.push(failure));
    await search(on);
    while (on.store.state.hasMore !== false) await on.store.next(signal);
    expect(failures).to.deep.equal([]);
    expect(listIds(on.store.state).length).to.equal(960);
  });

  it("has its failure reported while the loaded events stay on the screen, also if the filters have changed since", async () => {
    const on = await createStage();
    on.store.setDraft(createFilters(RANGE));
    await search(on);
    const before = pickShown(on.store.state);
    on.store.setDraft({ byUser: "maria" });
    fail(on, "403");
    await search(on);
    expect(on.store.state.failure?.during).to.equal("search");
    expect(pickShown(on.store.state)).to.deep.equal(before);
    expect(on.store.state.draft.byUser).to.equal("maria");
    endFailures(on);
    await on.store.retry(signal);
    expect(on.store.state.searched?.filters.byUser).to.equal("maria");
    expect(new Set(on.store.state.pages.flat().map(({ byUser }) => byUser))).to.deep.equal(new Set(["maria"]));
  });
});
