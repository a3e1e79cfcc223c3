import type { Placed } from "../records/answer.js";

/** What is wanted of a turn. */
export interface CursorStep {
  /** Requests at once. */
  readonly places: number;
  /** How many more records are wanted, those included that will not match. */
  readonly wanted: number;
  /** Nothing older than this is wanted. */
  readonly back: number;
  /** At which place these records, newest first, are all that is wanted; undefined where they are not. */
  readonly endOf: (items: readonly Placed[]) => number | undefined;
}
