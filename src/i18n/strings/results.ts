import type { ColumnId } from "../../core/table-columns.js";
import type { DetailsLabels } from "../../core/details-text.js";

/** A number and its text in the user's locale. */
export interface Counted {
  readonly number: number;
  readonly text: string;
}

/** Table, cards, details of an event, statistics and pagination. */
export interface ResultStrings {
  /** Names the table and the list of cards. */
  auditEvents: string;
  columnNames: Readonly<Record<ColumnId, string>>;
  /** The heading of the button column, for screen readers only. */
  detailsColumn: string;
  /** Names the button of a row or card: "Details: Login, Nov 22 06:52:30 PM". */
  detailsOf(action: string, when: string): string;
  /** Shown for an empty value. */
  noValue: string;
  /** Shown as the user for an automated process. */
  system: string;
  /** The label of a failed login. */
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
  /** The names of the lines in the copied details. */
  detailsLabels: DetailsLabels;

  copyDetails: string;
  investigateUser: string;
  /** Tooltip of Investigate user; it names the user. */
  investigateWhom(user: string): string;
  /** Tooltip of a parameter. */
  copyValue: string;
  /** Shown on the button after copying. */
  copied: string;
  /** For screen readers: the parameter whose value was copied, or "" for all details. */
  copiedWhat(parameter: string): string;
  /** The button that shows or hides a masked value; the second text is its accessible name. */
  showValue: string;
  showValueOf(parameter: string): string;
  hideValue: string;
  hideValueOf(parameter: string): string;
  /** For screen readers: the meaning of the dots. */
  maskedValue: string;
  /** Next to the selected text, if the clipboard is blocked. */
  clipboardRefused: string;
  closeText: string;

  statistics: string;
  totalEvents: string;
  /** After the number of events on the current page. */
  onThisPage: string;
  /** After a number that counts all loaded events. */
  ofLoaded: string;
  uniqueUsers: string;
  uniqueDomains: string;
  currentTimezone: string;
  /** Stands for a number that the worker has not counted yet. */
  counting: string;
  /** Tooltip: how many performed an event, and how many were affected. */
  performedAndAffected(performed: string, affected: string): string;

  pagination: string;
  previousPage: string;
  nextPage: string;
  /** Instead of Next: adds earlier events to the list of all loaded ones. */
  loadMore: string;
  pageNumber(page: string): string;
  moreAvailable: string;
  /** The next page is loading. */
  loadingMore: string;
  /** More events may follow: earlier events have not been searched. */
  moreUnknown: string;
}
