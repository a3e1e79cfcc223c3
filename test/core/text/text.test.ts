import { expect } from "@open-wc/testing";
import { contains, fold, hasCase, hasPrefix, trim } from "../../../src/core/text/text.js";

/** Every character that ECMAScript's `trim` takes away. */
const WHITE =
  "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

describe("text", () => {
  const TRIMMED: [text: string, trimmed: string][] = [
    ["", ""],
    ["a", "a"],
    [" a ", "a"],
    [" a b ", "a b"],
    ["a\u00a0b", "a\u00a0b"],
    [WHITE, ""],
    [`${WHITE}a${WHITE}b${WHITE}`, `a${WHITE}b`],
    // Invisible characters that are not white space.
    ["\u200ba\u200b", "\u200ba\u200b"],
    ["\u180ea", "\u180ea"],
    ["\u0000a", "\u0000a"],
  ];

  it("is trimmed as the platform trims it", () => {
    for (const [text, trimmed] of TRIMMED) {
      expect(trim(text)).to.equal(trimmed);
      expect(trim(text)).to.equal(text.trim());
    }
  });

  it("is trimmed fast, however much white space is inside", () => {
    expect(trim(`a${" ".repeat(20_000)}b`).length).to.equal(20_002);
  });

  it("is found also if the page has replaced the platform's functions", () => {
    const prototype = String.prototype as unknown as Record<string, unknown>;
    const names = ["trim", "includes", "startsWith"];
    const known = names.map((name) => [name, Object.getOwnPropertyDescriptor(prototype, name)!] as const);
    try {
      for (const name of names) Object.defineProperty(prototype, name, { value: () => "replaced", configurable: true });
      expect([trim(" a "), fold(" A "), contains("abc", "b"), hasPrefix("abc", "ab")]).to.deep.equal([
        "a",
        "a",
        true,
        true,
      ]);
    } finally {
      for (const [name, descriptor] of known) Object.defineProperty(prototype, name, descriptor);
    }
  });

  it("begins with a prefix, and with nothing", () => {
    const prefixes = ["", "a", "ab", "abc", "abcd", "b", "A"];
    expect(prefixes.filter((prefix) => hasPrefix("abc", prefix))).to.deep.equal(["", "a", "ab", "abc"]);
  });

  it("contains a part, and nothing", () => {
    const parts = ["", "a", "bc", "abc", "ac", "B"];
    expect(parts.filter((part) => contains("abc", part))).to.deep.equal(["", "a", "bc", "abc"]);
  });

  it("is compared without outer white space and letter case", () => {
    const folded: [string, string][] = [
      [" Maria.ORTIZ\u00a0", "maria.ortiz"],
      ["ÉMILE", "émile"],
      ["\ufeffABC", "abc"],
      ["", ""],
    ];
    expect(folded.map(([text]) => [text, fold(text)])).to.deep.equal(folded);
  });

  it("has letter case if one of its letters has it", () => {
    expect(["a", "A", "1a", "É", "ß"].every(hasCase)).to.equal(true);
    expect(["", "1041", "198.51.100.7", "北京", "قاعدة", "🧑‍🚒", "-_."].some(hasCase)).to.equal(false);
  });
});
