import { expect } from "@open-wc/testing";
import { findBadPasswords } from "../../src/analysis/findings/bad-passwords.js";
import { groupEvents } from "../../src/analysis/findings/groups.js";
import { LIMITS } from "../../src/analysis/findings/rules.js";
import { finish } from "../../src/analysis/steps.js";
import { createSource, DAY, findOf, type PlainEvent, repeat, toTime } from "./findings-support.js";

describe("a run of bad passwords", () => {
  const { attempts } = LIMITS.badPasswords;
  const bad = (minute: number, given: Partial<PlainEvent> = {}): PlainEvent => ({
    ...{ minute, action: "login", failed: "bad-password", byIp: "198.51.100.7" },
    ...given,
  });
  const login = (minute: number, given: Partial<PlainEvent> = {}): PlainEvent => ({
    minute,
    action: "login",
    ...given,
  });
  const run = (count: number) => repeat(count, bad);

  it("is named from the fifth attempt on", () => {
    expect(findOf("bad-passwords", run(attempts - 1))).to.deep.equal([]);
    const [found] = findOf("bad-passwords", run(attempts));
    expect(found).to.include({ count: attempts, user: "2104", domain: "north.example", after: "nothing" });
    expect(found!.first).to.equal(toTime(0));
    expect(found!.last).to.equal(toTime(attempts - 1));
    expect(found!.filters).to.deep.equal({
      ...{ byUser: "2104", byDomain: "north.example", actions: ["login"] },
      range: { from: "2026-10-05T04:00:00.000Z", until: "2026-10-05T04:04:00.001Z" },
    });
  });

  it("says what came after it", () => {
    const after = (next: PlainEvent) => findOf("bad-passwords", [...run(attempts), next])[0];
    const end = attempts - 1;
    expect(after(login(end + 60, { byIp: "198.51.100.7" }))?.after).to.equal("same-address");
    expect(after(login(end + 60, { byIp: "203.0.113.24" }))?.after).to.equal("other-address");
    expect(after(login(end + 60, { byIp: "" }))?.after).to.equal("other-address");
    expect(after(login(end + 61))?.after).to.equal("nothing");
    expect(after(login(end + 1, { failed: "other" }))?.after).to.equal("nothing");
    expect(after(login(end + 1, { byUser: "2105" }))?.after).to.equal("nothing");
    expect(after({ minute: end + 1, action: "delete" })?.after).to.equal("nothing");
    // The search also shows the login, but no other one.
    expect(after(login(end + 2))?.filters.range).to.deep.equal({
      ...{ from: "2026-10-05T04:00:00.000Z", until: "2026-10-05T04:06:00.001Z" },
    });
    expect(after(login(end + 2))?.count).to.equal(attempts);
  });

  it("is ended by any other login of the person, and by a pause", () => {
    const half = run(attempts - 2);
    const rest = repeat(attempts - 2, (at) => bad(at + attempts));
    expect(findOf("bad-passwords", [...half, ...rest]).map(({ count }) => count)).to.deep.equal([2 * (attempts - 2)]);
    expect(findOf("bad-passwords", [...half, login(attempts - 1), ...rest])).to.deep.equal([]);
    expect(findOf("bad-passwords", [...half, login(attempts - 1, { failed: "other" }), ...rest])).to.deep.equal([]);
    expect(findOf("bad-passwords", [...half, login(attempts - 1, { byUser: "2105" }), ...rest])).to.have.length(1);
    const at = (pause: number) => [...half, ...rest.map((one) => ({ ...one, minute: attempts - 3 + pause }))];
    expect(findOf("bad-passwords", at(10))).to.have.length(1);
    expect(findOf("bad-passwords", at(11))).to.deep.equal([]);
  });

  it("is one of one person in one domain", () => {
    const two = repeat(2 * attempts - 2, (at) =>
      bad(at, { byDomain: at % 2 === 0 ? "north.example" : "south.example" }),
    );
    expect(findOf("bad-passwords", two)).to.deep.equal([]);
  });

  it("leaves out attempts without a readable time", () => {
    expect(findOf("bad-passwords", [...run(attempts - 1), bad(Number.NaN)])).to.deep.equal([]);
  });

  it("needs a user whom a filter can find", () => {
    const of = (given: Partial<PlainEvent>) =>
      findOf(
        "bad-passwords",
        repeat(attempts, (at) => bad(at, given)),
      );
    expect(of({ byUser: "" })).to.deep.equal([]);
    expect(of({ byUser: " " })).to.deep.equal([]);
    expect(of({ byUser: " 2104", byDomain: "north.example " })[0]?.filters).to.deep.include({
      byUser: "2104",
      byDomain: "north.example",
    });
    expect(of({ byUser: "System" })).to.deep.equal([]);
    expect(of({ byUser: "*21" })[0]?.filters.byUser).to.equal("\\*21");
    expect(of({ byDomain: "" })[0]?.filters.byDomain).to.equal("");
    // Without a domain, the filter would also find the user of that name in another domain.
    const others = repeat(attempts, (at) => bad(at, { byDomain: "" }));
    expect(findOf("bad-passwords", [...others, login(3, { byDomain: "south.example" })])).to.deep.equal([]);
  });

  it("comes after newer ones", () => {
    const twice = [...run(attempts), ...repeat(attempts + 1, (at) => bad(at + DAY))];
    const { people } = finish(groupEvents(createSource(twice)));
    const counts = people.flatMap((one) => findBadPasswords(one, LIMITS.badPasswords)).map(({ count }) => count);
    expect(counts).to.deep.equal([attempts + 1, attempts]);
  });
});
