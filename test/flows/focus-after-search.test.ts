import { expect } from "@open-wc/testing";
import { setViewport } from "@web/test-runner-commands";
import type { AuditLogViewer } from "../../src/index.js";
import { click, fill, press, type } from "../support/user-input.js";
import { getAll, get, hasFocus, findElement, getPart, getText } from "../support/screen.js";
import { cleanUp, waitUntil } from "./support.js";
import { showClosed, getHeading, getRows } from "./stillness-support.js";

const searchButton = (viewer: AuditLogViewer) => get(viewer, "button", "Search");

const readStatus = (viewer: AuditLogViewer) => getText(get(viewer, "status"));

/** In the table or the list, or one of these itself. */
const isInResults = (viewer: AuditLogViewer) =>
  [...getAll(viewer, "table", "Audit events"), ...getAll(viewer, "list", "Audit events")].some(hasFocus);

describe("the focus after a search", () => {
  afterEach(() => {
    cleanUp();
    document.documentElement.removeAttribute("dir");
  });

  for (const view of ["table", "cards"] as const) {
    it(`goes to the results, from the button: ${view}`, async () => {
      const { viewer, network, open } = await showClosed({ view });
      await click(searchButton(viewer));
      await network.waitForHeld(1);
      expect(hasFocus(searchButton(viewer)), "waits at the button").to.equal(true);
      await open(() => isInResults(viewer), "the focus");
      expect(readStatus(viewer)).to.match(/^Page 1, 10 events/);
      await press("Tab");
      expect(getPart(viewer, "results").matches(":focus-within"), "inside of the results").to.equal(true);
    });
  }

  it("goes to the results, from a field", async () => {
    const { viewer, network, open } = await showClosed();
    await fill(get(viewer, "textbox", "Affected user"), "1001");
    await press("Enter");
    await network.waitForHeld(1);
    await open(() => getRows(viewer).length > 0 && isInResults(viewer), "the focus");
  });

  it("stays in the field of a user who types again", async () => {
    const { viewer, network, open } = await showClosed();
    const field = get(viewer, "textbox", "Affected user") as HTMLInputElement;
    await fill(field, "1001");
    await press("Enter");
    await network.waitForHeld(1);
    await type("2");
    await open(() => getRows(viewer).length > 0, "rows");
    expect(hasFocus(field)).to.equal(true);
    expect(field.value).to.equal("10012");
  });

  it("stays with the filters where nothing was found", async () => {
    const { viewer, network, open } = await showClosed();
    const field = get(viewer, "textbox", "Affected user");
    await fill(field, "no-such-user");
    await press("Enter");
    await network.waitForHeld(1);
    await open(() => findElement(viewer, "heading", "No events match"), "the empty state");
    expect(hasFocus(field)).to.equal(true);
  });

  it("stays if the page has started the search, not the user", async () => {
    const { viewer, network, open } = await showClosed();
    const field = get(viewer, "textbox", "Affected user");
    await click(field);
    void viewer.search();
    await network.waitForHeld(1);
    await open(() => getRows(viewer).length > 0, "rows");
    expect(hasFocus(field)).to.equal(true);
  });

  it("stays with a user who went to another part of the page", async () => {
    const { viewer, network, open } = await showClosed();
    const elsewhere = document.createElement("button");
    viewer.before(elsewhere);
    try {
      await click(searchButton(viewer));
      await network.waitForHeld(1);
      elsewhere.focus();
      await open(() => getRows(viewer).length > 0, "rows");
      expect(hasFocus(elsewhere)).to.equal(true);
    } finally {
      elsewhere.remove();
    }
  });

  it("scrolls to the results only if they are out of sight", async () => {
    const { viewer, network, open } = await showClosed();
    viewer.style.setProperty("margin-block", "200px 2000px");
    window.scrollTo(0, 40);
    await click(searchButton(viewer));
    const at = scrollY;
    await network.waitForHeld(1);
    await open(() => isInResults(viewer), "the focus");
    expect(scrollY).to.equal(at);
    await setViewport({ width: 1600, height: 320 });
    window.scrollTo(0, 0);
    searchButton(viewer).focus();
    await press("Enter");
    await network.waitForHeld(1);
    window.scrollTo(0, 0);
    await open(() => isInResults(viewer), "the focus");
    await waitUntil(() => getHeading(viewer).getBoundingClientRect().bottom <= innerHeight, "the headline");
    window.scrollTo(0, 0);
  });
});
