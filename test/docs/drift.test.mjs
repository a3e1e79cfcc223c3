import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import { before, describe, test } from "node:test";
import {
  compareCommands,
  compareConfiguration,
  compareExports,
  compareRooms,
  compareNames,
  compareSettings,
  compareWalk,
  findWalk,
} from "./support/drift.mjs";
import { parse, readDocuments } from "./support/markdown.mjs";
import { loadSource } from "../../scripts/load-source.mjs";
import { ROOMS } from "../../scripts/lint/rooms.mjs";
import { readPublicNames } from "./support/types.mjs";

/*
 * The documentation names everything public, with its defaults, and nothing else.
 */
const root = resolve(import.meta.dirname, "../..");
const documents = readDocuments(root);
const page = documents.find(({ path }) => path === "docs/configuration.md");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

let facts;

before(async () => {
  const [{ DEFAULT_SOURCE_OPTIONS }, { createDefaultFilters }, { readExportOptions }] = await loadSource(root, [
    "/src/api/source-options.ts",
    "/src/core/filters/filters.ts",
    "/src/features/export/options.ts",
  ]);
  facts = {
    element: readPublicNames(root).element,
    sourceOptions: DEFAULT_SOURCE_OPTIONS,
    filters: createDefaultFilters(),
    exportOptions: readExportOptions(undefined),
  };
});

const changed = (from, to) => {
  const text = page.text.replaceAll(from, to);
  assert.ok(text !== page.text, `There is no ${from} to change.`);
  return compareConfiguration(parse(page.path, text), facts);
};

describe("docs/configuration.md", () => {
  test("has every attribute, property, option, method and event, with default and example", () =>
    assert.deepEqual(compareConfiguration(page, facts), []));

  test("fails for a wrong default, a missing name, an unknown name, or a missing example", () => {
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

  test("fails for a new member of the code", () => {
    const element = { ...facts.element, events: [...facts.element.events, { name: "alv-new" }] };
    assert.deepEqual(compareConfiguration(page, { ...facts, element }), [
      "event alv-new is not documented",
      "alv-new has no heading",
    ]);
  });
});

/** The text between two texts of a source file. */
const between = (file, from, until) => {
  const text = readFileSync(join(root, file), "utf8").split(from)[1]?.split(until)[0];
  assert.ok(text, `${file} has no ${from}`);
  return text;
};
const findPage = (path) => documents.find((document) => document.path === path);

describe("docs/adapters.md", () => {
  const adapters = findPage("docs/adapters.md");

  test("has every kind of error", async () => {
    const [{ ERROR_KINDS }] = await loadSource(root, ["/src/core/errors.ts"]);
    assert.deepEqual(compareNames("kind", adapters, "Errors", "kind", [...ERROR_KINDS]), []);
    assert.deepEqual(compareNames("kind", adapters, "Errors", "kind", [...ERROR_KINDS, "lunar"]), [
      "kind lunar is not documented",
    ]);
  });

  test("has every option of createFetchAdapter", () => {
    const members = between("src/api/transport/adapter.ts", "interface FetchAdapterOptions {", "\n}");
    const names = [...members.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name);
    assert.deepEqual(compareNames("option", adapters, "Writing an adapter", "option", names), []);
    assert.deepEqual(compareNames("option", adapters, "Writing an adapter", "option", names.slice(1)), [
      "option baseUrl is documented and does not exist",
    ]);
  });
});

describe("docs/embedding.md", () => {
  test("has the settings of portal.js with their attributes and defaults", () => {
    const text = between("src/hosts/portal-settings.ts", "const DEFAULTS = {", "\n}");
    const defaults = Object.fromEntries(
      [...text.matchAll(/^ {2}(\w+): "(.*)",$/gm)].map(([, name, one]) => [name, one]),
    );
    const embedding = findPage("docs/embedding.md");
    assert.deepEqual(compareSettings(embedding, defaults), []);
    assert.deepEqual(compareSettings(embedding, { ...defaults, wait: "60", colour: "" }), [
      "setting colour is not documented",
      "setting wait: the default is 60, not 30, seconds",
    ]);
  });
});

describe("docs/architecture.md", () => {
  test("stays one page", () => {
    const lines = findPage("docs/architecture.md").text.split("\n").length - 1;
    assert.ok(lines <= 120, `It has ${lines} lines.`);
  });

  const imports = (file) => {
    const found = readFileSync(join(root, "src", file), "utf8").matchAll(/\bfrom "(\.[^"]+)\.js"/g);
    return [...found].map(([, name]) => `${posix.join(posix.dirname(file), name)}.ts`);
  };

  for (const heading of ["A search, from the click to the request", "An export"]) {
    test(`walks through files that belong together: ${heading}`, () => {
      const files = findWalk(findPage("docs/architecture.md"), heading);
      assert.ok(files.length > 8);
      assert.deepEqual(compareWalk(files, imports), []);
      assert.deepEqual(compareWalk([...files, "hosts/portal-list.ts"], imports), [
        "hosts/portal-list.ts has no import from or to the others",
      ]);
    });
  }

  test("has the rooms and imports of the linter", () => {
    const architecture = findPage("docs/architecture.md");
    assert.deepEqual(compareRooms(architecture, ROOMS), []);
    assert.deepEqual(compareRooms(architecture, { ...ROOMS, worker: ["files", "core"] }), [
      "import of worker/ analysis is documented and does not exist",
    ]);
  });
});

describe("docs/performance.md", () => {
  test("has the limits of `npm run size`", () => {
    const limits = readFileSync(join(root, "scripts/size.mjs"), "utf8").match(/\d+(?= \* 1024)/g);
    const { text } = findPage("docs/performance.md");
    assert.ok(limits.length >= 3);
    // The entries of hosts have their own limits, which are not on this page.
    const missing = limits.filter((limit) => limit !== "5" && !text.includes(`${limit} kB`));
    assert.deepEqual(missing, []);
    assert.ok(!text.includes(`${Number(limits[0]) + 1} kB`));
  });
});

describe("commands", () => {
  test("are those of package.json", () => assert.deepEqual(compareCommands(documents, scripts), []));

  test("fail when one is added or removed", () => {
    const { start: _, ...others } = scripts;
    assert.deepEqual(compareCommands(documents, { ...others, shine: "" }), [
      "script shine is not documented",
      "script start is documented and does not exist",
    ]);
  });
});

describe("exports", () => {
  test("are all documented", () => {
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
