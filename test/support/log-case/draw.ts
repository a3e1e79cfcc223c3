import type { Failure, ServerBehavior, NewRecord } from "../../../demo/mocks/index.js";
import { Random } from "../../../demo/mocks/records/random.js";
import type { SourceOptions } from "../../../src/api/source-options.js";
import type { Span } from "../../../src/core/coverage.js";
import { NOW } from "../clock.js";
import { FILTERS, type DrawnFilter } from "./filters.js";
import { coverPairs, type Choice } from "./pairs.js";
import { DENSITIES, RecordMaker, createOtherRecords, type Density } from "./records.js";
import { DAY, HOUR, SECOND } from "../durations.js";

const RANGES: Readonly<Record<string, number>> = {
  "an hour": HOUR,
  "seven hours": 7 * HOUR,
  "a day": DAY,
  "a week": 7 * DAY,
  "forty days": 40 * DAY,
  "a year": 366 * DAY,
};

/** Of servers whose cap changes. */
const CAPS = [10, 25, 50, 100, 250, 1000];
const TURNS = ["each", "random", "falling"] as const;

/** Clocks went back: an hour of wall time came twice. */
const CLOCKS_BACK: Readonly<Record<string, number>> = {
  "US/Pacific": Date.UTC(2026, 10, 1, 9),
  "America/New_York": Date.UTC(2026, 10, 1, 6),
  "Europe/Berlin": Date.UTC(2026, 9, 25, 1),
  "Asia/Kolkata": Date.UTC(2026, 9, 25, 1),
};

/** What is drawn for a case: the behavior that a server may have, and what is asked of it meanwhile. */
export const FACTORS = {
  limit: ["honored", "ignored", "cap", "fixed", "caps"],
  start: ["honored", "ignored"],
  order: ["descending", "ascending"],
  ties: ["stable", "shuffled"],
  startInclusive: ["yes", "no"],
  endInclusive: ["yes", "no"],
  matching: ["exact", "prefix", "substring"],
  caseSensitive: ["no", "yes"],
  timestamps: ["utc-z", "offset", "zoneless, told", "zoneless, to be found out"],
  brackets: ["honored", "ignored"],
  fractionalSeconds: ["no", "yes"],
  numbersAsText: ["no", "yes"],
  emptyForNull: ["no", "yes"],
  omitEmpty: ["no", "yes"],
  accessLog: ["adds", "same", "refused", "absent"],
  filter: Object.keys(FILTERS),
  pageSize: ["10", "25", "50", "100"],
  density: Object.keys(DENSITIES),
  range: Object.keys(RANGES),
  ends: ["now", "at a fixed time", "after the clocks went back"],
  disturbance: ["none", "failures", "stops", "newer records", "late records", "older records"],
  history: ["first search", "later search"],
} as const;

type Choices = Choice<typeof FACTORS>;

export interface LogCase {
  readonly seed: number;
  readonly choices: Choices;
  readonly behavior: ServerBehavior;
  /** The server writes times without offset, its zone is not told, and it does not write them otherwise when asked to. */
  readonly zoneIsGuessed: boolean;
  readonly options: Partial<SourceOptions>;
  readonly filter: DrawnFilter;
  readonly records: readonly NewRecord[];
  readonly span: Span;
  readonly endsNow: boolean;
  readonly pageSize: number;
  /** Searches on the same source before this one, each read to its end or for one page only. */
  readonly before: readonly { readonly filter: DrawnFilter; readonly days: number; readonly whole: boolean }[];
  readonly failures: readonly Failure[];
  /** The numbers of the requests at which something happens: the reader gives up, or records arrive. */
  readonly stops: readonly number[];
  readonly arrivals: readonly number[];
  /** For whatever happens later. */
  readonly random: Random;
}

/** This number of consecutive seeds has all pairs of values of any two factors. */
const SYSTEMATIC = 4;
const rows = coverPairs(FACTORS);
export const SEEDS_FOR_ALL_PAIRS = rows.length * SYSTEMATIC;

/**
 * The values of a case's factors. Every fourth seed takes the next row of a list in which every pair of values of every two
 * factors occurs; the others draw each value, with few disturbances, since what is lost undisturbed is found best there.
 */
export function drawChoices(seed: number): Choices {
  if (seed % SYSTEMATIC === 0) return rows[(seed / SYSTEMATIC) % rows.length]!;
  const random = new Random(seed);
  const drawn = Object.entries(FACTORS).map(([name, values]) => [name, random.pick<string>(values)]);
  const choices = Object.fromEntries(drawn) as Choices;
  return { ...choices, disturbance: random.chance(0.5) ? "none" : choices.disturbance };
}

/** The case of a seed: equal seeds give equal cases. */
export function drawCase(seed: number): LogCase {
  const choices = drawChoices(seed);
  const random = new Random(seed ^ 0x5eed);
  const behavior = drawBehavior(random, choices);
  const zoneIsTold = choices.timestamps !== "zoneless, to be found out";
  const zoneIsGuessed = !zoneIsTold && choices.brackets === "ignored";
  const { until, endsNow } = drawEnd(random, choices, behavior.naiveZone);
  const span = { from: until - RANGES[choices.range]! + (random.chance(0.2) ? random.int(1, 999) : 0), until };
  const make = new RecordMaker(random);
  const filter = FILTERS[choices.filter]!(random);
  const records = DENSITIES[choices.density as Density](random, make, span);
  // Enough, with few that match, to ask a server for some actions or objects alone.
  if (choices.density === "about 700" && hasSpellings(filter) && random.chance(0.5)) {
    const thousands = Array.from({ length: 2400 }, () => make.createWithin(span));
    records.push(...thousands.filter(({ record }) => !filter.matches(record) || random.chance(0.1)));
  }
  if (random.chance(0.6)) records.push(...createOtherRecords(make, span));
  if (endsNow) records.push(...createOtherRecords(make, { from: until, until: until + 15 * 60 * SECOND }));
  const drawNumbers = (count: number, most: number) => Array.from({ length: count }, () => random.int(1, most));
  const isDisturbed = (...kinds: string[]) => kinds.includes(choices.disturbance);
  return {
    ...{ seed, choices, behavior, zoneIsGuessed, filter, span, endsNow, random },
    records: random.shuffle(records),
    options: { ...drawOptions(random, choices), naiveZone: zoneIsTold ? behavior.naiveZone : "UTC" },
    pageSize: Number(choices.pageSize),
    before: choices.history === "first search" ? [] : drawBefore(random, filter),
    failures: isDisturbed("failures") ? drawFailures(random, choices) : [],
    stops: isDisturbed("stops") ? drawNumbers(random.int(1, 4), 30) : [],
    arrivals: isDisturbed("newer records", "late records", "older records") ? drawNumbers(random.int(1, 12), 40) : [],
  };
}

function hasSpellings({ filters: { actions = [], objects = [] } }: DrawnFilter): boolean {
  return actions.length + objects.length > 0;
}

function drawBehavior(random: Random, choices: Choices): ServerBehavior {
  const count = random.chance(0.3) ? random.int(10, 30) : random.int(10, 200);
  const caps = { caps: random.shuffle([...CAPS]).slice(0, random.int(2, 3)), turn: random.pick(TURNS) };
  if (caps.turn === "falling") caps.caps.sort((one, other) => other - one);
  const limits = {
    honored: "honored",
    ignored: "ignored",
    cap: { cap: count },
    fixed: { fixed: count },
    caps,
  } as const;
  const isZoneless = choices.timestamps.startsWith("zoneless");
  // A cap that changes shows only by the records' times; see docs/completeness.md.
  const limit = choices.limit === "caps" && isZoneless && choices.brackets === "ignored" ? "cap" : choices.limit;
  return {
    limit: limits[limit],
    start: choices.start,
    order: choices.order,
    ties: choices.ties,
    startInclusive: choices.startInclusive === "yes",
    endInclusive: choices.endInclusive === "yes",
    matching: choices.matching,
    caseSensitive: choices.caseSensitive === "yes",
    timestamps: isZoneless ? "zoneless" : (choices.timestamps as "utc-z" | "offset"),
    brackets: choices.brackets,
    naiveZone: random.chance(0.2) ? "UTC" : random.pick(Object.keys(CLOCKS_BACK)),
    fractionalSeconds: choices.fractionalSeconds === "yes",
    numbersAsText: choices.numbersAsText === "yes",
    emptyForNull: choices.emptyForNull === "yes",
    omitEmpty: choices.omitEmpty === "yes",
    accessLog: choices.accessLog,
    ...{ delayMs: 0, delayPerDayMs: 0, failures: [], apiVersion: "45.0.0", requireToken: false },
  };
}

function drawEnd(random: Random, { ends }: Choices, zone: string): { until: number; endsNow: boolean } {
  const fraction = random.chance(0.3) ? random.int(1, 999) : 0;
  if (ends === "now") return { until: NOW + fraction, endsNow: true };
  const back = CLOCKS_BACK[zone] ?? NOW;
  const until =
    ends === "at a fixed time" ? NOW - random.int(0, 200 * 86_400) * SECOND : back + random.int(0, 21_600) * SECOND;
  return { until: until + fraction, endsNow: false };
}

function drawOptions(random: Random, choices: Choices): Partial<SourceOptions> {
  const budgets = [20, 20, 5, 1_000_000].map((requests) => ({ seconds: 60, requests, records: requests * 1000 }));
  const canRead = choices.accessLog === "adds" || choices.accessLog === "same";
  return {
    budget: random.pick(budgets),
    concurrency: random.pick([4, 4, 1]),
    paging: random.chance(0.1) ? "window" : "auto",
    sendFilters: random.chance(0.1) ? "never" : "verified",
    signIns: random.chance(0.1) ? "off" : canRead && random.chance(0.2) ? "on" : "auto",
  };
}

function drawBefore(random: Random, filter: DrawnFilter): LogCase["before"] {
  return Array.from({ length: random.int(1, 2) }, () => ({
    filter: random.chance(0.3)
      ? filter
      : random.chance(0.5)
        ? FILTERS["no filter"]!(random)
        : FILTERS[random.pick(FACTORS.filter)]!(random),
    days: random.pick([1, 7, 366]),
    whole: random.chance(0.4),
  }));
}

/** Failures that pass. What refuses a request is the audit log's only: the access log is given up for good then, by design. */
function drawFailures(random: Random, { accessLog }: Choices): Failure[] {
  const passing = ["500", "network", "401", "429", "502", "503", "504"] as const;
  const wrong = ["not-json", "html", "truncated", "empty", "object", "400", "403", "404"] as const;
  return Array.from({ length: random.int(1, 6) }, () => {
    const at = random.int(1, 40);
    const times = random.pick([1, 2, 5]);
    return random.chance(0.6) || accessLog === "refused"
      ? { at, times, kind: random.pick(passing) }
      : { at, times, kind: random.pick(wrong), path: "/auditlog" };
  });
}

/** The case in words. */
export function describeCase({ seed, choices, behavior, options, records, span, filter, before }: LogCase): string {
  const { limit, naiveZone, ...others } = behavior;
  const most = typeof limit === "object" ? ` (${Object.values(limit).join(", ")})` : "";
  const isPlain = (name: string) => name in others && !["delayMs", "delayPerDayMs", "failures"].includes(name);
  const server = Object.entries(choices).filter(([name]) => isPlain(name));
  return [
    `seed ${seed}: ${records.length} records (${choices.density}); ${choices.range} that ends ${choices.ends}, ` +
      `[${new Date(span.from).toISOString()}, ${new Date(span.until).toISOString()}); pages of ${choices.pageSize}`,
    `filter: ${choices.filter} ${JSON.stringify(filter.filters)}`,
    `server: limit ${choices.limit}${most}, ${server.map(([name, value]) => `${name} ${value}`).join(", ")}; zone ${naiveZone}`,
    `options: ${JSON.stringify(options)}`,
    `meanwhile: ${choices.disturbance}; before: ${before.length === 0 ? "nothing" : JSON.stringify(before.map((one) => ({ ...one.filter.filters, days: one.days, whole: one.whole })))}`,
  ].join("\n  ");
}
