import { formatEventCount } from "../../../i18n/en/count.js";
import type { Counted } from "../../../i18n/strings/results.js";
import type { BreakdownStrings } from "./breakdown-strings.js";

const records = ({ number, text }: Counted) => (number === 1 ? "1 record" : `${text} records`);

export const breakdown: BreakdownStrings = {
  breakdownOf: (events) => `of ${formatEventCount(events)}`,
  breakdownCounting: "counting",
  breakdownSoFar: (count, from) => `In the ${records(count)} searched back to ${from}.`,
  breakdownWhole: (count, from, until) => `In the ${records(count)} from ${from} to ${until}.`,
  breakdownAhead: "They include records read ahead for the next page.",
  breakdownUnsearched: "Earlier events are not searched yet, so they are not in these numbers.",
  breakdownCountedOnly: (events) =>
    `${formatEventCount(events)} ${events.number === 1 ? "is" : "are"} counted but not loaded.`,
  breakdownMissing: (from, until) => `Incomplete: sign-ins from ${from} to ${until} could not be read or counted.`,
  breakdownCut: ({ number, text }) =>
    `Incomplete: the server returned only part of ${number === 1 ? "1 second" : `${text} seconds`}. There may be more events.`,
  breakdownNothing: "No matching events, so there is nothing to break down.",
  breakdownValue: (value, events) => `${value}, ${formatEventCount(events)}`,
  breakdownNotGiven: "Not given",
  breakdownMore: ({ text }) => `+${text} more`,
  breakdownFind: (field) => `Find in ${field}`,
  breakdownFound: (found, all) => `${found.text} of ${all.text}`,
  breakdownNoValues: "No matching values.",
  breakdownFailed: "The values could not be counted.",
  breakdownClose: "Close the breakdown",
  filterFor: (value) => `Filter for ${value}`,
  filterForAnyDomain: (user) => `Filter for ${user} in any domain`,
};
