import { expect } from "@open-wc/testing";
import { createMockServer, type ServerBehavior, type NewRecord } from "../../../demo/mocks/index.js";
import { NOW } from "../../support/clock.js";
import { TestNetwork } from "../../support/test-network.js";
import { listContents, createQuery, readAll, createSource, listStoredContents } from "../../support/data-source.js";
import { DAY, MINUTE } from "../../support/durations.js";

/** A record every half hour, each with another user. */
const RECORDS: NewRecord[] = Array.from({ length: 480 }, (_, at) => ({
  time: NOW - (at + 1) * 30 * MINUTE,
  record: { "by-user": `u${at}`, "action-type": "update" },
}));
const SPAN = { from: NOW - 10 * DAY, until: NOW };

const doubleItems = <T>(list: readonly T[]) => list.flatMap((one) => [one, one]);

async function createStage(records: readonly NewRecord[], behavior: Partial<ServerBehavior> = {}) {
  const server = createMockServer({ now: () => NOW, records, behavior });
  const network = new TestNetwork(server);
  const source = await createSource(network, { signIns: "off" });
  return { server, network, read: () => readAll(source.search(createQuery(10))) };
}

describe("a server that answers every record twice", () => {
  it("is reported, and each copy is a record with its own id", async () => {
    const { network, server, read } = await createStage(RECORDS);
    network.change = doubleItems;
    const { events, coverage } = await read();
    expect(coverage.doubled).to.equal(true);
    expect(listContents(events)).to.deep.equal(doubleItems(listStoredContents(server, SPAN)).sort());
    expect(new Set(events.map(({ id }) => id)).size).to.equal(960);
    expect([coverage.records, coverage.matched, coverage.complete]).to.deep.equal([960, 960, true]);
  });

  it("is reported if its cap cuts a pair", async () => {
    const { network, server, read } = await createStage(RECORDS);
    network.change = (body) => doubleItems(body).slice(0, 25);
    const { events, coverage } = await read();
    expect(coverage.doubled).to.equal(true);
    expect(listContents(events)).to.deep.equal(doubleItems(listStoredContents(server, SPAN)).sort());
  });

  it("is not reported after only one such answer", async () => {
    const { network, read } = await createStage(RECORDS, { limit: { cap: 40 } });
    let answers = 0;
    network.change = (body) => ((answers += 1) === 1 ? doubleItems(body) : body);
    expect((await read()).coverage.doubled).to.equal(false);
  });

  it("is not reported if its answers are too short to tell", async () => {
    const { network, read } = await createStage(RECORDS.slice(0, 4));
    network.change = doubleItems;
    const { coverage } = await read();
    expect([coverage.doubled, coverage.records]).to.deep.equal([false, 8]);
  });
});

describe("records that are equal by chance", () => {
  for (const [name, isCopied] of [
    ["a few", (at: number) => at % 40 === 0],
    ["every other one", (at: number) => at % 2 === 0],
    ["all but a few", (at: number) => at % 8 !== 0],
  ] as const) {
    it(`are not a sign of a server that answers twice: ${name}`, async () => {
      const copied = RECORDS.flatMap((one, at) => (isCopied(at) ? [one, one] : [one]));
      const { server, read } = await createStage(copied);
      const { events, coverage } = await read();
      expect(coverage.doubled).to.equal(false);
      expect(listContents(events)).to.deep.equal(listStoredContents(server, SPAN));
      expect(coverage.complete).to.equal(true);
    });
  }

  it("are not a sign of a server that answers twice: many of each", async () => {
    const copied = RECORDS.flatMap((one, at) => (at % 16 === 0 ? Array.from({ length: 15 }, () => one) : []));
    const { read } = await createStage(copied);
    expect((await read()).coverage.doubled).to.equal(false);
  });
});
