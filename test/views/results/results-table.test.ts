import { expect } from "@open-wc/testing";
import { emulateMedia, resetMouse } from "@web/test-runner-commands";
import { COLUMN_IDS } from "../../../src/core/table-columns.js";
import { getRules } from "../../support/axe.js";
import { getAll, getAllByText, get, getName, getParts } from "../../support/screen.js";
import {
  getButton,
  findAllDeep,
  createEnvironment,
  createEvent,
  expectAccessible,
  HOSTILE,
  HOSTILE_SHOWN,
  waitForUpdate,
  getText,
} from "../support.js";
import { EVENTS, getCell, getRows, IPV6, LONG_DOMAIN, readTooltip, showTable } from "./results-table-support.js";

const getHeads = (element: Element) => getAll(element, "columnheader").map(getText);
const getTexts = (row: HTMLElement | undefined) => getAll(row!, "cell").map(getText).slice(1);

describe("results table", () => {
  afterEach(() => resetMouse());

  it("is a table named Audit events with five columns by default", async () => {
    const { element } = await showTable();
    expect(getAll(element, "table").map(getName)).to.deep.equal(["Audit events"]);
    expect(getHeads(element)).to.deep.equal([
      "Details",
      "Timestamp New York",
      "Action",
      "Affected User",
      "Affected Domain",
      "Object",
    ]);
    expect(getTexts(getRows(element)[0])).to.deep.equal([
      "Nov 22 06:52:30 PM",
      "Login",
      "2104",
      "northgate-dental.example",
      "OAuth",
    ]);
  });

  it("says the zone of its timestamps in the title of their column", async () => {
    const { element } = await showTable();
    expect(get(element, "columnheader", "Timestamp").title).to.equal("America/New_York");
  });

  it("shows the hidden columns when they are chosen", async () => {
    const { element } = await showTable({ columns: COLUMN_IDS });
    expect(getHeads(element).slice(6)).to.deep.equal(["By User", "By Domain", "IP Address"]);
    expect(getTexts(getRows(element)[1]).slice(5)).to.deep.equal([
      "maria.ortiz",
      "harborline.example",
      "2001:db8:4c…9a:61b4",
    ]);
  });

  it("calls a login with a bad password Login failed, red, and shows unknown words unchanged, neutral", async () => {
    const { element } = await showTable();
    const badges = getParts(element, "badge");
    expect(badges.map(getText)).to.deep.equal(["Login", "Login failed", "Modify/Update", "Load", "purge"]);
    expect(badges[1]?.className).to.equal("badge is-red");
    expect(badges[4]?.className).to.equal("badge is-neutral");
    expect(getTexts(getRows(element)[4])).to.deep.equal([
      "yesterday",
      "purge",
      "2104",
      "northgate-dental.example",
      "fax account",
    ]);
  });

  it("shows a dash for a missing field, and System for an automated process", async () => {
    const { element } = await showTable({ columns: COLUMN_IDS });
    expect(getTexts(getRows(element)[3])).to.deep.equal([
      "Nov 22 06:41:09 PM",
      "Load",
      "-",
      LONG_DOMAIN,
      "Phone Number",
      "System",
      "harborline.example",
      "-",
    ]);
  });

  it("has a value in full in the tooltip of the cell under the mouse", async () => {
    const { element } = await showTable({ columns: COLUMN_IDS });
    const rows = getRows(element);
    const domain = getCell(rows[3]!, "affectedDomain");
    expect(await readTooltip(domain)).to.equal(LONG_DOMAIN);
    const address = getCell(rows[1]!, "byIp");
    expect([getText(address), await readTooltip(address)]).to.deep.equal(["2001:db8:4c…9a:61b4", IPV6]);
    const object = getCell(rows[4]!, "object");
    expect([await readTooltip(object), object.querySelector("[title]")]).to.deep.equal([getText(object), null]);
    element.events = EVENTS.map((event) => ({
      ...event,
      id: `${event.id}-2`,
      affectedDomain: "",
      byIp: "",
      object: "",
    }));
    await waitForUpdate(element);
    expect([domain.title, address.title, object.title]).to.deep.equal(["", "", ""]);
    await resetMouse();
  });

  it("names the button of a row by action and time", async () => {
    const { element } = await showTable();
    const first = getButton(element, "Details: Login, Nov 22 06:52:30 PM");
    expect(first.getAttribute("aria-expanded")).to.equal("false");
    expect(getButton(element, "Details: purge, yesterday")).to.be.an.instanceOf(HTMLElement);
  });

  for (const width of [320, 700, 880, 1055, 1243, 1280]) {
    it(`has every chosen column at ${width} px, and nothing overflows`, async () => {
      const { element } = await showTable({ columns: COLUMN_IDS, width });
      expect(getTexts(getRows(element)[0]).length).to.equal(8);
      expect(element.scrollWidth).to.be.at.most(width);
    });
  }

  for (const width of [320, 360, 719]) {
    it(`is a list of rows with three lines at ${width} px, with a button that can be reached`, async () => {
      const { element } = await showTable({ width });
      const row = getRows(element)[0] as HTMLElement;
      const tops = (["action", "affectedUser", "object"] as const).map((id) =>
        Math.round(getCell(row, id).getBoundingClientRect().top),
      );
      expect(new Set(tops).size).to.equal(3);
      const { width: wide, height } = getButton(element, /Details: Login,/).getBoundingClientRect();
      expect([wide, height]).to.deep.equal([24, 24]);
      expect(element.scrollWidth).to.be.at.most(width);
    });
  }

  it("shows hostile text literally, never as markup", async () => {
    const hostile = createEvent({
      action: HOSTILE,
      object: HOSTILE,
      affectedUser: HOSTILE,
      affectedDomain: HOSTILE,
      byIp: HOSTILE,
    });
    const { element } = await showTable({ events: [hostile], columns: COLUMN_IDS });
    expect(getTexts(getRows(element)[0]).slice(1, 5)).to.deep.equal(Array(4).fill(HOSTILE_SHOWN));
    expect(getAll(element, "img")).to.deep.equal([]);
    const attributes = findAllDeep(element.shadowRoot as ShadowRoot, "*").flatMap((one) =>
      Array.from(one.attributes, ({ value }) => value),
    );
    expect(attributes.filter((value) => /[\u202E\u200B\0]/.test(value))).to.deep.equal([]);
  });

  it("starts at the right in a right-to-left page, and keeps addresses left to right", async () => {
    const { element } = await showTable({
      dir: "rtl",
      columns: COLUMN_IDS,
      environment: createEnvironment("UTC", "ar"),
    });
    const [head, time] = getAll(element, "columnheader");
    expect(head?.getBoundingClientRect().right ?? 0).to.be.above(time?.getBoundingClientRect().right ?? 0);
    const domain = getAllByText(element, "northgate-dental.example")[0]!;
    expect(getComputedStyle(domain).direction).to.equal("ltr");
    expect(getComputedStyle(domain).textAlign).to.equal("end");
    expect(element.scrollWidth).to.be.at.most(1280);
  });

  for (const width of [720, 1280]) {
    it(`gives timestamps of another year the room that they need at ${width} px`, async () => {
      const { element } = await showTable({ events: [createEvent({ at: "2025-09-22T23:41:09Z" })], width });
      const time = getCell(getRows(element)[0]!, "timestamp");
      expect(getText(time)).to.equal("Sep 22, 2025 07:41:09 PM");
      expect(time.scrollWidth).to.be.at.most(time.clientWidth);
      expect(element.scrollWidth).to.be.at.most(width);
    });
  }

  it("leaves no observer when it is removed, and fits again when it is put back", async () => {
    const { element, root } = await showTable({ columns: COLUMN_IDS, width: 1280 });
    element.remove();
    root.style.setProperty("inline-size", "900px");
    root.content.append(element);
    await waitForUpdate(element);
    expect(getAll(element, "rowgroup")[1]!.scrollWidth).to.equal(1244);
    expect(getAll(element, "rowgroup")[1]!.clientWidth).to.equal(900);
  });

  for (const theme of ["light", "dark"] as const) {
    for (const openId of [null, EVENTS[2]?.id ?? null]) {
      it(`has no accessibility problem ${openId ? "open" : "closed"}, ${theme}`, async () => {
        await showTable({ theme, openId, columns: COLUMN_IDS });
        await expectAccessible(getRules(theme));
        await showTable({ theme, openId, width: 320 });
        await expectAccessible(getRules(theme));
      });
    }
  }

  it("has no accessibility problem in forced colours", async () => {
    await emulateMedia({ forcedColors: "active" });
    try {
      await showTable({ openId: EVENTS[2]?.id ?? null, columns: COLUMN_IDS });
      await expectAccessible();
    } finally {
      await emulateMedia({ forcedColors: "none" });
    }
  });
});
