import type { Wait } from "../../core/errors.js";

/** How the requests of one search are counted, ordered and aborted. */
export interface RequestScope {
  readonly signal: AbortSignal;
  readonly onRequest: () => void;
  /** Whether the budget allows another request, for a read that needs many of them. */
  readonly mayRequest?: () => boolean;
  /** Whether the request only reads ahead: all other requests go first. */
  readonly isReadAhead?: () => boolean;
  /** The timeout in milliseconds, if it is not the usual one. */
  readonly timeoutMs?: number | undefined;
  /** Called with the time that the answer took, in milliseconds. */
  readonly onAnswer?: (ms: number) => void;
  /** Called with each wait that the server asks for, and the previous one of the same request; undefined after the answer. */
  readonly onWait?: ((now: Wait | undefined, before: Wait | undefined) => void) | undefined;
}
