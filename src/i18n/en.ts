import { announcements } from "./en/announcements.js";
import { columns } from "./en/columns.js";
import { coverage } from "./en/coverage.js";
import { dateRange } from "./en/date-range.js";
import { domains } from "../features/domains/texts/en.js";
import { exports } from "../features/export/texts/en.js";
import { filters } from "./en/filters.js";
import { objects } from "./en/objects.js";
import { results } from "./en/results.js";
import { states } from "./en/states.js";
import { toolbar } from "./en/toolbar.js";
import { summary } from "./en/summary-later.js";
import { taxonomy } from "./en/taxonomy.js";
import type { Strings } from "./strings.js";

/** English is always loaded: it is what a missing language falls back to. */
export const en: Strings = {
  ...announcements,
  ...columns,
  ...coverage,
  ...dateRange,
  ...domains,
  ...exports,
  ...filters,
  ...objects,
  ...results,
  ...states,
  ...summary,
  ...taxonomy,
  ...toolbar,
};
