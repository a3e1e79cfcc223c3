import { formatUtc } from "../server/date-time.js";
import type { Directory } from "./directory.js";
import { CLIENTS, HOSTS } from "./names.js";
import {
  BROKEN_ROUTING,
  MOVED_NUMBER,
  NEW_ADMIN,
  NEW_USERS,
  PASSWORD_ATTACK,
  PROVIDER_DOMAIN,
  TERRITORY_WEEK,
} from "./scenarios.js";
import type { StoredRecord, WireRecord } from "../types.js";
import { HOUR, MINUTE } from "../time-zone.js";

interface ScenarioEvent {
  time: number;
  action: string;
  object: string;
  domain: string;
  user?: string;
  by: { user: string; domain: string; ip: string };
  details?: Record<string, unknown>;
  log?: StoredRecord["log"];
}

type CreateRecord = (event: ScenarioEvent) => StoredRecord;

/** The records of all scenarios, in no particular order. */
export function createScenarioRecords(now: number, directory: Directory): StoredRecord[] {
  const territories = new Map(directory.domains.map(({ domain, territory }) => [domain, territory]));
  const createRecord: CreateRecord = ({ time, action, object, domain, user = "", by, details, log = "audit" }) => {
    const record: WireRecord = {
      "by-ip": by.ip,
      "timestamp-datetime": formatUtc(time),
      "by-domain": by.domain,
      "by-user": by.user,
      "by-client": CLIENTS[0],
      "action-type": action,
      "target-host": HOSTS[0],
      "target-domain": domain,
      "target-user": user,
      "target-object": object,
      ...(details ? { "auditlog-details": details } : {}),
    };
    return { time, territory: territories.get(domain) ?? directory.provider.territory, record, log };
  };
  return [
    createBrokenRouting,
    createPasswordAttack,
    createNewUsers,
    createMovedNumber,
    createTerritoryWeek,
    createNewAdmin,
  ].flatMap((scenario) => scenario(now, createRecord));
}

function createBrokenRouting(now: number, createRecord: CreateRecord): StoredRecord[] {
  const { domain, admin, adminDomain, address, dialPlan, route } = BROKEN_ROUTING;
  const { dialPlanChanged, routeDeleted } = BROKEN_ROUTING.times(now);
  const by = { user: admin, domain: adminDomain, ip: address };
  return [
    createRecord({
      ...{ time: dialPlanChanged, action: "update", object: "dialing", domain, by },
      details: {
        "dial-plan": dialPlan,
        "rule-match": "sip:14045550142@*",
        translation: { old: "To Attendant 9000", new: "To Connection" },
      },
    }),
    createRecord({
      ...{ time: routeDeleted, action: "delete", object: "route", domain, by },
      details: { name: route, priority: 1, gateways: ["gw1.meridian-voice.example", "gw2.meridian-voice.example"] },
    }),
  ];
}

function createPasswordAttack(now: number, createRecord: CreateRecord): StoredRecord[] {
  const { domain, user, address, usualAddress, attempts } = PASSWORD_ATTACK;
  const { first, last, success } = PASSWORD_ATTACK.times(now);
  const signIn = (time: number, action: string, ip: string, details: Record<string, unknown>) =>
    createRecord({ time, action, object: "subscriber", domain, user, by: { user, domain, ip }, details, log: "both" });
  const failed = Array.from({ length: attempts }, (_, index) => {
    const time = first + Math.round(((last - first) * index) / (attempts - 1) / 1000) * 1000;
    return signIn(time, "login_badpassword", address, { "auth-method": "password", attempt: index + 1 });
  });
  return [
    // The same user on an ordinary day, from the usual address.
    signIn(first - 17 * HOUR, "login", usualAddress, { "auth-method": "password" }),
    ...failed,
    signIn(success, "login", address, { "auth-method": "password" }),
  ];
}

function createNewUsers(now: number, createRecord: CreateRecord): StoredRecord[] {
  const { domain, admin, adminDomain, address, firstExtension } = NEW_USERS;
  return NEW_USERS.times(now).created.map((time, index) => {
    const user = String(firstExtension + index);
    return createRecord({
      ...{ time, action: index % 7 === 3 ? "createUser" : "create", object: "subscriber", domain, user },
      by: { user: admin, domain: adminDomain, ip: address },
      details: {
        user,
        "name-first-name": "Exam",
        "name-last-name": `Room ${index + 1}`,
        "user-scope": "Basic User",
        "voicemail-login-pin": String(4100 + index * 37),
        "limits-max-active-calls-total": 2,
      },
    });
  });
}

function createMovedNumber(now: number, createRecord: CreateRecord): StoredRecord[] {
  const { domain, admin, adminDomain, address, phoneNumber, fromUser, toUser } = MOVED_NUMBER;
  const { taken, assigned, callerIdChanged } = MOVED_NUMBER.times(now);
  const shared = { action: "update", domain, by: { user: admin, domain: adminDomain, ip: address } };
  const number = { phonenumber: phoneNumber, "dial-rule-application": "to-user" };
  return [
    createRecord({
      ...{ ...shared, time: taken, object: "phonenumber", user: fromUser },
      details: { ...number, "destination-user": { old: fromUser, new: "" } },
    }),
    createRecord({
      ...{ ...shared, time: assigned, object: "phonenumber", user: toUser },
      details: { ...number, "destination-user": { old: "", new: toUser }, "previous-user": fromUser },
    }),
    createRecord({
      ...{ ...shared, time: callerIdChanged, object: "subscriber", user: toUser },
      details: { "caller-id-number": { old: "+15551230000", new: phoneNumber } },
    }),
  ];
}

function createTerritoryWeek(now: number, createRecord: CreateRecord): StoredRecord[] {
  const { domains, admin, adminDomain, address } = TERRITORY_WEEK;
  const objects = ["callqueue", "answerrule", "timerange", "subscriber", "phoneconfig", "dialing"] as const;
  return TERRITORY_WEEK.times(now).changed.map((time, index) =>
    createRecord({
      ...{ time, action: index % 4 === 1 ? "modify" : "update", object: objects[index % objects.length] ?? "domain" },
      domain: domains[index % domains.length] ?? adminDomain,
      user: index % 2 === 0 ? String(1000 + index) : "",
      by: { user: admin, domain: adminDomain, ip: address },
      details: { ticket: `BR-${2200 + index}`, enabled: { old: "no", new: "yes" } },
    }),
  );
}

function createNewAdmin(now: number, createRecord: CreateRecord): StoredRecord[] {
  const { user, domain, address, deletedQueue, deletedQueueDomain } = NEW_ADMIN;
  const { days, riskyDelete } = NEW_ADMIN.times(now);
  const by = { user, domain, ip: address };
  const customers = [...TERRITORY_WEEK.domains, PROVIDER_DOMAIN];
  const tasks = [
    { action: "create", object: "subscriber", details: { "user-scope": "Basic User", "voicemail-login-pin": "4821" } },
    { action: "update", object: "subscriber", details: { "caller-id-name": { old: "", new: "Reception" } } },
    { action: "update", object: "answerrule", details: { "time-frame": "Default", enabled: "yes" } },
    { action: "create", object: "mac", details: { mac: "00155D012345", model: "Poly VVX 450" } },
  ];
  const routine = days.flatMap((start, day) => [
    createRecord({ time: start + day * MINUTE, action: "login", object: "oauth", domain, user, by, log: "both" }),
    ...tasks.map((task, index) => {
      const time = start + (index + 1) * HOUR + day * 7 * MINUTE;
      return createRecord({
        ...task,
        time,
        domain: customers[(day + index) % customers.length] ?? domain,
        user: "1001",
        by,
      });
    }),
    createRecord({
      time: start + 8 * HOUR + day * MINUTE,
      action: "logout",
      object: "oauth",
      domain,
      user,
      by,
      log: "both",
    }),
  ]);
  const risky = createRecord({
    ...{ time: riskyDelete, action: "delete", object: "callqueue", domain: deletedQueueDomain, user: deletedQueue, by },
    details: { callqueue: deletedQueue, description: "Sales", agents: ["1001", "1004", "1007"], "calls-waiting": 3 },
  });
  return [...routine, risky];
}
