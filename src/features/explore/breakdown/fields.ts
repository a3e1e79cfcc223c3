import { BREAKDOWN_FIELDS, type BreakdownField, type BreakdownRequest } from "../../../core/event-counts.js";
import type { Strings } from "../../../i18n/strings.js";

/** The number of values that each field shows; a list has the rest. */
const SHOWN: Readonly<Record<BreakdownField, number>> = {
  action: 6,
  object: 5,
  byUser: 4,
  affectedUser: 3,
  affectedDomain: 4,
  byIp: 3,
  client: 3,
};

/** What a breakdown shows, in the order of the screen. */
export const BREAKDOWN_REQUESTS: readonly BreakdownRequest[] = BREAKDOWN_FIELDS.map((field) => ({
  field,
  limit: SHOWN[field],
  search: "",
}));

/** The heading of a field. */
export function fieldName(field: BreakdownField, strings: Strings): string {
  const { textFilters, shortTextFilters } = strings;
  const names: Readonly<Record<BreakdownField, string>> = {
    action: strings.factAction,
    object: strings.factObject,
    byUser: strings.performedBy,
    affectedUser: textFilters.affectedUser,
    affectedDomain: textFilters.affectedDomain,
    byIp: shortTextFilters.byIp,
    client: shortTextFilters.client,
  };
  return names[field];
}
