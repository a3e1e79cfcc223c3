import type { Habits } from "./habits.js";

/** Which part of a list is answered. */
export interface Slice {
  readonly start: number;
  /** `Infinity` when the server does not cut. */
  readonly limit: number;
}

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1000;

/** Reads `start` and `limit` as this server does; a message when they are no numbers. */
export function readSlice(query: URLSearchParams, habits: Habits): Slice | string {
  const start = wholeNumber(query, "start");
  const limit = wholeNumber(query, "limit");
  if (start === null || limit === null) return `Invalid value for ${start === null ? "start" : "limit"}`;
  return {
    start: habits.start === "ignored" ? 0 : Math.max(0, start ?? 0),
    limit: effectiveLimit(limit, habits.limit),
  };
}

/** `undefined` when it is not asked for, `null` when it is no number. */
function wholeNumber(query: URLSearchParams, name: string): number | undefined | null {
  const text = lastValue(query, name);
  if (text === undefined) return undefined;
  return /^-?\d{1,9}$/.test(text) ? Number(text) : null;
}

function effectiveLimit(asked: number | undefined, habit: Habits["limit"]): number {
  if (habit === "ignored") return Number.POSITIVE_INFINITY;
  if (typeof habit === "object" && "fixed" in habit) return habit.fixed;
  const max = typeof habit !== "object" ? MAX_LIMIT : "caps" in habit ? habit.caps[0]! : habit.cap;
  return Math.min(Math.max(asked ?? DEFAULT_LIMIT, 1), max);
}

/** Of a repeated parameter the last value counts; an empty one counts as not given. */
export function lastValue(query: URLSearchParams, name: string): string | undefined {
  return query.getAll(name).at(-1) || undefined;
}
