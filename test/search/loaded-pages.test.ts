import { expect } from "@open-wc/testing";
import type { LogReader } from "../../src/api/reading/log-reader.js";
import type { AuditEvent } from "../../src/core/audit-event.js";
import { countStatistics } from "../../src/analysis/statistics.js";
import type { Analysis } from "../../src/search/analysis.js";
import { LoadedPages } from "../../src/search/loaded-pages.js";
import { EMPTY_EVENT } from "../support/summary-facts.js";

/** A reader as far as pages ask one: what it has found, and whether older time is left. */
class Found {
  list: AuditEvent[] = [];
  isDone = false;
  readonly coverage = () => ({ matched: this.list.length });
  readonly unreadable: readonly unknown[] = ["no record"];

  get found(): number {
    return this.list.length;
  }

  first(count: number): AuditEvent[] {
    return this.list.slice(0, count);
  }

  countTo(event: AuditEvent): number {
    return this.list.indexOf(event) + 1;
  }

  hasMoreThan(count: number): boolean | "unknown" {
    if (this.list.length > count) return true;
    return this.isDone ? false : "unknown";
  }
}

/** A worker that has counted everything that was found. */
const createCountedAnalysis = (reader: Found) =>
  ({
    follow: () => undefined,
    want: () => undefined,
    distinct: (loaded: number) => countStatistics(reader.first(loaded)),
  }) as unknown as Analysis;

const createEvent = (id: string): AuditEvent => ({ ...EMPTY_EVENT, id, byUser: `user ${id}`, byDomain: "abc.example" });
const createEvents = (count: number, prefix = "e") =>
  Array.from({ length: count }, (_, at) => createEvent(`${prefix}${at}`));

function createStage(count: number, size = 10) {
  const reader = new Found();
  reader.list = createEvents(count);
  const pages = new LoadedPages(
    reader as unknown as LogReader,
    size,
    () => ({ users: [], domains: [] }),
    createCountedAnalysis(reader),
  );
  return { reader, pages };
}

const listLengths = (pages: LoadedPages) => pages.read().pages.map((page) => page.length);
const listIds = (pages: LoadedPages) => pages.read().pages.map((page) => page.map(({ id }) => id));
const listAllIds = (pages: LoadedPages) => listIds(pages).flat();
const countUsers = (list: readonly AuditEvent[]) => countStatistics(list).users;

describe("loaded pages", () => {
  it("are none at first", () => {
    const { pages } = createStage(25);
    expect([pages.count, pages.pages, pages.isLastFull, listLengths(pages)]).to.deep.equal([0, 0, false, []]);
    expect(pages.statistics(0)).to.deep.equal({ total: 0, ...countStatistics([]) });
    expect(pages.read().paused).to.equal(false);
  });

  it("grow to the requested page, not to the events read ahead", () => {
    const { pages } = createStage(45);
    pages.grow(10);
    expect([listLengths(pages), pages.isLastFull, pages.read().hasMore]).to.deep.equal([[10], true, true]);
    pages.grow(30);
    expect([listLengths(pages), pages.pages, pages.count]).to.deep.equal([[10, 10, 10], 3, 30]);
    pages.grow(100);
    expect([listLengths(pages), pages.isLastFull]).to.deep.equal([[10, 10, 10, 10, 5], false]);
    expect(listAllIds(pages)).to.deep.equal(createEvents(45).map(({ id }) => id));
  });

  it("never shrink", () => {
    const { pages } = createStage(30);
    pages.grow(25);
    pages.grow(10);
    expect([pages.count, listLengths(pages)]).to.deep.equal([25, [10, 10, 5]]);
    expect(pages.read().paused).to.equal(false);
  });

  it("say how many events fill a number of pages", () => {
    const { pages } = createStage(0, 25);
    expect([pages.countEvents(0), pages.countEvents(1), pages.countEvents(4)]).to.deep.equal([0, 25, 100]);
  });

  it("know the page of an event", () => {
    const { pages, reader } = createStage(25);
    pages.grow(20);
    expect(["e0", "e9", "e10", "e19"].map((id) => pages.findPage(id))).to.deep.equal([0, 0, 1, 1]);
    // Read ahead is not loaded.
    expect([pages.findPage(reader.list[20]!.id), pages.findPage("another"), pages.findPage(null)]).to.deep.equal([
      -1, -1, -1,
    ]);
  });

  it("return the coverage", () => {
    const { pages } = createStage(3);
    pages.grow(10);
    expect(pages.read().coverage).to.deep.equal({ matched: 3 });
  });
});

describe("whether there is more", () => {
  it("is known from the events read ahead, the unread range, or the end", () => {
    const { pages, reader } = createStage(20);
    pages.grow(10);
    expect(pages.read().hasMore).to.equal(true);
    pages.grow(20);
    expect(pages.read().hasMore).to.equal("unknown");
    reader.isDone = true;
    expect(pages.read().hasMore).to.equal(false);
  });

  it("reports a pause if a page did not fill, until it is full or all is read", () => {
    const { pages, reader } = createStage(14);
    pages.grow(10);
    expect(pages.read().paused).to.equal(false);
    pages.grow(20);
    expect([pages.read().paused, pages.read().hasMore]).to.deep.equal([true, "unknown"]);
    reader.list.push(...createEvents(3, "older"));
    pages.grow(20);
    expect([pages.read().paused, listLengths(pages)]).to.deep.equal([true, [10, 7]]);
    reader.isDone = true;
    expect(pages.read().paused).to.equal(false);
    reader.isDone = false;
    reader.list.push(...createEvents(20, "oldest"));
    pages.grow(20);
    expect([pages.read().paused, listLengths(pages)]).to.deep.equal([false, [10, 10]]);
  });

  it("reports a pause of a list that is still empty", () => {
    const { pages, reader } = createStage(0);
    pages.grow(10);
    expect([pages.read().paused, pages.read().pages]).to.deep.equal([true, []]);
    reader.isDone = true;
    expect([pages.read().paused, pages.read().hasMore]).to.deep.equal([false, false]);
  });
});

describe("pages that are divided again", () => {
  it("begin with the new events, and keep the old ones", () => {
    const { pages, reader } = createStage(60);
    pages.grow(20);
    const before = listAllIds(pages);
    reader.list.unshift(...createEvents(3, "new"));
    pages.repaginate();
    expect(listAllIds(pages).slice(0, 4)).to.deep.equal(["new0", "new1", "new2", "e0"]);
    expect(listAllIds(pages).slice(3)).to.deep.equal(before);
    // What was read ahead is not loaded thereby.
    expect(listLengths(pages)).to.deep.equal([10, 10, 3]);
    expect(pages.findPage("e19")).to.equal(2);
  });

  it("also hold events that belong in the middle", () => {
    const { pages, reader } = createStage(20);
    pages.grow(20);
    reader.list.splice(5, 0, ...createEvents(2, "late"));
    pages.repaginate();
    expect(listIds(pages)[0]!.slice(4, 8)).to.deep.equal(["e4", "late0", "late1", "e5"]);
    expect(listLengths(pages)).to.deep.equal([10, 10, 2]);
  });

  it("do not change if nothing was added", () => {
    const { pages } = createStage(40);
    pages.grow(30);
    const before = listIds(pages);
    pages.repaginate();
    expect(listIds(pages)).to.deep.equal(before);
  });

  it("do not become more if the new events are older than all loaded ones", () => {
    const { pages, reader } = createStage(15);
    pages.grow(10);
    reader.list.splice(12, 0, ...createEvents(2, "late"));
    pages.repaginate();
    expect(listIds(pages)).to.deep.equal([createEvents(10).map(({ id }) => id)]);
  });

  it("are one if none was loaded", () => {
    const { pages, reader } = createStage(0);
    pages.grow(10);
    reader.list.push(...createEvents(13, "new"));
    pages.repaginate();
    expect(listLengths(pages)).to.deep.equal([10]);
    expect(pages.read().paused).to.equal(false);
  });

  it("stay paused if the last one is still not full", () => {
    const { pages, reader } = createStage(7);
    pages.grow(10);
    reader.list.unshift(...createEvents(2, "new"));
    pages.repaginate();
    expect([listLengths(pages), pages.read().paused]).to.deep.equal([[9], true]);
    reader.list.unshift(...createEvents(1, "newer"));
    pages.repaginate();
    expect([listLengths(pages), pages.read().paused]).to.deep.equal([[10], false]);
  });

  it("are not paused by a last page that is short only because of the division", () => {
    const { pages, reader } = createStage(10);
    pages.grow(10);
    reader.list.unshift(...createEvents(3, "new"));
    pages.repaginate();
    expect([listLengths(pages), pages.read().paused, pages.read().hasMore]).to.deep.equal([[10, 3], false, "unknown"]);
  });
});

describe("statistics", () => {
  it("count the events of the shown page, and users of all loaded ones", () => {
    const { pages } = createStage(25);
    pages.grow(25);
    expect([0, 1, 2, 3].map((page) => pages.statistics(page).total)).to.deep.equal([10, 10, 5, 0]);
    expect(pages.statistics(0).users).to.deep.equal({ all: 25, by: 25, affected: 0 });
    expect(pages.statistics(2).domains).to.deep.equal({ all: 1, by: 1, affected: 0 });
  });

  it("leave out events that were read ahead", () => {
    const { pages } = createStage(25);
    pages.grow(10);
    expect(pages.statistics(0).users?.all).to.equal(10);
    pages.grow(20);
    expect(pages.statistics(0).users?.all).to.equal(20);
  });

  it("count the events in any division into pages", () => {
    const { pages, reader } = createStage(33);
    pages.grow(10);
    pages.grow(20);
    reader.list.unshift(...createEvents(4, "new"));
    reader.list.splice(9, 0, ...createEvents(3, "late"));
    pages.repaginate();
    pages.grow(40);
    expect(pages.statistics(0).users).to.deep.equal(countUsers(pages.read().pages.flat()));
    expect(pages.statistics(0).users?.all).to.equal(40);
  });
});
