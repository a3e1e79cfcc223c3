/**
 * The kinds of errors between the viewer and the server. Each kind has a message and an action for the user. auth: 401.
 * forbidden: 403. unsupported: 404 or "No Route Found", a server older than v45. bad-request: 400. rate-limited: 429.
 * server: 5xx. network: no response. timeout: no response in time. bad-data: a response that does not match the API's
 * documentation. aborted: canceled on purpose.
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

/** A pause before another try, because the server asked for it. */
export interface Wait {
  /** `server`: the server is busy (503). */
  readonly kind: "rate-limited" | "server";
  readonly ms: number;
}

export interface AuditLogErrorOptions {
  /** HTTP status, if there was a response. */
  status?: number | undefined;
  /** The wait time that the server requested, in milliseconds. */
  retryAfterMs?: number | undefined;
  cause?: unknown;
}

export class AuditLogError extends Error {
  override readonly name = "AuditLogError";
  readonly kind: ErrorKind;
  readonly status: number | undefined;
  readonly retryAfterMs: number | undefined;

  /** @param message the server's message or a description; shown in small type, never as the main sentence */
  constructor(kind: ErrorKind, message: string, options: AuditLogErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.status = options.status;
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** For a part of the viewer that could not be loaded. */
export function failLoading(cause: unknown): never {
  if (cause instanceof AuditLogError) throw cause;
  throw new AuditLogError("network", "A part of the viewer could not be loaded.", { cause });
}
