import { announcements } from "./ar/announcements.js";
import { breakdown } from "../features/explore/texts/breakdown-ar.js";
import { columns } from "./ar/columns.js";
import { counting } from "../features/explore/texts/counting-ar.js";
import { coverage } from "./ar/coverage.js";
import { dateRange } from "./ar/date-range.js";
import { domains } from "../features/domains/texts/ar.js";
import { exports } from "../features/export/texts/ar.js";
import { filters } from "./ar/filters.js";
import { findings } from "../features/explore/texts/findings-ar.js";
import { objects } from "./ar/objects.js";
import { results } from "./ar/results.js";
import { states } from "./ar/states.js";
import { summary } from "./ar/summary.js";
import { taxonomy } from "./ar/taxonomy.js";
import { timeline } from "../features/explore/texts/timeline-ar.js";
import { toolbar } from "./ar/toolbar.js";
import type { Strings } from "./strings.js";

/** Arabic. It uses the masculine form for people, as is usual if the gender is not known. */
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
