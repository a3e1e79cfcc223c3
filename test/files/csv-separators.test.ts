import { expect } from "@open-wc/testing";
import { Random } from "../../demo/mocks/records/random.js";
import type { AuditEvent } from "../../src/core/audit-event.js";
import { toCsvCell } from "../../src/files/csv-cell.js";
import { CsvFile } from "../../src/files/csv-file.js";
import { listSeeds } from "../support/seeds.js";
import { createHostileEvents } from "./hostile-events.js";
import { readCsv } from "./read-csv.js";

const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const SIGNED_NUMBER = /^[+-]\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Reads a file as a spreadsheet with another separator does, which never stops at an error. */
function splitCells(separator: string, text: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  let isEmpty = true;
  const end = () => {
    cells.push(cell);
    cell = "";
    isEmpty = true;
  };
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    if (isQuoted && unit === '"' && text.charAt(at + 1) === '"') cell += text.charAt((at += 1));
    else if (isQuoted && unit === '"') isQuoted = false;
    else if (!isQuoted && isEmpty && unit === '"') isQuoted = true;
    else if (!isQuoted && (unit === separator || unit === "\r" || unit === "\n")) {
      end();
      continue;
    } else cell += unit;
    isEmpty = false;
  }
  end();
  return cells;
}

/** What a reader of the file does to have the record's text again. */
const removeGuards = (cell: string) => cell.replace(/([;\t\r\n]["']*)'(?=[=+\-@\t\r＝＋－＠])/g, "$1");

/** The contract's exception: a field that is a phone number stays what it is; a comma may follow, then other fields. */
const isNumber = (cell: string) => SIGNED_NUMBER.test(cell.split(",")[0] ?? "");

/** The next row may follow a closing quotation mark, which opens a cell to another separator. */
const isAllowed = (cell: string) => !FORMULA.test(cell.replace(/^\r\n/, "")) || isNumber(cell);

const PIECES = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", ";", ",", "'", '"', "a", "1", " "];

async function writeFile(events: readonly AuditEvent[]): Promise<string> {
  const file = new CsvFile({ zone: "UTC", includeSensitive: true });
  file.add(events);
  const parts: BlobPart[] = [];
  for await (const part of file.finish()) parts.push(part);
  return (await new Blob(parts).text()).replace(/^\uFEFF/, "");
}

describe("a CSV file in a spreadsheet with another list separator", () => {
  const cases: [text: string, field: string][] = [
    ["a;=1+1", "a;'=1+1"],
    ["a;'=1+1", "a;''=1+1"],
    ["a;''=1+1", "a;'''=1+1"],
    ["a\t@x", "a\t'@x"],
    ["a\r\n=x", '"a\r\n\'=x"'],
    ["a\n-x\r+x", "\"a\n'-x\r'+x\""],
    ["a;＝x", "a;'＝x"],
    ["a;\t=x", "a;'\t'=x"],
    ['a;"=x', '"a;""\'=x"'],
    ["=a;=b", "'=a;'=b"],
    ["+15551234567;+15557654321", "'+15551234567;'+15557654321"],
    ["a; =x", "a; =x"],
    ["a;b=x", "a;b=x"],
    ["a;'b", "a;'b"],
    ["a=x", "a=x"],
  ];
  for (const [text, field] of cases) {
    it(`writes ${JSON.stringify(text)} as ${JSON.stringify(field)}`, () => expect(toCsvCell(text)).to.equal(field));
  }

  const { first, count } = listSeeds(7300, 40);
  it(`runs nothing and can be undone (seeds ${first} to ${first + count - 1})`, async () => {
    for (let seed = first; seed < first + count; seed += 1) {
      const random = new Random(seed);
      const drawHostileText = () => Array.from({ length: random.int(1, 12) }, () => random.pick(PIECES)).join("");
      const events = createHostileEvents(random, 40).map((event) => ({
        ...event,
        ...{ timeText: drawHostileText(), action: drawHostileText(), client: drawHostileText() },
        parameters: [...event.parameters, { name: "p", value: drawHostileText() }],
      }));
      const text = await writeFile(events);
      for (const separator of [",", ";", "\t"]) {
        const run = splitCells(separator, text).filter((cell) => !isAllowed(cell));
        expect(run, `seed ${seed}, read with ${JSON.stringify(separator)}`).to.deep.equal([]);
      }
      const [, ...rows] = readCsv(text);
      for (const [at, { action, client }] of events.entries()) {
        for (const [cell, own] of [
          [rows[at]?.[3] ?? "", action],
          [rows[at]?.[11] ?? "", client],
        ] as const) {
          const isMarked = FORMULA.test(own) && !SIGNED_NUMBER.test(own);
          expect(removeGuards(cell), `seed ${seed}`).to.equal(isMarked ? `'${own}` : own);
        }
      }
    }
  });
});
