import { chromium } from "playwright-core";
import { BROWSER_FLAGS, findBrowser } from "../../../scripts/find-browser.mjs";
import { TEST_MS } from "../../support/time-limits.mjs";
import { NOW } from "./sites.mjs";

/**
 * Always paints whole layers. If only a part is painted again, its edges depend on earlier changes, and two pictures of
 * the same content differ slightly.
 */
const FLAGS = [...BROWSER_FLAGS, "--disable-partial-raster"];

export const startBrowser = () => chromium.launch({ executablePath: findBrowser(), args: FLAGS });

/**
 * Opens a page in its own context at a fixed time. `problems` has what went wrong on the page: exceptions, errors in
 * the console, violations of its policy.
 */
export async function openPage(browser, { viewport = { width: 1320, height: 1500 }, before } = {}) {
  const context = await browser.newContext({
    viewport,
    reducedMotion: "reduce",
    timezoneId: "America/New_York",
    locale: "en-US",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(TEST_MS);
  const problems = [];
  page.on("pageerror", (error) => problems.push(`exception: ${error.stack}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(`console: ${message.text()}`);
  });
  await page.clock.setFixedTime(NOW);
  await page.addInitScript(() => {
    // With data saving on, the viewer does not read ahead: each request belongs to an action of the test.
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
    window.violations = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, sample }) =>
      window.violations.push({ directive: effectiveDirective, blockedURI, sourceFile, sample }),
    );
  });
  if (before) await page.addInitScript(before);
  return {
    page,
    problems,
    violations: () => page.evaluate(() => window.violations),
    close: () => context.close(),
  };
}

/** What a user does with one viewer. `root` is the page, or an element around the viewer. */
export const createHands = (root) => {
  const filters = root.getByRole("search", { name: "Audit log filters" });
  return {
    filters,
    searchButton: filters.getByRole("button", { name: "Search", exact: true }),
    details: root.getByRole("button", { name: /^Details: / }),
    copy: root.getByRole("button", { name: "Copy details" }),
    cards: root.getByRole("radio", { name: "Cards" }),
    dateRange: filters.getByRole("button", { name: /^Date range/ }),
    dialog: root.getByRole("dialog", { name: "Date range" }),
    async search() {
      await this.searchButton.click();
      await this.details.first().waitFor();
    },
    /** Opens the first event with parameters: a change has more to show than a sign-in. */
    async open() {
      await root
        .getByRole("button", { name: /^Details: Modify/ })
        .first()
        .click();
      await this.copy.waitFor();
    },
  };
};
