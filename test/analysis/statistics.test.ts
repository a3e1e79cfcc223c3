import { expect } from "@open-wc/testing";
import { Random } from "../../demo/mocks/records/random.js";
import type { AuditEvent } from "../../src/core/audit-event.js";
import { countStatistics } from "../../src/analysis/statistics.js";
import type { DistinctCount } from "../../src/core/statistics.js";
import { isSystem } from "../../src/core/people.js";

type Person = [user: string, domain: string];

const NOBODY: Person = ["", ""];

function event([byUser, byDomain]: Person, [affectedUser, affectedDomain]: Person = NOBODY): AuditEvent {
  const empty = { id: "", time: 0, timeText: "", action: "", object: "", byIp: "", client: "", host: "" };
  return { ...empty, byUser, byDomain, affectedUser, affectedDomain, parameters: [], raw: {} };
}

const count = (all: number, by: number, affected: number): DistinctCount => ({ all, by, affected });

const CASES: { name: string; events: AuditEvent[]; users: DistinctCount; domains: DistinctCount }[] = [
  { name: "nothing", events: [], users: count(0, 0, 0), domains: count(0, 0, 0) },
  {
    name: "one user who did something to another",
    events: [event(["maria", "abc.example"], ["1041", "north.example"])],
    users: count(2, 1, 1),
    domains: count(2, 1, 1),
  },
  {
    name: "a user who did something to herself: one",
    events: [event(["maria", "abc.example"], ["maria", "abc.example"])],
    users: count(1, 1, 1),
    domains: count(1, 1, 1),
  },
  {
    name: "a user who did something, and to whom something was done later: one",
    events: [
      event(["maria", "abc.example"], ["1041", "abc.example"]),
      event(["1041", "abc.example"], ["maria", "abc.example"]),
    ],
    users: count(2, 2, 2),
    domains: count(1, 1, 1),
  },
  {
    name: "the same extension in two domains: two users",
    events: [event(["100", "abc.example"]), event(["100", "north.example"])],
    users: count(2, 2, 0),
    domains: count(2, 2, 0),
  },
  {
    name: "letter case and outer white space: one",
    events: [event(["Maria", "ABC.example"]), event([" maria\u00a0", "abc.EXAMPLE"], ["MARIA", "abc.example "])],
    users: count(1, 1, 1),
    domains: count(1, 1, 1),
  },
  {
    name: "System, in any spelling: no user, though its domain is one",
    events: [
      event(["System", "abc.example"]),
      event(["SYSTEM", ""], ["system ", "abc.example"]),
      event(["systems", "abc.example"]),
    ],
    users: count(1, 1, 0),
    domains: count(1, 1, 1),
  },
  {
    name: "empty fields: nobody",
    events: [event(NOBODY, NOBODY), event([" ", " "], ["\u00a0", "\ufeff"])],
    users: count(0, 0, 0),
    domains: count(0, 0, 0),
  },
  {
    name: "a user without a domain: a user of its own",
    events: [event(["100", ""]), event(["100", "abc.example"])],
    users: count(2, 2, 0),
    domains: count(1, 1, 0),
  },
  {
    name: "names that could be taken for others when put together",
    events: [event(["a", "b@c"]), event(["a@b", "c"]), event(['a"', 'b","c']), event(['a","b', '"c'])],
    users: count(4, 4, 0),
    domains: count(4, 4, 0),
  },
  {
    name: "names that every object has",
    events: [event(["constructor", "__proto__"], ["toString", "hasOwnProperty"]), event(["__proto__", "constructor"])],
    users: count(3, 2, 1),
    domains: count(3, 2, 1),
  },
];

describe("statistics", () => {
  for (const { name, events, users, domains } of CASES) {
    it(`count ${name}`, () => expect(countStatistics(events)).to.deep.equal({ users, domains }));
  }

  it("are the same in any order", () => {
    const random = new Random(7);
    const people: Person[] = [NOBODY, ["System", "a"], ["x", "a"], ["X", "A"], ["x", "b"], ["y", ""], ["z", "c"]];
    for (let round = 0; round < 50; round += 1) {
      const events = Array.from({ length: random.int(0, 30) }, () => event(random.pick(people), random.pick(people)));
      expect(countStatistics(events)).to.deep.equal(countStatistics(random.shuffle([...events])));
    }
  });

  it("count System as no user", () => {
    const names = ["System", "system", " SYSTEM ", "", "Systems", "System@abc", "constructor"];
    expect(names.filter(isSystem)).to.deep.equal(["System", "system", " SYSTEM "]);
  });
});
