/**
 * The budget ended while a single second was read, which takes several requests if it has more records than one response may
 * have. The next read of this second continues after the last response.
 */
export class Paused extends Error {}
