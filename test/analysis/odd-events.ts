import type { Random } from "../../demo/mocks/records/random.js";
import type { AuditEvent } from "../../src/core/audit-event.js";
import { NAUGHTY } from "../files/hostile-events.js";
import { EMPTY_EVENT } from "../support/summary-facts.js";

/** Spellings of few values: many of them are the same to a filter. */
const SPELLINGS = {
  action: [
    ...["Login", "login", "user_login", "Login Failed", "login failed: bad password", "BadPassword", "login: bad ip"],
    ...["create", "Create", "add", "delete", "remove", "delete failed", "reboot", "Reboot", " reboot ", "---", "", " "],
  ],
  object: ["subscriber", "User", "user", "call_queue", "Call-Queue", "gizmo", "GIZMO", "", "\u00a0"],
  user: ["maria", "Maria", " maria\u00a0", "1041", "System", "SYSTEM ", "systems", "", " ", "a", "a@b", "İ", "i\u0307"],
  domain: ["abc.example", "ABC.example", " abc.example", "north.example", "b@c", "c", "", " "],
  address: [
    ...["198.51.100.7", " 198.51.100.7", "2001:DB8:0::1", "2001:db8::1", "2001:db8:0:0:0:0:0:1", "::ffff:198.51.100.7"],
    ...["fe80::1%eth0", "FE80::1%ETH0", "unknown", "Unknown", "", "010.1.1.1"],
  ],
  client: ["portal", "Portal", "api", "API ", "", "Ω", "ω"],
};

/** Events within an hour, some without a time, many equal, some with texts that break what is careless. */
export function createOddEvents(random: Random, count: number): AuditEvent[] {
  const pick = (texts: readonly string[]) => (random.chance(0.05) ? random.pick(NAUGHTY) : random.pick(texts));
  return Array.from({ length: count }, (_, at) => ({
    ...EMPTY_EVENT,
    id: String(at),
    time: random.chance(0.15) ? null : random.int(0, 3_600_000),
    action: pick(SPELLINGS.action),
    object: pick(SPELLINGS.object),
    byUser: pick(SPELLINGS.user),
    byDomain: pick(SPELLINGS.domain),
    byIp: pick(SPELLINGS.address),
    client: pick(SPELLINGS.client),
    affectedUser: pick(SPELLINGS.user),
    affectedDomain: pick(SPELLINGS.domain),
    host: pick(SPELLINGS.client),
  }));
}
