import { breakdown } from "../../src/features/explore/texts/breakdown-en.js";
import { findings } from "../../src/features/explore/texts/findings-en.js";
import { domains } from "../../src/features/domains/texts/en.js";
import { exports } from "../../src/features/export/texts/en.js";
import { counting } from "../../src/features/explore/texts/counting-en.js";
import { timeline } from "../../src/features/explore/texts/timeline-en.js";
import { coverageNotes } from "../../src/i18n/en/coverage-notes.js";
import { dateRange } from "../../src/i18n/en/date-range.js";
import { nothingFound } from "../../src/i18n/en/nothing-found.js";
import { objectsList } from "../../src/i18n/en/objects-list.js";
import { timezones } from "../../src/i18n/en/timezones.js";
import { summary } from "../../src/i18n/en/summary.js";
import { en as start } from "../../src/i18n/en.js";
import type { Strings } from "../../src/i18n/strings.js";

/** Every English text. */
export const en: Strings = {
  ...start,
  ...breakdown,
  ...counting,
  ...coverageNotes,
  ...dateRange,
  ...domains,
  ...exports,
  ...findings,
  ...nothingFound,
  ...objectsList,
  ...summary,
  ...timeline,
  ...timezones,
};
