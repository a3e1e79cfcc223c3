import type { AuditFilters } from "../../core/filters/filters.js";
import { escapePattern } from "../../core/filters/pattern.js";
import { isSystem } from "../../core/people.js";
import { fold, trim } from "../../core/text/text.js";
import { divide, type Steps } from "../steps.js";
import type { FindingSource } from "./source.js";

/** The dated events of one person, or in one domain. */
export interface EventGroup {
  readonly source: FindingSource;
  /** The places of the events in the source, the oldest first. */
  readonly rows: readonly number[];
}

/** The events of each person who can be searched for, and the changes in each customer's domain. */
export interface EventGroups {
  readonly people: readonly EventGroup[];
  readonly customers: readonly EventGroup[];
}

/** The actions that change something. */
export const CHANGES = ["add-create", "delete", "modify-update", "import", "activate"];

/** Divides the events. Automated processes have no habits, so they are nobody. */
export function* groupEvents(source: FindingSource): Steps<EventGroups> {
  const people = new Map<number, number[]>();
  const customers = new Map<number, number[]>();
  const { events } = source;
  yield* divide(events, (from, until) => {
    for (let step = from; step < until; step += 1) {
      const at = events - 1 - step;
      if (Number.isNaN(source.time(at))) continue;
      add(people, source.code("byUser", at), at);
      if (CHANGES.indexOf(source.action(at)) !== -1) add(customers, source.code("affectedDomain", at), at);
    }
  });
  const list = (groups: Map<number, number[]>) => [...groups.values()].map((rows) => ({ source, rows }));
  return { people: findPeople(list(people)), customers: list(customers).filter(hasCustomer) };
}

function add(groups: Map<number, number[]>, code: number, at: number): void {
  const rows = groups.get(code);
  if (rows) rows.push(at);
  else groups.set(code, [at]);
}

/** Leaves out whom no filter finds alone: without a domain, a filter also finds users of that name in other domains. */
function findPeople(groups: readonly EventGroup[]): EventGroup[] {
  const namesakes = new Map<string, number>();
  for (const group of groups) {
    const name = fold(newestText(group, "byUser"));
    namesakes.set(name, (namesakes.get(name) ?? 0) + 1);
  }
  return groups.filter((group) => {
    const user = newestText(group, "byUser");
    const isAlone = isSearchable(newestText(group, "byDomain")) || namesakes.get(fold(user)) === 1;
    return !isSystem(user) && isAlone && personFilters(group) !== undefined;
  });
}

const hasCustomer = (group: EventGroup) => isSearchable(newestText(group, "affectedDomain"));

function newestText({ source, rows }: EventGroup, field: "byUser" | "byDomain" | "affectedDomain"): string {
  return source.text(field, rows.at(-1)!);
}

/** Whether a filter can find a text alone: an empty one finds everything. */
export const isSearchable = (text: string): boolean => trim(text) !== "";

/** The filter that finds a text: texts are compared without outer spaces. */
export const toFilter = (text: string): string => escapePattern(trim(text));

/** The person of an event. */
export function readPerson(source: FindingSource, at: number): { user: string; domain: string } {
  return { user: source.text("byUser", at), domain: source.text("byDomain", at) };
}

function personFilters({ source, rows }: EventGroup): ReturnType<typeof filtersForPerson> {
  return filtersForPerson(readPerson(source, rows.at(-1)!));
}

/** Filters for the events of a person; undefined if no filter can find them. */
export function filtersForPerson(person: {
  user: string;
  domain: string;
}): Pick<AuditFilters, "byUser" | "byDomain"> | undefined {
  const { user, domain } = person;
  if (!isSearchable(user)) return undefined;
  return { byUser: toFilter(user), byDomain: toFilter(domain) };
}

/** A range that has both instants. */
export function createRange(first: number, last: number): AuditFilters["range"] {
  return { from: new Date(first).toISOString(), until: new Date(last + 1).toISOString() };
}
