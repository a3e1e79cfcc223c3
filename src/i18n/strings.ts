import type { AnnouncementStrings } from "./strings/announcements.js";
import type { ColumnStrings } from "./strings/columns.js";
import type { CoverageStrings, CoverageNoteStrings } from "./strings/coverage.js";
import type { DateRangeStrings } from "./strings/date-range.js";
import type { BreakdownStrings } from "../features/explore/texts/breakdown-strings.js";
import type { FindingsStrings } from "../features/explore/texts/findings-strings.js";
import type { DomainStrings } from "../features/domains/texts/strings.js";
import type { ExportStrings } from "../features/export/texts/strings.js";
import type { CountingStrings } from "../features/explore/texts/counting-strings.js";
import type { TimelineStrings } from "../features/explore/texts/timeline-strings.js";
import type { FilterStrings } from "./strings/filters.js";
import type { NothingFoundStrings } from "./strings/nothing-found.js";
import type { ObjectsListStrings } from "./strings/objects-list.js";
import type { ObjectStrings } from "./strings/objects.js";
import type { ResultStrings } from "./strings/results.js";
import type { StateStrings } from "./strings/states.js";
import type { SummaryStrings } from "./strings/summary.js";
import type { TimezoneStrings } from "./strings/timezones.js";
import type { ToolbarStrings } from "./strings/toolbar.js";
import type { TaxonomyStrings } from "./strings/taxonomy.js";

/** Texts that are on the screen before the first search, or soon after. */
export interface StartStrings
  extends
    AnnouncementStrings,
    ColumnStrings,
    CoverageStrings,
    FilterStrings,
    ObjectStrings,
    ResultStrings,
    StateStrings,
    TaxonomyStrings,
    ToolbarStrings {}

/** Texts that are loaded with the first results, or with the feature or the part of a view that shows them. */
export interface LateStrings
  extends
    BreakdownStrings,
    CountingStrings,
    CoverageNoteStrings,
    DateRangeStrings,
    DomainStrings,
    ExportStrings,
    FindingsStrings,
    NothingFoundStrings,
    ObjectsListStrings,
    SummaryStrings,
    TimelineStrings,
    TimezoneStrings {}

/**
 * Every text of the viewer. A language is one object of this type, so a missing text is a type error. Texts with numbers,
 * names or grammar are functions, so that each language can build its own sentence.
 */
export interface Strings extends StartStrings, LateStrings {}
