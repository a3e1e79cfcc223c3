import type { Random } from "../../demo/mocks/records/random.js";
import type { AuditEvent, EventParameter } from "../../src/core/audit-event.js";

export const NAUGHTY = [
  ...[
    "",
    " ",
    "0",
    "plain",
    "a,b",
    "a;b",
    'say "hi"',
    '"',
    '""',
    "'",
    "'=1",
    "\r",
    "\n",
    "\r\n",
    "a\r\nb",
    "a\nb,c\r",
    ",",
  ],
  ...[
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM",
    '=HYPERLINK("x","y")',
    "=cmd|' /C calc'!A0",
  ],
  ...["a;=1", "a\t=1", "a;'=1", "a\n@x;''-1", ';"=1', "+15551234567;+15557654321", "\r\n\r\n＝1"],
  ...["+15551234567", "-42", "-1.5e-7", "+1-555-0100", "+", "-", "=", "@", "1e9", "00441"],
  ...[
    "🧑‍🚒",
    "\uD83D",
    "\uDE00x",
    "قاعدة\u202Eabc",
    "\u2066x\u2069",
    "\uFEFF",
    "\uFEFF=1",
    "\u0000",
    "é".repeat(50),
    "\u2028",
  ],
  ...["__proto__", "constructor", "null", "undefined", "[1,2]", '{"pin":"1234"}', "a".repeat(5000), "<script>", "%s"],
];

const NAMES = [
  ...[
    "__proto__",
    "constructor",
    "toString",
    "",
    " ",
    "=cmd",
    "a,b",
    'q"q',
    "line\r\nbreak",
    "login-pin",
    "password",
    "name",
  ],
  ...["voicemail", "count", "é", "🧑‍🚒", "\uD83D", "hasOwnProperty", "length"],
];

const VALUES: unknown[] = [
  ...[0, -0, -17, 1.5e300, true, false, null, undefined, [], {}, [1, "a,b", null], { a: { b: ['"', "=1"] } }],
  ...[
    { password: "hunter2", n: 1 },
    [{ name: "pin", value: "1234" }],
    JSON.parse('{"__proto__":{"secret":1}}') as unknown,
  ],
];

/** Hostile events. Names of parameters come late, so that what was written before is too narrow. */
export function createHostileEvents(random: Random, count: number): AuditEvent[] {
  const drawText = () => random.pick(NAUGHTY);
  const drawValue = () => (random.chance(0.5) ? drawText() : VALUES[random.int(0, VALUES.length - 1)]);
  const drawParameters = (at: number): EventParameter[] =>
    Array.from({ length: random.int(0, 6) }, () => ({
      name: random.chance(0.2) ? `p${random.int(0, at)}` : random.pick(NAMES),
      value: drawValue(),
    }));
  return Array.from({ length: count }, (_, at) => {
    const list = drawParameters(at);
    const details = Object.fromEntries(list.map(({ name, value: held }) => [name, held]));
    return {
      ...{ id: String(at), time: random.chance(0.1) ? null : random.int(0, 2e12), timeText: drawText() },
      ...{
        action: drawText(),
        object: drawText(),
        byUser: drawText(),
        byDomain: drawText(),
        byIp: drawText(),
        client: drawText(),
      },
      ...{ affectedUser: drawText(), affectedDomain: drawText(), host: drawText(), parameters: list },
      raw: { who: drawText(), details, note: drawValue() },
    };
  });
}
