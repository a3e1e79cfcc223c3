import type { Wait } from "../../core/errors.js";

/** Requests of one search: how they are counted and given up. */
export interface RequestScope {
  readonly signal: AbortSignal;
  readonly onRequest: () => void;
  /** Whether the budget allows another request, for whoever needs many for one answer. */
  readonly mayAsk?: () => boolean;
  /** Nobody waits for it yet: everything else goes before it. */
  readonly isAhead?: () => boolean;
  /** How long an answer is waited for, ms, where that is not as long as for any request. */
  readonly patienceMs?: number | undefined;
  /** Told how long an answer took, ms. */
  readonly onAnswer?: (ms: number) => void;
  /** Told of each pause that the server asked for, with the one before of the same request; undefined after an answer. */
  readonly onWait?: ((now: Wait | undefined, before: Wait | undefined) => void) | undefined;
}
