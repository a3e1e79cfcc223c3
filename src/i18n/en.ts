import { announcements } from "./en/announcements.js";
import { columns } from "./en/columns.js";
import { coverage } from "./en/coverage.js";
import { filters } from "./en/filters.js";
import { objects } from "./en/objects.js";
import { results } from "./en/results.js";
import { states } from "./en/states.js";
import { toolbar } from "./en/toolbar.js";
import { taxonomy } from "./en/taxonomy.js";
import type { StartStrings } from "./strings.js";

/** The English texts before a search. They are always loaded, also as a replacement for a missing language. */
export const en: StartStrings = {
  ...announcements,
  ...columns,
  ...coverage,
  ...filters,
  ...objects,
  ...results,
  ...states,
  ...taxonomy,
  ...toolbar,
};
