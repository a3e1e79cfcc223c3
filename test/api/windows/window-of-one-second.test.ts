import { expect } from "@open-wc/testing";
import { listParameter, createReader, setUp, spreadTimes, T, listStoredUsers, listUsers } from "./window-support.js";
import { HOUR, SECOND } from "../../support/durations.js";

const BEYOND = "1000000";

describe("one second", () => {
  const SPAN = { from: T, until: T + SECOND };
  const full = Array.from({ length: 50 }, () => T);
  const around = [T - SECOND, T - SECOND, T + SECOND, T + SECOND];

  it("with more records than an answer holds is read page by page", async () => {
    const { server, read, behavior } = await createReader([...full, ...around], { limit: { cap: 20 } });
    const found = await read(SPAN);
    expect([...listUsers(found)].sort()).to.deep.equal([...listStoredUsers(server, SPAN)].sort());
    expect([found.cut, found.span]).to.deep.equal([false, SPAN]);
    expect(behavior.startHonored).to.equal(true);
    expect(listParameter(server, "start").filter((start) => start === BEYOND).length).to.equal(1);
  });

  it("is tested for pages only once", async () => {
    const { server, read } = await createReader([...full, ...full.map((time) => time - 10 * SECOND)], {
      limit: { cap: 20 },
    });
    await read(SPAN);
    server.resetRequests();
    const found = await read({ from: T - 10 * SECOND, until: T - 9 * SECOND });
    expect(found.items.length).to.equal(50);
    expect(listParameter(server, "start")).not.to.include(BEYOND);
  });

  it("is incomplete, and reported, if the server returns it neither whole nor by pages", async () => {
    const { server, read, behavior } = await createReader(full, { limit: { cap: 20 }, start: "ignored" });
    const found = await read(SPAN);
    expect([found.cut, found.items.length, found.span]).to.deep.equal([true, 20, SPAN]);
    expect(behavior.startHonored).to.equal(false);
    // One probe; pages are never requested.
    expect(listParameter(server, "start").filter(Boolean)).to.deep.equal([BEYOND]);
  });

  it("whose records have no order cannot be read by pages", async () => {
    const { read } = await createReader(full, { limit: { cap: 20 }, ties: "shuffled" });
    expect((await read(SPAN)).cut).to.equal(true);
  });

  it("is never read by pages if paging is off", async () => {
    const { server, read } = await createReader(full, { limit: { cap: 20 } }, "window");
    expect((await read(SPAN)).cut).to.equal(true);
    expect(listParameter(server, "start").filter(Boolean)).to.deep.equal([]);
  });

  it("is read by pages without a probe if paging is known to work", async () => {
    const { server, read } = await createReader(full, { limit: { cap: 20 } }, "offset");
    const found = await read(SPAN);
    expect([found.cut, found.items.length]).to.deep.equal([false, 50]);
    expect(listParameter(server, "start")).not.to.include(BEYOND);
  });

  it("is complete if a wider window shows that answers can be larger", async () => {
    const times = [...Array.from({ length: 20 }, () => T), ...spreadTimes(30, T - HOUR, T - 60 * SECOND)];
    const { server, read } = await createReader(times);
    const found = await read(SPAN);
    expect([found.cut, found.items.length]).to.deep.equal([false, 20]);
    expect(listParameter(server, "start").filter(Boolean)).to.deep.equal([]);
  });

  it("between two full seconds is requested without them if the server includes both ends", async () => {
    const times = [
      ...full.map((time) => time - SECOND),
      ...spreadTimes(12, T, T + SECOND),
      ...full.map((time) => time + SECOND),
    ];
    const { server, read } = await createReader(times, { limit: { cap: 20 }, start: "ignored" });
    const found = await read(SPAN);
    expect([found.cut, found.items.length]).to.deep.equal([false, 12]);
    const tight = server.requests.filter(({ query }) => query.get("datetime-start") === query.get("datetime-end"));
    // And twice again: the same number each time is no cap that changes.
    expect(tight.map(({ query }) => query.get("datetime-end"))).to.deep.equal(Array(3).fill("2026-11-23T12:00:00Z"));
  });
});

describe("one second with parts", () => {
  it("is requested up to its end, which is not in its last whole second", async () => {
    const times = [
      ...Array.from({ length: 12 }, (_, at) => T + at * 50),
      ...Array.from({ length: 40 }, (_, at) => T - SECOND + at),
    ];
    const newestFirst = times.sort((one, other) => other - one);
    const { behavior, read } = await setUp({
      get: async (_path, { query }) => {
        const [from, until] = ["datetime-start", "datetime-end"].map((name) => Date.parse(query.get(name)!));
        const found = newestFirst.filter((time) => time >= from! && time <= until!).slice(0, 20);
        return found.map((time) => ({ "timestamp-datetime": new Date(time).toISOString() }));
      },
    });
    // Both ends were seen to belong to the server's range before.
    Object.assign(behavior, { startInclusive: true, endInclusive: true });
    const found = await read({ from: T, until: T + SECOND });
    expect([found.items.length, found.cut]).to.deep.equal([12, false]);
  });
});
