import type {
  Breakdown,
  BreakdownField,
  BreakdownRequest,
  CountsExtent,
  ValueCount,
} from "../../../src/core/event-counts.js";
import type { Finding } from "../../../src/core/findings.js";
import { BREAKDOWN_REQUESTS } from "../../../src/features/explore/breakdown/fields.js";

const at = (text: string) => Date.parse(text);

export const value = (text: string, count: number, given: Partial<ValueCount> = {}): ValueCount => ({
  ...{ text, count, domain: "", id: "", failed: false },
  ...given,
});

const user = (text: string, domain: string, count: number) => value(text, count, { domain });

/** All values of each field, in the order of a breakdown. */
const VALUES: Readonly<Record<BreakdownField, readonly ValueCount[]>> = {
  action: [
    value("login", 402, { id: "login" }),
    value("update", 281, { id: "modify-update" }),
    value("logout", 164, { id: "logout" }),
    value("create", 71, { id: "add-create" }),
    value("delete", 46, { id: "delete" }),
    value("login_badpassword", 38, { id: "login", failed: true }),
    value("validate", 20, { id: "validate" }),
    value("frobnicate", 9),
    value("", 4),
    value("import", 3, { id: "import" }),
  ],
  object: [
    value("oauth", 566, { id: "oauth" }),
    value("subscriber", 174, { id: "subscriber" }),
    value("phonenumber", 121, { id: "phone-number" }),
    value("answerrule", 88, { id: "answer-rule" }),
    value("phoneconfig", 41, { id: "device" }),
    value("widget", 2),
  ],
  byUser: [
    user("maria.ortiz", "harborline.example", 214),
    user("t.okafor", "harborline.example", 131),
    user("2104", "northgate-dental.example", 96),
    user("1001", "", 74),
    user("System", "", 12),
    ...Array.from({ length: 60 }, (_, number) => user(String(1100 + number), "abcplumbing.example", 5)),
  ],
  affectedUser: [
    user("2104", "northgate-dental.example", 132),
    user("1001", "abcplumbing.example", 97),
    user("", "", 66),
    user("2117", "northgate-dental.example", 30),
  ],
  affectedDomain: [
    value("northgate-dental.example", 388),
    value("abcplumbing.example", 241),
    value("riverbend-pediatrics-and-family-medicine.southwest.partners.example", 167),
    value("harborline.example", 92),
    value("lakeside-dental-group.example", 41),
    value("brightsmile-dentistry.example", 9),
    value("dental-lab-partners.example", 1),
  ],
  byIp: [
    value("203.0.113.24", 301),
    value("2001:db8:4c:1200:85a3:0:9a:61b4", 131),
    value("behind a proxy", 118),
    value("192.0.2.41", 7),
  ],
  client: [value("Manager Portal", 655), value("Web phone", 172), value("", 121), value("curl/8.5", 6)],
};

/** What the worker answers. */
export function count({ field, limit, search }: BreakdownRequest): Breakdown {
  const wanted = search.toLowerCase();
  const found = VALUES[field].filter(({ text, domain }) => `${text} ${domain}`.toLowerCase().indexOf(wanted) !== -1);
  return { values: found.slice(0, limit), distinct: found.length };
}

export const more = (request: BreakdownRequest): Promise<Breakdown> => Promise.resolve(count(request));

export const breakdowns: readonly Breakdown[] = BREAKDOWN_REQUESTS.map(count);

export const extent: CountsExtent = {
  asked: { from: at("2026-11-14T05:00:00Z"), until: at("2026-11-24T05:00:00Z") },
  events: 1038,
  records: 1240,
  readFrom: at("2026-11-16T05:00:00Z"),
  countedFrom: at("2026-11-16T05:00:00Z"),
  countedOnly: 0,
  missing: [],
  cut: [],
};

const person = { user: "2104", domain: "northgate-dental.example" };
const range = { from: "2026-11-22T08:01:00.000Z", until: "2026-11-22T08:21:00.001Z" };
const times = { first: at("2026-11-22T08:01:00Z"), last: at("2026-11-22T08:20:00Z") };
const filters = { byUser: "2104", byDomain: "northgate-dental.example", range };

/** One finding of each kind. */
export const findings: readonly Finding[] = [
  {
    ...{ kind: "bad-passwords", ...person, ...times, count: 14, after: "same-address" },
    filters: { ...filters, actions: ["login"] },
  },
  {
    ...{ kind: "new-address", ...person, ...times, count: 7, value: "198.51.100.7", earlier: 120, others: 2 },
    filters: { ...filters, byIp: "198.51.100.7" },
  },
  { kind: "many-deletes", ...person, ...times, count: 14, filters: { ...filters, actions: ["delete"] } },
  { kind: "unusual-hours", ...person, ...times, count: 3, usualFrom: 8, usualUntil: 18, days: 12, filters },
  {
    ...{ kind: "outside-change", user: "eve", domain: "south.example", ...times, count: 1 },
    ...{ customer: "northgate-dental.example", all: 84, inside: 80 },
    filters: { ...filters, affectedDomain: "northgate-dental.example", actions: ["delete", "modify-update"] },
  },
];
