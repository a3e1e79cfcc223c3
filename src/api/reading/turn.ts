import { AuditLogError } from "../../core/errors.js";

/**
 * One turn of a reading loop. A turn that sends nothing and moves nothing would be repeated for ever, without a pause in
 * which the page could react: it rejects with an AuditLogError.
 *
 * @param stand where the reading stands, as a text: the same text before and after says that nothing has changed
 */
export async function turn<T>(stand: () => string, read: () => Promise<T>): Promise<T> {
  const before = stand();
  const result = await read();
  if (stand() === before) throw new AuditLogError("aborted", "The search cannot continue. Reload the page.");
  return result;
}
