import { expect } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { html } from "lit";
import type { Pagination } from "../../../src/views/results/pagination.js";
import "../../../src/views/results/pagination.js";
import { get, hasFocus } from "../../support/screen.js";
import {
  getButton,
  expectAccessible,
  waitForCommand,
  handleCommand,
  mount,
  waitForUpdate,
  getText,
  type MountOptions,
} from "../support.js";

describe("pagination", () => {
  const mountPagination = (more: Partial<Pagination>, options?: MountOptions) =>
    mount<Pagination>(
      html`<alv-pagination
        .page=${more.page ?? 1}
        .hasPrevious=${more.hasPrevious ?? false}
        .hasNext=${more.hasNext ?? false}
        .busy=${more.busy ?? false}
      ></alv-pagination>`,
      options,
    );
  /** The text before the buttons. */
  const readPlace = (element: Element) =>
    getText(get(element, "navigation", "Pagination")).replace(/ Previous Next$/, "");
  const isOff = (element: Element, name: string) => getButton(element, name).getAttribute("aria-disabled") === "true";

  it("is a landmark that says the page and whether there is more", async () => {
    const { element } = await mountPagination({ page: 2, hasPrevious: true, hasNext: true });
    expect(readPlace(element)).to.equal("Page 2 more available");
    element.hasNext = false;
    await waitForUpdate(element);
    expect(readPlace(element)).to.equal("Page 2");
  });

  it("leaves it to another line that earlier events are not searched", async () => {
    const { element } = await mountPagination({ hasNext: "unknown" });
    expect(readPlace(element)).to.equal("Page 1 earlier events not searched yet");
    element.isUnsearchedTold = true;
    await waitForUpdate(element);
    expect(readPlace(element)).to.equal("Page 1");
    expect(isOff(element, "Next")).to.equal(false);
  });

  it("turns both ways", async () => {
    const { element, root } = await mountPagination({ page: 2, hasPrevious: true, hasNext: "unknown" });
    for (const [name, go] of [
      ["Previous", "previous"],
      ["Next", "next"],
    ] as const) {
      const asked = waitForCommand(root, "show-page");
      getButton(element, name).focus();
      await sendKeys({ press: "Enter" });
      expect(await asked).to.equal(go);
    }
  });

  it("keeps the focus on a button that leads nowhere, which then does nothing", async () => {
    const { element, root } = await mountPagination({ hasNext: true });
    let asked = 0;
    handleCommand(root, "show-page", () => (asked += 1));
    const next = getButton(element, "Next");
    next.focus();
    element.hasNext = false;
    await waitForUpdate(element);
    expect(isOff(element, "Next") && isOff(element, "Previous")).to.equal(true);
    expect(hasFocus(next)).to.equal(true);
    await sendKeys({ press: "Enter" });
    expect(asked).to.equal(0);
  });

  it("waits while a page is loading", async () => {
    const { element } = await mountPagination({ hasPrevious: true, hasNext: true, busy: true });
    expect(isOff(element, "Next") && isOff(element, "Previous")).to.equal(true);
    expect(get(element, "navigation", "Pagination").getAttribute("aria-busy")).to.equal("true");
  });

  it("has no accessibility problem, also at 320 px", async () => {
    for (const theme of ["light", "dark"] as const) {
      const { element } = await mountPagination({ hasNext: true }, { width: 320, theme });
      expect(element.scrollWidth).to.be.at.most(320);
      await expectAccessible();
    }
  });
});
