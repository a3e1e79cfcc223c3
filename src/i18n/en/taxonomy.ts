import type { TaxonomyStrings } from "../strings/taxonomy.js";

/** The tables are in English (see the vocabulary of the domain). */
export const taxonomy: TaxonomyStrings = { taxonomyLabels: {} };
