/** How many distinct ones, and how many of them performed or were affected. */
export interface DistinctCount {
  readonly all: number;
  readonly by: number;
  readonly affected: number;
}

/** What the statistics bar shows. */
export interface Statistics {
  /** Events on the page on the screen. */
  readonly total: number;
  /** Over everything loaded. A user is a user with its domain; letter case aside; empty and "System" are none. */
  readonly users: DistinctCount;
  readonly domains: DistinctCount;
}
