import type { AuditEvent, AuditFilters } from "../src/index.js";
import { BROKEN_ROUTING, MOVED_NUMBER, NEW_ADMIN, NEW_USERS, PASSWORD_ATTACK, TERRITORY_WEEK } from "./mocks/index.js";

export interface UseCase {
  /** The story, for a user who sees the results below it. */
  readonly story: string;
  filters(now: number): Partial<AuditFilters>;
  /** The event that answers the question; its details open. */
  readonly answer?: (event: AuditEvent) => boolean;
  /** Writes the whole range into a file. */
  readonly exports?: true;
}

const formatIso = (time: number) => new Date(time).toISOString();
const HOUR = 3_600_000;

const has = (name: string) => (event: AuditEvent) => event.parameters.some((parameter) => parameter.name === name);

/** The user guide's common use cases and an export, each with something to find in the made-up data. */
export const USE_CASES: Readonly<Record<string, UseCase>> = {
  routing: {
    story: `${BROKEN_ROUTING.domain} gets no calls. ${BROKEN_ROUTING.admin} changed a dialing rule: the open event has the old and the new target. Then a route was deleted.`,
    filters: () => ({
      objects: ["dialing", "route"],
      affectedDomain: BROKEN_ROUTING.domain,
      range: { preset: "last-7-days" },
    }),
    answer: has("dial-plan"),
  },
  passwords: {
    story: `${PASSWORD_ATTACK.attempts} wrong passwords for user ${PASSWORD_ATTACK.user} within six minutes, all from ${PASSWORD_ATTACK.address}. The open event: the next try got in.`,
    filters: () => ({
      actions: ["login"],
      affectedUser: PASSWORD_ATTACK.user,
      affectedDomain: PASSWORD_ATTACK.domain,
      range: { preset: "last-7-days" },
    }),
    answer: ({ action, byIp }) => byIp === PASSWORD_ATTACK.address && action === "login",
  },
  users: {
    story: `${NEW_USERS.admin} created ${NEW_USERS.count} users for one customer. Details show every setting; PINs stay masked until you ask for them.`,
    filters: () => ({
      actions: ["add-create"],
      objects: ["subscriber"],
      affectedDomain: NEW_USERS.domain,
      range: { preset: "this-month" },
    }),
    answer: has("user-scope"),
  },
  number: {
    story: `Who moved ${MOVED_NUMBER.phoneNumber} from user ${MOVED_NUMBER.fromUser} to user ${MOVED_NUMBER.toUser}? The open event names both of them.`,
    filters: () => ({
      objects: ["phone-number", "subscriber"],
      affectedUser: MOVED_NUMBER.toUser,
      affectedDomain: MOVED_NUMBER.domain,
      range: { preset: "last-3-months" },
    }),
    answer: has("previous-user"),
  },
  territory: {
    story: `What ${TERRITORY_WEEK.admin} changed for five customers in seven days. Each change has its ticket number.`,
    filters: () => ({
      actions: ["modify-update"],
      byUser: TERRITORY_WEEK.admin,
      byDomain: TERRITORY_WEEK.adminDomain,
      range: { preset: "last-7-days" },
    }),
    answer: has("ticket"),
  },
  admin: {
    story: `What ${NEW_ADMIN.user} did in a first week at work. In the open event, a call queue was deleted while three calls were waiting.`,
    filters: (now) => {
      const { days, until } = NEW_ADMIN.times(now);
      // Days begin at 9; the week begins at midnight.
      const from = (days[0] ?? until) - 9 * HOUR;
      return {
        byUser: NEW_ADMIN.user,
        byDomain: NEW_ADMIN.domain,
        range: { from: formatIso(from), until: formatIso(until) },
      };
    },
    answer: has("calls-waiting"),
  },
  export: {
    story: "Seven days of all customers as a CSV file. A second file has filters, range and a checksum.",
    filters: () => ({ range: { preset: "last-7-days" } }),
    exports: true,
  },
};
