import { expect } from "@open-wc/testing";
import { findCheckedState, findObjects, toggleObjects } from "../../../src/core/filters/object-choice.js";
import { createTimeFormatter, shortenZone } from "../../../src/core/time/time-format.js";
import type { Taxonomy } from "../../../src/core/taxonomy/taxonomy.js";

const createItem = (id: string, label: string, match: string, listed = true) => ({
  id,
  label,
  color: "blue" as const,
  send: [match],
  match: [match],
  listed,
});

const TAXONOMY: Taxonomy = {
  actions: [],
  objects: [
    { category: "Fleet", items: [createItem("van", "Van", "vehicle-small"), createItem("truck", "Truck", "lorry")] },
    { category: "Harbour", items: [createItem("boat", "Boat", "boat*"), createItem("raft", "Raft", "raft", false)] },
  ],
};

const listFound = (typed: string, chosen: string[] = []) =>
  findObjects(TAXONOMY, typed, chosen).flatMap(({ items }) => items.map(({ id }) => id));

describe("the choice of objects", () => {
  it("finds by label, by wire spelling and by category, ignoring letter case and punctuation", () => {
    expect(listFound("")).to.deep.equal(["van", "truck", "boat"]);
    expect(listFound("TRU")).to.deep.equal(["truck"]);
    expect(listFound("vehicle_small")).to.deep.equal(["van"]);
    expect(listFound("harb")).to.deep.equal(["boat"]);
    expect(listFound("zzz")).to.deep.equal([]);
  });

  it("offers what is not listed only while it is chosen", () => {
    expect(listFound("raft")).to.deep.equal([]);
    expect(listFound("raft", ["raft"])).to.deep.equal(["raft"]);
  });

  it("adds or removes a whole group, in the taxonomy's order", () => {
    const fleet = TAXONOMY.objects[0]!.items;
    expect(findCheckedState(fleet, ["truck"])).to.equal("mixed");
    expect(toggleObjects(TAXONOMY, ["boat", "unknown", "truck"], fleet)).to.deep.equal([
      "van",
      "truck",
      "boat",
      "unknown",
    ]);
    expect(toggleObjects(TAXONOMY, ["truck", "van", "boat"], fleet)).to.deep.equal(["boat"]);
  });
});

describe("zones beside a timestamp", () => {
  const at = Date.parse("2026-11-22T23:41:09Z");
  const formatElsewhere = (zone: string) => createTimeFormatter("en-US", zone, () => at).elsewhere(at);

  it("are named only if their clock shows another time", () => {
    expect(formatElsewhere("Asia/Tokyo").utc).to.equal("Nov 22, 2026, 11:41:09 PM");
    expect(formatElsewhere("UTC").utc).to.equal(undefined);
    expect(formatElsewhere(new Intl.DateTimeFormat().resolvedOptions().timeZone).local).to.equal(undefined);
  });

  it("are named by their city where the id is long", () => {
    expect(shortenZone("US/Eastern")).to.equal("US/Eastern");
    expect(shortenZone("America/Argentina/Buenos_Aires")).to.equal("Buenos Aires");
  });
});
