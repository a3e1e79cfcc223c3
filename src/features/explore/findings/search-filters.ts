import type { AuditFilters } from "../../../core/filters/filters.js";
import type { Finding } from "../../../core/findings.js";

/** The search that shows the events of a finding: the filters of the results, narrowed to them. */
export function filtersForFinding({ filters }: Finding, searched: AuditFilters): AuditFilters {
  const { actions = searched.actions } = filters;
  const isSearched = (id: string) => searched.actions.length === 0 || searched.actions.indexOf(id) !== -1;
  return { ...searched, ...filters, actions: actions.filter(isSearched) };
}
