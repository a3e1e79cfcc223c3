import type { AuditLogError } from "../../core/errors.js";

/** The maximum number of attempts for one request. */
const MOST_ATTEMPTS = 4;

/** The wait before the second attempt, in milliseconds. It doubles with each attempt. */
const FIRST_WAIT_MS = 500;

/** The longest wait, in milliseconds. If the server asks for more, the user sees the error and can retry. */
const LONGEST_WAIT_MS = 20_000;

const RETRIED_STATUS = [429, 502, 503, 504];
/** A 500 may come from one bad process of the server, or this request may always cause it. */
const RETRIED_ONCE = 500;

/**
 * Returns the wait before the next attempt, in milliseconds; undefined if the request has failed for good.
 *
 * @param attempt the number of the attempt that has failed, from 1
 * @param random from 0 to 1: clients that failed together do not try again together
 */
export function computeRetryWait(error: AuditLogError, attempt: number, random: number): number | undefined {
  if (attempt >= MOST_ATTEMPTS || !isTemporary(error, attempt)) return undefined;
  const growing = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + random);
  const wait = Math.max(growing, error.retryAfterMs ?? 0);
  return wait > LONGEST_WAIT_MS ? undefined : wait;
}

/** Whether the same request may succeed a moment later. */
function isTemporary({ kind, status = 0 }: AuditLogError, attempt: number): boolean {
  return kind === "network" || RETRIED_STATUS.indexOf(status) !== -1 || (status === RETRIED_ONCE && attempt === 1);
}
