import { expect } from "@open-wc/testing";
import { PopoverController } from "../../../src/ui/popups/popover.js";

describe("a popup", () => {
  it("is closed, and its position is no longer updated, if it leaves the page before its toggle event", async () => {
    const root = document.createElement("div");
    const anchor = document.createElement("button");
    const popup = document.createElement("div");
    popup.popover = "auto";
    root.append(anchor, popup);
    document.body.append(root);
    const host = {
      addController: () => undefined,
      removeController: () => undefined,
      requestUpdate: () => undefined,
      updateComplete: Promise.resolve(true),
    };
    let shown = 0;
    const controller = new PopoverController(host, {
      popup: () => popup,
      anchor: () => anchor,
      onShown: () => (shown += 1),
    });
    controller.hostUpdated();
    const heard = new Promise((resolve) => popup.addEventListener("toggle", resolve, { once: true }));
    controller.show();
    root.remove();
    controller.hostDisconnected();
    await heard;
    expect(controller.open).to.equal(false);
    // Whatever would look for its place has come by then.
    await import("../../../src/ui/popups/floating.js");
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(popup.dataset).not.to.have.property("placed");
    expect(shown).to.equal(0);
  });
});
