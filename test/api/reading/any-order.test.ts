import { expect } from "@open-wc/testing";
import { type ServerBehavior, type NewRecord } from "../../../demo/mocks/index.js";
import { Random } from "../../../demo/mocks/records/random.js";
import { NOW } from "../../support/clock.js";
import { listContents, createSignal, listStoredContents } from "../../support/data-source.js";
import { listSeeds } from "../../support/seeds.js";
import { RETRYABLE_FAILURES } from "../../support/test-network.js";
import {
  listEvents,
  catchKind,
  expectTruth,
  createLogin,
  readMissing,
  readTo,
  RECORDS,
  createLog,
} from "./sign-ins-support.js";
import { DAY, MINUTE, SECOND } from "../../support/durations.js";

describe("any order of reads, failures, retries and refreshes", () => {
  const { first: seed } = listSeeds(20261123, 1);
  const BEHAVIORS: [string, Partial<ServerBehavior>][] = [
    ["descending", {}],
    ["ascending", { order: "ascending" }],
    ["a cap of 25", { limit: { cap: 25 } }],
    [
      "exclusive ends, a cap of 40, ascending",
      { startInclusive: false, endInclusive: false, order: "ascending", limit: { cap: 40 } },
    ],
    ["always 50", { limit: { fixed: 50 } }],
  ];

  /** What happens to a server between two steps of a reader. */
  function drawNewRecords(random: Random, from: number, until: number): NewRecord[] {
    const logs = ["audit", "both", "access"] as const;
    return Array.from({ length: random.int(0, 4) }, () => {
      const time = from + Math.floor(random.int(0, until - 1 - from) / SECOND) * SECOND;
      const log = random.pick(logs);
      // Few names: now and then one is the copy of another. Equal ones of which each log has another are one for the viewer.
      return createLogin(time, `${log === "audit" ? "h" : "s"}${random.int(0, 5)}`, log);
    });
  }

  /** Each of these seeds has found a fault: an answer that arrived between two steps of a read was missing in the list. */
  const PINNED = [
    ["a cap of 25", 1727342366],
    ["ascending", 1899570487],
  ] as const;
  const cases = [
    ...BEHAVIORS.map(([name, behavior]) => ({ name, behavior, seed })),
    ...PINNED.map(([name, pinned]) => ({ name, behavior: new Map(BEHAVIORS).get(name)!, seed: pinned })),
  ];
  for (const { name, behavior, seed } of cases) {
    it(`ends with the records of the server: ${name} (seed ${seed})`, async () => {
      const random = new Random(seed);
      for (let round = 0; round < 25; round += 1) {
        const some = RECORDS.filter(({ time }) => time > NOW - 6 * DAY);
        const on = await createLog(
          some,
          { budget: { seconds: 60, requests: random.int(2, 20), records: 20_000 } },
          behavior,
        );
        const reader = await on.search({}, 6);
        const said: string[] = [];
        const noteResult = async (what: string, act: () => Promise<unknown>) => {
          const kind = await catchKind(act());
          said.push(kind === "none" ? what : `${what}: ${kind}`);
        };
        for (let step = 0; step < 14; step += 1) {
          switch (random.int(0, 6)) {
            case 0:
            case 1:
              await noteResult("read", () =>
                reader.readTo(reader.found + random.int(1, 80), { signal: createSignal() }),
              );
              break;
            case 2:
              await noteResult("sign-ins", () => reader.readMissing({ signal: createSignal() }));
              break;
            case 3:
              on.network.failAccessLog(random.pick(RETRYABLE_FAILURES)[1], random.pick([Infinity, NOW - DAY]));
              said.push("access log closed");
              break;
            case 4:
              if (random.int(0, 2) === 0) on.network.failAll();
              else on.network.recover();
              said.push("closed or opened");
              break;
            default: {
              const later = random.int(1, 15) * MINUTE;
              const { until } = reader.query.span;
              on.server.add(...drawNewRecords(random, until - 10 * MINUTE, until + later));
              on.clock.time += later;
              const newer = on.source.newer(reader, until + later);
              const from = reader.recentFrom;
              await noteResult("refresh", async () => {
                // Failed or out of budget: tried again, as the viewer's button does.
                for (let turn = 0; turn < 40; turn += 1) {
                  if (turn === 20) on.network.recover();
                  if (await newer.readBack(from, { signal: createSignal() }).catch(() => false)) break;
                }
                reader.addRefresh(newer, from);
              });
            }
          }
        }
        on.network.recover();
        await readMissing(reader);
        await readTo(reader);
        await readMissing(reader);
        const where = `round ${round}: ${said.join(", ")}`;
        expect(listContents(listEvents(reader)), where).to.deep.equal(
          listStoredContents(on.server, reader.coverage().asked),
        );
        expectTruth(on.server, reader);
      }
    });
  }
});
