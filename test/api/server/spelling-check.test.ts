import { expect } from "@open-wc/testing";
import { type MockServer } from "../../../demo/mocks/index.js";
import {
  intercept,
  listContents,
  createSignal,
  createQuery,
  readAll,
  refuse,
  createSource,
  listStoredContents,
} from "../../support/data-source.js";
import {
  COUNT,
  createServer,
  cycleValues,
  DAYS,
  DELETE,
  createDeletion,
  isWanted,
  log,
  listNarrowed,
  searchServer,
} from "./spelling-support.js";

describe("a server whose filters cannot be trusted", () => {
  /** Changes the answers to requests for some actions or objects. */
  const breakAnswers = (server: MockServer, change: (records: unknown[]) => unknown[]) =>
    intercept(server, async ({ query }, given) => {
      const response = await given();
      if (!query.has("action-type") && !query.has("target-object")) return response;
      return { ...response, body: JSON.stringify(change(JSON.parse(response.body) as unknown[])) };
    });

  const ways: { name: string; change: (records: unknown[]) => unknown[] }[] = [
    { name: "knows none of them", change: () => [] },
    { name: "leaves out one", change: (records) => records.slice(1) },
    { name: "answers others", change: (records) => records.map((one) => ({ ...(one as object), "target-user": "x" })) },
  ];
  for (const { name, change } of ways) {
    it(`gets requests without that filter: it ${name}`, async () => {
      const server = createServer(log(COUNT, createDeletion));
      breakAnswers(server, change);
      const { events, coverage, expected } = await searchServer(server, DELETE);
      expect(listContents(events)).to.deep.equal(expected);
      expect([coverage.narrowed, coverage.sentFilters, coverage.complete]).to.deep.equal([undefined, [], true]);
      // It is tried once.
      expect(new Set(listNarrowed(server).map(({ query }) => query.get("datetime-end"))).size).to.equal(1);
    });
  }

  it("gets requests without that filter if it answers fewer equal records", async () => {
    const records = log(COUNT, createDeletion).flatMap((one, at) => (at % 100 === 0 ? [one, one] : [one]));
    const server = createServer(records);
    breakAnswers(server, (list) => [...new Map(list.map((one) => [JSON.stringify(one), one])).values()]);
    const { events, coverage, expected } = await searchServer(server, DELETE);
    expect(listContents(events)).to.deep.equal(expected);
    expect(coverage.narrowed).to.equal(undefined);
  });

  for (const code of [400, 403, 404]) {
    it(`gets requests without that filter: it refuses with ${code}`, async () => {
      const server = createServer(log(COUNT, createDeletion));
      intercept(server, ({ query }, given) => (query.has("action-type") ? refuse(code) : given()));
      const { events, coverage, expected } = await searchServer(server, DELETE);
      expect(listContents(events)).to.deep.equal(expected);
      expect([coverage.narrowed, coverage.sentFilters, coverage.complete]).to.deep.equal([undefined, [], true]);
    });

    it(`gets requests without that filter, which is reported: it refuses with ${code} from the first request on`, async () => {
      const server = createServer(log(COUNT, createDeletion));
      intercept(server, ({ query }, given) => (query.has("action-type") ? refuse(code) : given()));
      const { events, coverage, expected } = await searchServer(server, DELETE, { sendFilters: "always" });
      expect(listContents(events)).to.deep.equal(expected);
      expect([coverage.narrowed, coverage.sentFilters, coverage.complete]).to.deep.equal([undefined, [], true]);
    });
  }

  it("gets requests without that filter from its first refusal on", async () => {
    // So few an answer that the narrowed part takes several.
    const server = createServer(log(COUNT, createDeletion), { limit: { cap: 20 } });
    let refuses = false;
    intercept(server, ({ query }, given) => (refuses && query.has("action-type") ? refuse(400) : given()));
    const source = await createSource(server, { signIns: "off", concurrency: 1 });
    const query = createQuery(DAYS, DELETE);
    const reader = await source.search(query);
    while (!reader.coverage().narrowed) await reader.read(reader.found + 1, { signal: createSignal() });
    const before = reader.coverage();
    refuses = true;
    const { events, coverage } = await readAll(reader);
    expect(coverage.records).to.be.above(before.records + 1000);
    const older = { from: query.span.from, until: before.readFrom };
    expect(listContents(events).filter((one) => listStoredContents(server, older).includes(one))).to.deep.equal(
      listStoredContents(server, older, isWanted(DELETE)),
    );
  });

  it("is checked again after a failure in the middle of the check", async () => {
    const server = createServer(log(COUNT, createDeletion));
    let failures = 0;
    intercept(server, ({ query }, given) => {
      // Not the question about letter case, which comes before.
      const isCheck = query.get("action-type") === "delete";
      if (!isCheck || failures >= 2) return given();
      failures += 1;
      return refuse(501);
    });
    const source = await createSource(server, { signIns: "off" });
    const query = createQuery(DAYS, DELETE);
    const reader = await source.search(query);
    const found: string[] = [];
    let told = 0;
    while (reader.hasMoreThan(0) !== false) {
      await reader.read(10, { signal: createSignal() }).then(
        ({ events }) => found.push(...listContents(events)),
        () => (told += 1),
      );
    }
    expect(told).to.equal(2);
    expect(found.sort()).to.deep.equal(listStoredContents(server, query.span, isWanted(DELETE)));
    expect(reader.coverage().narrowed!.actions).to.deep.equal(["delete"]);
  });
});

describe("a server that compares loosely", () => {
  for (const matching of ["prefix", "substring"] as const) {
    for (const sendFilters of ["verified", "always"] as const) {
      it(`returns a record for several spellings: it is listed once, and real copies stay: ${matching}, ${sendFilters}`, async () => {
        const records = log(COUNT, cycleValues("action-type", ["create", "createUser", "add", "create_add"]), {
          "action-type": "update",
        }).flatMap((one, at) => (at % 500 === 0 ? [one, one, one] : [one]));
        const server = createServer(records, { matching });
        const { events, coverage, expected } = await searchServer(server, { actions: ["add-create"] }, { sendFilters });
        expect(listContents(events)).to.deep.equal(expected);
        expect(coverage.narrowed).not.to.equal(undefined);
        expect(new Set(events.map(({ id }) => id)).size).to.equal(events.length);
      });
    }
  }
});
