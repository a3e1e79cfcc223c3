import { expect } from "@open-wc/testing";
import { createMockServer, type MockServer } from "../../../demo/mocks/index.js";
import { intercept, createQuery, refuse, createSource, listStoredContents } from "../../support/data-source.js";
import { NOW } from "../../support/clock.js";
import { createBurst, CAP, createReader, FIELDS, listNumbers, T, listUsers } from "./one-second-support.js";
import { HOUR } from "../../support/durations.js";

/** A server's own failure that is not passing: the client does not ask again. */
const FAULT = 501;

/** The request of that number fails, counted from 1. */
function failRequest(server: MockServer, at: number): void {
  let seen = 0;
  intercept(server, (_request, given) => ((seen += 1) === at ? refuse(FAULT) : given()));
}

describe("a server that refuses a filter", () => {
  const fields = { "target-domain": ["a.example", "b.example", "c.example"], "by-client": ["x", "y", "z"] };

  for (const code of [400, 403, 404]) {
    it(`is asked for other pieces: ${code}`, async () => {
      const { server, habits, read } = await createReader(createBurst(90, fields));
      let refused = 0;
      intercept(server, ({ query }, given) => {
        if (!query.has("target-domain")) return given();
        refused += 1;
        return refuse(code);
      });
      const found = await read();
      expect(listUsers(found)).to.have.length(90);
      expect(found.cut).to.equal(true);
      expect([...habits.refusedParams]).to.deep.equal(["target-domain"]);
      // Those that were under way at the same time; none after.
      expect(refused).to.be.within(1, 4);
    });
  }

  it("returns the records of one answer if it refuses every filter", async () => {
    const { server, read } = await createReader(createBurst(90, fields));
    intercept(server, ({ query }, given) => (FIELDS.some((name) => query.has(name)) ? refuse(400) : given()));
    const found = await read();
    expect([listUsers(found).length, found.cut]).to.deep.equal([CAP, true]);
  });

  it("returns the records of one answer if it refuses `start`, too", async () => {
    const { server, habits, read } = await createReader(createBurst(90, fields));
    intercept(server, ({ query }, given) =>
      query.has("start") || FIELDS.some((name) => query.has(name)) ? refuse(400) : given(),
    );
    const found = await read();
    expect([listUsers(found).length, found.cut, habits.startHonored]).to.deep.equal([CAP, true, false]);
  });
});

describe("a failure in the middle of a second", () => {
  const fields = { "target-domain": ["a.example", "b.example", "c.example"] };
  const truth = [...listNumbers(90, "r")].sort();

  for (const start of ["honored", "ignored"] as const) {
    it(`at any request rejects, and loses nothing when it is read again: start ${start}`, async () => {
      const calm = await createReader(createBurst(90, fields), { start });
      await calm.read();
      const all = calm.server.requests.length;
      for (let at = 1; at <= all; at += 1) {
        const { server, read } = await createReader(createBurst(90, fields), { start });
        failRequest(server, at);
        const kind = await read().then(
          () => "none",
          (error: { kind: string }) => error.kind,
        );
        expect(kind, `request ${at}`).to.equal("server");
        const found = await read();
        expect(listUsers(found).sort(), `request ${at}`).to.deep.equal(truth);
        expect(found.cut, `request ${at}`).to.equal(start === "ignored");
      }
    });
  }

  it("does not reach the search if a retry succeeds", async () => {
    const calm = await createReader(createBurst(90, fields));
    await calm.read();
    for (let at = 1; at <= calm.server.requests.length; at += 1) {
      const { server, read } = await createReader(createBurst(90, fields));
      server.behavior.failures = [{ at, kind: "500" }];
      expect(listUsers(await read()).sort(), `request ${at}`).to.deep.equal(truth);
    }
  });

  it("reaches the search once, and no record is lost or repeated", async () => {
    const records = [...createBurst(90, fields), ...createBurst(25, {}, T - 2 * HOUR, "old")];
    for (const at of [5, 8, 11, 14]) {
      const server = createMockServer({
        now: () => NOW,
        records,
        behavior: { limit: { cap: CAP }, start: "ignored" },
      });
      failRequest(server, at);
      const query = createQuery(1);
      const reader = await (await createSource(server, { signIns: "off" })).search(query);
      let failed = 0;
      const found: unknown[] = [];
      while (reader.hasMoreThan(0) !== false) {
        await reader.read(1000, { signal: new AbortController().signal }).then(
          ({ events }) => found.push(...events.map(({ byUser }) => byUser)),
          () => (failed += 1),
        );
      }
      expect(failed, `request ${at}`).to.equal(1);
      expect(found.length, `request ${at}`).to.equal(listStoredContents(server, query.span).length);
      expect(new Set(found).size, `request ${at}`).to.equal(found.length);
      expect(reader.coverage().cut.map(({ atLeast }) => atLeast)).to.include(90);
    }
  });
});
