import type { Counted } from "./results.js";

/** The quiet line under the results: what was read, and what is missing. */
export interface CoverageStrings {
  coverageLabel: string;
  /** The whole range was read. */
  coverageWhole(records: Counted, from: string, until: string): string;
  /** Older time has not been read yet. */
  coverageSoFar(records: Counted, from: string): string;
  /** The server has left out records by these filters of its own accord. */
  coverageSent(filters: string): string;
  /** From a time on the server was asked for these spellings of the wanted actions and objects alone. */
  coverageNarrowed(before: string, spellings: string): string;
  /** The server holds more records in a second than it gives. */
  coverageCut(records: Counted, when: string): string;
  /** More such seconds than are named. */
  coverageCutMore(seconds: Counted): string;
  coverageOutside(records: Counted): string;
  /** Times without offset were moved. */
  coverageShift(hours: string): string;
  /** Times have no offset, and none was proven to be moved: they are taken to be in the zone of the setting. */
  coverageNaive: string;
  coverageUndated(records: Counted): string;
  coverageUnreadable(records: Counted): string;
  coverageNoSignIns: string;
  /** On paper: before the time of printing. */
  printed: string;
}
