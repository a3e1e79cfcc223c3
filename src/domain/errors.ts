/**
 * What can go wrong between the viewer and the server; each kind has a sentence and an action for the user.
 * auth: 401. forbidden: 403. unsupported: 404 or "No Route Found", a server older than v45. bad-request: 400.
 * rate-limited: 429. server: 5xx. network: no answer. timeout: no answer in time. bad-data: an answer that is not what the
 * API documents. aborted: given up on purpose.
 */
export const ERROR_KINDS = [
  "auth",
  "forbidden",
  "unsupported",
  "bad-request",
  "rate-limited",
  "server",
  "network",
  "timeout",
  "bad-data",
  "aborted",
] as const;

export type ErrorKind = (typeof ERROR_KINDS)[number];

export interface AuditLogErrorOptions {
  /** HTTP status, when there was an answer. */
  status?: number | undefined;
  /** How long the server asked to wait, in milliseconds. */
  retryAfterMs?: number | undefined;
  cause?: unknown;
}

export class AuditLogError extends Error {
  override readonly name = "AuditLogError";
  readonly kind: ErrorKind;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  /** @param message what the server said, or what happened; shown small, never as the main sentence */
  constructor(kind: ErrorKind, message: string, options: AuditLogErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.status = options.status;
    this.retryAfterMs = options.retryAfterMs;
  }
}
