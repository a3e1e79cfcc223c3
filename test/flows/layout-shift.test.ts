import { expect } from "@open-wc/testing";
import { createMockServer } from "../../demo/mocks/index.js";
import { NOW } from "../support/clock.js";
import { TestNetwork } from "../support/test-network.js";
import { findElement, get, getAll, getPart, getParts, getText } from "../support/screen.js";
import { click } from "../support/user-input.js";
import { cleanUp, showViewer, waitForRender, waitUntil } from "./support.js";

/** What browsers report as a shift of the layout: something that is on the screen in two frames, and moved between them. */
interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  /** Whether a click or a key may be the reason. Such a shift does not count for "Cumulative Layout Shift". */
  readonly hadRecentInput: boolean;
}

const waitForFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe("layout shifts, as browsers count them", () => {
  let observer: PerformanceObserver;
  let shifts: LayoutShift[] = [];
  const note = (entries: PerformanceEntryList) => shifts.push(...(entries as LayoutShift[]));
  beforeEach(() => {
    observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: "layout-shift" });
  });
  afterEach(() => {
    observer.disconnect();
    cleanUp();
  });

  /** The shifts since the last call. */
  async function takeShifts(): Promise<LayoutShift[]> {
    for (let frames = 0; frames < 3; frames += 1) await waitForFrame();
    note(observer.takeRecords());
    const taken = shifts;
    shifts = [];
    return taken;
  }

  const listValues = (all: readonly LayoutShift[]) => all.map(({ value }) => value);
  /** Those that count for "Cumulative Layout Shift". */
  const listUnasked = (all: readonly LayoutShift[]) => listValues(all.filter(({ hadRecentInput }) => !hadRecentInput));

  /** A viewer that has been painted, behind a network that holds every request back. */
  async function show(view: "table" | "cards", width: number) {
    const network = new TestNetwork(createMockServer({ now: () => NOW }));
    const { viewer } = await showViewer({ adapter: network, view }, { width });
    network.passCount = 0;
    // The viewer appears on an empty page.
    await takeShifts();
    const hasEnded = () => !findElement(viewer, "button", "Stop") && getAll(viewer, "button", /^Details/).length > 0;
    const search = async (filters: Parameters<typeof viewer.search>[0]) => {
      network.passCount = 0;
      void viewer.search(filters);
      await network.waitForHeld(1);
      await waitUntil(() => findElement(viewer, "button", "Stop"), "the search");
      const during = await takeShifts();
      network.passCount = Infinity;
      network.release();
      await waitUntil(hasEnded, "the results");
      await waitForRender(viewer);
      return [...during, ...(await takeShifts())];
    };
    return { viewer, search };
  }

  it("are seen by this test", async () => {
    const { viewer } = await show("table", 1280);
    viewer.style.setProperty("margin-block-start", "60px");
    expect(await takeShifts()).to.have.lengthOf(1);
  });

  for (const view of ["table", "cards"] as const) {
    for (const width of [1440, 1024, 320]) {
      it(`are none in the first search, with its statistics, and in another one: ${view}, ${width} px`, async () => {
        const { viewer, search } = await show(view, width);
        expect(listValues(await search({})), "first search").to.deep.equal([]);
        expect(getText(getPart(viewer, "statistics"))).to.contain("Unique users");
        // Most of its events were on the screen before, at other places.
        expect(listValues(await search({ actions: ["login"] })), "another search").to.deep.equal([]);
        expect(listValues(await search({ actions: [] })), "the first filters again").to.deep.equal([]);
      });

      it(`are only those that the reader asks for, with details, Next and Refresh: ${view}, ${width} px`, async () => {
        const { viewer, search } = await show(view, width);
        await search({});
        await click(getAll(viewer, "button", /^Details/)[1]!);
        await waitUntil(() => getParts(viewer, "summary").length > 0, "the details");
        expect(listUnasked(await takeShifts()), "details").to.deep.equal([]);
        await click(getAll(viewer, "button", /^Details/)[1]!);
        await waitUntil(() => getParts(viewer, "summary").length === 0, "closed details");
        expect(listUnasked(await takeShifts()), "closed details").to.deep.equal([]);
        await click(get(viewer, "button", "Next"));
        await waitUntil(() => /Page 2/.test(getText(get(viewer, "navigation"))), "page 2");
        const flipped = await takeShifts();
        expect(view === "table" && width > 320 ? listValues(flipped) : listUnasked(flipped), "Next").to.deep.equal([]);
        await viewer.refresh();
        expect(listValues(await takeShifts()), "Refresh").to.deep.equal([]);
      });
    }
  }
});
