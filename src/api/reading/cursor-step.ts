import type { AnswerItem } from "../records/answer.js";

/** What one step of a cursor must read. */
export interface CursorStep {
  /** The number of parallel requests. */
  readonly slots: number;
  /** How many more records the step needs, including those that will not match. */
  readonly wantedRecords: number;
  /** The step needs nothing older than this. */
  readonly backTo: number;
  /** Returns the time at which these records, newest first, are enough; undefined if they are not enough. */
  readonly findEnd: (items: readonly AnswerItem[]) => number | undefined;
}
