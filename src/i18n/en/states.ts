import type { StateStrings } from "../strings/states.js";

export const states: StateStrings = {
  notConfiguredTitle: "No server is set",
  notConfigured: (attribute, property) =>
    `The page that shows this viewer has to name the API: with the attribute ${attribute}, or with an object in the property ${property} that performs the requests. Until then nothing is sent.`,

  readyTitle: "Ready to search",
  readyText: "Search now for the last 24 hours, or set filters first.",

  emptyTitle: "No events match",
  emptyRead: (records, from, until, filtered) => {
    const time = `between ${from} and ${until}`;
    if (records.number === 0) {
      return filtered ? `The server found no record of this kind ${time}.` : `The server has no record ${time}.`;
    }
    if (filtered) {
      return records.number === 1
        ? `Time ${time} was read. The 1 record that came does not match the filters.`
        : `Time ${time} was read. None of the ${records.text} records that came matches the filters.`;
    }
    return records.number === 1
      ? `1 record ${time} was read. It does not match the filters.`
      : `${records.text} records ${time} were read. None matches the filters.`;
  },
  emptyIncomplete: (from) => `Time before ${from} has not been read yet.`,
  notLoggedTitle: "What the platform does not log",
  notLoggedText:
    "Changes a phone makes by feature sync, voicemail menu changes and star codes leave no record. They are a common cause of answer rules that seem to change by themselves.",

  errorTitles: {
    auth: "Your session has ended",
    forbidden: "You cannot see the audit log",
    unsupported: "This server has no audit log",
    "bad-request": "The server did not accept this search",
    "rate-limited": "Too many requests",
    server: "The search failed",
    network: "The server cannot be reached",
    timeout: "The server took too long",
    "bad-data": "The answer cannot be read",
    aborted: "The search was stopped",
  },
  errorTexts: {
    auth: "Sign in again, then come back. Your filters are kept on this page.",
    forbidden: "It needs the Channel Partner role or higher. Ask your administrator if you should have it.",
    unsupported:
      "There is no audit log at its address. The server may be older than platform version 45, or the address may be wrong.",
    "bad-request": "One of the filters or the date range is not what it expects. Change them and search again.",
    "rate-limited": "The server takes no more requests for a moment. Your filters are kept.",
    server: "The server reported an error of its own. A shorter date range often helps.",
    network: "No answer came. Check the connection; if it works, this page may not be allowed to ask this server.",
    timeout: "No answer came in time. A shorter date range or a domain makes a search faster.",
    "bad-data": "The server answered with something that is not an audit log. Its address may be wrong.",
    aborted: "Nothing was loaded. Your filters are kept.",
  },
  errorWait: (seconds) =>
    seconds.number === 1 ? "It asks to wait 1 second." : `It asks to wait ${seconds.text} seconds.`,
  errorAnswer: (message, status) => `The server answered: ${status}${message ? `, ${message}` : ""}`,
  errorStatus: (message, status) => `Status ${status}. ${message}`,

  noticeTitles: {
    search: "The search failed.",
    "next-page": "The next page could not be loaded.",
    refresh: "The results could not be refreshed.",
    scan: "Older events could not be read.",
    "sign-ins": "The missing sign-ins could not be read.",
  },
  noticeCauses: {
    auth: "Your session has ended: sign in again, then come back.",
    forbidden: "The server refused access.",
    unsupported: "The server does not know the audit log.",
    "bad-request": "The server did not accept the request.",
    "rate-limited": "The server takes no more requests for a moment.",
    server: "The server reported an error of its own.",
    network: "The network did not answer.",
    timeout: "The server took too long.",
    "bad-data": "The answer could not be read.",
    aborted: "It was stopped.",
  },
  noticeKept: (events) => {
    if (events.number === 0) return "";
    return events.number === 1 ? "The event below stays." : `The ${events.text} events below stay.`;
  },

  noticeMissing: (from, until) => `Incomplete between ${from} and ${until}.`,
  noticeMissingText: "The access log could not be read there, so sign-ins may be missing.",
  readAgain: "Read it again",

  tryAgain: "Try again",
  checkAgain: "Check again",
  searchLast24Hours: "Search last 24 hours",
  searchLast30Days: "Search the last 30 days instead",
  clearFilters: "Clear all filters",
  lookFurther: "Look further back",
  stop: "Stop",

  loadingEvents: "Loading events",
  searching: "Searching…",
  searchingRange: (from, until) => `Searching ${from} – ${until}…`,
  scanning: "Scanning",
  scanFound: (found, wanted) => `${found.text} of ${wanted.text} found`,
  scanAt: (day) => `looked back to ${day}`,
  noticeScanning: (day, records, found) =>
    `Looked back to ${day}: ${records.text} ${records.number === 1 ? "record" : "records"}, ${found.text} match.`,
  scanRecords: (records) => `${records.text} ${records.number === 1 ? "record" : "records"} read.`,
  scanShown: "Matches appear as they are found.",
};
