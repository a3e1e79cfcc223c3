import { normalizeSpelling, type Taxonomy, type TaxonomyItem } from "../taxonomy/taxonomy.js";
import { contains } from "../text/text.js";

/** The objects of one category in the filter list. */
export interface ObjectGroup {
  readonly category: string;
  /** The label of the category. */
  readonly label: string;
  readonly items: readonly TaxonomyItem[];
}

/**
 * Finds the objects with the typed text in their label, server value or category, in the order of the taxonomy. An
 * unlisted object is found only while it is chosen.
 */
export function findObjects({ objects }: Taxonomy, typed: string, chosen: readonly string[]): ObjectGroup[] {
  const wanted = normalizeSpelling(typed);
  const holds = (text: string) => contains(normalizeSpelling(text), wanted);
  return objects
    .map(({ category, items, label: name = category }) => ({
      category,
      label: name,
      items: items.filter(
        ({ id, label, send, match, listed = true }) =>
          (listed || chosen.indexOf(id) !== -1) &&
          (holds(name) || holds(label) || send.some(holds) || match.some(holds)),
      ),
    }))
    .filter(({ items }) => items.length > 0);
}

/** Whether all, none or some of a group are chosen, as a value of `aria-checked`. */
export function findCheckedState(
  items: readonly TaxonomyItem[],
  chosen: readonly string[],
): "true" | "false" | "mixed" {
  const count = items.filter(({ id }) => chosen.indexOf(id) !== -1).length;
  return count === 0 ? "false" : count === items.length ? "true" : "mixed";
}

/**
 * Adds these objects to the chosen ones, or removes them if all of them are chosen. The result is in the order of the
 * taxonomy; unknown ids come last.
 */
export function toggleObjects(
  { objects }: Taxonomy,
  chosen: readonly string[],
  items: readonly TaxonomyItem[],
): string[] {
  const isOff = findCheckedState(items, chosen) === "true";
  const ids = new Set(chosen);
  for (const { id } of items) {
    if (isOff) ids.delete(id);
    else ids.add(id);
  }
  const known = objects.flatMap((group) => group.items.map(({ id }) => id)).filter((id) => ids.has(id));
  return [...new Set([...known, ...ids])];
}
