import { expect } from "@open-wc/testing";
import {
  checkFilters,
  areFiltersEqual,
  copyFilters,
  type FilterProblem,
} from "../../../src/core/filters/filter-check.js";
import { TEXT_FILTERS } from "../../../src/core/fields.js";
import { createDefaultFilters, type AuditFilters } from "../../../src/core/filters/filters.js";

const createFilters = (change: Partial<AuditFilters> = {}): AuditFilters => ({ ...createDefaultFilters(), ...change });

/** Every kind of filter at once. */
const createFullFilters = (): AuditFilters => ({
  actions: ["login"],
  objects: ["user", "domain"],
  range: { from: "2026-11-01", until: "2026-11-02" },
  byUser: "maria",
  byDomain: "abc.example",
  byIp: "198.51.100.7",
  affectedUser: "1041",
  affectedDomain: "north.example",
  host: "core1",
  client: "API",
  parameters: [{ name: "limit", value: "10" }],
  exclude: { byUser: ["bob", "eve"], action: ["view"] },
});

type Texts = Partial<Pick<AuditFilters, (typeof TEXT_FILTERS)[number]>>;

const PREPARED: { name: string; given: Texts; ready: Texts; problems?: FilterProblem[] }[] = [
  { name: "nothing", given: {}, ready: {} },
  { name: "white space alone", given: { byUser: " \t\n\u00a0\u3000\ufeff" }, ready: { byUser: "" } },
  {
    name: "white space around",
    given: { byUser: "\u00a0maria ", host: "\ufeffcore1", client: "Manager\u00a0Portal\n" },
    ready: { byUser: "maria", host: "core1", client: "Manager\u00a0Portal" },
  },
  {
    name: "a user with its domain",
    given: { byUser: "maria@abc.example", affectedUser: "1041@north.example" },
    ready: { byUser: "maria", byDomain: "abc.example", affectedUser: "1041", affectedDomain: "north.example" },
  },
  {
    name: "a user with its domain, and space between",
    given: { byUser: " maria @ abc.example " },
    ready: { byUser: "maria", byDomain: "abc.example" },
  },
  {
    name: "a user with the domain that is given anyway, in another letter case",
    given: { byUser: "maria@ABC.example", byDomain: " abc.example " },
    ready: { byUser: "maria", byDomain: "abc.example" },
  },
  {
    name: "a user with another domain",
    given: { byUser: "maria@abc.example", byDomain: "north.example" },
    ready: { byUser: "maria@abc.example", byDomain: "north.example" },
    problems: [{ field: "byUser", problem: "other-domain" }],
  },
  {
    name: "an affected user with another domain",
    given: { affectedUser: "1041@abc.example", affectedDomain: "abc.example.org" },
    ready: { affectedUser: "1041@abc.example", affectedDomain: "abc.example.org" },
    problems: [{ field: "affectedUser", problem: "other-domain" }],
  },
  {
    name: "the performing user's domain, which is not the affected one's",
    given: { byUser: "maria@abc.example", affectedDomain: "north.example" },
    ready: { byUser: "maria", byDomain: "abc.example", affectedDomain: "north.example" },
  },
  {
    name: "wildcards on both sides of the @",
    given: { byUser: "mar*@*.example" },
    ready: { byUser: "mar*", byDomain: "*.example" },
  },
  { name: "an @ without a domain", given: { byUser: "maria@" }, ready: { byUser: "maria@" } },
  { name: "an @ without a user", given: { byUser: "@abc.example" }, ready: { byUser: "@abc.example" } },
  { name: "two @", given: { byUser: "a@b@c" }, ready: { byUser: "a@b@c" } },
  { name: "an @ in a field of domains", given: { byDomain: "a@b" }, ready: { byDomain: "a@b" } },
  { name: "an address", given: { byIp: " 2001:DB8::1 " }, ready: { byIp: "2001:DB8::1" } },
  { name: "a part of an address", given: { byIp: "198.51.*" }, ready: { byIp: "198.51.*" } },
  {
    name: "an address that cannot be one",
    given: { byIp: "300.51.100.7" },
    ready: { byIp: "300.51.100.7" },
    problems: [{ field: "byIp", problem: "part-too-large" }],
  },
  {
    name: "several mistakes",
    given: { byIp: "here", byUser: "a@b", byDomain: "c", affectedUser: "a@b", affectedDomain: "c" },
    ready: { byIp: "here", byUser: "a@b", byDomain: "c", affectedUser: "a@b", affectedDomain: "c" },
    problems: [
      { field: "byUser", problem: "other-domain" },
      { field: "affectedUser", problem: "other-domain" },
      { field: "byIp", problem: "not-an-address" },
    ],
  },
];

describe("filters before a search", () => {
  for (const { name, given, ready, problems = [] } of PREPARED) {
    it(`are normalized: ${name}`, () => {
      expect(checkFilters(createFilters(given))).to.deep.equal({ filters: createFilters(ready), problems });
    });
  }

  it("stay unchanged if they are already normalized", () => {
    for (const { given } of PREPARED) {
      const once = checkFilters(createFilters(given));
      expect(checkFilters(once.filters)).to.deep.equal(once);
    }
  });

  it("do not change or share the given object", () => {
    const given = createFullFilters();
    const { filters: ready } = checkFilters(given);
    expect(given).to.deep.equal(createFullFilters());
    spoil(ready);
    expect(given).to.deep.equal(createFullFilters());
  });
});

/** Changes everything that can be changed in place. */
function spoil(some: AuditFilters): void {
  some.actions.push("x");
  some.objects.length = 0;
  Object.assign(some.range, { from: "x" });
  some.parameters[0]!.value = "x";
  some.parameters.push({ name: "x", value: "x" });
  some.exclude.byUser!.push("x");
  some.exclude.host = ["x"];
}

describe("a copy of filters", () => {
  it("equals the copied filters and shares nothing with them", () => {
    const original = createFullFilters();
    const copy = copyFilters(original);
    expect(copy).to.deep.equal(original);
    spoil(copy);
    expect(original).to.deep.equal(createFullFilters());
  });

  it("can be made of frozen filters", () => {
    const frozen = Object.freeze({
      ...createFullFilters(),
      exclude: Object.freeze({ byUser: Object.freeze(["bob"]) }),
    });
    spoil(copyFilters(frozen as unknown as AuditFilters));
    expect(frozen.exclude.byUser).to.deep.equal(["bob"]);
  });
});

describe("two sets of filters", () => {
  const CHANGES: Partial<AuditFilters>[] = [
    { actions: [] },
    { actions: ["login", "view"] },
    { objects: ["domain", "user"] },
    { range: { preset: "today" } },
    { range: { from: "2026-11-01", until: "2026-11-03" } },
    ...TEXT_FILTERS.map((field) => ({ [field]: "other" })),
    { parameters: [] },
    { parameters: [{ name: "limit", value: "11" }] },
    { exclude: {} },
    { exclude: { byUser: ["bob"], action: ["view"] } },
  ];

  it("are the same when every member is", () => {
    expect(areFiltersEqual(createFullFilters(), createFullFilters())).to.equal(true);
    expect(areFiltersEqual(createDefaultFilters(), createDefaultFilters())).to.equal(true);
  });

  it("are the same in any order of their members", () => {
    const turned = Object.fromEntries(
      Object.entries({
        ...createFullFilters(),
        range: { until: "2026-11-02", from: "2026-11-01" },
        parameters: [{ value: "10", name: "limit" }],
        exclude: { action: ["view"], byUser: ["bob", "eve"] },
      }).reverse(),
    ) as unknown as AuditFilters;
    expect(areFiltersEqual(turned, createFullFilters())).to.equal(true);
  });

  for (const change of CHANGES) {
    it(`differ by ${JSON.stringify(change)}`, () => {
      expect(areFiltersEqual(createFullFilters(), { ...createFullFilters(), ...change })).to.equal(false);
      expect(areFiltersEqual({ ...createFullFilters(), ...change }, createFullFilters())).to.equal(false);
    });
  }
});
