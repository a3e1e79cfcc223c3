import { expect } from "@open-wc/testing";
import { createMockServer } from "../../demo/mocks/index.js";
import { DEFAULT_SOURCE_OPTIONS } from "../../src/api/source-options.js";
import { AuditLogSource } from "../../src/api/source.js";
import type { LoadErrorText } from "../../src/api/transport/error-source.js";
import type { FetchAdapter } from "../../src/api/transport/adapter.js";
import { compileTaxonomy } from "../../src/core/taxonomy/taxonomy.js";
import { DEFAULT_TAXONOMY } from "../../src/core/taxonomy/vocabulary.js";
import { loadTemporal } from "../../src/core/time/temporal.js";
import { NOW, createTestClock } from "../support/clock.js";
import { createMockAdapter } from "../support/mock-adapter.js";
import { createQuery } from "../support/data-source.js";
import { sourceCode } from "../support/source-code.js";
import { catchError } from "../support/catch-error.js";

const createRefusal = (status: number) => Object.assign(new Error("Refused: Bearer abc-def-ghi"), { status });

/** A source whose adapter may fail, and how often it has loaded the code for the texts of errors. */
async function createReader(fail: (path: string, query: URLSearchParams) => unknown, load = sourceCode.loadErrorText) {
  const answers = createMockAdapter(createMockServer({ now: () => NOW, events: 50, domains: 5 }));
  const told = { loads: 0 };
  const adapter: FetchAdapter = {
    get: (path, options) => {
      const failure = fail(path, options.query);
      return failure === undefined ? answers.get(path, options) : Promise.reject(failure as Error);
    },
  };
  const source = new AuditLogSource({
    adapter,
    options: DEFAULT_SOURCE_OPTIONS,
    clock: createTestClock(),
    taxonomy: compileTaxonomy(DEFAULT_TAXONOMY),
    temporal: await loadTemporal(),
    code: { ...sourceCode, loadErrorText: () => ((told.loads += 1), load()) },
  });
  return { source, told };
}

const { signal } = new AbortController();

/** Every way in which the source is read. */
const READS: [name: string, read: (source: AuditLogSource) => Promise<unknown>][] = [
  ["a page", async (source) => (await source.search(createQuery(1))).read(10, { signal })],
  ["a list", async (source) => (await source.search(createQuery(1))).readTo(10, { signal })],
  ["back to a time", async (source) => (await source.search(createQuery(1))).readBack(0, { signal })],
  ["the domains", async (source) => (await source.domains()).read(signal, () => undefined)],
];

describe("the text of an error that leaves the data source", () => {
  for (const [name, read] of READS) {
    it(`is the server's, without tokens, and its code is loaded once: ${name}`, async () => {
      const { source, told } = await createReader(() => createRefusal(500));
      const { kind, status, message, cause } = await catchError(read(source));
      expect([kind, status, message, (cause as Error).message]).to.deep.equal([
        "server",
        500,
        "Refused: Bearer …",
        "Refused: Bearer …",
      ]);
      expect(told.loads).to.equal(1);
    });

    it(`is missing if its code cannot be loaded: ${name}`, async () => {
      const failToLoad: LoadErrorText = () =>
        Promise.reject(new TypeError("Failed to fetch dynamically imported module"));
      const { source } = await createReader(() => createRefusal(500), failToLoad);
      const { kind, status, message, cause } = await catchError(read(source));
      expect([kind, status, message, cause]).to.deep.equal(["server", 500, "", undefined]);
    });
  }

  const ACCEPTED: [name: string, fail: (path: string, query: URLSearchParams) => unknown][] = [
    ["the access log is refused", (path) => (/access/.test(path) ? createRefusal(403) : undefined)],
    [
      "a large limit is refused",
      (path, query) => (/audit/.test(path) && Number(query.get("limit")) > 100 ? createRefusal(400) : undefined),
    ],
    ["the user may see only one domain", (path) => (/domains$/.test(path) ? createRefusal(403) : undefined)],
  ];
  for (const [name, fail] of ACCEPTED) {
    it(`is not loaded if the source continues without an error: ${name}`, async () => {
      let refusals = 0;
      const { source, told } = await createReader((path, query) => {
        const found = fail(path, query);
        if (found) refusals += 1;
        return found;
      });
      await (await source.search(createQuery(1))).read(10, { signal });
      await (await source.domains()).read(signal, () => undefined);
      expect(refusals).to.be.above(0);
      expect(told.loads).to.equal(0);
    });
  }

  it("is not loaded for a request that works in the end", async () => {
    let failures = 3;
    const { source, told } = await createReader(() => ((failures -= 1) >= 0 ? createRefusal(503) : undefined));
    await (await source.search(createQuery(1))).read(10, { signal });
    expect(told.loads).to.equal(0);
  });
});
