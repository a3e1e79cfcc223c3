/** What the viewer's own tables of actions and objects are called. */
export interface TaxonomyStrings {
  /** By ids of actions and objects, and by English names of categories; what is missing keeps its English name. */
  readonly taxonomyLabels: Readonly<Record<string, string>>;
}
