import type { ErrorKind } from "../../domain/errors.js";
import type { Counted } from "./results.js";

/** What was being done when something failed. */
export type FailedPhase = "search" | "next-page" | "refresh" | "scan" | "sign-ins";

/**
 * What the viewer says while there are no events to show, and when something fails: what happened, what stays, what to
 * do. No apology, no exclamation mark.
 */
export interface StateStrings {
  notConfiguredTitle: string;
  /** How to configure it: names of the attribute and of the property are not translated. */
  notConfigured(attribute: string, property: string): string;

  readyTitle: string;
  readyText: string;

  emptyTitle: string;
  /** What was read without a match. `filtered`: the server has left out records of its own accord. */
  emptyRead(records: Counted, from: string, until: string, filtered: boolean): string;
  /** The rest of the range has not been read. */
  emptyIncomplete(from: string): string;
  notLoggedTitle: string;
  notLoggedText: string;

  /** The kinds of failure as a state of their own. */
  errorTitles: Readonly<Record<ErrorKind, string>>;
  errorTexts: Readonly<Record<ErrorKind, string>>;
  /** The server asked to wait. */
  errorWait(seconds: Counted): string;
  /** The small line: what the server said. */
  errorAnswer(message: string, status: number): string;
  /** The small line of an answer that the viewer could not read. */
  errorStatus(message: string, status: number): string;

  /** The kinds of failure in a line above loaded rows: what failed, why, what stays. */
  noticeTitles: Readonly<Record<FailedPhase, string>>;
  noticeCauses: Readonly<Record<ErrorKind, string>>;
  noticeKept(events: Counted): string;
  /** A part of what is shown could not be read. */
  noticeMissing(from: string, until: string): string;
  noticeMissingText: string;
  readAgain: string;

  tryAgain: string;
  checkAgain: string;
  searchLast24Hours: string;
  searchLast30Days: string;
  clearFilters: string;
  lookFurther: string;
  stop: string;

  loadingEvents: string;
  searching: string;
  searchingRange(from: string, until: string): string;
  /** Names the bar of progress. */
  scanning: string;
  /** "3 of 10 found", while older time is read. */
  scanFound(found: Counted, wanted: Counted): string;
  /** "looked back to Sep 4" */
  scanAt(day: string): string;
  scanRecords(records: Counted): string;
  scanShown: string;
  /** The same as a sentence, in a line above loaded rows. */
  noticeScanning(day: string, records: Counted, found: Counted): string;
}
