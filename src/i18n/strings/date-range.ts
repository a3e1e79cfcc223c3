import type { DraftProblem, RangeField } from "../../domain/range-draft.js";

/** The dialog of the date range. Dates, times and lengths come written out in the language. */
export interface DateRangeStrings {
  /** Stands beside the presets, and leads to the dates. */
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
  /** The chunk of the dialog is on its way, or did not come. */
  readonly rangeLoading: string;
  readonly rangeFailed: string;
  /** What is wrong at a field; `example` is how it is written. */
  rangeProblem(problem: DraftProblem, example: string): string;
  /** "24 days and 1 hour in US/Eastern", with the changes of the clock. */
  rangeSummary(length: string, zone: string, changes: readonly { forward: boolean; date: string }[]): string;
  readonly rangeLong: string;
  /** Nothing is left of the range, because the clock skips it. */
  readonly rangeSkipped: string;
  clockNote(kind: "skipped" | "twice", time: string, date: string, taken: string): string;
}
