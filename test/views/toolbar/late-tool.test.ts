import { expect } from "@open-wc/testing";
import { resetMouse } from "@web/test-runner-commands";
import { html } from "lit";
import type { ToolUse } from "../../../src/views/shell/feature.js";
import "../../../src/views/toolbar/late-tool.js";
import type { LateTool } from "../../../src/views/toolbar/late-tool.js";
import { waitUntil } from "../../flows/support.js";
import { click, press } from "../../support/user-input.js";
import { get, hasFocus, findElement } from "../../support/screen.js";
import { expectAccessible, mount } from "../support.js";

/** A tool whose feature arrives when a test says so. */
async function mountTool({ isOff = false, isBusy = false } = {}) {
  const counts = { preloads: 0, loads: 0 };
  let answer: { resolve(): void; reject(error: Error): void } | undefined;
  const use: ToolUse = {};
  const { element } = await mount<LateTool>(
    html`<alv-late-tool
      .icon=${"export"}
      .label=${"Export"}
      .isOff=${isOff}
      .isBusy=${isBusy}
      .preload=${() => (counts.preloads += 1)}
      .load=${() => {
        counts.loads += 1;
        return new Promise<void>((resolve, reject) => (answer = { resolve, reject }));
      }}
      .use=${use}
    ></alv-late-tool>`,
  );
  const getExportButton = () => get(element, "button", "Export");
  return {
    element,
    use,
    counts,
    button: getExportButton,
    answer: () => waitUntil(() => answer, "the request for the feature"),
  };
}

describe("the button of a tool that is not loaded", () => {
  afterEach(() => resetMouse());

  it("cannot be used before there are results", async () => {
    const { button, counts } = await mountTool({ isOff: true });
    expect((button() as HTMLButtonElement).disabled).to.equal(true);
    expect(counts).to.deep.equal({ preloads: 0, loads: 0 });
    await expectAccessible();
  });

  it("does nothing while a search replaces the results, but keeps the focus", async () => {
    const { button, counts, use } = await mountTool({ isBusy: true });
    button().focus();
    await press("Enter");
    expect(button().ariaDisabled).to.equal("true");
    expect(hasFocus(button())).to.equal(true);
    expect(use.isOpen).to.equal(undefined);
    expect(counts.loads).to.equal(0);
  });

  it("fetches the code at the first look, and requests the tool only when the user presses it", async () => {
    const { button, counts } = await mountTool();
    button().focus();
    expect(counts).to.deep.equal({ preloads: 1, loads: 0 });
    await press("Enter");
    await waitUntil(() => counts.loads === 1, "the request for the feature");
    await expectAccessible();
  });

  it("passes the focus and the open popup to the tool", async () => {
    const { button, use, answer } = await mountTool();
    button().focus();
    await press("Enter");
    await answer();
    expect(use.isOpen?.()).to.equal(true);
    await press("Escape");
    await waitUntil(() => use.isOpen?.() === false, "the closed popup");
    expect(use.isFocused?.()).to.equal(true);
  });

  it("says that the tool could not be loaded, and tries again", async () => {
    const { element, button, counts, answer } = await mountTool();
    await click(button());
    (await answer()).reject(new TypeError("Failed to fetch dynamically imported module"));
    const again = await waitUntil(() => findElement(element, "button", "Try again"), "the message");
    await waitUntil(() => hasFocus(again), "the focus");
    await press("Enter");
    await waitUntil(() => counts.loads === 2, "the second request");
  });
});
