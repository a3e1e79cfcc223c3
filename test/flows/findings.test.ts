import { expect } from "@open-wc/testing";
import type { NewRecord } from "../../demo/mocks/index.js";
import { PASSWORD_ATTACK } from "../../demo/mocks/index.js";
import { createDefaultFilters } from "../../src/core/filters/filters.js";
import type { AuditLogViewer } from "../../src/index.js";
import { NOW } from "../support/clock.js";
import { HOUR, MINUTE } from "../support/durations.js";
import { findElement, get, getAll, getFocused, getName, getText } from "../support/screen.js";
import { click, press } from "../support/user-input.js";
import { findBreakdown, readRows } from "./explore-support.js";
import { cleanUp, showViewer, waitUntil, type Stage } from "./support.js";

const WEEK = { ...createDefaultFilters(), range: { preset: "last-7-days" } } as const;

async function showFindings(options: Parameters<typeof showViewer>[1] = {}): Promise<Stage> {
  const stage = await showViewer({ breakdown: true, pageSize: 100, filters: WEEK }, options);
  await stage.viewer.search();
  await waitForFinding(stage.viewer);
  return stage;
}

const waitForFinding = (viewer: AuditLogViewer) =>
  waitUntil(() => findElement(viewer, "button", "Show the events"), "a finding");

/** The rows after the search that opens a finding. */
async function waitForRows(viewer: AuditLogViewer): Promise<string[]> {
  await waitUntil(() => findElement(viewer, "button", /^Remove filter Action/), "the filters");
  await waitUntil(() => findElement(viewer, "button", /^Details: /), "the rows");
  return readRows(viewer);
}

/** Kim deletes ten records within ten minutes, and works on others meanwhile. Some records name "kim " with a space. */
function createDeletes(): NewRecord[] {
  const by = (user: string, action: string, minute: number): NewRecord => ({
    time: NOW - 3 * HOUR + minute * MINUTE,
    record: {
      ...{ "by-user": user, "by-domain": "north.example", "by-ip": "198.51.100.7", "action-type": action },
      ...{ "target-object": "subscriber", "target-user": String(1000 + minute), "target-domain": "north.example" },
    },
  });
  return Array.from({ length: 10 }, (_, at) => at).flatMap((minute) => [
    by(minute % 3 === 0 ? "kim " : "kim", "delete", minute),
    by("kim", "update", minute),
    by("lee", "delete", minute),
  ]);
}

/** A viewer that has counted all of them. */
async function showDeletes(): Promise<Stage> {
  const records = createDeletes();
  const stage = await showFindings({ records });
  const said = `of ${records.length} events`;
  await waitUntil(() => getText(findBreakdown(stage.viewer)!).indexOf(said) !== -1, "the counts");
  return stage;
}

describe("a finding", () => {
  afterEach(cleanUp);

  it("shows exactly its events: each bad password, and the login that worked", async () => {
    const { viewer } = await showFindings();
    const region = get(viewer, "region", "Worth a look");
    const { attempts, user, domain } = PASSWORD_ATTACK;
    expect(getText(region)).to.contain(`${attempts} bad passwords in a row for ${user}@${domain}`);
    await click(await waitForFinding(viewer));
    const rows = await waitForRows(viewer);
    expect(rows).to.have.length(attempts + 1);
    expect(rows.filter((row) => /Login failed/.test(row))).to.have.length(attempts);
    // The newest event comes first.
    expect(rows[0]).to.contain("Login").and.not.to.contain("failed");
    for (const row of rows) expect(row).to.contain(user).and.to.contain(domain);
    const { first, success } = PASSWORD_ATTACK.times(NOW);
    const { range } = viewer.filters;
    expect(range).to.deep.equal({
      from: new Date(first).toISOString(),
      until: new Date(success + 1).toISOString(),
    });
  });

  it("shows exactly its events also if some records have spaces around a name", async () => {
    const { viewer } = await showDeletes();
    const findButton = () =>
      getAll(viewer, "button", "Show the events").find((one) =>
        /10 deletes by kim ?@north/.test(getText(one.closest("li")!)),
      );
    await click(await waitUntil(findButton, "the finding about Kim"));
    const rows = await waitForRows(viewer);
    expect(rows).to.have.length(10);
    for (const row of rows) expect(row).to.contain("Delete");
    expect(viewer.filters.byUser).to.equal("kim");
  });

  it("opens by keyboard alone", async () => {
    const { viewer } = await showFindings();
    getAll(findBreakdown(viewer)!, "button").at(-1)!.focus();
    // The button that counts the whole range may be between them.
    for (let stop = 0; stop < 3 && getName(getFocused()!) !== "Show the events"; stop += 1) await press("Tab");
    expect(getName(getFocused()!)).to.equal("Show the events");
    await press("Enter");
    expect(await waitForRows(viewer)).to.have.length(PASSWORD_ATTACK.attempts + 1);
  });
});

describe("a value of the breakdown", () => {
  afterEach(cleanUp);

  it("shows as many events as it counts, also if some records have spaces around it", async () => {
    const { viewer } = await showDeletes();
    const kim = getAll(get(viewer, "list", "Performed by"), "button", /^kim, north\.example, /)[0]!;
    const count = Number(/(\d+) events$/.exec(getName(kim))![1]);
    expect(count).to.equal(20);
    await click(kim);
    await waitUntil(() => findElement(viewer, "button", /^Remove filter Performed by user/), "the filter");
    await waitUntil(() => findElement(viewer, "button", /^Details: /), "the rows");
    expect(readRows(viewer)).to.have.length(count);
  });
});
