import type { Random } from "../../../demo/mocks/records/random.js";

/*
 * JSON that no server should send. It is drawn as text, because only the parser creates an ordinary member `__proto__`, and
 * because numbers can be too large for JavaScript.
 */

const FIELDS = [
  ...["by-ip", "by-domain", "by-user", "by-client", "action-type", "target-host"],
  ...["target-domain", "target-user", "target-object", "auditlog-details"],
];

/** Names that every object has, or with a special meaning. */
const NAMES = [
  ...["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "then", "toJSON", "length"],
  ...["", " ", "0", "id", "raw", "time", "timestamp-datetime", "\u202Eresu-yb", "by-user\u0000", "a".repeat(300)],
];

const TEXTS = [
  ...["", " ", "0", "null", "undefined", "NaN", "[]", "{}", "true", "__proto__", "constructor", "[object Object]"],
  ...["admin\u202Enimda", "\u2066abc\u2069", "ma\u200Bria", "bell\u0007", "\u0000", "\uD83D", "\uDE00x", "🧑‍🚒", "قاعدة"],
  ...["<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "javascript:alert(1)", "${7*7}{{7*7}}"],
  ...['=HYPERLINK("x")', "@SUM(1+1)", "-2+3", "line\r\nline", "tab\t", "' OR 1=1 --", "%s%n", "\\", '"', "a,b;c|d"],
  ...["1041", "Maria.Ortiz", "abc.example", "198.51.100.7", "2001:db8::1", "login", "create", "subscriber"],
];
const NUMBERS = ["0", "-0", "1041", "-1.5", "1e308", "1e400", "-1e400", "1e-400", "12345678901234567890", "0.1"];

const UNREADABLE_TIMES = [
  ...[
    "soon",
    "",
    " ",
    "0000-00-00 00:00:00",
    "2026-02-30 00:00:00",
    "2026-11-23T25:00:00Z",
    "2026-11-23",
    "1795443240",
  ],
  ...["2026-11-23T10:00:00+99:99", "2026-11-23 10:00:00[Nowhere/Here]", "+010000-01-01T00:00:00Z", "\u202E2026-11-23"],
];

/**
 * A record as JSON.
 *
 * @param timestamp JSON of its time; undefined for none
 * @param deep JSON of its details; undefined for any details
 */
export function drawRecordJson(random: Random, timestamp: string | undefined, deep?: string): string {
  const names = FIELDS.filter(() => random.chance(0.6));
  while (random.chance(0.3)) names.push(random.pick(NAMES));
  const members = names
    .filter((name) => name !== "timestamp-datetime")
    .map(
      (name) =>
        `${JSON.stringify(name)}:${name === "auditlog-details" ? drawDetails(random) : drawValueJson(random, 2)}`,
    );
  if (deep !== undefined) members.push(`"auditlog-details":${deep}`);
  if (timestamp !== undefined) members.push(`"timestamp-datetime":${timestamp}`);
  return `{${random.shuffle(members).join()}}`;
}

/** JSON of an item that is no record. */
export function drawStrangeJson(random: Random): string {
  return random.chance(0.6) ? drawScalar(random) : drawList(random, 3);
}

/** An unreadable timestamp; undefined for a missing one. */
export function drawUnreadableTime(random: Random): string | undefined {
  const kind = random.int(0, 5);
  if (kind === 0) return undefined;
  return kind === 1 ? drawValueJson(random, 2) : JSON.stringify(random.pick(UNREADABLE_TIMES));
}

/** Nested lists or objects, too deep for JSON.stringify. */
export function drawDeepJson(random: Random): string {
  const depth = 20_000;
  return random.chance(0.5)
    ? `${"[".repeat(depth)}1${"]".repeat(depth)}`
    : `${'{"a":'.repeat(depth)}null${"}".repeat(depth)}`;
}

function drawDetails(random: Random): string {
  const kind = random.int(0, 4);
  if (kind === 0) return drawScalar(random);
  return kind === 1 ? drawList(random, 2) : drawObject(random, 2);
}

function drawValueJson(random: Random, depth: number): string {
  const kind = random.int(0, 9);
  if (kind === 0 && depth > 0) return drawList(random, depth - 1);
  if (kind === 1 && depth > 0) return drawObject(random, depth - 1);
  return drawScalar(random);
}

function drawScalar(random: Random): string {
  const kind = random.int(0, 9);
  if (kind === 0) return "null";
  if (kind === 1) return random.pick(["true", "false"]);
  if (kind <= 3) return random.pick(NUMBERS);
  if (kind === 4 && random.chance(0.01)) return JSON.stringify(random.pick(TEXTS).repeat(5000));
  return JSON.stringify(random.pick(TEXTS));
}

function drawList(random: Random, depth: number): string {
  return `[${Array.from({ length: random.int(0, 4) }, () => drawValueJson(random, depth)).join()}]`;
}

function drawObject(random: Random, depth: number): string {
  const members = Array.from(
    { length: random.int(0, 5) },
    () => `${JSON.stringify(random.pick(random.chance(0.5) ? NAMES : TEXTS))}:${drawValueJson(random, depth)}`,
  );
  return `{${members.join()}}`;
}
