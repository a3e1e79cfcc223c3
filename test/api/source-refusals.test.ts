import { expect } from "@open-wc/testing";
import { createMockServer } from "../../demo/mocks/index.js";
import { NOW } from "../support/clock.js";
import { createQuery, createSource } from "../support/data-source.js";
import { DAY } from "../support/durations.js";
import { createSteadyRecords, searchAll } from "./source-support.js";

describe("a server that refuses a window or a filter", () => {
  it("is not asked for ever shorter windows if it refuses a filter", async () => {
    const server = createMockServer({ now: () => NOW, records: createSteadyRecords(40, NOW - 200 * DAY) });
    const handle = server.handle.bind(server);
    server.handle = (request) =>
      request.query.has("target-user")
        ? Promise.resolve({ status: 400, headers: {}, body: '{"code":400,"message":"No such filter"}' })
        : handle(request);
    const source = await createSource(server, { signIns: "off" });
    expect((await searchAll(source, createQuery(366))).events).to.have.length(40);
    const { events, coverage } = await searchAll(source, createQuery(366, { affectedUser: "17" }));
    expect(events).to.have.length(1);
    expect(coverage.requests).to.be.below(30);
  });

  it("is asked for shorter windows if it refuses long ones", async () => {
    const server = createMockServer({ now: () => NOW, records: createSteadyRecords(40, NOW - 200 * DAY) });
    const handle = server.handle.bind(server);
    const asked: number[] = [];
    server.handle = (request) => {
      const [from, until] = ["datetime-start", "datetime-end"].map((name) => Date.parse(request.query.get(name)!));
      asked.push((until! - from!) / DAY);
      if (until! - from! > 10 * DAY) {
        return Promise.resolve({ status: 400, headers: {}, body: '{"code":400,"message":"Range too long"}' });
      }
      return handle(request);
    };
    const source = await createSource(server, { signIns: "off" });
    const { events, coverage } = await searchAll(source, createQuery(366));
    expect(events).to.have.length(40);
    expect(coverage.complete).to.equal(true);
    // Windows that run side by side each find it out: three of them, and four lengths are too long.
    expect(asked.filter((days) => days > 10)).to.have.length.at.most(12);
    asked.length = 0;
    expect((await searchAll(source, createQuery(366))).events).to.have.length(40);
    expect(Math.max(...asked)).to.be.at.most(7);
    asked.length = 0;
    // What one log shows holds for the other one, too.
    expect((await searchAll(await createSource(server), createQuery(366))).events).to.have.length(40);
    expect(asked.filter((days) => days > 10)).to.have.length.at.most(12);
  });

  it("gets requests without the refused filter, and without the probe of letter case", async () => {
    const server = createMockServer({ now: () => NOW, records: createSteadyRecords(200) });
    const handle = server.handle.bind(server);
    server.handle = (request) => {
      const domain = request.query.get("target-domain");
      const refused = domain !== null && domain !== "abc.example";
      return refused || request.query.has("target-user")
        ? Promise.resolve({ status: 404, headers: {}, body: '{"code":404,"message":"Not found"}' })
        : handle(request);
    };
    const source = await createSource(server);
    expect((await searchAll(source, createQuery(7, { affectedDomain: "abc.example" }))).events).to.have.length(200);
    expect((await searchAll(source, createQuery(7, { affectedUser: "17" }))).events).to.have.length(1);
  });
});
