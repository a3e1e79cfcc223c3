import { FIELDS, LIST_FILTERS, TEXT_FILTERS } from "../fields.js";
import type { AuditFilters } from "./filters.js";

/** Counts the filters that differ from their defaults. A list of actions, objects or excluded values counts once. */
export function countFilters(filters: AuditFilters): number {
  const { range } = filters;
  return countEventFilters(filters) + ("preset" in range && range.preset === "last-24-hours" ? 0 : 1);
}

/** Counts the filters besides the range. Without one, every event of the range matches. */
export function countEventFilters({ parameters, exclude, ...filters }: AuditFilters): number {
  const texts = TEXT_FILTERS.filter((field) => filters[field] !== "").length;
  const lists = [...LIST_FILTERS.map((field) => filters[FIELDS[field].filter]), ...Object.values(exclude)];
  return texts + lists.filter(({ length }) => length > 0).length + parameters.length;
}
