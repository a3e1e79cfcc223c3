import { expect } from "@open-wc/testing";
import { Random } from "../../demo/mocks/records/random.js";
import type { AuditEvent, EventParameter } from "../../src/core/audit-event.js";
import { CsvFile } from "../../src/files/csv-file.js";
import { MASK } from "../../src/core/secrets/values.js";
import { listSeeds } from "../support/seeds.js";
import { createHostileEvents, NAUGHTY } from "./hostile-events.js";
import { readCsv } from "./read-csv.js";

const HEADER =
  "Timestamp,UTC Offset,Timestamp (UTC),Action,Affected User,Affected Domain,Object,By User,By Domain,IP Address,Affected Host,By Client";

const EMPTY: AuditEvent = {
  ...{ id: "", time: Date.UTC(2026, 10, 23, 8, 15, 7), timeText: "", action: "", object: "", byUser: "", byDomain: "" },
  ...{ byIp: "", client: "", affectedUser: "", affectedDomain: "", host: "", parameters: [], raw: {} },
};

interface Setting {
  zone?: string;
  includeSensitive?: boolean;
  segmentBytes?: number;
  heldBytes?: number;
  /** Events that are added at once. */
  page?: number;
}

/** The file as it is on the disk, and as a reader of its bytes sees it. */
async function write(events: readonly AuditEvent[], setting: Setting = {}): Promise<{ text: string; file: CsvFile }> {
  const { zone = "America/New_York", includeSensitive = false, segmentBytes, heldBytes, page = 100 } = setting;
  const file = new CsvFile({ zone, includeSensitive }, segmentBytes, heldBytes);
  for (let at = 0; at < events.length; at += page) file.add(events.slice(at, at + page));
  const parts: BlobPart[] = [];
  for await (const part of file.finish()) parts.push(part);
  const bytes = await new Blob(parts).arrayBuffer();
  return { text: new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(bytes), file };
}

const parseTable = ({ text }: { text: string }) => readCsv(text.slice(1));

const createEvent = (...parameters: EventParameter[]): AuditEvent => ({ ...EMPTY, parameters });

/** The texts below the parameters' columns. */
async function writeCells(parameters: EventParameter[], setting?: Setting): Promise<string[]> {
  return (parseTable(await write([createEvent(...parameters)], setting))[1] ?? []).slice(12);
}

/*
 * The contract in other words than the code's: what a spreadsheet takes for a formula, and the only change that is allowed.
 */
const starts = new Set(["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]);
const isNumber = (text: string) =>
  /^[+-]/.test(text) && text.length > 1 && !/[^\d.eE+-]/.test(text) && !Number.isNaN(Number(text));
const isFormula = (text: string) => starts.has(text.charAt(0)) && !isNumber(text);
const toCell = (text: string) => toUtf8((isFormula(text) ? "'" : "") + guardInside(text));

/** After a separator of other spreadsheets, and any quotation marks and apostrophes that follow it, there is an apostrophe. */
function guardInside(text: string): string {
  let said = "";
  let opensCell = false;
  for (const unit of text.split("")) {
    if (opensCell && starts.has(unit)) said += "'";
    opensCell = ";\t\r\n".indexOf(unit) !== -1 || (opensCell && (unit === "'" || unit === '"'));
    said += unit;
  }
  return said;
}

/** UTF-8 has no lone surrogates: U+FFFD replaces them. */
const toUtf8 = (text: string) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text));

function formatValue(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What a row has to say, from the event alone; a name that comes twice has a list. */
function createExpectedRow(event: AuditEvent, names: readonly string[]): string[] {
  const { action, affectedUser, affectedDomain, object, byUser, byDomain, byIp, host, client } = event;
  const parameters = names.map((name) => {
    const values = event.parameters.filter((parameter) => parameter.name === name).map(({ value }) => value);
    return formatValue(values.length > 1 ? values : values[0]);
  });
  return [action, affectedUser, affectedDomain, object, byUser, byDomain, byIp, host, client, ...parameters].map(
    toCell,
  );
}

describe("a CSV file", () => {
  it("masks the value of a secret name, as the other files do", async () => {
    const parameters = [
      { name: "value", value: "hunter2" },
      { name: "name", value: "password" },
    ];
    expect(await writeCells(parameters)).to.deep.equal([MASK, "password"]);
    expect(await writeCells(parameters, { includeSensitive: true })).to.deep.equal(["hunter2", "password"]);
    expect(
      await writeCells([
        { name: "value", value: "blue" },
        { name: "name", value: "colour" },
      ]),
    ).to.deep.equal(["blue", "colour"]);
  });

  it("begins with a mark and the header, and ends each row with CRLF", async () => {
    const event = { ...EMPTY, action: "create", affectedUser: "1041", host: "core1", byIp: "198.51.100.7" };
    expect((await write([event])).text).to.equal(
      `\uFEFF${HEADER}\r\n2026-11-23 03:15:07,UTC-05:00,2026-11-23T08:15:07Z,create,1041,,,,,198.51.100.7,core1,\r\n`,
    );
    expect((await write([])).text).to.equal(`\uFEFF${HEADER}\r\n`);
  });

  it("has an unreadable time unchanged", async () => {
    const file = await write([{ ...EMPTY, time: null, timeText: "=soon" }]);
    expect(parseTable(file)[1]?.slice(0, 3)).to.deep.equal(["'=soon", "", ""]);
  });

  it("has a column for each parameter, in the order in which they appear", async () => {
    const events = [
      { name: "b", value: 1 },
      { name: "a", value: "x" },
      { name: "b", value: null },
    ].map((parameter) => createEvent(parameter));
    const rows = parseTable(await write(events)).map((row) => row.slice(12));
    expect(rows).to.deep.equal([
      ["param.b", "param.a"],
      ["1", ""],
      ["", "x"],
      ["", ""],
    ]);
  });

  it("keeps every value of a name that a record has twice", async () => {
    const twice = [1, "b"].map((value) => ({ name: "a", value }));
    expect(await writeCells([...twice, { name: "z", value: "" }])).to.deep.equal(['[1,"b"]', ""]);
  });

  it("masks secrets as the screen does, unless sensitive values are included", async () => {
    const parameters = [
      { name: "login-pin", value: "1234" },
      { name: "password", value: "" },
      { name: "device", value: { model: "x", secret: "s" } },
      { name: "json", value: '{"token":"t"}' },
    ];
    expect(await writeCells(parameters)).to.deep.equal([
      MASK,
      "",
      `{"model":"x","secret":"${MASK}"}`,
      `{"token":"${MASK}"}`,
    ]);
    expect(await writeCells(parameters, { includeSensitive: true })).to.deep.equal([
      "1234",
      "",
      '{"model":"x","secret":"s"}',
      '{"token":"t"}',
    ]);
  });

  for (const phone of ["+15551234567", "-42", "-1.5", "+0", "-1.5e-7"]) {
    it(`leaves ${phone} alone`, async () =>
      expect(await writeCells([{ name: "a", value: phone }])).to.deep.equal([phone]));
  }
  for (const text of NAUGHTY.filter(isFormula)) {
    it(`lets no spreadsheet run ${JSON.stringify(text)}`, async () => {
      expect(await writeCells([{ name: "a", value: text }])).to.deep.equal([toCell(text)]);
    });
  }

  it("has columns for 300 parameters that first appear late", async () => {
    const many = Array.from({ length: 300 }, (_, at) => ({ name: `p${at}`, value: at }));
    const events = [...Array.from({ length: 50 }, () => ({ ...EMPTY, client: 'a"\r\n"b' })), createEvent(...many)];
    const rows = parseTable(await write(events, { segmentBytes: 500, heldBytes: 1500, page: 7 }));
    expect(new Set(rows.map(({ length }) => length))).to.deep.equal(new Set([312]));
    expect(rows[1]?.[11]).to.equal('a"\r\n"b');
    expect(rows[51]?.slice(12)).to.deep.equal(many.map(({ value }) => String(value)));
  });

  const { first, count } = listSeeds(5200, 60);
  it(`is read back unchanged (seeds ${first} to ${first + count - 1})`, async () => {
    for (let seed = first; seed < first + count; seed += 1) {
      const random = new Random(seed);
      const events = createHostileEvents(random, random.int(0, 120));
      const segmentBytes = random.pick([1, 300, 20_000, 2 ** 20]);
      const heldBytes = random.pick([0, 700, 30_000, 2 ** 25]);
      const page = random.int(1, 40);
      const written = await write(events, { includeSensitive: true, segmentBytes, heldBytes, page });
      const [header = [], ...rows] = parseTable(written);
      const names = [...new Set(events.flatMap(({ parameters }) => parameters.map(({ name }) => name)))];
      expect(header, `seed ${seed}`).to.deep.equal([
        ...HEADER.split(","),
        ...names.map((name) => toUtf8(`param.${name}`)),
      ]);
      expect(
        rows.map((row) => row.slice(3)),
        `seed ${seed}`,
      ).to.deep.equal(events.map((event) => createExpectedRow(event, names)));
      expect([header, ...rows].flat().filter(isFormula), `seed ${seed}`).to.deep.equal([]);
      expect([written.file.rows, written.file.columns]).to.deep.equal([events.length, header.length]);
    }
  });

  it("is the same whatever the size of its pieces and pages", async () => {
    const events = createHostileEvents(new Random(1), 300);
    const { text } = await write(events, { page: 300 });
    for (const segmentBytes of [1, 1000, 50_000]) {
      for (const heldBytes of [0, 10_000, undefined]) {
        const written = await write(events, { segmentBytes, heldBytes, page: 9 });
        expect(written.text === text, `${segmentBytes}, ${heldBytes}`).to.equal(true);
      }
    }
  });

  it("passes a long file to the browser in parts, and a short one at the end", async () => {
    const writeParts = async (rows: number) => {
      const file = new CsvFile({ zone: "UTC", includeSensitive: false }, 1000, 20_000);
      for (let row = 0; row < rows; row += 1) file.add([EMPTY]);
      const parts: (Uint8Array | Blob)[] = [];
      for await (const part of file.finish()) parts.push(part);
      // The header, and what is left over at the end, are no pieces.
      return parts.slice(1, -1).map((part) => part instanceof Blob);
    };
    const short = await writeParts(200);
    expect(short.length).to.be.greaterThan(5);
    expect(short).not.to.include(true);
    const long = await writeParts(2000);
    expect(long.length).to.be.greaterThan(50);
    expect(long).not.to.include(false);
  });

  it("refuses an unknown zone", () => {
    expect(() => new CsvFile({ zone: "Nowhere/Here", includeSensitive: false })).to.throw(RangeError);
  });
});
