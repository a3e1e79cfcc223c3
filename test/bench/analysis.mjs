import { chromium } from "playwright-core";
import { BROWSER_FLAGS, findBrowser } from "../../scripts/find-browser.mjs";
import { PARTS } from "./analysis/measure.mjs";
import { measureStream } from "./analysis/stream.mjs";
import { checkChoices, checkPositive, readOptions } from "./support/options.mjs";
import { bundle } from "./support/page-bundle.mjs";
import { reportFailures } from "./support/report.mjs";

/* How long it takes to count events, compared with popular libraries, in a real browser. */

/** On the built package; the others are measured on the sources. */
const STREAM = "stream";
const PART_NAMES = [...Object.keys(PARTS), STREAM];
/** A round of the stream takes as long as a hundred of the others. */
const MOST_STREAMS = 3;

const USAGE = `Usage: npm run bench:analysis -- [options]

Measures the analysis of 100,000 events and exits with 1 if a limit is not met.

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

const compared = options.only.filter((part) => part !== STREAM);
const ADDRESS = "http://bench.example/";
const code = compared.length > 0 ? await bundle("analysis/in-page.mjs") : "";
const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
const failures = [];
try {
  for (const part of compared) {
    // Each part has its own page, so that the heap and the compiled code of one part do not affect another.
    const page = await browser.newPage();
    // A worker needs a page with an origin.
    await page.route(ADDRESS, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
    await page.goto(ADDRESS);
    await page.addScriptTag({ type: "module", content: code });
    await page.waitForFunction(() => globalThis.analysisBench);
    failures.push(...(await PARTS[part](page, { browser, code, rounds: Number(options.rounds) })));
    await page.close();
  }
} finally {
  await browser.close();
}
if (compared.length < options.only.length) {
  failures.push(...(await measureStream({ rounds: Math.min(MOST_STREAMS, Number(options.rounds)) })));
}
reportFailures(failures);
