import type { CountingStrings } from "./counting-strings.js";

export const counting: CountingStrings = {
  countRange: "Count the whole range",
  countRunning: (when) => `Counting, now at ${when}`,
  countRate: ({ text }) => `${text} records per second`,
  countWaiting: "Counting continues after this search",
  countStop: "Stop counting",
  countResume: "Resume counting",
  countStopped: (when) => `Counting stopped. Events before ${when} are not counted.`,
  countFailed: (when) => `Events before ${when} could not be counted.`,
  countRetry: "Retry",
  countLost: "The count of earlier events was discarded.",
  countAgain: "Count again",
  countDone: ({ number, text }) =>
    `Whole range counted: checked ${number === 1 ? "1 more record" : `${text} more records`}`,
};
