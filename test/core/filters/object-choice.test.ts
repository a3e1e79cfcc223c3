import { expect } from "@open-wc/testing";
import { findCheckedState, findObjects, toggleObjects } from "../../../src/core/filters/object-choice.js";
import { createTimeFormatter, shortZone } from "../../../src/core/time/time-format.js";
import type { Taxonomy } from "../../../src/core/taxonomy/taxonomy.js";

const item = (id: string, label: string, match: string, listed = true) => ({
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
    { category: "Fleet", items: [item("van", "Van", "vehicle-small"), item("truck", "Truck", "lorry")] },
    { category: "Harbour", items: [item("boat", "Boat", "boat*"), item("raft", "Raft", "raft", false)] },
  ],
};

const found = (typed: string, chosen: string[] = []) =>
  findObjects(TAXONOMY, typed, chosen).flatMap(({ items }) => items.map(({ id }) => id));

describe("the choice of objects", () => {
  it("finds by label, by wire spelling and by category, ignoring letter case and punctuation", () => {
    expect(found("")).to.deep.equal(["van", "truck", "boat"]);
    expect(found("TRU")).to.deep.equal(["truck"]);
    expect(found("vehicle_small")).to.deep.equal(["van"]);
    expect(found("harb")).to.deep.equal(["boat"]);
    expect(found("zzz")).to.deep.equal([]);
  });

  it("offers what is not listed only while it is chosen", () => {
    expect(found("raft")).to.deep.equal([]);
    expect(found("raft", ["raft"])).to.deep.equal(["raft"]);
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
  const elsewhere = (zone: string) => createTimeFormatter("en-US", zone, () => at).elsewhere(at);

  it("are named only if their clock shows another time", () => {
    expect(elsewhere("Asia/Tokyo").utc).to.equal("Nov 22, 2026, 11:41:09 PM");
    expect(elsewhere("UTC").utc).to.equal(undefined);
    expect(elsewhere(new Intl.DateTimeFormat().resolvedOptions().timeZone).local).to.equal(undefined);
  });

  it("are named by their city where the id is long", () => {
    expect(shortZone("US/Eastern")).to.equal("US/Eastern");
    expect(shortZone("America/Argentina/Buenos_Aires")).to.equal("Buenos Aires");
  });
});
