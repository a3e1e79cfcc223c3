import { expect } from "@open-wc/testing";
import { get, getAll, getText, findElement } from "../support/screen.js";
import { click } from "../support/user-input.js";
import { cleanUp, showViewer, waitUntil } from "./support.js";

/** A viewer that has searched the last 30 days: about 4,500 events. */
async function showList() {
  const stage = await showViewer({ pageSize: "all" });
  stage.viewer.filters = { ...stage.viewer.filters, range: { preset: "last-30-days" } };
  await stage.viewer.search();
  await waitUntil(() => getText(get(stage.viewer, "navigation", "Pagination")).includes("100 events"), "100 events");
  return stage;
}

describe("all loaded events as one list", () => {
  afterEach(cleanUp);

  it("starts with 100 events, and Load more adds 100 at the end without closing the open event", async () => {
    const { viewer } = await showList();
    const getRows = () => getAll(viewer, "button", /^Details: /);
    await click(getRows()[2]!);
    await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
    const name = getRows()[2]!.getAttribute("aria-label");
    expect(findElement(viewer, "button", "Previous")).to.equal(undefined);
    await click(get(viewer, "button", "Load more"));
    await waitUntil(() => getText(get(viewer, "heading", /events/)) === "200 events", "200 events");
    expect(findElement(viewer, "button", "Copy details")).not.to.equal(undefined);
    expect(getRows()[2]!.getAttribute("aria-label")).to.equal(name);
    await waitUntil(() => get(viewer, "table").getAttribute("aria-rowcount") === "202", "the number of rows");
    expect(getText(get(viewer, "group", "Statistics"))).to.match(/200 ?\(loaded\)/);
  });

  it("is a choice beside the numbers of records per page", async () => {
    const { viewer } = await showViewer();
    await viewer.search();
    const sizes = get(viewer, "combobox", "Records per page") as HTMLSelectElement;
    expect(Array.from(sizes.options, (one) => one.text.trim())).to.deep.equal([
      "10 per page",
      "25 per page",
      "50 per page",
      "100 per page",
      "All in one list",
    ]);
    sizes.value = "all";
    sizes.dispatchEvent(new Event("change"));
    await waitUntil(() => findElement(viewer, "button", "Load more"), "the list");
    expect(viewer.pageSize).to.equal("all");
  });

  it("is also a list of cards, which grows when the user reaches the last one", async () => {
    const { viewer } = await showList();
    await click(get(viewer, "button", "Load more"));
    await waitUntil(() => getText(get(viewer, "heading", /events/)) === "200 events", "200 events");
    await click(get(viewer, "radio", "Cards"));
    await waitUntil(() => getAll(viewer, "listitem").length === 100, "the first cards");
    expect(getAll(viewer, "listitem")[99]!.getAttribute("aria-setsize")).to.equal("200");
    getAll(viewer, "listitem")[99]!.scrollIntoView();
    await waitUntil(() => getAll(viewer, "listitem").length === 200, "the other cards");
  });

  it("exports every loaded event", async () => {
    const { viewer } = await showList();
    await click(get(viewer, "button", "Load more"));
    await waitUntil(() => getText(get(viewer, "heading", /events/)) === "200 events", "200 events");
    const { rows } = await viewer.exportEvents({ scope: "loaded", format: "json", deliver: "blob" } as never);
    expect(rows).to.equal(200);
  });
});
