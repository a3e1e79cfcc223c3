import { expect } from "@open-wc/testing";
import { createMockServer, type NewRecord, type ServerBehavior } from "../../../demo/mocks/index.js";
import type { AnswerItem } from "../../../src/api/records/answer.js";
import { RecordMerger } from "../../../src/api/records/record-merger.js";
import { createQuery, createSource, readAll } from "../../support/data-source.js";
import { DAY, HOUR, MINUTE, SECOND } from "../../support/durations.js";

/*
 * A server writes times without an offset, so an hour of wall time comes twice when the clocks go back. Which of the two is
 * meant may stay unknown, but each record must be listed, and listed once.
 */

const naiveZone = "America/New_York";
/** The clocks go back from 2:00 to 1:00. */
const CLOCKS_BACK = Date.UTC(2026, 10, 1, 6);
const NOW = CLOCKS_BACK + 3 * DAY;

const createRecord = (time: number, log: NewRecord["log"] = "both", name = "u"): NewRecord => ({
  time,
  log,
  record: { "by-user": name, "action-type": "login" },
});

/** Reads a range of a day. Returns the users of the records in it, as often as they are listed. */
async function list(records: readonly NewRecord[], until: number, behavior: Partial<ServerBehavior>) {
  const server = createMockServer({
    now: () => NOW,
    records,
    behavior: { timestamps: "zoneless", naiveZone, brackets: "ignored", ...behavior },
  });
  const source = await createSource(server, { naiveZone });
  const { events } = await readAll(source.search({ ...createQuery(1), span: { from: until - DAY, until } }));
  return { events, requests: server.requests.length };
}

describe("the repeated hour of a server that writes times without an offset", () => {
  const ENDS: Partial<ServerBehavior>[] = [
    { endInclusive: true },
    { endInclusive: false },
    { order: "ascending", endInclusive: true },
    { order: "ascending", endInclusive: false, startInclusive: false },
  ];
  for (const behavior of ENDS) {
    it(`a record an hour before the end of the range is in the list: ${JSON.stringify(behavior)}`, async () => {
      const until = CLOCKS_BACK + 43 * MINUTE;
      // The records of the last second of the request are not in the range.
      const records = [until, until - HOUR].map((time) => createRecord(time, "audit", String((until - time) / HOUR)));
      const { events } = await list(records, until, behavior);
      expect(events.map(({ byUser }) => byUser)).to.deep.equal(["1"]);
      expect(events[0]!.time).to.equal(until - HOUR);
    });

    it(`equal records at both times are two if both are in the range, otherwise one: ${JSON.stringify(behavior)}`, async () => {
      const until = CLOCKS_BACK + 43 * MINUTE;
      const records = [until, until - HOUR].map((time) => createRecord(time, "audit"));
      expect((await list(records, until, behavior)).events).to.have.length(1);
      expect((await list(records, until + SECOND, behavior)).events).to.have.length(2);
    });
  }

  it("asks for the last second only if a record may be in it", async () => {
    const until = CLOCKS_BACK + 43 * MINUTE;
    const isOneSecond = (time: number) => list([createRecord(time, "audit")], until, {});
    const [other, unclear] = [await isOneSecond(until - HOUR - MINUTE), await isOneSecond(until - HOUR)];
    expect(unclear.requests).to.be.above(other.requests);
    expect([other.events.length, unclear.events.length]).to.deep.equal([1, 1]);
  });
});

describe("a record that two logs have an hour apart", () => {
  const createItem = (time: number): AnswerItem =>
    ({
      raw: { "by-user": "u", "timestamp-datetime": "2026-11-01 01:43:00" },
      ...{ time, sortTime: time, isAmbiguous: true, textTime: CLOCKS_BACK - 17 * MINUTE },
    }) as unknown as AnswerItem;
  const earlier = createItem(CLOCKS_BACK - 17 * MINUTE);
  const later = createItem(CLOCKS_BACK + 43 * MINUTE);

  it("is one record if its time is written the same", () => {
    for (const [audit, access] of [
      [later, earlier],
      [earlier, later],
    ] as const)
      expect(new RecordMerger().merge([[audit], [access]])).to.have.length(1);
    expect(new RecordMerger().merge([[later, earlier], [later]])).to.have.length(2);
  });

  it("is remembered until no log can return it an hour earlier", () => {
    const merger = new RecordMerger();
    expect(merger.merge([[later], []])).to.have.length(1);
    merger.forget(CLOCKS_BACK);
    expect(merger.mergeList(1, [earlier])).to.have.length(0);
    merger.forget(CLOCKS_BACK - HOUR);
    expect(merger.mergeList(1, [earlier])).to.have.length(1);
  });
});
