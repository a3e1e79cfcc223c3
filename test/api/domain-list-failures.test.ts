import { expect } from "@open-wc/testing";
import { FAILURE_KINDS } from "../support/failure-kinds.js";
import { createMockAdapter } from "../support/mock-adapter.js";
import { catchFailure, createList, createServer, listNames, ignorePage, signal } from "./domain-list-support.js";

/** When the server fails: the pages read before, the request that fails, and the first request afterwards. */
const PHASES: { name: string; pages: number; token?: string; behavior?: object; again: string; all: number }[] = [
  { name: "the first page", pages: 0, again: "/domains?start=0&limit=1000", all: 250 },
  { name: "a later page", pages: 2, again: "/domains?start=200&limit=1000", all: 250 },
  { name: "the page after the last", pages: 3, again: "/domains?start=250&limit=1000", all: 250 },
  { name: "the own domain", pages: 0, token: "mock-office-manager", again: "/domains?start=0&limit=1000", all: 1 },
  {
    name: "a page that is repeated",
    pages: 1,
    behavior: { start: "ignored" },
    again: "/domains?start=100&limit=1000",
    all: 100,
  },
];

describe("a list of domains whose server fails", () => {
  for (const { name, pages, token, behavior, again, all } of PHASES) {
    for (const [failure, kind, tries] of FAILURE_KINDS) {
      it(`with ${failure} at ${name} keeps what was loaded, and is read on from there`, async () => {
        const server = createServer(250, { limit: { cap: 100 }, ...behavior });
        let patience = 30_000;
        const list = createList(createMockAdapter(server, token ? { token } : {}), () => patience);
        const stop = new AbortController();
        let read = 0;
        if (pages > 0) await list.read(stop.signal, () => (read += 1) === pages && stop.abort()).catch(ignorePage);
        const kept = list.domains;
        expect(kept.length).to.equal(Math.min(pages * 100, 250));

        server.resetRequests();
        const path = token ? "/domains/~" : undefined;
        server.behavior.failures = [{ at: "every", kind: failure, ...(path ? { path } : {}) }];
        if (failure === "hang") patience = 60_000;
        const error = await catchFailure(list);
        expect(error.kind).to.equal(kind);
        expect(list.domains).to.deep.equal(kept);
        expect(list.extent).to.equal("some");
        // A refusal is asked about once more: for the own domain, or for the count.
        expect(server.requests.length).to.be.within(tries, tries + 1);

        const second = await catchFailure(list);
        expect(second.kind, "again").to.equal(kind);
        expect(list.domains).to.deep.equal(kept);

        server.behavior.failures = [];
        patience = 30_000;
        server.resetRequests();
        await list.read(signal, ignorePage);
        const [first] = server.requests;
        expect(`${first!.path}?${first!.query}`).to.equal(again);
        expect(listNames(list)).to.deep.equal(
          token ? [server.domains[1]!.domain] : server.domains.slice(0, all).map(({ domain }) => domain),
        );
      });
    }
  }

  it("reads every domain in spite of occasional short failures", async () => {
    const server = createServer(2_345, { limit: { cap: 100 } });
    server.behavior.failures = (["network", "503", "429", "502"] as const).map((kind, at) => ({
      at: 2 + 5 * at,
      kind,
    }));
    const list = createList(createMockAdapter(server));
    await list.read(signal, ignorePage);
    expect(list.domains.length).to.equal(2_345);
  });
});
