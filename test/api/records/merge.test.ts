import { expect } from "@open-wc/testing";
import type { Placed } from "../../../src/api/records/answer.js";
import { EventList } from "../../../src/api/records/event-list.js";
import { Merger } from "../../../src/api/records/merge.js";

const DAY = 86_400_000;

const item = (time: number, note = "") =>
  ({ raw: { note }, time, place: time, event: { raw: { note, time }, time } }) as unknown as Placed & {
    event: NonNullable<Placed["event"]>;
  };

describe("what a reading remembers", () => {
  it("takes what no leg can bring again for new, and nothing else", () => {
    const merger = new Merger();
    merger.merge([[item(5000), item(4000), item(3000)], []]);
    merger.forget(4000);
    expect(merger.mergeLeg(1, [item(5000), item(4000)]).length).to.equal(2);
    expect(merger.mergeLeg(1, [item(3000)]).length).to.equal(0);
  });

  it("tells copies apart that come a day apart at the most, handed out or not", () => {
    const list = new EventList();
    const idOf = (time: number, note: string) => {
      list.append({ ...item(time, note), event: { ...item(0, note).event, time } as never });
      return list.take(1).events[0]!.id;
    };
    const first = idOf(3 * DAY, "a");
    expect(idOf(2 * DAY, "a")).to.equal(`${first}-2`);
    idOf(0.5 * DAY, "b");
    expect(idOf(0, "a")).to.equal(first);
  });
});
