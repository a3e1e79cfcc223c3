import type { DraftProblem, RangeField } from "../../core/time/range-draft.js";

/** The dialog of the date range. Dates, times and lengths are already formatted in the language. */
export interface DateRangeStrings {
  /** The option after the presets that opens the dates. */
  readonly customRangeOption: string;
  readonly rangeStart: string;
  readonly rangeEnd: string;
  readonly rangeFields: Readonly<Record<RangeField, string>>;
  readonly previousMonth: string;
  readonly nextMonth: string;
  /** Added to the name of a day: "Thursday, October 22, 2026, start of range". */
  readonly dayStates: Readonly<Record<"start" | "end" | "both" | "in", string>>;
  readonly rangeCancel: string;
  readonly rangeApply: string;
  /** What is wrong in a field; `example` shows the format. */
  rangeProblem(problem: DraftProblem, example: string): string;
  /** "24 days and 1 hour in US/Eastern", with the clock changes. */
  rangeSummary(length: string, zone: string, changes: readonly { forward: boolean; date: string }[]): string;
  readonly rangeLong: string;
  /** The range is empty because the clock skips it. */
  readonly rangeSkipped: string;
  clockNote(kind: "skipped" | "twice", time: string, date: string, taken: string): string;
}
