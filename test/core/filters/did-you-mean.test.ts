import { expect } from "@open-wc/testing";
import { guessFilters } from "../../../src/core/filters/did-you-mean.js";
import { SeenNames } from "../../../src/core/filters/known-names.js";
import { createDefaultFilters, type AuditFilters } from "../../../src/core/filters/filters.js";

const KNOWN = {
  users: ["tom.becker", "Maria.Ortiz", "atom", "1041", ""],
  domains: ["abc-plumbing.example", "plumb-line.example", "ABC-plumbing.example", "north*gate.example"],
};
const NONE = { users: [], domains: [] };

const listGuesses = (filters: Partial<AuditFilters>, known = KNOWN, isWhole = { users: false, domains: false }) =>
  guessFilters({ ...createDefaultFilters(), ...filters }, known, isWhole).map(({ change }) => change);

describe("what may have been meant", () => {
  it("is each name with the text in it, once, in any letter case, those that begin with it first", () => {
    expect(listGuesses({ affectedDomain: " PLUMB " })).to.deep.equal([
      { affectedDomain: "plumb-line.example" },
      { affectedDomain: "abc-plumbing.example" },
    ]);
    expect(listGuesses({ byUser: "tom" })).to.deep.equal([{ byUser: "tom.becker" }, { byUser: "atom" }]);
    expect(listGuesses({ affectedUser: "ortiz" })).to.deep.equal([{ affectedUser: "Maria.Ortiz" }]);
  });

  it("is offered literally, whatever characters the name has", () => {
    expect(listGuesses({ byDomain: "gate" })).to.deep.equal([{ byDomain: "north\\*gate.example" }]);
    expect(listGuesses({ byDomain: "north\\*" })).to.deep.equal([{ byDomain: "north\\*gate.example" }]);
  });

  it("is a pattern where no such name is known, but not where all names are", () => {
    expect(listGuesses({ affectedDomain: "plumb" }, NONE)).to.deep.equal([{ affectedDomain: "*plumb*" }]);
    expect(listGuesses({ byUser: "zoe" })).to.deep.equal([{ byUser: "*zoe*" }]);
    expect(listGuesses({ byUser: "zoe", byDomain: "zoe" }, KNOWN, { users: true, domains: true })).to.deep.equal([]);
  });

  it("is four names and a pattern where there are more", () => {
    const domains = Array.from({ length: 30 }, (_, at) => `plumb-${String(at).padStart(2, "0")}.example`);
    const whole = { users: true, domains: true };
    expect(listGuesses({ byDomain: "plumb" }, { users: [], domains }, whole)).to.deep.equal([
      ...domains.slice(0, 4).map((byDomain) => ({ byDomain })),
      { byDomain: "*plumb*" },
    ]);
  });

  it("is the domain that was typed as a user", () => {
    const there = [
      { affectedUser: "", affectedDomain: "plumb-line.example" },
      { affectedUser: "", affectedDomain: "abc-plumbing.example" },
    ];
    expect(listGuesses({ affectedUser: "plumb" })).to.deep.equal(there);
    expect(listGuesses({ affectedUser: "plumb-line.example" })).to.deep.equal([there[0]]);
    expect(listGuesses({ byUser: "plumb", byDomain: "abc-plumbing.example" })).to.deep.equal([{ byUser: "*plumb*" }]);
  });

  it("is nothing for a pattern, for a known name, and for an empty field", () => {
    expect(listGuesses({ byDomain: "plumb*" })).to.deep.equal([]);
    expect(listGuesses({ byDomain: "abc-PLUMBING.example", byUser: "1041" })).to.deep.equal([]);
    expect(listGuesses({ byUser: "  " })).to.deep.equal([]);
  });

  it("comes from performed and affected sides of the records", () => {
    const seen = new SeenNames();
    seen.add({ byUser: "a", affectedUser: "b", byDomain: "c", affectedDomain: "d" });
    seen.add({ byUser: "a", affectedUser: "e", byDomain: "c", affectedDomain: "d" });
    expect(seen.read()).to.deep.equal({ users: ["a", "b", "e"], domains: ["c", "d"] });
  });
});
