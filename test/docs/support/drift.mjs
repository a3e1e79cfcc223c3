/*
 * Each function compares a page with the code and returns what is wrong. The functions are pure, so that a test can
 * show that they notice a changed page.
 */
import { toPlainText } from "./markdown.mjs";

const findDifferences = (what, documented, real) => [
  ...real.filter((name) => !documented.includes(name)).map((name) => `${what} ${name} is not documented`),
  ...documented
    .filter((name) => !real.includes(name))
    .map((name) => `${what} ${name} is documented and does not exist`),
  ...documented
    .filter((name, at) => documented.indexOf(name) !== at)
    .map((name) => `${what} ${name} is documented twice`),
];

/** The rows of the table below a heading whose first column has this head. */
function findRows({ tables, path }, heading, head) {
  const table = tables.find((one) => one.heading === heading && one.head[0] === head);
  if (!table) throw new Error(`${path} has no table "${head}" under "${heading}".`);
  return table.rows.map((row) => row.map(toPlainText));
}

/** A default value as the documentation writes it. */
const formatDefault = (value) =>
  typeof value === "string" && value !== "" ? value : Array.isArray(value) ? "[]" : JSON.stringify(value);

/** Compares a table of names and defaults with the real ones. `undefined`: a default that only words can describe. */
function compareDefaults(what, rows, column, real) {
  const documented = rows.map(([name]) => name);
  const told = new Map(rows.map((row) => [row[0], row[column]]));
  return [
    ...findDifferences(what, documented, [...real.keys()]),
    ...[...real]
      .filter(([name, value]) => value !== undefined && told.has(name) && told.get(name) !== formatDefault(value))
      .map(([name, value]) => `${what} ${name}: the default is ${formatDefault(value)}, not ${told.get(name)}`),
  ];
}

/** Checks that every public name has its own heading, with an example that uses the name. */
function compareExamples(document, names) {
  return names.flatMap((name) => {
    const heading = document.headings.find(({ text }) => text === name || text.startsWith(`${name}(`));
    if (!heading) return [`${name} has no heading`];
    const examples = document.snippets.filter((snippet) => snippet.heading === heading.text);
    return examples.some(({ text }) => text.includes(name)) ? [] : [`${name} has no example`];
  });
}

const parseDefault = (text) => (text === undefined ? undefined : JSON.parse(text));

/** Compares `docs/configuration.md` with the manifest and the defaults of the code. */
export function compareConfiguration(document, { element, sourceOptions, filters, exportOptions }) {
  const methods = element.members.filter(({ kind }) => kind === "method").map(({ name }) => name);
  const fields = element.members.filter(({ kind }) => kind === "field").map(({ name }) => name);
  const { attributes, events } = element;
  const ofAttributes = attributes.map(({ fieldName }) => fieldName);
  const onlyProperties = fields.filter((name) => !ofAttributes.includes(name));
  const attributeRows = findRows(document, "Attributes", "attribute");
  const { budget, ...options } = sourceOptions;
  const flat = {
    ...options,
    "budget.seconds": budget.seconds,
    "budget.records": budget.records,
    "budget.requests": budget.requests,
  };
  const headed = (level) => document.headings.filter(({ text }) => level.test(text)).map(({ text }) => text);
  return [
    ...compareDefaults(
      "attribute",
      attributeRows,
      2,
      new Map(attributes.map((one) => [one.name, parseDefault(one.default)])),
    ),
    ...attributeRows
      .filter(([name, field]) => attributes.some((one) => one.name === name && one.fieldName !== field))
      .map(([name, field]) => `attribute ${name} has no property ${field}`),
    ...compareDefaults(
      "property",
      findRows(document, "Properties", "property"),
      2,
      new Map(onlyProperties.map((name) => [name, undefined])),
    ),
    ...compareDefaults("option", findRows(document, "source", "option"), 1, new Map(Object.entries(flat))),
    ...compareDefaults(
      "filter",
      findRows(document, "filters", "member"),
      1,
      new Map(Object.entries({ ...filters, range: filters.range.preset }).map(([name, value]) => [name, value])),
    ),
    ...compareDefaults(
      "option of exportEvents",
      findRows(document, "exportEvents(options?)", "option"),
      1,
      new Map(Object.entries(exportOptions)),
    ),
    ...findDifferences(
      "event",
      headed(/^alv-/),
      events.map(({ name }) => name),
    ),
    ...findDifferences(
      "method",
      headed(/^\w+\(/).map((text) => text.replace(/\(.*/, "")),
      methods,
    ),
    ...compareExamples(document, [
      ...attributes.map(({ name }) => name),
      ...onlyProperties,
      ...methods,
      ...events.map(({ name }) => name),
    ]),
    ...Object.keys(sourceOptions)
      .filter(
        (name) => !document.snippets.some(({ heading, text }) => heading === "source" && text.includes(`${name}:`)),
      )
      .map((name) => `option ${name} has no example`),
  ];
}

/** Compares the tables with the head "command" with the scripts of `package.json`. */
export function compareCommands(documents, scripts) {
  const documented = documents
    .flatMap(({ tables }) => tables)
    .filter(({ head }) => head[0] === "command")
    .flatMap(({ rows }) => rows.map(([name]) => toPlainText(name).replace(/^npm (?:run )?/, "")));
  return findDifferences("script", documented, Object.keys(scripts));
}

/** Checks that the documentation has every name that the package exports. */
export function compareExports(documents, names) {
  const text = documents.map((document) => document.text).join("\n");
  return names.filter((name) => !new RegExp(`\\b${name}\\b`).test(text)).map((name) => `${name} is not documented`);
}

/** Compares a table of names with the real names. The table is identified by its heading and the head of its columns. */
export function compareNames(what, document, heading, head, real) {
  return findDifferences(
    what,
    findRows(document, heading, head).map(([name]) => name),
    real,
  );
}

/** Compares the settings of the classic portal's script: names, attributes and defaults. */
export function compareSettings(document, defaults) {
  const table = document.tables.find(({ head }) => head[0] === "setting" && head[1] === "attribute");
  const rows = table.rows.map((row) => row.map(toPlainText));
  const dashed = (name) => `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return [
    ...findDifferences(
      "setting",
      rows.map(([name]) => name),
      [...Object.keys(defaults), "properties"],
    ),
    ...rows
      .filter(([name, attribute]) => attribute !== (name === "properties" ? "none" : dashed(name)))
      .map(([name, attribute]) => `setting ${name}: ${attribute} is not its attribute`),
    ...rows
      .filter(([name, , told]) => defaults[name] && !told.startsWith(defaults[name]))
      .map(([name, , told]) => `setting ${name}: the default is ${defaults[name]}, not ${told}`),
  ];
}

/** Compares the table of folders with what the linter lets each folder import. */
export function compareRooms(document, rooms) {
  const rows = findRows(document, "Rooms", "room");
  const names = Object.keys(rooms);
  return [
    ...findDifferences(
      "room",
      rows.map(([name]) => name.replace(/\/$/, "")),
      names,
    ),
    ...rows.flatMap(([name, , cell]) => {
      const documented = cell === "nothing of ours" ? [] : cell.split(/,\s*/);
      return findDifferences(`import of ${name}`, documented, rooms[name.replace(/\/$/, "")] ?? []);
    }),
  ];
}

/** The first file of each line in the numbered list below a heading. */
export function findWalk({ text }, heading) {
  const [, section] = text.split(`\n## ${heading}`);
  if (section === undefined) throw new Error(`There is no heading "${heading}".`);
  const list = section.split("\n\n").find((part) => part.startsWith("1. "));
  return [...list.matchAll(/^\d+\. `([\w./-]+)`/gm)].map(([, name]) => name);
}

/**
 * Checks that each file of a walk imports, or is imported by, another file of the walk.
 *
 * @param imports the names of the files that each file imports, by its name
 */
export function compareWalk(files, imports) {
  const reached = new Set(files.slice(0, 1));
  const areConnected = (one, other) => imports(one).includes(other) || imports(other).includes(one);
  for (const one of reached) for (const other of files) if (areConnected(one, other)) reached.add(other);
  return files.filter((file) => !reached.has(file)).map((file) => `${file} has no import from or to the others`);
}
