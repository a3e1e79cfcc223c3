import { compileFilters } from "../../core/filters/matching.js";
import type { AuditEvent } from "../../core/audit-event.js";
import { defaultFilters, type AuditFilters } from "../../core/filters/filters.js";
import type { CompiledTaxonomy, TaxonomyItem } from "../../core/taxonomy/taxonomy.js";
import type { EndpointHabits } from "./habits.js";
import type { NamelessEvent } from "../records/to-event.js";
import type { Param } from "./send-plan.js";
import { NARROWING } from "../records/wire.js";

/** Requests for one window; more cost more than they save. Those for both at once bring less, but there are more of them. */
const MOST_ALTERNATIVES = 6;
const MOST_PAIRS = 3;

/** A way to ask for some actions or objects only: one request for each spelling, their answers merged. */
export interface Narrowing {
  readonly alternatives: readonly (readonly Param[])[];
  /** The spellings that are asked for; empty where all are. */
  readonly actions: readonly string[];
  readonly objects: readonly string[];
}

/**
 * The filters by action and object of one search. How a server spells them is an assumption: a request takes one value,
 * and a spelling that nobody knows is not answered. So they are only worth sending where they save much reading, after
 * checking them against what the server has, and whoever reads the result is told which spellings were asked for.
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

  /** What is filtered by. */
  get fields(): readonly ("action" | "object")[] {
    const { actions, objects } = this.#filters;
    return [...(actions.length > 0 ? (["action"] as const) : []), ...(objects.length > 0 ? (["object"] as const) : [])];
  }

  matches(event: NamelessEvent): boolean {
    return this.#matches(event as AuditEvent);
  }

  /** By what is known of the server's spellings now; undefined where no list of them is short enough. */
  narrowing(): Narrowing | undefined {
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

  /** The taxonomy's own spellings, and those that this server was seen to use for the same. */
  #spellings(field: "action" | "object"): string[] {
    const ids = field === "action" ? this.#filters.actions : this.#filters.objects;
    const name = NARROWING[field];
    if (ids.length === 0 || this.#habits.refused.has(name)) return [];
    const { actions, objects } = this.#taxonomy.taxonomy;
    const items: readonly TaxonomyItem[] = field === "action" ? actions : objects.flatMap((group) => group.items);
    if (items.some((item) => ids.indexOf(item.id) !== -1 && isOpen(item))) return [];
    const isWanted = (id: string | undefined) => id !== undefined && ids.indexOf(id) !== -1;
    const seen = [...this.#habits.spellings[field]].filter((value) => isWanted(this.#taxonomy[field](value).item?.id));
    const assumed = items.filter(({ id }) => isWanted(id)).flatMap(({ send }) => send);
    const same = this.#habits.ignoresCase.get(name) ? (value: string) => value.toLowerCase() : (value: string) => value;
    return [...new Map([...assumed, ...seen].map((value) => [same(value), value])).values()];
  }
}

/** Whether it may be spelled in a way that no list has, as a sign-in that failed may: asked for alone, that one would never come. */
function isOpen({ match, failed = [], alarm }: TaxonomyItem): boolean {
  return [...match, ...failed, ...(alarm?.match ?? [])].some((pattern) => pattern[0] === "*");
}

function paramsOf(field: "action" | "object", values: readonly string[]): Param[] {
  return values.map((value) => ({ name: NARROWING[field], value }));
}
