import { expect } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import "../../../src/views/details/event-details.js";
import { getButton, findAllDeep, createEvent, HOSTILE, HOSTILE_SHOWN, waitForUpdate, getText } from "../support.js";
import { getAllByText, getParts } from "../../support/screen.js";
import { holdTimers, type Timers } from "../../support/timers.js";
import { setClipboard, mountDetails, getParameters } from "./event-details-support.js";

const NESTED = { from: "09:00", days: ["mon", "tue"], "api-key": "k-1" };

const listTags = (element: Element) => getParameters(element).map(getText);

describe("event details", () => {
  let copied: string[] = [];
  let timers: Timers;
  beforeEach(() => {
    timers = holdTimers();
    copied = [];
    setClipboard({ writeText: async (text) => void copied.push(text) });
  });
  afterEach(() => {
    timers.release();
    // The browser's own clipboard is on the prototype.
    delete (navigator as { clipboard?: unknown }).clipboard;
  });

  describe("parameters", () => {
    it("are absent if there are none", async () => {
      const { element } = await mountDetails();
      expect(getParts(element, "parameters").length + getParameters(element).length).to.equal(0);
    });

    it("are tags with name and value, nested values as compact JSON", async () => {
      const { element } = await mountDetails({
        parameters: [
          { name: "ring-timeout", value: 20 },
          { name: "days", value: ["mon", { from: "09:00" }] },
          { name: "note", value: "" },
        ],
      });
      expect(listTags(element)).to.deep.equal(["ring-timeout20", 'days["mon",{"from":"09:00"}]', "note-"]);
    });

    it("copy the exact value of the record", async () => {
      const { element, root } = await mountDetails({ parameters: [{ name: "note", value: HOSTILE }] });
      expect(listTags(element)).to.deep.equal([`note${HOSTILE_SHOWN}`]);
      getParameters(element)[0]!.focus();
      await sendKeys({ press: "Enter" });
      await waitForUpdate(element);
      expect(copied).to.deep.equal([HOSTILE]);
      expect(root.announced).to.deep.equal(["Copied the value of note"]);
    });

    it("say Copied for a moment, and keep their width", async () => {
      const { element } = await mountDetails({
        parameters: [
          { name: "a", value: "1" },
          { name: "b", value: [1] },
        ],
      });
      const [first, second] = getParameters(element) as [HTMLElement, HTMLElement];
      const isDone = (tag: HTMLElement) => getAllByText(tag, "Copied").length === 1;
      const before = first.getBoundingClientRect().width;
      first.click();
      await waitForUpdate(element);
      expect(isDone(first)).to.equal(true);
      expect(first.getBoundingClientRect().width).to.equal(before);
      second.click();
      await waitForUpdate(element);
      expect(isDone(first)).to.equal(false);
      expect(copied).to.deep.equal(["1", "[1]"]);
      timers.expire();
      await waitForUpdate(element);
      expect(isDone(second)).to.equal(false);
    });

    it("hide secret values until the user shows them, and can be copied only then", async () => {
      const { element } = await mountDetails({ parameters: [{ name: "login-pin", value: "4711" }] });
      expect(listTags(element)).to.deep.equal(["login-pin••••••hidden value"]);
      const inside = findAllDeep(element.shadowRoot!, "*").map(({ outerHTML }) => outerHTML);
      expect(inside.join()).to.contain("login-pin").and.not.to.contain("4711");
      getParameters(element)[0]!.click();
      expect(copied).to.deep.equal([]);
      getButton(element, "Show login-pin").focus();
      await sendKeys({ press: "Space" });
      await waitForUpdate(element);
      expect(listTags(element)).to.deep.equal(["login-pin4711"]);
      getParameters(element)[0]!.click();
      await waitForUpdate(element);
      expect(copied).to.deep.equal(["4711"]);
      getButton(element, "Hide login-pin").click();
      await waitForUpdate(element);
      expect(listTags(element)).to.deep.equal(["login-pin••••••hidden value"]);
    });

    it("mask a secret inside a nested value, too", async () => {
      const { element } = await mountDetails({ parameters: [{ name: "settings", value: NESTED }] });
      expect(listTags(element)).to.deep.equal(['settings{"from":"09:00","days":["mon","tue"],"api-key":"••••••"}']);
      getButton(element, "Show settings").click();
      await waitForUpdate(element);
      getParameters(element)[0]!.click();
      await waitForUpdate(element);
      expect(copied).to.deep.equal([JSON.stringify(NESTED)]);
    });

    it("hide every secret again when another event is shown", async () => {
      const { element } = await mountDetails({ parameters: [{ name: "login-pin", value: "4711" }] });
      getButton(element, "Show login-pin").click();
      element.event = createEvent({ parameters: [{ name: "login-pin", value: "0815" }] });
      await waitForUpdate(element);
      expect(listTags(element)).to.deep.equal(["login-pin••••••hidden value"]);
    });

    it("cut a huge value on the screen, not in the copy", async () => {
      const huge = "x".repeat(100_000);
      const { element } = await mountDetails({ parameters: [{ name: "blob", value: huge }] });
      expect(listTags(element)[0]?.length).to.be.below(1000);
      getParameters(element)[0]!.click();
      await waitForUpdate(element);
      expect(copied[0]?.length).to.equal(100_000);
    });
  });
});
