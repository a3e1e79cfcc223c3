import { expect } from "@open-wc/testing";
import { createPanel } from "../../src/hosts/portal-panel.js";
import { readSettings } from "../../src/hosts/portal-settings.js";
import type { AuditLogViewer } from "../../src/index.js";
import { waitForRender, waitUntil } from "../flows/support.js";

/*
 * A portal's setting accepts only a URL, so the URL's query has the settings of the viewer.
 */
const MODULE = new URL("../../src/index.ts", import.meta.url).href;

/** The tag that a portal makes of its setting; it is not on the page, so nothing is loaded. */
function tag(query: string, data: Record<string, string> = {}): HTMLScriptElement {
  const script = document.createElement("script");
  script.src = `https://cdn.example/audit-log/portal.js${query}`;
  Object.assign(script.dataset, { module: MODULE, ...data });
  return script;
}

async function createViewer(script: HTMLScriptElement): Promise<AuditLogViewer> {
  const [list, link] = [document.createElement("ul"), document.createElement("a")];
  document.body.append(list);
  createPanel(readSettings(script)).open(list, link);
  const viewer = await waitUntil(
    () => document.querySelector<AuditLogViewer>("[data-audit-log-panel] audit-log-viewer"),
    "the viewer",
  );
  await waitForRender(viewer);
  return viewer;
}

describe("portal.js by its URL alone", () => {
  const { warn } = console;
  let said: string[] = [];
  beforeEach(() => {
    said = [];
    console.warn = (...parts: unknown[]) => void said.push(parts.map(String).join(" "));
  });
  afterEach(() => {
    console.warn = warn;
    document.querySelector("[data-audit-log-panel]")?.remove();
    document.querySelectorAll("body > ul").forEach((list) => list.remove());
    delete (globalThis as { auditLogViewerPortal?: unknown }).auditLogViewerPortal;
  });

  it("sets every plain attribute of the viewer", async () => {
    const query =
      "?theme=dark&timezone=US/Eastern&help-url=https://help.example/log&page-size=25&view=cards&density=compact" +
      "&locale=fr&preferences-key=acme&worker-url=none&v=3";
    const viewer = await createViewer(tag(query));
    const { theme, timezone, helpUrl, pageSize, view, density, locale, preferencesKey, workerUrl, autoSearch } = viewer;
    expect([
      theme,
      timezone,
      helpUrl,
      pageSize,
      view,
      density,
      locale,
      preferencesKey,
      workerUrl,
      autoSearch,
    ]).to.deep.equal([
      ...["dark", "US/Eastern", "https://help.example/log", 25, "cards", "compact", "fr", "acme", "none"],
      false,
    ]);
    expect(said).to.deep.equal([]);
  });

  it("turns on a setting without a value, but not if it is false", async () => {
    expect(readSettings(tag("?auto-search")).attributes["auto-search"]).to.equal("");
    const viewer = await createViewer(tag("?auto-search=false"));
    expect(viewer.autoSearch).to.equal(false);
  });

  it("checks values as attributes are checked", async () => {
    const viewer = await createViewer(
      tag("?theme=sepia&page-size=20&help-url=javascript:alert(1)&timezone=Mars/Olympus"),
    );
    await waitForRender(viewer);
    for (const name of ["theme", "page-size", "help-url", "timezone"]) {
      expect(
        said.filter((text) => text.indexOf(`\`${name}\``) !== -1),
        name,
      ).to.have.length(1);
    }
  });

  it("names no other server for the viewer, and no property", async () => {
    const viewer = await createViewer(tag("?api-base=https://evil.example/&onclick=alert(1)&style=color:red&redact=x"));
    expect(viewer.hasAttribute("api-base")).to.equal(false);
    expect(viewer.getAttributeNames()).to.deep.equal([]);
    expect(viewer.apiBase).to.equal(undefined);
  });

  it("yields to attributes of the tag, and overrides the page's object", async () => {
    Object.assign(globalThis, {
      auditLogViewerPortal: { properties: { theme: "light", view: "cards", density: "compact" } },
    });
    const viewer = await createViewer(tag("?theme=dark&timezone=UTC", { timezone: "US/Pacific", helpUrl: "/help" }));
    expect([viewer.theme, viewer.view, viewer.density]).to.deep.equal(["dark", "cards", "compact"]);
    expect([viewer.timezone, viewer.helpUrl]).to.deep.equal(["US/Pacific", "/help"]);
  });

  it("reads its own settings in both spellings", () => {
    expect(readSettings(tag("?card-title=Who&cardText=What")).cardTitle).to.equal("Who");
    expect(readSettings(tag("?card-title=Who&cardText=What")).cardText).to.equal("What");
  });
});
