/*
 * The promise of the data source: what is shown for a search is exactly the matching records, newest first, each as often as
 * it occurred, and it says how far it has looked. Here it is held against 2,000 servers.
 *
 * A seed makes a case (test/support/log-case/draw.ts): the behavior of a server, its records, what is searched for, and what
 * happens meanwhile: failures, stops, records that arrive. The search is read to its end (read.ts), and compared with a plain
 * reading of what the server holds (truth.ts, filters.ts), which knows nothing of the viewer's own matching (judge.ts).
 *
 * Every fourth seed takes the next row of a list in which every pair of values of every two behavior occurs (pairs.ts), so
 * that no two of them are left untried together; the other seeds draw each value by chance.
 *
 * A case that fails is printed with its seed and in words. To run it alone, or some others:
 *
 *   ALV_TEST_SEED=1807 npx wtr --files test/api/properties.test.ts
 *   ALV_TEST_SEED=2001-9000 npx wtr --files test/api/properties.test.ts
 */
import { expect } from "@open-wc/testing";
import { drawChoices, describeCase, drawCase, FACTORS, SEEDS_FOR_ALL_PAIRS } from "../support/log-case/draw.js";
import { findMistakes } from "../support/log-case/find-mistakes.js";
import { listPairs } from "../support/log-case/pairs.js";
import { readCase } from "../support/log-case/read.js";
import { listSeeds } from "../support/seeds.js";

/** Cases of one test: few enough for its time, on a busy machine, too. */
const TOGETHER = 100;
/** Failing cases that a test prints, and problems of each. */
const PRINTED = 3;
/** Where more fail than this, the rest of a test has nothing to add. */
const MOST_FAILING = 20;

async function findProblems(seed: number): Promise<string | undefined> {
  const one = drawCase(seed);
  let problems: string[];
  try {
    problems = findMistakes(one, await readCase(one));
  } catch (error) {
    problems = [`it throws ${String((error as Error).stack ?? error)}`];
  }
  if (problems.length === 0) return undefined;
  const first = problems.slice(0, PRINTED).map((problem) => problem.slice(0, 500));
  return [describeCase(one), `${problems.length} problems:`, ...first].join("\n  ");
}

describe("whatever a server does, a search shows exactly its matching records", function () {
  // To look for one fault, the first failure says enough.
  this.bail(import.meta.env["ALV_TEST_BAIL"] !== undefined);
  const { first, count } = listSeeds(1, 2000);
  for (let from = first; from < first + count; from += TOGETHER) {
    const until = Math.min(from + TOGETHER, first + count);
    it(`seeds ${from} to ${until - 1}`, async () => {
      const failed: string[] = [];
      for (let seed = from; seed < until && failed.length < MOST_FAILING; seed += 1) {
        const problems = await findProblems(seed);
        if (problems !== undefined) failed.push(problems);
      }
      if (failed.length === 0) return;
      const printed = failed.slice(0, PRINTED).join("\n\n");
      const error = new Error(`${failed.length} of ${until - from} cases failed\n\n${printed}`);
      // The way to here is the same for every case.
      error.stack = error.name;
      throw error;
    });
  }

  /**
   * Beyond the range above, each found a fault of its own once. 2400: what one read gave up was told to the next one. 4654: a
   * record without a time in the second after a window was taken for a new one. 3398: two logs had a record an hour apart. 3993:
   * a record was taken for one of an hour later, which is after the range.
   */
  const PINNED = [2400, 4654, 3398, 3993];
  for (const seed of PINNED) {
    it(`seed ${seed}, which has failed before`, async () => expect(await findProblems(seed)).to.equal(undefined));
  }

  it("is tried with every pair of behavior", () => {
    expect(SEEDS_FOR_ALL_PAIRS, "a run has them all").to.be.below(2000);
    const met = new Set<string>();
    for (let seed = 1; seed <= SEEDS_FOR_ALL_PAIRS; seed += 1) {
      const choices = Object.entries(drawChoices(seed)).map(([name, value]) => [name, [value]]);
      for (const pair of listPairs(Object.fromEntries(choices))) met.add(pair);
    }
    expect(listPairs(FACTORS).filter((pair) => !met.has(pair))).to.deep.equal([]);
  });
});
