import { compileFilters } from "../../core/filters/matching.js";
import type { AuditEvent } from "../../core/audit-event.js";
import { defaultFilters, type AuditFilters } from "../../core/filters/filters.js";
import type { CompiledTaxonomy, TaxonomyItem } from "../../core/taxonomy/taxonomy.js";
import type { EndpointHabits } from "./habits.js";
import type { EventWithoutId } from "../records/to-event.js";
import type { Param } from "./send-plan.js";
import { NARROWING } from "../records/wire.js";

/** The maximum number of requests for one window. More requests cost more than they save. */
const MOST_ALTERNATIVES = 6;
const MOST_PAIRS = 3;

/** A filter by action or object: one request for each spelling, whose answers are merged. */
export interface Narrowing {
  readonly alternatives: readonly (readonly Param[])[];
  /** The requested spellings; empty for all. */
  readonly actions: readonly string[];
  readonly objects: readonly string[];
}

/**
 * The filters by action and object of one search. The API does not document their spellings, a request takes one value, and
 * the server does not return records with an unknown spelling. So the viewer sends these filters only if they save much
 * reading, checks them first, and shows the user which spellings it requested.
 */
export class SpelledFilter {
  readonly #filters: AuditFilters;
  readonly #taxonomy: CompiledTaxonomy;
  readonly #habits: EndpointHabits;
  readonly #matches: (event: AuditEvent) => boolean;

  constructor(filters: AuditFilters, taxonomy: CompiledTaxonomy, habits: EndpointHabits) {
    const { actions, objects } = filters;
    this.#filters = filters;
    this.#taxonomy = taxonomy;
    this.#habits = habits;
    this.#matches = compileFilters({ ...defaultFilters(), actions, objects }, taxonomy);
  }

  /** The fields that the search filters by. */
  get fields(): readonly ("action" | "object")[] {
    const { actions, objects } = this.#filters;
    return [...(actions.length > 0 ? (["action"] as const) : []), ...(objects.length > 0 ? (["object"] as const) : [])];
  }

  matches(event: EventWithoutId): boolean {
    return this.#matches(event as AuditEvent);
  }

  /** Returns a filter with the spellings known now; undefined if every list of spellings is too long. */
  createNarrowing(): Narrowing | undefined {
    const actions = this.#spellings("action");
    const objects = this.#spellings("object");
    if (actions.length > 0 && objects.length > 0 && actions.length * objects.length <= MOST_PAIRS) {
      const alternatives = paramsOf("action", actions).flatMap((action) =>
        paramsOf("object", objects).map((object) => [action, object]),
      );
      return { alternatives, actions, objects };
    }
    const isAction = objects.length === 0 || (actions.length > 0 && actions.length <= objects.length);
    const [field, values] = isAction ? (["action", actions] as const) : (["object", objects] as const);
    if (values.length === 0 || values.length > MOST_ALTERNATIVES) return undefined;
    return {
      alternatives: paramsOf(field, values).map((param) => [param]),
      actions: isAction ? values : [],
      objects: isAction ? [] : values,
    };
  }

  /** The spellings of the taxonomy, and those that the records of this server have. */
  #spellings(field: "action" | "object"): string[] {
    const ids = field === "action" ? this.#filters.actions : this.#filters.objects;
    const name = NARROWING[field];
    if (ids.length === 0 || this.#habits.refusedParams.has(name)) return [];
    const { actions, objects } = this.#taxonomy.taxonomy;
    const items: readonly TaxonomyItem[] = field === "action" ? actions : objects.flatMap((group) => group.items);
    if (items.some((item) => ids.indexOf(item.id) !== -1 && hasUnknownSpellings(item))) return [];
    const isWanted = (id: string | undefined) => id !== undefined && ids.indexOf(id) !== -1;
    const seen = [...this.#habits.spellings[field]].filter((value) => isWanted(this.#taxonomy[field](value).item?.id));
    const assumed = items.filter(({ id }) => isWanted(id)).flatMap(({ send }) => send);
    const keyOf = this.#habits.ignoresCase.get(name)
      ? (value: string) => value.toLowerCase()
      : (value: string) => value;
    return [...new Map([...assumed, ...seen].map((value) => [keyOf(value), value])).values()];
  }
}

/** Whether an item may have unknown spellings. A failed sign-in does: a request for known spellings would miss it. */
function hasUnknownSpellings({ match, failed = [], alarm }: TaxonomyItem): boolean {
  return [...match, ...failed, ...(alarm?.match ?? [])].some((pattern) => pattern[0] === "*");
}

function paramsOf(field: "action" | "object", values: readonly string[]): Param[] {
  return values.map((value) => ({ name: NARROWING[field], value }));
}
