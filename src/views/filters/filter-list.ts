import { FIELDS, LIST_FILTERS, TEXT_FILTERS, type EventField } from "../../core/fields.js";
import type { AuditFilters } from "../../core/filters/filters.js";
import type { Taxonomy } from "../../core/taxonomy/taxonomy.js";
import { toShownText } from "../../core/text/shown-text.js";
import type { Strings } from "../../i18n/strings.js";
import type { Environment } from "../shell/environment.js";

/** The texts of one filter that is set. */
export interface NamedFilter {
  readonly name: string;
  readonly value: string;
  /** The filters without this one. */
  readonly without: AuditFilters;
}

/** Lists the filters that are set, in the order of the fields, without the date range, which cannot be removed. */
export function listFilters(filters: AuditFilters, { strings, taxonomy }: Environment): NamedFilter[] {
  const named: NamedFilter[] = [];
  const add = (name: string, value: string, change: Partial<AuditFilters>) =>
    named.push({ name, value: toShownText(value), without: { ...filters, ...change } });
  const labels = collectLabels(taxonomy.taxonomy);
  const listed = (ids: readonly string[]) => ids.map((id) => labels.get(id) ?? id).join(", ");
  for (const field of LIST_FILTERS) {
    const name = FIELDS[field].filter;
    if (filters[name].length > 0) add(findFilterName(field, strings), listed(filters[name]), { [name]: [] });
  }
  for (const field of TEXT_FILTERS) {
    if (filters[field] !== "") add(findFilterName(field, strings), filters[field], { [field]: "" });
  }
  filters.parameters.forEach(({ name, value }, at) =>
    add(toShownText(name), value, { parameters: filters.parameters.filter((_, other) => other !== at) }),
  );
  for (const field of Object.keys(filters.exclude) as EventField[]) {
    const values = filters.exclude[field] ?? [];
    if (values.length === 0) continue;
    add(strings.isNot(findFilterName(field, strings)), listed(values), {
      exclude: { ...filters.exclude, [field]: [] },
    });
  }
  return named;
}

function findFilterName(field: EventField, { textFilters, actionFilter, objectsFilter }: Strings): string {
  return { ...textFilters, action: actionFilter, object: objectsFilter }[field];
}

function collectLabels(taxonomy: Taxonomy): Map<string, string> {
  const items = [...taxonomy.actions, ...taxonomy.objects.flatMap(({ items }) => items)];
  return new Map(items.map(({ id, label }) => [id, label]));
}
