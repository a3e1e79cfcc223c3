import type { WireRecord } from "../../../demo/mocks/index.js";
import type { Random } from "../../../demo/mocks/records/random.js";
import type { AuditFilters } from "../../../src/core/filters/filters.js";
import { ACTION_IDS, OBJECT_IDS } from "./records.js";

/** Filters, and a plain reading of what they mean; it shares no code with the viewer. */
export interface DrawnFilter {
  readonly filters: Partial<AuditFilters>;
  readonly matches: (record: WireRecord) => boolean;
}

/** A field's text as a reader of the record sees it. */
const toText = (value: unknown) => (value === null || value === undefined ? "" : String(value));
const equalsIgnoringCase = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

function matchField(field: string, text: string): DrawnFilter["matches"] {
  return (record) => equalsIgnoringCase(toText(record[field]), text);
}

/** The browser's own idea of which IPv6 texts are one address. */
function normalizeAddress(text: string): string {
  if (!/^[\da-f:.]+$/i.test(text) || !text.includes(":")) return text.toLowerCase();
  return new URL(`http://[${text}]/`).hostname;
}

const matchAction = (ids: readonly string[]) => (record: WireRecord) =>
  ids.includes(ACTION_IDS[toText(record["action-type"])] || "none");
const matchObject = (ids: readonly string[]) => (record: WireRecord) =>
  ids.includes(OBJECT_IDS[toText(record["target-object"])] || "none");

/** Whether a record has such a detail; without a value any will do. */
function matchDetail(name: RegExp, value?: RegExp): DrawnFilter["matches"] {
  return (record) => {
    const details = record["auditlog-details"];
    if (typeof details !== "object" || details === null) return false;
    return Object.entries(details).some(([key, one]) => name.test(key) && (!value || value.test(toText(one))));
  };
}

const createFilter = (filters: Partial<AuditFilters>, matches: DrawnFilter["matches"]): DrawnFilter => ({
  filters,
  matches,
});

/** Filters of one kind. */
type Draw = (random: Random) => DrawnFilter;

const SINGLE = {
  "an extension": (random) => {
    const text = random.pick(["1041", "100"]);
    return createFilter({ affectedUser: random.pick([text, ` ${text}  `]) }, matchField("target-user", text));
  },
  "a domain in other letter case": (random) => {
    const field = random.pick(["affectedDomain", "byDomain"] as const);
    const text = random.pick(["aBc.example", "NORTH.example", "abc.EXAMPLE.org"]);
    return createFilter({ [field]: text }, matchField(field === "byDomain" ? "by-domain" : "target-domain", text));
  },
  "a user with letters": (random) => {
    const text = random.pick(["maria.ORTIZ", "mülleR", "A,B", "Two Words", "system"]);
    return createFilter({ affectedUser: text }, matchField("target-user", text));
  },
  "an IPv4 address": () => createFilter({ byIp: "198.51.100.7" }, matchField("by-ip", "198.51.100.7")),
  "an IPv6 address in another spelling": (random) => {
    const text = random.pick(["2001:DB8:0::1", "2001:db8::1", "2001:0DB8::1:0", "::FFFF:c633:6407"]);
    return createFilter(
      { byIp: text },
      (record) => normalizeAddress(toText(record["by-ip"])) === normalizeAddress(text),
    );
  },
  "a wildcard": (random) =>
    random.pick<DrawnFilter>([
      createFilter({ byDomain: "*North.*" }, (record) => /north\./i.test(toText(record["by-domain"]))),
      createFilter({ affectedDomain: "ABC.*" }, (record) => /^abc\./i.test(toText(record["target-domain"]))),
      createFilter({ affectedUser: "m*.o*2" }, (record) => /^m.*\.o.*2$/i.test(toText(record["target-user"]))),
      createFilter({ byIp: "198.51.*" }, (record) => /^198\.51\./.test(toText(record["by-ip"]))),
      createFilter({ host: "core*" }, (record) => /^core/i.test(toText(record["target-host"]))),
    ]),
  "a star code": () => createFilter({ affectedUser: "\\*97" }, matchField("target-user", "*97")),
  "an action": (random) => {
    const id = random.pick(["login", "delete", "modify-update", "add-create", "security-warning"]);
    return createFilter({ actions: [id] }, matchAction([id]));
  },
  "several objects": (random) => {
    const objects = random.shuffle(["subscriber", "dialing", "phone-number", "oauth"]).slice(0, random.int(1, 3));
    return createFilter({ objects }, matchObject(objects));
  },
  "the performing user": (random) => {
    const text = random.pick(["MARIA.ortiz", "1041", "system"]);
    return createFilter({ byUser: text }, matchField("by-user", text));
  },
  "host and client": () =>
    createFilter({ host: "CORE1", client: "api" }, (record) =>
      [matchField("target-host", "core1"), matchField("by-client", "API")].every((test) => test(record)),
    ),
  parameters: (random) =>
    random.pick<DrawnFilter>([
      createFilter({ parameters: [{ name: "ext", value: "1041" }] }, matchDetail(/^ext$/i, /^1041$/)),
      createFilter({ parameters: [{ name: "NAME", value: "main*" }] }, matchDetail(/^name$/i, /^main/i)),
      createFilter({ parameters: [{ name: "ena*", value: "TRUE" }] }, matchDetail(/^ena/i, /^true$/i)),
      createFilter({ parameters: [{ name: "Old", value: "" }] }, matchDetail(/^old$/i)),
      createFilter(
        {
          parameters: [
            { name: "name", value: "night" },
            { name: "ext", value: " " },
          ],
        },
        (record) => matchDetail(/^name$/i, /^night$/i)(record) && matchDetail(/^ext$/i)(record),
      ),
    ]),
  "what is excluded": (random) => {
    const login = matchAction(["login"]);
    const subscriber = matchObject(["subscriber"]);
    const matchNone = (tests: DrawnFilter["matches"][]) => (record: WireRecord) => !tests.some((test) => test(record));
    return random.pick<DrawnFilter>([
      createFilter({ exclude: { action: ["login"] } }, matchNone([login])),
      createFilter({ exclude: { action: ["PURGE", "login"] } }, matchNone([login, matchField("action-type", "purge")])),
      createFilter(
        { exclude: { object: ["subscriber", "parking lot"] } },
        matchNone([subscriber, matchField("target-object", "Parking Lot")]),
      ),
      createFilter(
        { exclude: { byUser: ["maria.ORTIZ", "system"], affectedDomain: ["ABC.example"] } },
        matchNone([
          matchField("by-user", "maria.ortiz"),
          matchField("by-user", "System"),
          matchField("target-domain", "abc.example"),
        ]),
      ),
      createFilter({ exclude: { byIp: ["2001:DB8:0:0:0::1"] } }, (record) => {
        const ip = toText(record["by-ip"]);
        return ip === "" || normalizeAddress(ip) !== normalizeAddress("2001:db8::1");
      }),
    ]);
  },
} satisfies Record<string, Draw>;

/** Two filters at once; of those that name the same field the later one would replace the other. */
function combineFilters(random: Random): DrawnFilter {
  const pairs = [
    ["an extension", "a domain in other letter case"],
    ["a user with letters", "an action"],
    ["an IPv6 address in another spelling", "what is excluded"],
    ["the performing user", "several objects"],
    ["an IPv4 address", "an action"],
    ["a wildcard", "parameters"],
    ["host and client", "an extension"],
  ] as const;
  const [one, other] = random.pick(pairs).map((kind) => SINGLE[kind](random)) as [DrawnFilter, DrawnFilter];
  return createFilter({ ...one.filters, ...other.filters }, (record) => one.matches(record) && other.matches(record));
}

export const FILTERS: Readonly<Record<string, Draw>> = {
  "no filter": () => createFilter({}, () => true),
  ...SINGLE,
  "several filters": combineFilters,
};
