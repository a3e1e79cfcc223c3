import { expect } from "@open-wc/testing";
import { html, type LitElement } from "lit";
import "../../../src/views/toolbar/timezone-select.js";
import { isZoneMatch, listBrowserZones, findOffset, formatOffset } from "../../../src/core/time/time-zones.js";
import { findLocalZone } from "../../../src/core/time/time-format.js";
import { click, press, type } from "../../support/user-input.js";
import { getAll, get, hasFocus, findElement, getName, getText } from "../../support/screen.js";
import { waitUntil } from "../../flows/support.js";
import type { Environment } from "../../../src/views/shell/environment.js";
import {
  createEnvironment,
  expectAccessible,
  waitForCommand,
  mount,
  handleCommand,
  type MountOptions,
} from "../support.js";

const select = html`<alv-timezone-select></alv-timezone-select>`;
const getOptions = (root: Node) => getAll(root, "option");
const getListed = (root: Node, zone: string) =>
  (getField(root).getRootNode() as ShadowRoot).getElementById(`zone-${zone}`);
const getField = (root: Node) => get(root, "combobox", "Find a city or time zone") as HTMLInputElement;
const findActive = (root: Node) => {
  const id = getField(root).getAttribute("aria-activedescendant");
  return id ? getText((getField(root).getRootNode() as ShadowRoot).getElementById(id)!).trim() : "";
};
const isOpen = (element: LitElement) => element.shadowRoot!.querySelector(":popover-open") !== null;

async function mountOpen(settings: MountOptions = {}) {
  const on = await mount<LitElement>(select, settings);
  const trigger = get(on.element, "button", /^Timezone: /);
  await click(trigger);
  await waitUntil(() => findElement(on.element, "combobox", "Find a city or time zone"), "the search field");
  await waitUntil(() => hasFocus(getField(on.element)), "the focus in it");
  await waitUntil(() => getListed(on.element, "Africa/Cairo"), "zones that are not common");
  return { ...on, trigger };
}

describe("the time zones of this browser", () => {
  const SUMMER = Date.UTC(2026, 6, 1);
  const WINTER = Date.UTC(2026, 0, 1);

  it("have their offset at an instant", () => {
    expect(findOffset("US/Eastern", WINTER)).to.equal(-300);
    expect(findOffset("US/Eastern", SUMMER)).to.equal(-240);
    expect(findOffset("Asia/Kathmandu", WINTER)).to.equal(345);
    expect(findOffset("America/St_Johns", WINTER)).to.equal(-210);
    expect(Object.is(findOffset("UTC", WINTER), 0)).to.equal(true);
  });

  it("write it with a minus sign, and minutes only if there are some", () => {
    expect([-300, 0, 330, -210, 60].map(formatOffset)).to.deep.equal(["−5", "+0", "+5:30", "−3:30", "+1"]);
  });

  it("are found by any part of their name, city or offset", () => {
    for (const typed of ["york", "New York", "new_york", "america/new", " UTC-5 ", "utc−5", "-5"])
      expect(isZoneMatch("America/New_York", "America/New_York UTC−5", typed), typed).to.equal(true);
    expect(isZoneMatch("Asia/Calcutta", "UTC+5:30", "kolkata"), "by today's name").to.equal(true);
    expect(isZoneMatch("America/New_York", "UTC−5", "london")).to.equal(false);
  });

  it("are sorted and known", () => {
    const zones = listBrowserZones();
    expect(zones.length).to.be.above(300);
    expect(zones).to.deep.equal([...zones].sort());
  });
});

describe("the choice of the time zone", () => {
  it("shows what is chosen on its button", async () => {
    const { element } = await mount<LitElement>(select, { environment: createEnvironment("Asia/Tokyo") });
    const trigger = get(element, "button", "Timezone: Asia/Tokyo");
    expect(getText(trigger).trim()).to.equal("Asia/Tokyo");
    expect(trigger.getAttribute("aria-expanded")).to.equal("false");
    expect(trigger.getAttribute("aria-haspopup")).to.equal("dialog");
  });

  it("lists the local zone first, then the usual ones, then every other one with its offset and the time there", async () => {
    const { element } = await mountOpen();
    expect(get(element, "dialog", "Timezone").matches(":popover-open")).to.equal(true);
    const [common, others] = getAll(get(element, "listbox", "Timezone"), "group");
    expect(getName(common!)).to.equal("Common");
    expect(getName(others!)).to.equal("All zones");
    const texts = getOptions(common!).map((option) => getText(option).trim());
    expect(texts[0]).to.contain(`Local ${findLocalZone()} UTC`);
    const usual = texts.filter((text) => !/^Local/.test(text));
    expect(usual[0]).to.equal(findLocalZone() === "UTC" ? "US/Eastern UTC−5 07:00 AM" : "UTC 12:00 PM");
    for (const text of ["US/Eastern UTC−5 07:00 AM", "US/Central UTC−6 06:00 AM", "US/Mountain UTC−7 05:00 AM"])
      expect(usual).to.contain(text);
    expect(usual).to.contain("US/Pacific UTC−8 04:00 AM");
    // More come as one scrolls.
    const list = get(element, "listbox", "Timezone");
    await waitUntil(
      () => ((list.scrollTop = list.scrollHeight), getListed(element, "Pacific/Wallis")),
      "the end of the list",
    );
    expect(getText(getListed(element, "Asia/Tokyo")!).trim()).to.equal("Asia/Tokyo UTC+9 09:00 PM");
    const shown = [...getOptions(common!), ...getOptions(others!)].map((option) => option.id.slice("zone-".length));
    for (const zone of listBrowserZones()) expect(shown).to.contain(zone);
    expect(new Set(shown).size).to.equal(shown.length);
  });

  it("marks the chosen one, also one that is not in the list", async () => {
    const { element } = await mountOpen({ environment: createEnvironment("US/Alaska") });
    const chosen = getOptions(element).filter((option) => option.ariaSelected === "true");
    expect(chosen.map((option) => getText(option).trim())).to.deep.equal(["US/Alaska UTC−9 03:00 AM"]);
  });

  it("finds a zone by city and chooses it with a click; the focus returns to the button", async () => {
    const { element, root, trigger } = await mountOpen();
    await type("kolk");
    await waitUntil(() => getOptions(element).length === 1, "the one match");
    const sent = waitForCommand(root, "prefer");
    await click(getOptions(element)[0]!);
    expect((await sent).timezone).to.match(/^Asia\/(Calcutta|Kolkata)$/);
    await waitUntil(() => !isOpen(element), "the dialog to close");
    expect(hasFocus(trigger)).to.equal(true);
  });

  it("is chosen by keys; Enter takes the typed zone", async () => {
    const { element, root } = await mountOpen();
    await press("ArrowDown");
    await waitUntil(() => /^Local/.test(findActive(element)), "the first one");
    await press("ArrowDown");
    await waitUntil(() => !/^Local/.test(findActive(element)) && findActive(element) !== "", "the next one");
    await press("ArrowUp");
    await waitUntil(() => /^Local/.test(findActive(element)), "the first one again");
    const count = getOptions(element).length;
    await press("ArrowUp");
    await waitUntil(() => getOptions(element).length > count, "more, from the end of what is shown");
    await type("utc-7");
    await waitUntil(() => findActive(element) === "" && getOptions(element).length < 40, "those seven hours behind");
    expect(getOptions(element).every((option) => /UTC−7/.test(getText(option)))).to.equal(true);
    const sent = waitForCommand(root, "prefer");
    await press("ArrowDown", "Enter");
    expect((await sent).timezone).to.equal("US/Mountain");
    await waitUntil(() => !isOpen(element), "the dialog to close");

    await press("Enter");
    await waitUntil(() => findElement(element, "combobox", "Find a city or time zone"), "the dialog again");
    await waitUntil(() => hasFocus(getField(element)), "the focus");
    expect(getField(element).value, "what was typed before is gone").to.equal("");
    const next = waitForCommand(root, "prefer");
    await type("paris");
    await waitUntil(() => getOptions(element).length === 1, "the match");
    await press("Enter");
    expect((await next).timezone).to.equal("Europe/Paris");
  });

  it("says how many match, and that none does", async () => {
    const { element, root } = await mountOpen();
    await type("paris");
    await waitUntil(() => root.announced.at(-1) === "1 time zone", "the count");
    await type("x");
    await waitUntil(() => root.announced.at(-1) === "No matching time zones.", "the word");
    expect(getText(get(element, "listbox", "Timezone")).trim()).to.equal("No matching time zones.");
    await press("Enter");
    expect(isOpen(element), "nothing was taken").to.equal(true);
  });

  it("closes with Escape, which returns the focus and changes nothing", async () => {
    const { element, root, trigger } = await mountOpen();
    let sent = 0;
    handleCommand(root, "prefer", () => (sent += 1));
    await press("ArrowDown", "Escape");
    await waitUntil(() => !isOpen(element), "the dialog to close");
    expect(hasFocus(trigger)).to.equal(true);
    expect(trigger.getAttribute("aria-expanded")).to.equal("false");
    expect(sent).to.equal(0);
  });

  it("works in small steps: a key lists one page of zones, and few offsets are computed at once", async () => {
    const own = Intl.DateTimeFormat;
    let formats = 0;
    const goes: number[] = [];
    Intl.DateTimeFormat = new Proxy(own, {
      construct: (target, given, made) => ((formats += 1), Reflect.construct(target, given, made) as object),
    });
    // The day before: no offset of it is known yet.
    const environment: Environment = {
      ...createEnvironment(),
      now: () => Date.UTC(2026, 10, 22, 12),
      pause: async () => void goes.push(formats),
    };
    try {
      const { element } = await mountOpen({ environment });
      await waitUntil(() => goes.length > 5 && formats > listBrowserZones().length / 2, "every offset");
      expect(Math.max(...goes.map((count, at) => count - (goes[at - 1] ?? 0)).slice(1)), "in one go").to.be.below(50);
      for (const key of ["a", "Backspace"]) {
        await press(key);
        await waitUntil(() => getField(element).value === (key === "a" ? "a" : ""), key);
        // Some zones are there at once, the others of the page after the painting.
        await waitUntil(() => getOptions(element).length >= 30, `a page of zones after ${key}`);
        expect(getOptions(element).length, key).to.be.at.most(80);
      }
    } finally {
      Intl.DateTimeFormat = own;
    }
  });

  for (const settings of [
    { width: 320 },
    { width: 320, dir: "rtl", environment: createEnvironment("UTC", "ar") },
    { theme: "dark" },
  ] as MountOptions[])
    it(`fits and is accessible: ${settings.width ?? 1280} px, ${settings.dir ?? "ltr"}, ${settings.theme ?? "light"}`, async () => {
      const { element } = await mountOpen(settings);
      const popup = get(element, "dialog", "Timezone").getBoundingClientRect();
      expect(popup.left).to.be.at.least(0);
      expect(popup.right).to.be.at.most(window.innerWidth);
      for (const option of getOptions(element).slice(0, 12)) {
        expect(option.getBoundingClientRect().height).to.be.at.least(24);
        expect(option.scrollWidth).to.be.at.most(option.clientWidth);
      }
      await expectAccessible();
    });
});
