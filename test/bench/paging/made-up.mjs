/** 14:20 in New York, a working hour of most made-up users. The data ends then. */
export const MONDAY_AFTERNOON = Date.UTC(2026, 10, 23, 19, 20);

/** Before work begins in New York: the last hours have few records, and the last day is mostly a Sunday. */
export const MONDAY_MORNING = Date.UTC(2026, 10, 23, 13, 0);

/** One of forty customers. The name has upper and lower case. */
export const CUSTOMER = "NorthWind-Traders.example";
