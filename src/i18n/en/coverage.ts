import type { CoverageStrings } from "../strings/coverage.js";
import type { Counted } from "../strings/results.js";

export const formatRecordCount = ({ number, text }: Counted) => (number === 1 ? "1 record" : `${text} records`);

export const coverage: CoverageStrings = {
  coverageLabel: "Search coverage",
  coverageWhole: (count, from, until) => `Checked ${formatRecordCount(count)} from ${from} to ${until}.`,
  coverageSoFar: (count, from) => `Checked ${formatRecordCount(count)}, back to ${from}.`,
  printed: "Printed",
};
