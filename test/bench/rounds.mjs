import { checkChoices, readOptions } from "./support/options.mjs";
import { printTable, reportFailures } from "./support/report.mjs";
import { loadRounds } from "./support/rounds-bundle.mjs";
import { writeTable } from "./support/write-table.mjs";

/*
 * The number of requests of a search, and how many of them wait for each other: docs/performance.md says what is
 * measured, and how. No time passes, and the figures are the same every time.
 */

const { SERVERS, SEARCHES, measure, listBrokenLimits, computeMost } = await loadRounds();

const USAGE = `Usage: npm run bench:rounds -- [options]

Counts requests and rounds and exits with 1 if a limit is not met.

  --only SERVER    ${SERVERS.map(({ name }) => name).join(" | ")}; may be repeated
  --search TEXT    only searches whose name contains this text
  --log            prints every request
  --write          writes the table of docs/performance.md; not with --only or --search
  --help`;

const FLAGS = {
  only: { type: "string", multiple: true, default: SERVERS.map(({ name }) => name) },
  search: { type: "string", default: "" },
  log: { type: "boolean", default: false },
  write: { type: "boolean", default: false },
};

const { servers, searches, ...options } = readOptions(USAGE, FLAGS, (values) => {
  checkChoices("only", values.only, FLAGS.only.default);
  const servers = SERVERS.filter(({ name }) => values.only.includes(name));
  const searches = SEARCHES.filter(({ name }) => name.toLowerCase().includes(values.search.toLowerCase()));
  if (searches.length === 0) throw new Error(`No search has the name "${values.search}".`);
  const isPart = servers.length < SERVERS.length || searches.length < SEARCHES.length;
  if (values.write && isPart) throw new Error("--write takes all servers and searches.");
  return { ...values, servers, searches };
});

const HEADINGS = [
  "search",
  "requests",
  "limit",
  "least",
  "rounds",
  "limit",
  "least",
  "records",
  "least",
  "at once",
  "s",
];

const failures = [];
const results = new Map(searches.map(({ name }) => [name, []]));
for (const server of servers) {
  const rows = [];
  const logs = [];
  for (const search of searches) {
    const figures = await measure(search, server);
    const { requests, rounds, records, atOnce, seconds, paused, least, log } = figures;
    const most = computeMost(search, server, figures);
    const mostRounds = most.rounds === Infinity ? "" : most.rounds;
    rows.push([
      search.name,
      ...[requests, most.requests, least.requests, rounds, mostRounds, least.rounds, records, least.records, atOnce],
      `${seconds.toFixed(1)}${paused ? ", pauses" : ""}`,
    ]);
    results.get(search.name).push({ requests, rounds, paused });
    logs.push(`\n${server.name}: ${search.name}\n${log}`);
    for (const problem of listBrokenLimits(search, server, figures)) {
      failures.push(`${server.name}: ${search.name}: ${problem}.`);
    }
  }
  printTable(server.name, HEADINGS, rows);
  if (options.log) console.log(logs.join("\n"));
}

if (options.write) {
  const cell = ({ requests, rounds, paused }) => `${requests} / ${rounds}${paused ? ", pauses" : ""}`;
  const rows = searches.map(({ name }) => [name, ...results.get(name).map(cell)]);
  await writeTable("rounds", ["search", ...servers.map(({ name }) => name)], rows);
}
reportFailures(failures);
