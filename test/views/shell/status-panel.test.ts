import { expect } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { html } from "lit";
import type { PanelState, ShownError } from "../../../src/views/shell/panel-state.js";
import type { StatusPanel } from "../../../src/views/shell/status-panel.js";
import "../../../src/views/shell/status-panel.js";
import { ERROR_KINDS, type ErrorKind } from "../../../src/core/errors.js";
import { getAll, get } from "../../support/screen.js";
import { en } from "../../support/english.js";
import {
  getButton,
  expectAccessibleAnywhere,
  waitForAnyCommand,
  HOSTILE,
  HOSTILE_SHOWN,
  mount,
  getText,
  type MountOptions,
} from "../support.js";

const createFailure = (kind: ErrorKind, more: Partial<ShownError> = {}): PanelState => ({
  kind: "error",
  error: { kind, message: "", ...more },
});

const mountPanel = (state: PanelState, options?: MountOptions) =>
  mount<StatusPanel>(html`<alv-status-panel .state=${state}></alv-status-panel>`, options);

const readTitle = (element: Element) => getText(get(element, "heading"));
const listParagraphs = (element: Element) => getAll(element, "paragraph").map(getText);
const readText = (element: Element) => listParagraphs(element)[0];
const listButtons = (element: Element) => getAll(element, "button").map(getText);

describe("status panel", () => {
  it("says how to configure the viewer", async () => {
    const { element } = await mountPanel({ kind: "not-configured" });
    expect(readTitle(element)).to.equal("No server configured");
    expect(readText(element)).to.contain("api-base").and.to.contain("adapter");
    expect(listButtons(element)).to.deep.equal([]);
  });

  it("offers the last 24 hours before the first search", async () => {
    const { element, root } = await mountPanel({ kind: "ready" });
    expect(readTitle(element)).to.equal("Ready to search");
    const asked = waitForAnyCommand(root);
    getButton(element, "Search last 24 hours").focus();
    await sendKeys({ press: "Enter" });
    expect(await asked).to.equal("search-last-24-hours");
  });

  describe("failures", () => {
    const actions: Record<ErrorKind, string[]> = {
      auth: ["Try again"],
      forbidden: ["Try again"],
      unsupported: ["Check again"],
      "bad-request": ["Try again", "Clear all filters"],
      "rate-limited": ["Try again"],
      server: ["Try again", "Search last 24 hours"],
      network: ["Try again"],
      timeout: ["Try again", "Search last 24 hours"],
      "bad-data": ["Try again"],
      aborted: ["Try again"],
    };
    for (const kind of ERROR_KINDS) {
      it(`say what happened and what to do: ${kind}`, async () => {
        const { element, root } = await mountPanel(createFailure(kind));
        expect(readTitle(element)).to.equal(en.errorTitles[kind]);
        expect(readText(element)).to.equal(en.errorTexts[kind]);
        expect(listButtons(element)).to.deep.equal(actions[kind]);
        expect(listParagraphs(element), "no small line").to.have.length(1);
        const asked = waitForAnyCommand(root);
        getAll(element, "button")[0]!.click();
        expect(await asked).to.equal("retry");
      });
    }

    it("each have their own title, without apology or exclamation mark", () => {
      expect(new Set(Object.values(en.errorTitles)).size).to.equal(ERROR_KINDS.length);
      const all = [
        ...Object.values(en.errorTitles),
        ...Object.values(en.errorTexts),
        ...Object.values(en.noticeCauses),
      ];
      expect(all.filter((one) => /!|sorry|oops|please|unfortunately/i.test(one))).to.deep.equal([]);
    });

    it("show status and message in the small line, as plain text", async () => {
      const { element } = await mountPanel(createFailure("server", { status: 503, message: HOSTILE }));
      expect(listParagraphs(element)[1]).to.equal(`Server response: 503, ${HOSTILE_SHOWN}`);
      expect(getAll(element, "img")).to.deep.equal([]);
    });

    it("shorten a message that is a whole page", async () => {
      const { element } = await mountPanel(createFailure("bad-data", { message: "x".repeat(50_000) }));
      expect(listParagraphs(element)[1]!.length).to.be.within(50, 300);
    });

    it("say how long the server asks to wait", async () => {
      const { element } = await mountPanel(createFailure("rate-limited", { retryAfterMs: 29_500 }));
      expect(readText(element)).to.contain("Wait 30 seconds before you try again.");
    });
  });

  const states: [string, PanelState][] = [
    ["not configured", { kind: "not-configured" }],
    ["ready", { kind: "ready" }],
    ...ERROR_KINDS.map((kind): (typeof states)[number] => [
      kind,
      createFailure(kind, { status: 400, message: "refused" }),
    ]),
  ];
  for (const [name, state] of states) {
    it(`has no accessibility problem: ${name}`, () =>
      expectAccessibleAnywhere((options) => mountPanel(state, options)));
  }
});
