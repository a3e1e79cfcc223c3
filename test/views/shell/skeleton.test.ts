import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import { html } from "lit";
import type { Skeleton } from "../../../src/views/shell/skeleton.js";
import "../../../src/views/shell/skeleton.js";
import { get } from "../../support/screen.js";
import { getButton, findAllDeep, expectAccessible, waitForAnyCommand, mount, getText } from "../support.js";

describe("loading", () => {
  it("shows the activity, and can be stopped", async () => {
    const { element, root } = await mount<Skeleton>(html`<alv-skeleton .rows=${5}></alv-skeleton>`);
    expect(getText(get(element, "group", "Loading events"))).to.equal("Searching… Stop");
    expect(findAllDeep(element.shadowRoot as ShadowRoot, ".row").length).to.equal(5);
    const asked = waitForAnyCommand(root);
    getButton(element, "Stop").click();
    expect(await asked).to.equal("stop");
  });

  it("shows how far older time has been read", async () => {
    const { element } = await mount<Skeleton>(
      html`<alv-skeleton
        .found=${"3 of 10 found"}
        .text=${"reading back, now at Sep 4"}
        .progress=${0.22}
      ></alv-skeleton>`,
    );
    const bar = get(element, "progressbar");
    expect(bar.getAttribute("aria-valuenow")).to.equal("22");
    expect(bar.firstElementChild!.getBoundingClientRect().width).to.be.closeTo(bar.clientWidth * 0.22, 1);
  });

  it("has no animation for users who prefer less motion", async () => {
    await emulateMedia({ reducedMotion: "reduce" });
    try {
      const { element } = await mount<Skeleton>(html`<alv-skeleton></alv-skeleton>`);
      expect(findAllDeep(element.shadowRoot!, "*").flatMap((one) => one.getAnimations())).to.deep.equal([]);
    } finally {
      await emulateMedia({ reducedMotion: "no-preference" });
    }
  });

  for (const theme of ["light", "dark"] as const) {
    it(`has no accessibility problem, ${theme}`, async () => {
      await mount(html`<alv-skeleton .progress=${0.5} .note=${"12 records read."}></alv-skeleton>`, {
        theme,
        width: 320,
      });
      await expectAccessible();
    });
  }
});
