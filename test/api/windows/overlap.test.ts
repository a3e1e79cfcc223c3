import { expect } from "@open-wc/testing";
import type { AnswerItem } from "../../../src/api/records/answer.js";
import { Overlap } from "../../../src/api/windows/overlap.js";
import * as undatedOverlap from "../../../src/api/windows/undated-overlap.js";
import type { WindowRead, WindowReader } from "../../../src/api/windows/window-reader.js";
import type { SharedSeconds } from "../../../src/api/windows/shared-undated.js";
import type { Span } from "../../../src/core/coverage.js";
import { NOW } from "../../support/clock.js";
import { createSignal } from "../../support/data-source.js";
import { HOUR, SECOND } from "../../support/durations.js";

/** The edge of two windows. */
const EDGE = NOW - HOUR;
const RANGE = { from: NOW - 24 * HOUR, until: NOW };

/** An item without a readable time; its neighbors are some milliseconds after the edge. */
function createUndated(newer?: number, older?: number, name = "same"): AnswerItem {
  const moveFromEdge = (ms: number | undefined) => (ms === undefined ? undefined : EDGE + ms);
  return {
    ...{ raw: { "by-user": name }, redactedRaw: { "by-user": name }, event: undefined, originalEvent: undefined },
    ...{ time: null, textTime: null, isZoneless: false, isAmbiguous: false },
    ...{ newerTime: moveFromEdge(newer), olderTime: moveFromEdge(older) },
    sortTime: moveFromEdge(newer) ?? moveFromEdge(older) ?? RANGE.from,
  };
}

function createWindow(
  from: number,
  until: number,
  items: readonly AnswerItem[],
  undated: Partial<Span> = {},
  cutBeside?: WindowRead["cutBeside"],
) {
  const undatedSpan = { from: from - SECOND, until, ...undated };
  const window: WindowRead = { span: { from, until }, undatedSpan, items, rest: [], outside: 0, cut: false, cutBeside };
  return window;
}

const createShared = (from: number, until: number) => ({
  seconds: { from, until },
  isCutBefore: false,
  isCutAfter: false,
});

/**
 * @param shared how often the seconds that two windows share have each item
 * @param isCertain whether the server shows how many there are
 */
function createOverlap(shared = 0, isCertain = true) {
  const requested: Pick<SharedSeconds, "seconds" | "isCutBefore" | "isCutAfter">[] = [];
  const windows: Pick<WindowReader, "countShared"> = {
    countShared: ({ keys, ...seconds }) => {
      requested.push(seconds);
      return Promise.resolve({ counts: new Map([...keys].map((key) => [key, shared])), isCertain });
    },
  };
  const overlap = new Overlap(RANGE, windows as WindowReader, () => Promise.resolve(undatedOverlap));
  const take = async (window: WindowRead) => {
    if (overlap.needsCode(window)) await overlap.load();
    const repeated = await overlap.countRepeated(window, [], { signal: createSignal(), onRequest: () => undefined });
    return overlap.take(window, repeated).length;
  };
  return { overlap, requested, take };
}

describe("two equal records without a readable time at the edge of two windows", () => {
  it("are one if both windows have the record of the seconds that they share", async () => {
    const { take, requested } = createOverlap(1);
    expect(await take(createWindow(EDGE, NOW, [createUndated(0)]))).to.equal(1);
    expect(await take(createWindow(EDGE - HOUR, EDGE, [createUndated(0)]))).to.equal(0);
    expect(requested).to.deep.equal([createShared(EDGE - SECOND, EDGE)]);
  });

  it("are two if the requests shared only a second without such a record", async () => {
    const { take, requested } = createOverlap(0);
    expect(await take(createWindow(EDGE, NOW, [createUndated()], { from: EDGE }))).to.equal(1);
    expect(await take(createWindow(EDGE - HOUR, EDGE, [createUndated()]))).to.equal(1);
    expect(requested).to.deep.equal([createShared(EDGE, EDGE)]);
  });

  it("are two without a request if the requests shared no second", async () => {
    const { take, requested } = createOverlap(1);
    expect(await take(createWindow(EDGE, NOW, [createUndated()], { from: EDGE }))).to.equal(1);
    expect(await take(createWindow(EDGE - HOUR, EDGE, [createUndated()], { until: EDGE - SECOND }))).to.equal(1);
    expect(requested).to.have.length(0);
  });

  it("stay two if the newer window had only one of the records of the shared second", async () => {
    const { take } = createOverlap(2);
    expect(await take(createWindow(EDGE, NOW, [createUndated(0)]))).to.equal(1);
    expect(await take(createWindow(EDGE - HOUR, EDGE, [createUndated(), createUndated()]))).to.equal(1);
  });

  it("are counted in the second after the edge alone if the newer answer was cut in the second before", async () => {
    const { take, requested } = createOverlap(1);
    const newer = createWindow(EDGE, NOW, [createUndated(0, 0)], { from: EDGE }, "before");
    expect(await take(newer)).to.equal(1);
    expect(await take(createWindow(EDGE - HOUR, EDGE, [createUndated(0), createUndated(0)]))).to.equal(1);
    expect(requested).to.deep.equal([{ ...createShared(EDGE, EDGE), isCutBefore: true }]);
  });

  it("put the search in doubt if the server does not show how many there are", async () => {
    const { overlap, take } = createOverlap(1, false);
    await take(createWindow(EDGE, NOW, [createUndated(0)]));
    expect(await take(createWindow(EDGE - HOUR, EDGE, [createUndated(0)]))).to.equal(0);
    expect(overlap.isDoubtful).to.equal(true);
  });

  it("are two if one is in the second after an older window, which the request also contained", async () => {
    const { overlap, take } = createOverlap();
    const readFrom = EDGE - 60 * SECOND;
    expect(await take(createWindow(readFrom, NOW, [createUndated(500, 0)]))).to.equal(1);
    // The older window has it again, and an equal one where the read had ended.
    const again = [createUndated(500, 0), createUndated(-59_000, -61_000)];
    const left = overlap.cut(createWindow(EDGE - HOUR, EDGE, again), readFrom);
    expect(left?.items.map(({ olderTime }) => olderTime)).to.deep.equal([EDGE - 61_000]);
  });

  it("are read again if the older window overlaps what was read, and the server has changed their order", async () => {
    const { overlap, take } = createOverlap();
    expect(await take(createWindow(EDGE - 60 * SECOND, NOW, [createUndated(HOUR, 0)]))).to.equal(1);
    // It may be in any second of the window, or in the second after it.
    const window = createWindow(EDGE - HOUR, EDGE, [createUndated()]);
    expect(overlap.cut(window, EDGE - 60 * SECOND)).to.equal(undefined);
    // A listed item that is certainly newer cannot be the same.
    const other = createOverlap();
    await other.take(createWindow(EDGE - 60 * SECOND, NOW, [createUndated(HOUR, SECOND)]));
    expect(other.overlap.cut(window, EDGE - 60 * SECOND)?.items).to.have.length(1);
  });

  it("are told apart without another request if they are far from the edge of what was read", async () => {
    const { overlap, take } = createOverlap();
    const from = EDGE - 60 * SECOND;
    // Both are at the end of the older window, and one is in the part that both windows have.
    const atEnd = [createUndated(SECOND, -SECOND), createUndated(-90 * SECOND, -95 * SECOND, "other")];
    expect(await take(createWindow(from, NOW, [atEnd[0]!]))).to.equal(1);
    const part = overlap.cut(createWindow(EDGE - HOUR, EDGE, atEnd), from);
    expect(part?.items.map(({ raw }) => raw)).to.deep.equal([{ "by-user": "other" }]);
  });

  it("are one if the older window overlaps what was read, and the record is in the second after it", async () => {
    const { overlap, take } = createOverlap();
    const window = createWindow(EDGE - HOUR, EDGE, [createUndated(undefined, 0)]);
    expect(await take(createWindow(EDGE, NOW, [createUndated(HOUR, 0)]))).to.equal(1);
    expect(await take(createWindow(EDGE - 60 * SECOND, EDGE, []))).to.equal(0);
    expect(overlap.cut(window, EDGE - 60 * SECOND)?.items).to.deep.equal([]);
  });
});

describe("a record without a readable time where a refresh begins to read again", () => {
  it("is removed if it was listed, and no other", async () => {
    const { overlap, take } = createOverlap();
    const known = createUndated(500, -3 * SECOND);
    expect(await take(createWindow(EDGE - HOUR, NOW, [known, createUndated(-HOUR, -HOUR, "other")]))).to.equal(2);
    overlap.rewind(EDGE);
    // The second one is older than the neighbor of the listed one.
    const again = [createUndated(undefined, -3 * SECOND), createUndated(-3 * SECOND, -9 * SECOND)];
    expect(await take(createWindow(EDGE - 2 * HOUR, EDGE, again))).to.equal(1);
    expect(overlap.isDoubtful).to.equal(false);
  });

  it("is kept if it was not listed", async () => {
    const { overlap, take } = createOverlap();
    await take(createWindow(EDGE - HOUR, NOW, [createUndated(-SECOND, -3 * SECOND)]));
    overlap.rewind(EDGE);
    expect(await take(createWindow(EDGE - HOUR, EDGE, [createUndated(-SECOND, -3 * SECOND)]))).to.equal(1);
  });

  it("puts the search in doubt if an equal one has no neighbors to tell them apart", async () => {
    const { overlap, take } = createOverlap();
    await take(createWindow(EDGE - HOUR, NOW, [createUndated(500)]));
    overlap.rewind(EDGE);
    expect(await take(createWindow(EDGE - 2 * HOUR, EDGE, [createUndated()]))).to.equal(0);
    expect(overlap.isDoubtful).to.equal(true);
  });

  it("is removed if it is certainly in the second in which the refresh began", async () => {
    const { overlap, take } = createOverlap();
    await take(createWindow(EDGE, NOW, [createUndated(500, 0)]));
    overlap.rewind(EDGE);
    expect(await take(createWindow(EDGE - HOUR, EDGE, [createUndated(undefined, 0)]))).to.equal(0);
    expect(overlap.isDoubtful).to.equal(false);
  });

  it("puts the search in doubt if the server may have changed its order in that second", async () => {
    const { overlap, take } = createOverlap();
    await take(createWindow(EDGE, NOW, [createUndated(500, 0)]));
    overlap.rewind(EDGE);
    await take(createWindow(EDGE - HOUR, EDGE, [createUndated(0, -SECOND)]));
    expect(overlap.isDoubtful).to.equal(true);
  });

  it("is removed if another search has listed it, and kept if that search has not listed it yet", async () => {
    for (const listedFrom of [EDGE, EDGE + HOUR]) {
      const [refresh, own] = [createOverlap(), createOverlap()];
      own.overlap.skipTo(EDGE, refresh.overlap, listedFrom);
      // The refresh may read its part later.
      await refresh.take(createWindow(EDGE - HOUR, NOW, [createUndated(500, -3 * SECOND)]));
      const again = createWindow(EDGE - 2 * HOUR, EDGE, [createUndated(undefined, -3 * SECOND)]);
      expect(await own.take(again)).to.equal(listedFrom === EDGE ? 0 : 1);
      expect(own.overlap.isDoubtful).to.equal(false);
    }
  });
});
