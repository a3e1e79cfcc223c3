import { expect } from "@open-wc/testing";
import { PreferenceStore } from "../../src/element/preference-store.js";

const KEY = "log";

function createStage(stored?: string) {
  const kept = new Map<string, string>(stored === undefined ? [] : [[KEY, stored]]);
  const warnings: string[] = [];
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const store = new PreferenceStore(
    KEY,
    () => storage,
    (message) => warnings.push(message),
  );
  return { store, warnings, kept, written: () => JSON.parse(kept.get(KEY) ?? "null") as unknown };
}

describe("stored preferences", () => {
  it("are empty at first, and later what was stored", () => {
    const { store, warnings, written } = createStage();
    expect(store.read()).to.deep.equal({});
    store.write({ view: "cards", pageSize: 25 });
    store.write({ timezone: "US/Pacific", columns: ["timestamp", "byUser"], widths: { byUser: 120 } });
    store.write({ pageSize: 50 });
    const all = {
      ...{ view: "cards", pageSize: 50, timezone: "US/Pacific" },
      ...{ columns: ["timestamp", "byUser"], widths: { byUser: 120 } },
    };
    expect(store.read()).to.deep.equal(all);
    expect(written()).to.deep.equal({ version: 1, ...all });
    expect(warnings).to.deep.equal([]);
  });

  for (const [what, text] of [
    ["no JSON", "{view:"],
    ["a text", '"cards"'],
    ["a list", "[1]"],
    ["null", "null"],
    ["of another product", '{"theme":"dark"}'],
    ["of a later version", '{"version":2,"view":"cards"}'],
    ["empty", ""],
  ] as const)
    it(`are ignored with one warning if they are ${what}, and can be written again`, () => {
      const { store, warnings } = createStage(text);
      expect(store.read()).to.deep.equal({});
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain(`"${KEY}"`);
      store.write({ view: "cards" });
      expect(store.read()).to.deep.equal({ view: "cards" });
    });

  it("are checked field by field: a wrong field does not affect the others", () => {
    const wrong = { view: "list", pageSize: 7, timezone: "Mars/Olympus", columns: "all", widths: [1] };
    for (const [field, value] of Object.entries(wrong)) {
      const right = { view: "cards", pageSize: 25, timezone: "UTC", columns: ["action"], widths: { action: 100 } };
      const { store, warnings } = createStage(JSON.stringify({ version: 1, ...right, [field]: value }));
      const { [field as keyof typeof right]: _, ...rest } = right;
      expect(store.read(), field).to.deep.equal(rest);
      expect(warnings, field).to.have.length(1);
      expect(warnings[0]).to.contain(field);
    }
    const { store, warnings } = createStage(JSON.stringify({ version: 1, ...wrong }));
    expect(store.read()).to.deep.equal({});
    expect(warnings, "one for all of them").to.have.length(1);
  });

  it("leave out unknown columns and impossible widths", () => {
    const columns = ["byIp", "weather", 7, "timestamp", "byIp"];
    const widths = { action: 120, byUser: -5, byDomain: "wide", byIp: 1e9, object: null, weather: 80 };
    const { store, warnings } = createStage(JSON.stringify({ version: 1, columns, widths }));
    expect(store.read()).to.deep.equal({ columns: ["timestamp", "byIp"], widths: { action: 120 } });
    expect(warnings).to.deep.equal([]);
  });

  it("keep unknown members and do not read them", () => {
    const text = '{"version":1,"savedViews":[{"name":"mine"}],"__proto__":{"view":"cards"},"constructor":1}';
    const { store, kept } = createStage(text);
    expect(store.read()).to.deep.equal({});
    store.write({ pageSize: 10 });
    expect(kept.get(KEY)).to.contain('"savedViews":[{"name":"mine"}]');
    expect(store.read()).to.deep.equal({ pageSize: 10 });
  });

  it("of two viewers with one key are merged, and the last change counts", () => {
    const { store, kept } = createStage();
    const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: () => undefined };
    const other = new PreferenceStore(
      KEY,
      () => ({ ...storage, setItem: (key, value) => void kept.set(key, value) }),
      () => undefined,
    );
    store.write({ view: "cards", pageSize: 25 });
    other.write({ pageSize: 100 });
    expect(store.read()).to.deep.equal({ view: "cards", pageSize: 100 });
  });

  it("are empty if the page may not use storage, with a warning and no error", () => {
    const warnings = new Set<string>();
    const refused = new PreferenceStore(
      KEY,
      () => {
        throw new DOMException("The document is sandboxed.", "SecurityError");
      },
      (message) => warnings.add(message),
    );
    expect(refused.read()).to.deep.equal({});
    refused.write({ view: "cards" });
    const full = new PreferenceStore(
      KEY,
      () => ({
        getItem: () => null,
        setItem: () => {
          throw new DOMException("", "QuotaExceededError");
        },
      }),
      (message) => warnings.add(message),
    );
    full.write({ view: "cards" });
    expect(warnings.size).to.equal(1);
  });
});
