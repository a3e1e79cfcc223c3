import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import { findAxeProblems, getRules } from "../support/axe.js";
import { click, fill, press } from "../support/user-input.js";
import { getAll, getFocused, get, findElement, getName, getText } from "../support/screen.js";
import { selectBar, TWO_DAYS, waitForValues } from "./explore-support.js";
import { cleanUp, waitForRender, showViewer, type Stage, waitUntil } from "./support.js";
import {
  openColumns,
  openDates,
  unfoldFilters,
  findNothing,
  openObjects,
  openDetails,
  failNextPage,
  searchAndWait,
  type ViewerState,
  searchWrongly,
} from "./viewer-states.js";

const BOTH = { timeline: true, breakdown: true };

async function selectTime({ viewer }: Stage): Promise<void> {
  await viewer.search({ range: TWO_DAYS });
  await selectBar(viewer);
}

async function startCount({ viewer, server }: Stage): Promise<void> {
  server.behavior.limit = { cap: 50 };
  await viewer.search({ range: { preset: "last-3-months" } });
  const button = await waitUntil(() => findElement(viewer, "button", "Count the whole range"), "the offer");
  server.behavior.failures = [{ at: "every", kind: "hang" }];
  await click(button);
  await waitUntil(() => findElement(viewer, "progressbar", "Count the whole range"), "the progress");
}

async function openSheet({ viewer }: Stage): Promise<void> {
  await viewer.search();
  await click(get(viewer, "button", "Breakdown"));
  await waitUntil(() => findElement(viewer, "dialog", "Breakdown"), "the sheet");
  await waitForValues(viewer);
}

async function openValues({ viewer }: Stage): Promise<void> {
  if (!findElement(viewer, "dialog", "Breakdown")) await viewer.search();
  await waitForValues(viewer);
  await click(getAll(viewer, "button", /more, Performed by$/)[0]!);
  await waitUntil(() => getAll(viewer, "option", /events?$/).length > 0, "the values");
}

/** Every state of the viewer, and how to get there. */
const STATES: (Omit<ViewerState, "act"> & Partial<ViewerState>)[] = [
  { name: "not configured", properties: { adapter: undefined } },
  { name: "before the first search" },
  {
    name: "loading",
    act: async ({ viewer, server }) => {
      server.behavior.failures = [{ at: "every", kind: "hang" }];
      void viewer.search();
      await waitUntil(() => findElement(viewer, "button", "Stop"), "the skeleton");
    },
  },
  { name: "results as a table", act: ({ viewer }) => searchAndWait(viewer) },
  { name: "a row open", act: (stage) => openDetails(stage) },
  { name: "results as cards", properties: { view: "cards" }, act: ({ viewer }) => searchAndWait(viewer) },
  { name: "a card open", properties: { view: "cards", density: "compact" }, act: (stage) => openDetails(stage) },
  { name: "nothing found", act: findNothing },
  {
    name: "a failed first search",
    act: async ({ viewer, server }) => {
      server.behavior.failures = [{ at: "every", kind: "403" }];
      await viewer.search();
      await waitUntil(() => findElement(viewer, "button", "Try again"), "the error");
    },
  },
  { name: "a failure above loaded rows", act: failNextPage },
  { name: "wrong filters", act: searchWrongly },
  { name: "the date range open", act: openDates },
  { name: "the objects open", act: openObjects },
  { name: "the menu of columns open", act: openColumns },
  {
    name: "domains suggested, one of them active",
    act: async ({ viewer }) => {
      await viewer.search({ affectedDomain: "abc-plumbing.example" });
      await fill(get(viewer, "combobox", "Performed by domain"), "p");
      await waitUntil(() => findElement(viewer, "group", "Recent"), "the recent one");
      await press("ArrowDown");
      await waitUntil(() => findElement(viewer, "option", /^abc-plumbing/)?.ariaSelected === "true", "the mark");
    },
  },
  {
    name: "domains that cannot be loaded",
    act: async ({ viewer, server }) => {
      server.behavior.failures = [{ at: "every", kind: "500" }];
      await click(get(viewer, "combobox", "Affected domain"));
      await waitUntil(() => findElement(viewer, "button", "Try again"), "the line");
    },
  },
  { name: "narrow, filters unfolded", width: 320, act: unfoldFilters },
  { name: "the timeline with a selected time", properties: BOTH, act: selectTime },
  { name: "the timeline with a selected time, narrow", properties: BOTH, width: 320, act: selectTime },
  { name: "the whole range is being counted", properties: BOTH, act: startCount },
  { name: "the breakdown with all values of a field", properties: BOTH, act: openValues },
  { name: "the breakdown as a sheet", width: 1024, act: openSheet },
  {
    name: "the breakdown as a sheet, narrow, with all values of a field",
    width: 320,
    act: async (stage) => {
      await openSheet(stage);
      await openValues(stage);
    },
  },
  {
    name: "findings",
    properties: { breakdown: true, pageSize: 100 },
    act: async ({ viewer }) => {
      await viewer.search({ range: { preset: "last-7-days" } });
      await waitUntil(() => findElement(viewer, "button", "Show the events"), "a finding");
    },
  },
];

const MEDIA = [
  { name: "light", theme: "light", forcedColors: "none" },
  { name: "forced colours", theme: "light", forcedColors: "active" },
  { name: "dark", theme: "dark", forcedColors: "none" },
] as const;

describe("accessibility of the whole viewer", () => {
  afterEach(async () => {
    cleanUp();
    document.documentElement.removeAttribute("dir");
    await emulateMedia({ forcedColors: "none" });
  });

  for (const { name, width, properties, act } of STATES) {
    it(`axe finds nothing: ${name}`, async () => {
      const set = await showViewer({ ...properties, theme: MEDIA[0].theme }, width ? { width } : {});
      await act?.(set);
      for (const media of MEDIA) {
        await emulateMedia({ forcedColors: media.forcedColors });
        set.viewer.theme = media.theme;
        await waitForRender(set.viewer);
        expect(await findAxeProblems(set.viewer, getRules(media.name)), media.name).to.deep.equal([]);
      }
    });
  }

  for (const width of [320, 360, 500, 719, 720, 883, 1056, 1247, 1280, 1600]) {
    it(`is never wider than its place: ${width} px, open row, both directions`, async () => {
      for (const dir of ["ltr", "rtl"]) {
        document.documentElement.dir = dir;
        const { viewer } = await showViewer({}, { width });
        await searchAndWait(viewer);
        await click(get(viewer, "button", /^Details: /));
        await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
        expect(viewer.scrollWidth, dir).to.be.at.most(width);
        for (const view of ["table", "cards"] as const) {
          viewer.view = view;
          await waitForRender(viewer);
          expect(viewer.scrollWidth, `${view}, ${dir}`).to.be.at.most(width);
        }
        cleanUp();
      }
    });
  }

  it("is used by keyboard alone: search, open, copy, turn the page", async () => {
    const { viewer } = await showViewer();
    await press("Tab");
    const seen: string[] = [];
    for (let tab = 0; tab < 12 && !/^Search/.test(getName(getFocused()!)); tab += 1) {
      seen.push(getName(getFocused()!));
      await press("Tab");
    }
    expect(seen.map((name) => name.replace(/ Last 24 Hours.*/, ""))).to.deep.equal([
      "Action",
      "Objects: All objects",
      "Date range",
      "Performed by user",
      "Performed by domain",
      "Performed by IP address",
      "Affected user",
      "Affected domain",
    ]);
    await press("Enter");
    await waitUntil(() => findElement(viewer, "button", /^Details: /), "results");
    for (let tab = 0; tab < 20 && !/^Details: /.test(getName(getFocused()!)); tab += 1) await press("Tab");
    expect(getName(getFocused()!)).to.match(/^Details: /);
    await press("Space");
    await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
    for (let tab = 0; tab < 20 && getName(getFocused()!) !== "Copy details"; tab += 1) await press("Tab");
    await press("Enter");
    await waitUntil(() => findElement(viewer, "button", "Copied"), "the answer");
    for (let tab = 0; tab < 20 && getName(getFocused()!) !== "Next"; tab += 1) await press("Tab");
    await press("Enter");
    await waitUntil(() => /Page 2/.test(getText(get(viewer, "navigation", "Pagination"))), "page 2");
    expect(getName(getFocused()!)).to.equal("Next");
  });

  it("announces each change once, politely", async () => {
    const { viewer } = await showViewer();
    const said: string[] = [];
    const region = get(viewer, "status");
    expect(region.ariaLive).to.equal("polite");
    const observer = new MutationObserver(() => said.push(region.textContent ?? ""));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    await click(get(viewer, "button", "Search"));
    await waitUntil(() => said.length === 2, "two announcements");
    await click(get(viewer, "button", "Next"));
    await waitUntil(() => said.length === 3, "a third");
    observer.disconnect();
    expect(said[0]).to.equal("Searching.");
    expect(said[1]).to.match(/^Page 1, 10 events/);
    expect(said[2]).to.match(/^Page 2, 10 events/);
  });

  it("has targets of at least 24 px", async () => {
    for (const density of ["comfortable", "compact"] as const) {
      const { viewer } = await showViewer({ density });
      await searchAndWait(viewer);
      await fill(get(viewer, "textbox", "Affected user"), "x");
      await click(get(viewer, "button", /^Details: /));
      await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
      for (const button of [
        ...getAll(viewer, "button"),
        ...getAll(viewer, "textbox"),
        ...getAll(viewer, "radio"),
        ...getAll(viewer, "combobox"),
      ]) {
        const target = button.closest("label") ?? button;
        const { width, height } = target.getBoundingClientRect();
        expect(Math.min(width, height), `${density}: ${getName(button)}`).to.be.at.least(24);
      }
      cleanUp();
    }
  });

  /** Controls that leave the screen when they are used, and how to get to them. */
  const LEAVING: { name: string; width?: number; press: (stage: Stage) => Promise<HTMLElement> }[] = [
    { name: "Search last 24 hours", press: async ({ viewer }) => get(viewer, "button", "Search last 24 hours") },
    {
      name: "a chip's cross",
      press: async ({ viewer }) => {
        await viewer.search({ affectedUser: "1041", range: { preset: "last-7-days" } });
        return waitUntil(() => findElement(viewer, "button", /^Remove filter/), "the chip");
      },
    },
    {
      name: "Try again",
      press: async ({ viewer, server }) => {
        server.behavior.failures = [{ at: "every", kind: "403" }];
        await viewer.search();
        server.behavior.failures = [];
        return waitUntil(() => findElement(viewer, "button", "Try again"), "the button");
      },
    },
    {
      name: "Investigate user",
      press: async ({ viewer }) => {
        await viewer.search({ affectedUser: "1041", range: { preset: "last-7-days" } });
        await click(await waitUntil(() => findElement(viewer, "button", /^Details: /), "a row"));
        return waitUntil(() => findElement(viewer, "button", "Investigate user"), "the button");
      },
    },
    {
      name: "Search among unfolded filters",
      width: 360,
      press: async ({ viewer }) => {
        await click(get(viewer, "button", /^Filters/));
        const search = () => getAll(viewer, "button", "Search").find((one) => one.checkVisibility());
        return waitUntil(search, "the button");
      },
    },
  ];
  for (const { name, width, press: find } of LEAVING) {
    it(`does not lose the focus: ${name}`, async () => {
      const set = await showViewer({}, width ? { width } : {});
      (await find(set)).focus();
      await press("Enter");
      await waitUntil(() => findElement(set.viewer, "button", /^Details: /), "results");
      await waitUntil(() => set.viewer.matches(":focus-within"), "the focus");
    });
  }
});
