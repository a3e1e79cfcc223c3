import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { TEST_MS } from "../../support/time-limits.mjs";
import { findViolations, listPlaces, collectProblems, startDemo, watchPlaces } from "./demo.mjs";

/*
 * The page that `npm start` opens: before the first click, a visitor sees what the product does and what to try.
 */
const WEDNESDAY = "2026-11-25T19:20:00Z";
/** The first hour of a month, before the morning of the first story. */
const SATURDAY_NIGHT = "2026-08-01T04:40:00Z";

let demo;
/** A context in which the page was opened before, so that the browser has cached the modules. */
let known;

const createContext = () =>
  demo.browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
    locale: "en-US",
    timezoneId: "America/New_York",
  });

before(async () => {
  demo = await startDemo();
  known = await createContext();
});
after(() => demo?.stop());

/** One page at a time, because all pages of a context share a clock. */
async function open(path = "", { context = known, now = WEDNESDAY, width = 1280, watch = [] } = {}) {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 900 });
  page.setDefaultTimeout(TEST_MS);
  await page.clock.setFixedTime(now);
  const problems = await collectProblems(page);
  await watchPlaces(page, watch);
  // No user can choose a file.
  await page.addInitScript(() => delete globalThis.showSaveFilePicker);
  await page.goto(`${demo.base}/${path}`);
  return { page, problems, viewer: page.locator("audit-log-viewer") };
}

const findDetails = (page) => page.getByRole("button", { name: "Copy details" });
const readOpened = (page) => page.getByRole("button", { name: /^Details: /, expanded: true });
const tryThis = (page, name) => page.getByRole("region", { name: "Try this" }).getByRole("button", { name });
const failure = (page) => page.getByRole("button", { name: "Try again" });

const WATCHED = [".demo-bar a", ".try-list", ".try-story", ".portal-top", "#audit-log-page h1", "audit-log-viewer"];

async function hasNotMoved(page) {
  await findDetails(page).waitFor();
  const places = await listPlaces(page);
  assert.deepEqual(Object.keys(places).sort(), WATCHED.toSorted());
  for (const [name, seen] of Object.entries(places)) assert.equal(seen.length, 1, `${name}: ${seen.join("; ")}`);
}

describe("as it opens", () => {
  let shown;
  before(async () => {
    shown = await open("", { watch: WATCHED });
  });
  after(() => shown?.page.close());

  test("nothing on the page moves while it loads, 1280 px wide", () => hasNotMoved(shown.page));

  test("it opens on a search with a change that names the old and the new value", async () => {
    const { page, problems } = shown;
    await findDetails(page).waitFor();
    assert.match(await readOpened(page).getAttribute("aria-label"), /^Details: Modify\/Update/);
    await page.getByRole("button", { name: /"old":"To Attendant 9000","new":"To Connection"/ }).waitFor();
    await page.getByText(/^Demo with a mock API\. All events are made up/).waitFor();
    assert.equal(await tryThis(page, /routing broke/).getAttribute("aria-current"), "true");
    assert.deepEqual(problems, []);
  });

  test("use cases come first, visible together with the open change; settings are behind their button", async () => {
    const { page, viewer } = shown;
    const region = page.getByRole("region", { name: "Try this" });
    const isRead = await region.evaluate((first) => {
      const second = document.querySelector("audit-log-viewer");
      return Boolean(first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING);
    });
    assert.ok(isRead, "before the viewer, for those who hear the page");
    const [first, second, change] = await Promise.all(
      [region, viewer, readOpened(page)].map((one) => one.boundingBox()),
    );
    assert.ok(first.y + first.height <= second.y, "above the viewer");
    assert.ok(change.y < 900, `the open change is at ${change.y} px`);
    const fields = page.locator("aside").locator("select, input");
    assert.ok((await fields.count()) > 10);
    for (const field of await fields.all()) assert.equal(await field.isVisible(), false);
  });

  test("the portal's list of integrations leads to the log", async () => {
    const { page, viewer } = shown;
    await page.getByRole("navigation", { name: "Portal" }).getByRole("link", { name: "Integrations" }).click();
    await page.getByRole("heading", { level: 1, name: "Integrations" }).waitFor();
    assert.equal(await viewer.isVisible(), false);
    assert.deepEqual(await findViolations(page), []);
    await page.getByRole("link", { name: "Audit Log" }).click();
    await findDetails(page).waitFor();
  });

  test("the page is accessible in both themes, down to 320 px", async () => {
    const { page } = shown;
    assert.deepEqual(await findViolations(page), []);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 320, height: 700 });
    assert.deepEqual(await findViolations(page), [], "dark and narrow");
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });

  test("the settings are behind one button, and opened, used and closed with the keyboard", async () => {
    const { page } = shown;
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 900 });
    const dialog = page.getByRole("dialog", { name: "Settings" });
    const button = page.getByRole("button", { name: /^Settings/ });
    assert.equal(await dialog.isVisible(), false);
    await button.press("Enter");
    await dialog.waitFor();
    assert.equal(
      await page.getByLabel("Role", { exact: true }).evaluate((field) => field === document.activeElement),
      true,
    );
    assert.deepEqual(await findViolations(page), []);
    await page.getByLabel("Role", { exact: true }).selectOption("office-manager");
    await page
      .getByText(/Channel Partner/)
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    assert.equal(await button.evaluate((element) => element === document.activeElement), true);
    assert.equal(await button.textContent(), "Settings (1 changed)");
  });

  test("the settings are in the URL, take effect at once, and are reset", async () => {
    const { page, problems } = shown;
    await page.goto(`${demo.base}/?failure=500&theme=dark`);
    await failure(page).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.style.colorScheme), "dark");
    await page.getByRole("button", { name: "Settings (2 changed)" }).click();
    await page.getByRole("button", { name: "Reset" }).click();
    await page
      .getByRole("button", { name: /^Details: / })
      .first()
      .waitFor();
    await failure(page).waitFor({ state: "hidden" });
    assert.equal(new URL(page.url()).search, "");
    // The browser lists every refused request. Both are expected.
    assert.deepEqual(
      problems.filter((text) => !/status of (?:403|500)/.test(text)),
      [],
    );
  });
});

test("nothing on the page moves while it loads, 320 px wide", async () => {
  const context = await createContext();
  const { page } = await open("", { context, width: 320, watch: WATCHED });
  await hasNotMoved(page);
  await context.close();
});

/** What a click on each use case finds: the sentence of the event that opens. */
const ANSWERS = {
  "Call routing broke this morning": /^tom\.becker .*changed a dialing rule/,
  "A run of bad passwords": /^1041 .*signed in/,
  "New users this month": /^priya\.nair .*created/,
  "A phone number moved": /^grace\.okafor .*changed/,
  "A week in one territory": /^blueridge\.ops .*changed/,
  "A new admin's first week": /^devon\.park .*deleted/,
};

/** Clicks each use case once and checks its answer, wherever the page is scrolled to. */
async function findAnswers({ page, problems, viewer }) {
  for (const [name, sentence] of Object.entries(ANSWERS)) {
    await tryThis(page, name).click();
    await viewer.getByText(sentence).waitFor();
    assert.equal(await readOpened(page).count(), 1, name);
    assert.equal(await tryThis(page, name).getAttribute("aria-current"), "true");
    assert.notEqual(await page.locator("#try-story").textContent(), "");
  }
  assert.equal(new URL(page.url()).searchParams.get("try"), "admin");
  assert.deepEqual(problems, []);
}

describe("on a Wednesday afternoon", () => {
  let shown;
  before(async () => {
    shown = await open("?try=none");
  });
  after(() => shown?.page.close());

  test("one click on each use case opens the event that answers it", () => findAnswers(shown));

  test("a click saves a week, and says under which name", async () => {
    const { page } = shown;
    const download = page.waitForEvent("download");
    await tryThis(page, "Export the week").press("Enter");
    assert.match((await download).suggestedFilename(), /^audit-log-range-2026-11-25-1420\./);
    await page.getByText(/^Saved audit-log-range-2026-11-25-1420\.csv with [\d,]+ events\.$/).waitFor();
  });
});

describe("on a Saturday night", () => {
  let shown;
  before(async () => {
    shown = await open("?try=passwords", { now: SATURDAY_NIGHT });
  });
  after(() => shown?.page.close());

  test("the URL chooses a use case; after a search of the user's own, none is chosen", async () => {
    const { page, viewer } = shown;
    await findDetails(page).waitFor();
    assert.equal(await tryThis(page, /bad passwords/).getAttribute("aria-current"), "true");
    await viewer.getByRole("textbox", { name: "Affected user" }).fill("100");
    await viewer.getByRole("button", { name: "Search", exact: true }).click();
    await page.waitForFunction(() => document.querySelector("#try-story").textContent === "");
    assert.equal(await tryThis(page, /bad passwords/).getAttribute("aria-current"), null);
    assert.equal(new URL(page.url()).searchParams.has("try"), false);
  });

  test("one click on each use case opens the event that answers it", () => findAnswers(shown));
});
