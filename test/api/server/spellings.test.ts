import { expect } from "@open-wc/testing";
import { NOW } from "../../support/clock.js";
import { listContents, createQuery, readAll, createSource, listStoredContents } from "../../support/data-source.js";
import {
  listRequestedValues,
  COUNT,
  createServer,
  cycleValues,
  DAYS,
  DELETE,
  isWanted,
  log,
  listNarrowed,
  searchServer,
} from "./spelling-support.js";
import { MINUTE } from "../../support/durations.js";

describe("spellings", () => {
  const UPDATE = { actions: ["modify-update"] };

  it("are all sent: those of the taxonomy, and those seen in unfiltered answers", async () => {
    const server = createServer(log(COUNT, cycleValues("action-type", ["edit", "update", "Modify_2"])));
    const { events, coverage, expected } = await searchServer(server, UPDATE);
    expect(listContents(events)).to.deep.equal(expected);
    expect(listRequestedValues(server, "action-type")).to.deep.equal(["Modify_2, edit, modify, update"]);
    expect([...coverage.narrowed!.actions].sort()).to.deep.equal(["Modify_2", "edit", "modify", "update"]);
  });

  it("of a failed sign-in are unknown: the filter Login reads every record", async () => {
    const LOGIN = { actions: ["login"] };
    const spellings = ["login", "BadPassword", "auth_failure", "Unknown User"];
    for (const sendFilters of ["verified", "always"] as const) {
      const server = createServer(log(COUNT, cycleValues("action-type", spellings)));
      const { events, coverage, expected } = await searchServer(server, LOGIN, { sendFilters });
      expect(listContents(events)).to.deep.equal(expected);
      expect(new Set(events.map(({ action }) => action))).to.deep.equal(new Set(spellings));
      expect([coverage.narrowed, coverage.sentFilters, listNarrowed(server).length]).to.deep.equal([undefined, [], 0]);
    }
  });

  it("that differ only in letter case are one if the server ignores it, otherwise several", async () => {
    for (const caseSensitive of [false, true]) {
      const server = createServer(log(COUNT, cycleValues("action-type", ["delete", "Delete"])), { caseSensitive });
      const { events, expected } = await searchServer(server, DELETE);
      expect(listContents(events)).to.deep.equal(expected);
      expect(listRequestedValues(server, "action-type")).to.deep.equal([caseSensitive ? "Delete, delete" : "Delete"]);
    }
  });

  it("that first appear after the switch are not found, and the coverage says so", async () => {
    const server = createServer(log(COUNT, (at) => ({ "action-type": at < 40 ? "delete" : "removed" })));
    const { events, coverage } = await searchServer(server, DELETE);
    const found = events.filter(({ action }) => action === "removed");
    expect([events.length, found.length]).to.deep.equal([40, 0]);
    expect(coverage.narrowed!.actions).to.deep.equal(["delete"]);
    expect(coverage.narrowed!.until).to.be.above(NOW - 4000 * 2 * MINUTE);
  });

  it("known from another search of the same server are sent, too", async () => {
    const server = createServer(log(COUNT, (at) => ({ "action-type": at < 40 ? "delete" : "removed" })));
    const source = await createSource(server, { signIns: "off" });
    const query = createQuery(DAYS);
    await readAll(source.search(query));
    const { events } = await readAll(source.search(createQuery(DAYS, DELETE)));
    expect(listContents(events)).to.deep.equal(listStoredContents(server, query.span, isWanted(DELETE)));
  });

  it("of actions are learned from answers that are filtered by objects", async () => {
    const createDialRemoval = () => ({ "action-type": "removed", "target-object": "dialing" });
    const server = createServer(log(COUNT, createDialRemoval));
    const source = await createSource(server, { signIns: "off", sendFilters: "always" });
    await readAll(source.search(createQuery(DAYS, { objects: ["dialing"] })));
    const { events, coverage } = await readAll(source.search(createQuery(DAYS, DELETE)));
    expect([events.length, coverage.narrowed!.actions]).to.deep.equal([COUNT / 100, ["delete", "removed"]]);
  });

  it("that are more than six are not sent: every record is read", async () => {
    const spellings = ["update1", "update2", "update3", "update4", "update5", "update"];
    const server = createServer(log(COUNT, cycleValues("action-type", spellings)));
    const { events, coverage, expected } = await searchServer(server, UPDATE);
    expect(listContents(events)).to.deep.equal(expected);
    expect([coverage.narrowed, listNarrowed(server).length]).to.deep.equal([undefined, 0]);
  });

  it("are sent only if the records are rare enough to save requests", async () => {
    // One in fourteen: few enough for one request a window, too many for three.
    const createSpelledLog = (values: readonly string[]) =>
      log(COUNT, () => ({})).map((one, at) =>
        at % 14 === 0 ? { ...one, record: { ...one.record, ...cycleValues("action-type", values)(at / 14) } } : one,
      );
    const one = await searchServer(createServer(createSpelledLog(["delete"])), DELETE);
    const three = await searchServer(
      createServer(createSpelledLog(["delete", "removed", "delete_user", "deleted"])),
      DELETE,
    );
    expect([one.coverage.narrowed !== undefined, three.coverage.narrowed]).to.deep.equal([true, undefined]);
    expect([listContents(one.events), listContents(three.events)]).to.deep.equal([one.expected, three.expected]);
  });
});
