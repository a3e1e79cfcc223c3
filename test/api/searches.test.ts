import { expect } from "@open-wc/testing";
import { createMockServer, type ServerBehavior, type NewRecord } from "../../demo/mocks/index.js";
import { Random } from "../../demo/mocks/records/random.js";
import { type AuditFilters } from "../../src/core/filters/filters.js";
import { NOW } from "../support/clock.js";
import { listSeeds } from "../support/seeds.js";
import { createQuery, createSource, listContents, listStoredContents, readAll } from "../support/data-source.js";
import { DAY, HOUR } from "../support/durations.js";

/** Records of one second, of a dense hour, of a sparse year. */
function drawRecords(random: Random, count: number): NewRecord[] {
  const users = ["100", "1041", "Maria.Ortiz", "maria.ortiz", "", "System"];
  const domains = ["abc.example", "ABC.example", "north.example", "north.example.org"];
  const actions = ["create", "Removed", "login", "login_badpassword", "purge", "update"];
  const bursts = [NOW - 5 * HOUR, NOW - 3 * DAY, NOW - 100 * DAY, NOW - 1000];
  return Array.from({ length: count }, () => {
    const kind = random.int(0, 3);
    const time =
      kind === 0
        ? random.pick(bursts) + random.int(0, 2) * 1000
        : kind === 1
          ? NOW - random.int(1, 3600) * 1000
          : kind === 2
            ? NOW - random.int(1, 40 * 86_400) * 1000
            : NOW - random.int(1, 380 * 86_400) * 1000;
    return {
      time,
      record: {
        "action-type": random.pick(actions),
        "by-user": random.pick(users),
        "by-domain": random.pick(domains),
        "by-ip": random.pick(["198.51.100.7", "2001:DB8::1", "2001:db8:0:0::1"]),
        "target-user": random.pick(users),
        "target-domain": random.pick(domains),
        "target-object": random.pick(["subscriber", "dial_plan", "weird"]),
        "target-host": "core1",
        "by-client": "API",
      },
    };
  });
}

const foldText = (value: unknown) => (typeof value === "string" ? value.toLowerCase() : "");

/** Filter sets, each with a plain reading of what it means. */
const FILTERS: {
  name: string;
  filters: Partial<AuditFilters>;
  matches: (record: Record<string, unknown>) => boolean;
}[] = [
  { name: "no filter", filters: {}, matches: () => true },
  { name: "an extension", filters: { affectedUser: "1041" }, matches: (r) => r["target-user"] === "1041" },
  {
    name: "a domain in another letter case",
    filters: { affectedDomain: "aBc.example" },
    matches: (r) => foldText(r["target-domain"]) === "abc.example",
  },
  {
    name: "an IPv6 address in another spelling",
    filters: { byIp: "2001:db8::1" },
    matches: (r) => foldText(r["by-ip"]) === "2001:db8::1" || foldText(r["by-ip"]) === "2001:db8:0:0::1",
  },
  { name: "a wildcard", filters: { byDomain: "north.*" }, matches: (r) => /^north\./.test(foldText(r["by-domain"])) },
  { name: "an action", filters: { actions: ["delete"] }, matches: (r) => r["action-type"] === "Removed" },
  {
    name: "the performing user and an object",
    filters: { byUser: "MARIA.ortiz", objects: ["dialing"] },
    matches: (r) => foldText(r["by-user"]) === "maria.ortiz" && r["target-object"] === "dial_plan",
  },
];

const BEHAVIORS: { name: string; behavior: Partial<ServerBehavior> }[] = [
  { name: "descending, limit honored", behavior: {} },
  { name: "ascending, limit honored", behavior: { order: "ascending" } },
  { name: "descending, limit ignored", behavior: { limit: "ignored" } },
  {
    name: "ascending, limit ignored, start ignored",
    behavior: { order: "ascending", limit: "ignored", start: "ignored" },
  },
  { name: "a cap of 37", behavior: { limit: { cap: 37 } } },
  { name: "always 50, ascending", behavior: { limit: { fixed: 50 }, order: "ascending" } },
  {
    name: "exclusive ends, case-sensitive",
    behavior: { startInclusive: false, endInclusive: false, caseSensitive: true },
  },
  {
    name: "substring matching, ascending, capped",
    behavior: { matching: "substring", order: "ascending", limit: { cap: 100 } },
  },
  { name: "times with an offset", behavior: { timestamps: "offset", naiveZone: "US/Pacific" } },
];

describe("every search on every server", () => {
  const { first: seed } = listSeeds(20261123, 1);

  for (const { name, behavior } of BEHAVIORS) {
    it(`finds the records of the server, one by one: ${name} (seed ${seed})`, async () => {
      const random = new Random(seed);
      for (let round = 0; round < 4; round += 1) {
        const server = createMockServer({
          now: () => NOW,
          records: drawRecords(random, random.int(0, 700)),
          behavior,
        });
        const source = await createSource(server);
        for (const { name: filter, filters, matches } of FILTERS) {
          const query = createQuery(random.pick([1, 7, 366]), filters, random.pick([10, 25]));
          const { events, coverage } = await readAll(source.search(query));
          const cut = coverage.cut.length > 0;
          const found = listContents(events);
          const truth = listStoredContents(server, query.span, matches);
          const where = `${filter}, round ${round}`;
          if (cut) expect(truth.length, where).to.be.at.least(found.length);
          else expect(found, where).to.deep.equal(truth);
          const times = events.map((event) => event.time ?? 0);
          expect(times, where).to.deep.equal([...times].sort((a, b) => b - a));
          expect(new Set(events.map((event) => event.id)).size, where).to.equal(events.length);
          expect(coverage.complete, where).to.equal(!cut);
        }
      }
    });
  }
});
