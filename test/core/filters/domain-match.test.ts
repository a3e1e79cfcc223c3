import { expect } from "@open-wc/testing";
import { DomainIndex, markTyped, type Domain } from "../../../src/core/filters/domain-match.js";

const createDomain = (name: string, description = ""): Domain => ({ name, description });

const DOMAINS = [
  createDomain("lakeside.example", "Northern Lakes Clinic"),
  createDomain("greatnorthern.example"),
  createDomain("Northshore-legal.example", "Legal"),
  createDomain("northgate-dental.example", "Dentists"),
  createDomain("abc.service", "ABC Plumbing"),
  createDomain("star*co.example"),
];

const findNames = (text: string, most = 50) => new DomainIndex(DOMAINS).find(text, most).first.map(({ name }) => name);
const showMarks = (text: string, typed: string) =>
  markTyped(text, typed)
    .map(({ text: piece, isTyped }) => (isTyped ? `[${piece}]` : piece))
    .join("");

describe("domains that match what is typed", () => {
  for (const [text, names] of [
    ["north", ["northgate-dental.example", "Northshore-legal.example", "greatnorthern.example", "lakeside.example"]],
    ["NORTH", ["northgate-dental.example", "Northshore-legal.example", "greatnorthern.example", "lakeside.example"]],
    [" abc ", ["abc.service"]],
    ["plumb", ["abc.service"]],
    ["north*dental", ["northgate-dental.example"]],
    ["*legal", ["Northshore-legal.example"]],
    ["star\\*", ["star*co.example"]],
    ["star*", ["star*co.example"]],
    ["nobody", []],
  ] as const) {
    it(`are found by ${JSON.stringify(text)}, names that begin with it first, descriptions last`, () => {
      expect(findNames(text)).to.deep.equal(names);
    });
  }

  it("are all domains, by name, when nothing is typed", () => {
    for (const text of ["", "  ", "*"]) expect(findNames(text).length, text).to.equal(DOMAINS.length);
    expect(findNames("")[0]).to.equal("abc.service");
  });

  it("are all counted if only the first are returned, and the best are among them", () => {
    const index = new DomainIndex(DOMAINS);
    const { first, count } = index.find("north", 1);
    expect([first.map(({ name }) => name), count]).to.deep.equal([["northgate-dental.example"], 4]);
  });

  it("are recognized by name in any letter case", () => {
    expect(new DomainIndex(DOMAINS).named(" NORTHSHORE-legal.EXAMPLE ")?.description).to.equal("Legal");
    expect(new DomainIndex(DOMAINS).named("north")).to.equal(undefined);
  });
});

describe("the typed part of a name", () => {
  for (const [text, typed, wanted] of [
    ["northgate.example", "north", "[north]gate.example"],
    ["Northgate.example", "NORTH", "[North]gate.example"],
    ["greatnorthern.example", "north", "great[north]ern.example"],
    ["northgate-dental.example", "north*dent", "[north]gate-[dent]al.example"],
    ["star*co", "star\\*", "[star*]co"],
    ["abc", "", "abc"],
    ["abc", "x", "abc"],
    ["<b>bold</b>", "<b>", "[<b>]bold</b>"],
    // A capital I with a dot is two characters in lower case.
    ["İstanbul.example", "bul", "İstanbul.example"],
  ] as const) {
    it(`${JSON.stringify(typed)} in ${JSON.stringify(text)}`, () => {
      expect(showMarks(text, typed)).to.equal(wanted);
      expect(
        markTyped(text, typed)
          .map((piece) => piece.text)
          .join(""),
      ).to.equal(text);
    });
  }

  it("is looked for at most twice in each of 10,000 domains", () => {
    const many = Array.from({ length: 10_000 }, (_, at) =>
      createDomain(
        `customer-${(at * 7919) % 10_000}.north-${at % 97}.example`,
        `Customer number ${at} of the northern region`,
      ),
    );
    const index = new DomainIndex(many);
    const typed = ["c", "cu", "customer-1", "north-9", "region", "number 99", "nobody", "e*9*region"];
    const { indexOf } = String.prototype;
    for (const text of typed) {
      let looks = 0;
      String.prototype.indexOf = function (this: string, ...given) {
        looks += 1;
        return indexOf.apply(this, given);
      };
      let count: number;
      try {
        ({ count } = index.find(text, 50));
      } finally {
        String.prototype.indexOf = indexOf;
      }
      expect(count > 0, text).to.equal(text !== "nobody");
      // In the name and in the description, for each part of a pattern.
      expect(looks, text).to.be.within(many.length, 2 * many.length * text.split("*").length + 100);
    }
  });
});
