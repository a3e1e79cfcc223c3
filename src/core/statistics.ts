/** The number of distinct users or domains, and how many of them performed an event or were affected. */
export interface DistinctCount {
  readonly all: number;
  readonly by: number;
  readonly affected: number;
}

/**
 * The distinct users and domains of some events. A user counts with its domain, without regard to case; empty users and
 * "System" do not count.
 */
export interface DistinctCounts {
  readonly users: DistinctCount;
  readonly domains: DistinctCount;
}

/** What the statistics bar shows. */
export interface Statistics {
  /** The number of events on the current page. */
  readonly total: number;
  /** In all loaded events, as in `DistinctCounts`; undefined while they are being counted. */
  readonly users: DistinctCount | undefined;
  readonly domains: DistinctCount | undefined;
}
