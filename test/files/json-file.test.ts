import { expect } from "@open-wc/testing";
import { Random } from "../../demo/mocks/records/random.js";
import type { AuditEvent } from "../../src/core/audit-event.js";
import { createFile } from "../../src/files/event-file.js";
import { JsonFile } from "../../src/files/json-file.js";
import { MASK } from "../../src/core/secrets/values.js";
import { listSeeds } from "../support/seeds.js";
import { createHostileEvents } from "./hostile-events.js";

type Format = "json" | "ndjson";

const read = async (file: JsonFile) => new Blob([...file.finish()]).text();

const parse: Record<Format, (text: string) => unknown> = {
  json: (text) => JSON.parse(text) as unknown,
  ndjson: (text) =>
    text
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line) as unknown),
};

const createEvent = (raw: unknown) => ({ raw }) as AuditEvent;

async function readRecords(format: Format, raws: unknown[], includeSensitive = false): Promise<unknown> {
  const file = new JsonFile(format, { includeSensitive });
  file.add(raws.map(createEvent));
  return parse[format](await read(file));
}

for (const format of ["json", "ndjson"] as const) {
  describe(`a file of ${format}`, () => {
    const { first, count } = listSeeds(6100, 40);
    it(`has the raw records, and items that are not records (seeds ${first} to ${first + count - 1})`, async () => {
      for (let seed = first; seed < first + count; seed += 1) {
        const random = new Random(seed);
        const events = createHostileEvents(random, random.int(0, 60));
        const unreadable = [null, 7, "=text\n", [1, "\uD83D"], true].slice(0, random.int(0, 5));
        const file = new JsonFile(format, { includeSensitive: true }, random.pick([1, 500, 2 ** 20]));
        file.add(events, unreadable);
        const text = await read(file);
        const expected = JSON.parse(JSON.stringify([...events.map(({ raw }) => raw), ...unreadable])) as unknown;
        expect(parse[format](text), `seed ${seed}`).to.deep.equal(expected);
        expect(file.rows).to.equal(events.length + unreadable.length);
      }
    });

    it("masks secrets at any depth in a copy", async () => {
      const raw = {
        who: "maria",
        details: { "login-pin": "1234", device: [{ secret: "s", model: "x" }], text: '{"pwd":1}' },
      };
      const before = JSON.stringify(raw);
      const masked = {
        who: "maria",
        details: { "login-pin": MASK, device: [{ secret: MASK, model: "x" }], text: `{"pwd":"${MASK}"}` },
      };
      expect(await readRecords(format, [raw])).to.deep.equal([masked]);
      expect(JSON.stringify(raw)).to.equal(before);
      expect(await readRecords(format, [raw], true)).to.deep.equal([raw]);
    });

    it("marks a value that is not JSON", async () => {
      const circle: { self?: unknown } = {};
      circle.self = circle;
      expect(await readRecords(format, [undefined, circle, 5n, Number.NaN], true)).to.deep.equal([
        null,
        "[object]",
        5,
        null,
      ]);
    });

    it("is complete for a record of any depth", async () => {
      const raw: unknown = JSON.parse(`${"[".repeat(20_000)}${"]".repeat(20_000)}`);
      const file = new JsonFile(format, { includeSensitive: true });
      file.add([createEvent(raw)]);
      expect((await read(file)).length).to.be.greaterThan(39_999);
    });
  });
}

describe("a file without events", () => {
  it("is an empty list, or empty", async () => {
    expect(await read(new JsonFile("json", { includeSensitive: false }))).to.equal("[\n\n]\n");
    expect(await read(new JsonFile("ndjson", { includeSensitive: false }))).to.equal("");
  });

  it("is written in its format", () => {
    const setting = { zone: "UTC", includeSensitive: false };
    expect(createFile({ ...setting, format: "ndjson" }).columns).to.equal(0);
    expect(createFile({ ...setting, format: "csv" }).columns).to.equal(12);
  });
});
