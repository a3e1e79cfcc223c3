import { expect } from "@open-wc/testing";
import { emulateMedia, setViewport } from "@web/test-runner-commands";
import { findAxeProblems } from "../support/axe.js";
import { findElement, get, getAll, getName, getText, hasFocus } from "../support/screen.js";
import { click, press } from "../support/user-input.js";
import { cleanUp, showViewer, waitUntil, type Stage } from "./support.js";

/** A viewer that has searched the last 24 hours. */
async function showResults(properties: Parameters<typeof showViewer>[0] = {}, width = 1280): Promise<Stage> {
  const stage = await showViewer({ pageSize: 25, ...properties }, { width });
  await stage.viewer.search();
  return stage;
}

const getTool = ({ viewer }: Stage) => get(viewer, "button", "Breakdown");
const findRegion = ({ viewer }: Stage) => findElement(viewer, "region", "Breakdown");
const waitForCounts = (stage: Stage) =>
  waitUntil(() => findRegion(stage) && findElement(stage.viewer, "list", "Action"), "the counts");
const countEvents = ({ viewer }: Stage) => Number(/\d+/.exec(getText(get(viewer, "heading", /event/)))![0]);

/** "Login, 12 events" as a word and a number. */
function readValue(name: string): { word: string; count: number } {
  const [, word = "", count = ""] = /^(.*), (\d+) events?$/.exec(name) ?? [];
  return { word, count: Number(count) };
}

const listActions = ({ viewer }: Stage) =>
  getAll(get(viewer, "list", "Action"), "button", /events?$/).map((one) => readValue(getName(one)));

describe("the breakdown beside the rows", () => {
  afterEach(cleanUp);

  it("is opened by its button in the toolbar and closed by it", async () => {
    const stage = await showResults();
    expect(getTool(stage).getAttribute("aria-pressed")).to.equal("false");
    expect(findRegion(stage)).to.equal(undefined);
    await click(getTool(stage));
    await waitForCounts(stage);
    expect(stage.viewer.breakdown).to.equal(true);
    await waitUntil(() => getTool(stage).getAttribute("aria-pressed") === "true", "the pressed button");
    expect(hasFocus(getTool(stage))).to.equal(true);
    await click(getTool(stage));
    await waitUntil(() => !findRegion(stage), "the end");
    expect(stage.viewer.breakdown).to.equal(false);
  });

  it("gives the focus back to its button when it is closed inside", async () => {
    const stage = await showResults({ breakdown: true });
    await waitForCounts(stage);
    await click(get(stage.viewer, "button", "Close the breakdown"));
    await waitUntil(() => !findRegion(stage), "the end");
    expect(hasFocus(getTool(stage))).to.equal(true);
  });

  it("counts all events that were read, and follows the filter for a value", async () => {
    const stage = await showResults({ breakdown: true });
    await waitForCounts(stage);
    const [first] = listActions(stage);
    expect(getText(findRegion(stage)!)).to.match(/In the [\d,]+ records (searched back to|from) /);
    const [value] = getAll(get(stage.viewer, "list", "Action"), "button", /events?$/);
    await click(value!);
    await waitUntil(() => findElement(stage.viewer, "button", /^Remove filter Action/), "the filter");
    expect(stage.viewer.filters.actions).to.have.length(1);
    await waitUntil(() => findElement(stage.viewer, "list", "Action") && listActions(stage).length === 0, "the counts");
    const item = getText(getAll(get(stage.viewer, "list", "Action"), "listitem")[0]!);
    expect(item).to.contain(first!.word);
    expect(countEvents(stage)).to.be.greaterThan(0);
  });

  it("leaves the table the room beside it, whose columns leave earlier", async () => {
    const stage = await showResults({ breakdown: true });
    await waitForCounts(stage);
    const { right, width } = findRegion(stage)!.getBoundingClientRect();
    const viewer = stage.viewer.getBoundingClientRect();
    expect(Math.round(width)).to.be.within(254, 256);
    expect(right).to.be.closeTo(viewer.right, 1);
    const table = get(stage.viewer, "table").getBoundingClientRect();
    expect(table.right).to.be.at.most(viewer.right - 256 + 1);
    expect(stage.viewer.scrollWidth).to.be.at.most(1280);
  });

  it("is remembered", async () => {
    const stored = new Map<string, string>();
    const storage = {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, text: string) => void stored.set(key, text),
    };
    const stage = await showResults({ preferencesKey: "test", storage });
    await click(getTool(stage));
    await waitForCounts(stage);
    cleanUp();
    const again = await showResults({ preferencesKey: "test", storage });
    await waitForCounts(again);
    expect(again.viewer.breakdown).to.equal(true);
  });

  it("says what is worth a look, and shows its events", async () => {
    const stage = await showViewer({ breakdown: true, pageSize: 100 });
    stage.viewer.filters = { ...stage.viewer.filters, actions: ["login"], range: { preset: "last-30-days" } };
    await stage.viewer.search();
    await waitForCounts(stage);
    const region = await waitUntil(() => findElement(stage.viewer, "region", "Worth a look"), "the findings");
    const isRead = () => !/Looking through/.test(getText(region));
    await waitUntil(isRead, "the sentences");
    expect(getText(region)).to.match(/A place to start, not a verdict\.|Nothing stands out\./);
  });
});

describe("the breakdown as a sheet", () => {
  afterEach(cleanUp);

  for (const width of [1024, 320]) {
    it(`takes the focus, closes at Escape and gives the focus back, at ${width} px`, async () => {
      const stage = await showResults({}, width);
      await click(getTool(stage));
      const dialog = await waitUntil(() => findElement(stage.viewer, "dialog", "Breakdown"), "the sheet");
      await waitForCounts(stage);
      await waitUntil(() => hasFocus(get(stage.viewer, "button", "Close the breakdown")), "the focus");
      expect(Math.round(dialog.getBoundingClientRect().width)).to.equal(320);
      expect(dialog.getBoundingClientRect().right).to.be.closeTo(stage.viewer.getBoundingClientRect().right, 1);
      await press("Escape");
      await waitUntil(() => !findElement(stage.viewer, "dialog", "Breakdown"), "the end");
      expect(hasFocus(getTool(stage))).to.equal(true);
      // It is not remembered: a narrow viewer opens no sheet by itself.
      expect(stage.viewer.breakdown).to.equal(false);
    });
  }

  it("closes when the user filters for a value", async () => {
    const stage = await showResults({}, 800);
    await click(getTool(stage));
    await waitForCounts(stage);
    await click(getAll(get(stage.viewer, "list", "Object"), "button", /events?$/)[0]!);
    await waitUntil(() => !findElement(stage.viewer, "dialog", "Breakdown"), "the end");
    await waitUntil(() => stage.viewer.filters.objects.length === 1, "the filter");
  });

  it("is not opened by the property, and is the full width of a phone", async () => {
    const stage = await showResults({ breakdown: true }, 360);
    expect(findElement(stage.viewer, "dialog", "Breakdown")).to.equal(undefined);
    await setViewport({ width: 360, height: 700 });
    await click(getTool(stage));
    const dialog = await waitUntil(() => findElement(stage.viewer, "dialog", "Breakdown"), "the sheet");
    expect(Math.round(dialog.getBoundingClientRect().width)).to.equal(360);
  });
});

describe("the breakdown, for everybody", () => {
  afterEach(cleanUp);

  it("is accessible beside the rows and as a sheet, in both themes and in forced colors", async () => {
    for (const width of [1280, 320]) {
      for (const theme of ["light", "dark"] as const) {
        const stage = await showResults({ theme, breakdown: width === 1280 }, width);
        if (width === 320) await click(getTool(stage));
        await waitForCounts(stage);
        await waitUntil(() => findElement(stage.viewer, "region", "Worth a look"), "the findings");
        expect(await findAxeProblems(stage.viewer)).to.deep.equal([]);
        cleanUp();
      }
    }
    await emulateMedia({ forcedColors: "active" });
    try {
      const stage = await showResults({ breakdown: true });
      await waitForCounts(stage);
      expect(await findAxeProblems(stage.viewer)).to.deep.equal([]);
    } finally {
      await emulateMedia({ forcedColors: "none" });
    }
  });
});
