import type { StateStrings } from "../strings/states.js";

export const states: StateStrings = {
  notConfiguredTitle: "No server configured",
  notConfigured: (attribute, property) =>
    `Set the ${attribute} attribute or the ${property} property of this viewer. Until then, no requests are sent.`,

  readyTitle: "Ready to search",
  readyText: "Search now for the last 24 hours, or set filters first.",
  readyFilters: (range) => `Date range: ${range}. Search now, or set more filters.`,

  emptyIncomplete: () => "Earlier events not searched yet.",

  errorTitles: {
    auth: "Your session has ended",
    forbidden: "You cannot see the audit log",
    unsupported: "This server has no audit log",
    "bad-request": "The server rejected this search",
    "rate-limited": "Too many requests",
    server: "The search failed",
    network: "The server cannot be reached",
    timeout: "The server took too long",
    "bad-data": "Unexpected response",
    aborted: "Search stopped",
  },
  errorTexts: {
    auth: "Sign in again, then come back. Your filters are kept on this page.",
    forbidden: "You need the Channel Partner role or higher. Ask your administrator for access.",
    unsupported: "The server may be older than platform version 45, or its address may be wrong.",
    "bad-request": "A filter or the date range was rejected by the server. Change it and search again.",
    "rate-limited": "The server has too many requests at the moment. Your filters are kept.",
    server: "The server reported an error. A shorter date range often helps.",
    network: "No response. Check your connection; this page may also be blocked from contacting the server.",
    timeout: "No response in time. A shorter date range or a domain makes a search faster.",
    "bad-data": "The response is not an audit log. The server address may be wrong.",
    aborted: "Nothing was loaded. Your filters are kept.",
  },
  errorWait: (seconds) => `Wait ${seconds.text} ${seconds.number === 1 ? "second" : "seconds"} before you try again.`,
  noticeWait: ({ number, text }, busy) =>
    `${busy ? "The server is busy" : "Too many requests"}. Trying again in ${text} ${number === 1 ? "second" : "seconds"}.`,
  errorAnswer: (message, status) => `Server response: ${status}${message ? `, ${message}` : ""}`,
  errorStatus: (message, status) => `Status ${status}. ${message}`,

  noticeTitles: {
    search: "The search failed.",
    "next-page": "The next page could not be loaded.",
    refresh: "The results could not be refreshed.",
    scan: "Older events could not be loaded.",
    "sign-ins": "The missing sign-ins could not be loaded.",
  },
  noticeCauses: {
    auth: "Your session has ended. Sign in again, then come back.",
    forbidden: "The server refused access.",
    unsupported: "The server has no audit log.",
    "bad-request": "The server rejected the request.",
    "rate-limited": "The server has too many requests at the moment.",
    server: "The server reported an error.",
    network: "No response.",
    timeout: "The server took too long.",
    "bad-data": "Unexpected response.",
    aborted: "Search stopped.",
  },
  noticeKept: (events) => {
    if (events.number === 0) return "";
    return events.number === 1 ? "The event below is still shown." : `The ${events.text} events below are still shown.`;
  },

  noticeMissing: (from, until) => `Incomplete from ${from} to ${until}.`,
  noticeMissingText: "The access log could not be read for this time, so sign-ins may be missing.",
  readAgain: "Retry",

  tryAgain: "Try again",
  checkAgain: "Check again",
  searchLast24Hours: "Search last 24 hours",
  clearFilters: "Clear all filters",
  lookFurther: "Search further back",
  stop: "Stop",

  loadingEvents: "Loading events",
  searching: "Searching…",
  searchingRange: (from, until) => `Searching ${from} – ${until}…`,
  scanning: "Scanning",
  scanFound: (found, wanted) => `${found.text} of ${wanted.text} found`,
  scanAt: (day) => `searched back to ${day}`,
  noticeScanning: (day, records, found) =>
    `Searched back to ${day}: checked ${records.text} ${records.number === 1 ? "record" : "records"}, found ${found.text}.`,
  noticePaused: (day, records) =>
    `Searched back to ${day}: checked ${records.text} ${records.number === 1 ? "record" : "records"}.`,
  noticePageShort: "This page is not full.",
  noticePageNone: "No more events found so far.",
  scanRecords: (records) => `Checked ${records.text} ${records.number === 1 ? "record" : "records"}.`,
  scanShown: "Matches appear as they are found.",
};
