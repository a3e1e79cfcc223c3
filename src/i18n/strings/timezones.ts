import type { Counted } from "./results.js";

/** The dialog of time zones. */
export interface TimezoneStrings {
  readonly findZone: string;
  readonly commonZones: string;
  readonly allZones: string;
  /** The heading of the column with the current time of each zone. */
  readonly zoneNow: string;
  /** Marks the browser's own zone. */
  readonly localZone: string;
  /** "UTC−5"; `offset` has a sign, and minutes if they are not zero. */
  utcOffset(offset: string): string;
  readonly noZones: string;
  announceZones(matching: Counted): string;
}
