import { FIRST_NAMES, LAST_NAMES } from "./names.js";
import type { Random } from "./random.js";
import type { MockDomain } from "../types.js";

/** The user and domain that a record's details are about. */
export interface Subject {
  readonly user: string;
  readonly domain: MockDomain;
}

export type Details = Record<string, unknown>;
export type DetailMaker = (random: Random, subject: Subject) => Details | undefined;

/** Numbers that the North American plan reserves for fiction. */
export function createPhoneNumber(random: Random): string {
  return `+1${random.pick(["555", "404", "213", "720", "312"])}555${String(random.int(100, 199)).padStart(4, "0")}`;
}

const createHex = (random: Random, length: number) =>
  Array.from({ length }, () => random.int(0, 15).toString(16)).join("");
const pickYesNo = (random: Random) => random.pick(["yes", "no"]);

/** A value before and after a change, in one of the two shapes that the API uses. */
function createChange(random: Random, name: string, before: unknown, after: unknown): Details {
  if (random.chance(0.5)) return { [name]: { old: before, new: after } };
  return { [`old-${name}`]: before, [`new-${name}`]: after };
}

export const signIn: DetailMaker = (random) =>
  random.chance(0.35) ? { "auth-method": random.pick(["password", "sso", "password+totp"]) } : undefined;

export const createFailedSignIn: DetailMaker = (random) => ({ attempt: random.int(1, 5), "auth-method": "password" });

export const createOauthSignIn: DetailMaker = (random, { user, domain }) => ({
  grant_type: random.usual(["password", "refresh_token"]),
  client_id: random.pick(["manager-portal", "snapmobile", "ndp"]),
  username: `${user}@${domain.domain}`,
  expires_in: 3600,
  scope: random.pick(["Basic User", "Office Manager", "Reseller"]),
  ...(random.chance(0.2) ? { access_token: `mock-token-${createHex(random, 24)}` } : {}),
});

export const createSubscriber: DetailMaker = (random, { user, domain }) => {
  const first = random.pick(FIRST_NAMES);
  const last = random.pick(LAST_NAMES);
  return {
    user,
    "name-first-name": first,
    "name-last-name": last,
    "email-address": `${first}.${last}@${domain.domain}`.toLowerCase(),
    "user-scope": random.usual(["Basic User", "Office Manager", "Call Center Agent"]),
    "voicemail-login-pin": String(random.int(1000, 999999)),
    "limits-max-active-calls-total": random.int(1, 10),
    "voicemail-enabled": pickYesNo(random),
  };
};

export const changeSubscriber: DetailMaker = (random) => {
  const changes: readonly (() => Details)[] = [
    () => createChange(random, "caller-id-number", createPhoneNumber(random), createPhoneNumber(random)),
    () => createChange(random, "user-scope", "Basic User", random.pick(["Office Manager", "Call Center Supervisor"])),
    () => createChange(random, "time-zone", "US/Pacific", "US/Eastern"),
    () => ({ password: "********", "password-changed": true }),
    () => ({ "voicemail-login-pin": String(random.int(1000, 9999)), "voicemail-enabled": "yes" }),
    () => ({ "portal-languages": ["en_US", "es_MX"], "recording-configuration": pickYesNo(random) }),
  ];
  return random.pick(changes)();
};

export const assignNumber: DetailMaker = (random, { user, domain }) => ({
  phonenumber: createPhoneNumber(random),
  "dial-rule-application": "to-user",
  ...createChange(random, "destination-user", String(random.int(1000, 1040)), user),
  "destination-domain": domain.domain,
});

export const answerRule: DetailMaker = (random) => ({
  "time-frame": random.pick(["Default", "Business Hours", "Holidays"]),
  enabled: pickYesNo(random),
  "simultaneous-ring": { enabled: "no", parameters: [] },
  "forward-no-answer": { enabled: "yes", parameters: [`user_${random.int(1000, 1040)}`, createPhoneNumber(random)] },
  ...createChange(random, "ring-timeout-seconds", random.int(10, 20), random.int(25, 60)),
});

export const createTimerange: DetailMaker = (random) => ({
  name: random.pick(["Business Hours", "Holidays", "Lunch"]),
  entries: [
    { days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", to: "17:00" },
    { days: ["sat"], from: "09:00", to: "13:00" },
  ],
});

export const createDialPlan: DetailMaker = (random) => ({
  "dial-plan": "Default",
  "rule-match": random.pick(["sip:9011[*]@*", "sip:1[2-9]xxxxxxxxx@*", "sip:911@*"]),
  ...createChange(random, "translation", "To Connection", random.pick(["To Voicemail", "To Attendant"])),
});

export const createRoute: DetailMaker = (random) => ({
  name: random.pick(["inbound-main-number", "outbound-primary", "overflow"]),
  priority: random.int(1, 9),
  gateways: [`gw${random.int(1, 3)}.meridian-voice.example`, `gw${random.int(4, 6)}.meridian-voice.example`],
});

export const callQueue: DetailMaker = (random) => ({
  "callqueue-dispatch-type": random.pick(["Ring All", "Round-robin", "Linear Hunt"]),
  ...createChange(random, "max-wait-seconds", 120, random.int(150, 900)),
  agents: Array.from({ length: random.int(1, 6) }, () => String(random.int(1000, 1060))),
});

export const createPhoneConfig: DetailMaker = (random) => ({
  mac: createHex(random, 12).toUpperCase(),
  model: random.pick(["Poly VVX 450", "Yealink T54W", "Grandstream GXP2170"]),
  lines: random.int(1, 6),
  ...(random.chance(0.4) ? { "sip-registration-password": `mock-secret-${createHex(random, 8)}` } : {}),
});

export const createUiConfig: DetailMaker = (random) => ({
  "config-name": random.pick(["PORTAL_LOCALIZATION", "PORTAL_THEME_PRIMARY", "PORTAL_LOGIN_LOGO"]),
  ...createChange(random, "config-value", "#1e73be", "#0a7d4f"),
});

export const createApiKey: DetailMaker = (random) => ({
  name: random.pick(["billing-sync", "crm-popups", "wallboard"]),
  "api-key-secret": `mock-key-${createHex(random, 16)}`,
  scopes: ["users:read", "cdrs:read"],
});

export const createDomainLimits: DetailMaker = (random) => ({
  ...createChange(random, "limits-max-active-calls-total", random.int(5, 20), random.int(21, 80)),
  "music-on-hold-enabled": pickYesNo(random),
});

export const createExport: DetailMaker = (random) => ({
  format: random.pick(["csv", "zip", "wav"]),
  rows: random.int(1, 5000),
  range: { from: "2026-01-01", to: "2026-01-31" },
});

export const createFile: DetailMaker = (random) => ({
  "file-name": random.pick(["greeting.wav", "after-hours (final) v2.wav", "logo.png", "users.csv"]),
  "size-bytes": random.int(2_000, 9_000_000),
});

export const createMaintenance: DetailMaker = (random) => ({
  service: random.pick(["core", "recording", "messaging", "registrar"]),
  "duration-seconds": random.int(1, 4000) / 10,
  "exit-code": 0,
});

export const createStreetAddress: DetailMaker = (random) => ({
  "caller-name": random.pick(LAST_NAMES),
  address: { number: random.int(1, 999), street: "Main St", city: "Atlanta", state: "GA", zip: "30303" },
  validated: random.chance(0.9),
});

export const createWarning: DetailMaker = (random) => ({
  reason: random.pick(["sign-in from a new address", "password older than 180 days", "many international calls"]),
  severity: random.int(1, 5),
});

/** Any details, for the records whose details are not documented. */
export const createAnything: DetailMaker = (random) =>
  random.chance(0.5)
    ? { id: random.int(1, 99999), note: random.pick(["bulk edit", "ticket 48213", "migrated"]) }
    : undefined;
