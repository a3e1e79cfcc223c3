import { chromium } from "playwright-core";
import { BROWSER_FLAGS, findBrowser } from "../../scripts/find-browser.mjs";
import { measureMainThread } from "./csv/main-thread.mjs";
import { compareTables, measurePart, PART_NAMES as COMPARED } from "./csv/measure.mjs";
import { MONDAY_AFTERNOON } from "./paging/made-up.mjs";
import { checkChoices, checkPositive, readOptions } from "./support/options.mjs";
import { bundle } from "./support/page-bundle.mjs";
import { reportFailures } from "./support/report.mjs";

/*
 * The cost of files and of times in a zone, compared with the usual libraries, in a real browser.
 */

/** This part uses the built package; the others compare the sources with libraries. */
const MAIN_THREAD = "main-thread";
const PART_NAMES = [...COMPARED, MAIN_THREAD];

const USAGE = `Usage: npm run bench:csv -- [options]

Measures the viewer and exits with 1 if a limit is not met.

  --only PART   ${PART_NAMES.join(" | ")}; may be repeated
  --rounds N    measured rounds of each part (9)
  --help`;

const FLAGS = {
  only: { type: "string", multiple: true, default: PART_NAMES },
  rounds: { type: "string", default: "9" },
};

const options = readOptions(USAGE, FLAGS, ({ only, rounds }) => {
  checkChoices("only", only, PART_NAMES);
  checkPositive("rounds", rounds);
});

const compared = options.only.filter((part) => part !== MAIN_THREAD);
const content = compared.length > 0 ? await bundle("csv/in-page.mjs") : "";
const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
const failures = [];
try {
  for (const part of compared) {
    // Each part has its own page, so that the heap and the compiled code of one part do not affect another.
    const page = await browser.newPage();
    await page.addScriptTag({ type: "module", content });
    await page.waitForFunction(() => globalThis.csvBench);
    const setting = { rounds: Number(options.rounds), now: MONDAY_AFTERNOON };
    if (part === compared[0]) failures.push(...(await compareTables(page, setting.now)));
    failures.push(...(await measurePart(page, part, setting)));
    await page.close();
  }
} finally {
  await browser.close();
}
if (compared.length < options.only.length) {
  failures.push(...(await measureMainThread({ rounds: Number(options.rounds) })));
}
reportFailures(failures);
