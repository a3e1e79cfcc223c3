import { createWeightedChoice, Random } from "../../../demo/mocks/records/random.js";

/** A fixed end, so that every run counts the same events. */
const NEWEST = Date.UTC(2026, 10, 23, 19, 20);
const DAY = 86_400_000;
const DAYS = 30;

const ACTIONS = {
  Login: 46,
  "Login failed: bad password": 4,
  Logout: 12,
  create: 8,
  update: 18,
  delete: 4,
  export: 3,
  activate: 2,
  restart: 1,
  reboot: 2,
};

const OBJECTS = [
  ...[
    "user",
    "device",
    "timeframe",
    "dialplan",
    "phonenumber",
    "callqueue",
    "contact",
    "domain",
    "recording",
    "answerrule",
  ],
  ...["conference", "apikey", "site", "department", "voicemail", "gizmo"],
];

const CLIENTS = ["portal", "api", "mobile", "provisioning", "phone"];

/** A few values have most of the events: the value at place n has 1/n of the events of the first. */
const choose = (list) => {
  const next = createWeightedChoice(list.map((_, at) => 1 / (at + 1)));
  return (random) => list[next(random)];
};

const makeMany = (count, make) => Array.from({ length: count }, (_, at) => make(at));

const pickAction = (() => {
  const names = Object.keys(ACTIONS);
  const next = createWeightedChoice(Object.values(ACTIONS));
  return (random) => names[next(random)];
})();
const pickObject = choose(OBJECTS);
const pickClient = choose(CLIENTS);
const pickAddress = choose(makeMany(200, (at) => (at % 9 === 0 ? `2001:db8::${at.toString(16)}` : `198.51.100.${at}`)));
const pickPerson = choose(
  makeMany(300, (at) => ({ user: at === 0 ? "System" : String(1000 + at), domain: `customer-${at % 40}.example` })),
);

/**
 * A month of 300 users in 40 domains, from 200 addresses and 5 clients, newest first. Each value has one spelling; with
 * `mixed`, one of a hundred is in upper case.
 *
 * @returns events as if they came from another thread: no event shares its texts with another one
 */
export function makeEvents(count, { mixed = false, from = 0, of = count } = {}) {
  const random = new Random(from + 1);
  const spell = (text) => (mixed && random.chance(0.01) ? text.toUpperCase() : text);
  const events = makeMany(count, (at) => {
    const [by, affected] = [pickPerson(random), pickPerson(random)];
    return {
      id: String(from + at),
      time: NEWEST - Math.floor(((from + at + random.next()) / of) * DAYS * DAY),
      timeText: "",
      action: spell(pickAction(random)),
      object: spell(pickObject(random)),
      byUser: spell(by.user),
      byDomain: spell(by.domain),
      byIp: pickAddress(random),
      client: spell(pickClient(random)),
      affectedUser: spell(affected.user),
      affectedDomain: spell(affected.domain),
      host: "core1.example",
      parameters: [],
      raw: null,
    };
  });
  return structuredClone(events);
}

/** The edges of a timeline of the month. */
export function makeEdges(bars) {
  const begin = NEWEST - DAYS * DAY;
  return Float64Array.from({ length: bars + 1 }, (_, at) => begin + Math.round((at * DAYS * DAY) / bars) + 1);
}
