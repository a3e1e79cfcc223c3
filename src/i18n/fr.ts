import { announcements } from "./fr/announcements.js";
import { coverage } from "./fr/coverage.js";
import { domains } from "./fr/domains.js";
import { filters } from "./fr/filters.js";
import { results } from "./fr/results.js";
import { states } from "./fr/states.js";
import { summary } from "./fr/summary.js";
import { taxonomy } from "./fr/taxonomy.js";
import type { Strings } from "./strings.js";

/** French. */
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
