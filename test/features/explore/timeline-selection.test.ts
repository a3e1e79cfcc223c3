import { expect } from "@open-wc/testing";
import { sendMouse } from "@web/test-runner-commands";
import { click, press } from "../../support/user-input.js";
import { findElement, get, getAll, getAllByText, getFocused, getName, getPart } from "../../support/screen.js";
import { findMiddle, getButton, getText, waitForUpdate } from "../../views/support.js";
import { waitUntil } from "../../flows/support.js";
import { at, BUSY, enterBars, getBar, showTimeline, type TestTimeline } from "./timeline-support.js";

const listSelected = (element: Element): string[] =>
  getAll(element, "option")
    .filter((option) => option.getAttribute("aria-selected") === "true")
    .map((option) => getName(option).split(":")[0]!);

const zoomed = ({ asked }: TestTimeline) => asked.filter((one) => (one as string[])[0] === "zoom");

async function drag(from: Element, to: Element): Promise<void> {
  await sendMouse({ type: "move", position: findMiddle(from) });
  await sendMouse({ type: "down" });
  await sendMouse({ type: "move", position: findMiddle(to) });
  await sendMouse({ type: "up" });
}

describe("the timeline, when time is selected", () => {
  it("selects with Shift and arrows, zooms with Enter, clears with Escape", async () => {
    const timeline = await showTimeline();
    const { element } = timeline;
    await enterBars(element);
    await press("ArrowLeft", "Shift+ArrowLeft", "Shift+ArrowLeft");
    expect(listSelected(element)).to.deep.equal([
      "Nov 23, 4 PM to 6 PM",
      "Nov 23, 6 PM to 8 PM",
      "Nov 23, 8 PM to 10 PM",
    ]);
    await press("Shift+ArrowRight");
    expect(listSelected(element)).to.deep.equal(["Nov 23, 6 PM to 8 PM", "Nov 23, 8 PM to 10 PM"]);
    await press("Enter");
    expect(timeline.asked).to.deep.equal([["zoom", { from: at("2026-11-23T18:00"), until: at("2026-11-23T22:00") }]]);
    await press("Escape");
    expect(listSelected(element)).to.deep.equal([]);
    expect(getName(getFocused()!)).to.match(/^Nov 23, 6 PM to 8 PM/);
  });

  it("selects one bar with Enter where nothing is selected, and zooms with the next one", async () => {
    const timeline = await showTimeline();
    await enterBars(timeline.element);
    await press("Enter");
    expect(listSelected(timeline.element)).to.deep.equal(["Nov 23, 10 PM to 12 AM"]);
    expect(zoomed(timeline)).to.have.length(0);
    await press("ArrowLeft", "Enter");
    expect(listSelected(timeline.element)).to.deep.equal(["Nov 23, 8 PM to 10 PM"]);
    await press("Enter");
    expect(zoomed(timeline)).to.have.length(1);
  });

  it("leaves Escape to others where nothing is selected", async () => {
    const { element } = await showTimeline({ properties: { folded: true } });
    let heard = 0;
    element.addEventListener("keydown", ({ key }) => (heard += Number(key === "Escape")));
    getButton(element, "Unfold the timeline").focus();
    await press("Escape");
    expect(heard).to.equal(1);
  });

  it("selects a bar with a click, and several with a drag", async () => {
    const timeline = await showTimeline();
    const { element } = timeline;
    await click(getBar(element, BUSY));
    expect(listSelected(element)).to.deep.equal(["Nov 20, 10 AM to 12 PM"]);
    const group = get(element, "group", "Selected time");
    expect(getText(group)).to.include("Nov 20, 10 AM to 12 PM · 27 events");
    await drag(getBar(element, /^Nov 22, 4 PM/), getBar(element, /^Nov 22, 12 PM/));
    expect(listSelected(element)).to.deep.equal([
      "Nov 22, 12 PM to 2 PM",
      "Nov 22, 2 PM to 4 PM",
      "Nov 22, 4 PM to 6 PM",
    ]);
    expect(getText(group)).to.include("Nov 22, 12 PM to 6 PM · 401 events");
    await click(getButton(element, "Zoom to selection"));
    expect(timeline.asked).to.deep.equal([["zoom", { from: at("2026-11-22T12:00"), until: at("2026-11-22T18:00") }]]);
    await click(getButton(element, "Clear selection"));
    expect(listSelected(element)).to.deep.equal([]);
    expect(findElement(element, "group", "Selected time")).to.equal(undefined);
    expect(getFocused()?.getAttribute("role")).to.equal("option");
  });

  describe("before the code that selects has loaded", () => {
    const code = import("../../../src/features/explore/timeline/selecting/selecting.js");

    /** A timeline whose code is requested and comes or fails when the test says so. */
    async function showWaiting() {
      const requests: { come: () => void; fail: () => void }[] = [];
      const loadSelecting = () =>
        new Promise<Awaited<typeof code>>((resolve, reject) => {
          requests.push({ come: () => resolve(code), fail: () => reject(new Error("offline")) });
        });
      const timeline = await showTimeline({ loadSelecting });
      return { ...timeline, requests };
    }

    it("requests it only when the pointer or the focus reaches the bars", async () => {
      await sendMouse({ type: "move", position: [5, 900] });
      const { element, requests } = await showWaiting();
      expect(requests).to.have.length(0);
      await sendMouse({ type: "move", position: findMiddle(getBar(element, BUSY)) });
      expect(requests).to.have.length(1);
      const other = await showWaiting();
      await enterBars(other.element);
      expect(other.requests).to.have.length(1);
    });

    it("walks with the arrow keys at once", async () => {
      const { element } = await showWaiting();
      await enterBars(element);
      await press("ArrowLeft", "ArrowLeft");
      expect(getName(getFocused()!)).to.match(/^Nov 23, 6 PM to 8 PM/);
      await press("Home");
      expect(getName(getFocused()!)).to.match(/^Nov 14, 12 AM to 2 AM/);
    });

    it("does what was pressed as soon as it has loaded", async () => {
      const { element, requests } = await showWaiting();
      await drag(getBar(element, /^Nov 22, 4 PM/), getBar(element, /^Nov 22, 12 PM/));
      expect(listSelected(element)).to.deep.equal([]);
      requests[0]!.come();
      await waitUntil(() => listSelected(element).length === 3, "the dragged time");
      expect(getText(get(element, "group", "Selected time"))).to.include("Nov 22, 12 PM to 6 PM · 401 events");
      const other = await showWaiting();
      await enterBars(other.element);
      await press("ArrowLeft", "Shift+ArrowLeft", "ArrowLeft", "Enter");
      other.requests[0]!.come();
      await waitUntil(() => listSelected(other.element).length > 0, "the selected bar");
      expect(listSelected(other.element)).to.deep.equal(["Nov 23, 4 PM to 6 PM"]);
    });

    it("forgets with Escape what was pressed", async () => {
      const { element, requests } = await showWaiting();
      await enterBars(element);
      await press("Enter", "Escape");
      requests[0]!.come();
      await waitUntil(() => getAllByText(element, "Nov 23, 10 PM to 12 AM").length === 1, "the numbers of the bar");
      expect(listSelected(element)).to.deep.equal([]);
    });

    it("can be read offline, and the next press tries again", async () => {
      const { element, requests } = await showWaiting();
      await click(getBar(element, BUSY));
      requests[0]!.fail();
      await waitForUpdate(element);
      expect(listSelected(element)).to.deep.equal([]);
      getBar(element, BUSY);
      await waitUntil(async () => {
        await click(getBar(element, BUSY));
        return requests.length > 1;
      }, "another request");
      requests.at(-1)!.come();
      await waitUntil(() => listSelected(element).length === 1, "the selected bar");
    });
  });

  it("ends a drag with Escape, and keeps the selection before it", async () => {
    const { element } = await showTimeline();
    await click(getBar(element, BUSY));
    await sendMouse({ type: "move", position: findMiddle(getBar(element, /^Nov 22, 4 PM/)) });
    await sendMouse({ type: "down" });
    await sendMouse({ type: "move", position: findMiddle(getBar(element, /^Nov 22, 12 PM/)) });
    expect(listSelected(element)).to.have.length(3);
    await press("Escape");
    expect(listSelected(element)).to.deep.equal(["Nov 20, 10 AM to 12 PM"]);
    await sendMouse({ type: "up" });
    expect(listSelected(element)).to.deep.equal(["Nov 20, 10 AM to 12 PM"]);
  });

  it("has two handles of 24 px that move by one bar, and keep one bar selected", async () => {
    const { element } = await showTimeline();
    await click(getBar(element, BUSY));
    const start = get(element, "slider", "Start of the selection");
    const end = get(element, "slider", "End of the selection");
    for (const handle of [start, end]) {
      const { width, height } = handle.querySelector(".grip")!.getBoundingClientRect();
      expect([width, height]).to.deep.equal([24, 24]);
    }
    expect(start.getAttribute("aria-valuetext")).to.equal("Nov 20, 10 AM");
    end.focus();
    await press("ArrowRight", "ArrowRight");
    expect(end.getAttribute("aria-valuetext")).to.equal("Nov 20, 4 PM");
    start.focus();
    await press("ArrowLeft");
    expect(listSelected(element)).to.have.length(4);
    await press("End");
    expect(listSelected(element)).to.deep.equal(["Nov 20, 2 PM to 4 PM"]);
    await press("Home");
    expect(start.getAttribute("aria-valuenow")).to.equal("0");
    expect(start.getAttribute("aria-valuetext")).to.equal("Nov 14");
  });

  it("moves a handle with the pointer", async () => {
    const { element } = await showTimeline();
    await click(getBar(element, BUSY));
    await drag(get(element, "slider", "End of the selection"), getBar(element, /^Nov 20, 6 PM/));
    expect(getText(get(element, "group", "Selected time"))).to.include("Nov 20, 10 AM to 8 PM");
  });

  it("keeps the tag of a selection within the strip", async () => {
    for (const width of [1280, 800, 320]) {
      const { element } = await showTimeline({ width });
      for (const option of [getAll(element, "option")[0]!, getAll(element, "option").at(-1)!]) {
        await click(option);
        await waitForUpdate(element);
        const strip = getPart(element, "timeline").getBoundingClientRect();
        const tag = get(element, "group", "Selected time").getBoundingClientRect();
        expect(tag.left).to.be.at.least(strip.left);
        expect(tag.right).to.be.at.most(strip.right);
      }
    }
  });

  it("keeps a selection when the bars get another width, and forgets it after the zoom", async () => {
    const { element, update } = await showTimeline();
    await drag(getBar(element, /^Nov 20, 12 AM/), getBar(element, /^Nov 20, 10 PM/));
    element.parentElement?.style.setProperty("inline-size", "400px");
    const root = (element.getRootNode() as ShadowRoot).host as HTMLElement;
    root.style.setProperty("inline-size", "400px");
    await waitUntil(() => getAll(element, "option").length < 120, "fewer bars");
    expect(getText(get(element, "group", "Selected time"))).to.include("Nov 20 · 27 events");
    const bars = {
      edges: Float64Array.of(at("2026-11-20T00:00"), at("2026-11-21T00:00")),
      width: { unit: "day", count: 1 },
    };
    await update({ bars: bars as never, counts: undefined });
    expect(findElement(element, "group", "Selected time")).to.equal(undefined);
  });
});
