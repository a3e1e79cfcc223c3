import { expect } from "@open-wc/testing";
import type { NewRecord, ServerBehavior } from "../../../demo/mocks/index.js";
import { Random } from "../../../demo/mocks/records/random.js";
import { RangeCount } from "../../../src/features/explore/counting/range-count.js";
import { NOW, createTestClock } from "../../support/clock.js";
import { createLog } from "../../search/log-store-support.js";
import { createSignal } from "../../support/data-source.js";

/** Records of some days; many share a second with others, also where the search stops reading. */
function createRecords(seed: number): NewRecord[] {
  const random = new Random(seed);
  let time = NOW - 60_000;
  return Array.from({ length: 300 }, (_, at) => {
    if (random.int(0, 3) > 0) time -= 1000 * random.int(1, 20_000);
    const record = { "by-user": `u${random.int(0, 30)}`, "target-user": String(at), "action-type": "update" };
    return { time, record };
  });
}

const SERVERS: { name: string; behavior: Partial<ServerBehavior> }[] = [
  { name: "as documented", behavior: {} },
  { name: "capped at 20", behavior: { limit: { cap: 20 } } },
  { name: "capped at 20, ascending", behavior: { limit: { cap: 20 }, order: "ascending" } },
  { name: "capped at 12", behavior: { limit: { cap: 12 } } },
  { name: "that always returns 50", behavior: { limit: { fixed: 50 } } },
  { name: "that ignores start", behavior: { limit: { cap: 20 }, start: "ignored" } },
  { name: "with exclusive ends", behavior: { limit: { cap: 20 }, startInclusive: false, endInclusive: false } },
  { name: "that shuffles a second", behavior: { limit: { cap: 20 }, ties: "shuffled" } },
  { name: "with zoneless times", behavior: { limit: { cap: 20 }, timestamps: "zoneless" } },
  { name: "without fractions", behavior: { limit: { cap: 20 }, fractionalSeconds: true } },
];

describe("counting the whole range on a server", () => {
  for (const { name, behavior } of SERVERS) {
    it(`${name} counts each record once, or says what is missing`, async () => {
      for (let seed = 1; seed <= 4; seed += 1) {
        const records = createRecords(seed);
        const { store, server, search } = await createLog({}, records);
        Object.assign(server.behavior, behavior);
        await search();
        const count = new RangeCount(store, createTestClock());
        const ended = new Promise<string>((resolve) =>
          count.subscribe(({ status }) => (status === "complete" || status === "failed") && resolve(status)),
        );
        for (let page = 0; page < seed; page += 1) await store.next(createSignal());
        const { complete } = store.state.coverage!;
        if (!complete) {
          count.start();
          expect(await ended, `seed ${seed}`).to.equal("complete");
        }
        // Some of what was counted becomes rows.
        for (let page = 0; page < 3; page += 1) await store.next(createSignal());
        const request = { field: "affectedUser", limit: 1000, search: "" } as const;
        const { counts, extent } = (await store.server!.analysis!.breakdown([request]))!;
        const isCertain = extent.cut.length === 0 && extent.missing.length === 0;
        if (isCertain) {
          expect(counts[0]!.distinct, `seed ${seed}`).to.equal(records.length);
          expect(extent.events, `seed ${seed}`).to.equal(records.length);
          expect(extent.countedFrom, `seed ${seed}`).to.equal(store.state.searched!.span.from);
        } else {
          expect(extent.events, `seed ${seed}`).to.be.at.most(records.length);
        }
        count.end();
      }
    });
  }
});
