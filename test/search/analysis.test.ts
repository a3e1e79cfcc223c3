import { expect } from "@open-wc/testing";
import { countStatistics } from "../../src/analysis/statistics.js";
import { Analysis, STATISTICS_WAIT_MS } from "../../src/search/analysis.js";
import { createTestClock } from "../support/clock.js";
import { Random } from "../../demo/mocks/records/random.js";
import { taxonomy } from "../support/summary-facts.js";
import {
  BY_ACTION,
  countActions,
  createEvents,
  createReader,
  createStage,
  Found,
  recount,
} from "./analysis-support.js";

/** Lets everything run that is under way on the page. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe("the analysis of a search", () => {
  it("counts nothing before the first search", async () => {
    const { client } = createStage();
    const analysis = new Analysis({ client, taxonomy: () => taxonomy, clock: createTestClock() });
    expect(await analysis.breakdown([BY_ACTION])).to.equal(undefined);
    expect(analysis.distinct(0)).to.equal(undefined);
  });

  it("counts all events that were found, also those that were found before it followed", async () => {
    const { analysis, found } = createStage({ pages: 25 });
    expect(await countActions(analysis)).to.deep.equal(recount(found.list));
    found.append(createEvents(7));
    expect(await countActions(analysis)).to.deep.equal(recount(found.list));
  });

  it("counts the users of the loaded events, and those of the next page before it is shown", async () => {
    const { analysis, found } = createStage({ pages: 3 });
    analysis.want([10, 20]);
    await analysis.prepare(10);
    analysis.want([10, 20]);
    await analysis.prepare(20);
    expect(analysis.distinct(10)).to.deep.equal(countStatistics(found.list.slice(0, 10)));
    expect(analysis.distinct(20)).to.deep.equal(countStatistics(found.list.slice(0, 20)));
  });

  it("counts the users again after an event was inserted among them, and not before", async () => {
    const { analysis, found } = createStage({ pages: 2 });
    await analysis.prepare(20);
    found.append(createEvents(1));
    expect(analysis.distinct(20), "an older event changes nothing").to.deep.equal(
      countStatistics(found.list.slice(0, 20)),
    );
    found.insert([3], [{ ...createEvents(1)[0]!, byUser: "zoe" }]);
    expect(analysis.distinct(20)).to.equal(undefined);
    await analysis.prepare(20);
    expect(analysis.distinct(20)).to.deep.equal(countStatistics(found.list.slice(0, 20)));
  });

  it("shows rows without their users if the worker does not answer in time", async () => {
    const { client, reader, found } = createStage();
    const waits: number[] = [];
    const clock = { ...createTestClock(), sleep: (ms: number) => (waits.push(ms), Promise.resolve()) };
    client.call = () => new Promise(() => undefined);
    const analysis = new Analysis({ client, taxonomy: () => taxonomy, clock });
    found.append(createEvents(20));
    analysis.follow(reader);
    await analysis.prepare(20);
    expect(waits).to.deep.equal([STATISTICS_WAIT_MS]);
    expect(analysis.distinct(20)).to.equal(undefined);
  });

  it("counts the events of another search alone", async () => {
    const { analysis, found } = createStage({ pages: 2 });
    await countActions(analysis);
    const other = new Found();
    other.append(createEvents(5));
    analysis.follow(createReader(other));
    found.append(createEvents(50));
    expect(await countActions(analysis)).to.deep.equal(recount(other.list));
  });

  it("counts what another redaction shows", async () => {
    const { analysis, found } = createStage({ pages: 2 });
    await countActions(analysis);
    found.list = found.list.map((event) => ({ ...event, action: "login" }));
    analysis.restart();
    expect(await countActions(analysis)).to.deep.equal({ login: 20 });
  });

  it("goes on at the page when the thread dies, with all events", async () => {
    const { analysis, found, threads } = createStage({ pages: 15 });
    await countActions(analysis);
    threads[0]!.isDead = true;
    expect(await countActions(analysis)).to.deep.equal(recount(found.list));
    found.append(createEvents(30));
    expect(await countActions(analysis)).to.deep.equal(recount(found.list));
    expect(threads).to.have.length(1);
  });

  it("starts again after the viewer was removed and put back", async () => {
    const { analysis, found, threads, client } = createStage({ pages: 2 });
    await countActions(analysis);
    client.end();
    client.resume();
    expect(await countActions(analysis)).to.deep.equal(recount(found.list));
    expect(threads).to.have.length(2);
  });

  it("starts no thread for a viewer that was removed in the middle of a question", async () => {
    const { analysis, found, threads, client } = createStage({ pages: 30 });
    const asking = countActions(analysis);
    client.end();
    found.append(createEvents(5));
    await settle();
    expect(threads.filter(({ isDead }) => !isDead)).to.have.length(0);
    client.resume();
    expect(await asking, "the question waited for the viewer").to.deep.equal(recount(found.list));
  });

  it("starts one log for a search, also if the one before it is still asked about", async () => {
    const { analysis, threads } = createStage();
    const asking = analysis.breakdown([BY_ACTION]);
    const other = new Found();
    other.append(createEvents(250));
    analysis.follow(createReader(other));
    expect((await asking)!.extent.events, "the answer is about the new search").to.equal(250);
    expect(await countActions(analysis)).to.deep.equal(recount(other.list));
    expect(threads[0]!.logs).to.equal(1);
  });

  it("says that another search is counted, also if it finds nothing", async () => {
    const { analysis } = createStage({ pages: 1 });
    await countActions(analysis);
    const { revision } = analysis.state;
    analysis.follow(createReader(new Found()));
    expect(analysis.state.revision).to.be.greaterThan(revision);
    expect(await countActions(analysis)).to.deep.equal({});
  });

  it("sends an event that is found at the moment when the last one was sent, without a question", async () => {
    for (let turns = 0; turns < 20; turns += 1) {
      const { found, threads, client } = createStage();
      await client.call(() => undefined);
      found.append(createEvents(1));
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      found.append(createEvents(1));
      await settle();
      expect(threads[0]!.events, `${turns} turns later`).to.equal(2);
    }
  });

  it("keeps what is shown while it prepares other rows", async () => {
    const { analysis, found } = createStage({ pages: 2 });
    analysis.want([10, 20]);
    // As the log does with each answer.
    analysis.onDistinct = () => analysis.want([10, 20]);
    await analysis.prepare(13);
    for (const count of [10, 13, 20]) {
      expect(analysis.distinct(count), String(count)).to.deep.equal(countStatistics(found.list.slice(0, count)));
    }
  });

  it("goes on if the page's code throws while events are sent", async () => {
    const { client } = createStage();
    let isBroken = true;
    const classify = () => {
      if (isBroken) throw new TypeError("The page has replaced a built-in.");
      return taxonomy;
    };
    const analysis = new Analysis({ client, taxonomy: classify, clock: createTestClock() });
    const found = new Found();
    found.append(createEvents(150));
    analysis.follow(createReader(found));
    await analysis.prepare(20);
    expect(await analysis.breakdown([BY_ACTION])).to.equal(undefined);
    isBroken = false;
    expect(await countActions(analysis)).to.deep.equal(recount(found.list));
  });

  it("says that something has changed with each batch", async () => {
    const { analysis, found } = createStage({ pages: 1 });
    await countActions(analysis);
    const { revision } = analysis.state;
    found.append(createEvents(3));
    await countActions(analysis);
    expect(analysis.state.revision).to.be.greaterThan(revision);
  });

  it("counts right in whatever order events are found, inserted, redacted and lost", async () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = new Random(seed);
      const { analysis, found, threads } = createStage({ pages: random.int(0, 3) });
      for (let step = 0; step < 12; step += 1) {
        const kind = random.int(0, 6);
        if (kind <= 2) found.append(createEvents(random.int(1, 250), random));
        else if (kind === 3) {
          const count = random.int(1, 40);
          const places = new Set(Array.from({ length: count }, () => random.int(0, found.length + count - 1)));
          const positions = [...places].sort((one, other) => one - other);
          // Each position must lie within the list, as it is with the positions before it.
          const inside = positions.filter((position, at) => position <= found.length + at);
          found.insert(inside, createEvents(inside.length, random));
        } else if (kind === 4) {
          found.list = found.list.map((event) => ({ ...event, action: random.pick(["login", "delete"]) }));
          analysis.restart();
        } else if (kind === 5) for (const thread of threads) thread.isDead = true;
        if (random.int(0, 2) > 0)
          expect(await countActions(analysis), `seed ${seed}`).to.deep.equal(recount(found.list));
      }
      const loaded = random.int(0, found.length);
      await analysis.prepare(loaded);
      expect(analysis.distinct(loaded), `seed ${seed}`).to.deep.equal(countStatistics(found.list.slice(0, loaded)));
      expect(await countActions(analysis), `seed ${seed}`).to.deep.equal(recount(found.list));
    }
  });
});
