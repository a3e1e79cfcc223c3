import { expect } from "@open-wc/testing";
import { emulateMedia, resetMouse } from "@web/test-runner-commands";
import { html } from "lit";
import "../../../src/views/toolbar/columns-menu.js";
import type { ColumnsMenu } from "../../../src/views/toolbar/columns-menu.js";
import { COLUMN_IDS, DEFAULT_COLUMNS, type ColumnId } from "../../../src/core/table-columns.js";
import { waitUntil } from "../../flows/support.js";
import { click, press } from "../../support/user-input.js";
import { getAll, getFocused, get, hasFocus, findElement, getName, getText } from "../../support/screen.js";
import { getRules } from "../../support/axe.js";
import { expectAccessible, mount, handleCommand, waitForUpdate, type MountOptions } from "../support.js";

/** A menu whose choice is stored, as in the viewer. */
async function mountMenu(columns: readonly ColumnId[] = DEFAULT_COLUMNS, options: MountOptions = {}) {
  const { element, root } = await mount<ColumnsMenu>(
    html`<alv-columns-menu .columns=${columns}></alv-columns-menu>`,
    options,
  );
  handleCommand(root, "prefer", (choice) => (element.columns = choice.columns!));
  const getButton = () => get(root.content, "button", "Toggle columns");
  const waitForMenu = () =>
    waitUntil(
      () => findElement(root.content, "menu", "Toggle columns") && /^menuitem/.test(getFocused()?.role ?? ""),
      "the menu",
    );
  const open = async () => {
    await click(getButton());
    await waitForMenu();
  };
  const getItem = (name: string | RegExp) => get(root.content, "menuitemcheckbox", name);
  const listChecked = () =>
    getAll(root.content, "menuitemcheckbox")
      .filter((one) => one.getAttribute("aria-checked") === "true")
      .map(getName);
  return { element, root, button: getButton, opened: waitForMenu, open, item: getItem, checked: listChecked };
}

describe("columns menu", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(() => resetMouse());

  it("has the eight columns, of which the guide's five are on, and Select all and Clear all", async () => {
    const { root, open, checked } = await mountMenu();
    await open();
    expect(getAll(root.content, "menuitemcheckbox").length).to.equal(8);
    expect(checked()).to.deep.equal(["Timestamp", "Action", "Affected User", "Affected Domain", "Object"]);
    expect(getAll(root.content, "menuitem").map(getName)).to.deep.equal(["Select all", "Clear all"]);
  });

  it("shows a word that its name contains", async () => {
    const { button } = await mountMenu();
    expect(getText(button()).trim()).to.equal("Columns");
    expect(getName(button())).to.contain("columns");
    expect(button().getAttribute("aria-haspopup")).to.equal("menu");
  });

  it("stays open while columns are switched, in their order", async () => {
    const { element, open, item, button } = await mountMenu();
    await open();
    await click(item("IP Address"));
    await waitForUpdate(element);
    await click(item("Action"));
    await waitForUpdate(element);
    expect(element.columns).to.deep.equal(["timestamp", "affectedUser", "affectedDomain", "object", "byIp"]);
    expect(button().getAttribute("aria-expanded")).to.equal("true");
  });

  it("never switches the timestamp off", async () => {
    const { element, open, item } = await mountMenu();
    await open();
    expect(item("Timestamp").getAttribute("aria-disabled")).to.equal("true");
    await press("Space");
    await waitForUpdate(element);
    expect(element.columns).to.deep.equal(DEFAULT_COLUMNS);
  });

  it("selects all and clears all but the timestamp", async () => {
    const { root, element, open } = await mountMenu();
    await open();
    await click(get(root.content, "menuitem", "Select all"));
    await waitForUpdate(element);
    expect(element.columns).to.deep.equal(COLUMN_IDS);
    await click(get(root.content, "menuitem", "Clear all"));
    await waitForUpdate(element);
    expect(element.columns).to.deep.equal(["timestamp"]);
  });

  it("moves with the arrows, Home, End and letters", async () => {
    const { open, opened, button } = await mountMenu();
    await open();
    const getFocusedName = () => getName(getFocused()!);
    expect(getFocusedName()).to.equal("Timestamp");
    await press("ArrowDown");
    expect(getFocusedName()).to.equal("Action");
    await press("ArrowUp", "ArrowUp");
    expect(getFocusedName()).to.equal("Clear all");
    await press("Home", "o");
    expect(getFocusedName()).to.equal("Object");
    await press("End");
    expect(getFocusedName()).to.equal("Clear all");
    await press("Escape");
    await waitUntil(() => hasFocus(button()), "the focus");
    await press("ArrowUp");
    await opened();
    expect(getFocusedName()).to.equal("Clear all");
  });

  it("toggles with Space, and Escape closes it and returns the focus", async () => {
    const { element, open, button } = await mountMenu();
    await open();
    await press("ArrowDown", "Space");
    await waitForUpdate(element);
    expect(element.columns).to.not.include("action");
    await press("Escape");
    await waitUntil(() => hasFocus(button()), "the focus");
    expect(button().getAttribute("aria-expanded")).to.equal("false");
  });

  for (const theme of ["light", "dark"] as const) {
    it(`has no accessibility problem open, ${theme}`, async () => {
      const { open } = await mountMenu(COLUMN_IDS, { theme });
      await open();
      await expectAccessible(getRules(theme));
    });
  }

  it("has no accessibility problem open in forced colours", async () => {
    await emulateMedia({ forcedColors: "active" });
    try {
      const { open } = await mountMenu(COLUMN_IDS, { dir: "rtl" });
      await open();
      await expectAccessible();
    } finally {
      await emulateMedia({ forcedColors: "none" });
    }
  });
});
