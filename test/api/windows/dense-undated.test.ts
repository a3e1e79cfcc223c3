import { expect } from "@open-wc/testing";
import { createMockServer, type NewRecord, type ServerBehavior } from "../../../demo/mocks/index.js";
import { Random } from "../../../demo/mocks/records/random.js";
import { NOW } from "../../support/clock.js";
import { createQuery, createSource, HOUR, readAll, removeTime, SECOND } from "../../support/data-source.js";
import { listSeeds } from "../../support/seeds.js";

/*
 * Equal records without a readable time among so many others that the edges of windows are between them. A server that is known
 * to sort cuts its answers, so most windows end where an answer was cut.
 */

const createRecord = (time: number, name: string): NewRecord => ({
  time,
  log: "audit",
  record: { "by-user": name, "action-type": "update" },
});

/** @returns the number of equal records that the server has, and that are listed */
async function readCase(seed: number): Promise<{ due: number; listed: number; others: number; text: string }> {
  const random = new Random(seed);
  const behavior: Partial<ServerBehavior> = {
    limit: { cap: random.int(10, 30) },
    order: random.pick(["ascending", "descending"] as const),
    startInclusive: random.chance(0.5),
    endInclusive: random.chance(0.5),
  };
  const seconds = random.int(10, 60);
  const start = NOW - random.int(1, 20) * HOUR;
  const dated = Array.from({ length: random.int(60, 160) }, (_, at) =>
    createRecord(start + random.int(0, seconds) * SECOND, `u${at}`),
  );
  const undated = Array.from({ length: random.int(2, 12) }, () =>
    removeTime(createRecord(start + random.int(0, seconds) * SECOND, "same")),
  );
  const server = createMockServer({ now: () => NOW, records: [...dated, ...undated], behavior });
  const { events } = await readAll((await createSource(server, { signIns: "off" })).search(createQuery(1)));
  const listed = events.filter(({ time }) => time === null).length;
  const text = `seed ${seed}: ${JSON.stringify(behavior)}`;
  return { due: undated.length, listed, others: events.length - listed - dated.length, text };
}

describe("equal records without a readable time where answers are cut", () => {
  const { first, count } = listSeeds(1, 150);
  it(`are listed as often as the server has them, seeds ${first} to ${first + count - 1}`, async () => {
    const failed: string[] = [];
    for (let seed = first; seed < first + count; seed += 1) {
      const { due, listed, others, text } = await readCase(seed);
      if (due !== listed || others !== 0) failed.push(`${text}: ${listed} of ${due}, others ${others}`);
    }
    expect(failed.length, failed.slice(0, 5).join("\n")).to.equal(0);
  });
});
