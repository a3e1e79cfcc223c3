import type { AuditFilters } from "audit-log-viewer";
import { PASSWORD_ATTACK } from "../mocks/index.js";

/** Something that a security team looks at every day. */
export interface Watch {
  readonly title: string;
  readonly filters: Partial<AuditFilters>;
}

export const watches: readonly [Watch, ...Watch[]] = [
  { title: "Reported address", filters: { byIp: PASSWORD_ATTACK.address, range: { preset: "last-7-days" } } },
  { title: "Deletions", filters: { actions: ["delete"], range: { preset: "last-7-days" } } },
  {
    title: "New users",
    filters: { actions: ["add-create"], objects: ["subscriber"], range: { preset: "last-7-days" } },
  },
];
