import { expect } from "@open-wc/testing";
import { html, type LitElement } from "lit";
import { createErrorNotice, type NoticeContent } from "../../../src/views/results/notice-content.js";
import "../../../src/views/results/notice.js";
import { getAllByText, getPart } from "../../support/screen.js";
import { en } from "../../support/english.js";
import { getRules } from "../../support/axe.js";
import {
  getButton,
  findAllDeep,
  expectAccessible,
  waitForAnyCommand,
  mount,
  getText,
  type MountOptions,
} from "../support.js";

describe("notice above loaded rows", () => {
  const mountNotice = (content: NoticeContent, options?: MountOptions) =>
    mount<LitElement>(html`<alv-notice .content=${content}></alv-notice>`, options);

  it("says what failed, why, and what stays", async () => {
    const content = createErrorNotice({ kind: "network", message: "Failed to fetch" }, "next-page", 20, en, "en-US");
    const { element, root } = await mountNotice(content);
    expect(getText(getPart(element, "notice"))).to.equal(
      "The next page could not be loaded. No response. The 20 events below are still shown. Try again",
    );
    const asked = waitForAnyCommand(root);
    getButton(element, "Try again").click();
    expect(await asked).to.equal("retry");
  });

  it("has the status on its own line", async () => {
    const { element } = await mountNotice(
      createErrorNotice({ kind: "server", status: 503, message: "busy" }, "refresh", 1, en, "en-US"),
    );
    const [status] = getAllByText(element, "Server response: 503, busy");
    expect(getComputedStyle(status!).display).to.equal("block");
    expect(getText(getPart(element, "notice"))).to.contain("The event below is still shown.");
  });

  it("is not a live region: the root announces every change, once", async () => {
    const { element } = await mountNotice({ kind: "danger", heading: "The refresh failed." });
    expect(findAllDeep(element.shadowRoot as ShadowRoot, "[role=alert], [role=status], [aria-live]")).to.deep.equal([]);
  });

  for (const kind of ["danger", "warning", "info"] as const) {
    it(`has no accessibility problem: ${kind}`, async () => {
      for (const theme of ["light", "dark"] as const) {
        const content: NoticeContent = {
          kind,
          heading: "This happened.",
          text: "x".repeat(100),
          detail: "503",
          action: "retry",
          actionLabel: "Try again",
        };
        const { element } = await mountNotice(content, { theme, width: 320 });
        expect(element.scrollWidth).to.be.at.most(320);
        await expectAccessible(getRules(theme));
      }
    });
  }
});
