import { expect } from "@open-wc/testing";
import type { BreakdownRequest } from "../../../src/core/event-counts.js";
import { waitUntil } from "../../flows/support.js";
import { findElement, get, getAll, getText as getDeepText, hasFocus } from "../../support/screen.js";
import { click, press, type } from "../../support/user-input.js";
import { getButton, waitForCommand } from "../../views/support.js";
import { count, more } from "./breakdown-facts.js";
import { listOptions, mountBreakdown, openList } from "./breakdown-support.js";

describe("the list of all values of a field", () => {
  it("opens with the focus in its field, finds values by text, and filters for one", async () => {
    const { element, root } = await mountBreakdown();
    await openList(element, "+3 more, Affected domain");
    expect(listOptions(element)).to.have.length(7);
    await type("dent");
    await waitUntil(() => listOptions(element).length === 4, "the matches");
    expect(listOptions(element)[1]).to.equal("lakeside-dental-group.example, 41 events");
    expect(getDeepText(get(element, "dialog", "Find in Affected domain"))).to.contain("4 of 7");
    const sent = waitForCommand(root, "search-for");
    await press("ArrowDown", "ArrowDown", "Enter");
    expect(await sent).to.deep.include({ affectedDomain: "lakeside-dental-group.example" });
    await waitUntil(() => !findElement(element, "dialog"), "the end");
    await waitUntil(() => hasFocus(getButton(element, "+3 more, Affected domain")), "the focus");
    expect(root.announced.at(-1)).to.equal("4 of 7");
  });

  it("closes at Escape, and another field has its own", async () => {
    const { element } = await mountBreakdown();
    await openList(element, "+4 more, Action");
    await press("Escape");
    await waitUntil(() => hasFocus(getButton(element, "+4 more, Action")), "the focus");
    expect(findElement(element, "dialog")).to.equal(undefined);
    await openList(element, "+1 more, Object");
    expect(listOptions(element)[0]).to.equal("OAuth, 566 events");
    await click(getButton(element, "+4 more, Action"));
    await waitUntil(() => findElement(element, "dialog", "Find in Action"), "the other list");
    await click(getButton(element, "+4 more, Action"));
    await waitUntil(() => !findElement(element, "dialog"), "the end");
  });

  it("finds actions by the words on the screen, and chooses none that it cannot filter for", async () => {
    const { element, root } = await mountBreakdown();
    await openList(element, "+4 more, Action");
    const commands: unknown[] = [];
    void waitForCommand(root, "search-for").then((one) => commands.push(one));
    await type("modify");
    await waitUntil(() => listOptions(element).join() === "Modify/Update, 281 events", "the match");
    await press("Control+A");
    await type("frob");
    await waitUntil(() => listOptions(element).join() === "frobnicate, 9 events", "the match");
    expect(getAll(element, "option")[0]!.getAttribute("aria-disabled")).to.equal("true");
    await press("Enter");
    expect(commands).to.deep.equal([]);
    await press("Control+A");
    await type("nothing");
    await waitUntil(() => getDeepText(get(element, "dialog")).indexOf("No matching values.") !== -1, "the note");
  });

  it("asks for more values near its end", async () => {
    const asked: number[] = [];
    const findMore = (request: BreakdownRequest) => {
      asked.push(request.limit);
      return more(request);
    };
    const { element } = await mountBreakdown({ findMore });
    await openList(element, "+61 more, Performed by");
    expect(listOptions(element)).to.have.length(60);
    await press("ArrowUp");
    await waitUntil(() => listOptions(element).length === 65, "the rest");
    expect(asked).to.deep.equal([60, 120]);
  });

  it("says that values cannot be counted, and tries again", async () => {
    let isBroken = true;
    const findMore = (request: BreakdownRequest) =>
      isBroken ? Promise.reject(new Error("no worker")) : Promise.resolve(count(request));
    const { element } = await mountBreakdown({ findMore });
    await click(getButton(element, "+3 more, Affected domain"));
    const again = await waitUntil(() => findElement(element, "button", "Try again"), "the way out");
    isBroken = false;
    await click(again);
    await waitUntil(() => listOptions(element).length === 7, "the values");
  });
});
