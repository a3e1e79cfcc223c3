import { announcements } from "./fr/announcements.js";
import { breakdown } from "../features/explore/texts/breakdown-fr.js";
import { columns } from "./fr/columns.js";
import { counting } from "../features/explore/texts/counting-fr.js";
import { coverage } from "./fr/coverage.js";
import { dateRange } from "./fr/date-range.js";
import { domains } from "../features/domains/texts/fr.js";
import { exports } from "../features/export/texts/fr.js";
import { filters } from "./fr/filters.js";
import { findings } from "../features/explore/texts/findings-fr.js";
import { objects } from "./fr/objects.js";
import { results } from "./fr/results.js";
import { states } from "./fr/states.js";
import { summary } from "./fr/summary.js";
import { taxonomy } from "./fr/taxonomy.js";
import { timeline } from "../features/explore/texts/timeline-fr.js";
import { toolbar } from "./fr/toolbar.js";
import type { Strings } from "./strings.js";

/** French. */
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
