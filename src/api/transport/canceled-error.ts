import { AuditLogError } from "../../core/errors.js";

export function createCanceledError(): AuditLogError {
  return new AuditLogError("aborted", "The search was canceled.");
}
