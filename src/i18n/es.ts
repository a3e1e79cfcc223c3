import { announcements } from "./es/announcements.js";
import { breakdown } from "../features/explore/texts/breakdown-es.js";
import { columns } from "./es/columns.js";
import { counting } from "../features/explore/texts/counting-es.js";
import { coverage } from "./es/coverage.js";
import { dateRange } from "./es/date-range.js";
import { domains } from "../features/domains/texts/es.js";
import { exports } from "../features/export/texts/es.js";
import { filters } from "./es/filters.js";
import { findings } from "../features/explore/texts/findings-es.js";
import { objects } from "./es/objects.js";
import { results } from "./es/results.js";
import { states } from "./es/states.js";
import { summary } from "./es/summary.js";
import { taxonomy } from "./es/taxonomy.js";
import { timeline } from "../features/explore/texts/timeline-es.js";
import { toolbar } from "./es/toolbar.js";
import type { Strings } from "./strings.js";

/** Spanish, with the polite form of address. */
export const language: Strings = {
  ...announcements,
  ...breakdown,
  ...columns,
  ...counting,
  ...coverage,
  ...dateRange,
  ...domains,
  ...exports,
  ...filters,
  ...findings,
  ...objects,
  ...results,
  ...states,
  ...summary,
  ...taxonomy,
  ...timeline,
  ...toolbar,
};
