import { expect } from "@open-wc/testing";
import { readFilters } from "../../../src/core/filters/filter-input.js";
import { TEXT_FILTERS } from "../../../src/core/fields.js";
import { createDefaultFilters, RANGE_PRESETS } from "../../../src/core/filters/filters.js";

const FULL = {
  actions: ["login"],
  objects: ["user"],
  range: { from: "2026-11-01", until: "2026-11-02" },
  byUser: " maria ",
  byDomain: "abc.example",
  byIp: "198.51.100.7",
  affectedUser: "1041",
  affectedDomain: "north.example",
  host: "core1",
  client: "API",
  parameters: [{ name: "limit", value: "10" }],
  exclude: { byUser: ["bob"], action: ["view"] },
};

/** What a host page may set by mistake, and which members are then left at their defaults. */
const WRONG: [value: unknown, ignored: string[]][] = [
  [{ actions: "login" }, ["actions"]],
  [{ actions: ["login", 7] }, ["actions"]],
  [{ actions: null }, ["actions"]],
  [{ objects: { 0: "user", length: 1 } }, ["objects"]],
  [{ range: "last-24-hours" }, ["range"]],
  [{ range: null }, ["range"]],
  [{ range: [] }, ["range"]],
  [{ range: {} }, ["range"]],
  [{ range: { preset: "last-week" } }, ["range"]],
  [{ range: { preset: "constructor" } }, ["range"]],
  [{ range: { preset: undefined, from: "2026-11-01", until: "2026-11-02" } }, ["range"]],
  [{ range: { from: "2026-11-01" } }, ["range"]],
  [{ range: { from: 0, until: 1 } }, ["range"]],
  [{ range: { from: new Date(0), until: new Date(1) } }, ["range"]],
  ...TEXT_FILTERS.flatMap((field): [unknown, string[]][] => [
    [{ [field]: 1041 }, [field]],
    [{ [field]: null }, [field]],
    [{ [field]: ["1041"] }, [field]],
  ]),
  [{ parameters: { name: "a", value: "b" } }, ["parameters"]],
  [{ parameters: ["a"] }, ["parameters"]],
  [{ parameters: [{ name: "a" }] }, ["parameters"]],
  [{ parameters: [{ name: "a", value: 10 }] }, ["parameters"]],
  [{ parameters: [{ name: "a", value: "b" }, null] }, ["parameters"]],
  [{ exclude: ["bob"] }, ["exclude"]],
  [{ exclude: null }, ["exclude"]],
  [{ exclude: { byUser: "bob" } }, ["exclude"]],
  [{ exclude: { byUser: ["bob", 7] } }, ["exclude"]],
  [{ exclude: { nobody: ["bob"] } }, ["exclude"]],
  [{ exclude: { time: ["0"] } }, ["exclude"]],
  [JSON.parse('{"exclude": {"__proto__": ["bob"]}}'), ["exclude"]],
  [{ byuser: "maria" }, ["byuser"]],
  [{ from: "2026-11-01", until: "2026-11-02" }, ["from", "until"]],
  [JSON.parse('{"__proto__": {"byUser": "maria"}, "constructor": "x"}'), ["__proto__", "constructor"]],
  [{ actions: 1, byUser: 2, typo: 3 }, ["actions", "byUser", "typo"]],
];

describe("filters from a host page", () => {
  it("are taken as they are", () => {
    expect(readFilters(FULL)).to.deep.equal({ filters: FULL, ignored: [] });
  });

  it("may be given in part, the rest being the defaults", () => {
    expect(readFilters({ byUser: "maria", actions: undefined })).to.deep.equal({
      filters: { ...createDefaultFilters(), byUser: "maria" },
      ignored: [],
    });
  });

  it("may name any preset", () => {
    for (const preset of RANGE_PRESETS) {
      const { filters, ignored } = readFilters({ range: { preset } });
      expect([filters.range, ignored]).to.deep.equal([{ preset }, []]);
    }
  });

  it("are the defaults if they are missing or not an object", () => {
    for (const nothing of [undefined, null, {}]) {
      expect(readFilters(nothing)).to.deep.equal({ filters: createDefaultFilters(), ignored: [] });
    }
    for (const wrong of ["maria", 7, true, [], ["login"], () => ({})]) {
      expect(readFilters(wrong)).to.deep.equal({ filters: createDefaultFilters(), ignored: ["filters"] });
    }
  });

  for (const [value, ignored] of WRONG) {
    it(`are rejected with a warning if they are ${JSON.stringify(value)}`, () => {
      expect(readFilters(value)).to.deep.equal({ filters: createDefaultFilters(), ignored });
    });
  }

  it("are used where they are valid, beside invalid ones", () => {
    const { filters, ignored } = readFilters({ ...FULL, byIp: 7, exclude: "bob" });
    expect(filters).to.deep.equal({ ...FULL, byIp: "", exclude: {} });
    expect(ignored).to.deep.equal(["byIp", "exclude"]);
  });

  it("share nothing with the page's object, which may change", () => {
    const page = structuredClone(FULL);
    const { filters } = readFilters(page);
    page.actions.push("x");
    page.objects.length = 0;
    page.range.from = "x";
    page.parameters[0]!.value = "x";
    page.exclude.byUser.push("x");
    expect(filters).to.deep.equal(FULL);
  });

  it("may be frozen", () => {
    expect(readFilters(Object.freeze({ ...FULL, actions: Object.freeze(["login"]) })).filters).to.deep.equal(FULL);
  });
});
