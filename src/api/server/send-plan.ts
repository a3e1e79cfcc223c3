import { FIELDS, TEXT_FILTERS, type TextFilter } from "../../core/fields.js";
import type { AuditFilters } from "../../core/filters/filters.js";
import { isV4 } from "../../core/filters/ip-address.js";
import { splitPattern } from "../../core/filters/pattern.js";
import { hasCase } from "../../core/text/text.js";
import type { EndpointBehavior } from "./endpoint-behavior.js";
import { FILTER_PARAMS, PLAIN_VALUE, type ServerFilterField } from "../records/wire.js";

export type SendFilters = "verified" | "always" | "never";

/** A query parameter that filters on the server. */
export interface Param {
  readonly name: string;
  readonly value: string;
}

/** The filters that a request can have, and the filters that need a check of the server first. */
export interface SendPlan {
  /** The query parameter of each sent filter. */
  readonly sent: ReadonlyMap<TextFilter, Param>;
  /** The filters that can be sent if the server ignores case. */
  readonly undecided: readonly (TextFilter & ServerFilterField)[];
}

function hasParameter(field: TextFilter): field is TextFilter & ServerFilterField {
  return Object.hasOwn(FILTER_PARAMS, field);
}

/**
 * Plans the filters of a request. A filter is sent only if the response must contain every match; the viewer checks all
 * filters anyway. A server that matches loosely (prefix, substring) returns additional records, which the viewer drops.
 * A case-sensitive server would hide records, so a value with letters is sent only if the server ignores case. The
 * viewer compares addresses in canonical form, so only an IPv4 address is sent, which has one spelling. It trims values, so
 * a filter is not sent if the server has values with outer spaces in its field.
 */
export function planFilters(filters: AuditFilters, mode: SendFilters, behavior: EndpointBehavior): SendPlan {
  const sent = new Map<TextFilter, Param>();
  const undecided: (TextFilter & ServerFilterField)[] = [];
  if (mode === "never") return { sent, undecided };
  for (const field of TEXT_FILTERS) {
    if (!hasParameter(field)) continue;
    const name = FILTER_PARAMS[field];
    const [value = "", ...others] = splitPattern(filters[field]);
    if (value === "" || others.length > 0) continue;
    if (FIELDS[field].kind === "address" ? !isV4(value) : !PLAIN_VALUE.test(value)) continue;
    if (behavior.refusedParams.has(name) || behavior.paddedParams.has(name)) continue;
    const insensitive = behavior.ignoresCase.get(name);
    if (mode === "always" || !hasCase(value) || insensitive) sent.set(field, { name, value });
    else if (insensitive === undefined) undecided.push(field);
  }
  return { sent, undecided };
}
