import type { ErrorKind } from "../../core/errors.js";
import type { Counted } from "./results.js";

/** The operation that failed. */
export type FailedPhase = "search" | "next-page" | "refresh" | "scan" | "sign-ins";

/**
 * The texts for states without events and for failures. Each says what happened, what stays and what to do, without an
 * apology or an exclamation mark.
 */
export interface StateStrings {
  notConfiguredTitle: string;
  /** How to configure the viewer. The names of the attribute and the property are not translated. */
  notConfigured(attribute: string, property: string): string;

  readyTitle: string;
  readyText: string;
  /** In place of `readyText`, if the user has edited filters: the range that the search will have. */
  readyFilters(range: string): string;

  /** The rest of the range, before `from`, has not been searched. */
  emptyIncomplete(from: string): string;

  /** The kinds of failure in place of the results. */
  errorTitles: Readonly<Record<ErrorKind, string>>;
  errorTexts: Readonly<Record<ErrorKind, string>>;
  /** The server asked to wait. */
  errorWait(seconds: Counted): string;
  /** The viewer waits before another try. `busy`: the server is busy; otherwise it got too many requests. */
  noticeWait(seconds: Counted, busy: boolean): string;
  /** The small line with the server's status and message. */
  errorAnswer(message: string, status: number): string;
  /** The small line for a response that the viewer could not read. */
  errorStatus(message: string, status: number): string;

  /** The kinds of failure in a line above loaded rows: what failed, why, what stays. */
  noticeTitles: Readonly<Record<FailedPhase, string>>;
  noticeCauses: Readonly<Record<ErrorKind, string>>;
  noticeKept(events: Counted): string;
  /** A part of the shown range could not be read. */
  noticeMissing(from: string, until: string): string;
  noticeMissingText: string;
  readAgain: string;

  tryAgain: string;
  checkAgain: string;
  searchLast24Hours: string;
  clearFilters: string;
  lookFurther: string;
  stop: string;

  loadingEvents: string;
  searching: string;
  searchingRange(from: string, until: string): string;
  /** Names the progress bar. */
  scanning: string;
  /** "3 of 10 found", while earlier events are searched. */
  scanFound(found: Counted, wanted: Counted): string;
  /** "searched back to Sep 4" */
  scanAt(day: string): string;
  scanRecords(records: Counted): string;
  scanShown: string;
  /** The same as a sentence, in a line above loaded rows. */
  noticeScanning(day: string, records: Counted, found: Counted): string;
  /** The search paused: how far it got. The next two say what is missing, followed by `emptyIncomplete`. */
  noticePaused(day: string, records: Counted): string;
  /** There are events on the page, and room for more. */
  noticePageShort: string;
  /** The page is full, and the next one has no events so far. */
  noticePageNone: string;
}
