import { expect } from "@open-wc/testing";
import type { NewRecord } from "../../demo/mocks/index.js";
import type { AuditLogViewer } from "../../src/index.js";
import { findAxeProblems } from "../support/axe.js";
import { NOW } from "../support/clock.js";
import { click, fill, press } from "../support/user-input.js";
import { getAll, get, findElement, getName } from "../support/screen.js";
import { cleanUp, showViewer, waitUntil } from "./support.js";

const listGuesses = (viewer: AuditLogViewer) =>
  getAll(viewer, "button", /^(?:Did you mean|Search for) /).map((button) => getName(button).trim());
const getRows = (viewer: AuditLogViewer) => getAll(viewer, "button", /^Details: /);

const record = (user: string, domain: string, hours: number): NewRecord => ({
  time: NOW - hours * 3_600_000,
  record: {
    "action-type": "update",
    "by-user": user,
    "by-domain": domain,
    "target-user": "1041",
    "target-domain": domain,
  },
});
const RECORDS = [record("tom.becker", "abc-plumbing.example", 1), record("maria.ortiz", "northgate-dental.example", 2)];

async function waitForNothingFound(viewer: AuditLogViewer): Promise<void> {
  await waitUntil(() => findElement(viewer, "heading", "No events match"), "the empty state");
}

describe("a part of a name that finds nothing", () => {
  afterEach(() => {
    cleanUp();
    document.documentElement.removeAttribute("dir");
  });

  it("offers the domains of the list that have it, and one click searches for it", async () => {
    const { viewer } = await showViewer({}, { events: 2000, days: 2 });
    await fill(get(viewer, "combobox", "Affected domain"), "plumb");
    await press("Enter");
    await waitForNothingFound(viewer);
    const guess = await waitUntil(
      () => findElement(viewer, "button", "Did you mean abc-plumbing.example?"),
      "the domain",
    );
    expect(listGuesses(viewer)).to.deep.equal(["Did you mean abc-plumbing.example?"]);
    expect(await findAxeProblems(viewer)).to.deep.equal([]);
    await click(guess);
    await waitUntil(() => getRows(viewer).length > 0, "results");
    expect(viewer.filters.affectedDomain).to.equal("abc-plumbing.example");
    expect((get(viewer, "combobox", "Affected domain") as HTMLInputElement).value).to.equal("abc-plumbing.example");
  });

  it("offers users of the records that were read, for the field that they were typed in", async () => {
    const { viewer, server } = await showViewer({ source: { sendFilters: "never" } }, { records: RECORDS });
    await fill(get(viewer, "textbox", "Performed by user"), "tom");
    await press("Enter");
    await waitForNothingFound(viewer);
    expect(listGuesses(viewer)).to.deep.equal(["Did you mean tom.becker?"]);
    expect(server.requests.filter(({ path }) => path === "/domains")).to.have.length(0);
    await click(get(viewer, "button", "Did you mean tom.becker?"));
    await waitUntil(() => getRows(viewer).length === 1, "his change");
    expect(viewer.filters.byUser).to.equal("tom.becker");
  });

  it("offers domains of the records to those who may not list them, and a pattern where none is known", async () => {
    const { viewer, server } = await showViewer({ source: { sendFilters: "always" } }, { records: RECORDS });
    server.behavior.failures = [{ at: "every", path: "/domains", kind: "403" }];
    await fill(get(viewer, "combobox", "Affected domain"), "plumb");
    await press("Enter");
    await waitForNothingFound(viewer);
    expect(listGuesses(viewer)).to.deep.equal(["Search for *plumb*"]);
    await click(get(viewer, "button", "Search for *plumb*"));
    await waitUntil(() => getRows(viewer).length === 1, "the change");
    expect(viewer.filters.affectedDomain).to.equal("*plumb*");
    await viewer.search({ affectedDomain: "dental", byUser: "maria" });
    await waitForNothingFound(viewer);
    expect(listGuesses(viewer)).to.deep.equal([
      "Did you mean maria.ortiz? (Performed by user)",
      "Did you mean northgate-dental.example? (Affected domain)",
    ]);
  });

  it("suggests nothing that a redaction hides, even one that is set later", async () => {
    const { viewer } = await showViewer({ source: { sendFilters: "never" } }, { records: RECORDS });
    await viewer.search({ byUser: "tom" });
    await waitForNothingFound(viewer);
    expect(listGuesses(viewer)).to.deep.equal(["Did you mean tom.becker?"]);
    viewer.redact = (given) => ({ ...(given as object), "by-user": "hidden" });
    await waitUntil(() => listGuesses(viewer)[0] !== "Did you mean tom.becker?", "the name to go");
    await viewer.search();
    await waitForNothingFound(viewer);
    expect(listGuesses(viewer)).to.deep.equal([]);
  });

  it("is searched in the last 30 days by one click, without later edits", async () => {
    const { viewer } = await showViewer({}, { records: RECORDS });
    await viewer.search({ byUser: "tom*", range: { preset: "today" }, affectedUser: "nobody" });
    await waitForNothingFound(viewer);
    await fill(get(viewer, "textbox", "Performed by user"), "somebody else");
    await click(get(viewer, "button", "Search the last 30 days instead"));
    await waitUntil(() => viewer.filters.byUser === "tom*", "the filters that were searched");
    expect(viewer.filters.range).to.deep.equal({ preset: "last-30-days" });
  });

  for (const dir of ["ltr", "rtl"])
    it(`fits 320 px, ${dir}`, async () => {
      document.documentElement.dir = dir;
      const { viewer } = await showViewer({ theme: "dark" }, { events: 2000, days: 2, width: 320 });
      await viewer.search({ affectedDomain: "a" });
      await waitForNothingFound(viewer);
      expect(listGuesses(viewer).length).to.be.above(1);
      expect(viewer.scrollWidth).to.be.at.most(320);
      for (const button of getAll(viewer, "button", /^Did you mean/))
        expect(button.getBoundingClientRect().height).to.be.at.least(24);
      expect(await findAxeProblems(viewer)).to.deep.equal([]);
    });
});
