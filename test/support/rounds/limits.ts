import { DEFAULT_SOURCE_OPTIONS } from "../../../src/api/source-options.js";
import { PAGE_SIZE, type Figures } from "./measure.js";
import type { RoundsSearch } from "./searches.js";
import type { RoundsServer } from "./servers.js";

/** Besides twice the least, for each log: what finds out how the server behaves. */
const MORE_REQUESTS = 6;
const MOST_PER_ANSWER = 1000;
/** A search pauses after a minute, as soon as what it waits for is answered or given up. */
const MOST_SECONDS = 80;

interface Most {
  readonly requests: number;
  readonly rounds: number;
}

/** What a search may take on a server, where that was fixed one by one; an answer takes a second. */
const FIXED: Readonly<Record<string, Readonly<Record<string, Most>>>> = {
  honored: {
    "Quick start": { requests: 5, rounds: 2 },
    "Use case 4: one user, two objects, 3 months": { requests: 12, rounds: 4 },
    "Investigate a rare user, last year": { requests: 14, rounds: 4 },
    "A busy user, two objects, 3 months": { requests: 12, rounds: 4 },
    "Performed by one person, 30 days": { requests: 14, rounds: 6 },
    "Login, 30 days": { requests: 8, rounds: 3 },
  },
  "cap 100": { "Performed by one person, 30 days": { requests: 80, rounds: 25 } },
  // Actions are not sent: so few records do not show which spellings there are.
  "cap 37": { "Next of Delete, last year": { requests: 26, rounds: 10 } },
};

/** The most that a search may take on a server. */
export function computeMost(search: RoundsSearch, server: RoundsServer, { least, endpoints }: Figures): Most {
  // The search finds the longest window by waiting, so only the time has a limit there.
  const requests = server.mayPause ? Infinity : 2 * least.requests + endpoints * MORE_REQUESTS;
  return FIXED[server.name]?.[search.name] ?? { requests, rounds: Infinity };
}

/** Whether a server answers so many records, so soon, that no search may stop before its page is full. */
export const isRoomy = ({ cap, mayPause = false }: RoundsServer): boolean => cap >= 100 && !mayPause;

/** Lists the exceeded limits, as sentences. */
export function listBrokenLimits(search: RoundsSearch, server: RoundsServer, figures: Figures): string[] {
  const { requests, rounds, records, atOnce, seconds, paused, isRight, least, isFiltered } = figures;
  const most = computeMost(search, server, figures);
  const largest = Math.min(server.firstCap ?? server.cap, MOST_PER_ANSWER);
  const mostRecords = 3 * PAGE_SIZE + 2 * largest;
  const { concurrency } = DEFAULT_SOURCE_OPTIONS;
  const broken: string[] = [];
  if (requests > most.requests)
    broken.push(`${requests} requests, at most ${most.requests} (the least is ${least.requests})`);
  if (rounds > most.rounds) broken.push(`${rounds} rounds, at most ${most.rounds}`);
  if (atOnce > concurrency) broken.push(`${atOnce} requests at once, at most ${concurrency}`);
  // A server that ignores the limit sends whole windows.
  if (isFiltered && server.cap !== Infinity && records > mostRecords)
    broken.push(`${records} records, at most ${mostRecords} (the least is ${least.records})`);
  if (seconds > MOST_SECONDS) broken.push(`${seconds} seconds, at most ${MOST_SECONDS}`);
  if (paused && isRoomy(server)) broken.push("it pauses before the page is full");
  if (!isRight) broken.push("the page does not show the newest events that match");
  return broken;
}
