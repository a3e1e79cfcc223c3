import type { EventField } from "../audit-event.js";

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
 * A preset, or ISO 8601 times: `from` is included, `until` is not. A time without an offset is in the viewer's time zone.
 */
export type RangeFilter = { readonly preset: RangePreset } | { readonly from: string; readonly until: string };

/** Whether the range depends on the time zone: calendar days, weeks and times without an offset do. */
export function dependsOnZone(range: RangeFilter): boolean {
  if ("preset" in range) return range.preset.slice(0, 4) !== "last";
  return !HAS_OFFSET.test(range.from) || !HAS_OFFSET.test(range.until);
}

const HAS_OFFSET = /T.*(?:Z|[+-]\d{2}:?\d{2}|\])$/i;

/** The text filters; `""` matches anything. */
export const TEXT_FILTERS = ["byUser", "byDomain", "byIp", "affectedUser", "affectedDomain", "host", "client"] as const;

export type TextFilter = (typeof TEXT_FILTERS)[number];

/** The filters of a search. `actions` and `objects` are ids of the taxonomy, never labels; an empty list means all. */
export interface AuditFilters {
  actions: string[];
  objects: string[];
  range: RangeFilter;
  byUser: string;
  byDomain: string;
  byIp: string;
  affectedUser: string;
  affectedDomain: string;
  host: string;
  client: string;
  parameters: { name: string; value: string }[];
  exclude: Partial<Record<EventField, string[]>>;
}

export function defaultFilters(): AuditFilters {
  return {
    actions: [],
    objects: [],
    range: { preset: "last-24-hours" },
    byUser: "",
    byDomain: "",
    byIp: "",
    affectedUser: "",
    affectedDomain: "",
    host: "",
    client: "",
    parameters: [],
    exclude: {},
  };
}
