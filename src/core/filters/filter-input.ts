import { isRecord, isText, isTexts } from "../option-checks.js";
import { copyFilters } from "./filter-check.js";
import { FIELDS, LIST_FILTERS, TEXT_FILTERS } from "../fields.js";
import { createDefaultFilters, RANGE_PRESETS, type AuditFilters, type RangeFilter } from "./filters.js";

/**
 * Reads the filters that a host page set. A member with an unknown name or a wrong type keeps its default and is listed in
 * `ignored`, so that the viewer can warn.
 */
export function readFilters(value: unknown): { filters: AuditFilters; ignored: string[] } {
  const filters = createDefaultFilters();
  const ignored: string[] = [];
  if (!isRecord(value)) return { filters, ignored: value === undefined || value === null ? [] : ["filters"] };
  const take = <K extends keyof AuditFilters>(key: K, isRight: (given: unknown) => boolean) => {
    const given = value[key];
    if (given === undefined) return;
    if (isRight(given)) filters[key] = given as AuditFilters[K];
    else ignored.push(key);
  };
  for (const field of LIST_FILTERS) take(FIELDS[field].filter, isTexts);
  take("range", isRange);
  for (const field of TEXT_FILTERS) take(field, isText);
  take("parameters", (given) => Array.isArray(given) && given.every(isParameter));
  take("exclude", (given) => isRecord(given) && Object.keys(given).every((key) => isField(key) && isTexts(given[key])));
  ignored.push(...Object.keys(value).filter((key) => !Object.hasOwn(filters, key)));
  return { filters: copyFilters(filters), ignored };
}

function isField(name: string): boolean {
  return [...LIST_FILTERS, ...TEXT_FILTERS].some((field) => field === name);
}

function isParameter(value: unknown): boolean {
  return isRecord(value) && isText(value["name"]) && isText(value["value"]);
}

function isRange(value: unknown): value is RangeFilter {
  if (!isRecord(value)) return false;
  if ("preset" in value) return RANGE_PRESETS.some((preset) => preset === value["preset"]);
  return isText(value["from"]) && isText(value["until"]);
}
