import { expect } from "@open-wc/testing";
import type { AnswerItem } from "../../../src/api/records/answer.js";
import { EventList } from "../../../src/api/records/event-list.js";
import { RecordMerger } from "../../../src/api/records/record-merger.js";
import { DAY } from "../../support/durations.js";

const createItem = (time: number, note = "") =>
  ({
    raw: { note },
    time,
    sortTime: time,
    textTime: time,
    event: { raw: { note, time }, time },
  }) as unknown as AnswerItem & {
    event: NonNullable<AnswerItem["event"]>;
  };

describe("the records that a search remembers", () => {
  it("do not include records that no log can return again", () => {
    const merger = new RecordMerger();
    merger.merge([[createItem(5000), createItem(4000), createItem(3000)], []]);
    merger.forget(4000);
    expect(merger.mergeList(1, [createItem(5000), createItem(4000)]).length).to.equal(2);
    expect(merger.mergeList(1, [createItem(3000)]).length).to.equal(0);
  });

  it("give copies within a day different ids, also after the first copy was removed", () => {
    const list = new EventList();
    const takeId = (time: number, note: string) => {
      list.append({ ...createItem(time, note), event: { ...createItem(0, note).event, time } as never });
      return list.take(1).events[0]!.id;
    };
    const first = takeId(3 * DAY, "a");
    expect(takeId(2 * DAY, "a")).to.equal(`${first}-2`);
    takeId(0.5 * DAY, "b");
    expect(takeId(0, "a")).to.equal(first);
  });
});
