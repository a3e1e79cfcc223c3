import type { NothingFoundStrings } from "../strings/nothing-found.js";

export const nothingFound: NothingFoundStrings = {
  emptyTitle: "No events match",
  didYouMean: (name) => `Did you mean ${name}?`,
  searchPattern: (pattern) => `Search for ${pattern}`,
  emptyRead: ({ number, text }, from, until, filtered) => {
    const time = `from ${from} to ${until}`;
    if (number === 0) return filtered ? `No matching records ${time}.` : `The server has no records ${time}.`;
    return number === 1
      ? `The 1 record ${time} does not match your filters.`
      : `None of the ${text} records ${time} match your filters.`;
  },
  notLoggedTitle: "What the platform does not log",
  notLoggedText:
    "Phone feature sync, voicemail menu changes and star codes leave no record. They often explain answer rules that seem to change by themselves.",
  searchLast30Days: "Search the last 30 days instead",
};
