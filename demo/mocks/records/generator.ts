import { formatUtc } from "../server/date-time.js";
import { createAnything } from "./details.js";
import { type Directory, type MockUser, createAddress } from "./directory.js";
import { type EventKind, QUIET_KINDS, SYSTEM_KINDS, WORK_KINDS } from "./event-kinds.js";
import { CLIENTS, HOSTS, US_ZONES } from "./names.js";
import { HOSTILE_DETAILS, HOSTILE_USERS, damageRecord } from "./unusual-values.js";
import { type Random, createWeightedChoice } from "./random.js";
import { QUIET_DOMAINS } from "./scenarios.js";
import { SYSTEM, type EventTime } from "./event-times.js";
import type { MockDomain, StoredRecord, WireRecord } from "../types.js";
import { RARE_ACTIONS, RARE_OBJECTS } from "./spellings.js";

/** Shares of all records, unless noted. */
const RARE = 0.05;
const COPIES = 0.004;
const BURSTS = 0.002;
const DAMAGED = 0.006;
const HOSTILE = 0.0015;
/** Share of the sign-ins. */
const ACCESS_LOG_ONLY = 0.03;

/** One record of ordinary use for each of these times, in their order. */
export function generateRecords(random: Random, directory: Directory, stamps: readonly EventTime[]): StoredRecord[] {
  const maker = new RecordMaker(random, directory);
  const records: StoredRecord[] = [];
  let burst: { left: number; time: number; plan: Plan } | undefined;
  for (const stamp of stamps) {
    const last = records.at(-1);
    if (burst && burst.left > 0) {
      burst.left -= 1;
      records.push(maker.make(burst.time, { ...burst.plan, target: undefined }));
      continue;
    }
    if (last && random.chance(COPIES)) {
      // The same event twice in one second: two records with exactly the same content.
      records.push({ ...last });
      continue;
    }
    const plan = maker.plan(stamp);
    if (!plan.kind.signIn && random.chance(BURSTS)) burst = { left: random.int(4, 24), time: stamp.time, plan };
    records.push(maker.make(stamp.time, plan));
  }
  return records;
}

/** The actor, action, object and target of an event. */
interface Plan {
  kind: EventKind;
  action: string;
  object: string;
  actor: MockUser | undefined;
  domain: MockDomain;
  /** The affected user; chosen when the record is created, unless it is the actor. */
  target: string | undefined;
}

const QUIET = new Set(QUIET_DOMAINS);

const workKind = createWeightedChoice(WORK_KINDS.map(({ weight }) => weight));
const quietKind = createWeightedChoice(QUIET_KINDS.map(({ weight }) => weight));
const systemKind = createWeightedChoice(SYSTEM_KINDS.map(({ weight }) => weight));

class RecordMaker {
  readonly #random: Random;
  readonly #directory: Directory;
  readonly #byZone: readonly { domains: readonly MockDomain[]; pick: (random: Random) => number }[];
  #rare = 0;

  constructor(random: Random, directory: Directory) {
    this.#random = random;
    this.#directory = directory;
    this.#byZone = US_ZONES.map((zone) => {
      const here = directory.domains.filter((domain) => domain.zone === zone);
      const domains = here.length > 0 ? here : directory.domains;
      return { domains, pick: createWeightedChoice(domains.map((domain) => this.#getUsers(domain).length)) };
    });
  }

  plan({ source }: EventTime): Plan {
    const random = this.#random;
    if (source === SYSTEM)
      return this.#createPlan(SYSTEM_KINDS[systemKind(random)], random.pick(this.#directory.domains));
    const zone = this.#byZone[source];
    const domain = zone?.domains[zone.pick(random)] ?? this.#directory.provider;
    if (QUIET.has(domain.domain)) return this.#createPlan(QUIET_KINDS[quietKind(random)], domain);
    return random.chance(RARE) ? this.#createRarePlan(domain) : this.#createPlan(WORK_KINDS[workKind(random)], domain);
  }

  #createPlan(kind: EventKind | undefined, domain: MockDomain): Plan {
    if (!kind) throw new RangeError("There is no such kind of event.");
    const random = this.#random;
    const plan: Plan = {
      kind,
      action: random.usual(kind.action, 0.88),
      object: random.usual(kind.object, 0.88),
      actor: undefined,
      domain,
      target: undefined,
    };
    if (kind.by === "system") {
      if (QUIET.has(domain.domain)) plan.domain = this.#directory.provider;
      return plan;
    }
    const users = this.#getUsers(domain);
    // A customer's own first user makes a quarter of its changes.
    const own = kind.by === "self" ? random.pick(users) : random.chance(0.25) ? users[0] : undefined;
    const actor = own ?? random.pick(this.#directory.admins);
    plan.actor = actor;
    if (kind.signIn) plan.domain = actor.domain;
    if (kind.signIn || (kind.by === "self" && kind.to === "user")) plan.target = actor.user;
    return plan;
  }

  /** Uses all spellings in turn, so that each occurs. */
  #createRarePlan(domain: MockDomain): Plan {
    const action = RARE_ACTIONS[this.#rare % RARE_ACTIONS.length] as string;
    const object = RARE_OBJECTS[this.#rare % RARE_OBJECTS.length] as string;
    this.#rare += 1;
    const to = this.#random.chance(0.5) ? "user" : "domain";
    return this.#createPlan(
      { weight: 1, action: [action], object: [object], by: "admin", to, details: createAnything },
      domain,
    );
  }

  make(time: number, plan: Plan): StoredRecord {
    const random = this.#random;
    const { kind, domain } = plan;
    const target = kind.to === "user" ? (plan.target ?? random.pick(this.#getUsers(domain)).user) : "";
    const tried = kind.signIn === "tried";
    const hostile = tried && random.chance(0.1) ? random.pick(HOSTILE_USERS) : undefined;
    const record: WireRecord = {
      "by-ip": this.#chooseAddress(plan.actor, tried),
      "timestamp-datetime": formatUtc(time),
      "by-domain": plan.actor ? this.#spellDomain(plan.actor.domain.domain) : "",
      "by-user": hostile ?? plan.actor?.user ?? "System",
      "by-client": plan.actor ? (random.chance(0.9) ? plan.actor.client : random.pick(CLIENTS)) : "Scheduler",
      "action-type": plan.action,
      "target-host": random.usual(HOSTS, 0.5),
      "target-domain": this.#spellDomain(domain.domain),
      "target-user": hostile ?? target,
      "target-object": plan.object,
    };
    const details = random.chance(HOSTILE)
      ? random.pick(HOSTILE_DETAILS)
      : kind.details?.(random, { user: target, domain });
    if (details) record["auditlog-details"] = details;
    if (random.chance(DAMAGED)) damageRecord(random, record);
    const log = !kind.signIn ? "audit" : random.chance(ACCESS_LOG_ONLY) ? "access" : "both";
    return { time, territory: domain.territory, record, log };
  }

  #chooseAddress(actor: MockUser | undefined, tried: boolean): string {
    if (!actor) return "127.0.0.1";
    if (tried) return `203.0.113.${this.#random.int(80, 250)}`;
    return this.#random.chance(0.95) ? actor.ip : createAddress(this.#random);
  }

  /** Sometimes names with capitals are written in lower case. */
  #spellDomain(domain: string): string {
    return this.#random.chance(0.15) ? domain.toLowerCase() : domain;
  }

  #getUsers(domain: MockDomain): readonly MockUser[] {
    return this.#directory.users.get(domain.domain) ?? [];
  }
}
