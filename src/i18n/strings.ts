import type { AnnouncementStrings } from "./strings/announcements.js";
import type { CoverageStrings } from "./strings/coverage.js";
import type { DomainStrings } from "./strings/domains.js";
import type { FilterStrings } from "./strings/filters.js";
import type { ResultStrings } from "./strings/results.js";
import type { StateStrings } from "./strings/states.js";
import type { SummaryStrings } from "./strings/summary.js";
import type { TaxonomyStrings } from "./strings/taxonomy.js";

/**
 * Every text of the viewer. A language is one object of this type: a missing text is a type error. Texts with numbers,
 * names or grammar are functions, so that a sentence stays a sentence in every language.
 */
export interface Strings
  extends
    AnnouncementStrings,
    CoverageStrings,
    DomainStrings,
    FilterStrings,
    ResultStrings,
    StateStrings,
    SummaryStrings,
    TaxonomyStrings {}
