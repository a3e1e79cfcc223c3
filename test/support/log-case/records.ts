import type { NewRecord, WireRecord } from "../../../demo/mocks/index.js";
import type { Random } from "../../../demo/mocks/records/random.js";
import type { Span } from "../../../src/core/coverage.js";
import { DAY, HOUR, SECOND } from "../durations.js";

/** Wire words of actions and objects, each with the id by which filters name it; "" is none that the viewer knows. */
export const ACTION_IDS: Readonly<Record<string, string>> = {
  create: "add-create",
  add: "add-create",
  Removed: "delete",
  delete: "delete",
  update: "modify-update",
  Edit: "modify-update",
  login: "login",
  login_badpassword: "login",
  "Login Failed (Wrong Password)": "login",
  logout: "logout",
  signout: "logout",
  "Security Warning": "security-warning",
  purge: "",
  "sync-devices": "",
};
export const OBJECT_IDS: Readonly<Record<string, string>> = {
  subscriber: "subscriber",
  user: "subscriber",
  dial_plan: "dialing",
  "Dial-Policy": "dialing",
  "phone-number": "phone-number",
  OAuth2: "oauth",
  weird: "",
  "Parking Lot": "",
};

const ACTIONS = Object.keys(ACTION_IDS);
const OBJECTS = Object.keys(OBJECT_IDS);
/** Values that begin like others, differ in letter case only, are numbers, or mean something in a filter. */
const USERS = [
  ...["100", "1041", "10410", 1041, 100, "Maria.Ortiz", "maria.ortiz", "maria.ortiz2", "System", "", null],
  ...["*97", "a,b", "Müller", "MÜLLER", "two words"],
];
const DOMAINS = [
  "abc.example",
  "ABC.example",
  "abc.example.org",
  "north.example",
  "North.Example",
  "xnorth.example",
  "",
];
const ADDRESSES = [
  ...["198.51.100.7", "198.51.100.70", "203.0.113.9", "::ffff:198.51.100.7", "unknown", ""],
  ...["2001:DB8::1", "2001:db8:0:0::1", "2001:db8:0:0:0:0:0:1", "2001:db8::10", "2001:db8::1:0"],
];
const CLIENTS = ["API", "Manager Portal", "api"];
const HOSTS = ["core1", "core2", "CORE1", null];
const UNREADABLE = ["soon", "0000-00-00 00:00:00", "", null, 20261123];

const isSignIn = (word: string) => ACTION_IDS[word] === "login" || ACTION_IDS[word] === "logout";

/** Makes records; each has a number of its own, so that it can be told from every other one. */
export class RecordMaker {
  readonly #random: Random;
  readonly #name: string;
  #number = 0;

  /** @param name what the records of this maker are called, with their number */
  constructor(random: Random, name = "r") {
    this.#random = random;
    this.#name = name;
  }

  /** A record at `time`, a whole second. */
  createAt(time: number): NewRecord {
    const random = this.#random;
    const action = random.pick(ACTIONS);
    const record: WireRecord = {
      "by-ip": random.pick(ADDRESSES),
      "by-domain": random.pick(DOMAINS),
      "by-user": random.pick(USERS),
      "by-client": random.pick(CLIENTS),
      "action-type": action,
      "target-host": random.pick(HOSTS),
      "target-domain": random.pick(DOMAINS),
      "target-user": random.pick(USERS),
      "target-object": random.pick(OBJECTS),
      "auditlog-details": this.#details(),
    };
    if (random.chance(0.1)) delete record[random.pick(["by-ip", "by-user", "target-user", "target-domain"])];
    const log = isSignIn(action) ? (random.chance(0.8) ? "both" : "access") : "audit";
    return { time, record, log };
  }

  #details(): WireRecord {
    const random = this.#random;
    this.#number += 1;
    const details: WireRecord = { number: `${this.#name}${this.#number}` };
    if (random.chance(0.3)) details["name"] = random.pick(["Main IVR", "main ivr", "Night", "Main"]);
    if (random.chance(0.3)) details["Ext"] = random.pick([1041, "1041", 100, ""]);
    if (random.chance(0.2)) details["enabled"] = random.chance(0.5);
    if (random.chance(0.1)) details["old"] = random.pick([null, { a: [1, null] }, []]);
    return details;
  }

  /** The same without a time that can be read. */
  createUndated(time: number): NewRecord {
    const { record, log } = this.createAt(time);
    const text = this.#random.pick(UNREADABLE);
    return { time, log: log!, keepsTimestamp: true, record: { ...record, "timestamp-datetime": text } };
  }

  createWithin({ from, until }: Span): NewRecord {
    const first = Math.ceil(from / SECOND);
    return this.createAt(this.#random.int(first, Math.max(first, Math.ceil(until / SECOND) - 1)) * SECOND);
  }
}

const repeat = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at));

/** How much there is, and where. */
export const DENSITIES = {
  nothing: () => [],
  "a sparse year": (random, make, { until }) =>
    repeat(random.int(1, 30), () => make.createWithin({ from: until - 366 * DAY, until })),
  "500 in a second": (random, make, span) => {
    const { time } = make.createWithin(span);
    return [...repeat(500, () => make.createAt(time)), ...repeat(random.int(0, 40), () => make.createWithin(span))];
  },
  "bursts at the edges of windows": (random, make, span) =>
    listEdges(span).flatMap((edge) =>
      random.chance(0.7) ? repeat(random.int(1, 40), () => make.createAt(edge + random.int(-1, 1) * SECOND)) : [],
    ),
  copies: (random, make, span) =>
    repeat(random.int(10, 50), () => {
      const one = random.chance(0.5) ? make.createWithin(span) : make.createAt(random.pick(listEdges(span)));
      return repeat(random.int(1, 6), () => one);
    }).flat(),
  "many without a time": (random, make, span) =>
    repeat(random.int(10, 120), () => {
      const { time } = random.chance(0.7) ? make.createWithin(span) : make.createAt(random.pick(listEdges(span)));
      return random.chance(0.4) ? make.createUndated(time) : make.createAt(time);
    }),
  "copies without a time": (random, make, span) => {
    const known = repeat(random.int(1, 4), () => make.createUndated(make.createWithin(span).time));
    return repeat(random.int(4, 40), () => {
      const { time } = random.chance(0.7) ? make.createWithin(span) : make.createAt(random.pick(listEdges(span)));
      return random.chance(0.4) ? { ...random.pick(known), time } : make.createAt(time);
    });
  },
  "a dense hour": (random, make, span) => {
    const { time } = make.createWithin(span);
    return repeat(random.int(150, 400), () => make.createAt(time - random.int(0, 3599) * SECOND));
  },
  "about 700": (random, make, span) => {
    const bursts = repeat(4, () => make.createWithin(span).time);
    return repeat(random.int(600, 750), () =>
      random.chance(0.4) ? make.createAt(random.pick(bursts) + random.int(0, 2) * SECOND) : make.createWithin(span),
    );
  },
} satisfies Record<string, (random: Random, make: RecordMaker, span: Span) => NewRecord[]>;

export type Density = keyof typeof DENSITIES;

/** Where windows are likely to meet: the range's own ends, and what a reader gets by halving and by growing. */
function listEdges({ from, until }: Span): number[] {
  const end = Math.ceil(until / SECOND) * SECOND;
  const back = [2 * HOUR, HOUR, 4 * HOUR, 36 * HOUR, 12 * DAY + 4 * HOUR];
  const inside = back.map((ms) => end - ms).filter((time) => time >= from);
  return [Math.ceil(from / SECOND) * SECOND, end - SECOND, ...inside];
}

/** Records just outside of a range: none of them may be shown. */
export function createOtherRecords(make: RecordMaker, { from, until }: Span): NewRecord[] {
  const first = Math.ceil(from / SECOND) * SECOND;
  const end = Math.ceil(until / SECOND) * SECOND;
  return [first - SECOND, first - SECOND, first - 2 * SECOND, end, end, end + SECOND, end + HOUR].map((time) =>
    make.createAt(time),
  );
}
