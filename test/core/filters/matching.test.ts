import { expect } from "@open-wc/testing";
import type { AuditEvent, EventField, EventParameter } from "../../../src/core/audit-event.js";
import { TEXT_FILTERS } from "../../../src/core/fields.js";
import { createDefaultFilters, type AuditFilters } from "../../../src/core/filters/filters.js";
import { compileFilters, compileTextTest } from "../../../src/core/filters/matching.js";
import { hasWildcard } from "../../../src/core/filters/pattern.js";
import { compileTaxonomy } from "../../../src/core/taxonomy/taxonomy.js";
import { DEFAULT_TAXONOMY } from "../../../src/core/taxonomy/vocabulary.js";

const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);

const EVENT: AuditEvent = {
  id: "1",
  time: 0,
  timeText: "1970-01-01T00:00:00Z",
  action: "update",
  object: "subscriber",
  byUser: "Maria.Ortiz",
  byDomain: "abc.example",
  byIp: "198.51.100.7",
  client: "Manager Portal",
  affectedUser: "1041",
  affectedDomain: "ABC.example",
  host: "core1",
  parameters: [],
  raw: {},
};

const createEvent = (change: Partial<AuditEvent>): AuditEvent => ({ ...EVENT, ...change });
const matches = (filters: Partial<AuditFilters>, change: Partial<AuditEvent> = {}): boolean =>
  compileFilters({ ...createDefaultFilters(), ...filters }, taxonomy)(createEvent(change));

/** What a filter text finds among values, and what it does not. */
const TEXTS: { filter: string; finds: string[]; not: string[] }[] = [
  { filter: "Maria", finds: ["maria", "MARIA", "Maria"], not: ["maria.ortiz", "mari", "", "máría"] },
  // Outer spaces make no difference, neither of the filter nor of the value.
  { filter: "  1041\u00a0", finds: ["1041", "1041\u00a0", "\t1041 "], not: ["10410", "01041", "10 41"] },
  { filter: "\ufeff100", finds: ["100", "\ufeff100"], not: ["1 00"] },
  { filter: "10* ", finds: ["10", " 1041 "], not: ["x10"] },
  { filter: "*41", finds: ["1041 "], not: ["41x"] },
  { filter: "ÉMILE", finds: ["émile", "Émile"], not: ["emile"] },
  { filter: "İstanbul", finds: ["İSTANBUL", "i̇stanbul"], not: ["istanbul"] },
  { filter: "北京", finds: ["北京"], not: ["北京市"] },
  { filter: "🧑‍🚒", finds: ["🧑‍🚒"], not: ["🧑", "🚒"] },
  { filter: "a.c", finds: ["a.c", "A.C"], not: ["abc"] },
  { filter: "(a|b)[c]{2}^$?+\\/-", finds: ["(a|b)[c]{2}^$?+\\/-"], not: ["ac", "bcc"] },
  // Wildcards: anything, nothing included.
  { filter: "*", finds: ["", "x", "a\nb"], not: [] },
  { filter: "10*", finds: ["10", "1041", "10\n41"], not: ["110", "1"] },
  { filter: "*.example", finds: [".example", "abc.EXAMPLE"], not: ["abc.example.org", "abcxexample"] },
  { filter: "*ort*", finds: ["maria.ORTIZ", "ort"], not: ["maria", "o.r.t"] },
  { filter: "a*b*c", finds: ["abc", "a1b2c", "abcbc", "abbc"], not: ["acb", "ab", "abcd", "xabc"] },
  { filter: "ab*ba", finds: ["abba", "ab-ba"], not: ["aba"] },
  { filter: "a*a*a", finds: ["aaa", "aXaXa"], not: ["aa"] },
  { filter: "**", finds: ["", "x"], not: [] },
  { filter: "a**b", finds: ["ab", "aXb"], not: ["a"] },
  { filter: "sales-*", finds: ["sales-", "Sales-West"], not: ["sales", "salesxwest"] },
  { filter: "(a|b)*[c]", finds: ["(a|b)[c]", "(A|B)...[C]"], not: ["ac", "a[c]"] },
  { filter: "^*$", finds: ["^$", "^x$"], not: ["x", ""] },
  { filter: "\\d*", finds: ["\\d", "\\D1"], not: ["1", "d"] },
  { filter: "a+*?", finds: ["a+?", "a+b?"], not: ["aa?", "a"] },
  { filter: "🧑*🚒", finds: ["🧑‍🚒", "🧑🚒"], not: ["🧑"] },
  // Names that every object has.
  { filter: "constructor", finds: ["constructor", "CONSTRUCTOR"], not: ["", "function Object() { [native code] }"] },
  { filter: "__proto__", finds: ["__proto__"], not: ["", "[object Object]"] },
  { filter: "toString*", finds: ["tostring", "toStringTag"], not: [""] },
];

describe("a filter text", () => {
  for (const { filter, finds, not } of TEXTS) {
    it(`finds by ${JSON.stringify(filter)} equal texts, or texts that fit its pattern`, () => {
      const test = compileTextTest(filter);
      const all = [...finds, ...not];
      expect(all.filter((value) => test(value))).to.deep.equal(finds);
    });
  }

  it("is a pattern when it has a wildcard", () => {
    expect(["*", "a*", "\\*", "", "a", "?", "%"].filter(hasWildcard)).to.deep.equal(["*", "a*"]);
  });

  it("is fast, however many wildcards it has", () => {
    const test = compileTextTest(`${"*a".repeat(40)}*b`);
    expect(test("a".repeat(5000))).to.equal(false);
    expect(test(`${"a".repeat(5000)}b`)).to.equal(true);
  });

  it("agrees with a plain reading of the pattern, for every short text", () => {
    const letters = ["a", "b", "*"];
    const listWords = (length: number): string[] =>
      length === 0 ? [""] : listWords(length - 1).flatMap((word) => letters.map((letter) => word + letter));
    const values = [0, 1, 2, 3, 4].flatMap(listWords).filter((word) => word.indexOf("*") === -1);
    for (const filter of [1, 2, 3, 4].flatMap(listWords)) {
      const pattern = new RegExp(`^${filter.replaceAll("*", ".*")}$`);
      const found = values.filter(compileTextTest(filter));
      expect(found, filter).to.deep.equal(values.filter((value) => pattern.test(value)));
    }
  });
});

describe("filters", () => {
  it("match every event if there are none", () => {
    const empty = { action: "", object: "", byUser: "", byDomain: "", byIp: "", affectedUser: "", affectedDomain: "" };
    expect(matches({})).to.equal(true);
    expect(matches({}, { ...empty, host: "", client: "", time: null })).to.equal(true);
    expect(matches(Object.fromEntries(TEXT_FILTERS.map((field) => [field, " \u00a0\ufeff"])))).to.equal(true);
  });

  for (const field of TEXT_FILTERS) {
    it(`look at their own field only: ${field}`, () => {
      const others = Object.fromEntries(TEXT_FILTERS.map((one) => [one, one === field ? "other" : "wanted"]));
      expect(matches({ [field]: " WANTED " }, { [field]: "wanted" })).to.equal(true);
      expect(matches({ [field]: "wanted" }, others)).to.equal(false);
      expect(matches({ [field]: "wan*" }, { [field]: "Wanted" })).to.equal(true);
      expect(matches({ [field]: "wanted" }, { [field]: "" })).to.equal(false);
    });
  }

  it("must all match", () => {
    const both = { byUser: "maria.ortiz", affectedDomain: "abc.example", objects: ["user"] };
    expect(matches({ byUser: "maria.ortiz", affectedDomain: "abc.example" })).to.equal(true);
    expect(matches({ ...both, host: "core2" })).to.equal(false);
    expect(matches({ byUser: "maria.ortiz", affectedDomain: "other.example" })).to.equal(false);
  });

  it("match any of several actions or objects, by the taxonomy's ids", () => {
    const wire = ["update", "Removed", "purge", "login", "login_badpassword", "frobnicate", ""];
    const listKept = (filters: Partial<AuditFilters>) => wire.filter((action) => matches(filters, { action }));
    const findActionId = (action: string) => taxonomy.action(action).item?.id ?? "?";
    expect(listKept({ actions: [findActionId("Removed")] })).to.deep.equal(
      wire.filter((one) => findActionId(one) === findActionId("Removed")),
    );
    expect(listKept({ actions: [findActionId("login"), findActionId("update")] })).to.deep.equal([
      "update",
      "login",
      "login_badpassword",
    ]);
    expect(listKept({ actions: ["constructor", "__proto__"] })).to.deep.equal([]);
    expect(listKept({ actions: [""] })).to.deep.equal([]);
    expect(matches({ objects: [taxonomy.object("subscriber").item!.id] })).to.equal(true);
    expect(matches({ objects: [taxonomy.object("dial_plan").item!.id] })).to.equal(false);
  });
});

describe("an address filter", () => {
  const ADDRESSES: { filter: string; finds: string[]; not: string[] }[] = [
    {
      filter: "2001:db8::1",
      finds: ["2001:DB8:0::1", "2001:0db8:0:0:0:0:0:1", " 2001:db8::1 "],
      not: ["2001:db8::11", "", "2001:db8::1%eth0"],
    },
    { filter: "2001:DB8:0:0::1", finds: ["2001:db8::1"], not: ["2001:db8::2"] },
    {
      filter: "198.51.100.7",
      finds: ["198.51.100.7", "198.51.100.7 "],
      not: ["::ffff:198.51.100.7", "::FFFF:c633:6407", "198.51.100.70", "198.51.100.7:5060", "::198.51.100.7"],
    },
    {
      filter: "::ffff:198.51.100.7",
      finds: ["::FFFF:c633:6407", "0:0:0:0:0:ffff:198.51.100.7"],
      not: ["198.51.100.7", "::ffff:198.51.100.8"],
    },
    {
      filter: "198.51.*",
      finds: ["198.51.100.7", "198.51.0.1", "198.51.100.7:5060"],
      not: ["::ffff:198.51.100.7", "198.52.100.7", "1198.51.100.7", ""],
    },
    { filter: "2001:db8:*", finds: ["2001:DB8::1", "2001:0db8:0:0::7"], not: ["2001:db80::1"] },
    { filter: "unknown", finds: ["Unknown"], not: ["", "198.51.100.7"] },
  ];
  for (const { filter, finds, not } of ADDRESSES) {
    it(`finds ${filter} in every spelling`, () => {
      const all = [...finds, ...not];
      expect(all.filter((byIp) => matches({ byIp: filter }, { byIp }))).to.deep.equal(finds);
    });
  }
});

describe("a parameter filter", () => {
  // Parsed: a literal `__proto__` would set the prototype instead.
  const details = JSON.parse(
    '{"Name": "Reception", "limit": 10, "text": "10", "flag": true, "nothing": null, "list": [1, "two"], "object": {"a": 1}, "empty": "", "__proto__": "p", "constructor": "c"}',
  ) as Record<string, unknown>;
  const parameters: EventParameter[] = Object.keys(details).map((name) => ({ name, value: details[name] }));

  const CASES: { name: string; value: string; found: boolean }[] = [
    { name: "name", value: "reception", found: true },
    { name: " NAME ", value: " recep* ", found: true },
    { name: "name", value: "", found: true },
    { name: "name", value: " ", found: true },
    { name: "name", value: "recep", found: false },
    { name: "names", value: "", found: false },
    { name: "n*", value: "reception", found: true },
    { name: "*", value: "reception", found: true },
    { name: "limit", value: "10", found: true },
    { name: "text", value: "10", found: true },
    { name: "flag", value: "TRUE", found: true },
    { name: "list", value: '[1,"two"]', found: true },
    { name: "list", value: "*two*", found: true },
    { name: "object", value: '{"a":1}', found: true },
    { name: "nothing", value: "", found: true },
    { name: "nothing", value: "null", found: false },
    { name: "empty", value: "*", found: true },
    { name: "__proto__", value: "p", found: true },
    { name: "constructor", value: "c", found: true },
    { name: "toString", value: "", found: false },
  ];
  for (const { name, value, found } of CASES) {
    it(`${found ? "finds" : "does not find"} ${JSON.stringify(name)} with ${JSON.stringify(value)}`, () => {
      expect(matches({ parameters: [{ name, value }] }, { parameters })).to.equal(found);
    });
  }

  it("finds a name and its value in the same parameter, and needs every given parameter", () => {
    const two = [
      { name: "limit", value: "10" },
      { name: "name", value: "reception" },
    ];
    expect(matches({ parameters: two }, { parameters })).to.equal(true);
    expect(matches({ parameters: [...two, { name: "limit", value: "reception" }] }, { parameters })).to.equal(false);
    expect(matches({ parameters: [{ name: "limit", value: "" }] })).to.equal(false);
  });

  it("reads a value at any depth", () => {
    const deep = JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`) as unknown;
    expect(
      matches({ parameters: [{ name: "deep", value: "[[[*" }] }, { parameters: [{ name: "deep", value: deep }] }),
    ).to.equal(true);
  });
});

describe("an exclusion", () => {
  const CASES: { field: EventField; values: string[]; kept: string[]; gone: string[] }[] = [
    { field: "byUser", values: ["maria.ortiz"], kept: ["", "maria", "bob"], gone: ["Maria.Ortiz"] },
    { field: "byUser", values: ["maria*", "bob"], kept: ["", "alice"], gone: ["Maria.Ortiz", "BOB"] },
    { field: "byUser", values: ["constructor", "__proto__"], kept: ["", "x"], gone: ["constructor", "__proto__"] },
    { field: "affectedUser", values: [""], kept: ["x"], gone: [""] },
    { field: "byDomain", values: [" ABC.example "], kept: ["abc.example.org"], gone: ["abc.example"] },
    { field: "affectedDomain", values: ["*.example"], kept: ["example"], gone: ["abc.EXAMPLE"] },
    { field: "byIp", values: ["2001:DB8:0::1"], kept: ["2001:db8::2", ""], gone: ["2001:db8::1"] },
    {
      field: "byIp",
      values: ["198.51.*"],
      kept: ["203.0.113.1", "::ffff:198.51.100.7"],
      gone: ["198.51.100.7"],
    },
    { field: "host", values: ["core1"], kept: ["core2"], gone: ["CORE1"] },
    { field: "client", values: ["api"], kept: ["Manager Portal"], gone: ["API"] },
    { field: "action", values: [], kept: ["update", ""], gone: [] },
  ];
  for (const { field, values, kept, gone } of CASES) {
    it(`of ${field} ${JSON.stringify(values)} keeps all other events`, () => {
      const all = [...kept, ...gone];
      expect(all.filter((value) => matches({ exclude: { [field]: values } }, { [field]: value }))).to.deep.equal(kept);
    });
  }

  it("of an action or object means the taxonomy's id, or the wire value of an unknown one", () => {
    const removed = taxonomy.action("Removed").item!.id;
    const listKept = (values: string[]) =>
      ["Removed", "DELETE", "update", "frobnicate"].filter((action) =>
        matches({ exclude: { action: values } }, { action }),
      );
    expect(listKept([removed])).to.deep.equal(["update", "frobnicate"]);
    expect(listKept(["Frobnicate"])).to.deep.equal(["Removed", "DELETE", "update"]);
    expect(listKept(["constructor"])).to.deep.equal(["Removed", "DELETE", "update", "frobnicate"]);
    const user = taxonomy.object("subscriber").item!.id;
    expect(matches({ exclude: { object: [user] } })).to.equal(false);
    expect(matches({ exclude: { object: [user] } }, { object: "dial_plan" })).to.equal(true);
  });

  it("and a filter of the same field work together", () => {
    const filters = { byUser: "maria*", exclude: { byUser: ["maria.ortiz"] } };
    expect(matches(filters)).to.equal(false);
    expect(matches(filters, { byUser: "maria.lopez" })).to.equal(true);
  });
});
