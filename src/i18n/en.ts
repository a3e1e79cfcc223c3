import { announcements } from "./en/announcements.js";
import { coverage } from "./en/coverage.js";
import { domains } from "./en/domains.js";
import { filters } from "./en/filters.js";
import { results } from "./en/results.js";
import { states } from "./en/states.js";
import { summary } from "./en/summary-later.js";
import { taxonomy } from "./en/taxonomy.js";
import type { Strings } from "./strings.js";

/** English is always loaded: it is what a missing language falls back to. */
export const en: Strings = {
  ...announcements,
  ...coverage,
  ...domains,
  ...filters,
  ...results,
  ...states,
  ...summary,
  ...taxonomy,
};
