import { expect } from "@open-wc/testing";
import { Random } from "../../../demo/mocks/records/random.js";
import { compileTextTest } from "../../../src/core/filters/matching.js";
import { hasWildcard, escapePattern, splitPattern, splitUserAndDomain } from "../../../src/core/filters/pattern.js";
import { listSeeds } from "../../support/seeds.js";

describe("a filter text", () => {
  const cases: [filter: string, parts: string[]][] = [
    ["1041", ["1041"]],
    ["10*", ["10", ""]],
    ["*98", ["", "98"]],
    ["\\*98", ["*98"]],
    ["a\\*b*c", ["a*b", "c"]],
    ["a\\\\*", ["a\\", ""]],
    ["dom\\user", ["dom\\user"]],
    ["\\", ["\\"]],
  ];
  for (const [filter, parts] of cases) {
    it(`${filter} means ${JSON.stringify(parts)}`, () => expect(splitPattern(filter)).to.deep.equal(parts));
  }

  const users: [filter: string, parts: [string, string] | undefined][] = [
    ["maria@abc.example", ["maria", "abc.example"]],
    ["maria\\@abc.example", undefined],
    ["a@b@c", undefined],
    ["@abc.example", undefined],
    ["maria", undefined],
  ];
  for (const [filter, parts] of users) {
    it(`${filter} is ${parts ? "a user with a domain" : "one name"}`, () =>
      expect(splitUserAndDomain(filter)).to.deep.equal(parts));
  }

  const { first: seed } = listSeeds(7, 1);
  it(`finds only the text itself when it is made literal (seed ${seed})`, () => {
    const random = new Random(seed);
    for (let round = 0; round < 2000; round += 1) {
      const text = Array.from({ length: random.int(1, 8) }, () => random.pick(["a", "B", "*", "@", "\\", "1"])).join(
        "",
      );
      const filter = escapePattern(text);
      expect(hasWildcard(filter), text).to.equal(false);
      expect(splitUserAndDomain(filter), text).to.equal(undefined);
      expect(compileTextTest(filter)(text), text).to.equal(true);
      expect(compileTextTest(filter)(`${text}x`), text).to.equal(false);
    }
  });
});
