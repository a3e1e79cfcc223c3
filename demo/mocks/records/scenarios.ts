import { DAY, HOUR, MINUTE, SECOND, getStartOfDay, getStartOfMonth } from "../time-zone.js";

/*
 * The six common use cases of the user guide, as records that the data contains. Names are fixed. Times follow the day on
 * which the server was created, so that "this morning" and "this month" are right on any day, and do not change during the
 * day: the latest are within its first ten minutes. The customers of the first four use cases have only these records and
 * ordinary sign-ins.
 */

/** Local time of the scenarios. */
export const SCENARIO_ZONE = "US/Eastern";
export const PROVIDER_DOMAIN = "meridian-voice.example";
export const TERRITORIES = ["Meridian", "BlueRidge", "Pinecrest"] as const;

const NEW_USER_COUNT = 20;
const WEEK_DOMAINS = [
  "summit-outdoor-supply.example",
  "NorthWind-Traders.example",
  "cedar-grove-pediatrics.example",
  "ironworks-fabrication.example",
  "old-mill-bakery.example",
] as const;
const CHANGES_PER_DOMAIN = 6;

const roundDown = (time: number) => Math.floor(time / SECOND) * SECOND;

/** A customer's calls fail this morning: during maintenance at night, a dial plan was changed and a route deleted. */
export const BROKEN_ROUTING = {
  domain: "abc-plumbing.example",
  admin: "tom.becker",
  adminDomain: PROVIDER_DOMAIN,
  address: "198.51.100.23",
  dialPlan: "ABC-Main",
  route: "inbound-main-number",
  /** Just after midnight of the same local day. */
  times(now: number) {
    const dialPlanChanged = getStartOfDay(SCENARIO_ZONE, now) + MINUTE + 12 * SECOND;
    return { dialPlanChanged, routeDeleted: dialPlanChanged + 3 * MINUTE + 8 * SECOND };
  },
} as const;

/** One address tries 14 passwords for one user within 6 minutes, then gets in. */
export const PASSWORD_ATTACK = {
  domain: "harborview-dental.example",
  user: "1041",
  address: "203.0.113.66",
  usualAddress: "192.0.2.41",
  attempts: 14,
  /** Two nights ago. */
  times(now: number) {
    const first = getStartOfDay(SCENARIO_ZONE, now, -2) + 2 * HOUR + 11 * MINUTE;
    return { first, last: first + 5 * MINUTE + 12 * SECOND, success: first + 5 * MINUTE + 40 * SECOND };
  },
} as const;

/** A new customer's users, all created this month. */
export const NEW_USERS = {
  domain: "willow-creek-veterinary.example",
  admin: "priya.nair",
  adminDomain: PROVIDER_DOMAIN,
  address: "2001:db8:20::17",
  count: NEW_USER_COUNT,
  firstExtension: 2001,
  times(now: number) {
    const from = getStartOfMonth(SCENARIO_ZONE, now);
    // On the first day of a month, all of them are created within minutes, as if imported from a file.
    const until = Math.max(getStartOfDay(SCENARIO_ZONE, now), from + 10 * MINUTE);
    const step = (until - from) / NEW_USER_COUNT;
    return { created: Array.from({ length: NEW_USER_COUNT }, (_, index) => roundDown(from + (index + 0.5) * step)) };
  },
} as const;

/** A phone number was moved from one extension to another, about six weeks ago. */
export const MOVED_NUMBER = {
  domain: "lakeshore-legal.example",
  admin: "grace.okafor",
  adminDomain: PROVIDER_DOMAIN,
  address: "198.51.100.77",
  phoneNumber: "+15551234567",
  fromUser: "214",
  toUser: "100",
  times(now: number) {
    const taken = getStartOfDay(SCENARIO_ZONE, now, -44) + 14 * HOUR + 3 * MINUTE + 21 * SECOND;
    return { taken, assigned: taken + 47 * SECOND, callerIdChanged: taken + 2 * MINUTE + 5 * SECOND };
  },
} as const;

/** A week of changes to the customers of one territory. */
export const TERRITORY_WEEK = {
  territory: TERRITORIES[1],
  admin: "blueridge.ops",
  adminDomain: "blueridge-partners.example",
  address: "192.0.2.150",
  domains: WEEK_DOMAINS,
  changesPerDomain: CHANGES_PER_DOMAIN,
  times(now: number) {
    const count = WEEK_DOMAINS.length * CHANGES_PER_DOMAIN;
    // At the end of a day, the six days before it must still be within seven times 24 hours.
    const step = (5.9 * DAY) / count;
    const last = getStartOfDay(SCENARIO_ZONE, now) - 30 * MINUTE;
    return { changed: Array.from({ length: count }, (_, index) => roundDown(last - index * step)) };
  },
} as const;

/** A new administrator's first week, with a deletion that needs a review. */
export const NEW_ADMIN = {
  user: "devon.park",
  domain: PROVIDER_DOMAIN,
  address: "198.51.100.201",
  /** The deleted call queue, and its domain. */
  deletedQueue: "4400",
  deletedQueueDomain: "summit-outdoor-supply.example",
  /** 9 o'clock of each day, Monday to Friday, three weeks ago. */
  times(now: number) {
    const weekday = new Date(getStartOfDay(SCENARIO_ZONE, now) + 12 * HOUR).getUTCDay();
    const monday = -21 - ((weekday + 6) % 7);
    const days = Array.from({ length: 5 }, (_, day) => getStartOfDay(SCENARIO_ZONE, now, monday + day) + 9 * HOUR);
    const friday = days[4] as number;
    return { days, riskyDelete: friday + 8 * HOUR + 47 * MINUTE, until: friday + 15 * HOUR };
  },
} as const;

/** Customers whose only other records are ordinary sign-ins, so that a use case finds nothing else. */
export const QUIET_DOMAINS: readonly string[] = [
  BROKEN_ROUTING.domain,
  PASSWORD_ATTACK.domain,
  NEW_USERS.domain,
  MOVED_NUMBER.domain,
];
