import type { CoverageStrings } from "../strings/coverage.js";
import type { Counted } from "../strings/results.js";

const records = ({ number, text }: Counted) => (number === 1 ? "1 record" : `${text} records`);

export const coverage: CoverageStrings = {
  coverageLabel: "What was read",
  coverageWhole: (count, from, until) => `${records(count)} read, all from ${from} to ${until}.`,
  coverageSoFar: (count, from) => `${records(count)} read, back to ${from}.`,
  coverageSent: (filters) => `The server looked for ${filters} itself.`,
  coverageNarrowed: (before, spellings) => `Before ${before} it was asked only for ${spellings}.`,
  coverageCut: (count, when) =>
    `The server gives no more than part of ${when}: at least ${records(count)} belong to that second.`,
  coverageCutMore: ({ number, text }) => `So it is in ${number === 1 ? "1 more second" : `${text} more seconds`}.`,
  coverageOutside: (count) =>
    `${records(count)} came with a time outside of what was asked for and ${count.number === 1 ? "is" : "are"} not shown. The server may keep another time zone.`,
  coverageShift: (hours) =>
    `The server writes times without a zone. They were moved by ${hours} to lie in what was asked for.`,
  coverageNaive: "The server writes times without a zone. Around a change of the clock a record may stand an hour off.",
  coverageUndated: (count) =>
    `${records(count)} without a readable time ${count.number === 1 ? "stands" : "stand"} where the server put ${count.number === 1 ? "it" : "them"}.`,
  coverageUnreadable: (count) =>
    `${records(count)} could not be read and ${count.number === 1 ? "is" : "are"} not shown.`,
  coverageNoSignIns: "The access log, which may hold more sign-ins, could not be read.",
  printed: "Printed",
};
