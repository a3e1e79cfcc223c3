import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import { sendMouse } from "@web/test-runner-commands";
import { click, press } from "../../support/user-input.js";
import {
  findElement,
  get,
  getAll,
  getAllByText,
  getFocused,
  getName,
  getPart,
  hasFocus,
} from "../../support/screen.js";
import {
  createEnvironment,
  expectAccessibleAnywhere,
  findMiddle,
  getButton,
  getText,
  waitForUpdate,
} from "../../views/support.js";
import { language as arabic } from "../../../src/i18n/ar.js";
import { waitUntil } from "../../flows/support.js";
import { at, BUSY, createExtent, enterBars, getBar, type Pile, RANGE, showTimeline } from "./timeline-support.js";

const listRows = (element: Element): string[] =>
  [...get(element, "table").querySelectorAll("tr")].map((row) => [...row.children].map(getText).join(" "));

describe("the timeline", () => {
  it("is a region whose bars are named by their time and counts", async () => {
    const { element } = await showTimeline();
    get(element, "region", "Timeline");
    expect(getAll(element, "option")).to.have.length(120);
    getBar(element, BUSY);
    getBar(element, "Nov 22, 12 PM to 2 PM: 401 events, 400 login, 1 delete or login failed");
    getBar(element, "Nov 14, 12 AM to 2 AM: no events");
    get(element, "listbox", "Events in bars of 2 hours");
  });

  it("is one stop of the Tab key, on the newest bar", async () => {
    const { element } = await showTimeline();
    expect(getAll(element, "option").filter((option) => option.tabIndex === 0)).to.have.length(1);
    const first = await enterBars(element);
    expect(getName(first)).to.match(/^Nov 23, 10 PM to 12 AM: no events/);
    await press("Tab");
    expect(getName(getFocused()!)).to.equal("Fold the timeline");
  });

  it("is walked with the arrow keys, Home and End, also from right to left", async () => {
    const { element } = await showTimeline({ dir: "rtl" });
    await enterBars(element);
    await press("ArrowLeft");
    expect(getName(getFocused()!)).to.match(/^Nov 23, 8 PM to 10 PM/);
    await press("Home");
    expect(getName(getFocused()!)).to.match(/^Nov 14, 12 AM to 2 AM/);
    await press("ArrowLeft", "ArrowRight", "ArrowRight");
    expect(getName(getFocused()!)).to.match(/^Nov 14, 4 AM to 6 AM/);
    await press("End");
    expect(getName(getFocused()!)).to.match(/^Nov 23, 10 PM to 12 AM/);
    const [first, second] = getAll(element, "option");
    expect(first!.getBoundingClientRect().left).to.be.below(second!.getBoundingClientRect().left);
  });

  it("shows the numbers of a bar on which the keyboard is", async () => {
    const { element } = await showTimeline();
    await enterBars(element);
    await press("ArrowLeft");
    await waitUntil(() => getAllByText(element, "Nov 23, 8 PM to 10 PM").length === 1, "the numbers");
    await press("Tab");
    expect(getAllByText(element, "Nov 23, 8 PM to 10 PM").length).to.equal(0);
  });

  it("shows the time and the counts of the bar under the mouse", async () => {
    const { element } = await showTimeline();
    // The table for screen readers has the time, too.
    const isShown = () => getAllByText(element, "11 login, 6 modify, 10 other").length === 1;
    await sendMouse({ type: "move", position: findMiddle(getBar(element, BUSY)) });
    await waitUntil(isShown, "the tooltip");
    await press("Escape");
    expect(isShown()).to.equal(false);
    await sendMouse({ type: "move", position: findMiddle(getBar(element, /^Nov 22, 12 PM/)) });
    await waitUntil(() => getAllByText(element, "400 login, 1 delete or login failed").length === 1, "the next one");
    await sendMouse({ type: "move", position: [5, 900] });
    expect(getAllByText(element, "400 login, 1 delete or login failed").length).to.equal(0);
  });

  it("names time that was not searched, only counted, or could not be read", async () => {
    const { element } = await showTimeline({
      extent: {
        countedFrom: at("2026-11-15T13:00"),
        readFrom: at("2026-11-18T00:00"),
        countedOnly: 364,
        missing: [{ span: { from: at("2026-11-19T02:00"), until: at("2026-11-20T11:00") }, kind: "server" }],
      },
      undated: 3,
    });
    getBar(element, "Nov 15, 10 AM to 12 PM: not searched yet");
    getBar(element, "Nov 15, 12 PM to 2 PM: no events, partly not searched");
    getBar(element, "Nov 16, 12 PM to 2 PM: no events");
    getBar(element, "Nov 20, 10 AM to 12 PM: 27 events, partly not searched, 11 login, 6 modify, 10 other");
    const key = getAll(element, "listitem").map(getText);
    expect(key).to.include.members(["Not searched yet", "Counted, not shown: 364", "Could not be read"]);
    expect(getText(getPart(element, "timeline"))).to.include(
      "Searched back to Nov 15, 1,240 records · 3 events without a readable time are in no bar",
    );
    expect(listRows(element)).to.include("Nov 14, 12 AM to Nov 15, 12 PM not searched yet");
  });

  it("says that it counts what was read ahead, unfolded and folded", async () => {
    const { element, update } = await showTimeline({ extent: { countedFrom: at("2026-11-15T00:00") } });
    expect(getText(getPart(element, "timeline"))).not.to.include("read ahead");
    await update({ isAhead: true });
    const said = "Searched back to Nov 15, 1,240 records · includes records read ahead for the next page";
    expect(getText(getPart(element, "timeline"))).to.include(said);
    await update({ folded: true });
    expect(getText(getPart(element, "timeline"))).to.include(said);
  });

  it("names a part of the range in the plot only where no bar is; the key always names it", async () => {
    const countNames = async (piles: readonly Pile[]) => {
      const extent = { countedFrom: RANGE.from, readFrom: at("2026-11-22T00:00"), countedOnly: 27 };
      const { element } = await showTimeline({ extent, piles });
      return getText(getPart(element, "timeline")).match(/Counted, not shown: 27/g)!.length;
    };
    expect(await countNames([["2026-11-14T10:30", { blue: 27 }]])).to.equal(2);
    // In the middle of this part.
    expect(await countNames([["2026-11-18T01:00", { blue: 27 }]])).to.equal(1);
  });

  it("has the same numbers as a table", async () => {
    const { element } = await showTimeline({ extent: { countedFrom: at("2026-11-16T00:00") } });
    const rows = listRows(element);
    expect(rows).to.deep.equal([
      "Time Events Login, Import, Validate Create, Activate Modify Delete, Login failed Logout, Export Other",
      "Nov 14 to Nov 15 not searched yet",
      "Nov 20, 10 AM to 12 PM 27 11 0 6 0 0 10",
      "Nov 22, 12 PM to 2 PM 401 400 0 0 1 0 0",
      "Nov 22, 6 PM to 8 PM 2 0 2 0 0 0 0",
    ]);
  });

  it("keeps the numbers of the table while events are counted, except on paper, and then adds the others", async () => {
    const { element, update } = await showTimeline();
    const isBusy = () => get(element, "table").parentElement!.getAttribute("aria-busy") === "true";
    const rows = listRows(element);
    const counts = new Uint32Array(120 * 7).fill(1);
    await update({ isCounting: true, counts: { counts: { counts, undated: 0 }, extent: createExtent() } });
    getBar(element, /^Nov 20, 10 AM to 12 PM: 7 events/);
    expect(listRows(element)).to.deep.equal(rows);
    expect(isBusy()).to.equal(true);
    await emulateMedia({ media: "print" });
    try {
      await waitUntil(() => listRows(element).length === 121, "all numbers on paper");
    } finally {
      await emulateMedia({ media: "screen" });
    }
    await update({ isCounting: false });
    await waitUntil(() => !isBusy(), "the other rows");
    const [, ...all] = listRows(element);
    expect(all).to.have.length(120);
    for (const row of all) expect(row).to.match(/ 7 1 1 1 1 1 1$/);
  });

  it("marks the time of the events on the page", async () => {
    const { element, update } = await showTimeline();
    expect(getAll(element, "listitem").map(getText)).not.to.include("This page");
    await update({ shown: { from: at("2026-11-22T00:00"), until: at("2026-11-23T00:00") } });
    expect(getAll(element, "listitem").map(getText)).to.include("This page");
    const mark = element.shadowRoot!.querySelector(".shown")!.getBoundingClientRect();
    const { left } = getBar(element, /^Nov 22, 12 AM/).getBoundingClientRect();
    expect(Math.abs(mark.left - left)).to.be.below(1);
    expect(Math.abs(mark.right - getBar(element, /^Nov 23, 12 AM/).getBoundingClientRect().left)).to.be.below(1);
  });

  it("keeps its room while events are counted", async () => {
    const { element, update } = await showTimeline({ isCounting: true });
    const region = getPart(element, "timeline");
    expect(region.getAttribute("aria-busy")).to.equal("true");
    const { height } = region.getBoundingClientRect();
    getBar(element, "Nov 20, 10 AM to 12 PM");
    const counts = new Uint32Array(120 * 7).fill(1);
    await update({ counts: { counts: { counts, undated: 0 }, extent: createExtent() } });
    expect(region.getBoundingClientRect().height).to.equal(height);
    expect(region.getAttribute("aria-busy")).to.equal("false");
    getBar(element, /^Nov 20, 10 AM to 12 PM: 7 events/);
  });

  it("offers the way back from a zoom", async () => {
    const { element, asked, update } = await showTimeline();
    expect(findElement(element, "button", "Back")).to.equal(undefined);
    await update({ back: { from: Date.parse("2026-10-25T00:00-04:00"), until: at("2026-11-24T00:00") } });
    expect(getButton(element, "Back").title).to.equal("Oct 25 to Nov 23");
    await click(getButton(element, "Back"));
    expect(asked).to.deep.equal([["back"]]);
  });

  it("folds to one line that says the most", async () => {
    const { element, asked, update } = await showTimeline();
    expect(getButton(element, "Fold the timeline").getAttribute("aria-expanded")).to.equal("true");
    await click(getButton(element, "Fold the timeline"));
    await update({ folded: true });
    expect(getPart(element, "timeline").getBoundingClientRect().height).to.be.at.most(48);
    expect(getText(getPart(element, "timeline"))).to.include("430 events, most on Nov 22, 12 PM to 2 PM");
    expect(getAll(element, "option")).to.have.length(0);
    expect(getButton(element, "Unfold the timeline").getAttribute("aria-expanded")).to.equal("false");
    await click(getButton(element, "Unfold the timeline"));
    expect(asked).to.deep.equal([
      ["fold", true],
      ["fold", false],
    ]);
  });

  it("tells the hours of both nights of a clock change apart", async () => {
    const { element } = await showTimeline({
      range: { from: Date.parse("2026-11-01T04:00:00Z"), until: Date.parse("2026-11-01T09:00:00Z") },
      piles: [],
      most: 5,
    });
    expect(getAll(element, "option").map(getName)).to.deep.equal([
      "Nov 1, 12 AM EDT to 1 AM EDT: no events",
      "Nov 1, 1 AM EDT to 1 AM EST: no events",
      "Nov 1, 1 AM EST to 2 AM EST: no events",
      "Nov 1, 2 AM EST to 3 AM EST: no events",
      "Nov 1, 3 AM to 4 AM: no events",
    ]);
  });

  it("speaks Arabic, and time still runs to the right", async () => {
    const environment = { ...createEnvironment("America/New_York", "ar-EG"), strings: arabic };
    const { element } = await showTimeline({ dir: "rtl", environment });
    get(element, "region", arabic.timeline);
    const { left } = getAll(element, "option")[0]!.getBoundingClientRect();
    expect(left).to.be.below(getAll(element, "option").at(-1)!.getBoundingClientRect().left);
  });

  it("is accessible in both themes, at 320 px, from right to left and in forced colors", async () => {
    const properties = { shown: { from: at("2026-11-22T00:00"), until: at("2026-11-23T00:00") } };
    const extent = { countedFrom: at("2026-11-16T00:00") };
    await expectAccessibleAnywhere(async (options) => {
      const { element } = await showTimeline({ ...options, properties, extent });
      await click(getAll(element, "option")[20]!);
      await waitForUpdate(element);
      return { element };
    });
    await expectAccessibleAnywhere((options) => showTimeline({ ...options, extent, properties: { folded: true } }));
  });

  it("shows patterns in the place of colors in forced colors", async () => {
    await emulateMedia({ forcedColors: "active" });
    try {
      const { element } = await showTimeline();
      const fills = [...element.shadowRoot!.querySelectorAll(".plot .look")].map((look) => look.getAttribute("fill"));
      expect(new Set(fills).size).to.equal(5);
    } finally {
      await emulateMedia({ forcedColors: "none" });
    }
  });

  it("stays usable by one who has moved the focus and comes back", async () => {
    const { element } = await showTimeline();
    const busy = getBar(element, BUSY);
    await click(busy);
    getButton(element, "Fold the timeline").focus();
    expect(hasFocus(busy)).to.equal(false);
    expect(busy.tabIndex).to.equal(0);
  });
});
