/** A customer or organisation of the platform, as a list of domains names it. */
export interface Domain {
  readonly name: string;
  /** `""` where there is none. */
  readonly description: string;
}
