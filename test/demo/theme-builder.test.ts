import { expect } from "@open-wc/testing";
import { emulateMedia, setViewport } from "@web/test-runner-commands";
import { html, render } from "lit";
import styles from "../../demo/theme-builder/theme-builder.css?inline";
import { sampleAdapter } from "../../demo/theme-builder/sample-server.js";
import { ThemeBuilder } from "../../demo/theme-builder/theme-builder.js";
import { TOKENS } from "../../demo/theme-builder/token-list.js";
import { findProblem } from "../../demo/theme-builder/token-value.js";
import { define, type AuditLogViewer } from "../../src/index.js";
import { findAxeProblems, getRules } from "../support/axe.js";
import { hex, rgba } from "../support/contrast.js";
import { click, fill, paste, press, type } from "../support/user-input.js";
import { getAll, getFocused, get, findElement, getName, getText } from "../support/screen.js";
import { waitUntil } from "../flows/support.js";

define();

/** The page as a partner opens it: the same sections, the same style sheet, viewers with results. */
let paper: HTMLElement;
let builder: ThemeBuilder;
const sheet = new CSSStyleSheet();

async function open(hash = "", width = 1440): Promise<void> {
  close();
  await setViewport({ width, height: 1000 });
  history.replaceState(null, "", `${location.pathname}${location.search}${hash}`);
  document.adoptedStyleSheets = [sheet];
  paper = document.createElement("main");
  document.body.append(paper);
  const renderViewer = (theme: "light" | "dark") =>
    html`<section id="preview-${theme}" aria-label=${theme}>
      <audit-log-viewer theme=${theme} timezone="UTC" .adapter=${adapter} auto-search></audit-log-viewer>
    </section>`;
  render(
    html`<div id="builder"></div>
      <div id="previews">
        <div id="look"></div>
        ${renderViewer("light")}${renderViewer("dark")}
      </div>`,
    paper,
  );
  builder = new ThemeBuilder(paper.querySelector("#builder")!, paper.querySelector("#previews")!);
  await waitUntil(() => findElement(listShown()[0]!, "button", /^Details: /), "results");
}

const adapter = sampleAdapter();

function close(): void {
  builder?.end();
  paper?.remove();
  document.adoptedStyleSheets = [];
}

/** The viewers that are to be seen. */
const listShown = (): AuditLogViewer[] =>
  Array.from(paper.querySelectorAll<AuditLogViewer>("audit-log-viewer")).filter((viewer) => viewer.checkVisibility());

const readSearchGround = (viewer: AuditLogViewer): string =>
  hex(rgba(getComputedStyle(get(viewer, "button", "Search")).backgroundColor));
const readCss = (): string => (get(paper, "textbox", "Style sheet") as HTMLTextAreaElement).value;
const getField = (name: string): HTMLElement => get(paper, "textbox", new RegExp(`${name}$`));
const readVerdict = (): string => getText(get(paper, "status")).trim();

describe("the theme builder", () => {
  before(() => {
    sheet.replaceSync(styles);
    // Transitions would show colours on their way.
    return emulateMedia({ reducedMotion: "reduce" });
  });
  afterEach(close);
  after(() => history.replaceState(null, "", location.pathname + location.search));

  it("shows a change at once in both schemes, with its contrast, and offers the changed tokens", async () => {
    await open();
    expect(readCss()).to.equal("");
    expect(readVerdict()).to.match(/^Pass: all \d+ pass in the light scheme, all \d+ pass in the dark scheme\.$/);
    await fill(getField("--alv-accent"), "#ffcc00");
    expect(listShown().map(readSearchGround)).to.deep.equal(["#ffcc00", "#ffcc00"]);
    expect(readCss()).to.equal("audit-log-viewer {\n  --alv-accent: #ffcc00;\n}\n");
    expect(readVerdict()).to.match(/^Pass/);
    await fill(getField("--alv-text"), "light-dark(#9a9a9a, #e8ebf0)");
    expect(readVerdict()).to.match(/^Fail: \d+ of \d+ fail in the light scheme, all/);
    expect(getText(paper.querySelector("table")!)).to.match(/Text ?4\.5 ?2\.\d\d FAIL/);
    // Parallel test files share one clipboard, so the test reads what is written, not the clipboard.
    const write = navigator.clipboard.writeText;
    let copied = "";
    navigator.clipboard.writeText = (text) => {
      copied = text;
      return write.call(navigator.clipboard, text);
    };
    await click(get(paper, "button", "Copy CSS"));
    await waitUntil(() => /Copied/.test(getText(paper)), "the answer");
    navigator.clipboard.writeText = write;
    expect(copied).to.equal(
      "audit-log-viewer {\n  --alv-text: light-dark(#9a9a9a, #e8ebf0);\n  --alv-accent: #ffcc00;\n}\n",
    );
  });

  it("selects the style sheet where the clipboard is refused", async () => {
    await open("#accent=%23800080");
    const write = navigator.clipboard.writeText;
    navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    await click(get(paper, "button", "Copy CSS"));
    await waitUntil(() => /Clipboard blocked/.test(getText(paper)), "the reason");
    navigator.clipboard.writeText = write;
    const area = getFocused() as HTMLTextAreaElement;
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).to.equal(readCss());
  });

  it("starts with a partner's theme, goes back step by step, and starts again", async () => {
    await open();
    const start = get(paper, "combobox", /^Start from/) as HTMLSelectElement;
    start.focus();
    await type("Switch");
    expect(readCss()).to.match(/--alv-radius: 1px/);
    expect(listShown().map(({ density }) => density)).to.deep.equal(["compact", "compact"]);
    await fill(getField("--alv-radius"), "12px");
    expect(readCss()).to.match(/--alv-radius: 12px/);
    // What was typed key by key is one step.
    await click(get(paper, "button", "Undo"));
    expect(readCss()).to.match(/--alv-radius: 1px/);
    await click(get(paper, "button", "Undo"));
    expect(readCss()).to.equal("");
    expect((get(paper, "button", "Undo") as HTMLButtonElement).disabled).to.equal(true);
    await fill(getField("--alv-accent"), "teal");
    await click(get(paper, "button", "Reset"));
    expect(readCss()).to.equal("");
    await click(get(paper, "button", "Undo"));
    expect(readCss()).to.match(/teal/);
    await click(get(paper, "button", "Reset --alv-accent"));
    expect(readCss()).to.equal("");
  });

  it("finds any of the other tokens, and sets one colour in one scheme", async () => {
    await open();
    await fill(get(paper, "searchbox"), "red bg");
    const well = paper.querySelector<HTMLInputElement>('input[aria-label="--alv-red-bg, dark"]')!;
    expect(well.checkVisibility()).to.equal(true);
    well.value = "#400010";
    well.dispatchEvent(new Event("input", { bubbles: true }));
    expect(readCss()).to.match(/^audit-log-viewer \{\n {2}--alv-red-bg: light-dark\(#fdebec, #400010\);\n\}\n$/);
    await fill(get(paper, "searchbox"), "no such thing");
    expect(getText(paper)).to.match(/No matching tokens/);
  });

  it("shows one scheme or both, in either density", async () => {
    await open();
    await click(get(paper, "radio", "Dark"));
    expect(listShown().map(({ theme }) => theme)).to.deep.equal(["dark"]);
    await click(get(paper, "radio", "Compact"));
    expect(listShown().map(({ density }) => density)).to.deep.equal(["compact"]);
    await click(get(paper, "button", "Undo"));
    expect(listShown().map(({ theme, density }) => [theme, density])).to.deep.equal([["dark", "comfortable"]]);
    await click(get(paper, "radio", "Both"));
    expect(listShown().map(({ theme }) => theme)).to.deep.equal(["light", "dark"]);
  });

  it("is the same after a reload, and for everyone with the address", async () => {
    await open("#from=fuchsia");
    await fill(getField("--alv-accent"), "#0a7d5a");
    await fill(getField("--alv-surface"), "");
    await click(get(paper, "radio", "Compact"));
    const before = readCss();
    expect(before).to.match(/#0a7d5a/);
    expect(before).to.not.match(/--alv-surface:/);
    await waitUntil(() => /density=compact/.test(location.hash), "the address");
    await open(location.hash);
    expect(readCss()).to.equal(before);
    expect(listShown()[0]!.density).to.equal("compact");
    expect((get(paper, "combobox", /^Start from/) as HTMLSelectElement).value).to.equal("fuchsia");
  });

  it("rejects a value that would break a style sheet, from a field or from an address", async () => {
    const hostile = [
      "red; } body { display: none",
      "red } body { display: none }",
      "red/*",
      "rgb(1 2 3",
      "red; --alv-text: blue",
      "red !important",
      "url(https://example.com/x.png)",
      "var(--x)",
      "inherit",
      "red\\",
      "</style><script>alert(1)</script>",
      "expression(alert(1))",
      '"',
      "light-dark(red, blue",
      "12px",
    ];
    for (const { name, kind, fallback } of TOKENS) {
      for (const value of hostile.slice(0, -1)) expect(findProblem(kind, value), `${name}: ${value}`).to.be.a("string");
      if (!/var\(/.test(fallback)) expect(findProblem(kind, fallback), name).to.equal(undefined);
    }
    await open("#accent=red%3B%7D+body+%7Bdisplay%3Anone&surface=%23fff&nonsense=1&constructor=red&__proto__=red");
    expect(readCss()).to.equal("audit-log-viewer {\n  --alv-surface: #fff;\n}\n");
    await fill(getField("--alv-accent"), "#123");
    for (const value of hostile) {
      await press("Control+A");
      paste(value);
      expect(getField("--alv-accent").getAttribute("aria-invalid"), value).to.equal("true");
      expect(readCss(), value).to.not.match(/--alv-accent/);
    }
    expect(getComputedStyle(document.body).display).to.equal("block");
    await fill(getField("--alv-accent"), "#0a7d5a");
    expect(getField("--alv-accent").getAttribute("aria-invalid")).to.equal("false");
  });

  it("is used by keyboard alone", async () => {
    await open();
    get(paper, "combobox", /^Start from/).focus();
    for (let tab = 0; tab < 12 && !/--alv-accent$/.test(getName(getFocused()!)); tab += 1) await press("Tab");
    await type("#7a1fa2");
    expect(readSearchGround(listShown()[0]!)).to.equal("#7a1fa2");
    for (let tab = 0; tab < 30 && getName(getFocused()!) !== "Copy CSS"; tab += 1) await press("Tab");
    await press("Enter");
    await waitUntil(() => /Copied/.test(getText(paper)), "the answer");
  });

  it("fits a phone, and axe finds nothing, in either scheme of the page", async () => {
    for (const [hash, width] of [
      ["", 1440],
      ["#from=clearview&text=%23999", 320],
    ] as const) {
      await open(hash, width);
      for (const summary of paper.querySelectorAll<HTMLElement>("summary")) summary.click();
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
      for (const colorScheme of ["light", "dark"] as const) {
        await emulateMedia({ colorScheme });
        expect(await findAxeProblems(paper.querySelector("#builder")!, getRules(colorScheme))).to.deep.equal([]);
        expect(await findAxeProblems(paper.querySelector("#look")!, getRules(colorScheme))).to.deep.equal([]);
      }
      await emulateMedia({ colorScheme: "light" });
    }
    expect(getAll(paper, "textbox").length).to.be.at.least(TOKENS.length);
  });
});
