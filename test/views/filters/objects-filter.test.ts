import { expect } from "@open-wc/testing";
import { emulateMedia, resetMouse } from "@web/test-runner-commands";
import { html } from "lit";
import type { ObjectsFilter } from "../../../src/views/filters/objects-filter.js";
import "../../../src/views/filters/objects-filter.js";
import { compileTaxonomy } from "../../../src/core/taxonomy/taxonomy.js";
import { click, press, type } from "../../support/user-input.js";
import { getAll, getAllByText, get, hasFocus, findElement, getName, getText } from "../../support/screen.js";
import { waitUntil } from "../../flows/support.js";
import { getRules } from "../../support/axe.js";
import {
  createEnvironment,
  expectAccessible,
  mount,
  handleCommand,
  waitForUpdate,
  type MountOptions,
} from "../support.js";

/** A field that keeps what is chosen, as the root does. */
async function objects(chosen: string[] = [], options: MountOptions = {}) {
  const { element, root } = await mount<ObjectsFilter>(
    html`<alv-objects-filter .chosen=${chosen}></alv-objects-filter>`,
    options,
  );
  handleCommand(root, "edit-filters", (change) => (element.chosen = change.objects ?? []));
  const field = () => get(root.content, "button", /^Objects: /);
  const search = () => get(root.content, "combobox", "Find an object");
  const opened = async () => {
    await waitUntil(
      () => findElement(root.content, "combobox", "Find an object")?.matches(":focus"),
      "the search field",
    );
  };
  const open = async () => {
    await click(field());
    await opened();
  };
  const option = (name: string | RegExp) => get(root.content, "option", name);
  const names = () => getAll(root.content, "option").map(getName);
  const active = () => {
    const id = search().getAttribute("aria-activedescendant");
    const found = id && (search().getRootNode() as ShadowRoot).getElementById(id);
    return found ? getName(found) : undefined;
  };
  const popup = () => findElement(root.content, "dialog", "Objects");
  return { element, root, field, search, open, opened, option, names, active, popup };
}

const checked = (option: Element) => option.getAttribute("aria-checked");

describe("objects filter", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(() => resetMouse());

  it("says that all objects are searched as long as none is chosen", async () => {
    const { field } = await objects();
    expect(getName(field())).to.equal("Objects: All objects");
    expect(field().getAttribute("aria-expanded")).to.equal("false");
    expect(field().getAttribute("aria-haspopup")).to.equal("dialog");
  });

  it("shows the first two with a button each, and how many more there are", async () => {
    const { root, field } = await objects(["phone-number", "mac", "oauth", "subscriber"]);
    expect(getName(field())).to.equal("Objects: OAuth, Subscriber, +2 more");
    expect(getAll(root.content, "button", /^Remove /).map(getName)).to.deep.equal([
      "Remove OAuth",
      "Remove Subscriber",
    ]);
    expect(getAllByText(root.content, "+2 more")).to.have.length(1);
  });

  it("removes an object with the button of its tag, and does not open", async () => {
    const { root, element, field, popup } = await objects(["oauth", "subscriber"]);
    await click(get(root.content, "button", "Remove OAuth"));
    await waitForUpdate(element);
    expect(element.chosen).to.deep.equal(["subscriber"]);
    expect(popup() === undefined).to.equal(true);
    expect(hasFocus(field())).to.equal(true);
    expect(getName(field())).to.equal("Objects: Subscriber");
  });

  for (const key of ["Enter", "Space", "ArrowDown"]) {
    it(`opens with ${key}, and Escape closes it and returns the focus`, async () => {
      const { field, opened, popup } = await objects();
      field().focus();
      await press(key);
      await opened();
      expect(field().getAttribute("aria-expanded")).to.equal("true");
      await press("Escape");
      await waitUntil(() => hasFocus(field()), "the focus");
      expect(popup() === undefined).to.equal(true);
    });
  }

  it("opens with a click anywhere on the field", async () => {
    const { element, opened } = await objects();
    await click(getAllByText(element, "All objects")[0]!);
    await opened();
  });

  it("lists the categories of the guide, each with its objects", async () => {
    const { root, open, names, search } = await objects();
    await open();
    expect(getAll(root.content, "group").map(getName)).to.deep.equal([
      "Authentication",
      "Users & Domains",
      "Communication",
      "Configuration",
      "System",
      "Other",
    ]);
    expect(names().slice(0, 5)).to.deep.equal([
      "Authentication 0 of 3",
      "OAuth",
      "API Key",
      "MFA",
      "Users & Domains 0 of 5",
    ]);
    const list = get(root.content, "listbox", "Objects");
    expect(list.getAttribute("aria-multiselectable")).to.equal("true");
    expect(search().getAttribute("aria-controls")).to.equal(list.id);
  });

  it("chooses with the mouse and stays open; the order is the taxonomy's", async () => {
    const { root, element, open, option, search } = await objects();
    await open();
    await click(option("Phone Number"));
    await waitForUpdate(element);
    await click(option("Subscriber"));
    await waitForUpdate(element);
    expect(element.chosen).to.deep.equal(["subscriber", "phone-number"]);
    expect(checked(option("Subscriber"))).to.equal("true");
    expect(getText(get(root.content, "dialog", "Objects"))).to.contain("2 selected");
    expect(hasFocus(search())).to.equal(true);
    await click(option("Subscriber"));
    await waitForUpdate(element);
    expect(element.chosen).to.deep.equal(["phone-number"]);
  });

  it("chooses a whole category, and removes it again", async () => {
    const { element, open, option } = await objects(["oauth"]);
    await open();
    const category = () => option(/^Authentication/);
    expect(checked(category())).to.equal("mixed");
    expect(getText(category())).to.contain("1 of 3");
    await click(category());
    await waitForUpdate(element);
    expect(element.chosen).to.deep.equal(["oauth", "api-key", "mfa"]);
    expect(checked(category())).to.equal("true");
    await click(category());
    await waitForUpdate(element);
    expect(element.chosen).to.deep.equal([]);
    expect(checked(category())).to.equal("false");
  });

  it("moves with the arrows, Home and End, and chooses with Enter and Space", async () => {
    const { element, open, active } = await objects();
    await open();
    expect(active()).to.equal(undefined);
    await press("ArrowDown", "ArrowDown");
    await waitForUpdate(element);
    expect(active()).to.equal("OAuth");
    await press("Enter", "ArrowDown", "Space");
    await waitForUpdate(element);
    expect(element.chosen).to.deep.equal(["oauth", "api-key"]);
    await press("Space", "Home");
    await waitForUpdate(element);
    expect(element.chosen).to.deep.equal(["oauth"]);
    expect(active()).to.match(/^Authentication/);
    await press("ArrowUp");
    await waitForUpdate(element);
    expect(active()).to.equal("Vmailnag");
    await press("Home", "End");
    await waitForUpdate(element);
    expect(active()).to.equal("Vmailnag");
    // That key leads to the browser's home page.
    await press("Alt+Home");
    await waitForUpdate(element);
    expect(active()).to.equal("Vmailnag");
  });

  it("makes no other object active if the active one is listed only while it is chosen", async () => {
    const { element, root, open, names, active } = await objects(["jwt"]);
    await open();
    await press("End");
    for (let turn = 0; turn < 99 && active() !== "JWT"; turn += 1) await press("ArrowUp");
    expect(active()).to.equal("JWT");
    await press("Space");
    await waitUntil(() => !names().some((name) => name === "JWT"), "the object to leave");
    await waitForUpdate(element);
    expect(active()).to.equal(undefined);
    expect(element.chosen).to.deep.equal([]);
    expect(getAll(root.content, "option").filter((option) => checked(option) !== "false")).to.deep.equal([]);
  });

  it("finds objects by label and by the spelling of the server, with spaces in what is typed", async () => {
    const { element, open, names, search, active } = await objects();
    await open();
    await type("call qu");
    await waitForUpdate(element);
    expect(names()).to.deep.equal(["Communication 0 of 1", "Call Queue"]);
    expect(active()).to.equal("Call Queue");
    await press("Enter");
    await waitForUpdate(element);
    expect(element.chosen).to.deep.equal(["call-queue"]);
    await press("Control+A", "Delete");
    await type("answerrule");
    await waitForUpdate(element);
    expect(names()).to.deep.equal(["Configuration 0 of 1", "Answer Rule"]);
    expect((search() as HTMLInputElement).value).to.equal("answerrule");
  });

  it("says that nothing has that name, and Enter does nothing", async () => {
    const { root, element, open } = await objects(["oauth"]);
    await open();
    await type("zzz");
    await waitForUpdate(element);
    expect(getText(get(root.content, "status"))).to.equal("No matching objects.");
    await press("Enter");
    await waitForUpdate(element);
    expect(element.chosen).to.deep.equal(["oauth"]);
  });

  it("removes nothing with Backspace in the empty field", async () => {
    const { element, open, popup } = await objects(["oauth"]);
    await open();
    await press("Backspace");
    await waitForUpdate(element);
    expect(element.chosen).to.deep.equal(["oauth"]);
    expect(popup() !== undefined).to.equal(true);
  });

  it("clears all", async () => {
    const { root, element, open } = await objects(["oauth", "mfa"]);
    await open();
    await press("Tab");
    expect(hasFocus(get(root.content, "button", "Clear all"))).to.equal(true);
    await press("Enter");
    await waitForUpdate(element);
    expect(element.chosen).to.deep.equal([]);
    expect(getText(get(root.content, "dialog", "Objects"))).to.contain("0 selected");
  });

  it("works with another taxonomy, and keeps unknown objects", async () => {
    const item = (id: string, label: string) => ({ id, label, color: "blue" as const, send: [id], match: [id] });
    const taxonomy = compileTaxonomy({
      actions: [],
      objects: [{ category: "Fleet", items: [item("van", "Van"), item("truck", "Truck")] }],
    });
    const { element, open, option, field } = await objects(["oauth", "truck"], {
      environment: { ...createEnvironment(), taxonomy },
    });
    expect(getName(field())).to.equal("Objects: Truck, oauth");
    await open();
    await click(option("Van"));
    await waitForUpdate(element);
    expect(element.chosen).to.deep.equal(["van", "truck", "oauth"]);
    expect(getName(field())).to.equal("Objects: Van, Truck, +1 more");
  });

  for (const dir of ["ltr", "rtl"] as const) {
    it(`cuts nothing at 320 px, ${dir}`, async () => {
      const { element, open, popup } = await objects(["phone-number", "subscriber", "mac"], { width: 320, dir });
      expect(element.scrollWidth).to.be.at.most(320);
      const tags = getAll(element, "button", /^Remove /).map((one) => one.previousElementSibling!);
      expect(tags).to.have.length(2);
      for (const tag of tags) expect(tag.scrollWidth).to.be.at.most(tag.clientWidth);
      await open();
      const foot = get(popup()!, "button", "Clear all").parentElement!;
      for (const one of [...getAll(popup()!, "option"), foot]) expect(one.scrollWidth).to.be.at.most(one.clientWidth);
    });
  }

  for (const theme of ["light", "dark"] as const) {
    it(`has no accessibility problem open, ${theme}`, async () => {
      const { open, element } = await objects(["oauth", "subscriber", "mac"], { theme });
      await expectAccessible(getRules(theme));
      await open();
      await press("ArrowDown", "ArrowDown");
      await waitForUpdate(element);
      await expectAccessible(getRules(theme));
    });
  }

  it("has no accessibility problem open in forced colours", async () => {
    await emulateMedia({ forcedColors: "active" });
    try {
      const { open } = await objects(["oauth", "subscriber", "mac"]);
      await open();
      await expectAccessible();
    } finally {
      await emulateMedia({ forcedColors: "none" });
    }
  });
});
