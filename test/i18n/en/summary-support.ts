import type { AuditEvent } from "../../../src/core/audit-event.js";
import { type SentencePart } from "../../../src/core/summary.js";
import { readFacts, splitUser } from "./support.js";

/** Strong parts between asterisks. */
export const showMarks = (parts: readonly SentencePart[]) =>
  parts.map((part) => (part.strong ? `*${part.text}*` : part.text)).join("");

export function createEvent(
  action: string,
  object: string,
  by: string,
  affected: string,
  more: Partial<AuditEvent> = {},
) {
  const [byUser, byDomain] = splitUser(by);
  const [affectedUser, affectedDomain] = splitUser(affected);
  return readFacts({ action, object, byUser, byDomain, affectedUser, affectedDomain, ...more });
}

export const MARIA = "maria.ortiz@harborline.example";

export const U2104 = "2104@northgate.example";
