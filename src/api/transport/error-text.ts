import { AuditLogError } from "../../core/errors.js";
import { removeTokens } from "../../core/secrets/token-text.js";
import { readMember } from "./error-mapping.js";
import type { ErrorSource } from "./error-source.js";

/** Returns a copy of an error with its text and cause. Tokens are removed from both. */
export function createErrorWithText(
  { kind, status, retryAfterMs }: AuditLogError,
  { text, cause, tokens }: ErrorSource,
): AuditLogError {
  const clean = (dirty: unknown) => (typeof dirty === "string" ? removeTokens(dirty, tokens) : "");
  // An AuditLogError of an adapter is replaced. Any other value becomes the cause.
  const isReplaced = cause instanceof AuditLogError;
  const inner = isReplaced ? readMember(cause, "cause") : cause;
  const error = new AuditLogError(kind, clean(text), { status, retryAfterMs, cause: copyCause(inner, clean) });
  if (isReplaced) error.stack = clean(readMember(cause, "stack"));
  return error;
}

/**
 * Copies the name, message and stack of a cause. The cause itself may contain tokens: a host's own error may have the whole
 * request with its headers.
 */
function copyCause(cause: unknown, clean: (text: unknown) => string): unknown {
  if (typeof cause === "string") return clean(cause);
  if ((typeof cause !== "object" && typeof cause !== "function") || cause === null) return cause;
  const copy = new Error(clean(readMember(cause, "message")));
  copy.name = clean(readMember(cause, "name")) || "Error";
  copy.stack = clean(readMember(cause, "stack"));
  return copy;
}
