import { COLUMN_IDS, findField } from "../../core/table-columns.js";
import { FIELDS } from "../../core/fields.js";
import type { ResultStrings } from "../strings/results.js";
import { filters } from "./filters.js";

const { textFilters, shortTextFilters, performedBy, affected, actionFilter } = filters;

/** The columns of the table have the names of the columns of a CSV file. */
const columnNames = Object.fromEntries(
  COLUMN_IDS.map((id) => [id, FIELDS[findField(id)].exportName]),
) as ResultStrings["columnNames"];

export const results: ResultStrings = {
  auditEvents: "Audit events",
  columnNames,
  detailsColumn: "Details",
  detailsOf: (action, when) => `Details: ${action}, ${when}`,
  noValue: "-",
  system: "System",
  loginFailed: "Login failed",
  byWhom: (user) => `By ${user}`,

  eventSummary: "Event summary",
  eventDetails: "Event details",
  factsEvent: "Event",
  factsPerformedBy: performedBy,
  factsAffected: affected,
  factTime: "Time",
  factAction: actionFilter,
  factObject: "Object",
  factClient: shortTextFilters.client,
  factUser: shortTextFilters.byUser,
  factDomain: shortTextFilters.byDomain,
  factIp: shortTextFilters.byIp,
  factHost: shortTextFilters.host,
  parameters: "Parameters",
  detailsLabels: { time: "Time", action: actionFilter, object: "Object", ...textFilters, parameters: "Parameters" },

  copyDetails: "Copy details",
  investigateUser: "Investigate user",
  investigateWhom: (user) => `Show ${user}'s last 12 months`,
  copyValue: "Copy the value",
  copied: "Copied",
  copiedWhat: (parameter) => (parameter ? `Copied the value of ${parameter}` : "Copied the details"),
  showValue: "Show",
  showValueOf: (parameter) => `Show ${parameter}`,
  hideValue: "Hide",
  hideValueOf: (parameter) => `Hide ${parameter}`,
  maskedValue: "hidden value",
  clipboardRefused: "Clipboard blocked. Copy the selected text.",
  closeText: "Close",

  statistics: "Statistics",
  totalEvents: "Total events",
  onThisPage: "this page",
  ofLoaded: "loaded",
  uniqueUsers: "Unique users",
  uniqueDomains: "Unique domains",
  currentTimezone: "Timezone",
  counting: "counting",
  performedAndAffected: (performed, affected) => `Performed by: ${performed}, affected: ${affected}`,

  pagination: "Pagination",
  previousPage: "Previous",
  nextPage: "Next",
  loadMore: "Load more",
  pageNumber: (page) => `Page ${page}`,
  loadingMore: "loading…",
  moreAvailable: "more available",
  moreUnknown: "earlier events not searched yet",
};
