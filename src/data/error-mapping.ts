import { systemClock, timeOfText } from "../domain/clock.js";
import { AuditLogError, ERROR_KINDS, type ErrorKind } from "../domain/errors.js";

/** A server older than v45 has no audit log and says so in words, whatever the status. */
const NO_ROUTE = /No Route Found/i;

const KINDS: Partial<Record<number, ErrorKind>> = {
  400: "bad-request",
  401: "auth",
  403: "forbidden",
  404: "unsupported",
  408: "timeout",
  429: "rate-limited",
};

/** The error of an HTTP status. */
export function errorOfStatus(status: number, message: string, retryAfterMs?: number): AuditLogError {
  return new AuditLogError(kindOf(status, message), message, { status, retryAfterMs });
}

function kindOf(status: number, message: string): ErrorKind {
  if (NO_ROUTE.test(message)) return "unsupported";
  const known = KINDS[status];
  if (known) return known;
  if (status >= 500) return "server";
  return status >= 400 ? "bad-request" : "bad-data";
}

/**
 * `Retry-After` in milliseconds; it is seconds or an HTTP date.
 * @see RFC 9110, 10.2.3
 */
export function retryAfter(header: string | null, now: number = systemClock.now()): number | undefined {
  if (!header) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = timeOfText(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Ways in which a server says no to a request that another try does not change. */
const REFUSALS: readonly ErrorKind[] = ["bad-request", "forbidden", "unsupported"];

export function isRefusal(cause: unknown): boolean {
  return REFUSALS.indexOf(toAuditLogError(cause).kind) !== -1;
}

/** Whatever an adapter rejected with, as an AuditLogError. Never throws. */
export function toAuditLogError(cause: unknown): AuditLogError {
  if (cause instanceof AuditLogError) return cause;
  const { name, kind, message, status, code, retryAfterMs } = parts(cause);
  const options = { cause, status, retryAfterMs };
  if (kind) return new AuditLogError(kind, message, options);
  if (name === "AbortError") return new AuditLogError("aborted", message, options);
  if (name === "TimeoutError") return new AuditLogError("timeout", message, options);
  const number = status ?? code;
  if (number !== undefined) return new AuditLogError(kindOf(number, message), message, { ...options, status: number });
  if (NO_ROUTE.test(message)) return new AuditLogError("unsupported", message, options);
  // `JSON.parse` of a host's own adapter throws a SyntaxError; everything else without a status is no answer at all.
  return new AuditLogError(name === "SyntaxError" ? "bad-data" : "network", message, options);
}

/**
 * Another copy of this package (two versions on one page) has another AuditLogError class; it and every host's error are
 * read by their members.
 */
function parts(cause: unknown) {
  const name = member(cause, "name");
  const kind = member(cause, "kind");
  const message = member(cause, "message");
  const wait = member(cause, "retryAfterMs");
  return {
    name: typeof name === "string" ? name : "",
    kind: name === "AuditLogError" ? ERROR_KINDS.find((one) => one === kind) : undefined,
    message: typeof message === "string" ? message : typeof cause === "string" ? cause : "",
    status: httpStatus(member(cause, "status")) ?? httpStatus(member(member(cause, "response"), "status")),
    code: httpStatus(member(cause, "code")),
    retryAfterMs: typeof wait === "number" && wait >= 0 && wait < Infinity ? wait : undefined,
  };
}

/** A member of whatever it is; a getter that throws has nothing to say. */
function member(of: unknown, name: string): unknown {
  try {
    return (of as Record<string, unknown> | null | undefined)?.[name];
  } catch {
    // A host page's error may be anything, a proxy or a lazy getter too; it must not hide that there was one.
    return undefined;
  }
}

/** An HTTP status as a number or as text; a DOMException's `code` (20) and Node's (`ECONNRESET`) are none. */
function httpStatus(value: unknown): number | undefined {
  const number = typeof value === "string" && /^\d{3}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && number >= 100 && number <= 599 ? number : undefined;
}
