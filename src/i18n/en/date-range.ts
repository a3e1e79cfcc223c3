import type { DateRangeStrings } from "../strings/date-range.js";

export const dateRange: DateRangeStrings = {
  customRangeOption: "Custom range",
  rangeStart: "Start",
  rangeEnd: "End",
  rangeFields: { startDate: "Start date", startTime: "Start time", endDate: "End date", endTime: "End time" },
  previousMonth: "Previous month",
  nextMonth: "Next month",
  dayStates: { start: "start of range", end: "end of range", both: "start and end of range", in: "in range" },
  rangeCancel: "Cancel",
  rangeApply: "Apply",
  rangeLoading: "Loading the calendar…",
  rangeFailed: "The calendar could not be loaded. The ranges beside it work without it.",
  rangeProblem: (problem, example) =>
    ({
      "not-a-date": `Not a date. Write one like ${example}.`,
      "not-a-time": `Not a time. Write one like ${example}.`,
      "end-before-start": "The end lies before the start.",
    })[problem],
  rangeSummary(length, zone, changes) {
    const turns = changes.map(({ forward, date }) => `${forward ? "forward" : "back"} on ${date}`).join(" and ");
    return `${length} in ${zone}${turns ? `: clocks go ${turns}` : ""}.`;
  },
  rangeLong: "Searches over more than 90 days take longer.",
  rangeSkipped: "The clock skips this time: nothing is left of the range.",
  clockNote: (kind, time, date, taken) =>
    kind === "skipped"
      ? `${time} does not exist on ${date}: ${taken} is taken.`
      : `${time} comes twice on ${date}: the first one is taken.`,
};
