import { expect } from "@open-wc/testing";
import { resetMouse } from "@web/test-runner-commands";
import { get, getName, getPart, getText, hasFocus } from "../support/screen.js";
import { click, press } from "../support/user-input.js";
import { cleanUp, waitUntil } from "./support.js";
import { getRows, showAndSearch } from "./toolbar-support.js";

type Viewer = Awaited<ReturnType<typeof showAndSearch>>["viewer"];

const readRows = (viewer: Viewer) => getRows(viewer).map(getName).join("\n");
/** All rows in the document, also those of a page that is only prepared. */
const countAll = (viewer: Viewer) => getPart(viewer, "table").querySelectorAll("tbody > tr").length;
const countPrepared = (viewer: Viewer) => countAll(viewer) - getRows(viewer).length;
const turnTo = async (viewer: Viewer, name: "Next" | "Previous", page: string) => {
  await click(get(viewer, "button", name));
  await waitUntil(() => getText(get(viewer, "navigation", "Pagination")).includes(`Page ${page}`), `page ${page}`);
};

describe("a loaded page", () => {
  afterEach(async () => {
    await resetMouse();
    cleanUp();
  });

  it("is prepared when the pointer or the focus reaches its button, and then shown", async () => {
    const { viewer } = await showAndSearch();
    const first = readRows(viewer);
    await turnTo(viewer, "Next", "2");
    const second = readRows(viewer);
    await turnTo(viewer, "Previous", "1");
    expect(readRows(viewer)).to.equal(first);
    get(viewer, "button", "Next").focus();
    await waitUntil(() => countPrepared(viewer) === 10, "the prepared page");
    expect(readRows(viewer), "still the first page").to.equal(first);
    await press("Enter");
    await waitUntil(() => readRows(viewer) === second, "the second page");
    expect(hasFocus(get(viewer, "button", "Next"))).to.equal(true);
    await press("Shift+Tab");
    expect(hasFocus(get(viewer, "button", "Previous"))).to.equal(true);
    await press("Enter");
    await waitUntil(() => readRows(viewer) === first, "the first page");
  });

  it("that is prepared is not kept when another search shows other events", async () => {
    const { viewer } = await showAndSearch();
    await turnTo(viewer, "Next", "2");
    await turnTo(viewer, "Previous", "1");
    get(viewer, "button", "Next").focus();
    await waitUntil(() => countPrepared(viewer) === 10, "the prepared page");
    await viewer.search({ actions: ["delete"] });
    await waitUntil(() => getRows(viewer).every((row) => getName(row).includes("Delete")), "the other events");
    expect(countPrepared(viewer)).to.equal(0);
  });
});
