import { systemClock, parseTime } from "../../core/clock.js";
import { AuditLogError, ERROR_KINDS, type ErrorKind } from "../../core/errors.js";
import { findErrorCode } from "./body-code.js";
import { noteSource } from "./error-source.js";

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
 * Returns the error for an HTTP status, still without the server's message.
 *
 * @param tokens the tokens that were sent
 */
export function createStatusError(
  status: number,
  text: string,
  retryAfterMs?: number,
  tokens?: readonly string[],
): AuditLogError {
  return noteSource(new AuditLogError(findKind(status, text), "", { status, retryAfterMs }), { text, tokens });
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
  const said = createBodyError(body === undefined ? text : body, retryAfterMs, tokens);
  if (said || body !== undefined) return said;
  return noteSource(new AuditLogError("bad-data", "The response is not JSON.", { status }));
}

/** Returns the error in a body with the status 200: `{"code": 403, "message": "…"}`; undefined for any other body. */
export function createBodyError(
  body: unknown,
  retryAfterMs?: number,
  tokens?: readonly string[],
): AuditLogError | undefined {
  const message = typeof body === "string" ? body : (readMessage(body) ?? "");
  const code = findErrorCode(body) ?? (NO_ROUTE.test(message) ? 404 : undefined);
  return code === undefined ? undefined : createStatusError(code, message, retryAfterMs, tokens);
}

function readMessage(body: unknown): string | undefined {
  const message = readMember(body, "message");
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
export function readRetryAfter(header: string | null, now: number = systemClock.now()): number | undefined {
  if (!header) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = parseTime(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Kinds of errors that a retry does not change. */
const REFUSALS: readonly ErrorKind[] = ["bad-request", "forbidden", "unsupported"];

/** Whether a retry of the request is of no use. */
export function isRefusal(error: unknown): boolean {
  const kind = findErrorKind(error);
  return kind !== undefined && REFUSALS.indexOf(kind) !== -1;
}

/** The kind of an error of the data source; undefined for any other value, such as the reason of an abort. */
export function findErrorKind(error: unknown): ErrorKind | undefined {
  return error instanceof AuditLogError ? error.kind : undefined;
}

/**
 * Converts any rejection value of an adapter to an AuditLogError, still without its text and cause. Never throws.
 *
 * @param tokens the tokens that were sent, if known
 */
export function toAuditLogError(cause: unknown, tokens?: readonly string[]): AuditLogError {
  const { name, kind, message: text, status, code, retryAfterMs } = readParts(cause);
  const number = status ?? code;
  const create = (found: ErrorKind, known = status) =>
    noteSource(new AuditLogError(found, "", { status: known, retryAfterMs }), { text, cause, tokens });
  if (kind) return create(kind);
  if (name === "AbortError") return create("aborted");
  if (name === "TimeoutError") return create("timeout");
  if (number !== undefined) return create(findKind(number, text), number);
  if (NO_ROUTE.test(text)) return create("unsupported");
  // `JSON.parse` in a host's own adapter throws a SyntaxError. Everything else without a status means that no response came.
  return create(name === "SyntaxError" ? "bad-data" : "network");
}

/**
 * Reads the members of an error. Another copy of this package on the page has another AuditLogError class, so `instanceof`
 * does not recognize its errors.
 */
function readParts(cause: unknown) {
  const name = readMember(cause, "name");
  const kind = readMember(cause, "kind");
  const message = readMember(cause, "message");
  const wait = readMember(cause, "retryAfterMs");
  return {
    name: typeof name === "string" ? name : "",
    kind: name === "AuditLogError" ? ERROR_KINDS.find((one) => one === kind) : undefined,
    message: typeof message === "string" ? message : typeof cause === "string" ? cause : "",
    status:
      readHttpStatus(readMember(cause, "status")) ??
      readHttpStatus(readMember(readMember(cause, "response"), "status")),
    code: readHttpStatus(readMember(cause, "code")),
    retryAfterMs: typeof wait === "number" && wait >= 0 && wait < Infinity ? wait : undefined,
  };
}

/** Reads a member of any value; undefined if its getter throws. */
export function readMember(of: unknown, name: string): unknown {
  try {
    return (of as Record<string, unknown> | null | undefined)?.[name];
  } catch {
    // A host's error may be anything, including a proxy. A getter that throws must not hide the error.
    return undefined;
  }
}

/** Reads an HTTP status from a number or text. A DOMException's `code` (20) and Node's (`ECONNRESET`) are not statuses. */
function readHttpStatus(value: unknown): number | undefined {
  const number = typeof value === "string" ? Number(/^\s*(\d{3})\b/.exec(value)?.[1]) : value;
  return typeof number === "number" && number >= 100 && number <= 599 ? number : undefined;
}
