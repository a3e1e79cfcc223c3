import { TEXT_FILTERS, type EventField, type TextFilter } from "../fields.js";

/** Presets end now. The default is the last 24 hours. */
export const RANGE_PRESETS = [
  "last-24-hours",
  "today",
  "this-week",
  "last-7-days",
  "last-30-days",
  "this-month",
  "last-3-months",
  "last-6-months",
  "last-year",
] as const;

export type RangePreset = (typeof RANGE_PRESETS)[number];

/**
 * A preset, or ISO 8601 times: `from` is included, `until` is not. A time without an offset is in the viewer's time
 * zone.
 */
export type RangeFilter = { readonly preset: RangePreset } | { readonly from: string; readonly until: string };

/** Whether the range depends on the time zone: calendar days, weeks and times without an offset do. */
export function dependsOnZone(range: RangeFilter): boolean {
  if ("preset" in range) return range.preset.slice(0, 4) !== "last";
  return !HAS_OFFSET.test(range.from) || !HAS_OFFSET.test(range.until);
}

const HAS_OFFSET = /T.*(?:Z|[+-]\d{2}:?\d{2}|\])$/i;

/**
 * The filters of a search. `actions` and `objects` are ids of the taxonomy, never labels; an empty list means all. A text
 * filter has the name of its field; `""` matches anything.
 */
export interface AuditFilters extends Record<TextFilter, string> {
  actions: string[];
  objects: string[];
  range: RangeFilter;
  parameters: { name: string; value: string }[];
  exclude: Partial<Record<EventField, string[]>>;
}

export function createDefaultFilters(): AuditFilters {
  return {
    actions: [],
    objects: [],
    range: { preset: "last-24-hours" },
    ...(Object.fromEntries(TEXT_FILTERS.map((field) => [field, ""])) as Record<TextFilter, string>),
    parameters: [],
    exclude: {},
  };
}
