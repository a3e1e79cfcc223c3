/** A working hour where most of the made-up people live: 14:20 in New York. The data ends then. */
export const MONDAY_AFTERNOON = Date.UTC(2026, 10, 23, 19, 20);

/** Before work begins there: the last hours hold little, and the last day is mostly a Sunday. */
export const MONDAY_MORNING = Date.UTC(2026, 10, 23, 13, 0);

/** One of forty customers; its name has letters of both cases. */
export const CUSTOMER = "NorthWind-Traders.example";
