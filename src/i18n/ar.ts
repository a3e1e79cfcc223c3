import { announcements } from "./ar/announcements.js";
import { coverage } from "./ar/coverage.js";
import { domains } from "./ar/domains.js";
import { filters } from "./ar/filters.js";
import { results } from "./ar/results.js";
import { states } from "./ar/states.js";
import { summary } from "./ar/summary.js";
import { taxonomy } from "./ar/taxonomy.js";
import type { Strings } from "./strings.js";

/** Arabic, written from right to left; people are spoken of in the masculine, as is usual where they are not known. */
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
