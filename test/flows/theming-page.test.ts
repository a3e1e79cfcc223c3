import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import manifest from "../../custom-elements.json";
import page from "../../docs/theming.md?raw";
import { PARTNER_THEMES } from "../../demo/themes/index.js";
import type { AuditLogViewer } from "../../src/index.js";
import { contrast, listDeepElements, rgba } from "../support/contrast.js";
import { click } from "../support/user-input.js";
import { get, findElement } from "../support/screen.js";
import { cleanUp, showViewer, waitUntil } from "./support.js";
import { searchAndWait } from "./viewer-states.js";

interface Listed {
  readonly name: string;
  readonly default?: string;
}

const element = (manifest.modules as { declarations: { name: string }[] }[])
  .flatMap(({ declarations }) => declarations)
  .find(({ name }) => name === "AuditLogViewer") as unknown as { cssProperties: Listed[]; cssParts: Listed[] };
const TOKENS = element.cssProperties;
const PARTS = element.cssParts.map(({ name }) => name);
const EXAMPLES = Array.from(page.matchAll(/```css\n([\s\S]*?)```/g), ([, css]) => css ?? "");

const createSheet = (css: string): CSSStyleSheet => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
};

/** Every part that a page can reach: which of the names it may use match something. */
function listReached(viewer: AuditLogViewer): Set<string> {
  const written = new Set(
    listDeepElements(viewer.shadowRoot as ShadowRoot).flatMap((one) => Array.from((one as HTMLElement).part)),
  );
  const found = new Set<string>();
  for (const name of written) {
    const sheet = createSheet(`audit-log-viewer::part(${name}) { scroll-margin-top: 77px }`);
    document.adoptedStyleSheets = [sheet];
    const isReached = listDeepElements(viewer.shadowRoot as ShadowRoot).some(
      (one) => getComputedStyle(one).scrollMarginTop === "77px",
    );
    if (isReached) found.add(name);
  }
  document.adoptedStyleSheets = [];
  return found;
}

async function open(viewer: AuditLogViewer): Promise<void> {
  const change = await waitUntil(() => findElement(viewer, "button", /^Details: Modify/), "a change");
  if (change.getAttribute("aria-expanded") === "false") await click(change);
  await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
}

describe("the page on theming", () => {
  afterEach(() => {
    cleanUp();
    document.adoptedStyleSheets = [];
  });

  it("lists the parts that a page can style, and no others", async () => {
    const { viewer, server } = await showViewer({ timeline: true });
    await searchAndWait(viewer);
    await open(viewer);
    await waitUntil(() => findElement(viewer, "region", "Timeline"), "the timeline");
    const found = listReached(viewer);
    viewer.view = "cards";
    await waitUntil(() => findElement(viewer, "list", "Audit events")?.localName === "ul", "the cards");
    await open(viewer);
    for (const name of listReached(viewer)) found.add(name);
    server.behavior.failures = [{ at: "every", kind: "500" }];
    await viewer.search();
    await waitUntil(() => findElement(viewer, "button", "Try again"), "the notice");
    for (const name of listReached(viewer)) found.add(name);
    server.behavior.failures = [];
    await viewer.search({ affectedUser: "no-such-user" });
    await waitUntil(() => findElement(viewer, "heading", "No events match"), "the empty state");
    for (const name of listReached(viewer)) found.add(name);
    server.behavior.failures = [{ at: "every", kind: "hang" }];
    void viewer.search();
    await waitUntil(() => findElement(viewer, "button", "Stop"), "the skeleton");
    for (const name of listReached(viewer)) found.add(name);
    expect([...found].sort()).to.deep.equal([...PARTS].sort());
  });

  it("names each token and each part once, and each of them is in the manifest", () => {
    const countRows = (name: string) => page.split("\n").filter((line) => line.startsWith(`| \`${name}\``)).length;
    for (const { name } of [...TOKENS, ...element.cssParts]) expect(countRows(name), name).to.equal(1);
    const known = new Set(TOKENS.map(({ name }) => name));
    const used = Array.from(page.matchAll(/--alv-[a-z][\w-]*\w/g), ([name]) => name);
    expect(used.filter((name) => !known.has(name) && name !== "--alv-motion")).to.deep.equal([]);
  });

  it("lists tokens that each do something, by themselves", async () => {
    const { viewer } = await showViewer();
    await emulateMedia({ reducedMotion: "no-preference" });
    const inner = viewer.shadowRoot!.querySelector(".viewer")!;
    for (const { name } of TOKENS) {
      const before = readPrivateValues(inner);
      viewer.style.setProperty(name, "7px");
      expect(readPrivateValues(inner), name).to.not.equal(before);
      viewer.style.removeProperty(name);
    }
  });

  it("gives examples that work as described", async () => {
    const { viewer } = await showViewer({ theme: "light" });
    await searchAndWait(viewer);
    await open(viewer);
    expect(EXAMPLES.length).to.be.at.least(3);
    for (const css of EXAMPLES) {
      const rules = Array.from(createSheet(css).cssRules) as CSSStyleRule[];
      expect(rules.length).to.be.at.least(1);
      for (const { selectorText } of rules) {
        const part = /::part\((.*)\)/.exec(selectorText)?.[1];
        if (part) expect(PARTS).to.include(part);
      }
    }
    document.adoptedStyleSheets = [createSheet(EXAMPLES[0] ?? "")];
    const style = getComputedStyle(get(viewer, "button", "Search"));
    expect(rgba(style.backgroundColor)).to.deep.equal(rgba("#d6007f"));
    expect(style.borderRadius).to.equal("14px");
    expect(style.fontFamily).to.match(/^Nunito/);
    expect(contrast(rgba(style.color), rgba(style.backgroundColor))).to.be.at.least(4.5);
    document.adoptedStyleSheets = EXAMPLES.map(createSheet);
    const row = get(viewer, "button", /^Details: Modify/).closest("tr")!;
    expect(getComputedStyle(row).borderInlineStartWidth).to.equal("4px");
  });

  it("names the partner themes, which set only tokens of the viewer", () => {
    for (const { id, css } of PARTNER_THEMES) {
      expect(page).to.include(`\`${id}.css\``);
      const rules = Array.from(createSheet(css).cssRules) as CSSStyleRule[];
      expect(rules.map(({ selectorText }) => selectorText)).to.deep.equal(["audit-log-viewer"]);
      const known = new Set([...TOKENS.map(({ name }) => name), "color-scheme"]);
      expect(Array.from(rules[0]!.style).filter((name) => !known.has(name))).to.deep.equal([]);
    }
  });
});

/** What the element hands down to its inner elements. */
function readPrivateValues(inner: Element): string {
  const style = getComputedStyle(inner);
  return TOKENS.map(({ name }) => style.getPropertyValue(name.replace("--alv-", "--_alv-"))).join(";");
}
