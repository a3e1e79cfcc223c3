import { expect } from "@open-wc/testing";
import type { AuditLogViewer, Preferences } from "../../src/index.js";
import { click, press, type } from "../support/user-input.js";
import { get, hasFocus, findElement, getText } from "../support/screen.js";
import { cleanUp, waitForRender, showViewer, waitUntil } from "./support.js";

const KEY = "audit-log-test";
const SMALL = { events: 2000, days: 2 };

/** The content of a page's storage, and the events that the page received. */
function createStorage(stored?: unknown) {
  const kept = new Map<string, string>(stored === undefined ? [] : [[KEY, JSON.stringify(stored)]]);
  return {
    storage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    },
    written: () => JSON.parse(kept.get(KEY) ?? "null") as Record<string, unknown> | null,
    keys: () => [...kept.keys()],
  };
}

function recordPreferences(viewer: AuditLogViewer): Preferences[] {
  const told: Preferences[] = [];
  viewer.addEventListener("alv-preferences-change", (event) =>
    told.push((event as CustomEvent<{ preferences: Preferences }>).detail.preferences),
  );
  return told;
}

/** As markup makes it: attributes first, then the page. */
function createFromMarkup(attributes: Record<string, string>, properties: Partial<AuditLogViewer>): AuditLogViewer {
  const viewer = document.createElement("audit-log-viewer") as AuditLogViewer;
  for (const [name, value] of Object.entries(attributes)) viewer.setAttribute(name, value);
  Object.assign(viewer, properties);
  document.body.append(viewer);
  return viewer;
}

async function chooseZone(viewer: AuditLogViewer, typed: string): Promise<void> {
  await click(get(viewer, "button", /^Timezone: /));
  const field = await waitUntil(() => findElement(viewer, "combobox", "Find a city or time zone"), "the search field");
  await waitUntil(() => hasFocus(field), "the focus in it");
  await type(typed);
  await waitUntil(() => findElement(viewer, "option", new RegExp(`^${typed}`)), "the zone");
  await press("Enter");
}

describe("preferences", () => {
  afterEach(() => {
    cleanUp();
    localStorage.removeItem(KEY);
  });

  it("are the user's choices: reported to the page, and restored next time", async () => {
    const { storage, written, keys } = createStorage();
    const { viewer } = await showViewer({ preferencesKey: KEY, storage }, SMALL);
    const told = recordPreferences(viewer);
    await click(get(viewer, "radio", "Cards"));
    await waitUntil(() => told.length === 1, "the first word");
    expect(told[0]).to.deep.equal({ view: "cards" });
    await chooseZone(viewer, "US/Pacific");
    await waitUntil(() => told.length === 2, "the second word");
    get(viewer, "combobox", "Records per page").focus();
    await press("ArrowDown");
    await waitUntil(() => told.length === 3, "the third word");
    const all = { view: "cards", timezone: "US/Pacific", pageSize: 25 };
    expect(told[2]).to.deep.equal(all);
    expect(written()).to.deep.equal({ version: 1, ...all });
    expect(keys()).to.deep.equal([KEY]);
    expect(viewer.hasAttribute("view"), "the attribute is the page's").to.equal(false);
    viewer.remove();

    const next = createFromMarkup(
      { "preferences-key": KEY, view: "table", timezone: "UTC", "page-size": "100" },
      { storage },
    );
    expect([next.view, next.timezone, next.pageSize]).to.deep.equal(["cards", "US/Pacific", 25]);
    expect(next.getAttribute("view")).to.equal("table");
  });

  it("remember columns and their widths", async () => {
    const { storage, written } = createStorage();
    const { viewer } = await showViewer({ preferencesKey: KEY, storage }, SMALL);
    await viewer.search();
    await click(get(viewer, "button", "Toggle columns"));
    const item = await waitUntil(() => findElement(viewer, "menuitemcheckbox", "IP Address"), "the menu");
    await click(item);
    await waitUntil(() => written(), "what is stored");
    expect(written()!["columns"]).to.deep.equal([
      ...["timestamp", "action", "affectedUser", "affectedDomain", "object", "byIp"],
    ]);
    const next = createFromMarkup({ "preferences-key": KEY }, { storage });
    expect(next.columns).to.contain("byIp");
  });

  it("win over attributes, but not over properties that the page sets later", async () => {
    const { storage } = createStorage({ version: 1, view: "cards", timezone: "US/Pacific", pageSize: 25 });
    const viewer = createFromMarkup({ "preferences-key": KEY, view: "table" }, { storage, timezone: "UTC" });
    expect(viewer.view).to.equal("cards");
    expect(viewer.timezone, "a property set before is as good as an attribute").to.equal("US/Pacific");
    viewer.view = "table";
    await waitForRender(viewer);
    expect([viewer.view, viewer.pageSize]).to.deep.equal(["table", 25]);
    document.body.append(viewer);
    await waitForRender(viewer);
    expect(viewer.view, "a moved element reads nothing again").to.equal("table");
  });

  it("are read when the page sets the key later, except those that the page has set itself", async () => {
    const { storage } = createStorage({ version: 1, view: "cards", pageSize: 25 });
    const viewer = createFromMarkup({}, { storage });
    await waitForRender(viewer);
    viewer.pageSize = 100;
    viewer.preferencesKey = KEY;
    await waitForRender(viewer);
    expect([viewer.view, viewer.pageSize]).to.deep.equal(["cards", 100]);
  });

  it("apply to the first search at once", async () => {
    const { storage } = createStorage({ version: 1, pageSize: 25, timezone: "Asia/Tokyo" });
    const { viewer, server } = await showViewer(
      { preferencesKey: KEY, storage, autoSearch: true, pageSize: 10, timezone: "UTC" },
      SMALL,
    );
    await waitUntil(() => findElement(viewer, "table", "Audit events"), "the results");
    expect(getText(get(viewer, "group", "Statistics"))).to.match(/Total events\s*25.*Asia\/Tokyo/);
    const searches = server.requests.filter(({ path }) => path === "/auditlog").length;
    await waitForRender(viewer);
    expect(server.requests.filter(({ path }) => path === "/auditlog").length).to.equal(searches);
  });

  it("are in the browser's own storage by default; what the page changes is not remembered", async () => {
    const { viewer } = await showViewer({ preferencesKey: KEY }, SMALL);
    viewer.pageSize = 50;
    await waitForRender(viewer);
    expect(localStorage.getItem(KEY)).to.equal(null);
    await click(get(viewer, "radio", "Cards"));
    await waitUntil(() => localStorage.getItem(KEY), "what is stored");
    expect(JSON.parse(localStorage.getItem(KEY)!)).to.deep.equal({ version: 1, view: "cards" });
  });

  it("are reported without a key, too, but not stored", async () => {
    const { storage, keys } = createStorage();
    const { viewer } = await showViewer({ storage }, SMALL);
    const told = recordPreferences(viewer);
    await click(get(viewer, "radio", "Cards"));
    await waitUntil(() => told.length === 1, "the word");
    expect(keys()).to.deep.equal([]);
  });

  it("never hold an event or a filter", async () => {
    const { storage, written } = createStorage();
    const { viewer } = await showViewer({ preferencesKey: KEY, storage }, SMALL);
    await viewer.search({ affectedDomain: "abc-plumbing.example" });
    await click(get(viewer, "radio", "Cards"));
    await waitUntil(() => written(), "what is stored");
    expect(Object.keys(written()!).sort()).to.deep.equal(["version", "view"]);
  });

  it("do not stop a viewer without working storage", async () => {
    const broken = {
      getItem: () => "{",
      setItem: () => {
        throw new Error("full");
      },
    };
    const { viewer } = await showViewer({ preferencesKey: KEY, storage: broken }, SMALL);
    await click(get(viewer, "radio", "Cards"));
    await waitUntil(() => viewer.view === "cards", "the cards");
    await viewer.search();
    expect(get(viewer, "list", "Audit events").localName).to.equal("ul");
  });
});
