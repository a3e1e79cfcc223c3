import { spelling, type Taxonomy, type TaxonomyItem } from "../taxonomy/taxonomy.js";
import { contains } from "../text/text.js";

/** Objects of one category that are offered. */
export interface ObjectGroup {
  readonly category: string;
  /** What the category is called. */
  readonly label: string;
  readonly items: readonly TaxonomyItem[];
}

/**
 * The objects whose label, wire spelling or category holds what was typed, in the taxonomy's order. What is not listed is
 * offered only while it is chosen.
 */
export function findObjects({ objects }: Taxonomy, typed: string, chosen: readonly string[]): ObjectGroup[] {
  const wanted = spelling(typed);
  const holds = (text: string) => contains(spelling(text), wanted);
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

/** How much of a group is chosen. */
export function choiceOf(items: readonly TaxonomyItem[], chosen: readonly string[]): "true" | "false" | "mixed" {
  const count = items.filter(({ id }) => chosen.indexOf(id) !== -1).length;
  return count === 0 ? "false" : count === items.length ? "true" : "mixed";
}

/**
 * Chooses these objects, or takes them away where all of them are chosen. The answer stands in the taxonomy's order; what
 * the taxonomy does not know comes last.
 */
export function toggleObjects(
  { objects }: Taxonomy,
  chosen: readonly string[],
  items: readonly TaxonomyItem[],
): string[] {
  const isOff = choiceOf(items, chosen) === "true";
  const ids = new Set(chosen);
  for (const { id } of items) {
    if (isOff) ids.delete(id);
    else ids.add(id);
  }
  const known = objects.flatMap((group) => group.items.map(({ id }) => id)).filter((id) => ids.has(id));
  return [...new Set([...known, ...ids])];
}
