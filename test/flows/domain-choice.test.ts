import { expect } from "@open-wc/testing";
import { DomainSuggestions } from "../../src/features/domains/domain-suggestions.js";
import { type AuditLogViewer } from "../../src/index.js";
import { click, fill, press, type } from "../support/user-input.js";
import { getAll, getFocused, get, hasFocus, findElement, getName, getText } from "../support/screen.js";
import { cleanUp, waitUntilIdle, showViewer, waitUntil } from "./support.js";
import { getAffected, readLine, look, listNames, getOptions, getPerformed, findPopup } from "./domains-support.js";

const findActive = (field: Element) => {
  const id = field.getAttribute("aria-activedescendant");
  return id ? getText((field.getRootNode() as ShadowRoot).getElementById(id)!.firstElementChild!).trim() : "";
};

describe("choosing a suggested domain", () => {
  afterEach(() => {
    cleanUp();
    document.documentElement.removeAttribute("dir");
  });

  it("appear while the user types, with the typed part marked, and are chosen with a click", async () => {
    const { viewer, server } = await showViewer({}, { events: 2000, days: 2 });
    await fill(getAffected(viewer), "Plumb");
    await waitUntil(() => listNames(viewer).length === 1, "the match");
    const [option] = getOptions(viewer);
    expect(getText(option!).trim()).to.match(/^abc-plumbing\.example Abc Plumbing$/);
    expect(getAll(option!, "mark").map(getText)).to.deep.equal(["plumb", "Plumb"]);
    expect(readLine(viewer)).to.match(/^1 of \d+ domains$/);
    await click(option!);
    await waitUntil(() => getAffected(viewer).value === "abc-plumbing.example", "the domain in the field");
    await waitUntil(() => findPopup(viewer) === null, "the end of the list");
    expect(hasFocus(getAffected(viewer))).to.equal(true);
    expect(viewer.filters.affectedDomain).to.equal("abc-plumbing.example");
    expect(
      server.requests.every(({ path }) => path === "/domains"),
      "taking one does not search",
    ).to.equal(true);
    await press("Enter");
    await waitUntil(() => findElement(viewer, "table", "Audit events"), "the results");
  });

  for (const [name, end] of [
    ["Enter", () => press("Enter")],
    ["Search", (viewer: AuditLogViewer) => click(get(viewer, "button", "Search"))],
    ["Escape", () => press("Escape")],
    ["a look at another field and back", () => press("Tab", "Shift+Tab")],
  ] as const)
    it(`that come late stay closed after ${name}`, async () => {
      const { viewer, server } = await showViewer({}, { events: 2000, days: 2 });
      const field = getAffected(viewer);
      // The domains are requested, but the server cannot answer yet.
      let come = () => {};
      const late = new Promise<void>((resolve) => (come = resolve));
      let asked = 0;
      const { prototype } = DomainSuggestions;
      const updateComplete = { configurable: true, get: () => ((asked += 1), late) };
      Object.defineProperty(prototype, "updateComplete", updateComplete);
      await fill(field, "plumb");
      await waitUntil(() => asked > 1, "the wish for suggestions");
      await end(viewer);
      if (name === "Enter" || name === "Search")
        await waitUntil(() => findElement(viewer, "heading", "No events match"), "an end");
      field.focus();
      Reflect.deleteProperty(prototype, "updateComplete");
      come();
      await waitUntil(() => server.requests.some(({ path }) => path === "/domains"), "the domains");
      await waitUntilIdle(server);
      expect(findPopup(viewer) === null, "closed").to.equal(true);
      expect(field.getAttribute("aria-expanded")).to.equal("false");
      await type("ing");
      await waitUntil(() => findPopup(viewer), "the suggestions for what is typed now");
    });

  it("are chosen by keys; the text does not change until then", async () => {
    const { viewer } = await look();
    const field = getAffected(viewer);
    expect(field.getAttribute("aria-expanded")).to.equal("true");
    expect(get(viewer, "listbox", "Affected domain").id).to.equal(field.getAttribute("aria-controls"));
    expect(findActive(field)).to.equal("");
    const listed = listNames(viewer);
    await press("ArrowDown");
    await waitUntil(() => findActive(field) === listed[0], "the first one");
    expect(
      getOptions(viewer)
        .map((one) => one.ariaSelected)
        .filter((one) => one === "true").length,
    ).to.equal(1);
    await press("ArrowDown");
    await waitUntil(() => findActive(field) === listed[1], "the second one");
    await press("ArrowUp", "ArrowUp");
    await waitUntil(() => findActive(field) === listed.at(-1), "the last one");
    await press("ArrowDown");
    await waitUntil(() => findActive(field) === listed[0], "the first one again");
    expect(field.value).to.equal("");
    for (const key of ["Home", "End", "ArrowLeft", "ArrowRight"]) {
      await press("ArrowDown");
      await waitUntil(() => findActive(field) !== "", "an active one");
      await press(key);
      await waitUntil(() => findActive(field) === "", `${key} to lead back to the text`);
    }
    await press("ArrowDown", "Enter");
    await waitUntil(() => field.value === listed[0], "the first one taken");
    expect(field.getAttribute("aria-expanded")).to.equal("false");
    expect(findElement(viewer, "table", "Audit events") === undefined, "Enter took it, and did not search").to.equal(
      true,
    );
  });

  it("are opened by the arrows, closed by Escape and Tab", async () => {
    const { viewer } = await look();
    const field = getAffected(viewer);
    let escaped = 0;
    const countEscape = (event: KeyboardEvent) => (escaped += event.key === "Escape" ? 1 : 0);
    document.addEventListener("keydown", countEscape);
    await press("Escape");
    await waitUntil(() => !findPopup(viewer), "the popup to close");
    expect(escaped, "a dialog of the page stays").to.equal(0);
    await press("Escape");
    expect(escaped).to.equal(1);
    document.removeEventListener("keydown", countEscape);
    await press("ArrowUp");
    await waitUntil(() => findActive(field) === listNames(viewer).at(-1), "the last one");
    await press("Escape", "ArrowDown");
    await waitUntil(() => findActive(field) !== "" && findActive(field) === listNames(viewer)[0], "the first one");
    await press("Escape", "Alt+ArrowDown");
    await waitUntil(() => findPopup(viewer), "the popup");
    expect(findActive(field)).to.equal("");
    await press("Alt+ArrowUp");
    await waitUntil(() => !findPopup(viewer), "the popup to close");
    await press("Alt+ArrowDown");
    await waitUntil(() => findPopup(viewer), "the popup");
    await press("Tab");
    expect(getName(getFocused()!)).to.equal("Search");
    await waitUntil(() => !findPopup(viewer), "the popup to close");
  });

  it("close when the user clicks elsewhere, and the other field has its own list", async () => {
    const { viewer } = await look();
    await click(getPerformed(viewer));
    await waitUntil(() => findElement(viewer, "listbox", "Performed by domain"), "the other list");
    expect(findElement(viewer, "listbox", "Affected domain") === undefined).to.equal(true);
    await click(get(viewer, "textbox", "Affected user"));
    await waitUntil(() => !findPopup(viewer), "the popup to close");
  });

  it("are optional: Enter searches for any text", async () => {
    const { viewer, server } = await look();
    await type("no-such.example");
    await waitUntil(() => /No matching domains/.test(readLine(viewer)), "the line");
    expect(getAffected(viewer).getAttribute("aria-expanded")).to.equal("false");
    await press("Enter");
    await waitUntil(() => findElement(viewer, "heading", "No events match"), "the empty state");
    expect(server.requests.at(-1)!.path).to.match(/log$/);
    expect(viewer.filters.affectedDomain).to.equal("no-such.example");
    expect(findPopup(viewer) === null).to.equal(true);
  });
});
