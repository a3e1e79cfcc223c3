import type { AuditEvent, EventField } from "../audit-event.js";
import { FIELDS, LIST_FILTERS, TEXT_FILTERS } from "../fields.js";
import type { AuditFilters } from "./filters.js";
import { canonicalizeIp } from "./canonicalize-ip.js";
import { formatParameter } from "../text/parameter-text.js";
import type { Classified, CompiledTaxonomy } from "../taxonomy/taxonomy.js";
import { splitPattern } from "./pattern.js";
import { fold, hasPrefix, trim } from "../text/text.js";

type Test = (text: string) => boolean;

/**
 * Tests for equality without regard to case and outer spaces, of the filter and of the value; `*` matches any text.
 */
export function compileTextTest(filter: string): Test {
  const [first = "", ...others] = splitPattern(fold(filter));
  if (others.length === 0) return (text) => fold(text) === first;
  const last = others.pop() ?? "";
  return (text) => {
    const value = fold(text);
    const end = value.length - last.length;
    if (end < first.length || !hasPrefix(value, first) || value.slice(end) !== last) return false;
    // The first match of each part leaves the most text for the next parts.
    let at = first.length;
    return others.every((part) => {
      const found = value.indexOf(part, at);
      at = found + part.length;
      return found !== -1 && at <= end;
    });
  };
}

/** Compares addresses in canonical form, and other texts as texts. A pattern is compared with both forms of an address. */
function compileIpTest(filter: string): Test {
  const toCanonical = (text: string) => canonicalizeIp(trim(text)) ?? text;
  const test = compileTextTest(toCanonical(filter));
  return (text) => test(text) || test(toCanonical(text));
}

function compileTest(field: EventField, filter: string): Test {
  return FIELDS[field].kind === "address" ? compileIpTest(filter) : compileTextTest(filter);
}

/**
 * Compiles all filters to one test. The viewer tests every record, including those that the server filtered: filters on
 * the server only reduce the number of records.
 */
export function compileFilters(filters: AuditFilters, taxonomy: CompiledTaxonomy): (event: AuditEvent) => boolean {
  const tests: ((event: AuditEvent) => boolean)[] = [];
  for (const field of LIST_FILTERS) {
    const ids = filters[FIELDS[field].filter];
    if (ids.length > 0) tests.push((event) => isOneOf(ids, taxonomy[field](event[field])));
  }
  for (const field of TEXT_FILTERS) {
    const filter = trim(filters[field]);
    if (filter === "") continue;
    const test = compileTest(field, filter);
    tests.push((event) => test(event[field]));
  }
  for (const { name, value } of filters.parameters) {
    const isName = compileTextTest(name);
    const isValue = trim(value) === "" ? () => true : compileTextTest(value);
    tests.push((event) => event.parameters.some((one) => isName(one.name) && isValue(formatParameter(one.value))));
  }
  for (const field of Object.keys(filters.exclude) as EventField[]) {
    for (const value of filters.exclude[field] ?? []) tests.push(excludeTest(field, value, taxonomy));
  }
  return (event) => tests.every((test) => test(event));
}

function isOneOf(ids: readonly string[], { item }: Classified): boolean {
  return item !== undefined && ids.indexOf(item.id) !== -1;
}

/** An excluded action or object is an id of the taxonomy, or the server's word for an unknown one. */
function excludeTest(field: EventField, value: string, taxonomy: CompiledTaxonomy): (event: AuditEvent) => boolean {
  const same = compileTest(field, value);
  if (field === "action" || field === "object") {
    return (event) => {
      const id = taxonomy[field](event[field]).item?.id;
      return id === undefined ? !same(event[field]) : id !== value;
    };
  }
  return (event) => !same(event[field]);
}
