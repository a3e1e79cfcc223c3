import { expect } from "@open-wc/testing";
import type { AuditLogViewer } from "../../src/index.js";
import { click } from "../support/user-input.js";
import {
  getAll,
  get,
  isInert,
  findElement,
  getName,
  computeOpacity,
  getPart,
  getParts,
  getText,
} from "../support/screen.js";
import { cleanUp, waitUntil } from "./support.js";
import { showClosed, getHeading, type Options, getRows, stop } from "./stillness-support.js";

const TOOLS: readonly (readonly [role: string, name: string | RegExp])[] = [
  ["radio", "Table"],
  ["radio", "Cards"],
  ["combobox", "Records per page"],
  ["button", /^Timezone/],
  ["button", /columns/i],
  ["button", "Refresh"],
  ["button", /^Export/],
];

/** Where something is, for comparing: whole page coordinates, in px. */
function measureBox(element: Element): string {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left, top + scrollY, width, height].map((px) => px.toFixed(1)).join(" ");
}

const describeTools = (viewer: AuditLogViewer): string[] =>
  TOOLS.map(([role, name]) => {
    // A control that is drawn over its own list is where its label is.
    const tool = get(viewer, role, name);
    return `${String(name)}: ${measureBox(tool.closest("label") ?? tool)}`;
  });

/** The same after one search. */
async function showAndSearch(options: Options = {}) {
  const { viewer, network, open } = await showClosed(options);
  const first = viewer.search();
  await network.waitForHeld(1);
  await open(() => getRows(viewer).length > 0, "rows");
  await first;
  return { viewer, network, open };
}

describe("nothing jumps", () => {
  afterEach(() => {
    cleanUp();
    document.documentElement.removeAttribute("dir");
  });

  for (const width of [1600, 1280, 1024, 768, 700, 320]) {
    for (const dir of ["ltr", "rtl"] as const) {
      it(`the tools keep their places before, during and after a search at ${width} px, ${dir}`, async () => {
        const { viewer, network, open } = await showClosed({ width, dir });
        const before = describeTools(viewer);
        void viewer.search();
        await network.waitForHeld(1);
        await waitUntil(() => stop(viewer), "the search");
        expect(describeTools(viewer), "during the first search").to.deep.equal(before);
        await open(() => getRows(viewer).length > 0, "rows");
        expect(describeTools(viewer), "after it").to.deep.equal(before);
        void viewer.search({ affectedUser: "1001" });
        await network.waitForHeld(1);
        await waitUntil(() => stop(viewer), "the search");
        expect(describeTools(viewer), "during another one").to.deep.equal(before);
        await open(() => true, "the results");
        expect(describeTools(viewer), "after that").to.deep.equal(before);
      });
    }
  }

  for (const view of ["table", "cards"] as const) {
    it(`a new search dims the results of the last one and moves none of them: ${view}`, async () => {
      const { viewer, network, open } = await showAndSearch({ view });
      const listWatched = () => [
        getHeading(viewer),
        get(viewer, "group", "Active filters"),
        ...["notice", "results", "coverage", "statistics", "pagination"].flatMap((part) => getParts(viewer, part)),
      ];
      const before = listWatched().map(measureBox);
      const texts = listWatched().map((one) => getText(one));
      void viewer.search({ affectedUser: "1001" });
      await network.waitForHeld(1);
      await waitUntil(() => stop(viewer), "the search");
      expect(listWatched().map(measureBox)).to.deep.equal(before);
      expect(listWatched().map((one) => getText(one))).to.deep.equal(texts);
      for (const one of listWatched()) expect(computeOpacity(one), getText(one)).to.be.below(1);
      const results = getPart(viewer, "results");
      expect(results.getAttribute("aria-busy")).to.equal("true");
      // The results cannot be used: new ones will replace them.
      expect(isInert(results), "inert").to.equal(true);
      expect(isInert(getPart(viewer, "pagination")), "inert").to.equal(true);
      await open(() => listWatched().every((one) => computeOpacity(one) === 1), "the results");
      // The new results are another element.
      expect(isInert(getPart(viewer, "results")), "inert").to.equal(false);
    });
  }

  it("a search that is stopped brings back the results of the last one", async () => {
    const { viewer, network } = await showAndSearch();
    const before = measureBox(getPart(viewer, "results"));
    const names = getRows(viewer).map(getName);
    void viewer.search({ affectedUser: "1001" });
    await network.waitForHeld(1);
    await click(await waitUntil(() => stop(viewer), "the search"));
    await waitUntil(() => !stop(viewer), "the end");
    expect(measureBox(getPart(viewer, "results"))).to.equal(before);
    expect(getRows(viewer).map(getName)).to.deep.equal(names);
    for (const one of [getHeading(viewer), getPart(viewer, "results"), getPart(viewer, "pagination")])
      expect(computeOpacity(one), getText(one)).to.equal(1);
  });

  for (const locale of ["en-US", "fr"]) {
    for (const width of [1280, 1024, 768, 320]) {
      it(`"nothing new" moves nothing, on any page: ${width} px, ${locale}`, async () => {
        const { viewer, network, open } = await showAndSearch({ width, locale });
        const next = await waitUntil(
          () => findElement(viewer, "button", locale === "fr" ? /^Suivant/ : "Next"),
          "the language",
        );
        await click(next);
        await open(() => /2/.test(getText(get(viewer, "navigation"))), "page 2");
        await waitUntil(() => next.getAttribute("aria-disabled") === "false", "the end of reading");
        const listWatched = () =>
          [
            ...["toolbar", "results", "statistics"].map((part) => getPart(viewer, part)),
            ...getAll(viewer, "button"),
          ].map(measureBox);
        const names = getRows(viewer).map(getName);
        const before = listWatched();
        void viewer.refresh();
        await network.waitForHeld(1);
        const note = () => getText(getPart(viewer, "toolbar"));
        await waitUntil(() => /refreshing|actualisation/i.test(note()), "Refresh");
        expect(listWatched(), "while it reads").to.deep.equal(before);
        await open(() => /nothing new|rien de nouveau/i.test(note()), "the news");
        expect(listWatched(), "after it").to.deep.equal(before);
        expect(getRows(viewer).map(getName)).to.deep.equal(names);
      });
    }
  }
});

describe("an opened card", () => {
  afterEach(cleanUp);

  for (const [width, columns] of [
    [1280, 2],
    [700, 1],
  ] as const)
    for (const at of [0, 1, 8, 9])
      it(`leaves no gap beside it: card ${at + 1} of 10, ${width} px`, async () => {
        const { viewer } = await showAndSearch({ view: "cards", width });
        await click(getRows(viewer)[at]!);
        await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
        const cards = getAll(get(viewer, "list", "Audit events"), "listitem").filter((one) =>
          one.part.contains("card"),
        );
        const lines = new Map<number, number>();
        for (const { left, right, top } of cards.map((one) => one.getBoundingClientRect()))
          lines.set(Math.round(top), (lines.get(Math.round(top)) ?? 0) + right - left);
        const whole = get(viewer, "list", "Audit events").getBoundingClientRect().width;
        for (const [top, filled] of lines) expect(filled, `the line at ${top} px`).to.be.closeTo(whole, 2);
        expect(lines.size).to.be.at.least(10 / columns);
      });
});
