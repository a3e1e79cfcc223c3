import { AuditLogError } from "../../core/errors.js";

/**
 * Runs one step of a reading loop. A step that sends nothing and reads nothing would repeat forever without giving the page
 * time to react, so it rejects with an AuditLogError.
 *
 * @param progressKey returns a text that changes with every progress
 */
export async function requireProgress<T>(progressKey: () => string, read: () => Promise<T>): Promise<T> {
  const before = progressKey();
  const result = await read();
  if (progressKey() === before) throw new AuditLogError("aborted", "The search cannot continue. Reload the page.");
  return result;
}
