import type { Counted } from "../../../i18n/strings/results.js";

/** Counting the whole range. */
export interface CountingStrings {
  readonly countRange: string;
  /** @param when how far the count has come */
  countRunning(when: string): string;
  /** @param records checked in a second */
  countRate(records: Counted): string;
  readonly countWaiting: string;
  readonly countStop: string;
  readonly countResume: string;
  /** The user has stopped the count. @param when it goes on before this time */
  countStopped(when: string): string;
  /** @param when events before this time are not counted */
  countFailed(when: string): string;
  readonly countRetry: string;
  readonly countLost: string;
  readonly countAgain: string;
  /** @param records that the count checked besides those of the rows */
  countDone(records: Counted): string;
}
