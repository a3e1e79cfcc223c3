import { expect } from "@open-wc/testing";
import { emulateMedia, setViewport } from "@web/test-runner-commands";
import { DEFAULT_TAXONOMY } from "../../src/core/taxonomy/vocabulary.js";
import { en } from "../support/english.js";
import { findAxeProblems, getRules } from "../support/axe.js";
import { listTexts } from "../i18n/test-languages.js";
import { waitUntil } from "./support.js";

const PAGE = "/docs/user-guide/index.html";
const SMALL_PICTURE = 120 * 1024;

interface Opened {
  readonly page: Document;
  readonly window: Window & typeof globalThis;
}

async function open(width: number): Promise<Opened> {
  await setViewport({ width: Math.max(width, 800), height: 900 });
  const frame = document.createElement("iframe");
  frame.title = "The guide";
  frame.src = PAGE;
  frame.style.cssText = `position: absolute; inset: 0 auto auto 0; inline-size: ${width}px; block-size: 900px; border: 0`;
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const page = frame.contentDocument!;
  await waitUntil(() => page.styleSheets.length === 1, "the style sheet");
  return { page, window: frame.contentWindow as Opened["window"] };
}

/** Axe looks into frames that have it, too. */
async function findProblems({ page, window }: Opened, colorScheme: string): Promise<string[]> {
  const script = page.createElement("script");
  script.src = "/node_modules/axe-core/axe.min.js";
  const loaded = new Promise((resolve) => script.addEventListener("load", resolve, { once: true }));
  page.head.append(script);
  await loaded;
  return findAxeProblems(page.documentElement, { owner: window, ...getRules(colorScheme) });
}

/** Everything that the viewer can say in English, and the names of what can be searched for. */
function listWords(): Set<string> {
  const { actions, objects } = DEFAULT_TAXONOMY;
  return new Set([
    ...listTexts(en).flatMap(([, text]) => (typeof text === "string" ? [text] : [])),
    ...[...actions, ...objects.flatMap(({ items }) => items)].map(({ label }) => label),
    ...objects.map(({ category }) => category),
    en.exportLoaded(en.exportFormats.csv),
    en.exportRange(en.exportFormats.csv),
  ]);
}

const readPlainText = (element: Element) => element.textContent!.replace(/\s+/g, " ").trim();

describe("the user guide", () => {
  afterEach(async () => {
    for (const frame of document.querySelectorAll("iframe")) frame.remove();
    await emulateMedia({ colorScheme: "light", media: "screen" });
  });

  for (const [width, colorScheme] of [
    [1280, "light"],
    [1280, "dark"],
    [320, "light"],
    [320, "dark"],
  ] as const)
    it(`has no accessibility problem and no line that is cut: ${width} px, ${colorScheme}`, async () => {
      await emulateMedia({ colorScheme });
      const opened = await open(width);
      expect(await findProblems(opened, colorScheme)).to.deep.equal([]);
      const { documentElement } = opened.page;
      expect(documentElement.scrollWidth).to.be.at.most(documentElement.clientWidth);
    });

  it("names every control and message as the screen does", async () => {
    const { page } = await open(1280);
    const known = listWords();
    const named = [...page.querySelectorAll(".ui")].map(readPlainText);
    expect(named.length).to.be.above(100);
    expect(named.filter((name) => !known.has(name))).to.deep.equal([]);
  });

  it("describes every filter, tool, column and range", async () => {
    const { page } = await open(1280);
    const named = new Set([...page.querySelectorAll(".ui")].map(readPlainText));
    const { textFilters, presets } = en;
    const { byUser, byDomain, byIp, affectedUser, affectedDomain } = textFilters;
    for (const name of [
      ...[en.actionFilter, en.objectsFilter, en.dateRange, byUser, byDomain, byIp, affectedUser, affectedDomain],
      ...Object.values(presets),
      ...[en.searchButton, en.clearButton, en.tableView, en.cardsView, en.recordsPerPage, en.timezone],
      ...[en.toggleColumns, en.refresh, en.exportEvents, en.copyDetails, en.investigateUser, en.parameters],
      ...[en.timeline, en.breakdown, en.countRange, en.findings, en.timelineZoom, en.timelineBack, en.findingShow],
      ...[en.totalEvents, en.uniqueUsers, en.uniqueDomains, en.previousPage, en.nextPage, en.moreAvailable],
    ])
      expect(named.has(name), name).to.equal(true);
  });

  it("has links that work, and a table of contents with every part", async () => {
    const { page } = await open(1280);
    const targets = [...page.querySelectorAll<HTMLAnchorElement>("a")].map((link) => link.getAttribute("href")!);
    for (const target of targets) {
      expect(target, "it needs no other file").to.match(/^#/);
      expect(page.querySelector(target), target).not.to.equal(null);
    }
    const parts = [...page.querySelectorAll("main [id]")].map(({ id }) => `#${id}`);
    expect(targets.filter((target) => target !== "#text")).to.deep.equal(parts);
    for (const section of page.querySelectorAll("section"))
      expect(readPlainText(page.getElementById(section.getAttribute("aria-labelledby")!)!)).to.match(/\S/);
  });

  it("has small pictures with descriptions, in the given size, light and dark", async () => {
    const { page } = await open(1280);
    const images = [...page.querySelectorAll("img")];
    expect(images.length).to.be.above(5);
    for (const image of images) {
      image.loading = "eager";
      await image.decode();
      expect(image.alt.length, image.src).to.be.above(20);
      const [width, height] = [Number(image.getAttribute("width")), Number(image.getAttribute("height"))];
      expect(image.naturalWidth / image.naturalHeight, image.src).to.be.closeTo(width / height, 0.01);
      expect(image.naturalWidth, "sharp on a dense screen").to.be.at.least(width * 1.4);
    }
    const sources = [...page.querySelectorAll("source")].map(({ srcset }) => new URL(srcset, page.baseURI).href);
    for (const url of [...images.map(({ src }) => src), ...sources]) {
      const answer = await fetch(url);
      expect(answer.ok, url).to.equal(true);
      expect((await answer.blob()).size, url).to.be.below(SMALL_PICTURE);
    }
  });

  it("needs no script and no other server", async () => {
    const served = await (await fetch(PAGE)).text();
    // The test runner's own line, in every page that it serves.
    const text = served.replace(/<!-- injected by web-dev-server -->\s*<script.*?<\/script>/s, "");
    const found = /<script|<iframe|https?:\/\/|style=|\son[a-z]+=/i.exec(text);
    expect(found && text.slice(found.index - 40, found.index + 80)).to.equal(null);
    const css = await (await fetch(PAGE.replace("index.html", "guide.css"))).text();
    expect(css).not.to.match(/url\(|@import/);
  });

  it("prints its text and pictures without the contents, black on white", async () => {
    await emulateMedia({ colorScheme: "dark", media: "print" });
    const { page, window } = await open(718);
    expect(page.querySelector("nav")!.checkVisibility()).to.equal(false);
    expect(window.getComputedStyle(page.body).backgroundColor).to.equal("rgb(255, 255, 255)");
    expect(page.documentElement.scrollWidth).to.be.at.most(718);
  });
});
