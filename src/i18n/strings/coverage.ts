import type { Counted } from "./results.js";

/** The line under the results: what was searched, and what is missing. */
export interface CoverageStrings {
  coverageLabel: string;
  /** The whole range was searched. */
  coverageWhole(records: Counted, from: string, until: string): string;
  /** Earlier events have not been searched yet. */
  coverageSoFar(records: Counted, from: string): string;
  /** On paper, before the time of printing. */
  printed: string;
}

/** How a search was made, and what users need to know in order to trust its results. Loaded with the first search that needs one. */
export interface CoverageNoteStrings {
  /** The server applied these filters. `filters` lists their names; `count` says how many there are. */
  coverageSent(filters: string, count: number): string;
  /** Before this time, only these spellings of the chosen actions and objects were requested. */
  coverageNarrowed(before: string, spellings: string): string;
  coverageNoSignIns: string;
  /** The older part of the range has no records. `when`: the time of the oldest one. */
  coverageOldest(when: string): string;
  /** The server has more records in one second than it returns. */
  coverageCut(records: Counted, when: string): string;
  /** How many more seconds have the same problem. */
  coverageCutMore(seconds: Counted): string;
  coverageOutside(records: Counted): string;
  /** Times without an offset were shifted. */
  coverageShift(hours: string): string;
  /** Times have no offset and were not shifted: they are read in the zone of `source.naiveZone`. */
  coverageNaive: string;
  coverageUndated(records: Counted): string;
  coverageUnreadable(records: Counted): string;
  /** The server sends every record twice. */
  coverageDoubled: string;
  /** The newest record is at the end of what was requested. */
  coverageClockAhead: string;
}
