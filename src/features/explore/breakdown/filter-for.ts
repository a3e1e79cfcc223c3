import type { BreakdownField, ValueCount } from "../../../core/event-counts.js";
import { checkFilters, areFiltersEqual } from "../../../core/filters/filter-check.js";
import type { AuditFilters } from "../../../core/filters/filters.js";
import { escapePattern } from "../../../core/filters/pattern.js";
import { FIELDS } from "../../../core/fields.js";
import { isSystem } from "../../../core/people.js";
import { trim } from "../../../core/text/text.js";
import type { Environment } from "../../../views/shell/environment.js";
import { toShownText } from "../../../core/text/shown-text.js";
import { valueWord } from "./value-words.js";

/** A search for the events of a value. */
export interface ValueFilter {
  readonly filters: AuditFilters;
  /** Says what it finds: "Filter for Login". */
  readonly name: string;
}

type Known = Pick<Environment, "strings" | "taxonomy" | "locale">;

/**
 * The search that a value offers; undefined if no filter can find it, or the results are filtered for it already. A filter for
 * a failed login finds every login, and says so.
 *
 * @param searched the filters of the results
 */
export function filterForValue(
  field: BreakdownField,
  value: ValueCount,
  searched: AuditFilters,
  known: Known,
): ValueFilter | undefined {
  const change = createChange(field, value);
  if (!change) return undefined;
  const { filters, problems } = checkFilters({ ...searched, ...change });
  if (problems.length > 0 || areFiltersEqual(filters, searched)) return undefined;
  return { filters, name: nameFilter(field, value, known) };
}

function createChange(field: BreakdownField, { text, domain, id }: ValueCount): Partial<AuditFilters> | undefined {
  if (field === "action") return id === "" ? undefined : { actions: [id] };
  if (field === "object") return id === "" ? undefined : { objects: [id] };
  const filter = escapePattern(trim(text));
  // An empty filter finds everything.
  if (filter === "") return undefined;
  if (field !== "byUser" && field !== "affectedUser") return { [field]: filter };
  // Without a domain, the user is found in every domain.
  if (trim(domain) === "") return { [field]: filter };
  return { [field]: filter, [FIELDS[field].domain]: escapePattern(trim(domain)) };
}

function nameFilter(field: BreakdownField, value: ValueCount, known: Known): string {
  const { strings, taxonomy } = known;
  const word = valueWord(field, value, known);
  if (field === "action") return strings.filterFor(taxonomy.action(value.text).label);
  if (field !== "byUser" && field !== "affectedUser") return strings.filterFor(word);
  if (trim(value.domain) !== "") return strings.filterFor(`${word}@${toShownText(value.domain)}`);
  return isSystem(value.text) ? strings.filterFor(word) : strings.filterForAnyDomain(word);
}
