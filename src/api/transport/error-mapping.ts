import { systemClock, timeOfText } from "../../core/clock.js";
import { AuditLogError, ERROR_KINDS, type ErrorKind } from "../../core/errors.js";
import { withoutTokens } from "../../core/secrets/token-text.js";
import { codeOf } from "./body-code.js";

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

/**
 * The error of an HTTP status.
 *
 * @param message what the server said; tokens are taken out
 * @param tokens those that were sent
 */
export function errorOfStatus(
  status: number,
  message: string,
  retryAfterMs?: number,
  tokens: readonly string[] = [],
): AuditLogError {
  return new AuditLogError(kindOf(status, message), withoutTokens(message, tokens), { status, retryAfterMs });
}

/** An answer of a server, as far as it may say an error. */
export interface ServerAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly retryAfterMs: number | undefined;
  readonly text: string;
  /** undefined where the text is not JSON. */
  readonly body: unknown;
}

/**
 * The error that an answer says, by its status or in its body; undefined where it says none.
 *
 * @param tokens those that were sent
 */
export function errorOfAnswer(answer: ServerAnswer, tokens: readonly string[]): AuditLogError | undefined {
  const { status, statusText, retryAfterMs, text, body } = answer;
  // The documented error body is `{"code": 404, "message": "…"}`.
  if (status < 200 || status > 299) {
    const meant = codeOf(body) === 401 ? 401 : status;
    return errorOfStatus(meant, messageOf(body) ?? statusText, retryAfterMs, tokens);
  }
  const said = errorOfBody(body === undefined ? text : body, tokens, retryAfterMs);
  if (said || body !== undefined) return said;
  return new AuditLogError("bad-data", "The response is not JSON.", { status });
}

/** The error that a body says although the status is 200: `{"code": 403, "message": "…"}`; undefined for any other body. */
export function errorOfBody(
  body: unknown,
  tokens: readonly string[] = [],
  retryAfterMs?: number,
): AuditLogError | undefined {
  const message = typeof body === "string" ? body : (messageOf(body) ?? "");
  const code = codeOf(body) ?? (NO_ROUTE.test(message) ? 404 : undefined);
  return code === undefined ? undefined : errorOfStatus(code, message, retryAfterMs, tokens);
}

function messageOf(body: unknown): string | undefined {
  const message = member(body, "message");
  return typeof message === "string" ? message : undefined;
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

/**
 * Whatever an adapter rejected with, as an AuditLogError without tokens. Never throws.
 *
 * @param tokens those that were sent, as far as they are known
 */
export function toAuditLogError(cause: unknown, tokens: readonly string[] = []): AuditLogError {
  const clean = (text: string) => withoutTokens(text, tokens);
  if (cause instanceof AuditLogError) return cleaned(cause, clean);
  const { name, kind, message: said, status, code, retryAfterMs } = parts(cause);
  const message = clean(said);
  const options = { cause: causeWithout(cause, clean), status, retryAfterMs };
  if (kind) return new AuditLogError(kind, message, options);
  if (name === "AbortError") return new AuditLogError("aborted", message, options);
  if (name === "TimeoutError") return new AuditLogError("timeout", message, options);
  const number = status ?? code;
  if (number !== undefined) return new AuditLogError(kindOf(number, said), message, { ...options, status: number });
  if (NO_ROUTE.test(said)) return new AuditLogError("unsupported", message, options);
  // `JSON.parse` of a host's own adapter throws a SyntaxError; everything else without a status is no answer at all.
  return new AuditLogError(name === "SyntaxError" ? "bad-data" : "network", message, options);
}

/** The very error where there is no token in it. */
function cleaned(error: AuditLogError, clean: (text: string) => string): AuditLogError {
  const { kind, status, retryAfterMs } = error;
  const message = clean(error.message);
  const cause = causeWithout(error.cause, clean);
  if (message === error.message && cause === error.cause) return error;
  return new AuditLogError(kind, message, { status, retryAfterMs, cause });
}

/** An error may come by here more than once. */
const copies = new WeakSet<object>();

/**
 * What an error was caused by, for whoever looks into it: a copy of its name, message and stack. A host's own error may hold
 * the whole request, with its headers.
 */
function causeWithout(cause: unknown, clean: (text: string) => string): unknown {
  if (cause instanceof AuditLogError) return cleaned(cause, clean);
  if (typeof cause === "string") return clean(cause);
  if ((typeof cause !== "object" && typeof cause !== "function") || cause === null) return cause;
  if (copies.has(cause)) return cause;
  const { name, message } = parts(cause);
  const stack = member(cause, "stack");
  const made = new Error(clean(message));
  made.name = clean(name || "Error");
  made.stack = typeof stack === "string" ? clean(stack) : "";
  copies.add(made);
  return made;
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
  const number = typeof value === "string" ? Number(/^\s*(\d{3})\b/.exec(value)?.[1]) : value;
  return typeof number === "number" && number >= 100 && number <= 599 ? number : undefined;
}
