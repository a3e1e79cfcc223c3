import type { CoverageNoteStrings } from "../strings/coverage.js";
import { formatRecordCount } from "./coverage.js";

export const coverageNotes: CoverageNoteStrings = {
  coverageSent: (filters, count) => `${filters} ${count === 1 ? "was" : "were"} filtered on the server.`,
  coverageNarrowed: (before, spellings) => `Before ${before}, only ${spellings} was requested.`,
  coverageNoSignIns: "The access log could not be read. It may have more sign-ins.",
  coverageOldest: (when) => `The oldest known record is from ${when}. Older logs may be archived.`,
  coverageCut: (count, when) =>
    `The server returned only part of ${when}: that second has at least ${formatRecordCount(count)}.`,
  coverageCutMore: ({ number, text }) =>
    `The same applies to ${number === 1 ? "1 more second" : `${text} more seconds`}.`,
  coverageOutside: (count) =>
    `${formatRecordCount(count)} ${count.number === 1 ? "was outside the requested range and is" : "were outside the requested range and are"} not shown. The server may use another time zone.`,
  coverageShift: (hours) => `Server times have no time zone; shifted by ${hours}.`,
  coverageNaive: "Server times have no time zone. Near a daylight-saving change, times may be off by an hour.",
  coverageUndated: (count) =>
    `${formatRecordCount(count)} without a readable time ${count.number === 1 ? "is" : "are"} in server order.`,
  coverageUnreadable: (count) =>
    `${formatRecordCount(count)} could not be read and ${count.number === 1 ? "is" : "are"} not shown.`,
  coverageDoubled: "The server sends every record twice, so every event is shown, counted and exported twice.",
  coverageClockAhead: "The server's clock may be ahead, so the newest events may be missing.",
};
