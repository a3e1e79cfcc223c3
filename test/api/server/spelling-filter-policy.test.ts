import { expect } from "@open-wc/testing";
import { type MockServer, type NewRecord } from "../../../demo/mocks/index.js";
import { Random } from "../../../demo/mocks/records/random.js";
import { NOW } from "../../support/clock.js";
import {
  listContents,
  createSignal,
  createQuery,
  readAll,
  createSource,
  listStoredContents,
  removeTime,
} from "../../support/data-source.js";
import {
  listRequestedValues,
  COUNT,
  createServer,
  cycleValues,
  DAYS,
  DELETE,
  createDeletion,
  isNarrowed,
  isProbe,
  isWanted,
  log,
  listNarrowed,
  searchServer,
} from "./spelling-support.js";
import { MINUTE, SECOND } from "../../support/durations.js";

const listWholeRequests = ({ requests }: MockServer) => requests.filter((one) => !isNarrowed(one));

describe("a rare action", () => {
  it("is sent as a filter after 2,000 unfiltered records, and not before", async () => {
    const server = createServer(log(COUNT, createDeletion));
    const { events, coverage, expected } = await searchServer(server, DELETE);
    expect(listContents(events)).to.deep.equal(expected);
    const { until, actions, objects } = coverage.narrowed!;
    expect([actions, objects, coverage.sentFilters]).to.deep.equal([["delete"], [], ["actions"]]);
    // A window brings up to a thousand.
    expect(server.stored.filter(({ time }) => time >= until).length).to.be.within(2000, 3000);
    // Unfiltered requests are for newer time, filtered ones for older, except for the check against known records.
    const first = server.requests.findIndex((one) => isNarrowed(one) && !isProbe(one));
    expect(server.requests.slice(first).every((one) => isNarrowed(one))).to.equal(true);
    expect(
      server.requests
        .slice(0, first)
        .filter((one) => !isProbe(one))
        .every((one) => !isNarrowed(one)),
    ).to.equal(true);
    const ends = listWholeRequests(server).map(({ query }) => Date.parse(query.get("datetime-end")!));
    expect(Math.min(...ends)).to.be.above(until);
    expect(coverage.complete).to.equal(true);
    expect(coverage.records).to.be.below(3100);
  });

  it("is sent as a filter only after an unfiltered window has one", async () => {
    // The newest one is older than all of the first round.
    const records = log(COUNT, createDeletion).map((one, at) =>
      at < 800 ? { ...one, record: { ...one.record, "action-type": "create" } } : one,
    );
    const server = createServer(records, { limit: { cap: 400 } });
    const { events, coverage, expected } = await searchServer(server, DELETE);
    expect(listContents(events)).to.deep.equal(expected);
    const newest = NOW - 801 * 2 * MINUTE;
    expect(coverage.narrowed!.until).to.be.at.most(newest);
  });

  it("is not sent as a filter if fewer than 700 records are left", async () => {
    const server = createServer(log(COUNT, createDeletion));
    const searchDays = async (days: number) => {
      const query = createQuery(days, DELETE);
      server.resetRequests();
      const { events, coverage } = await readAll((await createSource(server, { signIns: "off" })).search(query));
      expect(listContents(events)).to.deep.equal(listStoredContents(server, query.span, isWanted(DELETE)));
      return coverage;
    };
    // 720 records a day, and nearly four days are read whole.
    const short = await searchDays(4.5);
    expect(server.requests.filter(isNarrowed)).to.have.length(0);
    expect([short.narrowed, short.sentFilters]).to.deep.equal([undefined, []]);
    const long = await searchDays(5.5);
    expect([long.narrowed?.actions, long.sentFilters]).to.deep.equal([["delete"], ["actions"]]);
  });

  it("is never sent as a filter if it is not rare", async () => {
    const records = log(COUNT, createDeletion).map((one, at) =>
      at % 3 === 0 ? { ...one, record: { ...one.record, ...createDeletion() } } : one,
    );
    const server = createServer(records);
    const { events, coverage, expected } = await searchServer(server, DELETE);
    expect(listContents(events)).to.deep.equal(expected);
    expect(listNarrowed(server)).to.have.length(0);
    expect(coverage.narrowed).to.equal(undefined);
  });

  it("is not sent as a filter before a record has it: nothing could check the server", async () => {
    const server = createServer(log(COUNT, () => ({})));
    const { events, coverage } = await searchServer(server, DELETE);
    expect([events.length, coverage.narrowed, listNarrowed(server).length]).to.deep.equal([0, undefined, 0]);
    expect(coverage.records).to.equal(COUNT);
  });

  it("costs one check for each server, not for each search", async () => {
    const server = createServer(log(COUNT, createDeletion));
    const { source, query } = await searchServer(server, DELETE);
    server.resetRequests();
    const { events, coverage } = await readAll(source.search(query));
    expect(listContents(events)).to.deep.equal(listStoredContents(server, query.span, isWanted(DELETE)));
    const newest = Math.max(...listNarrowed(server).map((one) => Date.parse(one.query.get("datetime-end")!)));
    expect(newest).to.equal(coverage.narrowed!.until);
  });
});

describe("objects", () => {
  const ANSWERING = { objects: ["answer-rule"] };

  it("are sent as filters like actions", async () => {
    const server = createServer(log(COUNT, cycleValues("target-object", ["answer_rule", "Answer-Rule"])));
    const { events, coverage, expected } = await searchServer(server, ANSWERING);
    expect(listContents(events)).to.deep.equal(expected);
    expect(listRequestedValues(server, "target-object")).to.deep.equal(["Answer-Rule, answer_rule, answerrule"]);
    expect(listRequestedValues(server, "action-type")).to.deep.equal(["-, -, -"]);
    const { actions, objects } = coverage.narrowed!;
    expect([actions, [...objects].sort(), coverage.sentFilters]).to.deep.equal([
      [],
      ["Answer-Rule", "answer_rule", "answerrule"],
      ["objects"],
    ]);
  });

  const BOTH = { actions: ["modify-update"], objects: ["dialing"] };
  const FEW = { actions: ["activate"], objects: ["answer-rule"] };
  const cyclePairs = (actions: readonly string[], objects: readonly string[]) => (at: number) => ({
    ...cycleValues("action-type", actions)(at),
    ...cycleValues("target-object", objects)(Math.floor(at / actions.length)),
  });

  it("and actions are sent together if they make few pairs", async () => {
    const server = createServer(log(COUNT, cyclePairs(["activate"], ["answerrule", "answer_rule"])));
    const { events, coverage, expected } = await searchServer(server, FEW);
    expect(listContents(events)).to.deep.equal(expected);
    expect(listRequestedValues(server, "action-type", "target-object")).to.deep.equal([
      "activate answer_rule, activate answerrule",
    ]);
    expect(coverage.sentFilters).to.have.members(["actions", "objects"]);
  });

  it("and actions that make more than three pairs are requested by the shorter list", async () => {
    const server = createServer(
      log(COUNT, cyclePairs(["update", "edit"], ["dialing", "dial_plan", "dialrule", "dialpolicy"])),
    );
    const { events, coverage, expected } = await searchServer(server, BOTH);
    expect(listContents(events)).to.deep.equal(expected);
    expect(listRequestedValues(server, "action-type", "target-object")).to.deep.equal(["edit -, modify -, update -"]);
    expect([coverage.sentFilters, coverage.narrowed!.objects]).to.deep.equal([["actions"], []]);
  });

  it("and actions never make more than six requests for one window", async () => {
    const random = new Random(7);
    const spellings = {
      action: ["update", "edit", "modify_1", "editing", "updated", "modified"],
      object: ["dialing", "dial_plan", "dialrule", "dialpolicy", "Dial Plan", "dial-rule"],
    };
    for (let round = 0; round < 6; round += 1) {
      const pickFirst = (values: readonly string[]) => values.slice(0, random.int(1, values.length));
      const server = createServer(log(COUNT, cyclePairs(pickFirst(spellings.action), pickFirst(spellings.object))));
      const source = await createSource(server, { signIns: "off" });
      await readAll(source.search(createQuery(DAYS)));
      const query = createQuery(DAYS, BOTH);
      const { events } = await readAll(source.search(query));
      expect(listContents(events)).to.deep.equal(listStoredContents(server, query.span, isWanted(BOTH)));
      for (const window of listRequestedValues(server, "action-type", "target-object")) {
        expect(window.split(", ").length).to.be.at.most(6);
      }
    }
  });
});

describe("as the page sets it", () => {
  it("actions and objects are never sent", async () => {
    const server = createServer(log(COUNT, () => ({ "action-type": "delete", "target-object": "dialing" })));
    const filters = { actions: ["delete"], objects: ["dialing"] };
    const { events, coverage, expected } = await searchServer(server, filters, { sendFilters: "never" });
    expect(listContents(events)).to.deep.equal(expected);
    expect(server.requests.filter(isNarrowed)).to.have.length(0);
    expect([coverage.narrowed, coverage.sentFilters]).to.deep.equal([undefined, []]);
  });

  it("they are sent from the first request on, without a check", async () => {
    const server = createServer(log(COUNT, createDeletion));
    const { query, events, coverage, expected } = await searchServer(server, DELETE, { sendFilters: "always" });
    expect(listContents(events)).to.deep.equal(expected);
    expect(server.requests.every(isNarrowed)).to.equal(true);
    expect(coverage.narrowed).to.deep.equal({ until: query.span.until, actions: ["delete"], objects: [] });
    expect([coverage.sentFilters, coverage.complete]).to.deep.equal([["actions"], true]);
  });

  it("they are sent however many there are", async () => {
    const server = createServer(log(COUNT, () => ({}), { "action-type": "delete" }));
    const { events, coverage, expected } = await searchServer(server, DELETE, { sendFilters: "always" });
    expect(listContents(events)).to.deep.equal(expected);
    expect([server.requests.every(isNarrowed), coverage.narrowed !== undefined]).to.deep.equal([true, true]);
  });
});

describe("records without a time of their own", () => {
  for (const order of ["descending", "ascending"] as const) {
    it(`are found if one spelling is read in smaller parts than another: ${order}`, async () => {
      const createRecordAt = (minutes: number, user: string, action: string): NewRecord => ({
        time: NOW - minutes * MINUTE,
        record: { "target-user": user, "action-type": action },
      });
      const crowd = Array.from({ length: 40 }, (_, index) => createRecordAt(10 + index * 5, `d${index}`, "create"));
      const server = createServer(
        [...crowd, removeTime(createRecordAt(30, "undated", "add")), createRecordAt(200, "dated", "add")],
        { order },
      );
      const { events, coverage, expected } = await searchServer(
        server,
        { actions: ["add-create"] },
        { sendFilters: "always" },
      );
      expect(listContents(events)).to.deep.equal(expected);
      expect([coverage.undated, coverage.complete]).to.deep.equal([1, true]);
    });

    it(`are found once, wherever the filtered requests begin: ${order}`, async () => {
      for (const offset of [-2, -1, 0, 1, 2, 119]) {
        const known = createServer(log(COUNT, createDeletion), { order });
        const { until } = (await searchServer(known, DELETE)).coverage.narrowed!;
        const rare = { "target-user": "undated", "action-type": "delete", "target-object": "subscriber" };
        const records = [...log(COUNT, createDeletion), removeTime({ time: until + offset * SECOND, record: rare })];
        const { events, coverage, expected } = await searchServer(createServer(records, { order }), DELETE);
        // The switch may have moved by a record.
        expect(Math.abs(coverage.narrowed!.until - until)).to.be.below(10 * MINUTE);
        expect(listContents(events), `${offset} s`).to.deep.equal(expected);
      }
    });
  }
});

describe("budgets", () => {
  it("hold while filters are sent", async () => {
    const server = createServer(log(COUNT, cycleValues("action-type", ["delete", "removed", "remove"])));
    const source = await createSource(server, {
      signIns: "off",
      budget: { seconds: 60, requests: 8, records: 20_000 },
    });
    const query = createQuery(DAYS, DELETE);
    const reader = await source.search(query);
    const found: string[] = [];
    for (;;) {
      const before = reader.coverage().requests;
      const page = await reader.read(1000, { signal: createSignal() });
      found.push(...listContents(page.events));
      // The last window may take a few more: a request for each spelling, two questions of letter case, and the check.
      expect(reader.coverage().requests - before).to.be.at.most(8 + 12);
      if (page.hasMore === false) break;
      expect(page.paused).to.equal(true);
    }
    expect(found.sort()).to.deep.equal(listStoredContents(server, query.span, isWanted(DELETE)));
    expect(reader.coverage().narrowed).not.to.equal(undefined);
  });
});
