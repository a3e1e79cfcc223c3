import type { Habits } from "../../../demo/mocks/index.js";

/** A server on which requests and rounds are counted. */
export interface RoundsServer {
  readonly name: string;
  readonly habits: Partial<Habits>;
  /** The most records of an answer in the long run; Infinity where a whole window comes. */
  readonly cap: number;
  /** The most records of any answer, where that is another number. */
  readonly firstCap?: number;
  /** Longer windows are refused, or never answered. */
  readonly longestDays?: number;
  readonly isSilent?: boolean;
  /** A long search takes more than its minute. */
  readonly mayPause?: boolean;
}

export const SERVERS: readonly RoundsServer[] = [
  { name: "honored", habits: {}, cap: 1000 },
  { name: "cap 100", habits: { limit: { cap: 100 } }, cap: 100 },
  { name: "cap 37", habits: { limit: { cap: 37 } }, cap: 37 },
  // The cap falls when the first large windows have been read.
  { name: "cap falls", habits: { limit: { caps: [1000, 1000, 100], turn: "falling" } }, cap: 100, firstCap: 1000 },
  { name: "ignored", habits: { limit: "ignored" }, cap: Infinity },
  { name: "ascending", habits: { order: "ascending" }, cap: 1000 },
  { name: "90 days", habits: {}, cap: 1000, longestDays: 90 },
  { name: "slower", habits: { delayPerDayMs: 30 }, cap: 1000 },
  // A year would take more than the minute that a request is waited for.
  { name: "much slower", habits: { delayPerDayMs: 200 }, cap: 1000, mayPause: true },
  { name: "silent over 7 days", habits: {}, cap: 1000, longestDays: 7, isSilent: true, mayPause: true },
];
