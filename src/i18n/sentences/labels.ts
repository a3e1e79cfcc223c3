import type { DefaultActionId, DefaultCategory } from "../../core/taxonomy/vocabulary.js";
import type { Grammar } from "./grammar.js";

/** Uses the nouns of the sentences as labels of the objects, and adds the labels that are not nouns. */
export function createLabels(
  { nouns, form }: Grammar,
  others: Readonly<Record<DefaultActionId | DefaultCategory, string>>,
): Record<string, string> {
  const objects = Object.entries(nouns).flatMap(([id, entry]) => {
    if (id[0] === "_") return [];
    const { noun } = form(entry, "bare");
    return [[id, noun.slice(0, 1).toUpperCase() + noun.slice(1)] as const];
  });
  return { ...Object.fromEntries(objects), ...others };
}
