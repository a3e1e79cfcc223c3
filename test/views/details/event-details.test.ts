import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import "../../../src/views/details/event-details.js";
import type { AuditEvent } from "../../../src/core/audit-event.js";
import { getRules } from "../../support/axe.js";
import {
  getButton,
  findAllDeep,
  createEnvironment,
  createEvent,
  expectAccessible,
  waitForCommand,
  HOSTILE,
  HOSTILE_SHOWN,
  waitForUpdate,
  listTerms,
  getText,
} from "../support.js";
import { waitUntil } from "../../flows/support.js";
import { getAll, get, findElement, hasFocus, getName, getPart } from "../../support/screen.js";
import { holdTimers, type Timers } from "../../support/timers.js";
import { setClipboard, mountDetails } from "./event-details-support.js";

const group = (element: Element, name: string) => get(element, "group", name);

const readFacts = (element: Element) =>
  Object.fromEntries(
    getAll(group(element, "Event details"), "group")
      .slice(1)
      .map((one) => [getName(one), listTerms(one)]),
  );

const listButtons = (element: Element) => getAll(getPart(element, "actions"), "button").map(getText);

describe("event details", () => {
  let copied: string[] = [];
  let timers: Timers;
  beforeEach(() => {
    timers = holdTimers();
    copied = [];
    setClipboard({ writeText: async (text) => void copied.push(text) });
  });
  afterEach(() => {
    timers.release();
    // The browser's own clipboard is on the prototype.
    delete (navigator as { clipboard?: unknown }).clipboard;
  });

  it("begin with a sentence named Event summary", async () => {
    const { element } = await mountDetails();
    const text = getText(group(element, "Event summary"));
    for (const part of ["maria.ortiz", "answer rule", "2104", "203.0.113.24", "6:41 PM"]) expect(text).to.contain(part);
  });

  it("list the fields in three groups, named Event details", async () => {
    const { element } = await mountDetails();
    expect(group(element, "Event details")).to.be.an.instanceOf(HTMLElement);
    expect(readFacts(element)).to.deep.equal({
      Event: [
        "Time Nov 22, 2026, 06:41:09 PM EST",
        "Action Modify/Update",
        "Object Answer Rule",
        "Client Manager Portal",
      ],
      "Performed by": ["User maria.ortiz", "Domain harborline.example", "IP address 203.0.113.24"],
      Affected: ["User 2104", "Domain northgate-dental.example", "Host core2.harborline.example"],
    });
  });

  it("have the time in UTC as a tooltip", async () => {
    const { element } = await mountDetails({}, { environment: createEnvironment("Asia/Kolkata") });
    const time = get(element, "time");
    expect(getText(time)).to.equal("Nov 23, 2026, 05:11:09 AM GMT+5:30");
    expect(time.title).to.equal("Nov 22, 2026, 11:41:09 PM UTC");
  });

  it("show the record's own word if the label says less", async () => {
    const { element } = await mountDetails({ action: "login-bad-ip", time: null, timeText: "31st of Nov" });
    expect(readFacts(element).Event?.slice(0, 2)).to.deep.equal([
      "Time 31st of Nov",
      "Action Login failed: address not allowed · login-bad-ip",
    ]);
  });

  it("show a dash for a missing field", async () => {
    const { element } = await mountDetails({ byUser: "", byDomain: "", byIp: "", client: "", host: "" });
    expect(readFacts(element)["Performed by"]).to.deep.equal(["User -", "Domain -", "IP address -"]);
  });

  describe("Copy details", () => {
    it("copies the summary and every field as text, without secrets, and announces it once", async () => {
      const { element, root } = await mountDetails({
        parameters: [
          { name: "timeframe", value: "After hours" },
          { name: "password", value: "hunter2" },
        ],
      });
      const copy = getButton(element, "Copy details");
      const width = copy.getBoundingClientRect().width;
      copy.click();
      await waitUntil(() => root.announced.length > 0, "the announcement");
      for (const part of [
        "maria.ortiz",
        "Time: Nov 22, 2026, 06:41:09 PM EST",
        "Affected user: 2104",
        "timeframe: After hours",
      ]) {
        expect(copied[0]).to.contain(part);
      }
      expect(copied[0]).not.to.contain("hunter2");
      expect(listButtons(element)[0]).to.equal("Copied");
      expect(copy.getBoundingClientRect().width).to.equal(width);
      expect(root.announced).to.deep.equal(["Copied the details"]);
    });

    for (const [why, value] of [
      ["is refused", { writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) }],
      ["does not exist", undefined],
    ] as const) {
      it(`shows the selected text if the clipboard ${why}, and returns the focus`, async () => {
        setClipboard(value);
        const { element, root } = await mountDetails();
        const copy = getButton(element, "Copy details");
        copy.focus();
        copy.click();
        await waitUntil(() => getAll(element, "textbox").some(hasFocus), "the text");
        const field = get(element, "textbox") as HTMLTextAreaElement;
        expect(hasFocus(field)).to.equal(true);
        expect(field.readOnly).to.equal(true);
        expect(field.value).to.contain("Affected user: 2104");
        expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, field.value.length]);
        expect(root.announced).to.deep.equal([]);
        await expectAccessible();
        getButton(element, "Close").click();
        await waitForUpdate(element);
        expect(getAll(element, "textbox").length).to.equal(0);
        expect(hasFocus(copy)).to.equal(true);
      });
    }

    it("says so if its code cannot be loaded, and copies when it can", async () => {
      let isOffline = true;
      const environment = createEnvironment();
      const load: typeof environment.load = (part) =>
        isOffline && part === "details-copy"
          ? Promise.reject(new TypeError("Failed to fetch"))
          : environment.load(part);
      const { element, root } = await mountDetails({}, { environment: { ...environment, load } });
      getButton(element, "Copy details").click();
      const message = await waitUntil(() => findElement(element, "alert"), "the message");
      expect(getText(message)).to.equal("This part of the viewer could not be loaded.");
      expect(copied).to.deep.equal([]);
      isOffline = false;
      getButton(element, "Copy details").click();
      await waitUntil(() => root.announced.length > 0, "the announcement");
      expect(copied).to.have.length(1);
      expect(findElement(element, "alert")).to.equal(undefined);
    });

    it("leaves no timer behind when the details are closed", async () => {
      const { element } = await mountDetails();
      getButton(element, "Copy details").click();
      element.remove();
      await new Promise((resolve) => setTimeout(resolve));
      document.body.append(element);
      expect(listButtons(element)[0]).to.equal("Copy details");
      element.remove();
    });
  });

  describe("Investigate user", () => {
    const cases: [why: string, given: Partial<AuditEvent>, user: string, domain: string, role: string][] = [
      ["the affected user", {}, "2104", "northgate-dental.example", "affected"],
      ["the performing user without an affected one", { affectedUser: " " }, "maria.ortiz", "harborline.example", "by"],
      [
        "the performing user when the system was affected",
        { affectedUser: "System" },
        "maria.ortiz",
        "harborline.example",
        "by",
      ],
    ];
    for (const [why, given, user, domain, role] of cases) {
      it(`investigates ${why}, whom its tooltip names`, async () => {
        const { element, root } = await mountDetails(given);
        const investigate = getButton(element, "Investigate user");
        expect(investigate.title).to.equal(`Show ${user}@${domain}'s last 12 months`);
        const asked = waitForCommand(root, "investigate");
        investigate.click();
        expect(await asked).to.deep.equal({ user, domain, role });
      });
    }

    it("is absent for the system and without a user", async () => {
      const { element } = await mountDetails({ affectedUser: "", byUser: "System" });
      expect(listButtons(element)).to.deep.equal(["Copy details"]);
      element.event = createEvent({ affectedUser: "", byUser: "" });
      await waitForUpdate(element);
      expect(listButtons(element)).to.deep.equal(["Copy details"]);
    });
  });

  it("show hostile text literally, everywhere", async () => {
    const { element } = await mountDetails({
      action: HOSTILE,
      object: HOSTILE,
      byUser: HOSTILE,
      byDomain: HOSTILE,
      byIp: HOSTILE,
      client: HOSTILE,
      host: HOSTILE,
      affectedUser: HOSTILE,
      affectedDomain: HOSTILE,
      parameters: [{ name: HOSTILE, value: HOSTILE }],
    });
    expect(getAll(element, "img")).to.deep.equal([]);
    const shown = findAllDeep(element.shadowRoot as ShadowRoot, "*").flatMap((one) => [
      getText(one),
      ...Array.from(one.attributes, ({ value }) => value),
    ]);
    expect(shown.filter((text) => /[\u202E\u200B\0]/.test(text))).to.deep.equal([]);
    expect(readFacts(element).Affected?.[0]).to.equal(`User ${HOSTILE_SHOWN}`);
  });

  for (const width of [320, 720, 1280]) {
    it(`fit ${width} px without loss`, async () => {
      const parameters = [{ name: "x".repeat(200), value: "y".repeat(400) }];
      const { element } = await mountDetails({ affectedDomain: "z".repeat(300), parameters }, { width });
      expect(element.scrollWidth).to.be.at.most(width);
      for (const one of getAll(element, "button")) {
        expect(one.getBoundingClientRect().height).to.be.at.least(24);
      }
    });
  }

  for (const theme of ["light", "dark"] as const) {
    it(`have no accessibility problem, ${theme}`, async () => {
      const parameters = [
        { name: "timeframe", value: "After hours" },
        { name: "password", value: "x" },
      ];
      const { element } = await mountDetails({ parameters }, { theme });
      await expectAccessible(getRules(theme));
      getPart(element, "parameter").click();
      await waitForUpdate(element);
      await expectAccessible(getRules(theme));
    });
  }

  it("have no accessibility problem in forced colours", async () => {
    await emulateMedia({ forcedColors: "active" });
    try {
      await mountDetails({ parameters: [{ name: "password", value: "x" }] }, { dir: "rtl" });
      await expectAccessible();
    } finally {
      await emulateMedia({ forcedColors: "none" });
    }
  });
});
