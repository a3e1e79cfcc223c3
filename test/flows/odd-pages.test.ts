import { expect } from "@open-wc/testing";
import type { AuditLogViewer } from "../../src/index.js";
import { createTestClock } from "../support/clock.js";
import { click } from "../support/user-input.js";
import { getAll, get, findElement, getName, getText } from "../support/screen.js";
import { cleanUp, waitForRender, showViewer, waitUntil } from "./support.js";

const listNames = (viewer: AuditLogViewer) => getAll(viewer, "button", /^Details: /).map(getName);
const recordErrors = (viewer: AuditLogViewer) => {
  const messages: string[] = [];
  viewer.addEventListener("alv-error", (event) =>
    messages.push((event as CustomEvent<{ message: string }>).detail.message),
  );
  return messages;
};

describe("a page that gives the viewer functions, properties or built-ins that fail", () => {
  const { warn } = console;
  const { DateTimeFormat } = Intl;
  let said: string[] = [];
  /** Uncaught exceptions. */
  let thrown: string[] = [];
  const noteError = (event: ErrorEvent | PromiseRejectionEvent) =>
    thrown.push(String("reason" in event ? event.reason : event.message));
  beforeEach(() => {
    [said, thrown] = [[], []];
    console.warn = (...parts: unknown[]) => void said.push(parts.map(String).join(" "));
    addEventListener("error", noteError);
    addEventListener("unhandledrejection", noteError);
  });
  afterEach(() => {
    console.warn = warn;
    Intl.DateTimeFormat = DateTimeFormat;
    removeEventListener("error", noteError);
    removeEventListener("unhandledrejection", noteError);
    cleanUp();
    expect(thrown).to.deep.equal([]);
  });
  const throwError = (): never => {
    throw new Error("oops");
  };
  const findWarnings = (text: string) => said.filter((one) => one.indexOf(text) !== -1);

  describe("texts", () => {
    for (const [what, text] of [
      ["throws", throwError],
      ["answers nothing", () => undefined],
      ["answers an object", () => ({})],
      ["answers a promise", () => Promise.resolve("Seite")],
    ] as const) {
      it(`are the viewer's own if a function ${what}, with one warning`, async () => {
        const { viewer } = await showViewer({ strings: { pageNumber: text, nextPage: "Onward" } as never });
        await viewer.search();
        const pages = get(viewer, "navigation", "Pagination");
        expect(getText(pages)).to.contain("Page 1");
        expect(findWarnings("`strings.pageNumber`").length).to.be.at.most(1);
      });
    }

    it("are the page's if its function returns a text", async () => {
      const { viewer } = await showViewer({ strings: { pageNumber: (page: string) => `Seite ${page}` } });
      await viewer.search();
      expect(getText(get(viewer, "navigation", "Pagination"))).to.contain("Seite 1");
    });

    it("that fail are named with their reason", async () => {
      const { viewer } = await showViewer({ strings: { investigateWhom: throwError, detailsOf: () => 5 } as never });
      await viewer.search();
      expect(listNames(viewer)).to.have.length(10);
      expect(findWarnings("`strings.detailsOf` must return a text; 5 is ignored.")).to.have.length(1);
    });
  });

  describe("a redaction", () => {
    it("without a result hides everything but the time, on the screen and in a file, with a warning", async () => {
      const { viewer } = await showViewer({ redact: () => undefined });
      await viewer.search();
      expect(listNames(viewer)).to.have.length(10);
      expect(getText(get(viewer, "table"))).not.to.match(/\.example|Login|Modify|\d+\.\d+\.\d+/);
      expect(findWarnings("`redact` failed")).to.have.length(1);
      const { blob } = await viewer.exportEvents({ format: "json", deliver: "blob", includeSensitive: true });
      const records = JSON.parse(await blob!.text()) as object[];
      expect(records).to.have.length(10);
      for (const record of records) expect(Object.keys(record)).to.deep.equal(["timestamp-datetime"]);
    });
  });

  describe("search()", () => {
    const CASES: [what: string, properties: Record<string, unknown>, filters?: unknown][] = [
      [
        "filters that throw when they are read",
        {},
        Object.defineProperty({}, "byUser", { enumerable: true, get: throwError }),
      ],
      ["a clock that throws", { clock: { ...createTestClock(), now: throwError } }],
      ["options that throw", { source: Object.defineProperty({}, "paging", { enumerable: true, get: throwError }) }],
      ["a client that throws at once", { adapter: { get: throwError } }],
      ["a client whose user throws", { adapter: { get: () => Promise.resolve([]), user: throwError } }],
      ["a client that rejects with nothing", { adapter: { get: () => Promise.reject(undefined) } }],
    ];
    for (const [what, properties, filters] of CASES) {
      it(`ends with a message on the screen and for the page: ${what}`, async () => {
        const { clock, ...others } = properties;
        const { viewer } = await showViewer(others as Partial<AuditLogViewer>);
        const messages = recordErrors(viewer);
        if (clock) viewer.clock = clock as never;
        await viewer.search(filters as never);
        await waitUntil(() => findElement(viewer, "button", "Try again"), "the failure");
        expect(messages).to.have.length(1);
      });
    }

    it("works again after the page has corrected the error", async () => {
      const { viewer, clock } = await showViewer();
      let isBroken = true;
      viewer.clock = { ...clock, now: () => (isBroken ? throwError() : clock.now()) };
      await viewer.search();
      await waitUntil(() => findElement(viewer, "button", "Try again"), "the failure");
      expect(getText(viewer)).to.contain("oops");
      isBroken = false;
      await click(get(viewer, "button", "Try again"));
      await waitUntil(() => listNames(viewer).length === 10, "ten events");
    });
  });

  it("warns once that a viewer does not work in another document", async () => {
    const { viewer } = await showViewer();
    const place = document.createElement("div");
    document.body.append(place);
    place.append(viewer);
    expect(findWarnings("does not work in another document")).to.have.length(0);
    const frame = document.createElement("iframe");
    document.body.append(frame);
    frame.contentDocument!.body.append(viewer);
    place.append(viewer);
    frame.contentDocument!.body.append(viewer);
    expect(findWarnings("does not work in another document")).to.have.length(1);
    frame.remove();
    place.remove();
  });

  describe("the performance timeline", () => {
    const MARKS = ["connected", "shell", "search", "first-answer", "rows"].map((name) => `audit-log-viewer:${name}`);
    const readMarks = () => MARKS.flatMap((name) => performance.getEntriesByName(name, "mark"));
    const replaced = ["mark", "clearMarks"] as const;
    beforeEach(() => {
      for (const name of MARKS) performance.clearMarks(name);
    });
    afterEach(() => {
      for (const name of replaced) Reflect.deleteProperty(performance, name);
    });

    it("has one mark for each phase in their order, however often the reader searches", async () => {
      const { viewer } = await showViewer();
      await viewer.search();
      await viewer.search({ affectedUser: "1001" });
      const marks = readMarks();
      expect(marks.map(({ name }) => name)).to.deep.equal(MARKS);
      const times = marks.map(({ startTime }) => startTime);
      expect(times).to.deep.equal([...times].sort((one, other) => one - other));
      for (const mark of marks) expect((mark as PerformanceMark).detail, mark.name).to.equal(null);
    });

    it("stays empty, and the viewer works, where the page has replaced its functions", async () => {
      for (const name of replaced) Object.defineProperty(performance, name, { value: throwError, configurable: true });
      const { viewer } = await showViewer();
      await viewer.search();
      expect(listNames(viewer)).to.have.lengthOf(10);
      expect(readMarks()).to.deep.equal([]);
    });
  });

  describe("Intl.DateTimeFormat that throws after load", () => {
    const breakFormats = () => {
      Intl.DateTimeFormat = function DateTimeFormat() {
        throw new RangeError("broken");
      } as never;
    };

    it("leaves times in UTC, in the rows and in the details, and says so", async () => {
      const { viewer, server } = await showViewer();
      breakFormats();
      await viewer.search();
      expect(listNames(viewer)).to.have.length(10);
      const newest = server.stored[0]!.time;
      expect(listNames(viewer)[0]).to.contain(new Date(newest).toISOString().slice(11, 19));
      await click(getAll(viewer, "button", /^Details: /)[0]!);
      await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
      expect(getText(viewer)).to.contain(new Date(newest).toISOString().replace(/\.\d+/, ""));
      expect(findWarnings("Intl.DateTimeFormat failed. Times are in UTC.")).to.have.length(1);
    });

    it("leaves the shown results, and the viewer can be rendered again", async () => {
      const { viewer } = await showViewer();
      await viewer.search();
      breakFormats();
      viewer.timezone = "UTC";
      viewer.filters = { range: { from: "2026-11-20", until: "2026-11-22" } };
      await waitForRender(viewer);
      await click(get(viewer, "button", "Next"));
      await waitUntil(() => /Page 2/.test(getText(get(viewer, "navigation", "Pagination"))), "the next page");
      expect(listNames(viewer)).to.have.length(10);
    });
  });
});
