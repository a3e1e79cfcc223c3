import { copyFilters } from "./filter-check.js";
import { defaultFilters, RANGE_PRESETS, TEXT_FILTERS, type AuditFilters, type RangeFilter } from "./filters.js";

/**
 * Filters from outside (a property that a host page set). What is not of the documented type or name is left at its default
 * and named in `ignored`; a page's mistake never breaks a search and never goes unsaid.
 */
export function readFilters(value: unknown): { filters: AuditFilters; ignored: string[] } {
  const filters = defaultFilters();
  const ignored: string[] = [];
  if (!isObject(value)) return { filters, ignored: value === undefined || value === null ? [] : ["filters"] };
  const take = <K extends keyof AuditFilters>(key: K, isRight: (given: unknown) => boolean) => {
    const given = value[key];
    if (given === undefined) return;
    if (isRight(given)) filters[key] = given as AuditFilters[K];
    else ignored.push(key);
  };
  take("actions", isTexts);
  take("objects", isTexts);
  take("range", isRange);
  for (const field of TEXT_FILTERS) take(field, (given) => typeof given === "string");
  take("parameters", (given) => Array.isArray(given) && given.every(isParameter));
  take("exclude", (given) => isObject(given) && Object.keys(given).every((key) => isField(key) && isTexts(given[key])));
  ignored.push(...Object.keys(value).filter((key) => !Object.hasOwn(filters, key)));
  return { filters: copyFilters(filters), ignored };
}

/** A field of an event: anything else has nothing to compare with. */
function isField(name: string): boolean {
  return name === "action" || name === "object" || TEXT_FILTERS.some((field) => field === name);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isParameter(value: unknown): boolean {
  return isObject(value) && typeof value["name"] === "string" && typeof value["value"] === "string";
}

function isRange(value: unknown): value is RangeFilter {
  if (!isObject(value)) return false;
  if ("preset" in value) return RANGE_PRESETS.some((preset) => preset === value["preset"]);
  return typeof value["from"] === "string" && typeof value["until"] === "string";
}
