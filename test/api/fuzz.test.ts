/*
 * Bad input: 10,000 servers with answers that no server should give. The viewer may throw only an AuditLogError, and must
 * lose nothing: each item of an accepted list comes out exactly once, as an event or among the unreadable items.
 *
 * A failing case prints its seed. To run it alone: ALV_TEST_SEED=4711 npx wtr --files test/api/fuzz.test.ts
 */
import { expect } from "@open-wc/testing";
import { Random } from "../../demo/mocks/records/random.js";
import type { AuditFilters } from "../../src/core/filters/filters.js";
import { createObjectAdapter, createTextAdapter } from "../support/bad-input/adapters.js";
import { findProblems } from "../support/bad-input/find-problems.js";
import { drawItems } from "../support/bad-input/items.js";
import { readAll } from "../support/bad-input/read-all.js";
import { ACCIDENTS, Server, type Accident } from "../support/bad-input/server.js";
import { listSeeds } from "../support/seeds.js";

/** The seeds of one test. */
const TOGETHER = 500;

/** Filters that read every field. They hide some of the events. */
const FILTERS: readonly Partial<AuditFilters>[] = [
  { affectedUser: "1041" },
  { byUser: "*", byIp: "*:*", host: "__proto__" },
  { actions: ["login"], objects: ["subscriber"] },
  { parameters: [{ name: "*", value: "*1*" }] },
  { parameters: [{ name: "__proto__", value: "" }] },
  { exclude: { action: ["login", "constructor"], byIp: ["2001:db8::1"], affectedUser: ["", "toString"] } },
];

const getText = (item: unknown) => JSON.stringify(item);
const getItem = (item: unknown) => item;

async function runObjectCase(random: Random): Promise<string[]> {
  const items = drawItems(random, { withDepth: true });
  const filters = random.chance(0.2) ? random.pick(FILTERS) : undefined;
  const rejections = random.chance(0.2) ? random.int(1, 5) : 0;
  const server = new Server(random, items);
  const found = await readAll(createObjectAdapter(server, random, rejections), filters ?? {});
  const problems = findProblems(items, found, getItem, !filters);
  if (items.some(({ json, parsed }) => json.length < 10_000 && getText(parsed) !== getText(JSON.parse(json)))) {
    problems.push("an item was changed");
  }
  return problems;
}

async function runTextCase(random: Random): Promise<string[]> {
  const items = drawItems(random);
  const accidents = new Map<number, Accident>();
  while (random.chance(0.6)) accidents.set(random.int(1, 6), random.pick(ACCIDENTS));
  const server = new Server(random, items, accidents);
  return findProblems(items, await readAll(createTextAdapter(server, random), {}), getText, true);
}

async function runCopiesCase(random: Random): Promise<string[]> {
  const items = drawItems(random, { withCopies: true });
  const server = new Server(random, items);
  return findProblems(items, await readAll(createTextAdapter(server, random), {}), getText, true);
}

/** Counts the members that all objects of a page inherit: no code may add to them. */
const countInherited = () =>
  [Object.prototype, Array.prototype, Function.prototype].map((one) => Reflect.ownKeys(one).length);

describe("bad input", () => {
  const noise: string[] = [];
  const { error, warn } = console;
  let members: number[];
  const noteError = (event: ErrorEvent | PromiseRejectionEvent) => noise.push(event.type);

  before(() => {
    members = countInherited();
    console.error = (...words: unknown[]) => noise.push(`console.error: ${String(words[0])}`);
    console.warn = (...words: unknown[]) => noise.push(`console.warn: ${String(words[0])}`);
    window.addEventListener("error", noteError);
    window.addEventListener("unhandledrejection", noteError);
  });
  after(() => {
    Object.assign(console, { error, warn });
    window.removeEventListener("error", noteError);
    window.removeEventListener("unhandledrejection", noteError);
  });

  const CASES = [
    { name: "objects of an adapter", run: runObjectCase, ...listSeeds(1, 3000) },
    { name: "texts", run: runTextCase, ...listSeeds(5001, 2000) },
    { name: "equal items without a time", run: runCopiesCase, ...listSeeds(9001, 1000) },
  ];
  /** This seed found a fault once: a record was mistaken for one in a second that was not requested. */
  const PINNED = [{ name: "equal items without a time", run: runCopiesCase, first: 1272619002, count: 1 }];
  for (const { name, run, first, count } of [...CASES, ...PINNED]) {
    for (let from = first; from < first + count; from += TOGETHER) {
      const until = Math.min(from + TOGETHER, first + count);
      it(`throws only an AuditLogError and loses nothing: ${name}, seeds ${from} to ${until - 1}`, async () => {
        const failed: string[] = [];
        for (let seed = from; seed < until; seed += 1) {
          const problems = await run(new Random(seed)).catch((cause: unknown) => [`it throws ${String(cause)}`]);
          if (problems.length > 0) failed.push(`seed ${seed}: ${problems.slice(0, 3).join("; ")}`);
        }
        expect(failed.length, failed.slice(0, 5).join("\n")).to.equal(0);
        expect(noise).to.deep.equal([]);
        expect(countInherited()).to.deep.equal(members);
        expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
      });
    }
  }
});
