import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { before, describe, test } from "node:test";
import { compareCommands, compareConfiguration, compareExports } from "./support/drift.mjs";
import { parse, readDocuments } from "./support/markdown.mjs";
import { loadSource } from "./support/source.mjs";
import { publicNames } from "./support/types.mjs";

/*
 * The documentation names what there is, with its defaults, and nothing else.
 */
const root = resolve(import.meta.dirname, "../..");
const documents = readDocuments(root);
const page = documents.find(({ path }) => path === "docs/configuration.md");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

let facts;

before(async () => {
  const [{ DEFAULT_SOURCE_OPTIONS }, { defaultFilters }, { readExportOptions }] = await loadSource(root, [
    "/src/data/source-options.ts",
    "/src/domain/filters.ts",
    "/src/export-options.ts",
  ]);
  facts = {
    element: publicNames(root).element,
    sourceOptions: DEFAULT_SOURCE_OPTIONS,
    filters: defaultFilters(),
    exportOptions: readExportOptions(undefined),
  };
});

const changed = (from, to) => {
  const text = page.text.replaceAll(from, to);
  assert.ok(text !== page.text, `There is no ${from} to change.`);
  return compareConfiguration(parse(page.path, text), facts);
};

describe("docs/configuration.md", () => {
  test("has every attribute, property, option, method and event with its default and an example", () =>
    assert.deepEqual(compareConfiguration(page, facts), []));

  test("would be found out for a wrong default, a missing name, one that does not exist, or a missing example", () => {
    for (const [from, to, problem] of [
      [/\| `10` {2,}\|/, "| `25` |", "attribute page-size: the default is 10, not 25"],
      ["| `concurrency`", "| `parallel`", "option concurrency is not documented"],
      ["| `concurrency`", "| `parallel`", "option parallel is documented and does not exist"],
      ["### `alv-export`", "### `alv-file`", "event alv-export is not documented"],
      ["### `refresh()`", "### Refreshing", "method refresh is not documented"],
      ['worker-url="none"', "", "worker-url has no example"],
      ["| `deliver`", "| `delivery`", "option of exportEvents deliver is not documented"],
      ["| [`storage`]", "| [`store`]", "property storage is not documented"],
    ]) {
      const regular = typeof from === "string" ? from : new RegExp(from.source, "g");
      const found = changed(regular, to);
      assert.ok(found.includes(problem), `${problem}: ${found.join("; ")}`);
    }
  });

  test("would be found out for a member that the code has got since", () => {
    const element = { ...facts.element, events: [...facts.element.events, { name: "alv-new" }] };
    assert.deepEqual(compareConfiguration(page, { ...facts, element }), [
      "event alv-new is not documented",
      "alv-new has no heading",
    ]);
  });
});

describe("commands", () => {
  test("are those of package.json", () => assert.deepEqual(compareCommands(documents, scripts), []));

  test("would be found out when one is added or removed", () => {
    const { start: _, ...others } = scripts;
    assert.deepEqual(compareCommands(documents, { ...others, shine: "" }), [
      "script shine is not documented",
      "script start is documented and does not exist",
    ]);
  });
});

describe("exports", () => {
  test("are all named somewhere", () => {
    const index = readFileSync(join(root, "src/index.ts"), "utf8");
    const names = [...index.matchAll(/export (?:type )?\{([^}]*)\}/g)]
      .flatMap(([, list]) => list.split(","))
      .map((name) => name.trim().replace(/^type /, ""))
      .filter(Boolean);
    assert.ok(names.length > 10);
    assert.deepEqual(compareExports(documents, names), []);
    assert.deepEqual(compareExports(documents, ["Moonlight"]), ["Moonlight is not documented"]);
  });
});
