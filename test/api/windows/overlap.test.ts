import { expect } from "@open-wc/testing";
import type { AnswerItem } from "../../../src/api/records/answer.js";
import { Overlap } from "../../../src/api/windows/overlap.js";
import type { WindowRead, WindowReader } from "../../../src/api/windows/window-reader.js";
import type { Span } from "../../../src/core/coverage.js";
import { NOW } from "../../support/clock.js";
import { createSignal, HOUR, SECOND } from "../../support/data-source.js";

/** The edge of two windows. */
const EDGE = NOW - HOUR;
const RANGE = { from: NOW - 24 * HOUR, until: NOW };

/** An item without a readable time; its neighbors are some milliseconds after the edge. */
function createUndated(newer?: number, older?: number, name = "same"): AnswerItem {
  const at = (ms: number | undefined) => (ms === undefined ? undefined : EDGE + ms);
  return {
    ...{ raw: { "by-user": name }, redactedRaw: { "by-user": name }, event: undefined, originalEvent: undefined },
    ...{ time: null, textTime: null, isZoneless: false, isAmbiguous: false },
    ...{ newerTime: at(newer), olderTime: at(older) },
    sortTime: at(newer) ?? at(older) ?? RANGE.from,
  };
}

function createWindow(from: number, until: number, items: readonly AnswerItem[], undated: Partial<Span> = {}) {
  const undatedSpan = { from: from - SECOND, until, ...undated };
  const window: WindowRead = { span: { from, until }, undatedSpan, items, rest: [], outside: 0, cut: false };
  return window;
}

/** @param shared what the server has in the seconds of which both windows have the items */
function stage(shared: readonly AnswerItem[] = []) {
  const requested: Span[] = [];
  const windows: Pick<WindowReader, "readShared"> = {
    readShared: (span) => {
      requested.push(span);
      return Promise.resolve(shared);
    },
  };
  const overlap = new Overlap(RANGE, windows as WindowReader);
  const take = async (window: WindowRead) => {
    const repeated = await overlap.countRepeated(window, [], { signal: createSignal(), onRequest: () => undefined });
    return overlap.take(window, repeated).length;
  };
  return { overlap, requested, take };
}

describe("two equal records without a readable time at the edge of two windows", () => {
  it("are one if both windows have the record of the seconds that they share", async () => {
    const { take, requested } = stage([createUndated()]);
    expect(await take(createWindow(EDGE, NOW, [createUndated(0)]))).to.equal(1);
    expect(await take(createWindow(EDGE - HOUR, EDGE, [createUndated(0)]))).to.equal(0);
    expect(requested).to.deep.equal([{ from: EDGE - SECOND, until: EDGE }]);
  });

  it("are two if the requests shared only a second without such a record", async () => {
    const { take, requested } = stage([]);
    expect(await take(createWindow(EDGE, NOW, [createUndated()], { from: EDGE }))).to.equal(1);
    expect(await take(createWindow(EDGE - HOUR, EDGE, [createUndated()]))).to.equal(1);
    expect(requested).to.deep.equal([{ from: EDGE, until: EDGE }]);
  });

  it("are two without a request if the requests shared no second", async () => {
    const { take, requested } = stage([createUndated()]);
    expect(await take(createWindow(EDGE, NOW, [createUndated()], { from: EDGE }))).to.equal(1);
    expect(await take(createWindow(EDGE - HOUR, EDGE, [createUndated()], { until: EDGE - SECOND }))).to.equal(1);
    expect(requested).to.have.length(0);
  });

  it("stay two if the newer window had only one of the records of the shared second", async () => {
    const { take } = stage([createUndated(), createUndated()]);
    expect(await take(createWindow(EDGE, NOW, [createUndated(0)]))).to.equal(1);
    expect(await take(createWindow(EDGE - HOUR, EDGE, [createUndated(), createUndated()]))).to.equal(1);
  });

  it("are one if the older window overlaps what was read, and the record is in the second after it", async () => {
    const { overlap, take } = stage();
    const window = createWindow(EDGE - HOUR, EDGE, [createUndated(undefined, 0)]);
    expect(await take(createWindow(EDGE, NOW, [createUndated(HOUR, 0)]))).to.equal(1);
    expect(await take(createWindow(EDGE - 60 * SECOND, EDGE, []))).to.equal(0);
    expect(overlap.cut(window, EDGE - 60 * SECOND)?.items).to.deep.equal([]);
  });
});

describe("a record without a readable time where a refresh begins to read again", () => {
  it("is removed if it was listed, and no other", async () => {
    const { overlap, take } = stage();
    const known = createUndated(500, -3 * SECOND);
    expect(await take(createWindow(EDGE - HOUR, NOW, [known, createUndated(-HOUR, -HOUR, "other")]))).to.equal(2);
    overlap.rewind(EDGE);
    // The second one is older than the neighbor of the listed one.
    const again = [createUndated(undefined, -3 * SECOND), createUndated(-3 * SECOND, -9 * SECOND)];
    expect(await take(createWindow(EDGE - 2 * HOUR, EDGE, again))).to.equal(1);
    expect(overlap.isDoubtful).to.equal(false);
  });

  it("is kept if it was not listed", async () => {
    const { overlap, take } = stage();
    await take(createWindow(EDGE - HOUR, NOW, [createUndated(-SECOND, -3 * SECOND)]));
    overlap.rewind(EDGE);
    expect(await take(createWindow(EDGE - HOUR, EDGE, [createUndated(-SECOND, -3 * SECOND)]))).to.equal(1);
  });

  it("puts the search in doubt if an equal one has no neighbors to tell them apart", async () => {
    const { overlap, take } = stage();
    await take(createWindow(EDGE - HOUR, NOW, [createUndated(500)]));
    overlap.rewind(EDGE);
    expect(await take(createWindow(EDGE - 2 * HOUR, EDGE, [createUndated()]))).to.equal(0);
    expect(overlap.isDoubtful).to.equal(true);
  });
});
