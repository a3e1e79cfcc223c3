import { systemClock, parseTime } from "../../core/clock.js";
import { AuditLogError, ERROR_KINDS, type ErrorKind } from "../../core/errors.js";
import { removeTokens } from "../../core/secrets/token-text.js";
import { findErrorCode } from "./body-code.js";

/** A server older than v45 has no audit log and responds with this text and any status. */
const NO_ROUTE = /No Route Found/i;

const KINDS: Partial<Record<number, ErrorKind>> = {
  400: "bad-request",
  401: "auth",
  403: "forbidden",
  404: "unsupported",
  408: "timeout",
  429: "rate-limited",
};

/**
 * Returns the error for an HTTP status.
 *
 * @param message the server's message; tokens are removed from it
 * @param tokens the tokens that were sent
 */
export function createStatusError(
  status: number,
  message: string,
  retryAfterMs?: number,
  tokens: readonly string[] = [],
): AuditLogError {
  return new AuditLogError(findKind(status, message), removeTokens(message, tokens), { status, retryAfterMs });
}

/** The parts of a response that may contain an error. */
export interface ServerResponse {
  readonly status: number;
  readonly statusText: string;
  readonly retryAfterMs: number | undefined;
  readonly text: string;
  /** undefined if the text is not JSON. */
  readonly body: unknown;
}

/**
 * Returns the error in the status or body of a response; undefined if there is none.
 *
 * @param tokens the tokens that were sent
 */
export function createResponseError(response: ServerResponse, tokens: readonly string[]): AuditLogError | undefined {
  const { status, statusText, retryAfterMs, text, body } = response;
  // The documented error body is `{"code": 404, "message": "…"}`.
  if (status < 200 || status > 299) {
    const meant = findErrorCode(body) === 401 ? 401 : status;
    return createStatusError(meant, readMessage(body) ?? statusText, retryAfterMs, tokens);
  }
  const said = createBodyError(body === undefined ? text : body, tokens, retryAfterMs);
  if (said || body !== undefined) return said;
  return new AuditLogError("bad-data", "The response is not JSON.", { status });
}

/** Returns the error in a body with the status 200: `{"code": 403, "message": "…"}`; undefined for any other body. */
export function createBodyError(
  body: unknown,
  tokens: readonly string[] = [],
  retryAfterMs?: number,
): AuditLogError | undefined {
  const message = typeof body === "string" ? body : (readMessage(body) ?? "");
  const code = findErrorCode(body) ?? (NO_ROUTE.test(message) ? 404 : undefined);
  return code === undefined ? undefined : createStatusError(code, message, retryAfterMs, tokens);
}

function readMessage(body: unknown): string | undefined {
  const message = member(body, "message");
  return typeof message === "string" ? message : undefined;
}

function findKind(status: number, message: string): ErrorKind {
  if (NO_ROUTE.test(message)) return "unsupported";
  const known = KINDS[status];
  if (known) return known;
  if (status >= 500) return "server";
  return status >= 400 ? "bad-request" : "bad-data";
}

/**
 * Returns `Retry-After` in milliseconds. The header has seconds or an HTTP date.
 * @see RFC 9110, 10.2.3
 */
export function retryAfter(header: string | null, now: number = systemClock.now()): number | undefined {
  if (!header) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = parseTime(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Kinds of errors that a retry does not change. */
const REFUSALS: readonly ErrorKind[] = ["bad-request", "forbidden", "unsupported"];

export function isRefusal(cause: unknown): boolean {
  return REFUSALS.indexOf(toAuditLogError(cause).kind) !== -1;
}

/**
 * Converts any rejection value of an adapter to an AuditLogError without tokens. Never throws.
 *
 * @param tokens the tokens that were sent, if known
 */
export function toAuditLogError(cause: unknown, tokens: readonly string[] = []): AuditLogError {
  const clean = (text: string) => removeTokens(text, tokens);
  if (cause instanceof AuditLogError) return withoutTokensIn(cause, clean);
  const { name, kind, message: said, status, code, retryAfterMs } = readParts(cause);
  const message = clean(said);
  const options = { cause: causeWithout(cause, clean), status, retryAfterMs };
  if (kind) return new AuditLogError(kind, message, options);
  if (name === "AbortError") return new AuditLogError("aborted", message, options);
  if (name === "TimeoutError") return new AuditLogError("timeout", message, options);
  const number = status ?? code;
  if (number !== undefined) return new AuditLogError(findKind(number, said), message, { ...options, status: number });
  if (NO_ROUTE.test(said)) return new AuditLogError("unsupported", message, options);
  // `JSON.parse` in a host's own adapter throws a SyntaxError. Everything else without a status means that no response came.
  return new AuditLogError(name === "SyntaxError" ? "bad-data" : "network", message, options);
}

/** Returns the same error if it contains no token. */
function withoutTokensIn(error: AuditLogError, clean: (text: string) => string): AuditLogError {
  const { kind, status, retryAfterMs } = error;
  const message = clean(error.message);
  const cause = causeWithout(error.cause, clean);
  if (message === error.message && cause === error.cause) return error;
  return new AuditLogError(kind, message, { status, retryAfterMs, cause });
}

/** Copies that contain no token. An error may be converted more than once. */
const copies = new WeakSet<object>();

/**
 * Copies the name, message and stack of a cause. The cause itself may contain tokens: a host's own error may have the whole
 * request with its headers.
 */
function causeWithout(cause: unknown, clean: (text: string) => string): unknown {
  if (cause instanceof AuditLogError) return withoutTokensIn(cause, clean);
  if (typeof cause === "string") return clean(cause);
  if ((typeof cause !== "object" && typeof cause !== "function") || cause === null) return cause;
  if (copies.has(cause)) return cause;
  const { name, message } = readParts(cause);
  const stack = member(cause, "stack");
  const made = new Error(clean(message));
  made.name = clean(name || "Error");
  made.stack = typeof stack === "string" ? clean(stack) : "";
  copies.add(made);
  return made;
}

/**
 * Reads the members of an error. Another copy of this package on the page has another AuditLogError class, so `instanceof`
 * does not recognize its errors.
 */
function readParts(cause: unknown) {
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

/** Reads a member of any value; undefined if its getter throws. */
function member(of: unknown, name: string): unknown {
  try {
    return (of as Record<string, unknown> | null | undefined)?.[name];
  } catch {
    // A host's error may be anything, including a proxy. A getter that throws must not hide the error.
    return undefined;
  }
}

/** Reads an HTTP status from a number or text. A DOMException's `code` (20) and Node's (`ECONNRESET`) are not statuses. */
function httpStatus(value: unknown): number | undefined {
  const number = typeof value === "string" ? Number(/^\s*(\d{3})\b/.exec(value)?.[1]) : value;
  return typeof number === "number" && number >= 100 && number <= 599 ? number : undefined;
}
