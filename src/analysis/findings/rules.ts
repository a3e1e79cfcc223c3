import type { Finding, FindingKind, FindingRequest } from "../../core/findings.js";
import { findBadPasswords } from "./bad-passwords.js";
import { findFirstSeen } from "./first-seen.js";
import type { EventGroup, EventGroups } from "./groups.js";
import { findManyDeletes } from "./many-deletes.js";
import { findOutsideChanges } from "./outside-change.js";
import { findUnusualHours } from "./unusual-hours.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** All thresholds. `docs/findings.md` has the same numbers with their reasons. */
export const LIMITS = {
  // People mistype a password two or three times, then reset it or ask. Programs and guesses go on without a pause.
  badPasswords: { attempts: 5, pause: 10 * MINUTE, follow: HOUR },
  // A month has every routine of a person at least once. With more than three values, a person changes them all the time.
  firstSeen: { read: 30 * DAY, known: 14 * DAY, earlier: 20, others: 3 },
  // One in a minute is faster than anybody deletes with thought, but usual for a script or a cleanup.
  manyDeletes: { deletes: 10, span: 10 * MINUTE },
  // Two working weeks show the hours of a person. Who rests less than eight hours has no hours. Overtime is no surprise.
  unusualHours: { days: 10, rest: 8, distance: 3 },
  // Below twenty changes one is a large part. A partner who looks after a customer makes more than three.
  outsideChange: { all: 20, outside: 3, part: 0.05 },
} as const;

interface Rule {
  readonly kind: FindingKind;
  readonly groups: keyof EventGroups;
  /** The findings of one group, the newest first. */
  readonly find: (group: EventGroup, request: FindingRequest) => readonly Finding[];
}

/** The rules, in the order of the screen. */
export const RULES: readonly Rule[] = [
  { kind: "bad-passwords", groups: "people", find: (group) => findBadPasswords(group, LIMITS.badPasswords) },
  {
    kind: "new-address",
    groups: "people",
    find: (group, request) => findFirstSeen(group, "byIp", request, LIMITS.firstSeen),
  },
  { kind: "many-deletes", groups: "people", find: (group) => findManyDeletes(group, LIMITS.manyDeletes) },
  {
    kind: "unusual-hours",
    groups: "people",
    find: (group, request) => findUnusualHours(group, request, LIMITS.unusualHours),
  },
  { kind: "outside-change", groups: "customers", find: (group) => findOutsideChanges(group, LIMITS.outsideChange) },
  {
    kind: "new-client",
    groups: "people",
    find: (group, request) => findFirstSeen(group, "client", request, LIMITS.firstSeen),
  },
];
