import { expect } from "@open-wc/testing";
import type { FetchAdapter } from "../../src/api/transport/adapter.js";
import type { AuditLogError } from "../../src/core/errors.js";
import { createMockAdapter } from "../support/mock-adapter.js";
import { catchFailure, createList, createServer, listNames, ignorePage, signal } from "./domain-list-support.js";

/** A server that answers what a test says; it counts the requests. */
function createStage(answer: (path: string, start: number, asked: number) => unknown) {
  const asked: string[] = [];
  const adapter: FetchAdapter = {
    get: async (path, { query }) => {
      asked.push(path + (query.size > 0 ? `?${query}` : ""));
      if (asked.length > 10_000) throw new Error("It is asked for ever.");
      return answer(path, Number(query.get("start") ?? -1), asked.length);
    },
  };
  return { adapter, asked, list: createList(adapter) };
}

const rejectForbidden = () => Promise.reject(Object.assign(new Error("no"), { status: 403 }));

const createNames = (from: number, until: number) =>
  Array.from({ length: Math.max(0, until - from) }, (_, at) => ({ domain: `d${from + at}.example` }));

describe("the list of domains", () => {
  for (const [name, behavior] of Object.entries({
    "honours start and limit": {},
    "caps limit": { limit: { cap: 7 } },
    "answers pages of its own size": { limit: { fixed: 300 } },
    "ignores limit": { limit: "ignored" },
    "ignores limit and start": { limit: "ignored", start: "ignored" },
    "answers numbers as text": { numbersAsText: true },
  })) {
    it(`has every domain of a server that ${name}`, async () => {
      const server = createServer(2_345, behavior);
      const list = createList(createMockAdapter(server));
      await list.read(signal, ignorePage);
      expect(listNames(list)).to.deep.equal(server.domains.map(({ domain }) => domain));
      expect(list.domains[1]!.description).to.equal(server.domains[1]!.description);
      expect(list.extent).to.equal("all");
    });
  }

  it("is read one page at a time, and reports each page", async () => {
    const server = createServer(2_345);
    let running = 0;
    let most = 0;
    const inner = createMockAdapter(server);
    const list = createList({
      get: async (path, options) => {
        most = Math.max(most, (running += 1));
        return inner.get(path, options).finally(() => (running -= 1));
      },
    });
    const counts: number[] = [];
    await list.read(signal, () => counts.push(list.domains.length));
    expect(counts).to.deep.equal([1000, 2000, 2345, 2345]);
    expect(most).to.equal(1);
    expect(server.requests.map(({ query }) => query.get("start"))).to.deep.equal(["0", "1000", "2000", "2345"]);
    expect(new Set(server.requests.map(({ query }) => query.get("limit")))).to.deep.equal(new Set(["1000"]));
    await list.read(signal, ignorePage);
    expect(server.requests.length, "nothing is asked twice").to.equal(4);
  });

  it("gives the total of a server that caps its pages and ignores `start`", async () => {
    const server = createServer(250, { limit: { cap: 100 }, start: "ignored" });
    const list = createList(createMockAdapter(server));
    await list.read(signal, ignorePage);
    expect([list.domains.length, list.extent, list.total]).to.deep.equal([100, "cut", 250]);
    expect(server.requests.map(({ path }) => path)).to.deep.equal(["/domains", "/domains", "/domains/count"]);
  });

  it("continues after a page without new domains", async () => {
    const pages = [createNames(0, 3), createNames(1, 3), createNames(2, 6), []];
    const { list } = createStage((_, __, asked) => pages[asked - 1]);
    await list.read(signal, ignorePage);
    expect(listNames(list)).to.deep.equal(createNames(0, 6).map(({ domain }) => domain));
    expect(list.extent).to.equal("all");
  });

  it("ends with a server that repeats itself in another order, and counts", async () => {
    const { list, asked } = createStage((path, _, at) =>
      path === "/domains/count" ? { total: "3" } : at % 2 === 1 ? createNames(0, 3) : createNames(0, 3).reverse(),
    );
    await list.read(signal, ignorePage);
    expect([list.domains.length, list.extent, asked.length]).to.deep.equal([3, "all", 4]);
  });

  for (const total of ["many", null, -1, undefined, {}, ""]) {
    it(`ignores a total of ${JSON.stringify(total)}`, async () => {
      const { list } = createStage((path) => (path === "/domains/count" ? { total } : createNames(0, 3)));
      await list.read(signal, ignorePage);
      expect([list.domains.length, list.extent]).to.deep.equal([3, "all"]);
    });
  }

  it("stops reading a server that invents domains without end", async () => {
    const { list, asked } = createStage((_, start) => createNames(start, start + 1000));
    await list.read(signal, ignorePage);
    expect([list.domains.length, list.extent, asked.length]).to.deep.equal([50_000, "cut", 50]);
    const slow = createStage((_, start) => createNames(start, start + 1));
    await slow.list.read(signal, ignorePage);
    expect([slow.list.extent, slow.asked.length]).to.deep.equal(["cut", 2_000]);
  });

  it("reads items of any shape, and keeps every item that has a name", async () => {
    const items = [
      { domain: " spaced.example " },
      { domain: 4711, description: 12 },
      { domain: "DOUBLE.example" },
      { domain: "double.example", description: "Double" },
      "text.example",
      { domain: "" },
      { domain: null },
      { description: "nameless" },
      { domain: "__proto__", description: null },
      null,
      [],
      17,
    ];
    const { list } = createStage((_, start) => (start === 0 ? items : []));
    await list.read(signal, ignorePage);
    expect(list.domains).to.deep.equal([
      { name: "spaced.example", description: "" },
      { name: "4711", description: "12" },
      { name: "DOUBLE.example", description: "Double" },
      { name: "text.example", description: "" },
      { name: "__proto__", description: "" },
      { name: "17", description: "" },
    ]);
  });

  it("contains only the user's own domain if the user may not list domains", async () => {
    const server = createServer(40);
    const list = createList(createMockAdapter(server, { token: "mock-office-manager" }));
    await list.read(signal, ignorePage);
    expect(list.domains).to.deep.equal([
      { name: server.domains[1]!.domain, description: server.domains[1]!.description },
    ]);
    expect(list.extent).to.equal("own");
  });

  for (const [name, own] of [
    ["in a list", [{ domain: "own.example" }]],
    ["as an object", { domain: "own.example" }],
  ] as const) {
    it(`contains the user's own domain ${name}, also if the refusal has the status 200`, async () => {
      const { list } = createStage((path) => (path === "/domains/~" ? own : { code: 403, message: "no" }));
      await list.read(signal, ignorePage);
      expect([listNames(list), list.extent]).to.deep.equal([["own.example"], "own"]);
    });
  }

  it("fails if the user's own domain is not a name", async () => {
    const { list } = createStage((path) => (path === "/domains/~" ? {} : rejectForbidden()));
    expect((await catchFailure(list)).kind).to.equal("bad-data");
    expect(list.extent).to.equal("some");
  });

  it("ends if a server refuses a `start` after its last domain", async () => {
    const rejectMissing = () => Promise.reject(Object.assign(new Error("none"), { status: 404 }));
    const { list } = createStage((path, start) =>
      path === "/domains/count" ? { total: 3 } : start ? rejectMissing() : createNames(0, 3),
    );
    await list.read(signal, ignorePage);
    expect([list.domains.length, list.extent]).to.deep.equal([3, "all"]);
  });

  it("keeps the known domains while it is read again, then removes those that no longer exist", async () => {
    let items = createNames(0, 3);
    let refuses = false;
    const { list } = createStage((_, start) =>
      refuses && start > 0
        ? Promise.reject(Object.assign(new Error("no"), { status: 500 }))
        : items.slice(start, start + 2),
    );
    await list.read(signal, ignorePage);
    items = createNames(1, 5);
    refuses = true;
    list.restart();
    expect(list.extent).to.equal("some");
    expect(listNames(list)).to.deep.equal(["d0.example", "d1.example", "d2.example"]);
    await catchFailure(list);
    expect(listNames(list)).to.deep.equal(["d0.example", "d1.example", "d2.example"]);
    refuses = false;
    await list.read(signal, ignorePage);
    expect(listNames(list)).to.deep.equal(["d1.example", "d2.example", "d3.example", "d4.example"]);
  });

  it("continues at the same place after it was stopped", async () => {
    const abort = new AbortController();
    const server = createServer(2_345);
    const list = createList(createMockAdapter(server));
    const reading = list.read(abort.signal, () => abort.abort());
    await reading.then(
      () => expect.fail("It went on."),
      (cause: AuditLogError) => expect(cause.kind).to.equal("aborted"),
    );
    expect(list.domains.length).to.equal(1000);
    server.resetRequests();
    await list.read(signal, ignorePage);
    expect(server.requests[0]!.query.get("start")).to.equal("1000");
    expect(list.domains.length).to.equal(2_345);
  });
});
