import { FIELDS, TEXT_FILTERS, type TextFilter } from "../../core/fields.js";
import type { AuditFilters } from "../../core/filters/filters.js";
import { isV4 } from "../../core/filters/ip-address.js";
import { splitPattern } from "../../core/filters/pattern.js";
import { hasCase } from "../../core/text/text.js";
import type { EndpointHabits } from "./habits.js";
import { NARROWING, type NarrowingField } from "../records/wire.js";

export type SendFilters = "verified" | "always" | "never";

/** A query parameter that narrows what the server answers. */
export interface Param {
  readonly name: string;
  readonly value: string;
}

/** What a request may carry, and what first has to be found out about the server before more can be sent. */
export interface SendPlan {
  /** Query parameters, by the filter they serve. */
  readonly sent: ReadonlyMap<TextFilter, Param>;
  /** Filters that wait for an answer to "does the server ignore letter case?". */
  readonly undecided: readonly (TextFilter & NarrowingField)[];
}

/** Texts that mean the same to every server: nothing to fold but ASCII letters, nothing that separates values. */
export const PLAIN = /^[A-Za-z0-9._@-]{1,100}$/;

function hasParameter(field: TextFilter): field is TextFilter & NarrowingField {
  return Object.hasOwn(NARROWING, field);
}

/**
 * A filter is sent only where the answer is known to hold every match; all of them are checked here anyway. A server that
 * matches more loosely (prefix, substring) answers more, which is dropped here. One that matches more strictly would lose
 * records: that can only be letter case, so a value with letters is sent once the server is known to ignore it. Addresses
 * are compared here in canonical form, so only an IPv4 address, which has one spelling, is sent.
 */
export function planFilters(filters: AuditFilters, mode: SendFilters, habits: EndpointHabits): SendPlan {
  const sent = new Map<TextFilter, Param>();
  const undecided: (TextFilter & NarrowingField)[] = [];
  if (mode === "never") return { sent, undecided };
  for (const field of TEXT_FILTERS) {
    if (!hasParameter(field)) continue;
    const name = NARROWING[field];
    const [value = "", ...others] = splitPattern(filters[field]);
    if (value === "" || others.length > 0) continue;
    if (FIELDS[field].kind === "address" ? !isV4(value) : !PLAIN.test(value)) continue;
    if (habits.refused.has(name)) continue;
    const insensitive = habits.ignoresCase.get(name);
    if (mode === "always" || !hasCase(value) || insensitive) sent.set(field, { name, value });
    else if (insensitive === undefined) undecided.push(field);
  }
  return { sent, undecided };
}
