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
  rangeProblem: (problem, example) =>
    ({
      "not-a-date": `Enter a date like ${example}.`,
      "not-a-time": `Enter a time like ${example}.`,
      "end-before-start": "End is before start.",
    })[problem],
  rangeSummary(length, zone, changes) {
    const turns = changes.map(({ forward, date }) => `${forward ? "forward" : "back"} on ${date}`).join(" and ");
    return `${length} in ${zone}${turns ? `: clocks go ${turns}` : ""}.`;
  },
  rangeLong: "Searches of more than 90 days take longer.",
  rangeSkipped: "The clock skips this time: the range is empty.",
  clockNote: (kind, time, date, taken) =>
    kind === "skipped"
      ? `${time} does not exist on ${date}: using ${taken}.`
      : `${time} occurs twice on ${date}: using the first.`,
};
