import { expect } from "@open-wc/testing";
import { createMockServer, type MockServer } from "../../../demo/mocks/index.js";
import { DEFAULT_SOURCE_OPTIONS } from "../../../src/api/source-options.js";
import { AuditLogSource } from "../../../src/api/source.js";
import { createDefaultFilters, type AuditFilters } from "../../../src/core/filters/filters.js";
import { compileTaxonomy } from "../../../src/core/taxonomy/taxonomy.js";
import { loadTemporal } from "../../../src/core/time/temporal.js";
import { DEFAULT_TAXONOMY } from "../../../src/core/taxonomy/vocabulary.js";
import { DomainStore, findRecentDomains } from "../../../src/features/domains/store.js";
import { LogStore } from "../../../src/search/log-store.js";
import { NOW, createTestClock } from "../../support/clock.js";
import { TestNetwork, createHttpError } from "../../support/test-network.js";
import { createLoadedServer } from "../../support/data-source.js";
import { sourceCode } from "../../support/source-code.js";

async function createStage(domains = 250) {
  const server: MockServer = createMockServer({ now: () => NOW, events: 500, days: 2, domains });
  server.behavior.limit = { cap: 100 };
  const network = new TestNetwork(server);
  const source = new AuditLogSource({
    code: sourceCode,
    adapter: network,
    options: { ...DEFAULT_SOURCE_OPTIONS, signIns: "off" },
    clock: createTestClock(),
    taxonomy: compileTaxonomy(DEFAULT_TAXONOMY),
    temporal: await loadTemporal(),
  });
  const log = new LogStore(() => Promise.resolve(createLoadedServer(source)));
  return { server, network, log, store: new DomainStore(log.server) };
}

const starts = (server: MockServer) => server.requests.map(({ query }) => query.get("start"));
const createFilters = (change: Partial<AuditFilters>): AuditFilters => ({ ...createDefaultFilters(), ...change });

describe("the store of domains", () => {
  it("sends nothing before the user needs a domain, and then each request once", async () => {
    const { server, store } = await createStage();
    expect(server.requests.length).to.equal(0);
    await Promise.all([store.loadIfNeeded(), store.loadIfNeeded()]);
    expect(starts(server)).to.deep.equal(["0", "100", "200", "250"]);
    await store.loadIfNeeded();
    expect(server.requests.length).to.equal(4);
    expect([store.state.domains.length, store.state.extent, store.state.loading]).to.deep.equal([250, "all", false]);
  });

  it("reports each page, with states that do not change afterwards", async () => {
    const { store } = await createStage();
    const seen: (typeof store.state)[] = [];
    const end = store.subscribe(() => seen.push(store.state));
    await store.loadIfNeeded();
    end();
    expect(seen.map(({ domains, loading }) => [domains.length, loading])).to.deep.equal([
      ...[0, 100, 200, 250, 250].map((count) => [count, true]),
      [250, false],
    ]);
    expect(seen.every((state) => Object.isFrozen(state))).to.equal(true);
    await store.reload();
    expect(seen.length).to.equal(6);
  });

  it("keeps the loaded domains when a page fails, and continues there only after Try again", async () => {
    const { server, network, store } = await createStage();
    network.fails = (_, query) => (query.get("start") === "200" ? createHttpError(500)() : undefined);
    await store.loadIfNeeded();
    expect([store.state.failure?.kind, store.state.domains.length, store.state.loading]).to.deep.equal([
      "server",
      200,
      false,
    ]);
    network.recover();
    server.resetRequests();
    await store.loadIfNeeded();
    expect(server.requests.length).to.equal(0);
    await store.load();
    expect(starts(server)).to.deep.equal(["200", "250"]);
    expect([store.state.failure, store.state.domains.length]).to.deep.equal([undefined, 250]);
  });

  it("does not fail if it is stopped, and continues when the user needs a domain again", async () => {
    const { server, network, store } = await createStage();
    network.passCount = 1;
    const loading = store.loadIfNeeded();
    await network.waitForHeld(1);
    store.stop();
    await loading;
    expect([store.state.failure, store.state.loading, store.state.domains.length]).to.deep.equal([
      undefined,
      false,
      100,
    ]);
    network.passCount = Infinity;
    await store.loadIfNeeded();
    network.release();
    expect(store.state.domains.length).to.equal(250);
    expect(starts(server).slice(0, 3)).to.deep.equal(["0", "100", "200"]);
  });

  it("ignores a page that arrives after it was stopped", async () => {
    const { network, store } = await createStage();
    network.passCount = 0;
    const first = store.loadIfNeeded();
    await network.waitForHeld(1);
    store.stop();
    const second = store.loadIfNeeded();
    await network.waitForHeld(2);
    network.passCount = Infinity;
    network.release();
    await Promise.all([first, second]);
    expect(new Set(store.state.domains.map(({ name }) => name)).size).to.equal(250);
    expect([store.state.extent, store.state.loading]).to.deep.equal(["all", false]);
  });

  it("shows the old domains until the new ones are loaded", async () => {
    const { server, store } = await createStage();
    await store.loadIfNeeded();
    const counts: number[] = [];
    store.subscribe(() => counts.push(store.state.domains.length));
    server.resetRequests();
    await store.reload();
    expect(server.requests.length).to.equal(4);
    expect(new Set(counts)).to.deep.equal(new Set([250]));
    expect(store.state.extent).to.equal("all");
  });

  it("asks through the source of the log, which is made once", async () => {
    const { server, log, store } = await createStage();
    let made = 0;
    const { source } = await log.server!.load();
    const shared = new LogStore(() => ((made += 1), Promise.resolve(createLoadedServer(source))));
    await new DomainStore(shared.server).loadIfNeeded();
    await shared.search({ now: NOW, zone: "UTC", weekStart: 1, pageSize: 10 }, new AbortController().signal);
    expect(made).to.equal(1);
    expect(shared.state.pages.length).to.equal(1);
    expect(new Set(server.requests.map(({ path }) => path))).to.deep.equal(new Set(["/domains", "/auditlog"]));
    expect(store.state.domains).to.deep.equal([]);
  });

  it("says when a part of the viewer could not be fetched, and tries again", async () => {
    const { log } = await createStage();
    const { source } = await log.server!.load();
    let fails = true;
    const made = new LogStore(() =>
      fails ? Promise.reject(new Error("offline")) : Promise.resolve(createLoadedServer(source)),
    );
    const store = new DomainStore(made.server);
    await store.loadIfNeeded();
    expect(store.state.failure?.kind).to.equal("network");
    fails = false;
    await store.load();
    expect([store.state.failure, store.state.domains.length]).to.deep.equal([undefined, 250]);
  });

  it("does nothing without a server", async () => {
    const store = new DomainStore(undefined);
    await store.loadIfNeeded();
    expect(store.state.loading).to.equal(false);
  });

  it("suggests searched domains again, the last one first, each once, without patterns", () => {
    const searches = [
      createFilters({ affectedDomain: "star\\*.example" }),
      createFilters({ affectedDomain: "ABC.example" }),
      createFilters({ affectedDomain: "*.example", byUser: "maria" }),
      createFilters({ byDomain: "north.example", affectedDomain: "" }),
      createFilters({ affectedDomain: " abc.example " }),
    ];
    expect(findRecentDomains(searches)).to.deep.equal(["star*.example", "ABC.example", "north.example"]);
    expect(
      findRecentDomains([createFilters({ byDomain: "by.example", affectedDomain: "affected.example" })]),
    ).to.deep.equal(["affected.example", "by.example"]);
    const many = Array.from({ length: 30 }, (_, at) => createFilters({ byDomain: `d${29 - at}.example` }));
    expect(findRecentDomains(many).length).to.equal(10);
    expect(findRecentDomains(many)[0]).to.equal("d29.example");
  });
});
