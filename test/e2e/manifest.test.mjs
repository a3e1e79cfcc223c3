import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { readElement } from "../../scripts/element-manifest.mjs";

/*
 * custom-elements.json, which editors and frameworks read, matches the typings of the element.
 */
const root = resolve(import.meta.dirname, "../..");
const element = readElement(join(root, "custom-elements.json"));

/** Compiles a module that uses the package as an application does. */
async function compile(source) {
  const folder = mkdtempSync(join(tmpdir(), "audit-log-viewer-"));
  try {
    mkdirSync(join(folder, "node_modules"));
    for (const name of ["lit", "@lit", "lit-html", "lit-element"]) {
      symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name), "junction");
    }
    symlinkSync(root, join(folder, "node_modules/audit-log-viewer"), "junction");
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(join(folder, "manifest.ts"), source);
    const compilerOptions = {
      ...{ module: "esnext", moduleResolution: "bundler", target: "es2022", strict: true, noEmit: true, types: [] },
      ...{ lib: ["es2022", "dom", "dom.iterable"], skipLibCheck: true },
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["manifest.ts"] }));
    const run = promisify(execFile)(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder]);
    await run.catch((error) => assert.fail(error.stdout));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const formatUnion = (list) => list.map(({ name }) => JSON.stringify(name)).join(" | ");
const describeParameter = ({ name, optional, type }) => `${name}${optional ? "?" : ""}: ${type.text}`;
const formatMethodType = ({ parameters = [], return: answer }) =>
  `(${parameters.map(describeParameter).join(", ")}) => ${answer.type.text}`;

test("members and events have the types of the typings, and the package exports all of these types", async () => {
  const { name, tagName, properties, methods, events, attributes } = element;
  const checks = [
    ["keyof AuditLogViewerEventMap", formatUnion(events)],
    [`HTMLElementTagNameMap["${tagName}"]`, name],
    [`Exclude<keyof ${name}, keyof LitElement>`, formatUnion([...properties, ...methods])],
    ...properties.map((one) => [`${name}["${one.name}"]`, one.type.text]),
    ...methods.map((one) => [`${name}["${one.name}"]`, formatMethodType(one)]),
    ...events.map((one) => [`AuditLogViewerEventMap["${one.name}"]`, one.type.text]),
    ...attributes.map((one) => [`${name}["${one.fieldName}"]`, one.type.text]),
  ];
  const known = ["CustomEvent", "Partial", "Promise", "Exclude", "HTMLElementTagNameMap", "LitElement"];
  const types = new Set(checks.flat().flatMap((text) => text.match(/(?<!["\w])[A-Z]\w+/g) ?? []));
  const imported = [...types].filter((type) => !known.includes(type));
  assert.ok(imported.includes("AuditFilters"));
  await compile(`
import type { LitElement } from "lit";
import type { ${imported.join(", ")} } from "audit-log-viewer";

type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
const same = <_ extends true>(): void => {};
${checks.map(([one, other]) => `same<Same<${one}, ${other}>>();`).join("\n")}
`);
});

test("everything has a description", () => {
  const { attributes, properties, methods, events, cssProperties, cssParts } = element;
  for (const one of [...attributes, ...properties, ...methods, ...events, ...cssProperties, ...cssParts]) {
    assert.ok(one.description, one.name);
  }
});

test("every property that has an attribute names it, and the other way round", () => {
  const pairs = element.properties.filter(({ attribute }) => attribute).map(({ name, attribute }) => [attribute, name]);
  assert.deepEqual(
    element.attributes.map(({ name, fieldName }) => [name, fieldName]),
    pairs,
  );
});

test("the parts are those of the viewer's template", () => {
  const components = join(root, "src");
  const parts = (text) => [...text.matchAll(/\bpart="([\w -]+)"/g)].flatMap(([, names]) => names.split(" "));
  const template = new Set(parts(readFileSync(join(components, "views/shell/viewer-template.ts"), "utf8")));
  const documented = element.cssParts.map(({ name }) => name);
  assert.deepEqual(
    [...template].filter((name) => !documented.includes(name)),
    [],
  );
  const sources = readdirSync(components, { recursive: true }).filter((name) => name.endsWith(".ts"));
  const all = sources.map((name) => readFileSync(join(components, name), "utf8")).join("\n");
  assert.deepEqual(
    // In a template it is an attribute; the rows of the table set it as a property.
    documented.filter(
      (name) => !new RegExp(`(?:parts?=[^>]*|setAttribute\\([^;]*"part",[^;]*)\\b${name}\\b`).test(all),
    ),
    [],
  );
});
