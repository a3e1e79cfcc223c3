import { isRecord, isText, isTexts } from "../option-checks.js";
import type { AuditFilters } from "../filters/filters.js";
import type { BadgeColor, Taxonomy, TaxonomyItem } from "./taxonomy.js";

const COLORS: Readonly<Record<BadgeColor, true>> = {
  blue: true,
  green: true,
  orange: true,
  red: true,
  purple: true,
  cyan: true,
  neutral: true,
};

/**
 * The path of the first wrong member of a host page's `taxonomy`; undefined if the tables are valid. Tables with a
 * wrong member are not used at all: without one of its items, an action could match a wider pattern and get a wrong
 * label.
 */
export function findTaxonomyProblem(value: unknown): string | undefined {
  if (!isRecord(value)) return "taxonomy";
  const { actions, objects } = value;
  if (!Array.isArray(actions)) return "taxonomy.actions";
  if (!Array.isArray(objects)) return "taxonomy.objects";
  return (
    findFirst(actions, (item, at) => findItemProblem(item, `taxonomy.actions[${at}]`)) ??
    findFirst(objects, findCategoryProblem)
  );
}

function findCategoryProblem(value: unknown, at: number): string | undefined {
  const path = `taxonomy.objects[${at}]`;
  if (!isRecord(value)) return path;
  if (!isText(value["category"])) return `${path}.category`;
  if (!Array.isArray(value["items"])) return `${path}.items`;
  return findFirst(value["items"], (item, index) => findItemProblem(item, `${path}.items[${index}]`));
}

function findItemProblem(value: unknown, path: string): string | undefined {
  if (!isRecord(value)) return path;
  const { id, label, color, send, match, listed, alarm, failed } = value;
  const right: Readonly<Record<keyof TaxonomyItem, boolean>> = {
    id: isText(id) && id !== "",
    label: isText(label),
    color: isColor(color),
    send: isTexts(send),
    match: isTexts(match),
    listed: listed === undefined || typeof listed === "boolean",
    alarm: alarm === undefined || (isRecord(alarm) && isColor(alarm["color"]) && isTexts(alarm["match"])),
    failed: failed === undefined || isTexts(failed),
  };
  const wrong = Object.entries(right).find(([, isRight]) => !isRight);
  return wrong && `${path}.${wrong[0]}`;
}

/** Removes the ids that the tables do not have, because they would find nothing, and returns them as `unknown`. */
export function separateUnknownIds(
  filters: AuditFilters,
  { actions, objects }: Taxonomy,
): { known: Pick<AuditFilters, "actions" | "objects">; unknown: string[] } {
  const has = (items: readonly TaxonomyItem[]) => (id: string) => items.some((item) => item.id === id);
  const known = {
    actions: filters.actions.filter(has(actions)),
    objects: filters.objects.filter(has(objects.flatMap(({ items }) => items))),
  };
  const isLeftOut = (kept: readonly string[]) => (id: string) => kept.indexOf(id) === -1;
  return {
    known,
    unknown: [...filters.actions.filter(isLeftOut(known.actions)), ...filters.objects.filter(isLeftOut(known.objects))],
  };
}

function findFirst(values: readonly unknown[], problem: (value: unknown, at: number) => string | undefined) {
  for (const [at, value] of values.entries()) {
    const found = problem(value, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isColor(value: unknown): boolean {
  return isText(value) && Object.hasOwn(COLORS, value);
}
