import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import UPNG from "upng-js";
import { createServer } from "vite";
import { BROWSER_FLAGS, findBrowser } from "./find-browser.mjs";
import { GALLERY, takeSmall } from "./screenshots/gallery.mjs";

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

const search = (page) => page.getByRole("search", { name: "Audit log filters" });
const searchButton = (page) => search(page).getByRole("button", { name: "Search", exact: true });
const results = (page) => page.getByRole("table", { name: "Audit events" });
const cards = (page) => page.getByRole("list", { name: "Audit events" });

async function searched(page) {
  await searchButton(page).click();
  await results(page).waitFor();
}

/** Opens a row with parameters: a change has more to show than a sign-in. */
async function details(page) {
  await searched(page);
  await results(page)
    .getByRole("button", { name: /^Details: Modify/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Copy details" }).waitFor();
}

async function asCards(page) {
  await searched(page);
  await page.getByRole("radio", { name: "Cards" }).check();
  await cards(page).waitFor();
}

async function openCard(page) {
  await asCards(page);
  await cards(page)
    .getByRole("button", { name: /^Details: Modify/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Copy details" }).waitFor();
}

async function dateRange(page) {
  await search(page)
    .getByRole("button", { name: /^Date range/ })
    .click();
  await page.getByRole("dialog", { name: "Date range" }).getByRole("button", { name: "Apply" }).waitFor();
}

/** Opens a tool above the results or a field of the filters, and waits for its dialog or menu. */
async function opened(page, button, role, name, inside) {
  if (!(await button.isVisible())) await unfold(page);
  await button.click();
  await page.getByRole(role, { name }).getByRole(inside.role, { name: inside.name }).first().waitFor();
}

/** Types a range with a clock change, which the text below the months mentions. */
async function customRange(page) {
  const button = search(page).getByRole("button", { name: /^Date range/ });
  await opened(page, button, "dialog", "Date range", { role: "button", name: "Apply" });
  const dialog = page.getByRole("dialog", { name: "Date range" });
  await dialog.getByRole("textbox", { name: "Start date" }).fill("10/22/2026");
  await dialog.getByRole("textbox", { name: "End date" }).fill("11/14/2026");
  await page.keyboard.press("Tab");
  await dialog.getByText(/^24 days/).waitFor();
}

async function objects(page) {
  const button = search(page).getByRole("button", { name: /^Objects/ });
  await opened(page, button, "dialog", "Objects", { role: "option", name: "OAuth" });
  const options = page.getByRole("listbox", { name: "Objects" }).getByRole("option");
  for (const name of ["OAuth", "Subscriber", "Phone Number", "Dialing"])
    await options.filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) }).click();
  await page.getByText(/^4 selected$/).waitFor();
  await page.getByRole("combobox", { name: "Find an object" }).press("Home");
  await page.keyboard.press("ArrowDown");
}

async function timezone(page) {
  await searched(page);
  const button = page.getByRole("button", { name: /^Timezone/ });
  await opened(page, button, "dialog", "Timezone", { role: "option", name: /US\/Central/ });
  await page.keyboard.press("ArrowDown");
}

async function columns(page) {
  await searched(page);
  const button = page.getByRole("button", { name: "Toggle columns" });
  await opened(page, button, "menu", "Toggle columns", { role: "menuitemcheckbox", name: "By User" });
}

async function exportOpen(page) {
  await searched(page);
  const button = page.getByRole("button", { name: "Export", exact: true });
  await opened(page, button, "dialog", "Export", { role: "button", name: /loaded events/ });
}

async function exportRuns(page) {
  // No user can choose a place for the file.
  await page.evaluate(() => delete globalThis.showSaveFilePicker);
  await exportOpen(page);
  await page.getByRole("button", { name: /whole date range/ }).click();
  await page.getByRole("progressbar").waitFor();
}

async function exportDone(page) {
  await exportOpen(page);
  await page.getByRole("button", { name: /loaded events/ }).click();
  await page.getByText(/^Exported 10 rows, /).waitFor();
}

/** Domains of earlier searches come first in the list. */
async function domains(page) {
  const field = search(page).getByRole("combobox", { name: "Affected domain" });
  const inSight = async () => (await field.isVisible()) || (await unfold(page));
  await inSight();
  await field.fill("abc-plumbing.example");
  await field.press("Enter");
  await page.getByRole("group", { name: "Active filters" }).waitFor();
  await inSight();
  await field.fill("al");
  await page.getByRole("listbox", { name: "Affected domain" }).getByRole("option").nth(1).waitFor();
  await field.press("ArrowDown");
}

const unfold = (page) =>
  search(page)
    .getByRole("button", { name: /^Filters/ })
    .click();

async function wrongAddress(page) {
  const field = search(page).getByRole("textbox", { name: "Performed by IP address" });
  if (!(await field.isVisible())) await unfold(page);
  await field.fill("203.0.113.400");
  await searchButton(page).click();
  await search(page)
    .getByText(/Invalid IP/)
    .waitFor();
}

async function nothingFound(page) {
  const field = search(page).getByRole("textbox", { name: "Affected user" });
  if (!(await field.isVisible())) await unfold(page);
  await field.fill("nobody.here");
  await searchButton(page).click();
  await page.getByRole("heading", { name: "No events match" }).waitFor();
}

async function loading(page) {
  await searchButton(page).click();
  await page.getByText(/^Searching .*…$/).waitFor();
}

async function loadingLong(page) {
  await page.getByRole("button", { name: /^Date range/ }).click();
  await page.getByRole("button", { name: "Last Year" }).click();
  await search(page).getByRole("textbox", { name: "Performed by user" }).fill("devon.park");
  await searchButton(page).click();
  await page.getByText(/reading back/).waitFor();
}

async function failed(page) {
  await searchButton(page).click();
  await page.getByRole("button", { name: /^(Try|Check) again$/ }).waitFor();
}

async function failedBelow(page) {
  await searched(page);
  await page.getByRole("button", { name: /^Settings/ }).click();
  // The demo searches again after its server has changed.
  await page.getByLabel("Failure", { exact: true }).selectOption("500");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Try again" }).waitFor();
}

async function changedFilters(page) {
  await searched(page);
  await search(page).getByRole("textbox", { name: "Performed by user" }).fill("tom.becker");
}

/** Clicks a use case and waits for the event that answers it. */
async function useCase(page, name) {
  await page.getByRole("button", { name }).click();
  await page.getByRole("button", { name: "Copy details" }).waitFor();
}

/** Shows the viewer before its first search. */
const LOG = "?try=none";
const PORTAL = "?try=none#integrations";
const nothing = async () => undefined;

/** Every picture 1280 px wide, light and dark. */
const STATES = [
  ["portal", PORTAL, nothing],
  ["ready", LOG, nothing],
  ["table", LOG, searched],
  ["details", LOG, details],
  ["cards", LOG, asCards],
  ["cards-open", LOG, openCard],
  ["filters-changed", LOG, changedFilters],
  ["date-range", LOG, dateRange],
  ["popup-date-range", LOG, customRange],
  ["popup-objects", LOG, objects],
  ["popup-timezone", LOG, timezone],
  ["popup-columns", LOG, columns],
  ["popup-export", LOG, exportOpen],
  ["popup-export-runs", `${LOG}&delay=300`, exportRuns],
  ["popup-export-done", LOG, exportDone],
  ["domains", LOG, domains],
  ["wrong-address", LOG, wrongAddress],
  ["loading", `${LOG}&delay=5000`, loading],
  ["scanning", `${LOG}&delay=300`, loadingLong],
  ["nothing-found", LOG, nothingFound],
  ["error-network", `${LOG}&failure=network`, failed],
  ["error-401", `${LOG}&failure=401`, failed],
  ["error-403", `${LOG}&failure=403`, failed],
  ["error-404", `${LOG}&failure=404`, failed],
  ["error-500", `${LOG}&failure=500`, failed],
  ["error-not-json", `${LOG}&failure=not-json`, failed],
  ["error-below", LOG, failedBelow],
];

const NARROW = [
  ["portal", PORTAL, nothing],
  ["ready", LOG, nothing],
  ["table", LOG, searched],
  ["details", LOG, details],
  [
    "filters",
    LOG,
    async (page) =>
      void (
        (await search(page)
          .getByRole("button", { name: /^Filters/ })
          .isVisible()) && (await unfold(page))
      ),
  ],
  ["cards", LOG, asCards],
  ["cards-open", LOG, openCard],
  ["popup-date-range", LOG, customRange],
  ["popup-objects", LOG, objects],
  ["popup-timezone", LOG, timezone],
  ["popup-export", LOG, exportOpen],
  ["popup-export-runs", `${LOG}&delay=300`, exportRuns],
  ["popup-export-done", LOG, exportDone],
  ["domains", LOG, domains],
  ["wrong-address", LOG, wrongAddress],
  ["nothing-found", LOG, nothingFound],
  ["error-below", LOG, failedBelow],
];

const rightToLeft = async (page) => {
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
};

const pictures = [
  ...["light", "dark"].flatMap((theme) =>
    STATES.map(([name, url, act]) => ({ name: `${name}-${theme}`, width: 1280, theme, url, act })),
  ),
  ...[800, 360, 320].flatMap((width) =>
    NARROW.map(([name, url, act]) => ({ name: `${name}-${width}`, width, theme: "light", url, act })),
  ),
  { name: "details-360-dark", width: 360, theme: "dark", url: LOG, act: details },
  { name: "table-1600", width: 1600, theme: "light", url: LOG, act: searched },
  {
    name: "use-case-1600",
    width: 1600,
    theme: "light",
    url: LOG,
    act: (page) => useCase(page, /routing broke/),
  },
  { name: "panel-1280", width: 1280, theme: "light", url: PORTAL, act: nothing, panel: true },
  { name: "panel-1280-dark", width: 1280, theme: "dark", url: PORTAL, act: nothing, panel: true },
  { name: "panel-320", width: 320, theme: "light", url: PORTAL, act: nothing, panel: true },
  { name: "compact", width: 1280, theme: "light", url: `${LOG}&density=compact`, act: details },
  { name: "compact-cards", width: 1280, theme: "light", url: `${LOG}&density=compact`, act: asCards },
  { name: "right-to-left", width: 1280, theme: "light", url: LOG, before: rightToLeft, act: details },
  { name: "right-to-left-cards", width: 1280, theme: "light", url: LOG, before: rightToLeft, act: asCards },
  { name: "right-to-left-360", width: 360, theme: "light", url: LOG, before: rightToLeft, act: details },
  ...[
    ["date-range", customRange],
    ["objects", objects],
    ["timezone", timezone],
    ["columns", columns],
    ["export", exportDone],
  ].flatMap(([name, act]) => [
    { name: `right-to-left-popup-${name}`, width: 1280, theme: "light", url: LOG, before: rightToLeft, act },
    { name: `forced-colours-popup-${name}`, width: 1280, theme: "dark", url: LOG, forced: true, act },
  ]),
  { name: "popup-columns-800", width: 800, theme: "light", url: LOG, act: columns },
  { name: "compact-popup-objects", width: 1280, theme: "light", url: `${LOG}&density=compact`, act: objects },
  { name: "compact-popup-timezone", width: 1280, theme: "light", url: `${LOG}&density=compact`, act: timezone },
  { name: "right-to-left-domains", width: 1280, theme: "light", url: LOG, before: rightToLeft, act: domains },
  { name: "forced-colours-domains", width: 1280, theme: "dark", url: LOG, forced: true, act: domains },
  { name: "forced-colours", width: 1280, theme: "dark", url: LOG, forced: true, act: details },
  { name: "forced-colours-error", width: 1280, theme: "dark", url: LOG, forced: true, act: failedBelow },
  { name: "forced-colours-360", width: 360, theme: "dark", url: LOG, forced: true, act: searched },
];

/** The use case that shows who deleted what. */
async function brokenRouting(page) {
  await useCase(page, /routing broke/);
  await results(page)
    .getByRole("button", { name: /^Details: Delete/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Copy details" }).waitFor();
}

async function printed(page) {
  await brokenRouting(page);
  await page.emulateMedia({ media: "print" });
  await page.getByRole("heading", { name: "Audit events" }).waitFor();
}

/** Only the viewer, sharp on a dense screen: this many px from its top, or all of it. */
const GUIDE = [
  ["first-search", searched, 420],
  ["filters", objects, 470],
  ["date-range", customRange, 520],
  ["details", brokenRouting, Infinity],
  ["cards", asCards, 490],
  ["columns", columns, 500],
  ["export", exportOpen, 400],
  ["nothing-found", nothingFound, Infinity],
  ["printed", printed, Infinity],
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
    act: details,
    height: 791,
  },
];

/** The viewer and the edge of the page around it. */
async function viewerPart(page, height) {
  const { x, y, width, height: whole } = await page.locator("audit-log-viewer").boundingBox();
  return { x: x - 1, y: y - 1, width: width + 2, height: height === Infinity ? whole + 2 : height };
}

/** Reduces the picture to a few colors: enough for words, lines and icons, at a third of the size. */
function light(png) {
  const image = UPNG.decode(png);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, 96));
}

async function takePicture(page, { height, small, file }) {
  if (small) return takeSmall(page, small);
  // A clip ends at the edge of the window, and an open row reaches further down.
  const clip = height ? await viewerPart(page, height) : undefined;
  const taken = await page.screenshot({ animations: "disabled", fullPage: true, clip });
  return file ? light(taken) : taken;
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
  const { name, width, theme, url, forced, panel, before = nothing, act, height } = picture;
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
  const list = /^(?:guide|documentation|gallery)/.test(part) ? COMMITTED : pictures;
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
