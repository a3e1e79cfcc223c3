import { startCountedApi } from "./http/counted-api.mjs";
import { measureOverHttp } from "./http/measure.mjs";
import { openBenchBrowser } from "./support/bench-browser.mjs";
import { checkPositive, readOptions } from "./support/options.mjs";
import { printTable, reportFailures } from "./support/report.mjs";
import { loadRounds } from "./support/rounds-bundle.mjs";
import { writeTable } from "./support/write-table.mjs";

/*
 * Requests and rounds of the built package in a real browser, with a server that responds after a fixed time:
 * docs/performance.md says what is measured, and how.
 */

/** The limits of each search. */
const LIMITS = [
  { name: "Quick start", kind: "honored", requests: 5, rounds: 2 },
  { name: "Use case 4: one user, two objects, 3 months", kind: "honored", requests: 12, rounds: 4 },
  { name: "Investigate a rare user, last year", kind: "honored", requests: 14, rounds: 4 },
  { name: "A busy user, two objects, 3 months", kind: "honored", requests: 12, rounds: 4 },
  { name: "Performed by one person, 30 days", kind: "honored", requests: 14, rounds: 6 },
  { name: "Login, 30 days", kind: "honored", requests: 8, rounds: 3 },
  { name: "Performed by one person, 30 days", kind: "cap 100", requests: 80, rounds: 25 },
];
const MOST_AT_ONCE = 4;

const USAGE = `Usage: npm run bench:http -- [options]

Counts the requests and rounds of the built package and exits with 1 if a limit is not met.

  --answer MS      time of a response (1000)
  --search TEXT    only searches whose name contains this text
  --log            prints every request
  --write          writes the table of docs/performance.md; not with --search
  --help`;

const FLAGS = {
  answer: { type: "string", default: "1000" },
  search: { type: "string", default: "" },
  log: { type: "boolean", default: false },
  write: { type: "boolean", default: false },
};

const options = readOptions(USAGE, FLAGS, ({ answer, search, write }) => {
  checkPositive("answer", answer);
  if (write && search) throw new Error("--write takes all searches.");
});

const wanted = LIMITS.filter(({ name }) => name.toLowerCase().includes(options.search.toLowerCase()));
const answerMs = Number(options.answer);
const rounds = await loadRounds();
const bench = await openBenchBrowser();
const failures = [];
const rows = [];
try {
  for (const { name, kind, ...most } of wanted) {
    const search = rounds.SEARCHES.find((one) => one.name === name);
    const server = rounds.SERVERS.find((one) => one.name === kind);
    const inNode = await rounds.measure(search, server, answerMs);
    const api = await startCountedApi({ now: rounds.NOW, behavior: { ...server.behavior, delayMs: answerMs } });
    const found = await measureOverHttp(bench, api, rounds, search).finally(() => api.close());
    rows.push([
      `${name} (${kind})`,
      `${most.requests} / ${most.rounds}`,
      `${found.requests} / ${found.rounds}${found.paused ? ", pauses" : ""}`,
      `${inNode.requests} / ${inNode.rounds}`,
      found.records,
      found.atOnce,
      (found.ms / answerMs).toFixed(1),
      [...new Set(found.others)].join(" ") || "none",
    ]);
    if (options.log) console.log(`\n${kind}: ${name}\n${found.log}\n\nin Node\n${inNode.log}`);
    const broken = [
      found.requests > most.requests && `${found.requests} requests, at most ${most.requests}`,
      found.rounds > most.rounds && `${found.rounds} rounds, at most ${most.rounds}`,
      found.atOnce > MOST_AT_ONCE && `${found.atOnce} requests at once, at most ${MOST_AT_ONCE}`,
      found.paused && "it pauses before the page is full",
      !found.isRight && "the page does not show the newest events that match",
    ];
    failures.push(...broken.filter(Boolean).map((problem) => `${kind}: ${name}: ${problem}.`));
  }
} finally {
  await bench.close();
}

const HEADINGS = ["search", "limit", "measured", "in Node", "records", "at once", "time", "other requests"];
printTable(`Requests / rounds over HTTP; time in responses of ${answerMs} ms`, HEADINGS, rows);
if (options.write) {
  const withoutLast = (cells) => cells.slice(0, -1);
  await writeTable("http", withoutLast(HEADINGS), rows.map(withoutLast));
}
reportFailures(failures);
