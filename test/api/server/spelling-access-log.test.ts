import { expect } from "@open-wc/testing";
import { type MockServer, type NewRecord } from "../../../demo/mocks/index.js";
import { NOW } from "../../support/clock.js";
import { listContents, createQuery, readAll } from "../../support/data-source.js";
import { COUNT, createServer, log, listNarrowed, searchServer } from "./spelling-support.js";
import { MINUTE, SECOND } from "../../support/durations.js";

describe("with the access log", () => {
  /** Most sign-ins are in both logs, some only in the access log, among them the newest one. */
  const signIns = (each: number, many = ""): NewRecord[] =>
    Array.from({ length: Math.floor((COUNT * 2) / each) }, (_, at) => ({
      time: NOW - at * each * MINUTE - 30 * SECOND,
      log: at % 3 === 0 ? ("access" as const) : ("both" as const),
      record: { "target-user": `s${at}`, "action-type": many && at % 61 !== 0 ? many : "logout" },
    }));

  /** The server may write a sign-in in any spelling, but a sign-out only in known ones. */
  const LOGOUT = { actions: ["logout"] };
  const listNarrowedPaths = (server: MockServer) => [...new Set(listNarrowed(server).map(({ path }) => path))].sort();

  it("sign-outs of both logs are found, with a filter in the audit log", async () => {
    const server = createServer([...log(COUNT, () => ({})), ...signIns(200)]);
    const { events, coverage, expected } = await searchServer(server, LOGOUT, { signIns: "auto" });
    expect(listContents(events)).to.deep.equal(expected);
    expect([coverage.accessLog, coverage.complete]).to.deep.equal(["merged", true]);
    expect(listNarrowedPaths(server)).to.deep.equal(["/auditlog"]);
  });

  it("sign-outs of both logs are found, with a filter in both", async () => {
    const server = createServer([...log(COUNT, () => ({})), ...signIns(2, "login")]);
    const { events, coverage, expected } = await searchServer(server, LOGOUT, { signIns: "auto" });
    expect(listContents(events)).to.deep.equal(expected);
    expect([coverage.accessLog, coverage.complete]).to.deep.equal(["merged", true]);
    expect(listNarrowedPaths(server)).to.deep.equal(["/accesslog", "/auditlog"]);
  });

  it("the access log reports nothing about itself while the audit log is filtered", async () => {
    const records = [...log(COUNT, () => ({})), ...signIns(20).map((one) => ({ ...one, log: "both" as const }))];
    const server = createServer(records, { accessLog: "same" });
    const { source, events, coverage, expected } = await searchServer(server, LOGOUT, {
      signIns: "auto",
      sendFilters: "always",
    });
    expect(listContents(events)).to.deep.equal(expected);
    expect(coverage.accessLog).to.equal("merged");
    // It was not taken for one that adds records: that it is refused now is no failure.
    server.behavior.accessLog = "refused";
    expect((await readAll(source.search(createQuery(1)))).coverage.accessLog).to.equal("refused");
  });
});
