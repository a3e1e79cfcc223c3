import { expect } from "@open-wc/testing";
import type { AuditLogViewerEventMap } from "../../src/index.js";
import { click, fill, press } from "../support/user-input.js";
import { getAllByText, get, hasFocus, getText } from "../support/screen.js";
import { cleanUp, showViewer, waitUntil } from "./support.js";
import { getRows, showAndSearch, getSizes, SMALL, getToolbar } from "./toolbar-support.js";

describe("Records per page", () => {
  afterEach(cleanUp);

  it("offers 10, 25, 50, 100 and all in one list, and searches again with the new size", async () => {
    const { viewer, server } = await showAndSearch();
    const select = getSizes(viewer);
    expect([...select.options].map((option) => option.text.trim())).to.deep.equal([
      ...["10 per page", "25 per page", "50 per page", "100 per page", "All in one list"],
    ]);
    expect(select.selectedOptions[0]!.text.trim()).to.equal("10 per page");
    const before = server.requests.length;
    select.focus();
    await press("ArrowDown");
    await waitUntil(() => getRows(viewer).length === 25, "a page of 25");
    expect(server.requests.length).to.be.above(before);
    expect(viewer.pageSize).to.equal(25);
    expect(viewer.hasAttribute("page-size"), "the attribute is the page's").to.equal(false);
    expect(hasFocus(getSizes(viewer)), "the focus stays").to.equal(true);
    expect(getSizes(viewer).selectedOptions[0]!.text.trim()).to.equal("25 per page");
    expect(getAllByText(getToolbar(viewer), "25"), "the number beside the arrow").to.have.length(1);
  });

  it("chosen during a search restarts that search, without filters typed meanwhile", async () => {
    const { viewer, server } = await showViewer({}, SMALL);
    const handle = server.handle.bind(server);
    let go = () => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    server.handle = async (request) => (await held, handle(request));
    const seen: string[] = [];
    viewer.addEventListener("alv-search", (event) => {
      seen.push((event as AuditLogViewerEventMap["alv-search"]).detail.filters.affectedUser);
    });
    await click(get(viewer, "button", "Search"));
    await waitUntil(() => seen.length === 1, "the search");
    await fill(get(viewer, "textbox", "Affected user"), "nobody");
    getSizes(viewer).focus();
    await press("ArrowDown");
    await waitUntil(() => seen.length === 2, "the second one");
    go();
    await waitUntil(() => getRows(viewer).length === 25, "a page of 25");
    expect(seen).to.deep.equal(["", ""]);
    expect(viewer.filters.affectedUser).to.equal("nobody");
    expect(getText(get(viewer, "search"))).to.contain("Filters changed");
  });

  it("follows the property", async () => {
    const { viewer } = await showViewer({ pageSize: 50 }, SMALL);
    expect(getSizes(viewer).value).to.equal("50");
    viewer.pageSize = 100;
    await waitUntil(() => getSizes(viewer).value === "100", "the other size");
  });
});
