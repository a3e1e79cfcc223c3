import { expect } from "@open-wc/testing";
import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import { html } from "lit";
import type { ResultsCards } from "../../../src/views/results/results-cards.js";
import "../../../src/views/results/results-cards.js";
import type { AuditEvent } from "../../../src/core/audit-event.js";
import { getRules } from "../../support/axe.js";
import { getAll, get, getParts } from "../../support/screen.js";
import {
  getButton,
  createEvent,
  expectAccessible,
  HOSTILE,
  HOSTILE_SHOWN,
  mount,
  handleCommand,
  waitForUpdate,
  getText,
  type MountOptions,
} from "../support.js";

const EVENTS: AuditEvent[] = [
  createEvent({
    at: "2026-11-22T23:52:30Z",
    action: "login",
    object: "oauth",
    byUser: "2104",
    byDomain: "northgate-dental.example",
  }),
  createEvent({ action: "login-bad-password", object: "oauth", byIp: "2001:db8:4c1e:90aa:7f03:12ff:fe9a:61b4" }),
  createEvent(),
  createEvent({ action: "load", object: "phonenumber", affectedUser: "", byUser: "SYSTEM", byIp: "" }),
  createEvent({ byUser: "" }),
];

async function mountCards(options: MountOptions & { openId?: string | null; events?: AuditEvent[] } = {}) {
  const { openId = null, events = EVENTS } = options;
  const { element, root } = await mount<ResultsCards>(
    html`<alv-results-cards .events=${events} .openId=${openId}></alv-results-cards>`,
    options,
  );
  handleCommand(root, "toggle-event", ({ id }) => (element.openId = element.openId === id ? null : id));
  return element;
}

const getCards = (element: Element) => getParts(element, "card");
const getDetails = (element: Element) => getParts(element, "details");
const findColumns = (element: Element) =>
  new Set(getCards(element).map((card) => Math.round(card.getBoundingClientRect().left))).size;

describe("results as cards", () => {
  it("are a list named Audit events, with badge, object, time and a sentence each", async () => {
    const element = await mountCards();
    expect(getAll(get(element, "list", "Audit events"), "listitem").length).to.equal(EVENTS.length);
    const text = getText(getCards(element)[0]!);
    for (const part of ["Login", "OAuth", "Nov 22 06:52:30 PM", "signed in", "203.0.113.24"]) {
      expect(text).to.contain(part);
    }
    // The sentence about a user's own sign-in has named the user already.
    expect(text).not.to.contain("By 2104");
    expect(
      getCards(element)
        .map((card) => getText(card))
        .join(),
    ).to.match(/By \S+/);
  });

  it("show an address whole, System for an automated process and a dash for nobody", async () => {
    const metas = getCards(await mountCards()).map((card) => getText(getAll(card, "paragraph")[1]!));
    expect(metas[1]).to.equal("By maria.ortiz 2001:db8:4c1e:90aa:7f03:12ff:fe9a:61b4");
    expect(metas[3]).to.equal("By System -");
    expect(metas[4]).to.equal("By - 203.0.113.24");
  });

  it("are two to a line if there is room, else one", async () => {
    expect(findColumns(await mountCards({ width: 1000 }))).to.equal(2);
    expect(findColumns(await mountCards({ width: 883 }))).to.equal(1);
    const narrow = await mountCards({ width: 320, openId: EVENTS[2]?.id ?? null });
    expect(findColumns(narrow)).to.equal(1);
    expect((narrow.getRootNode() as ShadowRoot).host.scrollWidth).to.be.at.most(320);
  });

  it("open across the whole line, with the details instead of the sentence", async () => {
    const element = await mountCards();
    const face = getAll(getCards(element)[1]!, "paragraph");
    getButton(element, "Details: Login failed, Nov 22 06:41:09 PM").focus();
    await sendKeys({ press: "Enter" });
    await waitForUpdate(element);
    const open = getCards(element)[1]!;
    expect(open.getBoundingClientRect().width).to.be.at.least(1280);
    expect(getDetails(open)[0]!.id).to.equal(getButton(element, /Login failed/).getAttribute("aria-controls"));
    expect(face.map(({ isConnected }) => isConnected)).to.deep.equal([false, false]);
    await sendKeys({ press: "Space" });
    await waitForUpdate(element);
    expect(getDetails(open).length).to.equal(0);
  });

  it("open at a click anywhere on them, and stay open at a click on their details", async () => {
    const element = await mountCards();
    getAll(getCards(element)[2]!, "paragraph")[0]!.click();
    await waitForUpdate(element);
    expect(getDetails(element).length).to.equal(1);
    getDetails(element)[0]!.click();
    await waitForUpdate(element);
    expect(getDetails(element).length).to.equal(1);
  });

  it("show hostile text literally", async () => {
    const element = await mountCards({
      events: [createEvent({ action: HOSTILE, object: HOSTILE, byUser: HOSTILE, byIp: HOSTILE })],
    });
    expect(getText(getCards(element)[0]!).split(HOSTILE_SHOWN).length).to.be.above(4);
    expect(getAll(element, "img")).to.deep.equal([]);
  });

  for (const theme of ["light", "dark"] as const) {
    it(`have no accessibility problem, closed and open, ${theme}`, async () => {
      await mountCards({ theme });
      await expectAccessible(getRules(theme));
      await mountCards({ theme, openId: EVENTS[1]?.id ?? null, dir: "rtl" });
      await expectAccessible(getRules(theme));
      await mountCards({ theme, openId: EVENTS[1]?.id ?? null, width: 320 });
      await expectAccessible(getRules(theme));
    });
  }

  it("have no accessibility problem in forced colours", async () => {
    await emulateMedia({ forcedColors: "active" });
    try {
      await mountCards({ openId: EVENTS[1]?.id ?? null });
      await expectAccessible();
    } finally {
      await emulateMedia({ forcedColors: "none" });
    }
  });
});
