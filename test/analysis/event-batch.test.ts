import { expect } from "@open-wc/testing";
import { Random } from "../../demo/mocks/records/random.js";
import { encodeEvents, listTransferables } from "../../src/analysis/event-batch.js";
import { BAR_COLORS } from "../../src/core/event-counts.js";
import { FIELD_IDS, type EventField } from "../../src/core/fields.js";
import { EMPTY_EVENT, taxonomy } from "../support/summary-facts.js";
import { createOddEvents } from "./odd-events.js";

const FIELDS = FIELD_IDS.filter((field): field is EventField => field !== "time");

const encodeAction = (action: string) => {
  const { actions, values } = encodeEvents([{ ...EMPTY_EVENT, action }], taxonomy);
  const { value, id, color, failed } = actions[0]!;
  return [values[value], id, BAR_COLORS[color], failed];
};

const ACTIONS: [action: string, id: string, color: string, failed: boolean][] = [
  ["Login", "login", "blue", false],
  ["login failed: bad password", "login", "red", true],
  ["login failed: wrong passwd", "login", "red", true],
  ["Login Failed", "login", "blue", true],
  ["login: unknown user", "login", "blue", true],
  ["delete failed", "delete", "red", false],
  ["create", "add-create", "green", false],
  ["Reboot", "", "neutral", false],
  ["reboot failed", "", "neutral", false],
  ["", "", "neutral", false],
];

describe("a batch of events", () => {
  it("has every text and time of every event, and each text once", () => {
    const events = createOddEvents(new Random(11), 300);
    const { values, columns, times } = encodeEvents(events, taxonomy);
    expect(new Set(values).size).to.equal(values.length);
    for (const field of FIELDS) {
      expect([...columns[field]].map((value) => values[value])).to.deep.equal(events.map((event) => event[field]));
    }
    expect([...times]).to.deep.equal(events.map(({ time }) => time ?? NaN));
  });

  for (const [action, id, color, failed] of ACTIONS) {
    it(`says of the action "${action}": ${id || "unknown"}, ${color}${failed ? ", failed" : ""}`, () => {
      expect(encodeAction(action)).to.deep.equal([action, id, color, failed]);
    });
  }

  it("says the id of each distinct object once", () => {
    const objects = ["User", "subscriber", "gizmo", "User", ""];
    const batch = encodeEvents(
      objects.map((object) => ({ ...EMPTY_EVENT, object })),
      taxonomy,
    );
    expect(batch.objects.map(({ value, id }) => [batch.values[value], id])).to.deep.equal([
      ["User", "subscriber"],
      ["subscriber", "subscriber"],
      ["gizmo", ""],
      ["", ""],
    ]);
  });

  it("can be of no events", () => {
    const { values, columns, times, actions, objects } = encodeEvents([], taxonomy);
    expect([values, [...columns.host], [...times], actions, objects]).to.deep.equal([[], [], [], [], []]);
  });

  it("moves to another thread with one buffer", () => {
    const batch = encodeEvents(createOddEvents(new Random(3), 20), taxonomy);
    const before = structuredClone(batch);
    const transfer = listTransferables(batch);
    expect(transfer).to.have.length(1);
    expect(structuredClone(batch, { transfer })).to.deep.equal(before);
    expect([batch.times.length, ...FIELDS.map((field) => batch.columns[field].length)]).to.deep.equal(
      Array<number>(10).fill(0),
    );
  });
});
