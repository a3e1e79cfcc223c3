import { announcements } from "./en/announcements.js";
import { coverage } from "./en/coverage.js";
import { domains } from "./en/domains.js";
import { exports } from "./en/exports.js";
import { filters } from "./en/filters.js";
import { results } from "./en/results.js";
import { states } from "./en/states.js";
import { summary } from "./en/summary.js";
import type { Strings } from "./strings.js";

/** English is always loaded: it is what a missing language falls back to. */
export const en: Strings = {
  ...announcements,
  ...coverage,
  ...domains,
  ...exports,
  ...filters,
  ...results,
  ...states,
  ...summary,
};
