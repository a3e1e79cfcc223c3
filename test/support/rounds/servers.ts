import type { ServerBehavior } from "../../../demo/mocks/index.js";

/** A server on which requests and rounds are counted. */
export interface RoundsServer {
  readonly name: string;
  readonly behavior: Partial<ServerBehavior>;
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
  { name: "honored", behavior: {}, cap: 1000 },
  { name: "cap 100", behavior: { limit: { cap: 100 } }, cap: 100 },
  { name: "cap 37", behavior: { limit: { cap: 37 } }, cap: 37 },
  // The cap falls when the first large windows have been read.
  { name: "cap falls", behavior: { limit: { caps: [1000, 1000, 100], turn: "falling" } }, cap: 100, firstCap: 1000 },
  { name: "ignored", behavior: { limit: "ignored" }, cap: Infinity },
  { name: "ascending", behavior: { order: "ascending" }, cap: 1000 },
  { name: "90 days", behavior: {}, cap: 1000, longestDays: 90 },
  { name: "slower", behavior: { delayPerDayMs: 30 }, cap: 1000 },
  // A year would take more than the minute that a request is waited for.
  { name: "much slower", behavior: { delayPerDayMs: 200 }, cap: 1000, mayPause: true },
  { name: "silent over 7 days", behavior: {}, cap: 1000, longestDays: 7, isSilent: true, mayPause: true },
];
