import type { UserToInvestigate } from "../shell/commands.js";
import type { AuditEvent } from "../../core/audit-event.js";
import { isSystem } from "../../core/people.js";
import { trim } from "../../core/text/text.js";

/**
 * Finds the user for "Investigate user": the affected user, or else the performing user. Undefined if both are empty or the
 * system.
 */
export function findUserToInvestigate(event: AuditEvent): UserToInvestigate | undefined {
  const person = (user: string) => trim(user) !== "" && !isSystem(user);
  if (person(event.affectedUser)) return { user: event.affectedUser, domain: event.affectedDomain, role: "affected" };
  if (person(event.byUser)) return { user: event.byUser, domain: event.byDomain, role: "by" };
  return undefined;
}
