import { TEXT_FILTERS, type AuditFilters, type TextFilter } from "../domain/filters.js";
import { isCanonicalV4 } from "../domain/ip-address.js";
import { hasWildcard } from "../domain/matching.js";
import { hasCase } from "../domain/text.js";
import type { EndpointHabits } from "./habits.js";
import { FILTER_PARAMS } from "./wire.js";

export type SendFilters = "verified" | "always" | "never";

/** What a request may carry, and what first has to be found out about the server before more can be sent. */
export interface SendPlan {
  /** Query parameters, by the filter they serve. */
  readonly sent: ReadonlyMap<TextFilter, { readonly param: string; readonly value: string }>;
  /** Filters that wait for an answer to "does the server ignore letter case?". */
  readonly undecided: readonly TextFilter[];
}

/**
 * A filter is sent only where the answer is known to hold every match; all of them are checked here anyway. A server that
 * matches more loosely (prefix, substring) answers more, which is dropped here. One that matches more strictly would lose
 * records: that can only be letter case, so a value with letters is sent once the server is known to ignore it. Addresses
 * are compared here in canonical form, so only an IPv4 address in its one spelling is sent.
 */
export function planFilters(filters: AuditFilters, mode: SendFilters, habits: EndpointHabits): SendPlan {
  const sent = new Map<TextFilter, { param: string; value: string }>();
  const undecided: TextFilter[] = [];
  if (mode === "never") return { sent, undecided };
  for (const field of TEXT_FILTERS) {
    const param = FILTER_PARAMS[field];
    const value = filters[field];
    if (!param || value === "" || hasWildcard(value)) continue;
    if (field === "byIp" && !isCanonicalV4(value)) continue;
    const insensitive = habits.ignoresCase.get(param);
    if (mode === "always" || !hasCase(value) || insensitive) sent.set(field, { param, value });
    else if (insensitive === undefined) undecided.push(field);
  }
  return { sent, undecided };
}
