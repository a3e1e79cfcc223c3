import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import UPNG from "upng-js";
import { createServer } from "vite";
import { BROWSER_FLAGS, findBrowser } from "./find-browser.mjs";
import { GALLERY, takeSmall } from "./screenshots/gallery.mjs";
import { doNothing, LOG, PICTURES } from "./screenshots/pictures.mjs";
import {
  chooseObjects,
  findNothing,
  openBrokenRouting,
  openColumns,
  openDetails,
  openExport,
  printResults,
  runSearch,
  showCards,
  typeRange,
} from "./screenshots/states.mjs";

/*
 * Takes pictures of the demo page in its states, themes and widths: `npm run screenshots [part of a name]`. The seed
 * and the time are fixed, so that two runs show the same data. The pictures of the documentation, the user guide and
 * the gallery are committed; only `npm run screenshots documentation`, `guide` or `gallery` takes them.
 */

const USAGE = `Usage: npm run screenshots -- [part of a name]

Takes the pictures whose names contain the part, or all of them, into screenshots/. The parts documentation, guide and gallery
take the committed pictures instead: those of docs/, the user guide and the demo's gallery.

  --help`;

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = join(ROOT, "screenshots");
const GUIDE_FOLDER = join(ROOT, "docs/user-guide/pictures");
const GUIDE_PAGE = join(ROOT, "docs/user-guide/index.html");
/** Device pixels for each CSS px: pictures are sharp on a dense screen. */
const DENSE = 1.5;
const NOW = new Date("2026-11-23T19:20:00Z");
/** The viewer tries a failing network four times before it reports the failure. */
const PATIENCE_MS = 30_000;

/** Only the viewer, sharp on a dense screen: this many px from its top, or all of it. */
const GUIDE = [
  ["first-search", runSearch, 420],
  ["filters", chooseObjects, 470],
  ["date-range", typeRange, 520],
  ["details", openBrokenRouting, Infinity],
  ["cards", showCards, 490],
  ["columns", openColumns, 500],
  ["export", openExport, 400],
  ["nothing-found", findNothing, Infinity],
  ["printed", printResults, Infinity],
].flatMap(([name, act, height]) =>
  (name === "printed" ? ["light"] : ["light", "dark"]).map((theme) => ({
    name: `guide-${name}${theme === "dark" ? "-dark" : ""}`,
    file: join(GUIDE_FOLDER, `${name}${theme === "dark" ? "-dark" : ""}.png`),
    width: name === "printed" ? 860 : 1180,
    theme,
    url: LOG,
    act,
    height,
  })),
);

/** Pictures that are committed are only taken on request. */
const COMMITTED = [
  ...GUIDE,
  ...GALLERY,
  {
    name: "documentation-overview",
    file: join(ROOT, "docs/pictures/overview.png"),
    width: 1280,
    theme: "light",
    url: LOG,
    act: openDetails,
    height: 791,
  },
];

/** The viewer and the edge of the page around it. */
async function measureViewer(page, height) {
  const { x, y, width, height: whole } = await page.locator("audit-log-viewer").boundingBox();
  return { x: x - 1, y: y - 1, width: width + 2, height: height === Infinity ? whole + 2 : height };
}

/** Reduces the picture to a few colors: enough for words, lines and icons, at a third of the size. */
function reduceColors(png) {
  const image = UPNG.decode(png);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, 96));
}

async function takePicture(page, { height, small, file }) {
  if (small) return takeSmall(page, small);
  // A clip ends at the edge of the window, and an open row reaches further down.
  const clip = height ? await measureViewer(page, height) : undefined;
  const taken = await page.screenshot({ animations: "disabled", fullPage: true, clip });
  return file ? reduceColors(taken) : taken;
}

/**
 * Writes the size of the new picture into the page of the guide, which reserves that space before the picture has
 * loaded.
 */
function writeSize({ name, file }) {
  if (!name.startsWith("guide-")) return;
  const { width, height } = UPNG.decode(readFileSync(file));
  const image = new RegExp(`(src="pictures/${basename(file)}"\\s+width=")\\d+("\\s+height=")\\d+`);
  const page = readFileSync(GUIDE_PAGE, "utf8");
  const [w, h] = [width, height].map((pixels) => Math.round(pixels / DENSE));
  writeFileSync(GUIDE_PAGE, page.replace(image, `$1${w}$2${h}`));
}

async function take(browser, base, picture) {
  const { name, width, theme, url, forced, panel, before = doNothing, act, height } = picture;
  const context = await browser.newContext({
    viewport: { width, height: width < 720 ? 740 : 900 },
    deviceScaleFactor: height ? DENSE : 1,
    colorScheme: theme,
    forcedColors: forced ? "active" : "none",
    reducedMotion: "reduce",
    hasTouch: false,
    timezoneId: "America/New_York",
    locale: "en-US",
  });
  try {
    const page = await context.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.setDefaultTimeout(PATIENCE_MS);
    await page.clock.setFixedTime(NOW);
    await page.goto(`${base}${url}`);
    if (panel) await page.getByRole("button", { name: /^Settings/ }).click();
    await before(page);
    await act(page);
    await page.evaluate(() => document.fonts.ready.then(() => scrollTo(0, 0)));
    // Moves the pointer to where nothing reacts to it.
    await page.mouse.move(0, 0);
    const file = picture.file ?? join(FOLDER, `${name}.png`);
    writeFileSync(file, await takePicture(page, picture));
    writeSize({ name, file });
    if (errors.length > 0) throw new Error(`The page threw: ${errors.join("; ")}`);
    return file;
  } finally {
    await context.close();
  }
}

async function main() {
  const { values, positionals } = parseArgs({ options: { help: { type: "boolean" } }, allowPositionals: true });
  if (values.help) return void console.log(USAGE);
  const [part = ""] = positionals;
  const list = /^(?:guide|documentation|gallery)/.test(part) ? COMMITTED : PICTURES;
  const wanted = list.filter(({ name }) => name.includes(part));
  if (wanted.length === 0) throw new Error(`No picture's name contains "${part}".`);
  if (part === "") rmSync(FOLDER, { recursive: true, force: true });
  for (const file of [join(FOLDER, "any"), ...wanted.flatMap((picture) => picture.file ?? [])])
    mkdirSync(dirname(file), { recursive: true });
  const vite = await createServer({
    configFile: join(ROOT, "vite.config.ts"),
    root: join(ROOT, "demo"),
    // A cache of its own, so that a dev server that runs at the same time is not disturbed.
    cacheDir: join(ROOT, "node_modules/.vite-screenshots"),
    logLevel: "error",
    server: { port: 0, host: "localhost", hmr: false, watch: null },
  });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
  try {
    await vite.listen();
    const base = `http://localhost:${vite.httpServer.address().port}/`;
    // On the first visit, Vite finds and prepares the dependencies, which may reload the page.
    const first = await browser.newPage();
    await first.goto(base);
    await first.getByRole("button", { name: "Copy details" }).waitFor({ timeout: 60_000 });
    await first.close();
    const failures = [];
    for (const picture of wanted) {
      try {
        console.log(relative(process.cwd(), await take(browser, base, picture)));
      } catch (error) {
        failures.push(picture.name);
        console.error(`${picture.name}: ${error.message}`);
      }
    }
    if (failures.length > 0)
      throw new Error(`${failures.length} of ${wanted.length} pictures failed: ${failures.join(", ")}`);
  } finally {
    await browser.close();
    await vite.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
