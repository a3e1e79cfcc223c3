import { expect } from "@open-wc/testing";
import { click } from "../support/user-input.js";
import { get, getText } from "../support/screen.js";
import { cleanUp, waitForRender, showViewer, waitUntil } from "./support.js";
import { listNames } from "./element-support.js";

describe("a redaction", () => {
  afterEach(() => {
    cleanUp();
    document.documentElement.lang = "en";
  });

  it("applies a redaction before anything is shown", async () => {
    const { viewer } = await showViewer({
      redact: (record) => ({ ...(record as object), "target-domain": "hidden.example" }),
    });
    await viewer.search();
    expect(getText(get(viewer, "table"))).to.contain("hidden.example");
    expect(getText(get(viewer, "table"))).not.to.match(/(?<!hidden)\.example/);
  });

  it("applies a new redaction at once, on the screen, in statistics and in files, without announcing it", async () => {
    const { viewer } = await showViewer();
    await viewer.search();
    const before = listNames(viewer);
    const heard: string[] = [];
    for (const name of ["alv-results", "alv-event-open"] as const)
      viewer.addEventListener(name, () => heard.push(name));
    viewer.redact = (record) => ({ ...(record as object), "target-domain": "hidden.example", domain: "" });
    // Before the next rendering.
    const { blob } = await viewer.exportEvents({ format: "json", scope: "loaded", deliver: "blob" });
    const file = await blob!.text();
    expect(file)
      .to.contain("hidden.example")
      .and.not.to.match(/"target-domain": ?"(?!hidden)/);
    await waitForRender(viewer);
    expect(getText(get(viewer, "table")))
      .to.contain("hidden.example")
      .and.not.to.match(/(?<!hidden)\.example/);
    expect(listNames(viewer)).to.have.length(before.length);
    expect(heard).to.deep.equal([]);
    // What is read later, too, by a search that began before.
    await click(get(viewer, "button", "Next"));
    await waitUntil(() => /Page 2/.test(getText(get(viewer, "navigation", "Pagination"))), "the next page");
    expect(getText(get(viewer, "table")))
      .to.contain("hidden.example")
      .and.not.to.match(/(?<!hidden)\.example/);
    viewer.redact = undefined;
    await waitForRender(viewer);
    expect(getText(get(viewer, "table"))).not.to.contain("hidden.example");
  });

  it("does not show a record that a redaction empties", async () => {
    const { viewer } = await showViewer();
    await viewer.search();
    const count = listNames(viewer).length;
    viewer.redact = () => null;
    await waitForRender(viewer);
    expect(listNames(viewer)).to.have.length(count);
    expect(getText(get(viewer, "table"))).not.to.match(/\.example|Login|Modify/);
  });
});
