/** The labels of the default tables of actions and objects. */
export interface TaxonomyStrings {
  /** By ids of actions and objects, and by English names of categories. An item without a label here keeps its English one. */
  readonly taxonomyLabels: Readonly<Record<string, string>>;
}
