import { createServer as createHttpServer } from "node:http";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { realpathSync } from "node:fs";
import { loadSource } from "./load-source.mjs";

const BASE = "/ns-api/v2";
const ROOT = fileURLToPath(new URL("..", import.meta.url));

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, OPTIONS",
  "access-control-allow-headers": "Authorization, Content-Type, Accept",
  "access-control-expose-headers": "Retry-After",
  "access-control-max-age": "600",
};

const USAGE = `Usage: npm run mock-api -- [options]

Serves a mock NetSapiens API with generated data at http://localhost:PORT${BASE}/, for pages of any origin.

  --port N                port (8787); 0 picks a free one
  --seed N                seed of the data (1)
  --events N              number of records (60000)
  --days N                how many days back the records go (400)
  --domains N             number of domains (40)
  --users N               number of users (600)
  --unreadable-times N    records with an unreadable or missing timestamp (3)
  --delay MS              delay of each response (0)
  --delay-per-day MS      additional delay per day of the requested window (0)
  --order WHICH           descending | ascending
  --ties WHICH            stable | shuffled: the order within one second
  --limit WHICH           honored | ignored | N, the maximum per response
  --start WHICH           honored | ignored
  --matching WHICH        exact | prefix | substring
  --case-sensitive        filters are case-sensitive
  --start-exclusive       leaves out records exactly at the start of the window
  --end-exclusive         leaves out records exactly at the end of the window
  --fractional-seconds    times with fractions of a second
  --timestamps WHICH      utc-z | offset | zoneless
  --brackets WHICH        honored | ignored: a zone in brackets after a requested date-time
  --naive-zone ZONE       the server's own time zone (UTC)
  --numbers-as-text       returns numbers as text
  --api-version TEXT      45.0.0; versions below 45 have no audit log
  --require-token         requires a token
  --access-log WHICH      adds | same | refused | absent
  --fail KIND[@K]         the K-th request fails, or every request: network, hang, 400, 401, 403, 404, 429, 500, 502, 503,
                          504, not-json, html, truncated, empty, object; may be repeated
  --help

Tokens: mock-super-user, mock-reseller-TERRITORY (Meridian, BlueRidge, Pinecrest), mock-office-manager, mock-expired.`;

/** A sentence for a user who typed something wrong. */
class UsageError extends Error {}

const whole =
  (min, max = Number.MAX_SAFE_INTEGER) =>
  (text, flag) => {
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (number >= min && number <= max) return number;
    const range = max === Number.MAX_SAFE_INTEGER ? `${min} or more` : `${min} to ${max}`;
    throw new UsageError(`--${flag} takes a whole number, ${range}, not "${text}".`);
  };

const parseOneOf =
  (...choices) =>
  (text, flag) => {
    if (choices.includes(text)) return text;
    throw new UsageError(`--${flag} takes ${choices.join(", ").replace(/, ([^,]*)$/, " or $1")}, not "${text}".`);
  };

const limit = (text, flag) => {
  if (/^\d+$/.test(text)) return { cap: whole(1)(text, flag) };
  if (text === "honored" || text === "ignored") return text;
  throw new UsageError(`--${flag} takes honored, ignored or a whole number, not "${text}".`);
};

const zone = (text, flag) => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }) && text;
  } catch {
    throw new UsageError(`--${flag} takes a time zone such as US/Eastern, not "${text}".`);
  }
};

/** Flags with a value: the option that each sets, and how to read the value. */
const VALUES = {
  port: ["port", whole(0, 65_535)],
  seed: ["seed", whole(0)],
  events: ["events", whole(0)],
  days: ["days", whole(1)],
  domains: ["domains", whole(1)],
  users: ["users", whole(1)],
  "unreadable-times": ["unreadableTimes", whole(0)],
  delay: ["behavior.delayMs", whole(0)],
  "delay-per-day": ["behavior.delayPerDayMs", whole(0)],
  order: ["behavior.order", parseOneOf("descending", "ascending")],
  ties: ["behavior.ties", parseOneOf("stable", "shuffled")],
  limit: ["behavior.limit", limit],
  start: ["behavior.start", parseOneOf("honored", "ignored")],
  matching: ["behavior.matching", parseOneOf("exact", "prefix", "substring")],
  timestamps: ["behavior.timestamps", parseOneOf("utc-z", "offset", "zoneless")],
  brackets: ["behavior.brackets", parseOneOf("honored", "ignored")],
  "naive-zone": ["behavior.naiveZone", zone],
  "api-version": ["behavior.apiVersion", (text) => text],
  "access-log": ["behavior.accessLog", parseOneOf("adds", "same", "refused", "absent")],
};

/** Flags without a value: the part of the behavior that each sets, and its value. */
const SWITCHES = {
  "case-sensitive": ["caseSensitive", true],
  "start-exclusive": ["startInclusive", false],
  "end-exclusive": ["endInclusive", false],
  "fractional-seconds": ["fractionalSeconds", true],
  "numbers-as-text": ["numbersAsText", true],
  "require-token": ["requireToken", true],
};

const KINDS = "network hang 400 401 403 404 429 500 502 503 504 not-json html truncated empty object".split(" ");

function readFailure(text) {
  const [, kind, at] = /^(.*?)(?:@(.*))?$/s.exec(text);
  parseOneOf(...KINDS)(kind, "fail");
  return { kind, at: at === undefined || at === "every" ? "every" : whole(1)(at, "fail") };
}

/** Reads the options for `startMockApi`; `undefined` if the user only asked for help. Throws a UsageError. */
function readFlags(args) {
  const options = { help: { type: "boolean" }, fail: { type: "string", multiple: true } };
  for (const flag of Object.keys(VALUES)) options[flag] = { type: "string" };
  for (const flag of Object.keys(SWITCHES)) options[flag] = { type: "boolean" };
  let values;
  try {
    ({ values } = parseArgs({ args, options, strict: true, allowPositionals: false }));
  } catch (error) {
    // Node's message explains at length how to escape a dash; its first sentence is enough.
    throw new UsageError(`${error.message.split(/[.\n]/)[0]}.`);
  }
  if (values.help) return undefined;
  const read = { port: 8787, behavior: {} };
  for (const [flag, [place, reader]] of Object.entries(VALUES)) {
    if (values[flag] === undefined) continue;
    const value = reader(values[flag], flag);
    if (place.startsWith("behavior.")) read.behavior[place.slice("behavior.".length)] = value;
    else read[place] = value;
  }
  for (const [flag, [name, value]] of Object.entries(SWITCHES)) if (values[flag]) read.behavior[name] = value;
  if (values.fail) read.behavior.failures = values.fail.map(readFailure);
  return read;
}

/** The mock server is TypeScript, so Vite compiles it. */
const loadMocks = async () => (await loadSource(ROOT, ["/demo/mocks/index.ts"]))[0];

async function answer(server, request, response) {
  if (request.method === "OPTIONS") {
    response.writeHead(204, CORS).end();
    return;
  }
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  try {
    const url = new URL(request.url, "http://localhost");
    const path = url.pathname.startsWith(`${BASE}/`) ? url.pathname.slice(BASE.length) : url.pathname;
    const { method, headers } = request;
    const {
      status,
      headers: sent,
      body,
    } = await server.handle({
      ...{ method, path, query: url.searchParams, headers, signal: gone.signal },
    });
    response.writeHead(status, { ...CORS, ...sent }).end(body);
  } catch (error) {
    // A page sees a failing network as a broken connection.
    response.destroy();
    if (!gone.signal.aborted && !(error instanceof TypeError && error.message === "Failed to fetch")) throw error;
  }
}

/**
 * Starts the API on 127.0.0.1. It accepts `port` (0 for a free one) and the options of `createMockServer`.
 *
 * @returns `url` (the API base), `server` (the mock server, with its behavior and the requests so far) and `close()`
 */
export async function startMockApi({ port = 8787, ...options } = {}) {
  const { createMockServer } = await loadMocks();
  const server = createMockServer(options);
  const http = createHttpServer((request, response) => {
    answer(server, request, response).catch((error) => console.error(error));
  });
  await new Promise((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://localhost:${http.address().port}${BASE}`,
    server,
    close: () =>
      new Promise((resolve) => {
        http.close(resolve);
        http.closeAllConnections();
      }),
  };
}

async function main() {
  try {
    const options = readFlags(process.argv.slice(2));
    if (!options) {
      console.log(USAGE);
      return;
    }
    const { url, server } = await startMockApi(options);
    console.log(`Mock API with ${server.stored.length} records (seed ${server.seed}) at ${url}/`);
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message} See --help.`);
      process.exitCode = 2;
    } else if (error.code === "EADDRINUSE") {
      console.error(`Port ${error.port} is in use. Choose another one with --port, or 0 for a free one.`);
      process.exitCode = 1;
    } else throw error;
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
