import { announcements } from "./es/announcements.js";
import { coverage } from "./es/coverage.js";
import { domains } from "./es/domains.js";
import { filters } from "./es/filters.js";
import { results } from "./es/results.js";
import { states } from "./es/states.js";
import { summary } from "./es/summary.js";
import { taxonomy } from "./es/taxonomy.js";
import type { Strings } from "./strings.js";

/** Spanish, in the polite form. */
export const language: Strings = {
  ...announcements,
  ...coverage,
  ...domains,
  ...filters,
  ...results,
  ...states,
  ...summary,
  ...taxonomy,
};
