import type { TaxonomyStrings } from "../strings/taxonomy.js";

/** Empty, because the labels of the default tables are English (`core/taxonomy/vocabulary.ts`). */
export const taxonomy: TaxonomyStrings = { taxonomyLabels: {} };
