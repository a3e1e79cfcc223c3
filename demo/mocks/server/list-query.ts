import type { ServerBehavior } from "./server-behavior.js";

/** Which part of a list the response has. */
export interface ListRange {
  readonly start: number;
  /** `Infinity` if the server has no limit. */
  readonly limit: number;
}

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

/** Reads `start` and `limit` as this server does; an error message if they are not numbers. */
export function readListRange(query: URLSearchParams, behavior: ServerBehavior): ListRange | string {
  const start = readWholeNumber(query, "start");
  const limit = readWholeNumber(query, "limit");
  if (start === null || limit === null) return `Invalid value for ${start === null ? "start" : "limit"}`;
  return {
    start: behavior.start === "ignored" ? 0 : Math.max(0, start ?? 0),
    limit: getEffectiveLimit(limit, behavior.limit),
  };
}

/** `undefined` if the request does not have it, `null` if it is not a number. */
function readWholeNumber(query: URLSearchParams, name: string): number | undefined | null {
  const text = getLastValue(query, name);
  if (text === undefined) return undefined;
  return /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}

function getEffectiveLimit(requested: number | undefined, limit: ServerBehavior["limit"]): number {
  if (limit === "ignored") return Number.POSITIVE_INFINITY;
  if (typeof limit === "object" && "fixed" in limit) return limit.fixed;
  const max = typeof limit !== "object" ? MAX_LIMIT : "caps" in limit ? limit.caps[0]! : limit.cap;
  return Math.min(Math.max(requested ?? DEFAULT_LIMIT, 1), max);
}

/** The last value of a repeated parameter counts; an empty one counts as missing. */
export function getLastValue(query: URLSearchParams, name: string): string | undefined {
  return query.getAll(name).at(-1) || undefined;
}
