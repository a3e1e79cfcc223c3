import type { ColumnId } from "../../domain/columns.js";
import type { DetailsLabels } from "../../domain/details-text.js";

/** A number, and how it is written in the reader's locale. */
export interface Counted {
  readonly number: number;
  readonly text: string;
}

/** Table, cards, details of an event, statistics and pagination. */
export interface ResultStrings {
  /** Names the table and the list of cards. */
  auditEvents: string;
  columnNames: Readonly<Record<ColumnId, string>>;
  /** Heads the column of the buttons, for screen readers only. */
  detailsColumn: string;
  /** Names the button of a row or card: "Details: Login, Nov 22 06:52:30 PM". */
  detailsOf(action: string, when: string): string;
  /** Stands for a value that the record does not have. */
  noValue: string;
  /** An automated process, where a user would be named. */
  system: string;
  /** A login that failed for a bad password. */
  loginFailed: string;
  /** Under a card's sentence: "By maria.ortiz". */
  byWhom(user: string): string;

  eventSummary: string;
  eventDetails: string;
  factsEvent: string;
  factsPerformedBy: string;
  factsAffected: string;
  factTime: string;
  factAction: string;
  factObject: string;
  factClient: string;
  factUser: string;
  factDomain: string;
  factIp: string;
  factHost: string;
  parameters: string;
  /** Names of the lines in the copied details. */
  detailsLabels: DetailsLabels;

  copyDetails: string;
  investigateUser: string;
  /** Tooltip of Investigate user: whom it names. */
  investigateWhom(user: string): string;
  /** Tooltip of a parameter. */
  copyValue: string;
  /** On the button that was just used. */
  copied: string;
  /** For screen readers: the parameter whose value was copied, or "" for all details. */
  copiedWhat(parameter: string): string;
  /** Shows or hides a masked value; the second text names the button. */
  showValue: string;
  showValueOf(parameter: string): string;
  hideValue: string;
  hideValueOf(parameter: string): string;
  /** For screen readers: what the dots stand for. */
  maskedValue: string;
  /** Beside the selected text, where the clipboard is refused. */
  clipboardRefused: string;
  closeText: string;

  statistics: string;
  totalEvents: string;
  uniqueUsers: string;
  uniqueDomains: string;
  currentTimezone: string;
  /** Tooltip: how many of them performed something, how many were affected. */
  performedAndAffected(performed: string, affected: string): string;

  pagination: string;
  previousPage: string;
  nextPage: string;
  pageNumber(page: string): string;
  moreAvailable: string;
  /** The next page is being read. */
  loadingMore: string;
  /** Whether there are more is not known: older time has not been read. */
  moreUnknown: string;
}
